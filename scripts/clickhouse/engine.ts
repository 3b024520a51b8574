import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'
import type { Column } from './columns.ts'

/** A session of ClickHouse's engine inside this process. */
interface Session {
  query(sql: string, format?: string): string
  close(): void
}

/** What makes ClickHouse treat NULL, empty groups and unions as SQL says. */
const settings = [
  'join_use_nulls = 1',
  'aggregate_functions_null_for_empty = 1',
  "union_default_mode = 'DISTINCT'",
  'cast_keep_nullable = 1',
  // wall clocks are wall clocks
  "session_timezone = 'UTC'",
  'enable_time_time64_type = 1',
  'insert_allow_materialized_columns = 1',
  'output_format_json_quote_64bit_integers = 1',
  'max_threads = 2',
]

/** Functions that ClickHouse has under another name or as a few words. */
const synonyms = [
  // the median distance from the median
  `mad as (x) -> arrayReduce('median', arrayMap(one -> abs(one - arrayReduce('median', groupArray(x))), groupArray(x)))`,
  'bool_or as (x) -> max(x)',
  'to_minutes as (n) -> toIntervalMinute(n)',
  'to_years as (n) -> toIntervalYear(n)',
  // days only, which is all that is asked for
  `generate_series as (first, last, step) ->
    arrayMap(n -> addDays(toDate32(first), n), range(toUInt32(greatest(0, dateDiff('day', toDate32(first), toDate32(last)) + 1))))`,
]

/** ClickHouse's engine, with the tables that it has been given. */
export class ClickHouse {
  readonly #session: Session

  constructor(folder: string) {
    const require = createRequire(join(folder, 'package.json'))
    const { Session } = require('chdb') as { Session: new () => Session }
    this.#session = new Session()
    for (const setting of settings) this.#session.query(`set ${setting}`)
    for (const synonym of synonyms) this.#session.query(`create or replace function ${synonym}`)
  }

  version(): string {
    return this.#session.query('select version()', 'TabSeparated').trim()
  }

  /** Makes a table anew from rows of texts. A column `rowid` is no part of `*`, as in DuckDB. */
  load(table: string, columns: readonly Column[], rows: readonly (readonly unknown[])[]): void {
    const typed = columns.map(
      ({ name, type }) => `${name} ${clickHouseType(type)}${name === 'rowid' ? ' materialized 0' : ''}`,
    )
    this.#session.query(`create or replace table ${table} (${typed.join(', ')}) engine = Memory`)
    if (rows.length === 0) return
    const names = columns.map(({ name }) => name).join(', ')
    const text = rows.map((row) => JSON.stringify(row)).join('\n')
    this.#session.query(`insert into ${table} (${names}) format JSONCompactEachRow\n${text}`)
  }

  /** The rows of a query, its columns in the order in which it names them. */
  rows(sql: string): unknown[][] {
    const lines = this.#session.query(sql, 'JSONCompactEachRow').split('\n')
    return lines.filter((line) => line.trim() !== '').map((line) => z.array(z.unknown()).parse(JSON.parse(line)))
  }

  close(): void {
    this.#session.close()
  }
}

const plain: Readonly<Record<string, string>> = {
  BIGINT: 'Int64',
  BOOLEAN: 'Bool',
  DATE: 'Date32',
  DOUBLE: 'Float64',
  HUGEINT: 'Int128',
  INTEGER: 'Int32',
  TIME: 'Time',
  TIMESTAMP: 'DateTime64(6)',
  'TIMESTAMP WITH TIME ZONE': 'DateTime64(6)',
  UBIGINT: 'UInt64',
  UINTEGER: 'UInt32',
  USMALLINT: 'UInt16',
  UTINYINT: 'UInt8',
}

/** Every column may be NULL there, as in the results of DuckDB's; a list may not, and is empty instead. */
function clickHouseType(type: string): string {
  return type.endsWith('[]') ? `Array(${clickHouseType(type.slice(0, -2))})` : `Nullable(${plain[type] ?? 'String'})`
}
