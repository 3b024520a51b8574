import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { holidaysCsv } from '../../scripts/holidays.ts'
import { swedishHolidays } from '../../src/audit/holidays.ts'
import { root } from '../harness/paths.ts'

const said = (from: string, to: string): string[] =>
  swedishHolidays(from, to).map(({ day, from_time, name }) => `${day} ${from_time} ${name}`)

describe('Swedish holidays', () => {
  it('of 2026, with their eves', () => {
    expect(said('2026-02-01', '2026-03-01')).toEqual([
      '2026-01-01 00:00 nyårsdagen',
      '2026-01-05 12:00 trettondagsafton',
      '2026-01-06 00:00 trettondedag jul',
      '2026-04-03 00:00 långfredagen',
      '2026-04-04 00:00 påskafton',
      '2026-04-05 00:00 påskdagen',
      '2026-04-06 00:00 annandag påsk',
      '2026-04-30 12:00 valborgsmässoafton',
      '2026-05-01 00:00 första maj',
      '2026-05-14 00:00 Kristi himmelsfärdsdag',
      '2026-05-23 00:00 pingstafton',
      '2026-05-24 00:00 pingstdagen',
      '2026-06-06 00:00 nationaldagen',
      '2026-06-19 00:00 midsommarafton',
      '2026-06-20 00:00 midsommardagen',
      '2026-10-30 12:00 allhelgonaafton',
      '2026-10-31 00:00 alla helgons dag',
      '2026-12-24 00:00 julafton',
      '2026-12-25 00:00 juldagen',
      '2026-12-26 00:00 annandag jul',
      '2026-12-31 00:00 nyårsafton',
    ])
  })

  it('are those of the library', () => {
    expect(readFileSync(join(root, 'src/audit/calendar/holidays.csv'), 'utf8')).toBe(holidaysCsv())
  })

  it('are none of years that nobody knows', () => {
    expect(swedishHolidays('0001-01-01', '1969-12-31')).toEqual([])
    expect(swedishHolidays('2101-01-01', '9999-12-31')).toEqual([])
    expect(said('2100-06-01', '9999-12-31')[0]).toBe('2100-01-01 00:00 nyårsdagen')
    expect(said('0001-01-01', '1970-12-31')[0]).toBe('1970-01-01 00:00 nyårsdagen')
  })

  it('of every year that the days touch, each day once and in order', () => {
    const days = swedishHolidays('2025-12-31', '2027-01-02').map(({ day }) => day)
    expect(new Set(days.map((day) => day.slice(0, 4)))).toEqual(new Set(['2025', '2026', '2027']))
    expect(days).toEqual([...new Set(days)].toSorted())
  })

  it('a holiday that falls on the eve of another is one from midnight', () => {
    // In 2008 the first of May was Ascension Day, so Walpurgis Eve was its eve as well.
    expect(said('2008-04-30', '2008-05-02').filter((line) => line.startsWith('2008-05-01'))).toHaveLength(1)
  })
})
