// npm run bench:region [-- MILLIONS… parquet]: a made-up region of so many events made, read in (from CSV, or from Parquet) and
// audited. Prints a table and writes bench-data/region.json.
import { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import Table from 'cli-table3'
import { z } from 'zod'
import type { LogForm } from '../../src/training/region.ts'
import { measure, type Measured } from './measure.ts'

const words = process.argv.slice(2)
const form: LogForm = words.includes('parquet') ? 'parquet' : 'csv'
const millions = words.map(Number).filter((number) => number > 0)
const sizes = (millions.length > 0 ? millions : [1, 8]).map((million) => ({
  events: million * 1e6,
  days: million > 20 ? 30 : 7,
}))
const root = resolve('bench-data', 'region')
const Ingested = z.object({ files: z.array(z.object({ rows: z.number() })) })

const done: Record<string, unknown>[] = []
const table = new Table({
  head: ['events', 'step', 'seconds', 'CPU seconds', 'peak GiB', 'MB on disk', 'bytes an event'],
  style: { head: [], border: [] },
})
for (const { events: wanted, days } of sizes) {
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  const [made, workspace] = [join(root, 'made'), join(root, 'workspace')]
  const region = measure('region', made, String(wanted), String(days), form)
  const log = globSync(join(made, 'logg', '*'))
  const tables = globSync(join(made, 'register', '*'))
  const logBytes = sizeOf(log)
  measure('cli', 'init', workspace)
  const reference = measure('cli', '-w', workspace, '-q', 'ingest', ...tables)
  const store = join(workspace, 'loggkoll.duckdb')
  const before = statSync(store).size
  const json = join(root, 'ingest.json')
  const ingest = measure(
    'cli',
    '-w',
    workspace,
    '-q',
    '--format',
    'json',
    '-o',
    json,
    'ingest',
    ...log,
    '--profile',
    'cosmic-draft',
  )
  const events = Ingested.parse(JSON.parse(readFileSync(json, 'utf8'))).files.reduce((sum, { rows }) => sum + rows, 0)
  const storeBytes = statSync(store).size
  const audit = measure('cli', '-w', workspace, '-q', '--format', 'json', '-o', join(root, 'audit.json'), 'audit')
  const row = (step: string, { seconds, cpu_seconds, peak_mb }: Measured, bytes: number | null): void => {
    const perEvent = bytes === null ? '' : (bytes / events).toFixed(0)
    const mb = bytes === null ? '' : (bytes / 1e6).toFixed(0)
    table.push([
      events.toLocaleString('sv'),
      step,
      seconds.toFixed(1),
      cpu_seconds.toFixed(1),
      (peak_mb / 1024).toFixed(2),
      mb,
      perEvent,
    ])
    done.push({ events, days, form, step, seconds, cpu_seconds, peak_mb, bytes })
  }
  row(`made (${form}, with reference data)`, region, logBytes)
  row('reference data read in', reference, before)
  row('log read in', ingest, storeBytes - before)
  row('audited, all rules', audit, null)
  console.log(table.toString())
}
rmSync(root, { recursive: true, force: true })
console.log(`${cpus().length} cores; load average ${loadavg()[0]?.toFixed(1)} at the end, others' work included`)
writeFileSync(resolve('bench-data', 'region.json'), `${JSON.stringify(done, null, 2)}\n`)

function sizeOf(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + statSync(path).size, 0)
}
