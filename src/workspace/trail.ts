import { z } from 'zod'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { appendToChain, ChainEnd, chainTexts, type ChainVerdict, purgeChain, verifyChain } from './chain.ts'
import type { Keyring } from './key.ts'
import { Purged } from './purged-lines.ts'

/** What the trail keeps of one command. */
export interface TrailNote {
  readonly time: string
  readonly os_user: string
  /** The HSA-id that `--as` claims; a claim, not a login. */
  readonly as: string | null
  readonly command: string
  readonly arguments: readonly string[]
  readonly reason: string | null
  readonly rows_shown: number
  /** The end of the journal of the reviews, in a line that is written after it: cut off there, it is missed here. */
  readonly journal?: ChainEnd
}

const TrailLine = z.strictObject({
  sequence: z.int().positive(),
  time: z.iso.datetime(),
  os_user: z.string(),
  as: z.string().nullable(),
  command: z.string(),
  arguments: z.array(z.string()),
  reason: z.string().nullable(),
  rows_shown: z.int(),
  journal: ChainEnd.optional(),
  /** In the line that tells of a purge of the trail itself. */
  purged: Purged.optional(),
  previous: z.string(),
  hmac: z.string(),
})
export type TrailLine = z.infer<typeof TrailLine>

/**
 * Appends one line to the trail, on the disk before it returns, so before anything is shown.
 * @returns the head hash of the trail after it
 * @throws {Fault} 73 when it cannot be written: then the command must not go on
 */
export function appendToTrail(path: string, keyring: Keyring, note: TrailNote): string {
  try {
    return appendToChain(path, keyring, () => ({ ...note, arguments: [...note.arguments] })).head
  } catch (error) {
    throw new Fault(
      Exit.cannotWrite,
      note.journal
        ? `the journal of the reviews has it, but the trail ${path} cannot be written`
        : `the trail ${path} cannot be written, and nothing is shown without it`,
      'check the disk and the permissions; where it may only be read, copy the workspace to where you may write',
      error,
    )
  }
}

/** The lines of the trail. */
export function readTrail(path: string): TrailLine[] {
  return chainTexts(path).flatMap((text) => parseLine(text) ?? [])
}

/** The ends that the journal of the reviews has had. */
export function journalEnds(path: string): ChainEnd[] {
  // Most lines have none, and are not worth reading for it.
  const texts = chainTexts(path).filter((text) => text.includes('"journal":{'))
  return texts.flatMap((text) => parseLine(text)?.journal ?? [])
}

function parseLine(text: string): TrailLine | undefined {
  try {
    return TrailLine.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Goes through the chain of the trail. @param knownHeads head hashes that reports have printed */
export function verifyTrail(path: string, keyring: Keyring, knownHeads: readonly string[]): ChainVerdict {
  return verifyChain(path, keyring, parseLine, knownHeads)
}

/**
 * Takes the content out of the lines from before a day, and appends one that says so.
 * @param note the rest of that line
 * @returns how many lines were purged now
 * @throws {Fault} 73 when the trail cannot be written; then it is as it was
 */
export function purgeTrail(path: string, keyring: Keyring, before: string, note: TrailNote): number {
  try {
    // The line that had the end of the journal last may be one of those that go.
    const make = (purged: Purged): object => ({
      ...note,
      arguments: [...note.arguments],
      journal: journalEnds(path).at(-1),
      purged,
    })
    return purgeChain(path, keyring, () => (text) => isBefore(text, before), make)
  } catch (error) {
    throw new Fault(
      Exit.cannotWrite,
      `the trail ${path} cannot be written`,
      'check the disk and its permissions',
      error,
    )
  }
}

/** How many lines `purgeTrail` would purge. */
export function countPastTrail(path: string, before: string): number {
  return chainTexts(path).filter((text) => isBefore(text, before)).length
}

function isBefore(text: string, day: string): boolean {
  const time = parseLine(text)?.time
  return time !== undefined && time.slice(0, 10) < day
}
