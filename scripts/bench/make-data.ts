import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

/** How large a made-up week is. */
export interface Size {
  readonly events: number
  readonly users: number
  readonly patients: number
  readonly contacts: number
}

/** The published SNAD study (Chen et al. 2012): 6,015 users, 130,457 patients, 1,327,500 accesses. */
export const snad: Size = { events: 1_327_500, users: 6015, patients: 130_457, contacts: 400_000 }

/** Makes the tables and the log as CSV in a folder, once. */
export async function makeData(folder: string, size: Size): Promise<void> {
  const mark = join(folder, 'size.json')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === JSON.stringify(size)) return
  mkdirSync(folder, { recursive: true })
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: '8GB',
    temp_directory: join(folder, 'spill'),
  })
  const connection = await instance.connect()
  const holes: Record<string, string> = Object.fromEntries(
    Object.entries({ folder, ...size }).map(([key, value]) => [key, String(value)]),
  )
  for (const file of ['world.sql', 'tables.sql']) {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8')
    await connection.run(
      text.replace(/\{\{(\w+)\}\}|\$(users|patients|contacts)\b/g, (_, a: string, b: string) => holes[a ?? b] ?? ''),
    )
  }
  connection.closeSync()
  instance.closeSync()
  writeFileSync(mark, JSON.stringify(size))
}
