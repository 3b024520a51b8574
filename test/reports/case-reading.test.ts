import { describe, expect, it } from 'vitest'
import { countEvents } from '../../src/reports/case-reading.ts'

const found = (lookups: string, event_count: number) => ({ lookup_ids: [...lookups], event_count })

describe('the events behind findings', () => {
  it.each([
    ['of one lookup each', [found('a', 5), found('b', 4)], 9],
    ['of one lookup, asked twice', [found('a', 5), found('a', 5)], 5],
    ['of lookups that other findings name alone', [found('abc', 15), found('a', 5), found('b', 4), found('c', 6)], 15],
    ['of lookups of which others name some alone', [found('a', 5), found('abc', 15)], 15],
    ['of lookups that no other names', [found('abc', 15)], 15],
    ['of some that lie in those of another', [found('abcd', 20), found('ab', 9), found('a', 5)], 20],
    ['of none', [found('', 0)], 0],
    ['that share a part of their lookups', [found('abc', 15), found('bcd', 14)], null],
    ['that share what others name alone', [found('abc', 15), found('bcd', 14), found('b', 4), found('c', 6)], 19],
  ])('%s are counted once', (_, findings, events) => {
    expect(countEvents(findings)).toBe(events)
  })
})
