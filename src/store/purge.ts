import { z } from 'zod'
import { readFacts } from './schema.ts'
import type { Store } from './store.ts'

/** What a purge of the store goes by. */
export interface StorePurge {
  /** Local day: what is from before it goes. */
  readonly cutoff: string
  /** The same of contacts: those that may explain a lookup which stays. */
  readonly contact_cutoff: string
  /** What stays all the same. */
  readonly kept: {
    readonly lookups: Iterable<string>
    readonly cases: Iterable<string>
    readonly runs: Iterable<string>
  }
}

/** How many rows of each table go; tables of which none do are left out. */
export type PurgeCounts = Readonly<Record<string, number>>

/** Tables whose rows grow old; every other table is kept whole. */
const aging: readonly string[] = [
  'access_event',
  'lookup',
  'audit_run',
  'audit_finding',
  'audit_case',
  'care_contact',
  'shift',
  'staff',
  'assignment',
  'absence',
  'relation',
  'block',
  'block_override',
  'consent',
  'watchlist',
  'reviewer',
  'coverage',
]

/** Tables that are too large to be looked through for what is exempt where nothing is. */
const large: ReadonlySet<string> = new Set(['access_event', 'lookup'])

const Gone = z.object({ gone: z.coerce.number() })
const Name = z.object({ name: z.string() })
const ClippedCase = z.object({ run_id: z.string(), case_id: z.string(), document: z.string() })

/** Makes the tables that say what stays beyond its time; comes before counting and copying. */
export async function prepareStorePurge(store: Store, { cutoff, kept }: StorePurge): Promise<void> {
  // It has the macro that makes the ids of lookups.
  await store.run('grade/temp-tables')
  await store.run('purge/keep-tables')
  const lines = (ids: Iterable<string>): [string][] => [...ids].map((id) => [id])
  await store.append('asked_lookup', lines(kept.lookups))
  await store.append('kept_case', lines(kept.cases))
  await store.append('kept_run', lines(kept.runs))
  await store.run('purge/kept-lookups', { cutoff })
}

/** How many rows of each table have passed their time. */
export async function countPastRows(store: Store, purge: StorePurge): Promise<PurgeCounts> {
  const counts: Record<string, number> = {}
  for (const table of aging) {
    const parts = { table, keep: await keepOf(store, table) }
    const { gone } = await store.row('purge/count-gone', Gone, valuesOf(purge), parts)
    if (gone > 0) counts[table] = gone
  }
  return counts
}

/** How many events bear no time and come from a file without any: nobody can tell when theirs has passed. */
export async function countUntimed(store: Store): Promise<number> {
  const { untimed } = await store.row('purge/untimed', z.object({ untimed: z.coerce.number() }))
  return untimed
}

/**
 * Writes what stays into a new store beside this one. Deleting in place would leave the text of the rows in the file, and
 * a bulk commit may tear; the caller puts the new file in place of the old one.
 * @param counts how many rows go
 * @param path where; the store must have been opened with it among the readable files (`newStoreFiles`)
 */
export async function writeKeptStore(
  store: Store,
  purge: StorePurge,
  counts: PurgeCounts,
  path: string,
): Promise<void> {
  const { name: database } = await store.row('purge/database', Name)
  const parts = { path: `'${path.replaceAll("'", "''")}'`, database: `"${database.replaceAll('"', '""')}"` }
  await store.run('purge/new-store', {}, parts)
  for (const { name: table } of await store.rows('purge/tables', Name)) {
    await store.run('purge/copy-kept', valuesOf(purge), { table, keep: await keepOf(store, table) })
  }
  await store.run('purge/clip-coverage', valuesOf(purge))
  await clipCases(store)
  const { access_event = 0, lookup = 0 } = counts
  if (access_event + lookup > 0) await store.run('purge/remember', { cutoff: purge.cutoff })
  await store.run('purge/close-new-store')
}

/** The local day before which events may have been purged; null where none ever were. What is exempt may still be there. */
export async function purgedBefore(store: Store): Promise<string | null> {
  return (await readFacts(store)).get('purged_before') ?? null
}

/** That day for a period that begins before it, of whose log only a part is left; null where all of it is there. @param from its first day */
export async function purgedSince(store: Store, from: string): Promise<string | null> {
  const day = await purgedBefore(store)
  return day !== null && from < day ? day : null
}

/** SQL of which rows of a table stay. */
async function keepOf(store: Store, table: string): Promise<string> {
  if (!aging.includes(table)) return 'true'
  const keep = store.text(`purge/keeps/${table}`)
  if (!large.has(table)) return keep
  const { any } = await store.row('purge/any-kept', z.object({ any: z.boolean() }))
  return any ? `${keep} or ${store.text(`purge/exempt/${table}`)}` : keep
}

/** A case keeps the findings that stay. */
async function clipCases(store: Store): Promise<void> {
  for (const { run_id, case_id, document } of await store.rows('purge/clipped-cases', ClippedCase)) {
    const left = await store.rows('purge/left-findings', z.object({ finding_id: z.string() }), { run_id, case_id })
    const ids = new Set(left.map(({ finding_id }) => finding_id))
    const file = JSON.parse(document) as { finding_ids: string[] }
    const clipped = { ...file, finding_ids: file.finding_ids.filter((id) => ids.has(id)) }
    await store.run('purge/replace-case', { run_id, case_id, document: JSON.stringify(clipped) })
  }
}

/** The files that DuckDB writes for a store at a path. */
export function newStoreFiles(path: string): string[] {
  return ['', '.wal', '.wal.checkpoint', '.wal.recovery'].map((ending) => path + ending)
}

function valuesOf({ cutoff, contact_cutoff }: StorePurge): { cutoff: string; contact_cutoff: string } {
  return { cutoff, contact_cutoff }
}
