import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readRun } from '../../src/audit/keep-run.ts'
import type { StoredRun } from '../../src/audit/keep-run.ts'
import { writePractice } from '../../src/commands/practice-files.ts'
import { AuditDocument } from '../../src/model/audit-document.ts'
import type { KeyItem, TrainingKey } from '../../src/model/training-key.ts'
import { control } from '../../src/training/practice.ts'
import type { Scenario, Size } from '../../src/training/scenario.ts'
import { openStore, openWorkspace } from '../../src/workspace/workspace.ts'
import { runLoggkoll } from '../workload/run-loggkoll.ts'

/** What became of one planted item. */
export interface Outcome {
  readonly item: KeyItem
  /** Cases that hold a lookup of it, and those of them that are handed out. */
  readonly cases: number
  readonly handed: number
  /** Its lookups in the control, and those of them behind a finding. */
  readonly lookups: number
  readonly behind: number
  readonly rules: readonly string[]
}

export interface Played {
  readonly scenario: Scenario
  readonly size: Size
  readonly folder: string
  readonly key: TrainingKey
  readonly document: AuditDocument
  readonly summary: StoredRun['summary']
  readonly cases: StoredRun['cases']
  readonly outcomes: readonly Outcome[]
}

/** Makes the log of a practice case, reads it in as a trainee would, and makes the control. */
export async function play(scenario: Scenario, size: Size, seed: number, folder: string): Promise<Played> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const key = await writePractice(folder, { scenario, size, seed })
  const workspace = join(folder, 'kontroll')
  await loggkoll('init', workspace, '--seed', `evaluation-${scenario.id}`)
  const tables = readdirSync(join(folder, 'register')).map((name) => join(folder, 'register', name))
  await loggkoll('-w', workspace, '-q', 'ingest', ...tables)
  await loggkoll('-w', workspace, '-q', 'ingest', join(folder, 'logg'), '--profile', 'cosmic-draft')
  await loggkoll('-w', workspace, '-q', 'ingest', join(folder, 'invanare'), '--profile', '1177-journalen')
  const rules = (scenario.rules ?? []).flatMap((rule) => ['--rule', rule])
  const json = await loggkoll('-w', workspace, '-q', '--format', 'json', 'audit', '--month', control.month, ...rules)
  const opened = openWorkspace(workspace)
  const store = await openStore(opened, 10)
  try {
    const kept = await readRun(store, null)
    if (!kept) throw new Error('the run was not kept')
    const document = AuditDocument.parse(JSON.parse(json))
    const idOf = ({ user_id, patient_id, care_unit_id, day }: KeyItem['lookups'][number]): string =>
      opened.keyring.id('L', [user_id, patient_id, care_unit_id, day])
    return {
      scenario,
      size,
      folder,
      key,
      document,
      summary: kept.summary,
      cases: kept.cases,
      outcomes: key.items.map((item) => outcomeOf(item, document, kept.cases, idOf)),
    }
  } finally {
    store.close()
  }
}

function outcomeOf(
  item: KeyItem,
  { findings }: AuditDocument,
  cases: StoredRun['cases'],
  idOf: (lookup: KeyItem['lookups'][number]) => string,
): Outcome {
  const wanted = new Set(item.lookups.filter(({ day }) => day >= control.from && day < control.to).map(idOf))
  const touching = findings.filter(({ lookup_ids }) => lookup_ids.some((id) => wanted.has(id)))
  const ids = new Set(touching.map(({ finding_id }) => finding_id))
  const holding = cases.filter(({ finding_ids }) => finding_ids.some((id) => ids.has(id)))
  const behind = new Set(touching.flatMap(({ lookup_ids }) => lookup_ids.filter((id) => wanted.has(id))))
  return {
    item,
    cases: holding.length,
    handed: holding.filter(({ handed_out }) => handed_out).length,
    lookups: wanted.size,
    behind: behind.size,
    rules: [...new Set(touching.map(({ rule }) => rule))].sort(),
  }
}

function loggkoll(...words: string[]): Promise<string> {
  return runLoggkoll('2026-05-04T06:00:00Z', 'evaluation', words)
}
