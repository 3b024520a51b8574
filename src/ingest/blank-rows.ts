import { createReadStream } from 'node:fs'

const lineFeed = 10
const carriageReturn = 13
const quote = 34

/**
 * The rows of a CSV that hold nothing, counted as a spreadsheet counts them: the first row is 1, and a line end inside
 * quotation marks ends no row. DuckDB passes over them without a word, and so puts the rows after them too high.
 */
export async function blankRows(path: string, delimiter: string): Promise<number[]> {
  const separator = delimiter.charCodeAt(0)
  const blank: number[] = []
  let row = 1
  let previous = lineFeed
  let empty = true
  let quoted = false
  // A quotation mark right after one that closed is one of the value: "".
  let closed = false
  for await (const chunk of createReadStream(path, { highWaterMark: 4 << 20 }) as AsyncIterable<Buffer>) {
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index]!
      if (quoted) {
        closed = byte === quote
        quoted = !closed
      } else if (byte === carriageReturn || (byte === lineFeed && previous !== carriageReturn)) {
        if (empty) blank.push(row)
        row++
        empty = true
        closed = false
      } else if (byte !== lineFeed) {
        quoted = byte === quote && (empty || previous === separator || closed)
        empty = false
        closed = false
      }
      previous = byte
    }
  }
  return blank
}

const blankLines = ['\n\n', '\n\r', '\r\r']

/** Whether bytes may hold a blank line, together with the few bytes before them. */
export function maybeBlankLine(bytes: Buffer, before: Buffer): boolean {
  const seam = Buffer.concat([before, bytes.subarray(0, 2)])
  return [bytes, seam].some((piece) => blankLines.some((line) => piece.includes(line)))
}
