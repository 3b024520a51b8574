import { z } from 'zod'
import { relationGrades, type RelationGrade } from '../model/grade.ts'
import { addDays, type Period } from '../model/period.ts'
import type { Severity } from '../model/severity.ts'
import { activities, purposes, wordsOf } from '../model/vocabulary.ts'
import type { AnyRule } from '../rules/rule.ts'
import type { Store } from '../store/store.ts'
import { gatherEvidence, type Seen } from './evidence.ts'
import { makeFinding, type RawFinding } from './findings.ts'
import { gradeLookups } from './grade-lookups.ts'
import { readFinding } from './keep-run.ts'
import type { AuditSettings } from './run-audit.ts'
import { runRule } from './run-rule.ts'

/** Which lookups are to be explained. */
export interface ExplainTarget {
  readonly user_id: string
  readonly patient_id: string | null
  readonly period: Period
  /** The one lookup asked about; NULL is all of the pair in the period. */
  readonly lookup_id: string | null
}

/** A lookup with everything that speaks for and against it. */
export interface ExplainedLookup {
  readonly lookup_id: string
  readonly user_id: string
  readonly patient_id: string | null
  readonly care_unit_id: string | null
  readonly day: string
  readonly first_time: string
  readonly last_time: string
  readonly event_count: number
  readonly activities: readonly string[]
  readonly purposes: readonly string[]
  readonly relation_grade: RelationGrade | null
  readonly reason_id: string | null
  readonly relation_cause: string | null
  readonly findings: readonly { readonly rule: string; readonly severity: Severity; readonly finding_id: string }[]
  readonly evidence: readonly Seen[]
}

const GradedRow = z.object({
  lookup_no: z.coerce.number(),
  lookup_id: z.string(),
  user_id: z.string(),
  patient_id: z.string().nullable(),
  care_unit_id: z.string().nullable(),
  day: z.string(),
  first_time: z.string(),
  last_time: z.string(),
  event_count: z.number(),
  activities: z.number(),
  purposes: z.number(),
  relation_grade: z.enum(relationGrades).nullable(),
  reason_id: z.string().nullable(),
  relation_cause: z.string().nullable(),
})

/** The lookup behind a finding's id (`F-…`) or a lookup's own (`L-…`); undefined when there is none. */
export async function findTarget(store: Store, id: string): Promise<ExplainTarget | undefined> {
  if (id.startsWith('F-')) {
    const finding = await readFinding(store, id)
    if (!finding || finding.user_id === null) return undefined
    const { user_id, patient_id, day, lookup_ids } = finding
    return { user_id, patient_id, period: oneDay(day), lookup_id: lookup_ids[0] ?? null }
  }
  const Row = z.object({ user_id: z.string(), patient_id: z.string().nullable(), day: z.string() })
  await store.run('grade/temp-tables')
  const [row] = await store.rows('audit/find-lookup', Row, { lookup_id: id })
  return row && { user_id: row.user_id, patient_id: row.patient_id, period: oneDay(row.day), lookup_id: id }
}

/** All days on which a user opened a person's record; undefined when there is none. */
export async function findPair(store: Store, user_id: string, patient_id: string): Promise<ExplainTarget | undefined> {
  await store.run('grade/person-keys')
  const Days = z.object({ first_day: z.string().nullable(), last_day: z.string().nullable() })
  const { first_day, last_day } = await store.row('audit/pair-days', Days, { user_id, patient_id })
  if (first_day === null || last_day === null) return undefined
  return { user_id, patient_id, period: { from: first_day, to: addDays(last_day, 1) }, lookup_id: null }
}

function oneDay(day: string): Period {
  return { from: day, to: addDays(day, 1) }
}

/** Every reason of a lookup, not only the strongest, and what each rule says of it. */
export async function explainLookups(
  store: Store,
  target: ExplainTarget,
  rules: readonly AnyRule[],
  settings: AuditSettings,
): Promise<ExplainedLookup[]> {
  const { period } = target
  await gradeLookups(store, period, settings, target)
  const sizes = await store.rows('audit/table-sizes', z.object({ name: z.string(), rows: z.coerce.number() }))
  const tables = new Map(sizes.map(({ name, rows }) => [name, rows]))
  const graded = (await store.rows('audit/graded', GradedRow)).filter(
    ({ lookup_id }) => target.lookup_id === null || lookup_id === target.lookup_id,
  )
  const gathered = await gatherEvidence(
    store,
    graded.map((row) => row.lookup_no),
    settings,
    100,
  )
  const found: RawFinding[] = []
  for (const rule of rules) {
    const { flagged } = await runRule(store, rule, settings.parameters[rule.id], period, tables)
    found.push(...flagged.map((one) => makeFinding(rule, one, [])))
  }
  return graded.map((row) => {
    const { lookup_no, activities: done, purposes: stated, ...lookup } = row
    const own = found.filter((raw) => raw.lookup_no === lookup_no).map(({ finding }) => finding)
    return {
      ...lookup,
      activities: wordsOf(activities, done),
      purposes: wordsOf(purposes, stated),
      findings: own.map(({ rule, severity, finding_id }) => ({ rule, severity, finding_id })),
      evidence: [...own.flatMap((finding) => finding.evidence), ...(gathered.get(lookup_no) ?? [])],
    }
  })
}
