import { type ReportWords, reportWords } from '../language/report/index.ts'
import type { AuditReport } from './audit-report.ts'
import type { Language } from '../model/language.ts'

/** A report with the words that it is told in. */
export interface Reading {
  readonly report: AuditReport
  readonly language: Language
  readonly words: ReportWords
}

/** Opens a report for telling it in one language. */
export function readIn(report: AuditReport, language: Language): Reading {
  return { report, language, words: reportWords(language) }
}
