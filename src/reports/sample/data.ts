import { stringify } from 'csv-stringify/sync'
import { escaped } from '../json.ts'
import { plainText } from '../plain-text.ts'
import type { SampleReport } from './table.ts'

/** The document as it is. */
export function sampleJson({ document }: SampleReport): string {
  return `${escaped(JSON.stringify(document, null, 2))}\n`
}

const columns = [
  'draw_id',
  'control_id',
  'method',
  'from',
  'to',
  'size',
  'seed',
  'population',
  'population_sha256',
  'state',
  'case_id',
  'subject',
  'user_id',
  'patient_id',
  'care_unit_id',
  'day',
  'lookups',
  'minutes',
  'lookup_ids',
  'left_out',
] as const

/** One row for each that was drawn, and one for each who was left out. */
export function sampleCsv({ document }: SampleReport): string {
  const { control_id, method, from, to } = document
  const rows = document.draws.flatMap(({ items, left_out, ...draw }) => {
    const about = { control_id, method, from, to, ...draw, minutes: null }
    return [
      ...items.map(({ lookup_ids, ...item }) => ({
        ...about,
        ...item,
        lookups: lookup_ids.length,
        lookup_ids: lookup_ids.join(' '),
      })),
      ...left_out.map(({ user_id, cause }) => ({ ...about, user_id, left_out: cause })),
    ]
  })
  return stringify(rows, {
    header: true,
    columns: [...columns],
    escape_formulas: true,
    cast: { string: plainText },
  })
}
