import type { Typeface } from '../reports/printed/pdf.ts'
import { shippedBytes } from '../shipped/files.ts'

/** The fonts that PDFs are set in: Roboto, under the Open Font License that lies beside it. */
export function readTypeface(): Typeface {
  return {
    regular: shippedBytes('fonts', 'Roboto-Regular.ttf'),
    bold: shippedBytes('fonts', 'Roboto-Medium.ttf'),
  }
}
