import { spawnSync } from 'node:child_process'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

/**
 * Twice what any test may take, in milliseconds. A test that only waits is ended by its own limit; a process that stands
 * still in native code, or one that a test has left behind, is ended by nobody.
 */
const patience = 600_000

/** Ends a run that stands still and says where, instead of leaving that to whoever runs it to guess at. */
export class HangReporter implements Reporter {
  /** The files at work, each with what was last heard of it. */
  readonly #atWork = new Map<string, { last: string; since: number }>()
  #lastHeard = Date.now()

  onTestRunStart(): void {
    // It looks on after the last test too: a process that was left behind holds the run then.
    setInterval(() => this.#look(), 10_000).unref()
  }

  onTestModuleQueued(module: TestModule): void {
    this.#hear(module.moduleId, 'begun')
  }

  onTestCaseReady(test: TestCase): void {
    this.#hear(test.module.moduleId, test.fullName)
  }

  onTestCaseResult(test: TestCase): void {
    this.#hear(test.module.moduleId, `after ${test.fullName}`)
  }

  onTestModuleEnd(module: TestModule): void {
    this.#lastHeard = Date.now()
    this.#atWork.delete(module.moduleId)
  }

  #hear(module: string, last: string): void {
    this.#lastHeard = Date.now()
    this.#atWork.set(module, { last, since: this.#lastHeard })
  }

  #look(): void {
    const isStill = (since: number): boolean => Date.now() - since > patience
    const still = [...this.#atWork].filter(([, { since }]) => isStill(since))
    if (still.length === 0 && !isStill(this.#lastHeard)) return
    const where = still.map(([module, { last }]) => `${module}, last heard of: ${last}`)
    console.error(`\nNothing has happened for ${patience / 60_000} minutes in`)
    console.error(where.join('\n') || 'any file: a process that a test has left behind holds the run')
    const words = ['--ppid', '2', '-p', '2', '--deselect', '-o', 'pid,ppid,etimes,time,stat,wchan:24,args']
    console.error(spawnSync('ps', words, { encoding: 'utf8' }).stdout)
    process.exit(1)
  }
}
