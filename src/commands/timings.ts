/**
 * Milliseconds of each step, in the order in which they ended: from when it began, where that is said (two rules are asked at
 * a time), else since the one before.
 */
export class Timings {
  readonly #steps: [string, number][] = []
  readonly #begun = new Map<string, number>()
  #last = performance.now()

  begin(step: string): void {
    this.#begun.set(step, performance.now())
  }

  add(step: string): void {
    const now = performance.now()
    this.#steps.push([step, now - (this.#begun.get(step) ?? this.#last)])
    this.#begun.delete(step)
    this.#last = now
  }

  /** Each step in whole milliseconds. */
  get steps(): { step: string; milliseconds: number }[] {
    return this.#steps.map(([step, spent]) => ({ step, milliseconds: Math.round(spent) }))
  }

  table(): string {
    return this.#steps.map(([step, spent]) => `${step.padEnd(20)} ${spent.toFixed(0).padStart(7)} ms\n`).join('')
  }
}
