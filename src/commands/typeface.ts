import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Typeface } from '../reports/printed/pdf.ts'

/** With the reports in development, in `fonts/` beside the bundle in what is shipped. */
const beside = join(import.meta.dirname, '../reports/printed/fonts')
const folder = existsSync(beside) ? beside : join(import.meta.dirname, 'fonts')

/** The fonts that PDFs are set in: Roboto, under the Apache licence that lies beside it. */
export function readTypeface(): Typeface {
  return {
    regular: readFileSync(join(folder, 'Roboto-Regular.ttf')),
    bold: readFileSync(join(folder, 'Roboto-Medium.ttf')),
  }
}
