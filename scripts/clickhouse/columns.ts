import { z } from 'zod'
import type { Store } from '../../src/store/store.ts'

/** A column as DuckDB describes it. */
export interface Column {
  readonly name: string
  readonly type: string
}

const Described = z.object({ name: z.string(), column: z.string(), type: z.string() })

// The store takes names of queries, seen from `src/queries`.
const here = '../../scripts/clickhouse'

/** What DuckDB holds at the moment: each table and view with its columns. */
export async function readColumns(store: Store): Promise<Map<string, Column[]>> {
  const described = await store.rows(`${here}/columns`, Described)
  const tables = Map.groupBy(described, ({ name }) => name)
  return new Map([...tables].map(([name, all]) => [name, all.map(({ column, type }) => ({ name: column, type }))]))
}

/** All rows of a table of DuckDB's, as texts that ClickHouse reads. */
export async function readRows(store: Store, table: string, columns: readonly Column[]): Promise<unknown[][]> {
  return await store.texts(`${here}/rows`, {}, { table, columns: columns.map(exported).join(', ') })
}

function exported({ name, type }: Column): string {
  if (type === 'TIMESTAMP WITH TIME ZONE') return `make_timestamp(epoch_us(${name}))::varchar as ${name}`
  if (/\[\]$|BOOLEAN|DOUBLE|INTEGER$/.test(type)) return name
  return `${name}::varchar as ${name}`
}
