import type { Language } from '../model/language.ts'
import type { AuditReport } from './audit-report.ts'
import { csvReport } from './csv.ts'
import { explainCsv, explainJson, explainNdjson, explainTable } from './explain.ts'
import { findingStream } from './finding-columns.ts'
import { htmlReport } from './html/html-report.ts'
import { json, ndjson } from './json.ts'
import { junit } from './junit.ts'
import { ocsf } from './ocsf.ts'
import { readIn } from './reading.ts'
import { type StreamedFormat, type Told, written } from './streamed.ts'
import { tableReport } from './table.ts'

/** How a run is told: what the formats may know, and the terminal that a table is for. */
type Telling = Told & { readonly columns: number; readonly color: boolean }

const streamed = (format: StreamedFormat) => (report: AuditReport, language: Language, told: Told) =>
  written(format(readIn(report, language), told), report.findings)

/** Format → what `audit` prints. */
export const auditFormats = {
  table: tableReport,
  json: streamed(json),
  ndjson: streamed(ndjson),
  csv: csvReport,
  arrow: (report: AuditReport) => findingStream(report.findings),
  junit: streamed(junit),
  ocsf: streamed(ocsf),
} as const satisfies Readonly<
  Record<string, (report: AuditReport, language: Language, telling: Telling) => Content | Promise<Content>>
>
export type AuditFormat = keyof typeof auditFormats
type Content = string | Uint8Array | AsyncIterable<string>

/** Format → what `report audit` writes. */
export const reportFormats = { html: htmlReport, csv: csvReport, json: auditFormats.json } as const

/** Format → what `explain` prints. */
export const explainFormats = {
  table: explainTable,
  json: explainJson,
  ndjson: explainNdjson,
  csv: explainCsv,
} as const
