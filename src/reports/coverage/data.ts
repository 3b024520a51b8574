import { stringify } from 'csv-stringify/sync'
import type { Language } from '../../model/language.ts'
import { escaped } from '../json.ts'
import { plainText } from '../plain-text.ts'
import { type CoverageReport, coverageUnitName, tellCoverage } from './telling.ts'

/** The document as it is. */
export function coverageJson({ document }: CoverageReport): string {
  return `${escaped(JSON.stringify(document, null, 2))}\n`
}

const columns = [
  'row',
  'care_unit_id',
  'unit',
  'month',
  'state',
  'staff',
  'active',
  'selected',
  'judged',
  'signed',
  'has_reviewer',
  'user_id',
  'name',
  'case_id',
  'control_id',
] as const
type Row = Partial<Record<(typeof columns)[number], string | number | null>>

/** A row for each unit, each of its months, and each person and case that is missing. */
export function coverageCsv(report: CoverageReport, language: Language): string {
  const telling = tellCoverage(report, language)
  const { document, users } = report
  const at = (care_unit_id: string | null) => ({ care_unit_id, unit: coverageUnitName(telling, care_unit_id) })
  const person = (user_id: string) => ({ user_id, name: users.get(user_id)?.name ?? null })
  const rows: Row[] = [
    ...document.units.flatMap(({ care_unit_id, months, has_reviewer, ...counts }) => [
      { row: 'unit', ...at(care_unit_id), ...counts, has_reviewer: String(has_reviewer) },
      ...months.map((one) => ({ row: 'month', ...at(care_unit_id), ...one })),
    ]),
    ...document.not_reviewed.map(({ user_id, care_unit_id, state }) => ({
      row: 'not_reviewed',
      ...at(care_unit_id),
      ...person(user_id),
      state,
    })),
    ...document.not_by_own_unit.map(({ user_id, care_unit_id, by }) => ({
      row: 'not_by_own_unit',
      ...at(care_unit_id),
      ...person(user_id),
      state: by,
    })),
    ...document.cases_without_reviewer.map(({ care_unit_id, ...one }) => ({
      row: 'case_without_reviewer',
      ...at(care_unit_id),
      ...one,
    })),
  ]
  return stringify(rows, { header: true, columns: [...columns], escape_formulas: true, cast: { string: plainText } })
}
