// npm run fuzz [-- --seconds N] [--reader NAME] [--seed N] [--case N]: gives broken files to everything that reads one, for
// a fixed time. An outcome is right if it is a result or a refusal in words, soon, in little memory, with nothing half stored
// and nothing of the file in the message.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'

const { values: given } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    reader: { type: 'string', multiple: true },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    case: { type: 'string' },
  },
})

/** No case may take longer, in seconds. */
const longest = 60
const folder = mkdtempSync(join(tmpdir(), 'loggkoll-fuzz-all-'))
const state = join(folder, 'state')

interface Done {
  readonly cases: number
  readonly said: string
  readonly isRight: boolean
}

/** Runs the worker of a target until its time is over; it is killed where one case takes too long. */
async function fuzz(target: string, first: number, seconds: number): Promise<Done> {
  const words = [join(import.meta.dirname, 'worker.ts'), target, given.seed, String(first), String(seconds), state]
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, FUZZ_FOLDER: folder },
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (said += text))
  const ended = new Promise<string>((resolve) => child.once('close', (code, signal) => resolve(signal ?? String(code))))
  const run = { isOver: false }
  void ended.then(() => (run.isOver = true))
  for (let last = '', since = Date.now(); !run.isOver; await Promise.race([sleep(500), ended])) {
    const at = placeIn()
    if (at !== last) [last, since] = [at, Date.now()]
    else if (Date.now() - since > longest * 1000) {
      said += `${target}, --seed ${given.seed} --case ${at}\n  it took more than ${longest} s, and was ended\n`
      child.kill('SIGKILL')
      break
    }
  }
  const end = await ended
  if (!['0', '1', 'SIGKILL'].includes(end))
    said += `${target}, --seed ${given.seed} --case ${placeIn()}\n  it ended with ${end}\n`
  return { cases: Number(placeIn()) - first + 1, said, isRight: said === '' }
}

function placeIn(): string {
  try {
    return readFileSync(state, 'utf8').trim()
  } catch {
    return ''
  }
}

const known = (await fuzz('', 0, 0)).said.trim().split(' ')
const wanted = given.reader ?? known
const stranger = wanted.find((name) => !known.includes(name))
if (stranger !== undefined) {
  process.stderr.write(`there is no reader ${stranger}: ${known.join(', ')}\n`)
  process.exit(64)
}
process.stdout.write(`seed ${given.seed}\n`)
let [cases, isRight] = [0, true]
for (const target of wanted) {
  const done = await fuzz(
    target,
    Number(given.case ?? 0),
    given.case === undefined ? Number(given.seconds) / wanted.length : 0,
  )
  cases += done.cases
  isRight &&= done.isRight
  process.stdout.write(
    `${target.padEnd(14)} ${String(done.cases).padStart(6)} ${done.isRight ? '' : 'WRONG'}\n${done.said}`,
  )
}
process.stdout.write(`${cases} files\n`)
rmSync(folder, { recursive: true, force: true })
process.exitCode = isRight ? 0 : 1
