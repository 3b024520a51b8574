import { describe, expect, it } from 'vitest'
import { compareRows } from '../../scripts/clickhouse/compare.ts'
import { translate } from '../../scripts/clickhouse/translate.ts'

// What `npm run test:clickhouse` stands on; the command itself fetches 546 MB, and is no part of the tests.

describe("a query in ClickHouse's spelling", () => {
  it.each([
    ['a.day >= $from::date', "a.day >= '2026-03-01'::Date32"],
    ['$user_id is null', 'null is null'],
    ["coalesce(a.day, date '2200-01-01')", "coalesce(a.day, toDate32 ('2200-01-01'))"],
    ["a.date_day = 'it''s a date -- no comment'", "a.date_day = 'it''s a date -- no comment'"],
    ['a.mask & $bits::usmallint', 'bitAnd(a.mask, 6::UInt16)'],
    ['(a.mask & ~$bits::usmallint) = 0', '(bitAnd(a.mask, bitNot(6::UInt16))) = 0'],
    ['l.purposes & ~bit_or(a.bit)', 'bitAnd(l.purposes, bitNot(bit_or(a.bit)))'],
    ['a.mask & ~$bits::usmallint & ~b.mask', 'bitAnd(a.mask, bitAnd(bitNot(6::UInt16), bitNot(b.mask)))'],
    ['1::usmallint << w.bit::usmallint', 'bitShiftLeft(1::UInt16, w.bit::UInt16)'],
    ['max(a.x) & (a.y + 1)', 'bitAnd(max(a.x), (a.y + 1))'],
    ['lower(a.place) = left(b.place, 3)', 'lowerUTF8(a.place) = leftUTF8(b.place, 3)'],
    ['from a left join b on a.lower = b.left', 'from a left join b on a.lower = b.left'],
    ['a.x -- why & how\n+ 1', 'a.x + 1'],
  ])('%s', (sql, said) => {
    expect(translate(sql, { from: '2026-03-01', user_id: null, bits: 6 })).toBe(said)
  })
})

describe('two answers are compared', () => {
  const columns = [
    { name: 'lookup_no', type: 'BIGINT' },
    { name: 'flagged', type: 'BOOLEAN' },
    { name: 'share', type: 'DOUBLE' },
    { name: 'at', type: 'TIMESTAMP' },
    { name: 'lookups', type: 'BIGINT[]' },
  ]
  const row = ['1', true, 0.1, '2026-03-01 10:00:00', ['1', '2']]
  const compare = (duckdb: unknown[][], clickhouse: unknown[][]) => compareRows(columns, duckdb, clickhouse, new Set())

  it('whatever their order and their form', () => {
    const other = ['2', null, null, null, null]
    const said = [
      [2, null, null, null, []],
      [1, 1, 0.1 + 1e-17, '2026-03-01 10:00:00.000000', [2, 1]],
    ]
    expect(compare([row, other], said)).toEqual({ duckdb: [], clickhouse: [] })
  })

  it.each([
    ['another value', [['1', false, 0.1, '2026-03-01 10:00:00', ['1', '2']]]],
    ['NULL for false', [['1', null, 0.1, '2026-03-01 10:00:00', ['1', '2']]]],
    ['a list with less', [['1', true, 0.1, '2026-03-01 10:00:00', ['1']]]],
    ['a row twice', [row, row]],
    ['no row', []],
  ])('and %s is a difference', (_, said) => {
    const { duckdb, clickhouse } = compare([row], said)
    expect(duckdb.length + clickhouse.length).toBeGreaterThan(0)
  })
})
