import { mkdirSync, rmSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { readRun } from '../../src/audit/keep-run.ts'
import type { StoredRun } from '../../src/audit/keep-run.ts'
import { AuditDocument } from '../../src/model/audit-document.ts'
import { openStore, openWorkspace } from '../../src/workspace/workspace.ts'
import { tableNames } from '../samples/tables.ts'
import { writeCsv, writeTables } from '../samples/write.ts'
import { month as counted } from './calendar.ts'
import { logColumns, type LogRow } from './log.ts'
import type { Month, PlantedLookup } from './month.ts'
import type { Variant } from './variants.ts'
import { runLoggkoll } from './run-loggkoll.ts'

/** What the tool says of one variant of a month. */
export interface Outcome {
  readonly document: AuditDocument
  readonly cases: StoredRun['cases']
  readonly summary: StoredRun['summary']
  /** Lookup id → the planted case that it is part of. */
  readonly plantOf: ReadonlyMap<string, string>
}

export async function auditVariant(
  month: Month,
  log: readonly LogRow[],
  { change, missing }: Variant,
  folder: string,
): Promise<Outcome> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const workspace = join(folder, 'workspace')
  const world = { ...month.world, ...change(month.world) }
  writeTables(folder, world)
  writeCsv(folder, 'access-log', logColumns, log)
  const tables = tableNames.filter((name) => !missing.includes(name) && world[name].length > 0)
  await loggkoll('init', workspace, '--seed', `workload-${month.name}`)
  for (const name of tables)
    await loggkoll('-w', workspace, '-q', 'ingest', '--kind', name, join(folder, `${name}.csv`))
  await loggkoll('-w', workspace, '-q', 'ingest', '--kind', 'access', join(folder, 'access-log.csv'))
  const json = await loggkoll('-w', workspace, '-q', '--format', 'json', 'audit', '--month', counted.from.slice(0, 7))
  const opened = openWorkspace(workspace)
  const store = await openStore(opened, 10)
  try {
    // The document names the cases; which of them are handed out, only the kept run knows.
    const kept = await readRun(store, null)
    if (!kept) throw new Error('the run was not kept')
    const idOf = ({ user_id, patient_id, care_unit_id, day }: PlantedLookup): string =>
      opened.keyring.id('L', [user_id, patient_id, care_unit_id, day])
    return {
      document: AuditDocument.parse(JSON.parse(json)),
      cases: kept.cases,
      summary: kept.summary,
      plantOf: new Map(month.planted.map((lookup) => [idOf(lookup), lookup.plant])),
    }
  } finally {
    store.close()
  }
}

function loggkoll(...words: string[]): Promise<string> {
  return runLoggkoll('2026-04-25T06:00:00Z', userInfo().username, words)
}
