import { explainCsv, explainJson, explainNdjson, explainTable } from './explain.ts'
import { csvReport } from './csv.ts'
import { htmlReport } from './html/html-report.ts'
import { jsonReport, ndjsonReport } from './json.ts'
import { tableReport } from './table.ts'

/** Format → what `audit` prints. */
export const auditFormats = { table: tableReport, json: jsonReport, ndjson: ndjsonReport, csv: csvReport } as const
export type AuditFormat = keyof typeof auditFormats

/** Format → what `report audit` writes. */
export const reportFormats = { html: htmlReport, csv: csvReport, json: jsonReport } as const

/** Format → what `explain` prints. */
export const explainFormats = {
  table: explainTable,
  json: explainJson,
  ndjson: explainNdjson,
  csv: explainCsv,
} as const
