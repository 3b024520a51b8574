import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { openStore, openWorkspace } from '../../src/workspace/workspace.ts'

type Row = Readonly<Record<string, unknown>>

/** Works on a copy of the store of a workspace, so that no test holds the lock of the real one. */
export async function onCopy<T>(workspace: string, work: (copy: DuckDBConnection) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'loggkoll-copy-'))
  const copy = join(folder, 'copy.duckdb')
  for (const ending of ['', '.wal']) {
    const from = join(workspace, `loggkoll.duckdb${ending}`)
    if (existsSync(from)) copyFileSync(from, copy + ending)
  }
  const instance = await DuckDBInstance.create(copy, { threads: '2' })
  const connection = await instance.connect()
  try {
    await connection.run(`set timezone = 'UTC'`)
    return await work(connection)
  } finally {
    connection.closeSync()
    instance.closeSync()
    rmSync(folder, { recursive: true })
  }
}

/** The rows of a query over the tables of a workspace. */
export async function select(workspace: string, sql: string): Promise<Row[]> {
  return await onCopy(workspace, async (copy) => (await copy.runAndReadAll(sql)).getRowObjectsJson())
}

/** Changes the store of a workspace as someone with another program could. */
export async function change(workspace: string, sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(join(workspace, 'loggkoll.duckdb'), { threads: '2' })
  const connection = await instance.connect()
  try {
    await connection.run(sql)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** Every table of a store, whole: its rows as sorted lines. Killed work is undone or finished first, as at any opening. */
export async function allTables(workspace: string): Promise<Record<string, string[]>> {
  await settle(workspace)
  return await onCopy(workspace, async (copy) => {
    const tables: Record<string, string[]> = Object.fromEntries((await tableNames(copy)).map((table) => [table, []]))
    const rows = Object.keys(tables).map((table) => `select '${table}', t::varchar from ${table} t`)
    for (const [table, row] of (await copy.runAndReadAll(rows.join(' union all '))).getRowsJson()) {
      tables[String(table)]!.push(String(row))
    }
    for (const lines of Object.values(tables)) lines.sort()
    return tables
  })
}

/** Every table of a store as the number of its rows and a sum of their hashes: for tables too large to print. */
export async function allFingerprints(workspace: string): Promise<Record<string, string>> {
  return await onCopy(workspace, async (copy) => {
    const sums = (await tableNames(copy)).map(
      (table) => `select '${table}', concat(count(*), ' rows, ', coalesce(sum(hash(t)::hugeint), 0)) from ${table} t`,
    )
    const rows = (await copy.runAndReadAll(sums.join(' union all '))).getRowsJson()
    return Object.fromEntries(rows.map(([table, sum]) => [String(table), String(sum)]))
  })
}

/** Opens and closes the store as every command does. */
export async function settle(workspace: string): Promise<void> {
  const store = await openStore(openWorkspace(workspace), 0)
  store.close()
}

async function tableNames(copy: DuckDBConnection): Promise<string[]> {
  const reader = await copy.runAndReadAll('select table_name from duckdb_tables() order by table_name')
  return reader.getRowsJson().map(([name]) => String(name))
}
