/** Milliseconds of each step since the one before, in the order in which they ended: two rules are asked at a time. */
export class Timings {
  readonly #steps: [string, number][] = []
  #last = performance.now()

  add(step: string): void {
    const now = performance.now()
    this.#steps.push([step, now - this.#last])
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
