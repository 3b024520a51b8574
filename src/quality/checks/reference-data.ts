import { z } from 'zod'
import type { QualityRemark } from '../../model/quality-document.ts'
import type { Severity } from '../../model/severity.ts'
import { rules } from '../../rules/index.ts'
import { type Check, figure, place, remark, type Scope, severityOf } from '../check.ts'
import { mostPlaces, uncovered } from '../thresholds.ts'

const count = z.coerce.number()
const Table = z.object({ name: z.string(), rows: count, valid: count.nullable() })
type Table = z.infer<typeof Table>
const Coverage = z.object({ lookups: count, uncovered: count, units: count, silent_units: count })
const CoveragePlace = z.object({
  care_unit_id: z.string(),
  first_day: z.string(),
  last_day: z.string(),
  part: count,
  whole: count,
  places: count,
})
const ShiftDays = z.object({ days: count, without_shift: count })

/** The registers by name, with how much of each holds in the period. */
export async function readTables({ store }: Pick<Scope, 'store'>): Promise<ReadonlyMap<string, Table>> {
  return new Map((await store.rows('quality/tables', Table)).map((table) => [table.name, table]))
}

/** Are the reference data there, and do they speak for the days of the log? Which rules can then answer? */
export const checkReferenceData: Check = {
  id: 'reference-data',
  async ask({ store, period }) {
    const tables = await readTables({ store })
    const rowsOf = (name: string): number => tables.get(name)?.rows ?? 0
    const needed = [...new Set(rules.flatMap((rule) => rule.needs.flat()))].filter((name) => name !== 'user_person')
    await store.run('quality/contact-coverage', { ...period })
    const coverage = await store.row('quality/coverage-counts', Coverage)
    const places = await store.rows('quality/coverage-places', CoveragePlace, { most: mostPlaces })
    const shifts = await store.row('quality/shift-days', ShiftDays)
    const asked = rules.filter((rule) => rule.needs.every((group) => group.some((name) => rowsOf(name) > 0)))
    return {
      figures: [
        figure('rules_asked', asked.length, { whole: rules.length }),
        ...needed.map((name) => figure('table_rows', rowsOf(name), { subject: name })),
        ...(rowsOf('care_contact') > 0
          ? [
              figure('lookups_covered', coverage.lookups - coverage.uncovered, { whole: coverage.lookups }),
              figure('units_covered', coverage.units - coverage.silent_units, { whole: coverage.units }),
            ]
          : []),
        ...(rowsOf('shift') > 0
          ? [figure('days_with_shifts', shifts.days - shifts.without_shift, { whole: shifts.days })]
          : []),
      ],
      remarks: [
        ...missingTables(rowsOf),
        ...needed.flatMap((name) => outsidePeriod(tables.get(name))),
        ...(rowsOf('care_contact') > 0 ? contacts(coverage, places) : []),
        ...(rowsOf('shift') > 0 ? shiftGaps(shifts, tables.get('shift')) : []),
      ],
    }
  },
}

/** One remark for each register, or choice of registers, that is empty, with the rules that it keeps from answering. */
function missingTables(rowsOf: (name: string) => number): QualityRemark[] {
  const barred = new Map<string, string[]>()
  const helped = new Map<string, string[]>()
  const note = (into: Map<string, string[]>, key: string, rule: string) =>
    into.set(key, [...(into.get(key) ?? []), rule])
  for (const { id, needs } of rules) {
    for (const group of needs) {
      const tables = group.filter((name) => name !== 'user_person')
      const empty = tables.filter((name) => rowsOf(name) === 0)
      if (group.every((name) => rowsOf(name) === 0)) note(barred, empty.join(' '), id)
      else for (const name of empty) note(helped, name, id)
    }
  }
  const made = (code: string, found: Map<string, string[]>, weigh: (ids: readonly string[]) => Severity) =>
    [...found].map(([subject, ids]) =>
      remark(code, weigh(ids), ids.length, { subject, whole: rules.length, facts: { rules: ids.join(' ') } }),
    )
  return [
    // Without contacts the main question of a log control cannot be put at all.
    ...made('table_missing', barred, (ids) => (ids.includes('no-care-relation') ? 'high' : 'medium')),
    ...made('table_could_help', helped, () => 'info'),
  ]
}

function outsidePeriod(table: Table | undefined): QualityRemark[] {
  if (!table || table.rows === 0 || table.valid !== 0) return []
  return [remark('table_outside', 'medium', table.rows, { subject: table.name, whole: table.rows })]
}

function contacts(coverage: z.infer<typeof Coverage>, rows: readonly z.infer<typeof CoveragePlace>[]): QualityRemark[] {
  const severity = severityOf(coverage.uncovered, coverage.lookups, uncovered)
  if (severity === null) return []
  const places = rows.map((row) =>
    place(row.part, { care_unit_id: row.care_unit_id, from: row.first_day, to: row.last_day, whole: row.whole }),
  )
  return [
    remark('contacts_uncovered', severity, coverage.uncovered, {
      subject: 'care_contact',
      whole: coverage.lookups,
      facts: { units: coverage.silent_units },
      places,
      more_places: (rows[0]?.places ?? 0) - rows.length,
    }),
  ]
}

function shiftGaps({ days, without_shift }: z.infer<typeof ShiftDays>, shift: Table | undefined): QualityRemark[] {
  // A roster wholly outside the period is said as such.
  if (without_shift === 0 || shift?.valid === 0) return []
  return [remark('days_without_shifts', 'low', without_shift, { subject: 'shift', whole: days })]
}
