// npm run simulate [-- NIGHTS [MINUTES]]: a made-up year, night by night, with late rows, corrected registers, crashes and reviews; at its
// end the findings, the cases and every grade must be those of one ingest of everything and one audit. Prints what each month
// took, and writes bench-data/simulate.json.
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import Table from 'cli-table3'
import { chance } from './simulate/chance.ts'
import { differences, readHeld } from './simulate/compare.ts'
import { decideSome } from './simulate/decide.ts'
import { liveAtOnce, liveNights, type NightTaken } from './simulate/nights.ts'
import { makeWorld } from './simulate/world.ts'

const nights = Number(process.argv[2] ?? 365)
// So many minutes at most for the nights; then what has arrived until then is compared.
const minutes = Number(process.argv[3] ?? Infinity)
const root = resolve('bench-data', 'simulate')
mkdirSync(root, { recursive: true })
const begun = performance.now()
const world = await makeWorld(join(root, 'made'), {
  size: 'ward',
  from: '2025-01-01',
  nights,
  seed: 11,
  correctedEvery: 28,
})
process.stderr.write(`made in ${seconds(begun)} s\n`)

const luck = chance(17)
// More than the three that are wanted: now and then the program is done before it is killed.
const steps = ['ingest', 'audit', 'audit', 'ingest', 'audit', 'ingest'] as const
const crashes = new Map(
  steps.map((step, place) => [Math.floor(((place + 0.6) * nights) / 6.5), { step, after: 600 + luck.below(3000) }]),
)
const taken: NightTaken[] = []
let judged = 0
const { workspace, now, last } = await liveNights(world, {
  folder: join(root, 'nights'),
  crashes,
  isOver: () => performance.now() - begun > minutes * 60_000,
  onNight: (night) => {
    taken.push(night)
    process.stderr.write(`${JSON.stringify(night)}\n`)
  },
  after: async (night, folder, time) => {
    if (night % 41 === 40) judged += await decideSome(folder, root, time, world.reviewers)
  },
})
// What was judged last counts the night after, when nothing else has come.
const other = await liveAtOnce(world, last, join(root, 'once'), now, (folder) => {
  const journal = join(workspace, 'review.ndjson')
  if (existsSync(journal)) copyFileSync(journal, join(folder, 'review.ndjson'))
})
const [one, another] = [await readHeld(workspace), await readHeld(other)]
const differing = differences(one, another)

const table = new Table({
  head: ['nights', 'events a night', 's a night: ingest', 's a night: audit --new', 'MB at the end', 'KB a night'],
  style: { head: [], border: [] },
})
for (let first = 0; first < taken.length; first += 30) {
  const part = taken.slice(first, first + 30)
  const mean = (of: (night: NightTaken) => number): number =>
    part.reduce((sum, night) => sum + of(night), 0) / part.length
  const grown = part.at(-1)!.store_bytes - (taken[first - 1]?.store_bytes ?? part[0]!.store_bytes)
  table.push([
    `${first + 1}-${first + part.length}`,
    mean(({ events }) => events).toFixed(0),
    (mean(({ ingest_ms }) => ingest_ms) / 1000).toFixed(1),
    (mean(({ audit_ms }) => audit_ms) / 1000).toFixed(1),
    (part.at(-1)!.store_bytes / 1e6).toFixed(0),
    (grown / part.length / 1e3).toFixed(0),
  ])
}
console.log(table.toString())
const peak_mb = Math.round(process.resourceUsage().maxRSS / 1024)
const summary = {
  nights: last + 1,
  seconds: Number(seconds(begun)),
  peak_mb,
  crashes: taken.filter(({ crashed }) => crashed).length,
  judged,
  lookups: one.grades.size,
  findings: one.findings.size,
  cases: one.cases.size,
  same: differing.length === 0,
}
console.log(JSON.stringify(summary, null, 2))
writeFileSync(resolve('bench-data', 'simulate.json'), `${JSON.stringify({ ...summary, taken }, null, 2)}\n`)
if (differing.length > 0) {
  console.log(differing.join('\n'))
  process.exitCode = 1
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1)
}
