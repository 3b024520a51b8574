import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import type { Keyring } from './key.ts'
import { withLock } from './lock.ts'

/** One line of a chained file: each bears the HMAC of itself, over the HMAC of the line before it. */
export interface Chained {
  readonly sequence: number
  readonly previous: string
  readonly hmac: string
}

/** The `previous` of the first line. */
export const chainStart = '0'.repeat(64)

/**
 * Appends one line, on the disk before it returns: the line is there whole, or not at all. What a killed process or a full
 * disk left of a line has no end, and is cut away.
 * @param make gives the rest of the line; it is called once, with the lock held
 * @returns the HMAC of the new line, the head of the chain
 * @throws {Error} of the system, when the file cannot be written or stays locked
 */
export function appendToChain(path: string, keyring: Keyring, make: (lines: readonly string[]) => object): string {
  // Only one process at a time reads the head and writes after it, or the chain would fork.
  return withLock(`${path}.lock`, () => {
    const whole = wholeText(path)
    const texts = textsOf(whole)
    const last = texts.map(chainedOf).findLast((line) => line !== undefined)
    const body = { sequence: (last?.sequence ?? 0) + 1, ...make(texts), previous: last?.hmac ?? chainStart }
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
    return hmac
  })
}

/** The texts of the whole lines. */
export function chainTexts(path: string): string[] {
  return textsOf(wholeText(path))
}

/** What the last line of a text says of the chain; undefined for a line that is none. */
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
  readonly head: string
  /** Line of the file where the chain breaks, and how. */
  readonly fault: { readonly line: number; readonly cause: 'unreadable' | 'changed' | 'order' } | null
  /** Head hashes (printed in protocols and reports) that the chain does not hold: lines have been removed. */
  readonly missing_heads: readonly string[]
}

/** Goes through a chain: a line that was changed, removed, added or moved breaks it. */
export function verifyChain(
  path: string,
  keyring: Keyring,
  parse: (text: string) => Chained | undefined,
  knownHeads: readonly string[],
): ChainVerdict {
  const texts = chainTexts(path)
  const seen = new Set([chainStart])
  let head = chainStart
  let fault: ChainVerdict['fault'] = null
  for (const [index, text] of texts.entries()) {
    const line = parse(text)
    const cause = line === undefined ? 'unreadable' : causeOf(text, line, keyring, head, index + 1)
    if (line === undefined || cause !== undefined) {
      fault = { line: index + 1, cause: cause ?? 'unreadable' }
      break
    }
    head = line.hmac
    seen.add(head)
  }
  const missing_heads = knownHeads.filter((known) => !seen.has(known))
  return { sound: fault === null && missing_heads.length === 0, lines: texts.length, head, fault, missing_heads }
}

function causeOf(
  text: string,
  line: Chained,
  keyring: Keyring,
  head: string,
  sequence: number,
): 'changed' | 'order' | undefined {
  // As it stands in the file: who reads it may put its fields in another order.
  const { hmac, ...body } = JSON.parse(text) as Chained
  // Nor is there anything beside them, such as a field written twice, of which one is read.
  if (JSON.stringify({ ...body, hmac }) !== text) return 'changed'
  if (keyring.hmac(JSON.stringify(body)) !== hmac) return 'changed'
  return line.previous !== head || line.sequence !== sequence ? 'order' : undefined
}
