import { createWriteStream, type WriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'

/** The columns before those of the source: which row of it this is, and why it cannot be read, if so. */
export const numberColumns = ['#row', '#cause', '#column'] as const

/**
 * A CSV copy of a file that is no CSV, readable by the owner only: each row says its place in the source, and a row that
 * cannot be read says why, so that the sum of rows still adds up.
 */
export class NumberedCsv {
  readonly #stream: WriteStream
  readonly #columns: number
  #pieces: string[] = []
  #size = 0
  #fault: Error | undefined

  constructor(path: string, headers: readonly string[]) {
    this.#columns = headers.length
    this.#stream = createWriteStream(path, { mode: 0o600, highWaterMark: writeBytes })
    this.#stream.on('error', (error) => (this.#fault = error))
    this.#write([...numberColumns, ...headers].map(quoted).join(','))
  }

  /** @param values in the order of the headers; NULL and undefined are absent, and so is the empty text */
  row(place: number, values: readonly (string | null | undefined)[]): void {
    let line = `${place},,`
    for (let index = 0; index < this.#columns; index++) line += `,${quoted(values[index])}`
    if (line.length > longestLine) this.reject(place, 'line_too_long')
    else this.#write(line)
  }

  reject(place: number, cause: string, column?: string): void {
    this.#write(`${place},${cause},${quoted(column)}${','.repeat(this.#columns)}`)
  }

  /** Waits until the disk has caught up; call it after each piece of the source. */
  async flush(): Promise<void> {
    if (this.#size < writeBytes) return
    await this.#drain()
  }

  async close(): Promise<void> {
    await this.#drain()
    this.#stream.end()
    await finished(this.#stream)
  }

  #write(line: string): void {
    this.#pieces.push(line, '\n')
    this.#size += line.length + 1
  }

  async #drain(): Promise<void> {
    if (this.#fault) throw this.#fault
    const text = this.#pieces.join('')
    this.#pieces = []
    this.#size = 0
    if (text !== '') await new Promise<void>((done) => this.#stream.write(text, () => done()))
    if (this.#fault) throw this.#fault
  }
}

const writeBytes = 1 << 20
/** Characters; in UTF-8 no more than DuckDB is told to expect (queries/ingest/stage-numbered.sql). */
const longestLine = 650_000

/** Quoted where it must be. NUL, which no database text holds, becomes the sign for a character that is none. */
function quoted(value: string | null | undefined): string {
  if (value === null || value === undefined) return ''
  const text = value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value
  return /[",\n\r]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
