import type { AuditDocument, AuditSummary, CaseFile, NameBook } from '../model/audit-document.ts'
import type { Rule } from '../rules/rule.ts'

/** All that a report of one run is made from; it is already masked. */
export interface AuditReport {
  readonly document: AuditDocument
  readonly cases: readonly CaseFile[]
  readonly summary: AuditSummary
  readonly names: NameBook
  /** Pseudonyms of protected persons, for the page of their own. */
  readonly masked: ReadonlySet<string>
  /** The rules that may have been asked, the workspace's own among them. */
  readonly book: readonly Rule[]
}
