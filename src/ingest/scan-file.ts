import { createHash } from 'node:crypto'
import { isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'
import { maybeBlankLine } from './blank-rows.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
type Encoding = (typeof encodings)[number]

export interface ScannedFile {
  readonly path: string
  /** The name that messages give it. */
  readonly shownAs: string
  readonly bytes: number
  readonly sha256: string
  readonly encoding: Encoding
  /** Bytes of a byte order mark at the start. */
  readonly mark: number
  /** Whether it may hold blank lines, which count as rows of a spreadsheet and are none. */
  readonly maybeBlank: boolean
  /** Whether some of its lines end in one way and some in another, as when exports are pasted together. */
  readonly mixedEnds: boolean
}

/** The longest line a file may have, in bytes: longer ones are no log (the whole file is then refused). */
const longestLine = 2_000_000
const chunkBytes = 4 << 20

/**
 * Reads a text file once: its hash, its encoding, and whether it is text at all.
 * Only UTF-8 goes on as it is; everything else is rewritten (see transcode.ts).
 * @param inLines whether its rows are lines; XML and JSON may stand on one
 * @param onBytes hears how far the reading has come
 * @throws {Fault} 65 when it is empty, binary, of a broken encoding, or has a giant line.
 */
export async function scanFile(
  path: string,
  shownAs: string,
  inLines: boolean,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<ScannedFile> {
  const file = await openForReading(path)
  try {
    const { size } = await file.stat()
    if (size === 0) throw new Fault(Exit.data, `${shownAs} is empty`, 'check the export: a log has at least a header')
    const hash = createHash('sha256')
    const chunk = Buffer.allocUnsafe(chunkBytes)
    let start: { encoding: Encoding | undefined; mark: number } | undefined
    let valid = true
    let tail: Uint8Array = new Uint8Array(0)
    let lineBytes = 0
    let maybeBlank = false
    const ends = new LineEnds()
    let before = Buffer.from('\n')
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, chunkBytes)
      if (bytesRead === 0) break
      const bytes = chunk.subarray(0, bytesRead)
      hash.update(bytes)
      onBytes(bytesRead)
      start ??= recogniseStart(shownAs, bytes)
      if (start.encoding === undefined) {
        if (valid) {
          const joined = tail.length > 0 ? Buffer.concat([tail, bytes]) : bytes
          const cut = lastWholeCharacter(joined)
          valid = isUtf8(joined.subarray(0, cut))
          tail = Uint8Array.from(joined.subarray(cut))
        }
        if (bytes.includes(0)) throw binaryFault(shownAs)
      }
      const last = bytes.lastIndexOf(10)
      lineBytes = last < 0 ? lineBytes + bytesRead : bytesRead - last - 1
      if (inLines && (lineBytes > longestLine || (last >= 0 && longRun(bytes)))) throw longLineFault(shownAs)
      maybeBlank ||= maybeBlankLine(bytes, before)
      if (inLines) ends.look(bytes, before.at(-1))
      before = Buffer.from(bytes.subarray(-2))
    }
    if (!start) throw new Error('a file with bytes gave none')
    const encoding = start.encoding ?? (valid && tail.length === 0 ? 'utf-8' : 'windows-1252')
    if (start.mark === 3 && encoding !== 'utf-8') {
      throw new Fault(Exit.data, `${shownAs} says that it is UTF-8 but is not`, 'export the file again, as UTF-8')
    }
    return {
      path,
      shownAs,
      bytes: size,
      sha256: hash.digest('hex'),
      encoding,
      mark: start.mark,
      maybeBlank: maybeBlank || encoding.startsWith('utf-16'),
      mixedEnds: ends.areMixed,
    }
  } finally {
    await file.close()
  }
}

/** The hash of a file that is no text. @throws {Fault} 65 when it is missing or empty */
export async function hashFile(path: string, onBytes: (bytes: number) => void): Promise<string> {
  const file = await openForReading(path)
  try {
    const hash = createHash('sha256')
    for await (const chunk of file.createReadStream({
      autoClose: false,
      highWaterMark: chunkBytes,
    }) as AsyncIterable<Buffer>) {
      hash.update(chunk)
      onBytes(chunk.length)
    }
    return hash.digest('hex')
  } finally {
    await file.close()
  }
}

/** The first bytes of a file. @throws {Fault} 65 when it is missing, a directory, or may not be read */
export async function readStart(path: string, bytes: number): Promise<Buffer> {
  const file = await openForReading(path)
  try {
    const buffer = Buffer.alloc(bytes)
    const { bytesRead } = await file.read(buffer, 0, bytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function openForReading(path: string) {
  try {
    const file = await open(path, 'r')
    const stat = await file.stat()
    if (stat.isDirectory()) {
      await file.close()
      throw new Fault(Exit.data, `${path} is a directory`, 'name the files in it, for example with *.csv')
    }
    return file
  } catch (error) {
    if (error instanceof Fault) throw error
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new Fault(Exit.data, `there is no file ${path}`, 'check the name', error)
    if (code === 'EACCES')
      throw new Fault(Exit.data, `${path} may not be read`, 'check the permissions of the file', error)
    throw new Fault(Exit.io, `${path} cannot be read`, undefined, error)
  }
}

function recogniseStart(shownAs: string, bytes: Buffer): { encoding: Encoding | undefined; mark: number } {
  const head = bytes.subarray(0, 8).toString('hex')
  if (head.startsWith('efbbbf')) return { encoding: undefined, mark: 3 }
  if (head.startsWith('fffe0000') || head.startsWith('0000feff')) {
    throw new Fault(Exit.data, `${shownAs} is UTF-32, which is not read`, 'save it as UTF-8')
  }
  if (head.startsWith('fffe')) return { encoding: 'utf-16le', mark: 2 }
  if (head.startsWith('feff')) return { encoding: 'utf-16be', mark: 2 }
  // Without a mark UTF-16 shows as text in which every other byte is zero.
  const sample = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  for (let index = 0; index < sample.length; index++) if (sample[index] === 0) zeros[index % 2]!++
  const half = sample.length / 2
  if (zeros[1]! > half * 0.7 && zeros[0] === 0) return { encoding: 'utf-16le', mark: 0 }
  if (zeros[0]! > half * 0.7 && zeros[1] === 0) return { encoding: 'utf-16be', mark: 0 }
  return { encoding: undefined, mark: 0 }
}

/** Which signs end the lines of a text. A file without a carriage return costs one search. */
class LineEnds {
  #isLoneReturn = false
  #isPair = false
  #isLoneFeed = false

  get areMixed(): boolean {
    return [this.#isLoneReturn, this.#isPair, this.#isLoneFeed].filter(Boolean).length > 1
  }

  look(bytes: Buffer, before: number | undefined): void {
    if (this.areMixed) return
    let at = bytes.indexOf(13)
    if (at === -1 && before !== 13) {
      this.#isLoneFeed ||= bytes.includes(10)
      return
    }
    for (; at !== -1; at = bytes.indexOf(13, at + 1)) {
      // What follows a return at the end of a piece is seen at the beginning of the next.
      if (at + 1 < bytes.length) {
        if (bytes[at + 1] === 10) this.#isPair = true
        else this.#isLoneReturn = true
      }
    }
    if (before === 13 && bytes[0] === 10) this.#isPair = true
    for (let feed = bytes.indexOf(10); feed !== -1 && !this.#isLoneFeed; feed = bytes.indexOf(10, feed + 1)) {
      if ((feed === 0 ? before : bytes[feed - 1]) !== 13) this.#isLoneFeed = true
    }
  }
}

/** Where the last whole UTF-8 character of a piece ends, so that a character cut by the piece is judged with the next. */
function lastWholeCharacter(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte >= 0xc0) {
      const wants = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return wants > back ? bytes.length - back : bytes.length
    }
    if (byte < 0x80) break
  }
  return bytes.length
}

/** Does a piece hold a line over the limit between two line ends? Looked for in strides, so it costs next to nothing. */
function longRun(bytes: Buffer): boolean {
  for (let from = 0; from + longestLine < bytes.length;) {
    const last = bytes.subarray(from, from + longestLine + 1).lastIndexOf(10)
    if (last < 0) return true
    from += last + 1
  }
  return false
}

function binaryFault(shownAs: string): Fault {
  return new Fault(Exit.data, `${shownAs} is not text (it holds zero bytes)`, 'export the log as CSV')
}

function longLineFault(shownAs: string): Fault {
  return new Fault(
    Exit.data,
    `${shownAs} has a line of more than ${longestLine / 1e6} MB`,
    'a log row is short: check that the file is a CSV, with a line end after each row',
  )
}
