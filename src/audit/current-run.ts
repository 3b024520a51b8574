import { z } from 'zod'
import type { Store } from '../store/store.ts'
import { composeRuns } from './compose-runs.ts'
import { type Part, readFinding, readRun, type StoredFinding, type StoredRun } from './keep-run.ts'
import { readNightly } from './nightly-state.ts'

/**
 * The runs that hold now, in the order of their days: those of the nightly audits, month by month; where somebody has asked
 * for a run of their own since, that one.
 */
export async function currentRunIds(store: Store): Promise<string[]> {
  const [latest] = await store.rows('audit/latest-run', z.object({ run_id: z.string() }), { run_id: null })
  if (!latest) return []
  const nightly = await readNightly(store)
  const ids = Object.entries(nightly?.months ?? {})
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, run_id]) => run_id)
  // One that a killed process left counts as little as one that was never begun.
  const isOfNight = ids.includes(latest.run_id) || nightly?.passing.includes(latest.run_id)
  return isOfNight && ids.length > 0 ? ids : [latest.run_id]
}

/** Several runs as one, or the one asked for; undefined when there is none. */
export async function readRuns(store: Store, run_ids: readonly string[], part: Part): Promise<StoredRun | undefined> {
  const runs = []
  for (const run_id of run_ids) {
    const run = await readRun(store, run_id, part)
    if (run) runs.push(run)
  }
  return runs.length === 0 ? undefined : composeRuns(runs)
}

/** What is found now; undefined when nothing was ever asked. */
export async function readCurrentRun(store: Store, part: Part): Promise<StoredRun | undefined> {
  return await readRuns(store, await currentRunIds(store), part)
}

/** What was handed out and is not found any more, as it was found then, and how each stands now. */
export async function readLaterFindings(
  store: Store,
): Promise<{ finding: StoredFinding; state: 'explained_later' | 'gone' }[]> {
  const later = (await readNightly(store))?.later ?? []
  const found = []
  for (const { finding_id, state } of later) {
    const finding = await readFinding(store, finding_id)
    if (finding) found.push({ finding, state })
  }
  return found
}

/** Findings of the runs that hold which rest on several lookups, one of these among them. */
export async function readFindingsOf(store: Store, lookup_ids: readonly string[]): Promise<StoredFinding[]> {
  const asked = new Set(lookup_ids)
  const runs = (await currentRunIds(store)).join(' ')
  const rows = await store.rows('audit/gathered-findings', z.object({ document: z.string() }), { runs })
  return rows
    .map(({ document }) => JSON.parse(document) as StoredFinding)
    .filter((finding) => finding.lookup_ids.some((id) => asked.has(id)))
}
