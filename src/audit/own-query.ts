import { z } from 'zod'
import type { Store } from '../store/store.ts'

/** What a workspace's own rule may read: what is graded, and the reference tables without names, numbers and addresses. */
const readable: ReadonlySet<string> = new Set([
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
  /^(getvariable|current_setting|getenv|query|query_table|read_.*|parquet_.*|sniff_.*|duckdb_.*|pragma_.*)$/
const openTableFunctions: ReadonlySet<string> = new Set(['unnest', 'range', 'generate_series'])

/**
 * Why a query is not one that may be asked: one SELECT over what own rules may read. Undefined when it is.
 * The store lets nothing out in any case (no files, no network); this keeps a rule from the key and from protected names.
 */
export async function ownQueryFault(store: Store, sql: string): Promise<string | undefined> {
  const { parsed } = await store.row('audit/parse-query', z.object({ parsed: z.string() }), { sql })
  const tree = JSON.parse(parsed) as { error?: boolean; error_message?: string; statements?: unknown[] }
  if (tree.error) return `it is no query: ${tree.error_message?.split('\n', 1)[0] ?? 'it cannot be read'}`
  if (tree.statements?.length !== 1) return 'it is not one SELECT'
  const names = { tables: new Set<string>(), functions: new Set<string>(), ctes: new Set<string>() }
  collect(tree.statements, names)
  const table = [...names.tables].find((name) => !names.ctes.has(name) && !readable.has(name))
  if (table !== undefined) return `it reads ${table}: own rules read ${[...readable].join(', ')}`
  const reached = [...names.functions].find((name) => barredFunction.test(name))
  return reached === undefined ? undefined : `it uses ${reached}, which own rules may not`
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

interface Names {
  readonly tables: Set<string>
  readonly functions: Set<string>
  readonly ctes: Set<string>
}

/** Gathers what a parsed query names, wherever it stands. */
function collect(node: unknown, names: Names): void {
  if (Array.isArray(node)) {
    for (const inner of node) collect(inner, names)
    return
  }
  if (typeof node !== 'object' || node === null) return
  const record = node as Readonly<Record<string, unknown>>
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
  for (const entry of map ?? []) if (entry.key !== undefined) names.ctes.add(entry.key)
  for (const inner of Object.values(record)) collect(inner, names)
}
