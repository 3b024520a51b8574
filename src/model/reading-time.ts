/**
 * Minutes that a case takes to read: opening it and each lookup, but no one reads more than the first ones of a series
 * before asking. Heads of unit have told of a few minutes a case.
 */
export const readingMinutes = { aCase: 2, aLookup: 0.5, most: 10 } as const

/** How long a case of so many lookups takes to read, in whole minutes. */
export function minutesToRead(lookups: number): number {
  return Math.min(readingMinutes.most, Math.ceil(readingMinutes.aCase + readingMinutes.aLookup * lookups))
}
