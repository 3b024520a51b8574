import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Keyring } from './key.ts'

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
}

const TrailLine = z.strictObject({
  sequence: z.int().positive(),
  time: z.string(),
  os_user: z.string(),
  as: z.string().nullable(),
  command: z.string(),
  arguments: z.array(z.string()),
  reason: z.string().nullable(),
  rows_shown: z.int(),
  previous: z.string(),
  hmac: z.string(),
})
export type TrailLine = z.infer<typeof TrailLine>

const start = '0'.repeat(64)

/**
 * Appends one line to the trail, on the disk before it returns, so before anything is shown.
 * @returns the head hash of the trail after it
 * @throws {Fault} 73 when it cannot be written: then the command must not go on
 */
export function appendToTrail(path: string, keyring: Keyring, note: TrailNote): string {
  try {
    const whole = wholeText(path)
    const last = linesOf(whole).at(-1)
    const body = { sequence: (last?.sequence ?? 0) + 1, ...note, previous: last?.hmac ?? start }
    const line: TrailLine = { ...body, arguments: [...body.arguments], hmac: keyring.hmac(JSON.stringify(body)) }
    if (existsSync(path)) truncateSync(path, whole.length)
    const file = openSync(path, 'a', 0o600)
    try {
      writeFileSync(file, `${JSON.stringify(line)}\n`)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    return line.hmac
  } catch (error) {
    throw new Fault(
      Exit.cannotWrite,
      `the trail ${path} cannot be written, and nothing is shown without it`,
      'check the disk and the permissions of the workspace',
      error,
    )
  }
}

/** The lines of the trail. */
export function readTrail(path: string): TrailLine[] {
  return linesOf(wholeText(path))
}

/** The trail up to its last line end. A line that a crash cut short has none; nothing was shown after it. */
function wholeText(path: string): Buffer {
  if (!existsSync(path)) return Buffer.alloc(0)
  const bytes = readFileSync(path)
  return bytes.subarray(0, bytes.lastIndexOf('\n') + 1)
}

function textsOf(whole: Buffer): string[] {
  return whole.toString().split('\n').slice(0, -1)
}

function linesOf(whole: Buffer): TrailLine[] {
  return textsOf(whole).flatMap((text) => {
    const line = parseLine(text)
    return line ? [line] : []
  })
}

function parseLine(text: string): TrailLine | undefined {
  try {
    return TrailLine.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

export interface TrailVerdict {
  readonly sound: boolean
  readonly lines: number
  readonly head: string
  /** Line of the file where the chain breaks, and how. */
  readonly fault: { readonly line: number; readonly cause: 'unreadable' | 'changed' | 'order' } | null
  /** Head hashes (printed in protocols and reports) that the chain does not hold: lines have been removed. */
  readonly missing_heads: readonly string[]
}

/** Goes through the chain: a line that was changed, removed, added or moved breaks it. */
export function verifyTrail(path: string, keyring: Keyring, knownHeads: readonly string[]): TrailVerdict {
  const texts = textsOf(wholeText(path))
  const seen = new Set([start])
  let head = start
  for (const [index, text] of texts.entries()) {
    const line = parseLine(text)
    const broken = (cause: 'unreadable' | 'changed' | 'order'): TrailVerdict => {
      const missing_heads = knownHeads.filter((known) => !seen.has(known))
      return { sound: false, lines: texts.length, head, fault: { line: index + 1, cause }, missing_heads }
    }
    if (!line) return broken('unreadable')
    const { hmac, ...body } = line
    if (keyring.hmac(JSON.stringify(body)) !== hmac) return broken('changed')
    if (line.previous !== head || line.sequence !== index + 1) return broken('order')
    head = hmac
    seen.add(head)
  }
  const missing_heads = knownHeads.filter((known) => !seen.has(known))
  return { sound: missing_heads.length === 0, lines: texts.length, head, fault: null, missing_heads }
}
