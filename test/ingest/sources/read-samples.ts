import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { IngestReport } from '../../../src/ingest/ingest-file.ts'
import { eventFieldNames } from '../../../src/model/event-fields.ts'
import { type InputKind, inputKinds, referenceTables } from '../../../src/model/reference.ts'
import { root } from '../../harness/paths.ts'
import { run } from '../../harness/program.ts'
import { onCopy } from '../../store/tables.ts'
import type { Sample } from './samples.ts'

export type StoredRow = Readonly<Record<string, string | null>>

/** What became of a sample: what `ingest` says of it, and its rows as they are stored, all of it as text. */
export interface ReadSample {
  readonly report: IngestReport
  readonly rows: readonly StoredRow[]
}

/** Reads all samples into one workspace, in one command, as somebody would who has a folder of exports. */
export async function readSamples(samples: readonly Sample[]): Promise<ReadonlyMap<string, ReadSample>> {
  const folder = mkdtempSync(join(tmpdir(), 'loggkoll-sources-'))
  try {
    const workspace = join(folder, 'workspace')
    const made = await run(['init', workspace, '--seed', 'test'])
    if (made.code !== 0) throw new Error(made.err)
    const paths = samples.map(({ path }) => path)
    const { code, out, err } = await run(['-w', workspace, '--lang', 'en', '--format', 'json', 'ingest', ...paths])
    if (code !== 0) throw new Error(err)
    const reports = (JSON.parse(out) as { files: IngestReport[] }).files
    const stored = await storedByBatch(workspace)
    return new Map(
      reports.map((report, place) => [paths[place]!, { report, rows: stored.get(Number(report.batch_id)) ?? [] }]),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function storedByBatch(workspace: string): Promise<Map<number, StoredRow[]>> {
  return await onCopy(workspace, async (copy) => {
    const byBatch = new Map<number, StoredRow[]>()
    for (const kind of inputKinds) {
      const columns = columnsOf(kind).map((name) => `${name}::varchar as ${name}`)
      // The events of one record have one row of the source in common.
      const from = kind === 'access' ? 'access_event order by source_row, resource_type' : `${kind} order by source_row`
      const rows = await copy.runAndReadAll(`select batch_id::int as batch, ${columns.join(', ')} from ${from}`)
      for (const { batch, ...row } of rows.getRowObjectsJson()) {
        byBatch.set(Number(batch), [...(byBatch.get(Number(batch)) ?? []), row as StoredRow])
      }
    }
    return byBatch
  })
}

function columnsOf(kind: InputKind): readonly string[] {
  return kind === 'access'
    ? ['local_time', 'time_quality', ...eventFieldNames]
    : Object.keys(referenceTables[kind].columns)
}

/** Rows as CSV: the columns that any of them fills. */
export function asCsv(rows: readonly StoredRow[]): string {
  const filled = Object.keys(rows[0] ?? {}).filter((name) => rows.some((row) => row[name] !== null))
  return stringify([...rows], { header: true, columns: filled })
}

/** The kept text of a name; UPDATE_GOLDEN=1 writes it anew, to be read like code. */
export function golden(name: string, text: string): string {
  const folder = join(root, 'test', 'ingest', 'sources', 'golden')
  const path = join(folder, name)
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, text)
  }
  return existsSync(path) ? readFileSync(path, 'utf8') : `there is no ${name}: run with UPDATE_GOLDEN=1`
}
