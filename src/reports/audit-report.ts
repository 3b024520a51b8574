import type { AuditDocument, AuditSummary, CaseFile, NameBook } from '../model/audit-document.ts'
import type { Finding } from '../model/finding.ts'
import type { RunTally } from '../model/run-tally.ts'
import type { Rule } from '../rules/rule.ts'

/** All that a report of one run is made from; it is already masked. */
export interface AuditReport {
  /** The findings are those that are at hand: of a large run the ones of cases that were handed out. */
  readonly document: AuditDocument
  /** Every finding of the run, read as they are asked for: of a large log there are millions. */
  readonly findings: AsyncIterable<Finding>
  /** Of the whole run, whatever part of it is at hand. */
  readonly tally: RunTally
  readonly cases: readonly CaseFile[]
  /** Are findings left out that the run has? */
  readonly isPart?: boolean
  readonly summary: AuditSummary
  readonly names: NameBook
  /** Pseudonyms of protected persons, for the page of their own. */
  readonly masked: ReadonlySet<string>
  /** The rules that may have been asked, the workspace's own among them. */
  readonly book: readonly Rule[]
}
