import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import { numberColumns } from '../formats/numbered-csv.ts'

/** The headers of the source in a numbered copy (formats/numbered-csv.ts). */
export async function readHeaders(path: string): Promise<string[]> {
  for await (const row of createReadStream(path).pipe(parse({ to: 1 })) as AsyncIterable<string[]>) {
    return row.slice(numberColumns.length)
  }
  throw new Error('a numbered copy has no header')
}
