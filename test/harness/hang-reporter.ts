import { spawnSync } from 'node:child_process'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

/**
 * How long nothing may be heard of where no test is at work, in milliseconds. Of a test twice its own limit: one that only
 * waits is ended by that; a process that stands still in native code, or one that a test has left behind, by nobody.
 */
const usualPatience = 600_000

interface Heard {
  readonly last: string
  readonly since: number
  /** In milliseconds. */
  readonly patience: number
}

/** Ends a run that stands still and says where, instead of leaving that to whoever runs it to guess at. */
export class HangReporter implements Reporter {
  /** The files at work, each with what was last heard of it. */
  readonly #atWork = new Map<string, Heard>()
  /** When the last file that was at work ended, or the run began. */
  #lastEnd = Date.now()

  onTestRunStart(): void {
    // It looks on after the last test too: a process that was left behind holds the run then.
    setInterval(() => this.#look(), 10_000).unref()
  }

  onTestModuleQueued(module: TestModule): void {
    this.#hear(module.moduleId, 'begun')
  }

  onTestCaseReady(test: TestCase): void {
    this.#hear(test.module.moduleId, test.fullName, test.options.timeout && 2 * test.options.timeout)
  }

  onTestCaseResult(test: TestCase): void {
    this.#hear(test.module.moduleId, `after ${test.fullName}`)
  }

  onTestModuleEnd(module: TestModule): void {
    this.#lastEnd = Date.now()
    this.#atWork.delete(module.moduleId)
  }

  #hear(module: string, last: string, patience = usualPatience): void {
    this.#atWork.set(module, { last, since: Date.now(), patience })
  }

  #look(): void {
    const silentFor = (since: number): number => Date.now() - since
    const still = [...this.#atWork].filter(([, { since, patience }]) => silentFor(since) > patience)
    const isLeftBehind = this.#atWork.size === 0 && silentFor(this.#lastEnd) > usualPatience
    if (still.length === 0 && !isLeftBehind) return
    for (const [module, { last, since }] of still) {
      console.error(`\nNothing has happened for ${minutes(silentFor(since))} in ${module}, last heard of: ${last}`)
    }
    if (isLeftBehind) {
      const silent = minutes(silentFor(this.#lastEnd))
      console.error(
        `\nNothing has happened for ${silent} in any file: a process that a test has left behind holds the run`,
      )
    }
    const words = ['--ppid', '2', '-p', '2', '--deselect', '-o', 'pid,ppid,etimes,time,stat,wchan:24,args']
    console.error(spawnSync('ps', words, { encoding: 'utf8' }).stdout)
    process.exit(1)
  }
}

function minutes(milliseconds: number): string {
  return `${Math.round(milliseconds / 60_000)} minutes`
}
