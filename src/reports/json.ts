import type { AuditReport } from './audit-report.ts'

// JSON leaves these as they are, and a terminal would act on them.
const unsafe = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** The document of a run as it is, one JSON document; in pieces, since a text of a million findings has no room in one. */
export function* jsonReport(report: AuditReport): Generator<string> {
  const { findings, ...head } = report.document
  yield escaped(JSON.stringify(head, null, 2)).replace(/\n\}$/, ',\n  "findings": [')
  for (const [place, finding] of findings.entries()) {
    yield `${place === 0 ? '' : ','}\n${escaped(JSON.stringify(finding, null, 2)).replace(/^/gm, '    ')}`
  }
  yield findings.length === 0 ? ']\n}\n' : '\n  ]\n}\n'
}

/** The findings of a run, one JSON document a line. */
export function* ndjsonReport(report: AuditReport): Generator<string> {
  for (const finding of report.document.findings) yield `${escaped(JSON.stringify(finding))}\n`
}

/** JSON in which no character is left that a terminal would act on. */
export function escaped(json: string): string {
  return json.replace(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
