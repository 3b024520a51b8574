import { z } from 'zod'
import type { Period } from '../model/period.ts'
import type { Store } from '../store/store.ts'
import type { StoredRun } from './run-audit.ts'

/** The head of the trail that a run of the same id was printed with, so that a rerun prints the same bytes. */
export async function knownTrailHead(store: Store, run_id: string): Promise<string | undefined> {
  const [row] = await store.rows('audit/known-run', z.object({ trail_head: z.string() }), { run_id })
  return row?.trail_head
}

/**
 * Keeps a run, in place of an earlier one of the same id. The findings come first and the run last, in a small commit of
 * its own: findings without a run are those of a killed process, and no one reads them.
 */
export async function keepRun(store: Store, stored: StoredRun): Promise<void> {
  const { findings, ...document } = stored.document
  const { run_id, from, to } = document.run
  await store.run('audit/forget-run', { run_id })
  await store.run('audit/run-finding-table')
  await store.append(
    'run_finding',
    findings.map((finding) => {
      const { finding_id, case_id, rule, user_id, patient_id, care_unit_id, day } = finding
      return [finding_id, case_id, rule, user_id, patient_id, care_unit_id, day, JSON.stringify(finding)]
    }),
  )
  await store.run('audit/save-findings', { run_id })
  const kept = { document, cases: stored.cases, summary: stored.summary }
  await store.run('audit/save-run', { run_id, from, to, document: JSON.stringify(kept) })
}

const Text = z.object({ document: z.string() })

/** The latest run, or the one asked for; undefined when there is none. */
export async function readRun(store: Store, run_id: string | null): Promise<StoredRun | undefined> {
  const [row] = await store.rows('audit/latest-run', z.object({ run_id: z.string(), document: z.string() }), { run_id })
  if (!row) return undefined
  const kept = JSON.parse(row.document) as Omit<StoredRun, 'document'> & {
    document: Omit<StoredRun['document'], 'findings'>
  }
  const rows = await store.rows('audit/run-findings', Text, { run_id: row.run_id })
  const findings = rows.map(({ document }) => JSON.parse(document) as StoredRun['document']['findings'][number])
  return { ...kept, document: { ...kept.document, findings } }
}

/** The latest run of exactly these days; undefined when there is none. */
export async function readRunOf(store: Store, period: Period): Promise<StoredRun | undefined> {
  const [row] = await store.rows('audit/run-of-period', z.object({ run_id: z.string() }), { ...period })
  return row && readRun(store, row.run_id)
}

/** Findings of the latest run that rest on several lookups, one of these among them. */
export async function readFindingsOf(
  store: Store,
  lookup_ids: readonly string[],
): Promise<StoredRun['document']['findings'][number][]> {
  const asked = new Set(lookup_ids)
  const rows = await store.rows('audit/gathered-findings', Text)
  return rows
    .map(({ document }) => JSON.parse(document) as StoredRun['document']['findings'][number])
    .filter((finding) => finding.lookup_ids.some((id) => asked.has(id)))
}

/** A finding as its latest run kept it. */
export async function readFinding(
  store: Store,
  finding_id: string,
): Promise<StoredRun['document']['findings'][number] | undefined> {
  const [row] = await store.rows('audit/finding', Text, { finding_id })
  return row && (JSON.parse(row.document) as StoredRun['document']['findings'][number])
}
