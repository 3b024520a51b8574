import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

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

/** Runs one step (step.ts) in a process of its own, so that its time and its peak memory are its own. */
export function measure(...words: readonly string[]): Measured {
  const start = performance.now()
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'step.ts'), ...words], { encoding: 'utf8' })
  const seconds = (performance.now() - start) / 1000
  if (run.status !== 0) throw new Error(`${words.join(' ')}: ${run.stderr}`)
  const { peak_mb, cpu_seconds } = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '{}') as {
    peak_mb: number
    cpu_seconds: number
  }
  return { seconds, peak_mb, cpu_seconds, told: run.stderr, said: run.stdout.trim().split('\n').at(-2) ?? '' }
}

export const best = (all: readonly Measured[]): Measured => all.reduce((a, b) => (b.seconds < a.seconds ? b : a))
