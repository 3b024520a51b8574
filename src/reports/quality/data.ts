import { stringify } from 'csv-stringify/sync'
import type { QualityCheck, QualityReport } from '../../model/quality-document.ts'
import { plainText } from '../plain-text.ts'

// JSON leaves these as they are, and a terminal would act on them.
const unsafe = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** The document as it is. */
export function qualityJson({ document }: QualityReport): string {
  const json = JSON.stringify(document, null, 2)
  return `${json.replace(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`
}

const columns = [
  'check',
  'answer',
  'row',
  'code',
  'severity',
  'subject',
  'source_system',
  'care_unit_id',
  'batch',
  'cause',
  'from',
  'to',
  'part',
  'whole',
  'facts',
] as const
type Row = Partial<Record<(typeof columns)[number], string | number | null>>

/** One row for each figure, each remark, each of its places, and each thing that cannot be told. */
export function qualityCsv({ document }: QualityReport): string {
  return stringify(document.checks.flatMap(rowsOf), {
    header: true,
    columns: [...columns],
    escape_formulas: true,
    cast: { string: plainText },
  })
}

function rowsOf({ check, answer, figures, remarks, unanswered }: QualityCheck): Row[] {
  const about = { check, answer }
  return [
    ...figures.map(({ figure, ...rest }) => ({ ...about, row: 'figure', code: figure, ...rest })),
    ...remarks.flatMap(({ facts, places, ...remark }) => [
      { ...about, row: 'remark', ...remark, facts: JSON.stringify(facts) },
      ...places.map((place) => ({
        ...about,
        row: 'place',
        code: remark.code,
        severity: remark.severity,
        subject: remark.subject,
        source_system: remark.source_system,
        ...place,
      })),
    ]),
    ...unanswered.map((open) => ({ ...about, row: 'unanswered', ...open })),
  ]
}
