// npm run bench:night [-- MILLIONS DAYS]: what one night takes on a store of so many days. All days but the last are read in and
// asked (`audit --new`); then the log and the contacts of the last day come. Prints a table and adds it to bench-data/bench.json;
// `npm run performance` writes the page.
import { globSync, rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import Table from 'cli-table3'
import type { Step } from './bench-result.ts'
import { madeRegion, root, writeBench } from './kept.ts'
import { machineNow, measure, named, program } from './measure.ts'

const [millions = 100, days = 250] = process.argv.slice(2).map(Number)
const folder = join(root, `night-${millions}`)
const workspace = join(folder, 'workspace')
const [before, after] = [join(folder, 'care_contact.csv'), join(folder, 'care_contact-night.csv')]
const cli = program(workspace)

const made = madeRegion(folder, millions, days, 'parquet')
const log = globSync(join(made, 'logg', '*')).toSorted()
const night = log.pop()!
const last = /\d{4}-\d\d-\d\d/.exec(night)![0]
measure('split', join(made, 'register', 'care_contact.csv'), last, before, after)
rmSync(workspace, { recursive: true, force: true })
measure('cli', 'init', workspace)
const tables = globSync(join(made, 'register', '*')).filter((path) => !path.endsWith('care_contact.csv'))
cli('ingest', ...tables.toSorted(), before)
cli('ingest', ...log, '--profile', 'cosmic-draft')
const first = cli('audit', '--new')
const machine = machineNow(loadavg()[0] ?? 0)
const steps: Step[] = [
  named('first', first),
  named('contacts', cli('ingest', after, '--mode', 'upsert')),
  named('ingest', cli('ingest', night, '--profile', 'cosmic-draft')),
  named('audit', cli('audit', '--new')),
]
writeBench({ night: { millions, days, machine, steps } })
const table = new Table({ head: ['step', 'seconds', 'CPU seconds', 'peak MB'], style: { head: [], border: [] } })
for (const { step, seconds, cpu_seconds, peak_mb } of steps)
  table.push([step, seconds.toFixed(1), cpu_seconds.toFixed(1), peak_mb])
console.log(table.toString())
