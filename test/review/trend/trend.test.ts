import { describe, expect, test } from 'vitest'
import type { AuditRun, AuditSummary } from '../../../src/model/audit-document.ts'
import { TrendDocument } from '../../../src/model/trend-document.ts'
import type { KeptRun } from '../../../src/review/kept-runs.ts'
import { precisionOf, readTrend, wilson } from '../../../src/review/trend.ts'
import { cases, halfYear, madeControls } from '../../reports/reviews/journal.ts'

const kept = (from: string, to: string, lookups: number, explained: number): KeptRun => ({
  run: { from, to, lookups, explained } as AuditRun,
  summary: {} as AuditSummary,
})

describe('what the controls came to', () => {
  test('is counted by the month in which a control begins, and by rule', () => {
    const { months, totals, rules } = readTrend(madeControls(halfYear), [], {})
    expect(months.map(({ month }) => month)).toEqual(['2026-01', '2026-02', '2026-03'])
    expect(months[0]!.cases).toEqual({ count: 47, shown: 'exact' })
    expect(totals.cases).toEqual({ count: 158, shown: 'exact' })
    expect(rules.map(({ rule }) => rule)).toEqual([
      'crowd',
      'no-care-relation',
      'own-family',
      'own-record',
      'protected-identity',
    ])
  })

  test('says of a rule how often it hits, among the cases that were settled', () => {
    const { rules } = readTrend(madeControls(halfYear), [], {})
    const own = rules.find(({ rule }) => rule === 'no-care-relation')!
    expect(own.results).toMatchObject({ hit: { count: 20 }, miss: { count: 78 }, remaining: { shown: 'hidden' } })
    expect(own.precision!.share).toBeCloseTo(20 / 98)
    const protectedOnes = rules.find(({ rule }) => rule === 'protected-identity')!
    expect(protectedOnes.precision).toMatchObject({ share: null, below: 5 / 31, low: 0 })
    expect(rules.find(({ rule }) => rule === 'own-record')!.precision).toBeNull()
  })

  test('leaves out the controls that begin on other days', () => {
    const { months } = readTrend(madeControls(halfYear), [], { from: '2026-02-01', to: '2026-03-01' })
    expect(months.map(({ month }) => month)).toEqual(['2026-02'])
  })

  test('holds no count under five, in whatever form it is written', () => {
    const { months, totals, rules } = readTrend(
      madeControls({
        ...halfYear,
        '2026-04': [...cases(2, 'explained', 'crowd'), ...cases(1, 'unjustified', 'crowd')],
      }),
      [kept('2026-04-01', '2026-05-01', 300, 297)],
      {},
    )
    const text = JSON.stringify({
      months,
      totals,
      rules: rules.map(({ cases, results, months: by }) => [cases, results, by]),
    })
    expect(text.match(/"count":[0-4]\b/)).toBeNull()
    expect(months.at(-1)).toMatchObject({ not_explained: { shown: 'under_five' }, lookups: { count: 300 } })
    expect(months.at(-1)!.explained).toEqual({ count: null, shown: 'hidden' })
    expect(months.at(-1)!.cases.shown).toBe('under_five')
    expect(() =>
      TrendDocument.parse({
        schema: 'loggkoll/trend/1',
        tool: '0.1.0',
        prepared: '2026-06-01T08:00:00Z',
        from: null,
        to: null,
        archive_months: 60,
        trail_head: '',
        months,
        totals,
        rules,
      }),
    ).not.toThrow()
  })

  test('waits with what a second reviewer has not judged', () => {
    const controls = madeControls({ '2026-01': cases(6, 'unjustified', 'own-family') })
    const waiting = controls.map((control) => ({
      ...control,
      parts: control.parts.map((part) => ({
        ...part,
        cases: part.cases.map((one) => ({ ...one, status: 'second' as const })),
      })),
    }))
    expect(readTrend(controls, [], {}).totals.outcomes.unjustified).toEqual({ count: 6, shown: 'exact' })
    const { outcomes } = readTrend(waiting, [], {}).totals
    expect([outcomes.unjustified.shown, outcomes.remaining.count]).toEqual(['under_five', 6])
  })
})

test('the interval of Wilson is that of the tables', () => {
  const { low, high } = wilson(10, 50)
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.1124', '0.3304'])
  expect(wilson(0, 20).low).toBe(0)
  expect(wilson(20, 20).high).toBeCloseTo(1)
})

test('a precision is made of shown counts alone', () => {
  const exact = { count: 9, shown: 'exact' as const }
  expect(precisionOf(exact, { count: null, shown: 'hidden' })).toBeNull()
  expect(precisionOf({ count: null, shown: 'hidden' }, exact)).toBeNull()
  expect(precisionOf({ count: null, shown: 'under_five' }, { count: null, shown: 'under_five' })).toBeNull()
  expect(precisionOf({ count: null, shown: 'under_five' }, exact)).toMatchObject({ share: null, below: 5 / 14 })
})
