import { stat } from 'node:fs/promises'
import { basename, resolve, sep } from 'node:path'
import { ingestFile, type IngestReport } from '../ingest/ingest-file.ts'
import { prepareFile, type PrepareOptions } from '../ingest/prepare-file.ts'
import { effortOfStoring, type PreparedFile } from '../ingest/prepared-file.ts'
import { loadProfiles } from '../ingest/profile.ts'
import { Scratch } from '../ingest/scratch.ts'
import { filesNamed } from '../ingest/unpack.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { parseDay } from '../model/period.ts'
import type { InputKind } from '../model/reference.ts'
import type { IngestTold } from '../model/run-told.ts'
import { ingestSummary } from '../reports/ingest-summary.ts'
import type { Store } from '../store/store.ts'
import { openReader, openStore, withScratch } from '../workspace/workspace.ts'
import { arrivalWords } from '../language/arrivals.ts'
import { Drop, type DropOptions } from './ingest-drop.ts'
import { readable } from './make-report.ts'
import { noProgress, type Progress, showProgress } from './progress.ts'
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

/** `ingest FILE…`: reads logs and reference data into the store, each file whole or not at all. */
export async function ingest(session: Session, words: readonly string[], options: IngestCommandOptions): Promise<Exit> {
  const { workspace } = session
  const format = readable(session.options.format ?? 'table', { table: 1, json: 1 })
  const covers = options.covers === undefined ? undefined : parseCovers(options.covers)
  const drop = new Drop(session, options)
  await drop.open()
  const paths = await drop.settled(await filesOf(session, words, options), words)
  const progress = await progressOf(session, paths)
  const run = new IngestRun(session, options, covers, progress, drop)
  try {
    await withScratch(workspace, async (folder) => {
      const scratch = new Scratch(folder)
      const prepare: PrepareOptions = {
        ...given(options),
        profiles: loadProfiles(workspace.profiles),
        scratch,
        input: session.io.input,
        openReader: (path) => openReader(workspace, path),
        onBytes: (bytes) => progress.read(bytes),
      }
      for (const path of paths) {
        await run.orFail(path, path, async () => {
          const onRefused = (file: string, fault: Fault): void => run.refuse(file, path, fault)
          const files = prepareFile(path, { ...prepare, onRefused })
          for await (const file of files) await run.take({ ...file, from: path }, scratch)
        })
        drop.prepared(path)
      }
      await run.store(scratch)
      await drop.moveDone()
    })
  } finally {
    progress.stop()
  }
  drop.close()
  session.told = { ingest: ingestTold(run) }
  if (format === 'json') {
    const failed = run.failed.map(({ file, fault }) => ({ file, exit: fault.exit, cause: fault.message }))
    session.write(
      `${JSON.stringify({ schema: 'loggkoll/ingest/1', files: run.reports, failed, left: drop.left }, null, 2)}\n`,
    )
  }
  if (run.failed.length > 0) return Exit.data
  return drop.faults[0]?.exit ?? Exit.done
}

function ingestTold({ reports, failed }: IngestRun): IngestTold {
  const sum = (count: (report: IngestReport) => number): number => reports.reduce((all, one) => all + count(one), 0)
  return {
    files: {
      stored: sum(({ same_as }) => (same_as === null ? 1 : 0)),
      known: sum(({ same_as }) => (same_as === null ? 0 : 1)),
      failed: failed.length,
    },
    rows: {
      stored: sum(({ stored }) => stored),
      duplicate: sum(({ duplicate }) => duplicate),
      rejected: sum(({ rejected }) => rejected),
      conflict: sum(({ conflict }) => conflict),
    },
  }
}

/** The files that the words name. A drop directory in which nothing has arrived is no fault. */
async function filesOf(session: Session, words: readonly string[], { moveTo, rejectedTo }: DropOptions) {
  if (moveTo === undefined) return (await Promise.all(words.map(filesNamed))).flat()
  const folders = [moveTo, rejectedTo].flatMap((folder) => (folder === undefined ? [] : [resolve(folder) + sep]))
  const paths: string[] = []
  for (const word of words) {
    const named = await filesNamed(word).catch((error: unknown) => {
      if (error instanceof Fault && error.exit === Exit.data) return []
      throw error
    })
    // Where files are moved to may lie in the directory itself.
    const found = named.filter((path) => !folders.some((folder) => resolve(path).startsWith(folder)))
    if (found.length === 0) session.note(arrivalWords(session.language).empty(word))
    paths.push(...found)
  }
  return paths
}

/** A part of a file on its way into the store. */
type Waiting = PreparedFile & { readonly from: string }

/** The files of one command, on their way into the store. */
class IngestRun {
  readonly reports: IngestReport[] = []
  readonly failed: { readonly file: string; readonly fault: Fault }[] = []
  readonly #session: Session
  readonly #options: IngestCommandOptions
  readonly #covers: { readonly from: string; readonly to: string } | undefined
  readonly #progress: Progress
  /** Prepared, and not yet stored. */
  #waiting: Waiting[] = []
  readonly #drop: Drop
  #replaced = new Set<string>()
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
    const bytes = this.#waiting.reduce((sum, one) => sum + one.bytes, 0)
    if (this.#waiting.length >= group.files || bytes >= group.bytes) await this.store(scratch)
  }

  /** One file that cannot be read keeps no other out: it is said, and the exit code tells. */
  async orFail(file: string, from: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof Fault) || error.exit !== Exit.data) throw error
      this.refuse(file, from, error)
    }
  }

  refuse(file: string, from: string, fault: Fault): void {
    this.failed.push({ file, fault })
    this.#drop.refused(from)
    this.#progress.aside(() => this.#session.complain(fault))
  }

  async store(scratch: Scratch): Promise<void> {
    const files = this.#waiting
    this.#waiting = []
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
      for (const file of files) {
        // What has changed since it was first seen may be half of what is to come.
        if (await this.#drop.isAsSeen(file.from)) {
          await this.orFail(file.shownAs, file.from, () => this.#storeOne(store, file))
          this.#drop.stored(file.from)
        }
        await scratch.remove(file.table.path)
      }
    } finally {
      store.close()
    }
    await this.#drop.moveDone()
  }

  async #storeOne(store: Store, file: PreparedFile): Promise<void> {
    const { today, language } = this.#session
    const { maxRejects, dryRun } = this.#options
    const { kind, source_system } = file.layout.profile
    const replaces = `${kind} of ${source_system ?? ''}`
    // An answer of a service speaks of those it was asked about, and replaces no others. Several files of one kind and
    // source in one command are one snapshot: the first replaces, the others add.
    const wanted = this.#options.mode ?? (file.standard ? 'upsert' : 'snapshot')
    const mode = this.#replaced.has(replaces) ? 'upsert' : wanted
    const report = await ingestFile(store, file, {
      today,
      mode,
      dryRun: dryRun === true,
      ...(this.#covers === undefined ? {} : { covers: this.#covers }),
      ...(maxRejects === undefined ? {} : { maxRejects }),
    })
    this.#replaced.add(replaces)
    this.reports.push(report)
    this.#progress.read(file.bytes * effortOfStoring(file.table))
    const before = report.changed_since
    this.#progress.aside(() => {
      this.#session.note(ingestSummary(report, language))
      if (before !== null) this.#session.note(`  ${arrivalWords(language).changedName(basename(report.file), before)}`)
    })
  }
}

async function progressOf(session: Session, paths: readonly string[]): Promise<Progress> {
  const { terminal } = session.io
  if (!terminal || session.options.quiet || session.options.progress === false) return noProgress
  const sizes = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  const total = sizes.reduce((sum, size) => sum + size, 0)
  return total < progressBytes ? noProgress : showProgress(terminal, total, session.language)
}

/** Less than this is read before a bar could be seen. */
const progressBytes = 20e6

function given(
  options: IngestCommandOptions,
): Pick<PrepareOptions, 'kind' | 'profile' | 'source' | 'sheet' | 'patient'> {
  const { kind, profile, source, sheet, patient } = options
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(profile === undefined ? {} : { profile }),
    ...(source === undefined ? {} : { source }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(patient === undefined ? {} : { patient }),
  }
}

function parseCovers(text: string): { from: string; to: string } {
  const [from, to, ...rest] = text.split('..')
  if (from === undefined || to === undefined || rest.length > 0) {
    throw new Fault(Exit.usage, `--covers: "${text}" is no span of days`, 'write it as 2026-01-01..2026-03-31')
  }
  const days = { from: parseDay(from, '--covers'), to: parseDay(to, '--covers') }
  if (days.from > days.to) throw new Fault(Exit.usage, `--covers: ${text} holds no day`, 'the first day comes first')
  return days
}
