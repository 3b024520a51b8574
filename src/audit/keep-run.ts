import { z } from 'zod'
import { type AuditDocument, type AuditSummary, type CaseFile, firstCases } from '../model/audit-document.ts'
import type { Finding } from '../model/finding.ts'
import type { Period } from '../model/period.ts'
import { readingMinutes } from '../model/reading-time.ts'
import { countCases, countFindings, RunTally } from '../model/run-tally.ts'
import type { Store } from '../store/store.ts'
import { gatherEvidence, type Seen } from './evidence.ts'
import { readPeople } from './grade-lookups.ts'
import { sideBySide } from './side-by-side.ts'
import type { MadeRun } from './run-audit.ts'

/** A finding as it is kept: unmasked, its evidence without words, so that it can be read in any language. */
export type StoredFinding = Omit<Finding, 'evidence'> & { readonly evidence: readonly Seen[] }

/** A run as it is read from the store. */
export interface StoredRun {
  readonly document: Omit<AuditDocument, 'findings'> & { readonly findings: readonly StoredFinding[] }
  readonly cases: readonly CaseFile[]
  readonly summary: AuditSummary
  /** Of the whole run, whatever part of it was read. */
  readonly tally: RunTally
}

/** A case with its findings. */
export interface HeldCase {
  readonly file: CaseFile
  readonly findings: readonly StoredFinding[]
}

/**
 * Which findings and cases of a run are read: all; what a report shows, the protected too; those of cases that are handed out;
 * these cases, and the findings of the first of them only; or none.
 */
export type Part = 'all' | 'shown' | 'handed_out' | 'first' | 'head'

/** So many findings are kept at a time: their documents have room in memory, whatever the size of the log. */
const portion = 500_000

/** A report says so many contacts of each lookup; `explain` says them all. */
const mostSaid = 3

/** The head of the trail that a run of the same id was printed with, so that a rerun prints the same bytes. */
export async function knownTrailHead(store: Store, run_id: string): Promise<string | undefined> {
  const [row] = await store.rows('audit/known-run', z.object({ trail_head: z.string() }), { run_id })
  return row?.trail_head
}

/**
 * Keeps the run whose findings and cases lie in the store, in place of an earlier one of the same id. They come first and the
 * run last, in a small commit of its own: findings without a run are those of a killed process, and no one reads them.
 */
export async function keepRun(
  store: Store,
  { run, summary, tally }: MadeRun,
  settings: { readonly lead_days: number; readonly follow_days: number },
): Promise<void> {
  const { run_id, from, to } = run
  await store.run('audit/forget-run', { run_id })
  const findings = countFindings(tally, () => true)
  // Of so many that they are kept in portions, memory is short.
  const connections = findings > portion ? [store] : await store.connections()
  await sideBySide(connections, [
    async (one) => {
      for (const places of portions(findings)) {
        await one.run('findings/asked-lookups', places)
        await gatherEvidence(one, settings, mostSaid)
        await one.run('findings/save', { run_id, ...places })
      }
    },
    (other) => saveCases(other, run_id, tally),
  ])
  const document = { document: { schema: 'loggkoll/audit/1', run }, summary, tally }
  await store.run('audit/save-run', { run_id, from, to, document: JSON.stringify(document) })
}

/** Keeps the cases that lie in the store (`case_file`). */
export async function saveCases(store: Store, run_id: string, tally: RunTally): Promise<void> {
  const { aCase, aLookup, most } = readingMinutes
  const minutes = { minutes_a_case: aCase, minutes_a_lookup: aLookup, minutes_most: most }
  for (const places of portions(countCases(tally).cases + 1)) {
    await store.run('findings/save-cases', { run_id, ...minutes, ...places })
  }
}

function* portions(end: number): Generator<{ first: number; end: number }> {
  for (let first = 0; first < end; first += portion) yield { first, end: first + portion }
}

const Text = z.object({ document: z.string() })

/** What is kept of a run beside its findings and cases. */
const Head = z.object({
  document: z.custom<Omit<AuditDocument, 'findings'>>(),
  summary: z.custom<AuditSummary>(),
  tally: RunTally,
})

/** The latest run, or the one asked for; undefined when there is none. */
export async function readRun(store: Store, run_id: string | null, part: Part = 'all'): Promise<StoredRun | undefined> {
  const [row] = await store.rows('audit/latest-run', z.object({ run_id: z.string(), document: z.string() }), { run_id })
  if (!row) return undefined
  const { document, summary, tally } = Head.parse(JSON.parse(row.document))
  if (part === 'shown') {
    // Who is protected is read as it is now: protection that came after the run holds for its reports too.
    await readPeople(store, document.run)
    await store.run('audit/protected-persons')
  }
  const values = { run_id: row.run_id }
  const head = { document: { ...document, findings: [] }, cases: [], summary, tally }
  if (part === 'head') return head
  const findings = await store.rows(part === 'shown' ? 'audit/shown-findings' : 'audit/run-findings', Text, {
    ...values,
    handed_out: part !== 'all',
    most: part === 'first' ? firstCases : Number.MAX_SAFE_INTEGER,
  })
  const cases = await store.rows('audit/run-cases', Text, { ...values, handed_out: part !== 'all' })
  return {
    ...head,
    document: { ...document, findings: findings.map((one) => JSON.parse(one.document) as StoredFinding) },
    cases: cases.map((one) => JSON.parse(one.document) as CaseFile),
  }
}

/** Every finding of a run, read as they are asked for. */
export async function* streamFindings(store: Store, run_id: string): AsyncGenerator<StoredFinding> {
  for await (const text of store.stream('audit/stream-findings', { run_id })) yield JSON.parse(text) as StoredFinding
}

/** Every case of a run with its findings, in the order in which they are handed out, read as they are asked for. */
export async function* streamCases(store: Store, run_id: string): AsyncGenerator<HeldCase> {
  for await (const text of store.stream('audit/stream-cases', { run_id })) yield JSON.parse(text) as HeldCase
}

/** The latest run of exactly these days; undefined when there is none. */
export async function readRunOf(store: Store, period: Period): Promise<StoredRun | undefined> {
  const [row] = await store.rows('audit/run-of-period', z.object({ run_id: z.string() }), { ...period })
  return row && readRun(store, row.run_id)
}

/** A finding as its latest run kept it. */
export async function readFinding(store: Store, finding_id: string): Promise<StoredFinding | undefined> {
  const [row] = await store.rows('audit/finding', Text, { finding_id })
  return row && (JSON.parse(row.document) as StoredFinding)
}
