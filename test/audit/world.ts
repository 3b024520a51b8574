import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { expect } from 'vitest'
import { keepRun, readRun, type StoredRun } from '../../src/audit/keep-run.ts'
import { runAudit } from '../../src/audit/run-audit.ts'
import type { InputKind } from '../../src/model/reference.ts'
import type { Period } from '../../src/model/period.ts'
import { ruleById, rules } from '../../src/rules/index.ts'
import { openStore, openWorkspace } from '../../src/workspace/workspace.ts'
import { folderWith, preparedOnce, run } from '../harness/program.ts'

/** Rows of a table or of the log, by column; a column that a row does not name is empty. */
export type Rows = readonly Readonly<Record<string, string | undefined>>[]

/** Numbers that belong to no one (Skatteverket's test numbers), as many as a test wants. */
export function persons(count: number): string[] {
  const list = readFileSync(join(import.meta.dirname, '../../scripts/samples/test-numbers.txt'), 'utf8')
  const numbers = list.split('\n').filter((line) => /^\d{12}$/.test(line))
  if (count > numbers.length) throw new Error('so many test numbers there are not')
  return numbers.slice(0, count)
}

/** Reads rows into a workspace; every one of them must be stored. */
export async function ingest(
  folder: string,
  kind: InputKind,
  rows: Rows,
  options: readonly string[] = [],
): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const name = `${kind}.csv`
  const path = join(folderWith({ [name]: stringify([...rows], { header: true, columns }) }), name)
  const read = await run(['-w', folder, '--format', 'json', 'ingest', '--kind', kind, path, ...options])
  expect(read.code, read.err).toBe(0)
  expect(JSON.parse(read.out)).toMatchObject({ files: [{ rows: rows.length, stored: rows.length }] })
}

type Tables = Readonly<Partial<Record<InputKind, Rows>>>
interface WorldGiven {
  readonly settings?: string
  readonly covers?: string
}

/** The worlds of a test file, by what is in them: many of its tests begin with the same. */
const worlds = new Map<string, ReturnType<typeof preparedOnce<void>>>()

/** A new workspace with a log and reference tables; the contacts speak for `covers`. */
export async function world(tables: Tables, given: WorldGiven = {}): Promise<string> {
  const name = JSON.stringify([tables, given])
  const prepared = worlds.get(name) ?? preparedOnce(async (folder) => await fill(folder, tables, given), given.settings)
  worlds.set(name, prepared)
  return (await prepared()).folder
}

/** Reads a log and reference tables into a workspace. */
export async function fill(folder: string, tables: Tables, { covers }: WorldGiven): Promise<void> {
  for (const [kind, rows] of Object.entries(tables) as [InputKind, Rows][]) {
    await ingest(folder, kind, rows, kind === 'care_contact' && covers !== undefined ? ['--covers', covers] : [])
  }
}

/** The run of an audit as it is kept: unmasked, with its cases and its summary. */
export async function audit(
  folder: string,
  given: { readonly period?: Period; readonly rules?: readonly string[]; readonly budget?: number } = {},
): Promise<StoredRun> {
  const opened = openWorkspace(folder)
  const { config } = opened
  const store = await openStore(opened, 0)
  try {
    const settings = {
      ...config.relation,
      care_providers: config.care_providers,
      budget: given.budget ?? config.budget,
      zone: config.zone,
      parameters: config.rules,
      severities: {},
      suppressions: [],
      book: rules,
    }
    const chosen = given.rules?.map((id) => ruleById(id)!) ?? rules
    const made = await runAudit(store, chosen, given.period ?? { from: '2026-01-01', to: '2027-01-01' }, settings)
    await keepRun(store, made, settings)
    return (await readRun(store, made.run.run_id))!
  } finally {
    store.close()
  }
}
