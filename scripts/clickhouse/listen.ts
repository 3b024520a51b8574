import { fillQuery } from '../../src/queries/load.ts'
import type { Parts, Values } from '../../src/store/statements.ts'
import { Store } from '../../src/store/store.ts'
import { type Column, readColumns, readRows } from './columns.ts'
import { compareRows, type Difference } from './compare.ts'
import type { ClickHouse } from './engine.ts'
import { translate } from './translate.ts'

/** What came of asking ClickHouse for one table that a query of DuckDB's had made. */
export interface Heard {
  readonly query: string
  readonly table: string
  readonly rows: number
  readonly difference?: Difference
  /** Why ClickHouse could not run it. */
  readonly cause?: string
}

/** Columns whose values are a hash of DuckDB's own, for counting and joining: another engine's differ, and mean the same. */
const ownHashes: ReadonlySet<string> = new Set([
  'user_no',
  'person_no',
  'unit_no',
  'clinic_no',
  'place_no',
  'other_unit_no',
  'responsible_no',
  'registered_no',
])
const none: ReadonlySet<string> = new Set()

/**
 * Listens at the one door to DuckDB: each table that a query of the rooms asked about makes is asked of ClickHouse too,
 * by the same text and from DuckDB's own tables.
 */
export function listen(clickhouse: ClickHouse, hear: (heard: Heard) => void): void {
  const run = Reflect.get(Store.prototype, 'run')
  // Two connections may ask at a time, and there is one ClickHouse.
  let turn: Promise<void> = Promise.resolve()
  Store.prototype.run = async function (this: Store, query: string, values?: Values, parts?: Parts) {
    const changed = await run.call(this, query, values, parts)
    if (isAsked(query)) {
      const asked = turn.then(async () => {
        const text = fillQuery(query, parts ?? {})
        for (const heard of await askBoth(this, clickhouse, query, values ?? {}, text)) hear(heard)
      })
      turn = asked.catch(() => undefined)
      await asked
    }
    return changed
  }
}

const rooms = new Set(['ages', 'grade', 'hours', 'information', 'places', 'robots', 'ties', 'volume'])

function isAsked(query: string): boolean {
  return query === 'audit/assess' || rooms.has(query.split('/', 1)[0]!)
}

const made = /^\s*(?:--[^\n]*\n\s*)*create or replace (?:local )?temp (?:table|view) (\w+) as\s/

async function askBoth(
  store: Store,
  clickhouse: ClickHouse,
  query: string,
  values: Values,
  text: string,
): Promise<Heard[]> {
  const tables = await readColumns(store)
  const heard: Heard[] = []
  for (const statement of text.split(/;\s*\n/)) {
    const [head, table] = made.exec(statement) ?? []
    const columns = table === undefined ? undefined : tables.get(table)
    if (head === undefined || table === undefined || columns === undefined) continue
    const sql = statement.slice(head.length)
    for (const [name, given] of tables) {
      if (name !== table && new RegExp(`\\b${name}\\b`).test(sql)) await hand(store, clickhouse, name, given, sql)
    }
    const hashed = /\bhash\(/.test(sql)
    const duckdb = await readRows(store, table, columns)
    const told = { query, table, rows: duckdb.length }
    try {
      const rows = clickhouse.rows(translate(sql, values as Readonly<Record<string, string | number | null>>))
      heard.push({ ...told, difference: compareRows(columns, duckdb, rows, hashed ? ownHashes : none) })
    } catch (error) {
      heard.push({ ...told, cause: error instanceof Error ? error.message : String(error) })
    }
  }
  return heard
}

/** Gives ClickHouse a table of DuckDB's; `rowid` is a column like others there. */
async function hand(
  store: Store,
  clickhouse: ClickHouse,
  name: string,
  columns: readonly Column[],
  sql: string,
): Promise<void> {
  const given = name === 'lookup' && sql.includes('rowid') ? [...columns, { name: 'rowid', type: 'BIGINT' }] : columns
  clickhouse.load(name, given, await readRows(store, name, given))
}
