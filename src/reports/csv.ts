import { stringify } from 'csv-stringify/sync'
import type { AuditReport } from './audit-report.ts'
import type { Finding } from '../model/finding.ts'
import type { Language } from '../model/language.ts'
import { plainText } from './plain-text.ts'
import { readIn, type Reading } from './reading.ts'
import { sentenceOf } from './rule-words.ts'

/** One row for each finding, in flat columns; what a spreadsheet would take for a formula is escaped. */
export async function* csvReport(report: AuditReport, language: Language): AsyncGenerator<string> {
  const reading = readIn(report, language)
  // CSV is printed in terminals too.
  const options = { columns, escape_formulas: true, cast: { string: plainText } }
  yield stringify([], { ...options, header: true })
  for await (const finding of report.findings) yield stringify([row(reading, finding)], options)
}

const columns = [
  'finding_id',
  'case_id',
  'rule',
  'rule_version',
  'severity',
  'state',
  'subject',
  'user_id',
  'patient_id',
  'care_unit_id',
  'day',
  'opens',
  'first_time',
  'last_time',
  'event_count',
  'relation_grade',
  'lookup_ids',
  'facts',
  'evidence_for',
  'evidence_against',
  'suppressed',
] as const

type Row = Record<(typeof columns)[number], string | number | null>

function row(reading: Reading, finding: Finding): Row {
  const { evidence, lookup_ids, facts, opens, suppressed, ...flat } = finding
  const said = (direction: 'for' | 'against'): string[] =>
    evidence.filter((one) => one.direction === direction).map((one) => one.text || one.code)
  const reasons = said('for')
  return {
    ...flat,
    opens: String(opens),
    lookup_ids: lookup_ids.join(' '),
    facts: JSON.stringify(facts),
    // A finding without gathered evidence still has its own sentence.
    evidence_for: (reasons.length > 0 ? reasons : [sentenceOf(reading, finding)]).join(' | '),
    evidence_against: said('against').join(' | '),
    suppressed: String(suppressed),
  }
}
