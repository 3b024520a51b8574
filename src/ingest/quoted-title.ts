import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse/sync'

/**
 * What stands above a header and holds quotation marks. A title in them may run over lines, or never end; DuckDB passes
 * over it in another way than it is found, and in yet another after a byte order mark, so it is cut off.
 */
export interface QuotedTitle {
  /** How far into the file it reaches. */
  readonly bytes: number
  /** Its rows, as a spreadsheet counts them: a line end inside quotation marks ends none. */
  readonly rows: number
}

/**
 * @param head the beginning of the file, with its byte order mark
 * @param skip lines before the header
 */
export function findQuotedTitle(head: string, skip: number, delimiter: string): QuotedTitle | undefined {
  let end = 0
  let lines = 0
  for (const { 0: sign, index } of head.matchAll(/\r\n|\n|\r/g)) {
    if (lines === skip) break
    lines++
    end = index + sign.length
  }
  const title = head.slice(0, end)
  return title.includes('"') ? { bytes: Buffer.byteLength(title), rows: rowsIn(title, delimiter) ?? skip } : undefined
}

/** @returns undefined when a quotation mark is never closed */
function rowsIn(title: string, delimiter: string): number | undefined {
  try {
    return parse(title, { delimiter, relax_quotes: true, relax_column_count: true, bom: true }).length
  } catch {
    return undefined
  }
}

/** Copies what follows the title, readable by the owner only. */
export async function cutTitle(path: string, { bytes }: QuotedTitle, target: string): Promise<void> {
  await pipeline(createReadStream(path, { start: bytes }), createWriteStream(target, { mode: 0o600 }))
}
