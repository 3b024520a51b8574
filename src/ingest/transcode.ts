import { createReadStream, createWriteStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { ScannedFile } from './scan-file.ts'

/**
 * Rewrites a file as UTF-8, in pieces, readable by the owner only; lines that end in different ways end in one.
 * @throws {Fault} 65 when a byte belongs to no encoding, or when a UTF-8 file has broken characters.
 */
export async function transcodeToUtf8(scanned: ScannedFile, target: string): Promise<void> {
  const decoder = new TextDecoder(scanned.encoding, { fatal: scanned.encoding !== 'windows-1252' })
  const judge = scanned.encoding === 'windows-1252' ? new Windows1252Judge(scanned.shownAs) : undefined
  const endLines = scanned.mixedEnds ? evenLineEnds() : (text: string) => text
  const decode = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        judge?.read(chunk)
        done(null, endLines(decoder.decode(chunk, { stream: true })))
      } catch (error) {
        done(error instanceof Fault ? error : brokenFault(scanned, error))
      }
    },
    flush(done) {
      try {
        judge?.end()
        done(null, endLines(decoder.decode(), true))
      } catch (error) {
        done(error instanceof Fault ? error : brokenFault(scanned, error))
      }
    },
  })
  await pipeline(createReadStream(scanned.path), decode, createWriteStream(target, { mode: 0o600 }))
}

/**
 * Makes every line end a line feed, but those within quotation marks, which belong to a value. A return at the end of a
 * piece waits for the next.
 */
function evenLineEnds(): (text: string, isLast?: boolean) => string {
  let held = ''
  let before = '\n'
  let isQuoted = false
  let hasClosed = false
  return (text, isLast = false) => {
    const whole = held + text
    held = !isLast && whole.endsWith('\r') ? '\r' : ''
    const piece = whole.slice(0, whole.length - held.length)
    const even = piece.replace(/"|\r\n?/g, (sign, at: number) => {
      if (sign !== '"') return isQuoted ? sign : '\n'
      // A value in quotation marks begins a line or follows a delimiter, and a doubled mark in it is a sign of its own;
      // a mark elsewhere opens nothing.
      const last = at > 0 ? piece[at - 1]! : before
      const isOpening = !isQuoted && (',;|\t\r\n'.includes(last) || (last === '"' && hasClosed))
      hasClosed = isQuoted
      isQuoted = isOpening
      return sign
    })
    before = piece.at(-1) ?? before
    return even
  }
}

function brokenFault(scanned: ScannedFile, cause: unknown): Fault {
  return new Fault(
    Exit.data,
    `${scanned.shownAs} looks like ${scanned.encoding.toUpperCase()} but holds bytes that are not`,
    'export the file again, as UTF-8',
    cause,
  )
}

/**
 * Windows-1252 accepts nearly every byte, so a UTF-8 file with one broken byte would turn into garbage without a word.
 * A text with as many pairs that are UTF-8 letters as other bytes, or more, or with one of the five bytes that Windows-1252 does
 * not have, is refused.
 */
class Windows1252Judge {
  readonly #shownAs: string
  #line = 1
  #pairs = 0
  #others = 0
  #firstOther = 0

  constructor(shownAs: string) {
    this.#shownAs = shownAs
  }

  read(chunk: Buffer): void {
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index]!
      if (byte === 10) this.#line++
      if (byte < 0x80) continue
      if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) {
        throw new Fault(
          Exit.data,
          `${this.#shownAs} is neither UTF-8, UTF-16 nor Windows-1252 (line ${this.#line})`,
          'export the file again, as UTF-8',
        )
      }
      const next = chunk[index + 1]
      if ((byte === 0xc3 || byte === 0xc2) && next !== undefined && next >= 0x80 && next <= 0xbf) {
        this.#pairs++
        index++
      } else {
        this.#others++
        this.#firstOther ||= this.#line
      }
    }
  }

  end(): void {
    if (this.#pairs > 0 && this.#pairs >= this.#others) {
      throw new Fault(
        Exit.data,
        `${this.#shownAs} is UTF-8 with broken characters, the first on line ${this.#firstOther}`,
        'export the file again, as UTF-8',
      )
    }
  }
}
