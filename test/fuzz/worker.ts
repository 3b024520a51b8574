// One process of the fuzzing: it reads case after case of one target, and says in a file which it is at.
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { makeBase, readBase } from './base.ts'
import { Chance, mutate, plant } from './chance.ts'
import { allTargets, last, type Target } from './targets.ts'

/** More than this is not needed to read any file of a few megabytes, in bytes. */
const mostMemory = 3 * 2 ** 30

const [name, seedText, firstText, secondsText, state] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
]
const seed = Number(seedText)
const shared = process.env['FUZZ_FOLDER'] ?? tmpdir()
const folder = mkdtempSync(join(shared, 'loggkoll-fuzz-'))
const say = openSync(state, 'w')
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

function bytesOf(target: Target, chance: Chance): Buffer {
  if (target.wicked.length > 0 && chance.share() < 0.05) return chance.pick(target.wicked)(chance)
  const good = chance.pick(target.good)
  return mutate(chance, target.own === true ? good : plant(chance, good), target.good)
}

if (name === '') await makeBase(shared)
const targets = await allTargets(readBase(shared), folder)
const target = targets.find((one) => one.name === name)
if (target === undefined) {
  process.stdout.write(`${targets.map((one) => one.name).join(' ')}\n`)
  process.exit(0)
}
// A file that is refused before it is read tries nothing.
const ends: number[] = []
for (const good of target.good) {
  await target.read(good, new Chance(seed))
  ends.push(last.code)
}
if (!ends.some((code) => code === 0 || code === 2))
  process.stdout.write(`${name}: no sample is read (${ends.join()})\n`)

const end = performance.now() + Number(secondsText) * 1000
let failed = 0
for (let place = Number(firstText); (performance.now() < end && failed < 5) || place === Number(firstText); place++) {
  writeSync(say, String(place).padEnd(12), 0)
  const chance = new Chance(seed + place * 7919)
  const bytes = bytesOf(target, chance)
  let wrong: string | undefined
  try {
    wrong = await target.read(bytes, chance)
  } catch (error) {
    wrong = `the harness: ${error instanceof Error ? error.stack : String(error)}`
  }
  const { rss } = process.memoryUsage()
  if (rss > mostMemory) wrong ??= `it took ${Math.round(rss / (1 << 20))} MB`
  if (wrong === undefined) continue
  failed += 1
  const kept = join(tmpdir(), `loggkoll-fuzz-${name}-${seed}-${place}.file`)
  writeFileSync(kept, bytes)
  process.stdout.write(`${name}, --seed ${seed} --case ${place}, ${kept}\n  ${wrong.slice(0, 600)}\n`)
}
closeSync(say)
process.exit(failed > 0 ? 1 : 0)
