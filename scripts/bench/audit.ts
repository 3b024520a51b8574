// npm run bench:audit: all rules at growing sizes, with the milliseconds of each step. BENCH_MILLIONS="1,2,4,8" chooses them,
// BENCH_ROUNDS how often each is asked (the best counts). Prints a table and writes bench-data/audit.json.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Table from 'cli-table3'
import { makeData, type Size } from './make-data.ts'
import { measure } from './measure.ts'

const sizes = (process.env['BENCH_MILLIONS'] ?? '1,2,4,8').split(',').map(Number)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 2)
const root = resolve('bench-data')
const reference = ['care_unit', 'staff', 'assignment', 'patient', 'relation', 'care_contact', 'shift']

/** A hospital that grows with its log: the shape of the SNAD study, so many times over. */
function sizeOf(millions: number): Size {
  const times = millions / 1.3275
  const scaled = (amount: number): number => Math.round(amount * times)
  return { events: millions * 1e6, users: scaled(6015), patients: scaled(130_457), contacts: scaled(400_000) }
}

interface AuditTimes {
  readonly millions: number
  readonly seconds: number
  readonly peak_mb: number
  readonly steps: Readonly<Record<string, number>>
}

const measured: AuditTimes[] = []
for (const millions of sizes) {
  const folder = join(root, `audit-${millions}`)
  mkdirSync(root, { recursive: true })
  await makeData(folder, sizeOf(millions))
  const workspace = join(folder, 'workspace')
  if (!existsSync(join(workspace, 'done'))) {
    rmSync(workspace, { recursive: true, force: true })
    measure('cli', 'init', workspace)
    measure('cli', '-w', workspace, '-q', 'ingest', ...reference.map((kind) => join(folder, `${kind}.csv`)))
    measure('cli', '-w', workspace, '-q', 'ingest', join(folder, 'access-log.csv'))
    writeFileSync(join(workspace, 'done'), '')
  }
  const runs = Array.from({ length: rounds }, () => measure('cli', '-w', workspace, '-q', 'audit', '--timings'))
  const best = runs.toSorted((a, b) => a.seconds - b.seconds)[0]!
  const steps = Object.fromEntries(
    [...best.told.matchAll(/^(\S+) +(\d+) ms$/gm)].map(([, step, spent]) => [step!, Number(spent)]),
  )
  measured.push({ millions, seconds: best.seconds, peak_mb: best.peak_mb, steps })
}

const table = new Table({
  head: ['step, ms', ...measured.map(({ millions }) => `${millions} M events`)],
  style: { head: [], border: [] },
})
for (const step of Object.keys(measured[0]!.steps))
  table.push([step, ...measured.map(({ steps }) => steps[step] ?? '')])
table.push(['whole command, s', ...measured.map(({ seconds }) => seconds.toFixed(2))])
table.push(['s for each million', ...measured.map(({ seconds, millions }) => (seconds / millions).toFixed(2))])
table.push(['peak MB', ...measured.map(({ peak_mb }) => peak_mb)])
console.log(table.toString())
writeFileSync(join(root, 'audit.json'), `${JSON.stringify({ rounds, measured }, null, 2)}\n`)
