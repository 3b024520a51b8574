import type { AuditReport } from '../model/audit-document.ts'

/** The document of a run as it is, one JSON document. */
export function jsonReport(report: AuditReport): string {
  return `${JSON.stringify(report.document, null, 2)}\n`
}

/** The findings of a run, one JSON document a line. */
export function ndjsonReport(report: AuditReport): string {
  return report.document.findings.map((finding) => `${JSON.stringify(finding)}\n`).join('')
}
