import { extname } from 'node:path'
import type { PrintedDocument } from '../reports/printed/document.ts'
import { asHtml } from '../reports/printed/html.ts'
import { asMarkdown } from '../reports/printed/markdown.ts'
import { asPdf } from '../reports/printed/pdf.ts'
import { asWorkbook } from '../reports/printed/workbook.ts'
import { readable } from './make-report.ts'
import type { OutputFolder } from './output-folder.ts'
import type { Session } from './session.ts'
import { readTypeface } from './typeface.ts'

/** Format → how pages are written in it. */
const pageFormats = {
  html: asHtml,
  pdf: (pages: PrintedDocument) => asPdf(pages, readTypeface()),
  md: asMarkdown,
  xlsx: asWorkbook,
} as const

/** Every format of a report of the reviews. */
export type ReportFormat = keyof typeof pageFormats | 'csv' | 'json'

const formats: Readonly<Record<ReportFormat, true>> = {
  html: true,
  pdf: true,
  md: true,
  xlsx: true,
  csv: true,
  json: true,
}

/** A report as people read it, and as machines do. */
export interface WrittenReport {
  readonly pages: () => PrintedDocument
  readonly csv: () => string
  readonly json: () => string
}

/**
 * The format that is asked for, else that of the ending of `-o`, else a page.
 * @param isFolder `-o` names a folder, which has no ending
 * @throws {Fault} 64 for another
 */
export function reportFormat({ options }: Session, isFolder = false): ReportFormat {
  const { output } = options
  const ending = isFolder || output === undefined || output === '-' ? 'html' : extname(output).slice(1)
  return readable(options.format ?? ending, formats)
}

/** A report in one format. */
async function reportIn(format: ReportFormat, report: WrittenReport): Promise<string | Uint8Array> {
  return format === 'csv' || format === 'json' ? report[format]() : await pageFormats[format](report.pages())
}

/** Writes a report in one format to `-o` or to standard output. */
export async function writeReport(session: Session, format: ReportFormat, report: WrittenReport): Promise<void> {
  session.write(await reportIn(format, report))
  noteOutput(session)
}

/** Writes a report of each in one format into a folder. */
export async function writeReports<One>(
  folder: OutputFolder,
  format: ReportFormat,
  ones: readonly One[],
  { nameOf, reportOf }: { readonly nameOf: (one: One) => string; readonly reportOf: (one: One) => WrittenReport },
): Promise<void> {
  await folder.fill(ones, async (one) => {
    await folder.add(`${nameOf(one)}.${format}`, await reportIn(format, reportOf(one)))
  })
}

/** Names the file that a report was written to; on standard output it is before one's eyes. */
export function noteOutput(session: Session): void {
  const { output } = session.options
  if (output !== undefined && output !== '-') session.note(output)
}
