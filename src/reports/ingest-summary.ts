import type { Language } from '../model/language.ts'
import { ingestWords } from '../language/ingest.ts'
import { plainText } from './plain-text.ts'

/** What became of one file (ingest/ingest-file.ts), as far as a summary says it. */
export interface IngestFigures {
  readonly file: string
  readonly kind: string
  readonly profile: string
  readonly status: 'verified' | 'draft'
  readonly encoding: string
  readonly same_as: number | null
  readonly purged: { readonly before: string; readonly rows: number } | null
  readonly rows: number
  readonly stored: number
  readonly duplicate: number
  readonly rejected: number
  readonly conflict: number
  readonly nonconforming: number
  readonly unknown_codes: readonly { readonly field: string; readonly raw: string; readonly events: number }[]
  readonly unmapped: readonly string[]
  readonly deviations: Readonly<Record<string, number>>
  readonly rejects: readonly {
    readonly source_row: number
    readonly cause: string
    readonly column_name: string | null
  }[]
}

/** How a file was read, and the sum that always adds up: in = stored + duplicate + rejected + conflict. */
export function ingestSummary(report: IngestFigures, language: Language): string {
  const words = ingestWords(language)
  const lines = [`${report.file}: ${words.readAs(report)}`, `  ${words.sum(report)}`]
  if (report.same_as !== null) lines.push(`  ${words.sameFile(report.same_as)}`)
  if (report.purged)
    lines.push(`  ${report.same_as === null ? words.rowsBack(report.purged) : words.rowsGone(report.purged)}`)
  if (report.status === 'draft') lines.push(`  ${words.draft(report.profile)}`)
  if (report.unmapped.length > 0) lines.push(`  ${words.unmapped(report.unmapped)}`)
  if (Object.keys(report.deviations).length > 0) lines.push(`  ${words.deviations(report.deviations)}`)
  for (const reject of report.rejects) lines.push(`  ${words.reject(reject)}`)
  const more = report.rejected + report.conflict - report.rejects.length
  if (more > 0 && report.same_as === null) lines.push(`  ${words.moreRejects(more)}`)
  if (report.nonconforming > 0) lines.push(`  ${words.nonconforming(report.nonconforming)}`)
  if (report.unknown_codes.length > 0) lines.push(`  ${words.unknownCodes(report.unknown_codes)}`)
  return lines.map(plainText).join('\n')
}
