import type { Language } from '../../model/language.ts'
import type { UnitDocument } from '../../model/unit-document.ts'
import { escaped } from '../json.ts'
import { asCsv } from '../printed/csv.ts'

/** The report of a unit as one JSON document (`docs/schema/unit-1.schema.json`). */
export function unitJson(document: UnitDocument): string {
  return `${escaped(JSON.stringify(document, null, 2))}\n`
}

/** Every number of the report on a row: what it counts, of what, how many. */
export function unitCsv(document: UnitDocument, language: Language): string {
  const { review, cases } = document
  const rows: (readonly [figure: string, subject: string, value: number])[] = [
    ...(['lookups', 'explained', 'unexplained', 'unknown', 'first_lookups', 'first_explained'] as const).map(
      (figure) => [figure, '', document[figure]] as const,
    ),
    ...document.months.flatMap(
      ({ from, to, lookups, explained }) =>
        [
          ['period_lookups', `${from}/${to}`, lookups],
          ['period_explained', `${from}/${to}`, explained],
        ] as const,
    ),
    ['cases_selected', '', cases.selected],
    ['cases_not_selected', '', cases.not_selected],
    ['cases_minutes', '', cases.minutes],
    ...document.questions.map(({ rule, cases: amount }) => ['question', rule, amount] as const),
    ...(['handed_out', 'drawn', 'central', 'minutes', 'open', 'asked', 'second', 'disagreed'] as const).map(
      (figure) => [`review_${figure}`, '', review[figure]] as const,
    ),
    ...Object.entries(review.verdicts).map(([verdict, amount]) => ['verdict', verdict, amount] as const),
    ...document.ill_fitting.map(({ rule, flagged }) => ['ill_fitting', rule, flagged] as const),
  ]
  const unit = [document.care_unit_id, document.from, document.to]
  return asCsv(
    { language },
    {
      is: 'table',
      name: document.unit,
      caption: document.unit,
      columns: ['care_unit_id', 'from', 'to', 'figure', 'subject', 'value'].map((title) => ({ title })),
      rows: rows.map((row) => [...unit, ...row]),
    },
  )
}
