import { z } from 'zod'
import type { StoredFinding } from '../audit/keep-run.ts'
import type { LaterState } from '../model/later-state.ts'
import { relationGrades, type RelationGrade } from '../model/grade.ts'
import { addMonths } from '../model/period.ts'
import { severities } from '../model/severity.ts'
import type { Reviewed } from '../review/states.ts'
import type { Store } from '../store/store.ts'

const Fresh = z.object({
  finding_id: z.string(),
  case_id: z.string(),
  rule: z.string(),
  rule_version: z.number(),
  severity: z.enum(severities),
  relation_grade: z.enum(relationGrades).nullable(),
  lookup_ids: z.array(z.string()),
  opens: z.boolean(),
  suppressed: z.boolean(),
  /** NULL where its case is none of those of the run. */
  handed_out: z.boolean().nullable(),
  case_unit: z.string().nullable(),
})
/** A finding that is new in a run, without its evidence. */
export type FreshFinding = z.infer<typeof Fresh>

/** What one month's new run has changed. */
export interface MonthChanges {
  readonly fresh: readonly FreshFinding[]
  readonly reopened: readonly FreshFinding[]
  /** Explained now, by which reason; nobody had been handed it. */
  readonly closed: readonly { readonly finding: StoredFinding; readonly reason_id: string }[]
  /** Found no more, with nothing that explains it, and handed to nobody. */
  readonly gone: readonly StoredFinding[]
  /** What somebody has been handed, and is not found any more. */
  readonly later: readonly LaterState[]
}

/** What the reviews know. */
export interface Handed {
  readonly reviewed: Reviewed
  /** Finding → the case in which it was handed out. */
  readonly caseOf: ReadonlyMap<string, string>
}

const Text = z.object({ document: z.string() })
const Unfound = Text.extend({ is_of_month: z.boolean() })
const Both = z.object({ now: z.string(), before: z.string() })
const Now = z.object({
  lookup_id: z.string(),
  relation_grade: z.enum(relationGrades).nullable(),
  reason_id: z.string().nullable(),
})
type Now = z.infer<typeof Now>

const explaining: ReadonlySet<RelationGrade | null> = new Set(['A+', 'A', 'B+', 'B', 'P'])

/** Rules that gather lookups only for lack of what explains them: that one is explained takes it out of them. */
const gatherUnexplained: ReadonlySet<string> = new Set(['serial-lookup', 'repeated-lookup', 'crowd'])

/** A month's new run, and the one that held before; an empty name where no night has asked the month. */
interface Runs {
  readonly run_id: string
  readonly before: string
  /** Rules that the new one could not ask: what they found before stays as it was. */
  readonly failed: ReadonlySet<string>
}

/**
 * Compares a month's new run with the one that held; both are kept. Comes right after the new one was made: its graded lookups
 * say what explains those that are not found any more. What was handed out is compared with what any run of it has said:
 * people hand out of runs that no night has made, too.
 * @param wasLater what had been handed out and was not found any more until now, by id
 */
export async function compareRuns(
  store: Store,
  month: string,
  runs: Runs,
  handed: Handed,
  wasLater: ReadonlySet<string>,
): Promise<MonthChanges> {
  const { reviewed, caseOf } = handed
  const { run_id, before, failed } = runs
  const come = await store.rows('nightly/fresh', Fresh, { run_id, before })
  const isAgain = (one: FreshFinding): boolean =>
    wasLater.has(one.finding_id) || (caseOf.has(one.finding_id) && reviewed.stateOf(one) === 'new')
  const isNew = (one: FreshFinding): boolean =>
    !wasLater.has(one.finding_id) && !caseOf.has(one.finding_id) && reviewed.stateOf(one) === 'new'
  const lost = (await store.rows('nightly/lost', Text, { run_id, before })).map(read)
  const free = lost.filter(({ finding_id, rule }) => !caseOf.has(finding_id) && !failed.has(rule))
  const unfound = await lostOfHanded(store, month, runs, handed, wasLater)
  const all = [...free, ...unfound.map(({ finding }) => finding)]
  const lookups = await lookupsNow(store, all)
  const reasons = new Map(all.map((finding) => [finding.finding_id, reasonOf(finding, lookups)]))
  return {
    fresh: come.filter(isNew),
    reopened: [...come.filter(isAgain), ...(await turnedNew(store, runs, handed))],
    closed: free.flatMap((finding) => {
      const reason_id = reasons.get(finding.finding_id)
      return reason_id ? [{ finding, reason_id }] : []
    }),
    gone: free.filter(({ finding_id }) => !reasons.get(finding_id)),
    later: unfound.flatMap(({ finding: { finding_id, rule, severity }, is_of_month }): LaterState[] => {
      const reason_id = reasons.get(finding_id) ?? null
      // A run of other days may have asked otherwise: that the month's does not find it takes no data that changed.
      if (reason_id === null && !is_of_month) return []
      const state = reason_id === null ? 'gone' : 'explained_later'
      return [{ finding_id, case_id: caseOf.get(finding_id)!, rule, severity, state, reason_id, month }]
    }),
  }
}

/** What was handed out and is not found any more since now, as it was found last. */
async function lostOfHanded(
  store: Store,
  month: string,
  { run_id, before, failed }: Runs,
  { caseOf }: Handed,
  wasLater: ReadonlySet<string>,
): Promise<{ readonly finding: StoredFinding; readonly is_of_month: boolean }[]> {
  if (caseOf.size === 0) return []
  await askAbout(store, caseOf.keys())
  const values = { run_id, before, from: month, to: addMonths(month, 1) }
  const found = await store.rows('nightly/lost-handed', Unfound, values)
  return found
    .map((row) => ({ finding: read(row), is_of_month: row.is_of_month }))
    .filter(({ finding: { finding_id, rule } }) => !wasLater.has(finding_id) && !failed.has(rule))
}

async function askAbout(store: Store, finding_ids: Iterable<string>): Promise<void> {
  await store.run('nightly/asked-gone')
  await store.append(
    'asked_gone',
    [...finding_ids].map((id) => [id, null, null]),
  )
}

function read({ document }: { readonly document: string }): StoredFinding {
  return JSON.parse(document) as StoredFinding
}

/** What was judged, is found still, and is to be asked again: there is a new lookup, or less explains it. */
async function turnedNew(
  store: Store,
  { run_id, before }: Runs,
  { reviewed, caseOf }: Handed,
): Promise<FreshFinding[]> {
  if (caseOf.size === 0) return []
  await askAbout(store, caseOf.keys())
  const both = await store.rows('nightly/both', Both, { run_id, before })
  return both.flatMap((row) => {
    const [now, then] = [row.now, row.before].map((text) => JSON.parse(text) as StoredFinding) as [
      StoredFinding,
      StoredFinding,
    ]
    if (reviewed.stateOf(now) !== 'new' || reviewed.stateOf(then) === 'new') return []
    return [{ ...now, handed_out: null, case_unit: null }]
  })
}

/** What explains a finding now that it is not found any more; null where nothing does. */
function reasonOf(finding: StoredFinding, lookups: ReadonlyMap<string, Now>): string | null {
  if (explaining.has(finding.relation_grade)) return null
  // Where many lookups are gathered whatever explains them, that one is explained takes none away.
  const isOfMany = finding.relation_grade === null && finding.lookup_ids.length > 1
  if (isOfMany && !gatherUnexplained.has(finding.rule)) return null
  const found = finding.lookup_ids
    .flatMap((id) => lookups.get(id) ?? [])
    .filter(({ relation_grade }) => explaining.has(relation_grade))
    .toSorted((a, b) => relationGrades.indexOf(a.relation_grade!) - relationGrades.indexOf(b.relation_grade!))
  return found[0]?.reason_id ?? null
}

async function lookupsNow(store: Store, findings: readonly StoredFinding[]): Promise<Map<string, Now>> {
  if (findings.length === 0) return new Map()
  await store.run('nightly/asked-gone')
  await store.append(
    'asked_gone',
    findings.flatMap(({ lookup_ids, user_id, patient_id }) => lookup_ids.map((id) => [id, user_id, patient_id])),
  )
  const rows = await store.rows('nightly/lookups-now', Now)
  return new Map(rows.map((row) => [row.lookup_id, row]))
}
