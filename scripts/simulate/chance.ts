/** Chance that comes again: the same seed, the same numbers (mulberry32). */
export function chance(seed: number) {
  let state = seed >>> 0
  /** From 0 up to 1. */
  const one = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(one() * limit)
  return {
    one,
    below,
    pick: <T>(items: readonly T[]): T => items[below(items.length)]!,
    /** So many of them, or fewer. */
    some: <T>(items: readonly T[], count: number): T[] =>
      items.length === 0
        ? []
        : [...new Set(Array.from({ length: count }, () => below(items.length)))].map((place) => items[place]!),
  }
}
