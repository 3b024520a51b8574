import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Keyring } from './key.ts'
import { withLock } from './lock.ts'
import { isWritable } from './access.ts'
import { emptiedWrongly, type Purged, purgedIn, purgedLine, type PurgedLine } from './purged-lines.ts'

/** One line of a chained file: each bears the HMAC of itself, over the HMAC of the line before it. */
export interface Chained {
  readonly sequence: number
  readonly previous: string
  readonly hmac: string
}

/** How far a chain has come: its number of lines, and the HMAC of the last. */
export const ChainEnd = z.strictObject({ lines: z.int().nonnegative(), head: z.string() })
export type ChainEnd = z.infer<typeof ChainEnd>

/** The `previous` of the first line. */
const chainStart = '0'.repeat(64)

/**
 * Appends one line, on the disk before it returns: the line is there whole, or not at all. What a killed process or a full
 * disk left of a line has no end, and is cut away.
 * @param make gives the rest of the line, from those that have not been purged; it is called once, with the lock held
 * @returns the end of the chain, which is the new line
 * @throws {Error} of the system, when the file cannot be written or stays locked
 */
export function appendToChain(path: string, keyring: Keyring, make: (lines: readonly string[]) => object): ChainEnd {
  // Only one process at a time reads the head and writes after it, or the chain would fork.
  return withLock(`${path}.lock`, () => {
    const whole = wholeText(path)
    const texts = textsOf(whole)
    const end = endOf(texts)
    const intact = texts.filter((text) => purgedLine(text) === undefined)
    const body = { sequence: end.lines + 1, ...make(intact), previous: end.head }
    const hmac = keyring.hmac(JSON.stringify(body))
    if (existsSync(path)) truncateSync(path, whole.length)
    const file = openSync(path, 'a', 0o600)
    try {
      writeFileSync(file, `${JSON.stringify({ ...body, hmac })}\n`)
      fsyncSync(file)
    } catch (error) {
      truncateSync(path, whole.length)
      throw error
    } finally {
      closeSync(file)
    }
    return { lines: body.sequence, head: hmac }
  })
}

/** A copy of a chain, up to its last whole line, and its end. */
export interface ChainCopy extends ChainEnd {
  readonly bytes: Buffer
}

/** Copies of chains as they all are at one moment; where no lock may be made, each as it is at its own. */
export function copiesOfChains(paths: readonly string[]): ChainCopy[] {
  const [path, ...rest] = paths
  if (path === undefined) return []
  const copies = (): ChainCopy[] => {
    const bytes = wholeText(path)
    return [{ bytes, ...endOf(textsOf(bytes)) }, ...copiesOfChains(rest)]
  }
  return isWritable(dirname(path)) ? withLock(`${path}.lock`, copies) : copies()
}

/** The texts of the whole lines that have not been purged. */
export function chainTexts(path: string): string[] {
  return textsOf(wholeText(path)).filter((text) => purgedLine(text) === undefined)
}

/**
 * Takes the content out of lines, and leaves their place in the chain; a last line, made by the chain's own key, says which
 * they are, so that no one without the key can take out one more. The file is replaced whole, or not at all.
 * @param choose says of the lines at hand which have passed their time
 * @param make gives the rest of the last line
 * @returns how many lines were purged now; with none, nothing is written
 */
export function purgeChain(
  path: string,
  keyring: Keyring,
  choose: (texts: readonly string[]) => (text: string) => boolean,
  make: (purged: Purged) => object,
): number {
  return withLock(`${path}.lock`, () => {
    let count = 0
    const known = textsOf(wholeText(path))
    const isPast = choose(known.filter((text) => purgedLine(text) === undefined))
    const texts = known.map((text) => {
      if (purgedLine(text) !== undefined || !isPast(text)) return text
      const { sequence, previous, hmac } = JSON.parse(text) as Chained
      count += 1
      return JSON.stringify({ sequence, purged: true, previous, hmac } satisfies PurgedLine)
    })
    if (count === 0) return 0
    const end = endOf(texts)
    const purged = purgedIn(
      texts.flatMap((text) => purgedLine(text) ?? []),
      keyring,
    )
    const body = { sequence: end.lines + 1, ...make(purged), previous: end.head }
    texts.push(JSON.stringify({ ...body, hmac: keyring.hmac(JSON.stringify(body)) }))
    replaceWhole(path, texts.map((text) => `${text}\n`).join(''))
    return count
  })
}

function replaceWhole(path: string, content: string): void {
  const half = `${path}.part`
  rmSync(half, { force: true })
  const file = openSync(half, 'wx', 0o600)
  try {
    writeFileSync(file, content)
    fsyncSync(file)
  } catch (error) {
    rmSync(half, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
  renameSync(half, path)
  syncFolder(dirname(path))
}

/** Windows knows no open folders; there the new name is on the disk as soon as the system says so. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/** The end of a chain by its last line that is one. */
function endOf(texts: readonly string[]): ChainEnd {
  for (let place = texts.length; place > 0; place--) {
    const line = chainedOf(texts[place - 1]!)
    if (line !== undefined) return { lines: line.sequence, head: line.hmac }
  }
  return { lines: 0, head: chainStart }
}

/** What a line says of its place in the chain; undefined for a line that is none. */
function chainedOf(text: string): Chained | undefined {
  try {
    const line = JSON.parse(text) as Partial<Chained>
    return typeof line.sequence === 'number' && typeof line.hmac === 'string' ? (line as Chained) : undefined
  } catch {
    return undefined
  }
}

/** The file up to its last line end. */
function wholeText(path: string): Buffer {
  if (!existsSync(path)) return Buffer.alloc(0)
  const bytes = readFileSync(path)
  return bytes.subarray(0, bytes.lastIndexOf('\n') + 1)
}

function textsOf(whole: Buffer): string[] {
  return whole.toString().split('\n').slice(0, -1)
}

export interface ChainVerdict {
  readonly sound: boolean
  readonly lines: number
  /** Lines whose content has been purged. */
  readonly purged: number
  readonly head: string
  /** Line of the file where the chain breaks, and how. */
  readonly fault: { readonly line: number; readonly cause: 'unreadable' | 'changed' | 'order' } | null
  /** Head hashes (printed in protocols and reports) that the chain does not hold: lines have been removed. */
  readonly missing_heads: readonly string[]
  /** Where the clock had been set back: lines that are older than one before them. */
  readonly clock_back: readonly { readonly line: number; readonly from: string; readonly to: string }[]
}

/** Commands that work at the same time may write a little out of order, in milliseconds. */
export const clockTolerance = 60_000

/**
 * Goes through a chain: a line that was changed, removed, added or moved breaks it, and so does one whose content was taken
 * out by anything but a purge.
 */
export function verifyChain(
  path: string,
  keyring: Keyring,
  parse: (text: string) => (Chained & { readonly time: string; readonly purged?: Purged | undefined }) | undefined,
  knownHeads: readonly string[],
): ChainVerdict {
  const texts = textsOf(wholeText(path))
  const seen = new Set([chainStart])
  const emptied: { readonly line: number; readonly left: PurgedLine }[] = []
  let told: Purged | undefined
  let head = chainStart
  let fault: ChainVerdict['fault'] = null
  const clock_back: ChainVerdict['clock_back'][number][] = []
  let latest = ''
  for (const [index, text] of texts.entries()) {
    const left = purgedLine(text)
    const line = left ?? parse(text)
    const cause = line === undefined ? 'unreadable' : causeOf(text, line, left ? undefined : keyring, head, index + 1)
    if (line === undefined || cause !== undefined) {
      fault = { line: index + 1, cause: cause ?? 'unreadable' }
      break
    }
    if (left) emptied.push({ line: index + 1, left })
    else if ('time' in line) {
      if (typeof line.purged === 'object') told = line.purged
      if (Date.parse(latest) - Date.parse(line.time) > clockTolerance) {
        clock_back.push({ line: index + 1, from: latest, to: line.time })
      }
      latest = line.time
    }
    head = line.hmac
    seen.add(head)
  }
  if (fault === null) {
    const line = emptiedWrongly(emptied, told, keyring)
    if (line !== null) fault = { line, cause: 'changed' }
  }
  const missing_heads = knownHeads.filter((known) => !seen.has(known))
  const sound = fault === null && missing_heads.length === 0
  return { sound, lines: texts.length, purged: emptied.length, head, fault, missing_heads, clock_back }
}

/** @param keyring none for a purged line, of which only the place is left */
function causeOf(
  text: string,
  line: Chained,
  keyring: Keyring | undefined,
  head: string,
  sequence: number,
): 'changed' | 'order' | undefined {
  // As it stands in the file: who reads it may put its fields in another order.
  const { hmac, ...body } = JSON.parse(text) as Chained
  // Nor is there anything beside them, such as a field written twice, of which one is read.
  if (JSON.stringify({ ...body, hmac }) !== text) return 'changed'
  if (keyring !== undefined && keyring.hmac(JSON.stringify(body)) !== hmac) return 'changed'
  return line.previous !== head || line.sequence !== sequence ? 'order' : undefined
}
