import { stat } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import type { IngestReport } from '../ingest/ingest-file.ts'
import { prepareFile, type PrepareOptions } from '../ingest/prepare-file.ts'
import { loadProfiles } from '../ingest/profile.ts'
import { Scratch } from '../ingest/scratch.ts'
import { filesNamed } from '../ingest/unpack.ts'
import { arrivalWords } from '../language/arrivals.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { parseDay } from '../model/period.ts'
import type { IngestTold } from '../model/run-told.ts'
import { openReader, withScratch } from '../workspace/workspace.ts'
import { Drop, type DropOptions } from './ingest-drop.ts'
import { type IngestCommandOptions, IngestRun } from './ingest-run.ts'
import { readable } from './make-report.ts'
import { noProgress, type Progress, showProgress } from './progress.ts'
import type { Session } from './session.ts'

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
        await run.orFail({ file: path, from: path }, async () => {
          const onRefused = (file: string, fault: Fault): void => run.refuse({ file, from: path }, fault)
          const files = prepareFile(path, { ...prepare, onRefused })
          for await (const file of files) await run.take({ ...file, from: path }, scratch)
        })
        drop.prepared(path)
      }
      await run.storeAll(scratch, prepare)
      await drop.moveDone(true)
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
  if (run.failed.length > 0 || run.isHeld) return Exit.data
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
  const says = arrivalWords(session.language)
  const onLink = (path: string): void => session.note(says.leftLink(path))
  if (moveTo === undefined) return (await Promise.all(words.map((word) => filesNamed(word, onLink)))).flat()
  const folders = [moveTo, rejectedTo].flatMap((folder) => (folder === undefined ? [] : [resolve(folder) + sep]))
  const paths: string[] = []
  for (const word of words) {
    const named = await filesNamed(word, onLink).catch((error: unknown) => {
      if (error instanceof Fault && error.exit === Exit.data) return []
      throw error
    })
    // Where files are moved to may lie in the directory itself.
    const found = named.filter((path) => !folders.some((folder) => resolve(path).startsWith(folder)))
    if (found.length === 0) session.note(says.empty(word))
    paths.push(...found)
  }
  return paths
}

async function progressOf(session: Session, paths: readonly string[]): Promise<Progress> {
  const terminal = session.progressTerminal
  if (!terminal) return noProgress
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
