import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'

/** Why a file of a drop directory is left where it is until the next time. */
export type LeftCause = 'unfinished_name' | 'young' | 'changing' | 'gone' | 'snapshot'

export interface LeftFile {
  readonly file: string
  readonly cause: LeftCause
}

/** What programs call a file that they are still writing. */
const unfinished = /\.(part|tmp|filepart|crdownload)$/i

type Look = Pick<Stats, 'size' | 'mtimeMs' | 'ino'>

/** The files that have arrived in a drop directory: which are whole, and whether they stay as they were while they are read. */
export class Arrivals {
  readonly left: LeftFile[] = []
  readonly #looks = new Map<string, Look>()
  readonly #settle: number
  readonly #now: number

  /** @param settle so many seconds must have passed since a file was last written; by the clock that `now` is of */
  constructor(settle: number, now: Date) {
    this.#settle = settle * 1000
    this.#now = now.getTime()
  }

  /**
   * The first look: those of the files that seem to be written whole.
   * @param named files that a person has named one by one; what these are called says nothing
   */
  async settled(paths: readonly string[], named: ReadonlySet<string>): Promise<string[]> {
    const ready: string[] = []
    for (const path of paths) {
      const cause = path === '-' ? undefined : await this.#whyWait(path, named.has(path))
      if (cause === undefined) ready.push(path)
      else this.left.push({ file: path, cause })
    }
    return ready
  }

  /** Is a file as it was at the first look? One that is not is left, and said. */
  async isAsSeen(path: string): Promise<boolean> {
    const before = this.#looks.get(path)
    if (!before) return true
    const now = await lookAt(path)
    if (now && now.size === before.size && now.mtimeMs === before.mtimeMs && now.ino === before.ino) return true
    if (!this.left.some(({ file }) => file === path)) this.left.push({ file: path, cause: now ? 'changing' : 'gone' })
    return false
  }

  /** A file waits for others that may belong to the same snapshot. */
  waitForOthers(file: string): void {
    if (!this.left.some((one) => one.file === file)) this.left.push({ file, cause: 'snapshot' })
  }

  async #whyWait(path: string, isNamed: boolean): Promise<LeftCause | undefined> {
    if (!isNamed && unfinished.test(basename(path))) return 'unfinished_name'
    const look = await lookAt(path)
    // What is not there at all is said by whoever reads it.
    if (!look) return undefined
    // A clock that goes ahead of ours by less than that says nothing of the age either.
    if (Math.abs(this.#now - look.mtimeMs) < this.#settle) return 'young'
    this.#looks.set(path, look)
    return undefined
  }
}

async function lookAt(path: string): Promise<Look | undefined> {
  return await stat(path).catch(() => undefined)
}
