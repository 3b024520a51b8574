import type { Finding } from '../model/finding.ts'
import { arrowStream, type Column } from './arrow.ts'

/** A finding in typed columns; its facts are a text of JSON, its evidence is not among them. */
const columns: readonly Column<Finding>[] = [
  { name: 'finding_id', kind: 'text', of: (one) => one.finding_id },
  { name: 'case_id', kind: 'text', of: (one) => one.case_id },
  { name: 'rule', kind: 'text', of: (one) => one.rule },
  { name: 'rule_version', kind: 'whole', of: (one) => one.rule_version },
  { name: 'severity', kind: 'text', of: (one) => one.severity },
  { name: 'state', kind: 'text', of: (one) => one.state },
  { name: 'subject', kind: 'text', of: (one) => one.subject },
  { name: 'user_id', kind: 'text', of: (one) => one.user_id },
  { name: 'patient_id', kind: 'text', of: (one) => one.patient_id },
  { name: 'care_unit_id', kind: 'text', of: (one) => one.care_unit_id },
  { name: 'day', kind: 'day', of: (one) => one.day },
  { name: 'opens', kind: 'yes_no', of: (one) => one.opens },
  { name: 'first_time', kind: 'time', of: (one) => one.first_time },
  { name: 'last_time', kind: 'time', of: (one) => one.last_time },
  { name: 'event_count', kind: 'whole', of: (one) => one.event_count },
  { name: 'relation_grade', kind: 'text', of: (one) => one.relation_grade },
  { name: 'lookup_ids', kind: 'texts', of: (one) => one.lookup_ids },
  { name: 'facts', kind: 'text', of: (one) => JSON.stringify(one.facts) },
  { name: 'suppressed', kind: 'yes_no', of: (one) => one.suppressed },
]

/** Findings as an Arrow IPC stream. */
export function findingStream(findings: AsyncIterable<Finding>): Promise<Uint8Array> {
  return arrowStream(columns, findings)
}
