import { basename } from 'node:path'
import { ingestFile, type IngestOptions, type IngestReport } from '../ingest/ingest-file.ts'
import { effortOfStoring, type PreparedFile } from '../ingest/prepared-file.ts'
import { sourceNamed } from '../ingest/profile.ts'
import type { Scratch } from '../ingest/scratch.ts'
import {
  type Asked,
  mayBePart,
  OpenSnapshot,
  peek,
  type SnapshotOf,
  snapshotOf,
  type Unread,
  withTheirs,
} from '../ingest/snapshots.ts'
import { arrivalWords } from '../language/arrivals.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { InputKind } from '../model/reference.ts'
import { ingestSummary } from '../reports/ingest-summary.ts'
import type { Store } from '../store/store.ts'
import { openStore } from '../workspace/workspace.ts'
import type { Drop, DropOptions } from './ingest-drop.ts'
import type { Progress } from './progress.ts'
import type { Session } from './session.ts'
import type { TellOptions } from './tell-run.ts'

export interface IngestCommandOptions extends DropOptions, TellOptions {
  readonly kind?: InputKind
  readonly profile?: string
  readonly source?: string
  readonly sheet?: string
  readonly patient?: string
  readonly mode?: 'snapshot' | 'upsert'
  readonly covers?: string
  readonly maxRejects?: number
}

/** So much is prepared before the store is opened, so that it is held by us for a short time and opened seldom. */
const group = { files: 200, bytes: 1e9 }

/** A part of a file on its way into the store. */
type Waiting = PreparedFile & { readonly from: string }

function unreadOf({ shownAs, from, layout }: Waiting): Unread {
  return { file: shownAs, from, kind: layout.profile.kind, source: sourceNamed(layout.profile) }
}

/** The files of one command, on their way into the store. */
export class IngestRun {
  readonly reports: IngestReport[] = []
  readonly failed: (Unread & { readonly fault: Fault })[] = []
  /** Whether files were left since others, that may belong to the same snapshot, were not read. */
  isHeld = false
  readonly #session: Session
  readonly #options: IngestCommandOptions
  readonly #covers: { readonly from: string; readonly to: string } | undefined
  readonly #progress: Progress
  /** Prepared, and not yet stored. */
  #waiting: Waiting[] = []
  readonly #drop: Drop
  #isInTrail = false

  constructor(
    session: Session,
    options: IngestCommandOptions,
    covers: { from: string; to: string } | undefined,
    progress: Progress,
    drop: Drop,
  ) {
    this.#drop = drop
    this.#session = session
    this.#options = options
    this.#covers = covers
    this.#progress = progress
  }

  async take(file: Waiting, scratch: Scratch): Promise<void> {
    this.#waiting.push(file)
    this.#drop.takes(file.from)
    const alone = this.#waiting.filter((one) => !snapshotOf(one, this.#options.mode))
    const bytes = alone.reduce((sum, one) => sum + one.bytes, 0)
    if (alone.length < group.files && bytes < group.bytes) return
    this.#waiting = this.#waiting.filter((one) => !alone.includes(one))
    await this.#store(alone, scratch)
  }

  /** One file that cannot be read keeps no other out: it is said, and the exit code tells. */
  async orFail(unread: Unread, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof Fault) || error.exit !== Exit.data) throw error
      this.refuse(unread, error)
    }
  }

  refuse(unread: Unread, fault: Fault): void {
    this.failed.push({ ...unread, fault })
    this.#drop.refused(unread.from)
    this.#progress.aside(() => this.#session.complain(fault))
  }

  /** Stores what waits, the snapshots too: all of their files are known now, and those that were not read. */
  async storeAll(scratch: Scratch, asked: Asked): Promise<void> {
    const { mode } = this.#options
    const files = this.#waiting
    this.#waiting = []
    const isAnySnapshot = files.some((file) => snapshotOf(file, mode))
    const unread = isAnySnapshot ? await this.#unread(asked) : []
    const whole: Waiting[] = []
    for (const { of, files: theirs } of withTheirs(files, mode)) {
      const missing = of ? unread.filter((one) => mayBePart(one, of)) : []
      if (of && missing.length > 0) this.#leave(of, theirs, missing)
      else whole.push(...theirs)
    }
    await this.#store(whole, scratch)
  }

  /** The files that were refused or left, with what they seem to hold. */
  async #unread(asked: Asked): Promise<Unread[]> {
    const known = this.failed.filter((one) => one.kind !== undefined)
    const others = [
      ...this.failed.filter((one) => one.kind === undefined),
      ...this.#drop.left.map(({ file }) => ({ file, from: file })),
    ]
    return [...known, ...(await Promise.all(others.map((one) => peek(one, asked))))]
  }

  /** Half a snapshot would take away what the other half says. */
  #leave({ kind, source }: SnapshotOf, files: readonly Waiting[], unread: readonly Unread[]): void {
    this.isHeld = true
    for (const { from } of files) this.#drop.waitForOthers(from)
    for (const { from } of unread) this.#drop.awaits(from)
    const names = (list: readonly string[]): string => [...new Set(list.map((name) => basename(name)))].join(', ')
    const fault = new Fault(
      Exit.data,
      `nothing of ${kind} (${source}) is replaced: ${names(unread.map(({ file }) => file))} was not read, and may belong to the same snapshot as ${names(files.map(({ shownAs }) => shownAs))}`,
      'read them together when all can be read; take away what does not belong there',
    )
    this.#progress.aside(() => this.#session.complain(fault))
  }

  async #store(files: readonly Waiting[], scratch: Scratch): Promise<void> {
    if (files.length === 0) return
    const { workspace, options } = this.#session
    const store = await openStore(
      workspace,
      options.wait,
      files.map(({ table }) => table.path),
    )
    try {
      // Nothing is shown of what is read, but that it was read is kept. Whoever holds the store writes the trail.
      if (!this.#isInTrail) this.#session.leaveTrail(0)
      this.#isInTrail = true
      for (const { of, files: theirs } of withTheirs(files, this.#options.mode)) {
        if (of) await this.#storeSnapshot(store, of, theirs)
        else for (const file of theirs) await this.#storeOne(store, file)
        for (const { table } of theirs) await scratch.remove(table.path)
      }
    } finally {
      store.close()
    }
    await this.#drop.moveDone()
  }

  async #storeOne(store: Store, file: Waiting): Promise<void> {
    // What has changed since it was first seen may be half of what is to come.
    if (!(await this.#drop.isAsSeen(file.from))) return
    await this.orFail(unreadOf(file), async () => {
      this.#tell(await this.#read(store, file, { mode: 'upsert' }))
    })
    this.#drop.stored(file.from)
  }

  /** All files of a snapshot, or none. */
  async #storeSnapshot(store: Store, of: SnapshotOf, files: readonly Waiting[]): Promise<void> {
    const open = new OpenSnapshot(of)
    const reports = new Map<Waiting, IngestReport>()
    for (const file of files) {
      const report = await this.#readPart(store, file, open)
      if (report) reports.set(file, report)
    }
    for (const file of files) if (!(await this.#drop.isAsSeen(file.from))) reports.delete(file)
    if (reports.size === files.length) {
      await open.hold(store)
      for (const report of reports.values()) this.#tell(report)
    } else {
      await open.undo(store)
      const unread = files.filter((file) => !reports.has(file)).map(unreadOf)
      if (reports.size > 0) return this.#leave(of, [...reports.keys()], unread)
    }
    for (const { from } of files) this.#drop.stored(from)
  }

  async #readPart(store: Store, file: Waiting, open: OpenSnapshot): Promise<IngestReport | undefined> {
    if (!(await this.#drop.isAsSeen(file.from))) return undefined
    let report: IngestReport | undefined
    await this.orFail(unreadOf(file), async () => {
      const { mode, since } = open
      report = await this.#read(store, file, { mode, since, leaveOpen: true })
      open.add(report)
    })
    return report
  }

  async #read(
    store: Store,
    file: Waiting,
    how: Pick<IngestOptions, 'mode' | 'since' | 'leaveOpen'>,
  ): Promise<IngestReport> {
    const { maxRejects, dryRun } = this.#options
    const report = await ingestFile(store, file, {
      ...how,
      today: this.#session.today,
      dryRun: dryRun === true,
      ...(this.#covers === undefined ? {} : { covers: this.#covers }),
      ...(maxRejects === undefined ? {} : { maxRejects }),
    })
    this.#progress.read(file.bytes * effortOfStoring(file.table))
    return report
  }

  #tell(report: IngestReport): void {
    this.reports.push(report)
    const { language } = this.#session
    const before = report.changed_since
    this.#progress.aside(() => {
      this.#session.note(ingestSummary(report, language))
      if (before !== null) this.#session.note(`  ${arrivalWords(language).changedName(basename(report.file), before)}`)
    })
  }
}
