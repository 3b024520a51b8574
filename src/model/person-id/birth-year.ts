import { numberIn } from './digits.ts'

/** More years than anyone in a log can have behind them, the long dead included. */
const maximumAge = 150

/**
 * The year of birth behind two digits, for the youngest person who can have been seen on that ISO date. A month or day
 * that is not known counts as 0, and so never makes anyone unborn.
 */
export function birthYear(twoDigits: number, month: number, day: number, seenOn: string): number {
  const seenYear = numberIn(seenOn, 0, 4)
  const year = seenYear - ((seenYear - twoDigits) % 100)
  if (year < seenYear) return year
  const unborn = month * 100 + day > numberIn(seenOn, 5, 7) * 100 + numberIn(seenOn, 8, 10)
  return unborn ? year - 100 : year
}

/**
 * The year of birth behind two digits and a plus sign, which 18 § folkbokföringslagen (1991:481) sets in place of the
 * hyphen from the year the person turns 100.
 */
export function birthYearOfPlus(twoDigits: number, seenOn: string): number {
  const seenYear = numberIn(seenOn, 0, 4)
  const latest = seenYear - 100
  const year = latest - ((latest - twoDigits) % 100)
  // A log exported in a later year than the event has the sign of the export: that person was not yet 100 when seen.
  return seenYear - year > maximumAge ? year + 100 : year
}
