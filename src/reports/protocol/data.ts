import type { ProtocolDocument } from '../../model/protocol-document.ts'
import { escaped } from '../json.ts'
import { asCsv } from '../printed/csv.ts'
import { personText, tellProtocol } from './telling.ts'

/** The protocol as one JSON document (`docs/schema/protocol-1.schema.json`). */
export function protocolJson(document: ProtocolDocument): string {
  return `${escaped(JSON.stringify(document, null, 2))}\n`
}

const columns = [
  'control_id',
  'care_unit_id',
  'case_id',
  'source',
  'who',
  'title',
  'whose',
  'units',
  'first',
  'last',
  'lookups',
  'events',
  'rules',
  'status',
  'verdict',
  'explanation',
  'comment',
  'employee_answer',
  'not_asked_reason',
  'judged_at',
  'reviewer',
  'second_verdict',
  'second_at',
  'second_reviewer',
] as const

/** Every case on a row with its last judgements; what a spreadsheet would take for a formula is escaped. */
export function protocolCsv(document: ProtocolDocument): string {
  const { own } = tellProtocol(document)
  const rows = document.parts.flatMap((part) =>
    part.cases.map((one): Record<(typeof columns)[number], string | number | null> => {
      const first = one.decisions.findLast(({ second }) => !second)
      const second = one.decisions.findLast((decision) => decision.second)
      return {
        control_id: document.control_id,
        care_unit_id: part.care_unit_id,
        case_id: one.case_id,
        source: one.source,
        who: one.who,
        title: one.title,
        whose: one.whose,
        units: one.units,
        first: one.first,
        last: one.last,
        lookups: one.lookups,
        events: one.events,
        rules: one.questions.map(({ rule }) => rule).join(' '),
        status: one.status,
        verdict: one.verdict,
        explanation: first?.explanation ?? null,
        comment: first?.comment ?? null,
        employee_answer: first?.employee_answer ?? null,
        not_asked_reason: first?.not_asked_reason ?? null,
        judged_at: first?.time ?? null,
        reviewer: first ? personText(first.reviewer) : null,
        second_verdict: second?.verdict ?? null,
        second_at: second?.time ?? null,
        second_reviewer: second ? personText(second.reviewer) : null,
      }
    }),
  )
  return asCsv(document, {
    is: 'table',
    name: own.cases.table,
    caption: own.cases.caption,
    columns: columns.map((title) => ({ title })),
    rows: rows.map((row) => columns.map((column) => row[column])),
  })
}
