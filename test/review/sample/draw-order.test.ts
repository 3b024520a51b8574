import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawKey, inDrawOrder } from '../../../src/review/sample/draw-order.ts'

const ids = fc.uniqueArray(fc.stringMatching(/^[A-Z0-9-]{1,20}$/), { minLength: 1, maxLength: 60 })

describe('the order of a draw', () => {
  it('is what sha256sum and sort say', () => {
    const list = Array.from({ length: 40 }, (_, place) => `SE5560000000-S${place}`)
    const script =
      'while read -r id; do echo "$(printf "%s" "4711 $id" | sha256sum | cut -c1-64) $id"; done | LC_ALL=C sort | cut -c66-'
    const told = execFileSync('bash', ['-c', script], { input: `${list.join('\n')}\n`, encoding: 'utf8' })
    expect(inDrawOrder(4711, list)).toEqual(told.trim().split('\n'))
  })

  it('goes by the ids alone, not by the order in which they come', () => {
    fc.assert(
      fc.property(ids, fc.nat(), (list, seed) => {
        expect(inDrawOrder(seed, list.toReversed())).toEqual(inDrawOrder(seed, list))
        expect(inDrawOrder(seed, list).toSorted()).toEqual(list.toSorted())
      }),
    )
  })

  it('gives everyone the same chance', () => {
    const list = ['a', 'b', 'c', 'd', 'e']
    const first = new Map<string, number>()
    for (let seed = 0; seed < 5000; seed++) {
      const [one = ''] = inDrawOrder(seed, list)
      first.set(one, (first.get(one) ?? 0) + 1)
    }
    // Four standard deviations of 5000 throws at one in five.
    for (const id of list) expect(Math.abs((first.get(id) ?? 0) - 1000)).toBeLessThan(114)
  })

  it('is another for another draw by the same seed', () => {
    expect(drawKey(1, 'a')).not.toBe(drawKey(1, 'all a'))
    expect(inDrawOrder(1, ['a', 'b', 'c', 'd', 'e', 'f'])).not.toEqual(
      inDrawOrder(1, ['a', 'b', 'c', 'd', 'e', 'f'], 'all '),
    )
  })
})
