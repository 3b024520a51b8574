// npm run bench [-- MILLIONS… --page --audit-only]: a made-up region of so many events, read in and audited beside DuckDB alone, and
// beside six of the rules written naively over raw events in DuckDB and in SQLite; then the region with a patient whom thousands
// opened and a user who opened ten thousand. Prints a table and writes bench-data/bench.json; --page writes docs/performance.md.
// --audit-only audits again what an earlier bench has read in, and leaves of that size the rest as it was measured then.
import { appendFileSync, cpSync, globSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import Table from 'cli-table3'
import { type BenchRow, naiveRules, type NaiveRun, type Step } from './bench-result.ts'
import { madeRegion, readBench, root, writeBench } from './kept.ts'
import { best, machineNow, measure, type Measured, named, program } from './measure.ts'
import { performancePage } from './performance-page.ts'

const words = process.argv.slice(2)
const given = words.map(Number).filter((number) => number > 0)
const sizes = given.length > 0 ? given : [1, 8]
/** A month of a region is audited with this; else with what a new workspace has. */
const memoryOfRegion = '6GB'
/** Of more events, filling SQLite row by row takes longer than anyone waits for. */
const mostInSqlite = 2

const known = readBench()
const rows = [...(known.rows ?? [])]
const isMeasured = !words.includes('--only-page')
const small = isMeasured ? benchSmall() : (known.small ?? [])
for (const millions of isMeasured ? sizes : []) {
  const place = rows.findIndex((one) => one.millions === millions)
  const row = words.includes('--audit-only') ? auditAgain(millions, rows[place]) : bench(millions)
  if (place < 0) rows.push(row)
  else rows[place] = row
  rows.sort((a, b) => a.millions - b.millions)
  writeBench({ rows, small })
}
const table = new Table({
  head: ['M events', 'step', 'seconds', 'CPU seconds', 'peak MB'],
  style: { head: [], border: [] },
})
for (const { millions, steps } of rows) {
  for (const { step, seconds, cpu_seconds, peak_mb } of steps) {
    table.push([millions, step, seconds.toFixed(1), cpu_seconds.toFixed(1), peak_mb])
  }
}
console.log(table.toString())
if (words.includes('--page') || words.includes('--only-page')) {
  writeFileSync(resolve('docs/performance.md'), performancePage({ ...known, rows, small }))
}

/** What a person waits for with the hand on the keyboard, five times each. */
function benchSmall(): Step[] {
  const folder = join(root, 'small')
  rmSync(folder, { recursive: true, force: true })
  measure('cli', 'init', folder, '--seed', 'ward-week')
  const cli = program(folder)
  cli('ingest', ...globSync('samples/ward-week/*.csv').toSorted())
  const five = (...command: string[]): Measured => best(Array.from({ length: 5 }, () => cli(...command)))
  return [named('help', five('--help')), named('audit', five('audit', '--from', '2026-04-27', '--to', '2026-05-04'))]
}

function bench(millions: number): BenchRow {
  const folder = join(root, `bench-${millions}`)
  const workspace = join(folder, 'workspace')
  const made = madeRegion(folder, millions, millions > 20 ? 30 : 7, millions > 8 ? 'parquet' : 'csv')
  const log = globSync(join(made, 'logg', '*')).toSorted()
  const form = log[0]?.endsWith('.parquet') ? 'parquet' : 'csv'
  const load = loadavg()[0] ?? 0
  const steps: Step[] = []
  const add = (step: string, measured: Measured): void => void steps.push(named(step, measured))
  const reader = form === 'csv' ? 'read_csv' : 'read_parquet'
  add('bare', measure('bare', join(made, 'logg', '*'), join(folder, 'bare.duckdb'), reader))
  rmSync(join(folder, 'bare.duckdb'), { force: true })
  rmSync(workspace, { recursive: true, force: true })
  const cli = program(workspace)
  measure('cli', 'init', workspace)
  if (millions > 20) appendFileSync(join(workspace, 'loggkoll.yaml'), `memory: ${memoryOfRegion}\n`)
  cli('ingest', ...globSync(join(made, 'register', '*')))
  const store = join(workspace, 'loggkoll.duckdb')
  const before = statSync(store).size
  add('ingest', cli('ingest', ...log, '--profile', 'cosmic-draft'))
  const bytes = statSync(store).size - before
  steps.push(...audits(workspace))
  const naive: NaiveRun[] = []
  for (const engine of millions > mostInSqlite ? ['duckdb'] : ['duckdb', 'sqlite']) {
    const run = measure('naive', engine, store, join(folder, `naive.${engine}`))
    naive.push(JSON.parse(run.said) as NaiveRun)
  }
  // The same region once more, with a patient whom thousands opened and a user who opened ten thousand patients; in a copy, so
  // that the region can be audited again.
  const [skewed, copy] = [join(folder, 'skewed.csv'), join(folder, 'skewed')]
  measure('skew', store, skewed)
  rmSync(copy, { recursive: true, force: true })
  cpSync(workspace, copy, { recursive: true })
  program(copy)('ingest', skewed, '--profile', 'canonical')
  add('skewed', program(copy)('audit'))
  rmSync(copy, { recursive: true })
  return {
    millions,
    form,
    bytes_per_event: bytes / (millions * 1e6),
    steps,
    naive,
    machine: machineNow(load),
  }
}

/** The audits alone, of the store that has been read in. */
function auditAgain(millions: number, known?: BenchRow): BenchRow {
  const load = loadavg()[0] ?? 0
  const steps = audits(join(root, `bench-${millions}`, 'workspace'))
  const others = (known?.steps ?? []).filter(({ step }) => !steps.some((one) => one.step === step))
  return {
    form: millions > 8 ? 'parquet' : 'csv',
    naive: [],
    ...known,
    millions,
    steps: [...others, ...steps],
    machine: machineNow(load),
  }
}

/** The audit with all rules, and with those that are asked naively too: the naive ones hold theirs against the latter. */
function audits(workspace: string): Step[] {
  const cli = program(workspace)
  return [named('audit', cli('audit')), named('six', cli('audit', ...naiveRules.flatMap((rule) => ['--rule', rule])))]
}
