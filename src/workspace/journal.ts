import { z } from 'zod'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { type Noted, ReviewEntry } from '../model/review.ts'
import { appendToChain, type ChainEnd, chainTexts, type ChainVerdict, purgeChain, verifyChain } from './chain.ts'
import type { Keyring } from './key.ts'
import { Purged } from './purged-lines.ts'
import { journalEnds } from './trail.ts'

/** Entries that belong together are one line: all of them are kept, or none. */
const JournalLine = z.strictObject({
  sequence: z.int().positive(),
  time: z.string(),
  os_user: z.string(),
  as: z.string().nullable(),
  entries: z.array(ReviewEntry),
  /** In the line that tells of a purge. */
  purged: Purged.optional(),
  previous: z.string(),
  hmac: z.string(),
})

/** Who writes in the journal, and when. */
export interface Writer {
  readonly time: string
  readonly os_user: string
  readonly as: string | null
}

/**
 * Appends entries to the journal of the reviews, on the disk before it returns: all of them, or none.
 * @param make gives the entries, from what the journal holds at that moment; no other process writes in between
 * @returns the entries that were written, and the end of the journal by then; none where nothing was
 * @throws {Fault} 73 when it cannot be written, and what `make` throws: then nothing is
 */
export function appendToJournal(
  path: string,
  keyring: Keyring,
  writer: Writer,
  make: (known: readonly Noted[]) => readonly ReviewEntry[],
): { readonly written: readonly ReviewEntry[]; readonly end?: ChainEnd } {
  let written: readonly ReviewEntry[] = []
  try {
    const end = appendToChain(path, keyring, (texts) => {
      // What could not be read again is not written.
      written = z.array(ReviewEntry).parse(make(notedIn(path, texts)))
      if (written.length === 0) throw new NothingNew()
      return { ...writer, entries: written }
    })
    return { written, end }
  } catch (error) {
    if (error instanceof NothingNew) return { written }
    if (error instanceof Fault || error instanceof z.ZodError) throw error
    throw new Fault(
      Exit.cannotWrite,
      `the journal ${path} cannot be written; nothing was changed`,
      'check the disk and the permissions of the workspace, and do it again',
      error,
    )
  }
}

/** Nothing is written when there is nothing to write. */
class NothingNew extends Error {}

/** All entries, in the order in which they were made. @throws {Fault} 65 when a line is none */
export function readJournal(path: string): Noted[] {
  return notedIn(path, chainTexts(path))
}

function notedIn(path: string, texts: readonly string[]): Noted[] {
  return texts.flatMap((text, index) => {
    const line = parseLine(text)
    if (!line) {
      throw new Fault(
        Exit.data,
        `${path}, line ${index + 1}: is no entry of this version`,
        'restore the journal from a backup; loggkoll trail verify says what it holds',
      )
    }
    const { sequence, time, os_user, as } = line
    return line.entries.map((body) => ({ sequence, time, os_user, as, body }))
  })
}

export interface JournalVerdict extends ChainVerdict {
  /** First and last of the lines that the trail has noted and the journal does not hold. */
  readonly missing_lines: readonly [number, number] | null
}

/**
 * Goes through the chain of the journal.
 * @param noted ends that it has had, as the trail has them: each is still in it, however long it has grown since
 */
export function verifyJournal(path: string, keyring: Keyring, noted: readonly ChainEnd[]): JournalVerdict {
  const verdict = verifyChain(
    path,
    keyring,
    parseLine,
    noted.map(({ head }) => head),
  )
  const missing = new Set(verdict.missing_heads)
  const lines = noted.flatMap((end) => (missing.has(end.head) ? [end.lines] : [])).toSorted((one, other) => one - other)
  const [first, last] = [lines.at(0), lines.at(-1)]
  return { ...verdict, missing_lines: first === undefined || last === undefined ? null : [first, last] }
}

/** Goes through the journal of a workspace, with every end that its trail has noted. */
export function verifyNotedJournal(workspace: {
  readonly journal: string
  readonly trail: string
  readonly keyring: Keyring
}): JournalVerdict {
  return verifyJournal(workspace.journal, workspace.keyring, journalEnds(workspace.trail))
}

function parseLine(text: string): z.infer<typeof JournalLine> | undefined {
  try {
    return JournalLine.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/**
 * Takes the content out of lines all of whose entries have passed their time, and appends one that says so.
 * @param choose says of the journal as it is at that moment which entries have
 * @returns how many entries were purged now
 * @throws {Fault} 73 when the journal cannot be written; then it is as it was
 */
export function purgeJournal(
  path: string,
  keyring: Keyring,
  choose: (known: readonly Noted[]) => (entry: Noted) => boolean,
  writer: Writer,
): number {
  let entries = 0
  try {
    const chooseLines = (texts: readonly string[]) => {
      const isPast = choose(notedIn(path, texts))
      return (text: string): boolean => {
        const noted = notedIn(path, [text])
        if (noted.length === 0 || !noted.every(isPast)) return false
        entries += noted.length
        return true
      }
    }
    purgeChain(path, keyring, chooseLines, (purged) => ({ ...writer, entries: [], purged }))
    return entries
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault(
      Exit.cannotWrite,
      `the journal ${path} cannot be written`,
      'check the disk and its permissions',
      error,
    )
  }
}

/** How many entries `purgeJournal` would purge. */
export function countPastEntries(path: string, isPast: (entry: Noted) => boolean): number {
  return chainTexts(path)
    .map((text) => notedIn(path, [text]))
    .filter((noted) => noted.every(isPast))
    .reduce((sum, noted) => sum + noted.length, 0)
}
