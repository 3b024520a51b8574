import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Fault } from '../../../src/model/fault.ts'
import { drawnOf, parseSize } from '../../../src/review/sample/size.ts'

describe('the size of a draw', () => {
  it.each([
    ['12', 30, 12],
    ['12', 5, 5],
    ['10%', 30, 3],
    ['10%', 31, 4],
    ['10 %', 1, 1],
    ['2,5%', 41, 2],
    ['0.1%', 1000, 1],
    ['100%', 17, 17],
    ['10%', 0, 0],
  ])('%s of %i is %i', (text, population, drawn) => {
    expect(drawnOf(parseSize(text), population)).toBe(drawn)
  })

  it.each(['0', '0%', '150%', '101%', '-3', '1.5', 'ten', '', '%', '1e3', '10%%', '0,0%'])(
    '"%s" is refused',
    (text) => {
      expect(() => parseSize(text)).toThrow(Fault)
      expect(() => parseSize(text)).toThrow(expect.objectContaining({ exit: 64 }))
    },
  )

  it('rounds a share up, never to more than there are, and never by a fault of binary numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1_000_000 }), (tenths, population) => {
        const drawn = drawnOf(parseSize(`${Math.floor(tenths / 10)},${tenths % 10}%`), population)
        const exact = BigInt(population) * BigInt(tenths)
        expect(BigInt(drawn)).toBe((exact + 999n) / 1000n)
      }),
    )
  })
})
