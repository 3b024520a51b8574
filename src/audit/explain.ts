import { z } from 'zod'
import { Facts } from '../model/finding.ts'
import { relationGrades, type RelationGrade } from '../model/grade.ts'
import { addDays, type Period } from '../model/period.ts'
import { severities, type Severity } from '../model/severity.ts'
import { activities, purposes, wordsOf } from '../model/vocabulary.ts'
import type { Rule } from '../rules/rule.ts'
import type { Store } from '../store/store.ts'
import { readEvidence, type Seen } from './evidence.ts'
import { beginFinding, nameFindings } from './findings.ts'
import { gradeLookups } from './grade-lookups.ts'
import { readFindingsOf } from './current-run.ts'
import { readFinding } from './keep-run.ts'
import { type AuditSettings, beginAsking } from './run-audit.ts'
import { runRule } from './run-rule.ts'

/** Which lookups are to be explained. */
export interface ExplainTarget {
  /** NULL is everyone who opened the patient's record. */
  readonly user_id: string | null
  /** NULL is everyone whose record the user opened. */
  readonly patient_id: string | null
  readonly period: Period
  /** The lookups asked about; NULL is all of these in the period. */
  readonly lookup_ids: readonly string[] | null
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

const FoundRow = z.object({
  lookup_no: z.coerce.number(),
  rule: z.string(),
  severity: z.enum(severities),
  finding_id: z.string(),
  facts: z.string(),
  source: z.string(),
})

/** So many contacts and assignments are said of each lookup. */
const mostSaid = 100

/** The lookup behind a finding's id (`F-…`) or a lookup's own (`L-…`); undefined when there is none. */
export async function findTarget(store: Store, id: string): Promise<ExplainTarget | undefined> {
  if (id.startsWith('F-')) {
    const finding = await readFinding(store, id)
    if (!finding) return undefined
    const { user_id, patient_id, first_time, last_time, lookup_ids } = finding
    const period = { from: first_time.slice(0, 10), to: addDays(last_time.slice(0, 10), 1) }
    return { user_id, patient_id, period, lookup_ids }
  }
  const Row = z.object({ user_id: z.string(), patient_id: z.string().nullable(), day: z.string() })
  await store.run('grade/temp-tables')
  const [row] = await store.rows('audit/find-lookup', Row, { lookup_id: id })
  return row && { user_id: row.user_id, patient_id: row.patient_id, period: oneDay(row.day), lookup_ids: [id] }
}

/** All days on which a user opened a person's record; undefined when there is none. */
export async function findPair(store: Store, user_id: string, patient_id: string): Promise<ExplainTarget | undefined> {
  await store.run('grade/person-keys')
  const Days = z.object({ first_day: z.string().nullable(), last_day: z.string().nullable() })
  const { first_day, last_day } = await store.row('audit/pair-days', Days, { user_id, patient_id })
  if (first_day === null || last_day === null) return undefined
  return { user_id, patient_id, period: { from: first_day, to: addDays(last_day, 1) }, lookup_ids: null }
}

function oneDay(day: string): Period {
  return { from: day, to: addDays(day, 1) }
}

/** Every reason of a lookup, not only the strongest, and what each rule says of it. */
export async function explainLookups(
  store: Store,
  target: ExplainTarget,
  rules: readonly Rule[],
  settings: AuditSettings,
): Promise<ExplainedLookup[]> {
  const { period } = target
  // The users are who they were to the run that asked of these days.
  const [run] = await store.rows('audit/run-over', z.object({ from_day: z.string(), to_day: z.string() }), {
    ...period,
  })
  await gradeLookups(store, period, settings, {
    about: [target],
    run_period: run && { from: run.from_day, to: run.to_day },
  })
  const asking = await beginAsking(store, period, settings)
  const graded = (await store.rows('audit/graded', GradedRow)).filter(
    ({ lookup_id }) => target.lookup_ids?.includes(lookup_id) ?? true,
  )
  const gathered = await readEvidence(store, settings, mostSaid)
  await beginFinding(store, [])
  // What compares many lookups cannot be asked of these alone: the latest run says what it found.
  for (const rule of rules.filter(({ gathers }) => !gathers)) await runRule(rule, asking)
  await nameFindings(store, period.from)
  const found = Map.groupBy(await store.rows('findings/of-lookups', FoundRow), ({ lookup_no }) => lookup_no)
  const gathered_findings = await readFindingsOf(
    store,
    graded.map(({ lookup_id }) => lookup_id),
  )
  return graded.map((row) => {
    const { lookup_no, activities: done, purposes: stated, ...lookup } = row
    const own = [
      ...(found.get(lookup_no) ?? []).map(({ facts, source, ...finding }) => ({
        ...finding,
        evidence: [{ direction: 'for' as const, code: finding.rule, facts: Facts.parse(JSON.parse(facts)), source }],
      })),
      ...gathered_findings.filter((finding) => finding.lookup_ids.includes(lookup.lookup_id)),
    ]
    return {
      ...lookup,
      activities: wordsOf(activities, done),
      purposes: wordsOf(purposes, stated),
      findings: own.map(({ rule, severity, finding_id }) => ({ rule, severity, finding_id })),
      evidence: [...own.flatMap((finding) => finding.evidence.slice(0, 1)), ...(gathered.get(lookup_no) ?? [])],
    }
  })
}
