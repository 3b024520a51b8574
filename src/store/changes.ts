import { z } from 'zod'
import { type ReferenceKind, type ReferenceTable, referenceTables } from '../model/reference.ts'
import type { Batch } from './batch.ts'
import { rowKey, rowTexts } from './row-key.ts'
import type { Store } from './store.ts'

/**
 * Writes down which rows a batch of reference data takes away and brings, for the next nightly audit to look at what rests on
 * them. Comes when its rows are in and the older ones still there. Before the first nightly audit nothing is.
 * @param since the first batch of the snapshot that it adds to: what is older, that one has taken away
 */
export async function recordChanges(store: Store, batch: Batch, since: number): Promise<void> {
  const { kind, batch_id, source_system } = batch
  if (kind === 'access' || kind === 'reviewer') return
  const [seen] = await store.rows('nightly/seen', z.object({ seen_batch: z.coerce.number() }))
  if (!seen) return
  const table: ReferenceTable = referenceTables[kind]
  const names = Object.keys(table.columns)
  const parts = { table: kind, row: structOf(kind), content: rowTexts(names), key: rowKey(kind) }
  const values = { kind, batch_id, source_system, seen_batch: seen.seen_batch }
  if (batch.mode === 'upsert') {
    await store.run('nightly/log-upsert', { ...values, since }, parts)
    return
  }
  const { found } = await store.row('nightly/replaced-before', z.object({ found: z.boolean() }), values, parts)
  if (found) await store.run('nightly/log-snapshot', values, parts)
}

/** SQL of a row `t` as a struct of the columns that a file has. */
function structOf(kind: ReferenceKind): string {
  return `struct_pack(${Object.keys(referenceTables[kind].columns)
    .map((name) => `${name} := t.${name}`)
    .join(', ')})`
}

const types: Readonly<Record<string, string>> = { date: 'DATE', time: 'TIMESTAMP', boolean: 'BOOLEAN' }

/** The shape of such a row, for DuckDB's `from_json`. */
export function shapeOf(kind: ReferenceKind): string {
  const columns = Object.entries(referenceTables[kind].columns)
  return JSON.stringify(
    Object.fromEntries(columns.map(([name, type]) => [name, (typeof type === 'string' && types[type]) || 'VARCHAR'])),
  )
}
