// npm run bench: ratios side by side in one run, never a timed test. Prints a table and writes bench-data/bench.json.
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Table from 'cli-table3'
import { makeData, snad } from './make-data.ts'
import { best, type Measured, measure } from './measure.ts'

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3)
const root = resolve('bench-data')
const data = join(root, 'snad')
const workspace = join(root, 'workspace')
const reference = ['care_unit', 'staff', 'assignment', 'patient', 'relation', 'care_contact', 'shift'].map((kind) =>
  join(data, `${kind}.csv`),
)
const log = join(data, 'access-log.csv')

mkdirSync(root, { recursive: true })
await makeData(data, snad)
const measured: Record<'bare' | 'ingest' | 'audit', Measured[]> = { bare: [], ingest: [], audit: [] }
for (let round = 0; round < rounds; round++) {
  measured.bare.push(measure('bare', log, join(root, 'bare.duckdb')))
  rmSync(workspace, { recursive: true, force: true })
  measure('cli', 'init', workspace)
  measure('cli', '-w', workspace, '-q', 'ingest', ...reference)
  measured.ingest.push(measure('cli', '-w', workspace, '-q', 'ingest', log))
  measured.audit.push(measure('cli', '-w', workspace, '-q', 'audit', '--format', 'json'))
}
const [bare, ingest, audit] = [best(measured.bare), best(measured.ingest), best(measured.audit)]
const bytes = statSync(join(workspace, 'loggkoll.duckdb')).size
const table = new Table({ head: ['step', 'seconds', 'ratio', 'peak MB'], style: { head: [], border: [] } })
const row = (name: string, one: Measured) =>
  table.push([name, one.seconds.toFixed(2), (one.seconds / bare.seconds).toFixed(2), one.peak_mb])
row('DuckDB alone: create table as read_csv', bare)
row('ingest, all included', ingest)
row('audit, all rules', audit)
console.log(`${snad.events} events, best of ${rounds}`)
console.log(table.toString())
console.log(`store: ${(bytes / 1e6).toFixed(0)} MB with reference data`)
writeFileSync(join(root, 'bench.json'), `${JSON.stringify({ size: snad, rounds, measured, bytes }, null, 2)}\n`)
