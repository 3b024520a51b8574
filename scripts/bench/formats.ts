// npm run bench:formats: how fast each format is read into the store, and in how much memory, beside DuckDB alone. One
// thread for the readers of XML and JSON, whose pace is said per core. Prints a table and writes bench-data/formats.json.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { RecordBatchFileWriter, tableFromArrays } from 'apache-arrow'
import Table from 'cli-table3'
import { parse } from 'csv-parse/sync'
import { makeData, snad } from './make-data.ts'
import { best, type Measured, measure } from './measure.ts'

const rows = Number(process.env['BENCH_ROWS'] ?? 300_000)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 2)
const root = resolve('bench-data')
const folder = join(root, `formats-${rows}`)
const workspace = join(root, 'formats-workspace')

/** Memory is looked at with a tenth of the rows too: it must not grow with the file. */
const formats: readonly { name: string; file: string; bare?: string }[] = [
  { name: 'CSV', file: 'log.csv', bare: 'read_csv' },
  { name: 'CSV, gzip', file: 'log.csv.gz' },
  { name: 'Parquet', file: 'log.parquet', bare: 'read_parquet' },
  { name: 'NDJSON by a profile', file: 'log.ndjson' },
  { name: 'Arrow IPC', file: 'log.arrow' },
  { name: 'RIV-TA XML', file: 'riv.xml' },
  { name: 'FHIR NDJSON', file: 'fhir.ndjson' },
  { name: 'FHIR Bundle, JSON', file: 'fhir-bundle.json' },
  { name: 'FHIR Bundle, XML', file: 'fhir.xml' },
  { name: 'ATNA, syslog lines', file: 'atna.log' },
]

await makeData(join(root, 'snad'), snad)
await makeFormats()
const table = new Table({
  head: ['format', 'MB', 'seconds', 'rows/s', 'MB/s', 'of bare', 'peak MB'],
  style: { head: [], border: [] },
})
const results: Record<string, unknown>[] = []
for (const { name, file, bare } of formats) {
  const path = join(folder, file)
  if (!existsSync(path) || !(process.env['BENCH_FORMATS'] ?? name).split(';').includes(name)) continue
  const alone = bare && best(repeat(() => measure('bare', path, join(root, 'bare.duckdb'), bare)))
  const whole = best(
    repeat(() => {
      rmSync(workspace, { recursive: true, force: true })
      measure('cli', 'init', workspace)
      return measure('cli', '-w', workspace, '-q', 'ingest', path)
    }),
  )
  const bytes = statSync(path).size
  const ratio = alone ? whole.seconds / alone.seconds : undefined
  results.push({ name, bytes, rows, ...whole, ratio })
  table.push([
    name,
    (bytes / 1e6).toFixed(0),
    whole.seconds.toFixed(2),
    Math.round(rows / whole.seconds),
    (bytes / 1e6 / whole.seconds).toFixed(1),
    ratio?.toFixed(2) ?? '',
    whole.peak_mb,
  ])
}
console.log(`${rows} events, best of ${rounds}; the whole command, start and store included`)
console.log(table.toString())
writeFileSync(join(root, `formats-${rows}.json`), `${JSON.stringify(results, null, 2)}\n`)

function repeat(work: () => Measured): Measured[] {
  return Array.from({ length: rounds }, work)
}

async function makeFormats(): Promise<void> {
  if (existsSync(join(folder, 'done'))) return
  mkdirSync(folder, { recursive: true })
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '8GB' })
  const connection = await instance.connect()
  const text = readFileSync(join(import.meta.dirname, 'formats.sql'), 'utf8')
  const filled = text
    .replaceAll('{{log}}', join(root, 'snad', 'access-log.csv'))
    .replaceAll('{{folder}}', folder)
    .replaceAll('$rows', String(rows))
  await connection.run(filled)
  connection.closeSync()
  instance.closeSync()
  if (rows <= 300_000) await makeArrow()
  writeFileSync(join(folder, 'done'), '')
}

async function makeArrow(): Promise<void> {
  const [headers = [], ...records] = parse(readFileSync(join(folder, 'log.csv')))
  const columns = Object.fromEntries(headers.map((header, place) => [header, records.map((record) => record[place])]))
  writeFileSync(
    join(folder, 'log.arrow'),
    await RecordBatchFileWriter.writeAll(tableFromArrays(columns)).toUint8Array(),
  )
}
