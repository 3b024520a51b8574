import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { Period } from '../../src/model/period.ts'
import { type QualityCheckId, QualityDocument, type QualityRemark } from '../../src/model/quality-document.ts'
import type { InputKind } from '../../src/model/reference.ts'
import { assessQuality } from '../../src/quality/assess-quality.ts'
import { openStore, openWorkspace } from '../../src/workspace/workspace.ts'
import { persons, type Rows } from '../audit/world.ts'
import { folderWith, run, workspace } from '../harness/program.ts'

export const patients = persons(60)
export const unit = 'SE5560000000-U100'

/** One row of a canonical log, whole but for what is given. */
export function row(given: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    occurred_at: '2026-03-02T10:00:01',
    user_id: 'SE5560000000-1A2B',
    care_unit_id: unit,
    patient_id: patients[0]!,
    activity: 'read',
    source_system: 'journal',
    ...given,
  }
}

/** So many rows spread over one day; each tells its seconds and is unlike the others. */
export function rowsOfDay(day: string, amount: number, given: Readonly<Record<string, string>> = {}): Rows {
  return Array.from({ length: amount }, (_, place) => {
    const seconds = 6 * 3600 + place * Math.floor((12 * 3600) / amount) + (place % 7)
    return row({
      occurred_at: `${day}T${new Date(seconds * 1000).toISOString().slice(11, 19)}`,
      record_id: `${Object.values(given).join('-')}-${day}-${place}-x`,
      patient_id: patients[place % patients.length]!,
      ...given,
    })
  })
}

export function days(from: string, amount: number): string[] {
  const start = Date.parse(`${from}T00:00:00Z`)
  return Array.from({ length: amount }, (_, day) => new Date(start + day * 86_400_000).toISOString().slice(0, 10))
}

export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** Reads rows into a workspace; some of them may be refused. */
export async function read(folder: string, kind: InputKind, rows: Rows, options: readonly string[] = []) {
  const columns = [...new Set(rows.flatMap((one) => Object.keys(one)))]
  const path = join(folderWith({ [`${kind}.csv`]: stringify([...rows], { header: true, columns }) }), `${kind}.csv`)
  const done = await run(['-w', folder, '-q', 'ingest', '--kind', kind, path, ...options])
  if (done.code !== 0) throw new Error(done.err)
}

export interface Given {
  readonly period?: Period
  readonly today?: string
  readonly tables?: Readonly<Partial<Record<InputKind, Rows>>>
  readonly options?: readonly string[]
}

/** The answers about a log of these rows. */
export async function assess(log: Rows, given: Given = {}): Promise<QualityDocument> {
  const folder = await workspace()
  if (log.length > 0) await read(folder, 'access', log, given.options)
  for (const [kind, rows] of Object.entries(given.tables ?? {}) as [InputKind, Rows][]) await read(folder, kind, rows)
  return await assessFolder(folder, given)
}

/** The answers about a log that several tests look at, asked once, by the first of them. */
export function asked(log: () => Rows, given: Given = {}): () => Promise<QualityDocument> {
  let answers: Promise<QualityDocument> | undefined
  return () => (answers ??= assess(log(), given))
}

export async function assessFolder(folder: string, given: Given = {}): Promise<QualityDocument> {
  const store = await openStore(openWorkspace(folder), 0)
  try {
    const settings = { zone: 'Europe/Stockholm', today: given.today ?? '2026-06-01', chosen: given.period ?? null }
    return QualityDocument.parse(await assessQuality(store, settings))
  } finally {
    store.close()
  }
}

export function checkOf(document: QualityDocument, id: QualityCheckId) {
  return document.checks.find(({ check }) => check === id)!
}

/** The remarks of a check about one source. */
export function remarksOf(document: QualityDocument, id: QualityCheckId, source: string): readonly QualityRemark[] {
  return checkOf(document, id).remarks.filter((one) => one.source_system === source)
}

export function remarkOf(
  document: QualityDocument,
  id: QualityCheckId,
  code: string,
  about: { readonly subject?: string; readonly source?: string } = {},
): QualityRemark | undefined {
  const found = checkOf(document, id).remarks.filter(
    (one) =>
      one.code === code &&
      (about.subject === undefined || one.subject === about.subject) &&
      (about.source === undefined || one.source_system === about.source),
  )
  if (found.length > 1) throw new Error(`${found.length} remarks ${code}`)
  return found[0]
}

export function figureOf(
  document: QualityDocument,
  id: QualityCheckId,
  name: string,
  about: { readonly subject?: string; readonly source?: string } = {},
) {
  return checkOf(document, id).figures.find(
    (one) =>
      one.figure === name &&
      (about.subject === undefined || one.subject === about.subject) &&
      (about.source === undefined || one.source_system === about.source),
  )
}
