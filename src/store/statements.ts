import type {
  DuckDBConnection,
  DuckDBPreparedStatement,
  DuckDBResult,
  DuckDBResultReader,
  DuckDBValue,
} from '@duckdb/node-api'
import { fillQuery } from '../queries/load.ts'

export type Values = Record<string, DuckDBValue>
export type Parts = Readonly<Record<string, string>>

/**
 * The database in memory for what queries make for a while (`create or replace temp …`): a temporary table of DuckDB is seen
 * by one connection only. What is to be (`local temp`) stays so.
 */
export const scratch = 'scratch'

/** Runs all statements of a query. What is asked with no values goes to DuckDB in one step, not in three for each statement. */
export async function runQuery(
  connection: DuckDBConnection,
  query: string,
  values: Values,
  parts: Parts,
): Promise<void> {
  const sql = sqlOf(query, parts)
  if (!mayHoldValues(sql)) await connection.run(sql)
  else for await (const statement of statementsOf(connection, sql, values)) await statement.run()
}

/** All that the one statement of a query gives. */
export async function readQuery(
  connection: DuckDBConnection,
  query: string,
  values: Values,
  parts: Parts,
): Promise<DuckDBResultReader> {
  const sql = sqlOf(query, parts)
  if (!mayHoldValues(sql)) return await connection.runAndReadAll(sql)
  for await (const statement of statementsOf(connection, sql, values)) return await statement.runAndReadAll()
  throw new Error(`query ${query} holds no statement`)
}

/** What the one statement of a query gives, as it is asked for. */
export async function streamQuery(connection: DuckDBConnection, query: string, values: Values): Promise<DuckDBResult> {
  for await (const statement of statementsOf(connection, sqlOf(query, {}), values)) return await statement.stream()
  throw new Error(`query ${query} holds no statement`)
}

const sqlOf = (query: string, parts: Parts): string => intoScratch(fillQuery(query, parts))

const mayHoldValues = (sql: string): boolean => sql.includes('$')

/**
 * The statements of a query, each bound to those of the values that it names. They are put away at once: a closed connection
 * puts away those that it still knows of, and a store that one statement holds would be written to long after, over what
 * another has written to the same file in the meantime.
 */
async function* statementsOf(
  connection: DuckDBConnection,
  sql: string,
  values: Values,
): AsyncGenerator<DuckDBPreparedStatement> {
  const statements = await connection.extractStatements(sql)
  for (let index = 0; index < statements.count; index++) {
    const statement = await statements.prepare(index)
    try {
      const names = Array.from({ length: statement.parameterCount }, (_, place) => statement.parameterName(place + 1))
      statement.bind(Object.fromEntries(names.map((name) => [name, valueOf(values, name)])))
      yield statement
    } finally {
      statement.destroySync()
    }
  }
}

function intoScratch(sql: string): string {
  return sql.replace(/\b(create or replace) temp (table|view|macro) /g, `$1 $2 ${scratch}.main.`)
}

function valueOf(values: Values, name: string): DuckDBValue {
  const value = values[name]
  if (value === undefined) throw new Error(`nothing is given for $${name}`)
  return value
}
