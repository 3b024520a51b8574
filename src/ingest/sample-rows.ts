import { createReadStream } from 'node:fs'
import { CsvError, parse } from 'csv-parse'
import { parse as parseSync } from 'csv-parse/sync'
import { numberColumns } from '../formats/numbered-csv.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { parquetText } from './parquet-columns.ts'
import { type PrepareOptions, readTable } from './prepare-file.ts'
import { headerDelimiters, readHead, titleLines } from './header.ts'
import { findQuotedTitle } from './quoted-title.ts'

/** The beginning of a table that no profile is known for. */
export interface TableSample {
  readonly headers: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The sign between columns; undefined where the file is no text of columns. */
  readonly delimiter: string | undefined
  /** Lines above the header. */
  readonly skip: number
}

/**
 * The header and the first rows of a file, as texts; of an archive those of its first file.
 * @throws {Fault} 65 when it cannot be read, or is of a standard format: that needs no profile
 */
export async function sampleRows(path: string, most: number, options: PrepareOptions): Promise<TableSample> {
  const found = await readTable(path, options)
  if ('standard' in found) {
    throw new Fault(
      Exit.data,
      `${path} is of the standard format ${found.standard}, which needs no profile`,
      'read it with loggkoll ingest',
    )
  }
  const { table, headers } = found
  switch (table.form) {
    case 'parquet': {
      const store = await options.openReader(table.path)
      try {
        const texts = headers.map((name, place) => parquetText({ name, type: table.types[place]! }))
        const given = { columns: texts.join(', ') }
        const rows = await store.texts('ingest/parquet-sample', { path: table.path, most }, given)
        return { headers, rows: rows.map((row) => row.map((value) => value ?? '')), delimiter: undefined, skip: 0 }
      } finally {
        store.close()
      }
    }
    case 'numbered': {
      const all = await firstRows(table.path, ',', most + 1)
      const rows = all.slice(1).filter((row) => row[1] === '')
      return { headers, rows: rows.map((row) => row.slice(numberColumns.length)), delimiter: undefined, skip: 0 }
    }
    case 'csv':
    case 'text': {
      const lines = await firstRows(table.path, undefined, most + titleLines)
      const { delimiter, skip } = guessLayout(lines.map(([line]) => line ?? ''))
      // Lines of a title in quotation marks are no rows.
      const title = findQuotedTitle(await readHead(table.path), skip, delimiter)
      const all = await firstRows(table.path, delimiter, most + titleLines, title?.bytes)
      const [header = [], ...rows] = title ? all : all.slice(skip)
      return { headers: header.map((name) => name.trim()), rows: rows.slice(0, most), delimiter, skip }
    }
  }
}

/**
 * The delimiter and header line that split the most rows below them into the same, largest number of columns. Rows, and not
 * lines: one that a comment breaks in two does not make a row below it the header.
 */
function guessLayout(lines: readonly string[]): { delimiter: string; skip: number } {
  let best = { delimiter: ';', skip: 0, score: 0 }
  for (const delimiter of headerDelimiters) {
    for (let skip = 0; skip < Math.min(titleLines, lines.length); skip++) {
      const [columns = 0, ...below] = widths(lines.slice(skip, skip + linesLookedAt), delimiter)
      const alike = below.filter((width) => width === columns).length / Math.max(1, below.length)
      const score = columns > 1 ? columns * alike : 0
      if (score > best.score) best = { delimiter, skip, score }
    }
  }
  return best
}

const linesLookedAt = 200
const rowsLookedAt = 51

/** How many columns the first rows have; what follows a quotation mark that never closes is none. */
function widths(lines: readonly string[], delimiter: string): number[] {
  const found: number[] = []
  const options = { delimiter, relax_quotes: true, relax_column_count: true, to: rowsLookedAt }
  try {
    parseSync(lines.join('\n'), { ...options, on_record: (row: string[]) => void found.push(row.length) })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
  }
  return found
}

/**
 * @param delimiter undefined gives each line as one column
 * @param start the byte to begin with
 */
async function firstRows(path: string, delimiter: string | undefined, most: number, start = 0): Promise<string[][]> {
  const rows: string[][] = []
  const options =
    delimiter === undefined
      ? { delimiter: '\0', quote: null, relax_column_count: true }
      : { delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: false }
  const parser = createReadStream(path, { start }).pipe(parse({ ...options, bom: true, to: most }))
  try {
    for await (const row of parser as AsyncIterable<string[]>) rows.push(row)
  } catch (error) {
    // A mark that never closes makes one row of the rest; those before it are a sample all the same.
    if (!(error instanceof CsvError)) throw error
  }
  return rows
}
