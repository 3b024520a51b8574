import { describe, expect, it } from 'vitest'
import type { EvaluatedRule, EvaluationDocument } from '../../src/model/evaluation-document.ts'
import { languages } from '../../src/model/language.ts'
import { evaluationTable } from '../../src/reports/evaluation/table.ts'
import { textWidth } from '../../src/reports/plain-text.ts'

const fit = { flag: 200, found: 150, clear: 100, wrong: 2, other: 1234, precision: 150 / 152, recall: 0.75 }
const rule = (id: string, given: Partial<EvaluatedRule>): EvaluatedRule => ({
  rule: id,
  version: 1,
  outcome: 'answered',
  assessed: 439090,
  flagged: 39,
  unknown: 0,
  observed_rate: 39 / 439090,
  chance: { assessed: 439090, flagged: 3 },
  no_chance: null,
  expected_rate: 3 / 439090,
  lift: 13,
  flagged_lookups: 39,
  flagged_explained: 10,
  key: fit,
  ...given,
})
const none = { chance: null, expected_rate: null, lift: null }
const document: EvaluationDocument = {
  schema: 'loggkoll/evaluation/1',
  tool: '0.1.0',
  zone: 'Europe/Stockholm',
  from: '2026-03-01',
  to: '2026-04-01',
  seed: 1,
  rounds: 3,
  lookups: 439090,
  explained: 430000,
  first_lookups: 0,
  first_explained: 0,
  cases: 40,
  rules: [
    rule('own-family', {}),
    rule('own-record', { ...none, expected_rate: 0, chance: { assessed: 439090, flagged: 0 } }),
    rule('protected-identity', { ...none, no_chance: 'no_pairs' }),
    rule('missing-consent', { ...none, no_chance: 'reads_events' }),
    rule('watched-person', {
      ...none,
      no_chance: 'unanswered',
      observed_rate: null,
      key: null,
      outcome: 'not_applicable',
    }),
    rule('an-own-rule', { ...none, no_chance: 'failed' }),
  ],
  key: {
    sha256: '',
    rows: 310,
    outside: 4,
    not_asked: 1,
    unanswered: 5,
    total: fit,
    missed_rows: [12, 14],
    wrong_rows: [20],
    planted: 200,
    budgets: (['random', 'severity', 'score'] as const).flatMap((order) =>
      [10, 30, 100, null].map((budget) => ({
        order,
        budget,
        cases: Math.min(budget ?? 40, 40),
        found: 12.5,
        recall: 0.0625,
      })),
    ),
  },
}
const table = (columns: number, language: (typeof languages)[number] = 'en'): string =>
  evaluationTable(document, language, { columns, color: false, verbose: true })

describe('the table of an evaluation', () => {
  it.each(languages.flatMap((language) => [40, 60, 80, 120].map((columns) => [language, columns] as const)))(
    'is no wider than its columns, and says all: %s, %i',
    (language, columns) => {
      const text = table(columns, language)
      expect(text.split('\n').filter((line) => textWidth(line) > columns)).toEqual([])
      expect(text).not.toMatch(/undefined|null|NaN/)
      for (const { rule: id } of document.rules) expect(text).toContain(id)
      // As columns where there is room, else row by row.
      expect(/^own-family +\d/m.test(text)).toBe(columns >= 80)
    },
  )

  it('says why there is no rate by chance, each reason once', () => {
    const lines = table(100).split('\n')
    expect(lines.filter((line) => /^[a-e] {2}\S/.test(line)).map((line) => line[0])).toEqual(['a', 'b', 'c', 'd', 'e'])
    const row = (id: string): string | undefined => lines.find((line) => line.startsWith(id))
    expect(row('own-family')).toMatch(/^own-family +439,090 +39 +0\.0089% +0\.00068% +13 +25\.6%$/)
    expect(row('own-record')).toMatch(/ 0% +– e +25\.6%$/)
    expect(row('protected-identity')).toMatch(/ 0\.0089% +– a +– a +25\.6%$/)
    expect(row('watched-person')).toMatch(/ 439,090 +– +– +– c +– c/)
  })

  it('leaves out budgets beyond all cases', () => {
    const first = table(100)
      .split('\n')
      .filter((line) => line.includes('12.5'))
      .map((line) => line.split('  ')[0])
    expect(first).toEqual(['10', '30', 'all 40'])
  })
})
