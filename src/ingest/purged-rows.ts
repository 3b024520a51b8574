import { z } from 'zod'
import { purgedBefore } from '../store/purge.ts'
import type { Store } from '../store/store.ts'

/** Rows of a log from before the day up to which the store has been purged. */
export interface PurgedRows {
  readonly before: string
  readonly rows: number
}

const Rows = z.object({ rows: z.coerce.number() })

/** What a purge has taken of a batch since it was read. The file is known, so it does not come back. */
export async function rowsGone(store: Store, batch_id: number): Promise<PurgedRows | null> {
  const before = await purgedBefore(store)
  if (before === null) return null
  const { rows } = await store.row('ingest/rows-gone', Rows, { batch_id })
  return rows > 0 ? { before, rows } : null
}

/** What the log that is being read brings of days from which others have been purged. */
export async function rowsBack(store: Store): Promise<PurgedRows | null> {
  const before = await purgedBefore(store)
  if (before === null) return null
  const { rows } = await store.row('ingest/rows-back', Rows, { before })
  return rows > 0 ? { before, rows } : null
}
