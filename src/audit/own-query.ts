import { z } from 'zod'
import type { Store } from '../store/store.ts'

/** What a workspace's own rule may read: what is graded, and the reference tables without names, numbers and addresses. */
const ofRules: ReadonlySet<string> = new Set([
  'window_lookup',
  'graded_lookup',
  'coverage_day',
  'care_contact',
  'care_unit',
  'assignment',
  'relation',
  'block',
  'block_override',
  'consent',
  'shift',
  'absence',
  'watchlist',
])

/** The longest that the query of an own rule may take, in milliseconds. */
export const ownQueryLimit = 60_000

/** Functions that reach settings, files or other queries, beside every table function but these. */
const barredFunction =
  /^(getvariable|current_setting|getenv|hmac|id_part|lookup_id|query|query_table|read_.*|parquet_.*|sniff_.*|duckdb_.*|pragma_.*)$/
const openTableFunctions: ReadonlySet<string> = new Set(['unnest', 'range', 'generate_series'])

/**
 * Why a query is not one that may be asked: one SELECT over what may be read, without a name, a number or the key. Undefined
 * when it is. The store lets nothing out in any case (no files, no network); this keeps persons and the key inside.
 * @param readable the tables and views; without them, those of own rules
 */
export async function ownQueryFault(
  store: Store,
  sql: string,
  readable: ReadonlySet<string> = ofRules,
): Promise<string | undefined> {
  const { parsed } = await store.row('audit/parse-query', z.object({ parsed: z.string() }), { sql })
  const tree = JSON.parse(parsed) as { error?: boolean; error_message?: string; statements?: unknown[] }
  if (tree.error) return `it is no query: ${tree.error_message?.split('\n', 1)[0] ?? 'it cannot be read'}`
  if (tree.statements?.length !== 1) return 'it is not one SELECT'
  const names: Names = { tables: new Set(), functions: new Set(), ctes: new Set(), shown: false }
  collect(tree.statements, names)
  if (names.shown) return 'it describes or summarises: it is to be a SELECT of columns'
  // Inside a part of the query that bears the name of a table, that name is the table itself.
  const known = await store.rows('ask/relation-names', z.object({ name: z.string() }))
  const hidden = known.find(({ name }) => names.ctes.has(name) && !readable.has(name))
  if (hidden) return `its part ${hidden.name} has the name of a table: give it another`
  const table = [...names.tables].find((name) => !names.ctes.has(name.toLowerCase()) && !readable.has(name))
  if (table !== undefined) return `it reads ${table}: what may be read is ${[...readable].join(', ')}`
  const reached = [...names.functions].find((name) => barredFunction.test(name))
  return reached === undefined ? undefined : `it uses ${reached}, which is not allowed`
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

interface Names {
  readonly tables: Set<string>
  readonly functions: Set<string>
  readonly ctes: Set<string>
  /** Does it describe or summarise a table? */
  shown: boolean
}

/** Gathers what a parsed query names, wherever it stands. */
function collect(node: unknown, names: Names): void {
  if (Array.isArray(node)) {
    for (const inner of node) collect(inner, names)
    return
  }
  if (typeof node !== 'object' || node === null) return
  const record = node as Readonly<Record<string, unknown>>
  if (record['type'] === 'SHOW_REF') names.shown = true
  if (record['type'] === 'BASE_TABLE') {
    const [schema, table] = [textOf(record['schema_name']), textOf(record['table_name'])]
    names.tables.add(schema === '' ? table : `${schema}.${table}`)
  }
  if (typeof record['function_name'] === 'string') {
    const name = record['function_name'].toLowerCase()
    names.functions.add(name)
  }
  if (record['type'] === 'TABLE_FUNCTION') {
    const name = textOf((record['function'] as Record<string, unknown> | undefined)?.['function_name'])
    if (!openTableFunctions.has(name)) names.tables.add(`${name}()`)
  }
  const map = (record['cte_map'] as { map?: { key?: string }[] } | undefined)?.map
  for (const entry of map ?? []) if (entry.key !== undefined) names.ctes.add(entry.key.toLowerCase())
  for (const inner of Object.values(record)) collect(inner, names)
}
