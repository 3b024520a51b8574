import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { IngestReport } from '../../src/ingest/ingest-file.ts'
import type { EventFieldName } from '../../src/model/event-fields.ts'
import { type Ran, run, scratchFolder } from '../harness/program.ts'
import { select } from '../store/tables.ts'

export type Fields = Partial<Record<EventFieldName, string>>

/** A row of a log that has all that the law asks for; the number is one of Skatteverket's test numbers. */
export const usual = {
  occurred_at: '2026-03-04T10:00:00',
  user_id: 'SE5560000000-S001',
  care_unit_id: 'SE5560000000-U110',
  patient_id: '199001012385',
  activity: 'read',
} as const satisfies Fields

/** A canonical log of these rows; each is the usual one but for what it names. */
export function log(...rows: readonly Fields[]): string {
  const columns = [...new Set(['record_id', ...Object.keys(usual), ...rows.flatMap(Object.keys)])]
  return table(
    columns,
    rows.map((row) => ({ ...usual, ...row })),
  )
}

/** A CSV file with a header. */
export function table(columns: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string {
  return stringify([...rows], { header: true, columns: [...columns] })
}

export interface Read extends Ran {
  /** What `ingest --format json` says of each file; empty when it failed. */
  readonly files: readonly IngestReport[]
}

/** Reads files into a workspace; a file is its content, or its content under a name. */
export async function ingest(
  workspace: string,
  contents: string | Buffer | Readonly<Record<string, string | Buffer>>,
  ...options: readonly string[]
): Promise<Read> {
  const named = typeof contents === 'string' || Buffer.isBuffer(contents) ? { 'log.csv': contents } : contents
  const folder = scratchFolder()
  const paths = Object.entries(named).map(([name, content]) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  })
  const words = ['-w', workspace, '--lang', 'en', '--format', 'json', 'ingest', ...paths, ...options]
  const ran = await run(words)
  const files = ran.code === 0 ? (JSON.parse(ran.out) as { files: IngestReport[] }).files : []
  return { ...ran, files }
}

/** Reads files that must be read, and gives the events in the order of their rows. */
export async function eventsOf(
  workspace: string,
  contents: Parameters<typeof ingest>[1],
  columns: string,
  ...options: readonly string[]
): Promise<Readonly<Record<string, unknown>>[]> {
  const { code, err } = await ingest(workspace, contents, ...options)
  if (code !== 0) throw new Error(err)
  return await select(workspace, `select ${columns} from access_event order by batch_id, source_row`)
}
