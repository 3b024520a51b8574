import { basename } from 'node:path'
import { z } from 'zod'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { InputKind } from '../model/reference.ts'
import { referenceTables } from '../model/reference.ts'
import { type Batch, addLookups, holdBatches } from '../store/batch.ts'
import { recordChanges } from '../store/changes.ts'
import type { Store } from '../store/store.ts'
import { readEvents } from './ingest-events.ts'
import { readReference } from './ingest-reference.ts'
import type { PreparedFile } from './prepared-file.ts'
import { sourceNamed } from './profile.ts'
import { type PurgedRows, rowsBack, rowsGone } from './purged-rows.ts'
import { type Staged, stageRows } from './stage-rows.ts'
import type { UnknownCode } from './value-maps.ts'

export interface IngestOptions {
  /** Local date of the run: centuries of undated short numbers are resolved against it. */
  readonly today: string
  /** Reference data: replace the kind within its source, or only the rows with the same key. */
  readonly mode: 'snapshot' | 'upsert'
  /** The first batch of the snapshot that the file adds to: what is older is about to go, and is not compared with. */
  readonly since?: number | undefined
  /** The batch of a part of a snapshot is left open until all parts are in (`OpenSnapshot`). */
  readonly leaveOpen?: boolean
  readonly covers?: { readonly from: string; readonly to: string }
  readonly maxRejects?: number
  readonly dryRun: boolean
}

const RejectedRow = z.object({
  source_row: z.coerce.number(),
  cause: z.string(),
  column_name: z.string().nullable(),
})
type RejectedRow = z.infer<typeof RejectedRow>

/** What became of a file: `rows = stored + duplicate + rejected + conflict`. */
export interface IngestReport {
  readonly file: string
  readonly kind: InputKind
  readonly profile: string
  readonly status: 'verified' | 'draft'
  readonly encoding: string
  readonly source_system: string
  readonly batch_id: number | null
  /** The batch that holds this very file already. */
  readonly same_as: number | null
  /** The batch of a log that was read from a file of this name, with other content. */
  readonly changed_since: number | null
  /** Of a known log what a purge has taken since; of another what it brings of days that are purged. */
  readonly purged: PurgedRows | null
  readonly rows: number
  readonly stored: number
  readonly duplicate: number
  readonly rejected: number
  readonly conflict: number
  readonly nonconforming: number
  readonly unknown_codes: readonly UnknownCode[]
  readonly unmapped: readonly string[]
  /** What the schema of the format does not allow and was read all the same: code → records. */
  readonly deviations: Readonly<Record<string, number>>
  /** The first rejected rows, for the message. */
  readonly rejects: readonly RejectedRow[]
  readonly first_day: string | null
  readonly last_day: string | null
}

const Counts = z.object({
  rejected: z.coerce.number(),
  duplicate: z.coerce.number(),
  conflict: z.coerce.number(),
  nonconforming: z.coerce.number(),
  first_day: z.string().nullable(),
  last_day: z.string().nullable(),
})
const SameFile = z.object({ batch_id: z.number(), rows_in: z.coerce.number(), rejected: z.coerce.number() })

/**
 * Reads one prepared file into the store, whole or not at all.
 * @throws {Fault} 65 when too many rows are rejected: then nothing of the file is stored
 */
export async function ingestFile(store: Store, file: PreparedFile, options: IngestOptions): Promise<IngestReport> {
  const { layout, encoding, sha256 } = file
  const { kind } = layout.profile
  const source_system = sourceNamed(layout.profile)
  const about = {
    file: file.shownAs,
    kind,
    profile: layout.profile.profile,
    status: layout.profile.status,
    encoding,
    source_system,
    unmapped: layout.unmapped,
    deviations: file.deviations,
  }
  const [same] = await store.rows('ingest/same-file', SameFile, {
    sha256,
    kind,
    profile: about.profile,
    source_system,
    mode: options.mode,
    since: options.since ?? 0,
    ...daysCovered(options),
  })
  if (same) {
    return {
      ...about,
      batch_id: null,
      same_as: same.batch_id,
      changed_since: null,
      purged: kind === 'access' ? await rowsGone(store, same.batch_id) : null,
      rows: same.rows_in,
      stored: 0,
      duplicate: same.rows_in - same.rejected,
      rejected: same.rejected,
      conflict: 0,
      nonconforming: 0,
      unknown_codes: [],
      rejects: [],
      first_day: null,
      last_day: null,
    }
  }
  const staged = await stageRows(store, file)
  const { unknown_codes, listed } =
    kind === 'access'
      ? await readEvents(store, file, staged.rows, options)
      : { unknown_codes: await readReference(store, file, kind, options), listed: 0 }
  const counts = await count(store, staged)
  const limit = options.maxRejects ?? Math.max(100, Math.floor(counts.rows / 100))
  const rejectColumn = rejectColumnOf(file)
  const rejects =
    counts.rejected + counts.conflict === 0
      ? []
      : await store.rows('ingest/incoming-rejects', RejectedRow, { limit: 5 }, { reject_column: rejectColumn })
  const isAllRejected = counts.rejected === counts.rows && counts.rows > 0 && options.maxRejects === undefined
  if (counts.rejected > limit || isAllRejected) throw tooManyRejects(file.shownAs, counts, limit, rejects)
  const changed_since = kind === 'access' ? await batchOfName(store, basename(file.shownAs)) : null
  const purged = kind === 'access' ? await rowsBack(store) : null
  const report = { ...about, ...counts, same_as: null, changed_since, purged, unknown_codes, rejects }
  if (options.dryRun) return { ...report, batch_id: null }
  const batch_id = await commitBatch(store, file, options, report, { rejectColumn, listed })
  return { ...report, batch_id }
}

async function batchOfName(store: Store, file: string): Promise<number | null> {
  const { batch_id } = await store.row('ingest/known-name', z.object({ batch_id: z.number().nullable() }), { file })
  return batch_id
}

async function count(store: Store, staged: Staged) {
  const counted = await store.row('ingest/count-incoming', Counts)
  const rejected = counted.rejected + staged.rejected
  const { duplicate, conflict, nonconforming: lacking, first_day, last_day } = counted
  const stored = staged.rows - rejected - duplicate - conflict
  return { rows: staged.rows, stored, duplicate, rejected, conflict, nonconforming: lacking, first_day, last_day }
}

/**
 * The batch protocol: a small commit says what is under way, then the rows in bulk, then a small commit that makes them
 * hold. Killed anywhere, the next opening undoes or finishes it (store/batch.ts).
 */
async function commitBatch(
  store: Store,
  file: PreparedFile,
  options: IngestOptions,
  report: Omit<IngestReport, 'batch_id'>,
  { rejectColumn, listed }: { readonly rejectColumn: string; readonly listed: number },
): Promise<number> {
  const { batch_id } = await store.row('ingest/next-batch', z.object({ batch_id: z.coerce.number() }))
  const { kind, source_system, first_day, last_day } = report
  const mode = kind === 'access' ? 'append' : options.mode
  const batch: Batch = { batch_id, kind, source_system, mode, first_day, last_day }
  await store.run('ingest/open-batch', {
    batch_id,
    kind,
    source_system,
    mode,
    ...daysCovered(options),
    first_day,
    last_day,
    // The name alone: a path says where someone keeps their files.
    file: basename(file.shownAs),
    sha256: file.sha256,
    log_from: file.spoken?.from ?? null,
    log_to: file.spoken?.to ?? null,
    profile: report.profile,
    status: report.status,
    encoding: report.encoding,
    rows_in: report.rows,
    stored: report.stored,
    duplicate: report.duplicate,
    rejected: report.rejected,
    conflict: report.conflict,
    nonconforming: report.nonconforming,
    unknown_codes: report.unknown_codes.reduce((sum, code) => sum + code.events, 0),
  })
  if (report.rejected + report.conflict > 0) {
    await store.run('ingest/insert-rejects', { batch_id }, { reject_column: rejectColumn })
  }
  for (const [code, records] of Object.entries(report.deviations)) {
    await store.run('ingest/insert-deviation', { batch_id, code, records })
  }
  for (const code of report.unknown_codes) await store.run('ingest/insert-unknown-codes', { batch_id, ...code })
  if (kind === 'access') {
    await store.run('ingest/insert-events', { batch_id })
    await addLookups(store, batch, listed)
  } else {
    await insertReference(store, batch, options)
    await recordChanges(store, batch, options.since ?? 0)
  }
  if (kind === 'access') await store.run('ingest/set-batch-state', { batch_id, state: 'live' })
  else if (!options.leaveOpen) await holdBatches(store, [batch])
  return batch_id
}

async function insertReference(store: Store, batch: Batch, options: IngestOptions): Promise<void> {
  const { kind, batch_id } = batch
  if (kind === 'access') return
  await store.run(
    'ingest/insert-reference',
    { batch_id },
    { table: kind, columns: Object.keys(referenceTables[kind].columns).join(', ') },
  )
  if (options.covers) {
    await store.run('ingest/insert-coverage-given', { kind, batch_id, ...daysCovered(options) })
  } else if (kind === 'care_contact') {
    await store.run('ingest/insert-coverage-found', { batch_id })
  }
}

function daysCovered({ covers }: IngestOptions): { covers_from: string | null; covers_to: string | null } {
  return { covers_from: covers?.from ?? null, covers_to: covers?.to ?? null }
}

/** Where the column stands that a row of `incoming` is rejected for, as SQL: of an event it is always its time. */
export function rejectColumnOf({ layout }: Pick<PreparedFile, 'layout'>): string {
  if (layout.profile.kind !== 'access') return 'reject_column'
  return `'${(layout.profile.columns['occurred_at']?.join(' + ') ?? '').replaceAll("'", "''")}'`
}

/** Too many is more than the limit, or all of them. */
function tooManyRejects(
  file: string,
  counts: { rows: number; rejected: number },
  limit: number,
  first: readonly RejectedRow[],
) {
  const rows = first.map(
    (row) => `row ${row.source_row}: ${row.cause}${row.column_name ? ` (${row.column_name})` : ''}`,
  )
  return new Fault(
    Exit.data,
    `${file}: ${counts.rejected} of ${counts.rows} rows cannot be read${counts.rejected > limit ? `, more than ${limit}` : ''}; nothing of it is stored. ${rows.join('; ')}`,
    'mend the export or the profile; --max-rejects raises the limit',
  )
}
