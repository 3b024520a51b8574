import type { Language } from '../../model/language.ts'
import { ruleResults, type ShownCount, type TrendDocument, trendOutcomes } from '../../model/trend-document.ts'
import { escaped } from '../json.ts'
import { asCsv } from '../printed/csv.ts'

/** The trends as one JSON document (`docs/schema/trend-1.schema.json`): counts under five are not in it either. */
export function trendJson(document: TrendDocument): string {
  return `${escaped(JSON.stringify(document, null, 2))}\n`
}

type Row = readonly [table: string, month: string, rule: string, figure: string, shown: ShownCount | null]

/** Every count on a row: of which month, which rule, what is counted; `shown` says why one is empty. */
export function trendCsv({ months, totals, rules }: TrendDocument, language: Language): string {
  const rows: Row[] = [
    ...months.flatMap((one): Row[] => [
      ['lookups', one.month, '', 'lookups', one.lookups],
      ['lookups', one.month, '', 'explained', one.explained],
      ['lookups', one.month, '', 'not_explained', one.not_explained],
      ['cases', one.month, '', 'cases', one.cases],
      ...trendOutcomes.map((outcome): Row => ['cases', one.month, '', outcome, one.outcomes[outcome] ?? null]),
    ]),
    ['cases', '', '', 'cases', totals.cases],
    ...trendOutcomes.map((outcome): Row => ['cases', '', '', outcome, totals.outcomes[outcome] ?? null]),
    ...rules.flatMap((one): Row[] => [
      ['rules', '', one.rule, 'cases', one.cases],
      ...ruleResults.map((result): Row => ['rules', '', one.rule, result, one.results[result] ?? null]),
      ...one.months.map(({ month, cases }): Row => ['rules', month, one.rule, 'cases', cases]),
    ]),
  ]
  return asCsv(
    { language },
    {
      is: 'table',
      name: 'trend',
      caption: 'trend',
      columns: ['table', 'month', 'rule', 'figure', 'count', 'shown'].map((title) => ({ title })),
      rows: rows
        .filter(([, , , , shown]) => shown !== null)
        .map(([table, month, rule, figure, shown]) => [table, month, rule, figure, shown!.count, shown!.shown]),
    },
  )
}
