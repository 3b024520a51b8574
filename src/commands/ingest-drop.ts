import { Arrivals } from '../ingest/arrivals.ts'
import { moveFile, openTarget } from '../ingest/move-file.ts'
import { arrivalWords } from '../language/arrivals.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Session } from './session.ts'

export interface DropOptions {
  readonly moveTo?: string
  readonly rejectedTo?: string
  readonly settle?: number
  readonly dryRun?: boolean
}

/** What is younger than so many seconds is left where files are moved away, unless `--settle` says another number. */
const usualSettle = 60

/** What becomes of the files themselves: those still being written are left, those that were read whole are moved. */
export class Drop {
  readonly #session: Session
  readonly #options: DropOptions
  readonly #arrivals: Arrivals
  /** File → its parts that wait for the store, whether all were prepared, and whether one was refused. */
  readonly #files = new Map<string, { waiting: number; prepared: boolean; refused: boolean }>()
  /** Refused, and not to be taken away: a snapshot waits for them. */
  readonly #awaited = new Set<string>()
  #moved = 0
  /** Files that were read and could not be moved. */
  readonly faults: Fault[] = []

  constructor(session: Session, options: DropOptions) {
    this.#session = session
    this.#options = options
    this.#arrivals = new Arrivals(options.settle ?? (options.moveTo === undefined ? 0 : usualSettle), session.io.now())
  }

  /** @throws {Fault} 64 for options that contradict, 73 when a target cannot be written */
  async open(): Promise<void> {
    const { moveTo, rejectedTo, dryRun } = this.#options
    if (rejectedTo !== undefined && moveTo === undefined)
      throw new Fault(Exit.usage, '--rejected-to goes with --move-to', 'say where the files that were read go')
    if (moveTo === undefined) return
    if (dryRun) throw new Fault(Exit.usage, '--dry-run moves nothing', 'leave out --move-to')
    for (const folder of [moveTo, rejectedTo]) if (folder !== undefined) await openTarget(folder)
  }

  /** Those of the files that are whole. @param words the words of the command line */
  settled(paths: readonly string[], words: readonly string[]): Promise<string[]> {
    return this.#arrivals.settled(paths, new Set(this.#isDrop ? [] : words))
  }

  /** Is a file as it was when it was first seen? Of files that nobody drops it is not asked. */
  async isAsSeen(path: string): Promise<boolean> {
    return !this.#isDrop || (await this.#arrivals.isAsSeen(path))
  }

  get #isDrop(): boolean {
    return this.#options.moveTo !== undefined || this.#options.settle !== undefined
  }

  /** A part of a file waits for the store. */
  takes(path: string): void {
    this.#of(path).waiting++
  }

  stored(path: string): void {
    this.#of(path).waiting--
  }

  refused(path: string): void {
    this.#of(path).refused = true
  }

  prepared(path: string): void {
    this.#of(path).prepared = true
  }

  /** A file is left for the next time with others that may belong to the same snapshot. */
  waitForOthers(path: string): void {
    this.#arrivals.waitForOthers(path)
  }

  /** What was refused stays where it is: without it the next time would take the rest of the snapshot for all of it. */
  awaits(path: string): void {
    this.#awaited.add(path)
  }

  /**
   * Moves what is done; comes when the batches of its parts hold.
   * @param isLast whether it is known what waits for the files that were refused
   */
  async moveDone(isLast = false): Promise<void> {
    const { moveTo, rejectedTo } = this.#options
    if (moveTo === undefined) return
    for (const [path, { waiting, prepared, refused }] of this.#files) {
      if (waiting > 0 || !prepared || path === '-') continue
      if (refused && (!isLast || this.#awaited.has(path))) continue
      this.#files.delete(path)
      const folder = refused ? rejectedTo : moveTo
      if (folder === undefined || !(await this.isAsSeen(path))) continue
      try {
        const target = await moveFile(path, folder)
        if (refused) this.#session.note(arrivalWords(this.#session.language).rejected(path, target))
        else this.#moved++
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        this.faults.push(error)
        this.#session.complain(error)
      }
    }
  }

  /** Says what was left and what was moved. */
  close(): void {
    const words = arrivalWords(this.#session.language)
    for (const { file, cause } of this.#arrivals.left) this.#session.note(words.leftFile(file, words.left[cause]))
    if (this.#moved > 0) this.#session.note(words.moved(this.#moved, this.#options.moveTo ?? ''))
  }

  get left(): Arrivals['left'] {
    return this.#arrivals.left
  }

  #of(path: string) {
    const known = this.#files.get(path) ?? { waiting: 0, prepared: false, refused: false }
    this.#files.set(path, known)
    return known
  }
}
