import { z } from 'zod'
import type { InputKind } from '../model/reference.ts'
import { rowKey } from './row-key.ts'
import type { Store } from './store.ts'

/** What has been read, as `ingest_batch` keeps it. */
export interface Batch {
  readonly batch_id: number
  readonly kind: InputKind
  readonly source_system: string
  readonly mode: 'append' | 'snapshot' | 'upsert'
  readonly first_day: string | null
  readonly last_day: string | null
}

const BatchState = z.object({
  batch_id: z.number(),
  state: z.enum(['open', 'settling', 'live']),
  kind: z.custom<InputKind>((value) => typeof value === 'string'),
  mode: z.enum(['append', 'snapshot', 'upsert']),
  source_system: z.string(),
  first_day: z.string().nullable(),
  last_day: z.string().nullable(),
})

/**
 * Puts new events into the lookups they belong to. The new events are those of the batch; late ones touch old lookups.
 * @param listed so many patients of one user within a second are a list on a screen; 0 where the log cannot show it
 */
export async function addLookups(store: Store, batch: Batch, listed: number): Promise<void> {
  const { batch_id, first_day, last_day } = batch
  if (first_day === null || last_day === null) return
  const days = { first_day, last_day }
  const { overlap } = await store.row('ingest/lookup-overlap', z.object({ overlap: z.boolean() }), days)
  if (overlap && listed > 0) await joinListViews(store, { batch_id, ...days, patients: listed })
  await store.run('ingest/incoming-lookups', { batch_id }, { scope: 'batch_id = $batch_id' })
  await store.run(overlap ? 'ingest/merge-lookups' : 'ingest/insert-lookups')
  await markFirstLookups(store)
}

/**
 * A list on a screen of which a part was read before is one whole list: what the files were is no matter. Of a batch that is
 * undone later, what it made of older events stays until it is read again.
 */
async function joinListViews(
  store: Store,
  batch: {
    readonly batch_id: number
    readonly first_day: string
    readonly last_day: string
    readonly patients: number
  },
): Promise<void> {
  await store.run('ingest/late-list-views', batch)
  const { views } = await store.row('ingest/count-late-list-views', z.object({ views: z.coerce.number() }))
  if (views === 0) return
  await store.run('ingest/mark-late-list-views', batch)
  // What the batch itself brought is put to it afterwards, as to any other lookup.
  await store.run('ingest/incoming-lookups', batch, {
    scope: `local_time >= $first_day::date and local_time < $last_day::date + 1 and batch_id <> $batch_id
      and (local_time::date, user_id) in (select (day, user_id) from late_list_view)`,
  })
  await store.run('ingest/renew-lookups')
}

async function markFirstLookups(store: Store): Promise<void> {
  const { days } = await store.row('ingest/history-days', z.object({ days: z.coerce.number() }))
  if (days >= 90) await store.run('ingest/first-lookups')
}

/** What a new batch replaces goes: a snapshot replaces all of its kind and source, an upsert of these the rows with its keys. */
async function replaceOlder(store: Store, batch: Pick<Batch, 'batch_id' | 'kind' | 'mode' | 'source_system'>) {
  const { batch_id, kind, mode, source_system } = batch
  if (kind === 'access') return
  if (mode === 'snapshot') {
    await store.run('recover/replace-snapshot', { batch_id, kind, source_system }, { table: kind })
    await store.run('recover/replace-coverage', { batch_id, kind, source_system })
  } else {
    await store.run('recover/replace-upsert', { batch_id, kind, source_system }, { table: kind, key: rowKey(kind) })
  }
}

/** Makes batches of reference data hold that were left open, all or none: in their order each replaces what is older. */
export async function holdBatches(
  store: Store,
  batches: readonly Pick<Batch, 'batch_id' | 'kind' | 'mode' | 'source_system'>[],
): Promise<void> {
  const [first, last] = [batches[0], batches.at(-1)]
  if (!first || !last) return
  await store.run('ingest/settle-open', { first: first.batch_id, last: last.batch_id })
  for (const batch of batches) {
    await replaceOlder(store, batch)
    await store.run('ingest/set-batch-state', { batch_id: batch.batch_id, state: 'live' })
  }
}

/** Takes away a batch of reference data that was left open. */
export async function undoBatch(store: Store, batch_id: number, kind: InputKind): Promise<void> {
  await undoRows(store, batch_id, kind)
  await store.run('recover/forget-batch', { batch_id })
}

async function undoRows(store: Store, batch_id: number, kind: InputKind): Promise<void> {
  await store.run('recover/undo-rows', { batch_id }, { table: kind === 'access' ? 'access_event' : kind })
  await store.run('recover/undo-batch', { batch_id })
}

/**
 * Brings a store that a killed process left back to before its batch, or finishes the batch where its rows were all
 * written. A bulk commit of DuckDB can tear under SIGKILL (some tables in, others not), so nothing here trusts one:
 * each step can be done again, and the small commit of a batch's state comes last.
 */
export async function recover(store: Store): Promise<number> {
  const unsettled = await store.rows('recover/unsettled', BatchState)
  for (const batch of unsettled) {
    if (batch.state === 'settling') {
      await replaceOlder(store, batch)
      await store.run('ingest/set-batch-state', { batch_id: batch.batch_id, state: 'live' })
      continue
    }
    if (batch.kind === 'access') await store.run('recover/forget-first-lookups', batch)
    await undoRows(store, batch.batch_id, batch.kind)
    if (batch.kind === 'access' && batch.first_day !== null && batch.last_day !== null) {
      const days = { first_day: batch.first_day, last_day: batch.last_day }
      await store.run('recover/forget-lookups', days)
      await store.run('ingest/incoming-lookups', days, {
        scope: 'local_time >= $first_day::date and local_time < $last_day::date + 1',
      })
      await store.run('ingest/insert-lookups')
      await markFirstLookups(store)
    }
    await store.run('recover/forget-batch', { batch_id: batch.batch_id })
  }
  return unsettled.length
}
