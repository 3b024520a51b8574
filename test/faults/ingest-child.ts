// Runs the program, and says on standard output when it stands before the commit of a chosen query: the parent then
// kills it. The query runs in an explicit transaction, so that the moment of its commit is known.
import { writeSync } from 'node:fs'
import { DuckDBConnection } from '@duckdb/node-api'
import { runProgram } from '../../src/commands/program.ts'
import { Store } from '../../src/store/store.ts'

const [target, ...words] = process.argv.slice(2)

let connection: DuckDBConnection | undefined
const { extractStatements } = DuckDBConnection.prototype
DuckDBConnection.prototype.extractStatements = function (sql) {
  connection = this
  return extractStatements.call(this, sql)
}

const { run } = Store.prototype
Store.prototype.run = async function (query, values, parts) {
  if (query !== target || connection === undefined) return await run.call(this, query, values, parts)
  await connection.run('begin transaction')
  const changed = await run.call(this, query, values, parts)
  writeSync(1, 'commit\n')
  await connection.run('commit')
  return changed
}

process.exitCode = await runProgram(words, {
  out: () => undefined,
  err: (text) => void writeSync(2, `${text}\n`),
  now: () => new Date('2026-06-01T08:00:00Z'),
  env: {},
  input: process.stdin,
  columns: undefined,
  osUser: 'tester',
})
