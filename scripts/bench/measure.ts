import { execFileSync, spawnSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Machine, Step } from './bench-result.ts'

export interface Measured {
  readonly seconds: number
  readonly peak_mb: number
  /** Of all cores together: what is left of the time when others use the machine too. */
  readonly cpu_seconds: number
  /** What it said beside its result. */
  readonly told: string
  /** The last line of its result, before what it took. */
  readonly said: string
}

let isBuilt = false

/** The program is measured as it is built, which is how people have it; from source it takes longer to start. */
function build(): void {
  if (!isBuilt) execFileSync(process.execPath, [join(import.meta.dirname, '../build.ts')])
  isBuilt = true
}

/**
 * Runs one step in a process of its own, so that its time and its peak memory are its own: a command of the program
 * (`cli …`), or one of those of step.ts.
 */
export function measure(...words: readonly string[]): Measured {
  const isCommand = words[0] === 'cli'
  if (isCommand) build()
  const file = join(import.meta.dirname, isCommand ? 'program.ts' : 'step.ts')
  const start = performance.now()
  const run = spawnSync(process.execPath, [file, ...words.slice(isCommand ? 1 : 0)], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  const seconds = (performance.now() - start) / 1000
  if (run.status !== 0) throw new Error(`${words.join(' ')}: ${run.stderr}`)
  const { peak_mb, cpu_seconds } = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '{}') as {
    peak_mb: number
    cpu_seconds: number
  }
  return { seconds, peak_mb, cpu_seconds, told: run.stderr, said: run.stdout.trim().split('\n').at(-2) ?? '' }
}

/** The program in a workspace. */
export function program(workspace: string) {
  return (...words: string[]): Measured => measure('cli', '-w', workspace, '-q', ...words)
}

export const best = (all: readonly Measured[]): Measured => all.reduce((a, b) => (b.seconds < a.seconds ? b : a))

export function named(step: string, { seconds, cpu_seconds, peak_mb }: Measured): Step {
  return { step, seconds, cpu_seconds, peak_mb }
}

/** @param load the load average when the measuring began */
export function machineNow(load: number): Machine {
  const { stdout } = spawnSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' })
  const [processor] = cpus()
  return { cores: cpus().length, model: processor?.model ?? '', gib: totalmem() / 2 ** 30, load, commit: stdout.trim() }
}
