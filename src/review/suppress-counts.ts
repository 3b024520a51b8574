import type { ShownCount } from '../model/trend-document.ts'

/** A cell with fewer is not published (the same bound as for public statistics on care). */
export const leastShown = 5

/**
 * A count in a table, as an arc between two sums: what flows into a node flows out of it. A cell lies between the sum of its
 * row and that of its column, and the sums between a source and a sink, so that what a reader can add up is what flows.
 */
export interface PublishedCount {
  readonly from: string
  readonly to: string
  readonly value: number
  /** One that is not printed is there only since the others add up to it. */
  readonly published: boolean
  /** Is hidden only where nothing else helps. */
  readonly wanted?: boolean
}

type Shown = ShownCount['shown'] | 'unpublished'

/**
 * Decides which counts of a table are shown. One under five never is; and others are hidden with it until nobody who knows
 * what is printed can tell anything more of it than that: each of 0 to 4 still fits.
 * @param counts all cells and sums; at every node as much comes in as goes out
 */
export function suppressCounts(counts: readonly PublishedCount[]): ShownCount['shown'][] {
  const table = new Table(counts)
  table.hideUntilSafe()
  table.showAgain()
  return table.shown()
}

/** A count as a document holds it. */
export function shownCount(value: number, shown: ShownCount['shown']): ShownCount {
  return { count: shown === 'exact' ? value : null, shown }
}

class Table {
  readonly #counts: readonly PublishedCount[]
  readonly #shown: Shown[]
  /** Arcs by the nodes that they leave and reach. */
  readonly #at = new Map<string, number[]>()
  readonly #small: readonly number[]
  /** Those that are guarded only against readers who do not know that what is hidden is five or more. */
  readonly #aboutFive = new Set<number>()

  constructor(counts: readonly PublishedCount[]) {
    this.#counts = counts
    this.#shown = counts.map(({ value, published }) =>
      published ? (value < leastShown ? 'under_five' : 'exact') : 'unpublished',
    )
    this.#small = this.#shown.flatMap((shown, arc) => (shown === 'under_five' ? [arc] : []))
    for (const [arc, { from, to }] of counts.entries()) {
      for (const node of [from, to]) this.#at.set(node, [...(this.#at.get(node) ?? []), arc])
    }
  }

  shown(): ShownCount['shown'][] {
    return this.#shown.map((shown) => (shown === 'unpublished' ? 'hidden' : shown))
  }

  hideUntilSafe(): void {
    for (const small of this.#small) {
      while (!this.#isSafe(small)) {
        const near = this.#exactBeside(small)
        // One that suffices alone is better than several.
        const enough = near.find((arc) => this.#isSafeWithout(small, [arc]))
        const next = enough ?? (this.#isSafeWithout(small, near) ? near[0] : undefined)
        if (next !== undefined) this.#shown[next] = 'hidden'
        // Two that are under five and make five together: no more can be done than to hide what is about them.
        else if (this.#aboutFive.has(small)) throw new Error('the counts of a table do not add up')
        else this.#aboutFive.add(small)
      }
    }
  }

  /** What was hidden first may be needless once others are. */
  showAgain(): void {
    const hidden = this.#shown.flatMap((shown, arc) => (shown === 'hidden' ? [arc] : []))
    const byUse = (a: number, b: number): number => this.#wanted(b) - this.#wanted(a) || this.#value(b) - this.#value(a)
    for (const arc of hidden.toSorted(byUse)) {
      this.#shown[arc] = 'exact'
      if (!this.#small.every((small) => this.#isSafe(small))) this.#shown[arc] = 'hidden'
    }
  }

  #isSafeWithout(small: number, arcs: readonly number[]): boolean {
    for (const arc of arcs) this.#shown[arc] = 'hidden'
    const safe = this.#isSafe(small)
    for (const arc of arcs) this.#shown[arc] = 'exact'
    return safe
  }

  /** Counts that are shown: first those in the same sums, of them what is least wanted, the smallest first. */
  #exactBeside(arc: number): number[] {
    const { from, to } = this.#counts[arc]!
    const isNear = (one: number): boolean => {
      const other = this.#counts[one]!
      return [other.from, other.to].some((node) => node === from || node === to)
    }
    return this.#shown
      .flatMap((shown, one) => (shown === 'exact' ? [one] : []))
      .toSorted(
        (a, b) =>
          Number(isNear(b)) - Number(isNear(a)) || this.#wanted(a) - this.#wanted(b) || this.#value(a) - this.#value(b),
      )
  }

  /** May the count be anything from 0 to 4, for all that a reader knows? */
  #isSafe(arc: number): boolean {
    const { from, to, value } = this.#counts[arc]!
    const most = leastShown - 1
    return this.#canFlow(to, from, most - value, arc) && this.#canFlow(from, to, value, arc)
  }

  /** Can so much more go from one node to another along other arcs than one, each within what is known of it? */
  #canFlow(from: string, to: string, amount: number, without: number): boolean {
    const moved = new Map<number, number>()
    let left = amount
    while (left > 0) {
      const path = this.#path(from, to, without, moved)
      if (!path) return false
      const most = Math.min(left, ...path.map(({ room }) => room))
      for (const { arc, forward } of path) moved.set(arc, (moved.get(arc) ?? 0) + (forward ? most : -most))
      left -= most
    }
    return true
  }

  #path(from: string, to: string, without: number, moved: ReadonlyMap<number, number>): Step[] | undefined {
    const cameBy = new Map<string, { readonly before: string; readonly step: Step }>()
    const waiting = [from]
    for (const node of waiting) {
      if (node === to) return walkBack(cameBy, from, to)
      for (const arc of this.#at.get(node) ?? []) {
        if (arc === without) continue
        const count = this.#counts[arc]!
        const forward = count.from === node
        const next = forward ? count.to : count.from
        const value = count.value + (moved.get(arc) ?? 0)
        const [least, most] = this.#bounds(arc, this.#aboutFive.has(without) ? 0 : leastShown)
        const room = forward ? most - value : value - least
        if (room <= 0 || next === from || cameBy.has(next)) continue
        cameBy.set(next, { before: node, step: { arc, forward, room } })
        waiting.push(next)
      }
    }
    return undefined
  }

  /** What a reader knows of a count. @param hidden what one is at least that is hidden with another */
  #bounds(arc: number, hidden: number): readonly [least: number, most: number] {
    switch (this.#shown[arc]!) {
      case 'exact':
        return [this.#value(arc), this.#value(arc)]
      case 'under_five':
        return [0, leastShown - 1]
      case 'hidden':
        return [hidden, Infinity]
      case 'unpublished':
        return [0, Infinity]
    }
  }

  #wanted(arc: number): number {
    return Number(this.#counts[arc]!.wanted ?? false)
  }

  #value(arc: number): number {
    return this.#counts[arc]!.value
  }
}

interface Step {
  readonly arc: number
  readonly forward: boolean
  readonly room: number
}

function walkBack(
  cameBy: ReadonlyMap<string, { readonly before: string; readonly step: Step }>,
  from: string,
  to: string,
): Step[] {
  const steps: Step[] = []
  for (let node = to; node !== from;) {
    const { before, step } = cameBy.get(node)!
    steps.unshift(step)
    node = before
  }
  return steps
}
