import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cohensKappa } from '../../src/training/kappa.ts'

/** So many pairs of each kind: `[['yes', 'no', 5]]`. */
function pairs(...counted: readonly (readonly [string, string, number])[]): [string, string][] {
  return counted.flatMap(([one, other, times]) => Array.from({ length: times }, (): [string, string] => [one, other]))
}

describe('Cohen’s kappa, against what is worked out by hand', () => {
  it.each([
    // 35 of 50 agree; chance: 0.5 × 0.6 + 0.5 × 0.4 = 0.5; (0.7 − 0.5) / 0.5 = 0.4.
    ['two words', pairs(['yes', 'yes', 20], ['yes', 'no', 5], ['no', 'yes', 10], ['no', 'no', 15]), 0.4],
    // 60 of 100 agree; chance: 0.6 × 0.7 + 0.4 × 0.3 = 0.54; 0.06 / 0.46.
    ['a common word', pairs(['yes', 'yes', 45], ['yes', 'no', 15], ['no', 'yes', 25], ['no', 'no', 15]), 6 / 46],
    // 60 of 100 agree; chance: 0.6 × 0.3 + 0.4 × 0.7 = 0.46; 0.14 / 0.54.
    ['the same, turned', pairs(['yes', 'yes', 25], ['yes', 'no', 35], ['no', 'yes', 5], ['no', 'no', 35]), 14 / 54],
    // 6 of 9 agree; chance: three words of three each, 3 × 9 / 81 = 1/3; (2/3 − 1/3) / (2/3) = 0.5.
    [
      'three words',
      pairs(['a', 'a', 2], ['a', 'b', 1], ['b', 'b', 2], ['b', 'c', 1], ['c', 'c', 2], ['c', 'a', 1]),
      0.5,
    ],
    ['all alike', pairs(['a', 'a', 3], ['b', 'b', 4]), 1],
    ['all turned', pairs(['a', 'b', 5], ['b', 'a', 5]), -1],
    ['as chance has it', pairs(['a', 'a', 1], ['a', 'b', 1], ['b', 'a', 1], ['b', 'b', 1]), 0],
    ['words that only one uses', pairs(['a', 'b', 2], ['a', 'c', 2]), 0],
  ] as const)('%s', (_, given, kappa) => {
    expect(cohensKappa(given)).toBeCloseTo(kappa, 12)
  })

  it.each([
    ['no pairs', []],
    ['one word throughout', pairs(['a', 'a', 9])],
  ])('is none of %s', (_, given) => {
    expect(cohensKappa(given)).toBeNull()
  })

  it('lies between −1 and 1, is 1 only when all agree, and is the same the other way round', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd')
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { minLength: 1 }), (given) => {
        const kappa = cohensKappa(given)
        expect(cohensKappa(given.map(([one, other]) => [other, one]))).toBe(kappa)
        if (kappa === null) return
        expect(kappa).toBeGreaterThanOrEqual(-1)
        expect(kappa).toBeLessThanOrEqual(1)
        expect(kappa === 1).toBe(given.every(([one, other]) => one === other))
      }),
    )
  })
})
