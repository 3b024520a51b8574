import type { CaseFile } from '../model/audit-document.ts'
import type { Finding } from '../model/finding.ts'
import { priorityOf } from '../model/severity.ts'
import { wordsFor } from '../language/report/index.ts'
import { arrowStream, type Column } from './arrow.ts'
import { findingStream } from './finding-columns.ts'
import { listTable } from './list-table.ts'
import { dayText } from './moments.ts'
import { caseNames, patientLabel, unitName, userLabel } from './naming.ts'
import { escaped, line } from './json.ts'
import type { Reading } from './reading.ts'
import { ruleTitle } from './rule-words.ts'

/** How lists are written. */
export const listFormats = { table: true, json: true, ndjson: true, csv: true, arrow: true } as const
export type ListFormat = keyof typeof listFormats

/** A case with where it stands. */
export type ListedCase = CaseFile & { readonly state: Finding['state'] }

/** `findings`: the findings of a run, one in a row. */
export function findingList(
  reading: Reading,
  findings: readonly Finding[],
  format: ListFormat,
): string | Promise<Uint8Array> {
  if (format === 'arrow') return findingStream(findings)
  if (format === 'json' || format === 'ndjson') return documents('loggkoll/findings/1', 'findings', findings, format)
  const { cases, states } = reading.words
  if (format === 'csv') {
    const columns = [
      'finding_id',
      'case_id',
      'rule',
      'severity',
      'state',
      'user_id',
      'patient_id',
      'care_unit_id',
      'day',
    ]
    return listTable(
      columns,
      findings.map((one) => [
        one.finding_id,
        one.case_id,
        one.rule,
        one.severity,
        one.state,
        one.user_id ?? '',
        one.patient_id ?? '',
        one.care_unit_id ?? '',
        one.day,
      ]),
      'csv',
    )
  }
  const heads = [cases.finding, cases.priorityHead, cases.when, cases.who, cases.whose, cases.unit, '', '']
  return listTable(
    heads,
    findings.map((one) => [
      one.finding_id,
      String(priorityOf(one.severity)),
      dayText(reading, one.day),
      userLabel(reading, one.user_id),
      patientLabel(reading, one.patient_id),
      unitName(reading, one.care_unit_id),
      ruleTitle(reading, one.rule),
      wordsFor(states, one.state),
    ]),
    'table',
  )
}

/** `cases`: the cases of a run, in the order in which they are handed out. */
export function caseList(
  reading: Reading,
  files: readonly ListedCase[],
  format: ListFormat,
): string | Promise<Uint8Array> {
  if (format === 'arrow') return arrowStream(caseColumns, files)
  if (format === 'json' || format === 'ndjson') return documents('loggkoll/cases/1', 'cases', files, format)
  const { cases, states } = reading.words
  const rows = files.map((file) => {
    const { who, whose } = caseNames(reading, file)
    return format === 'csv'
      ? [
          file.case_id,
          file.subject,
          file.severity,
          String(file.score),
          file.state,
          file.user_id ?? '',
          file.patient_id ?? '',
          file.care_unit_id ?? '',
          String(file.minutes),
          String(file.handed_out),
        ]
      : [
          file.case_id,
          String(priorityOf(file.severity)),
          String(file.score),
          who,
          whose,
          unitName(reading, file.care_unit_id),
          wordsFor(states, file.state),
        ]
  })
  const columns = [
    'case_id',
    'subject',
    'severity',
    'score',
    'state',
    'user_id',
    'patient_id',
    'care_unit_id',
    'minutes',
    'handed_out',
  ]
  const heads = [cases.heading, cases.priorityHead, cases.score, cases.who, cases.whose, cases.unit, '']
  return listTable(format === 'csv' ? columns : heads, rows, format)
}

const caseColumns: readonly Column<ListedCase>[] = [
  { name: 'case_id', kind: 'text', of: (one) => one.case_id },
  { name: 'subject', kind: 'text', of: (one) => one.subject },
  { name: 'severity', kind: 'text', of: (one) => one.severity },
  { name: 'score', kind: 'whole', of: (one) => one.score },
  { name: 'state', kind: 'text', of: (one) => one.state },
  { name: 'user_id', kind: 'text', of: (one) => one.user_id },
  { name: 'patient_id', kind: 'text', of: (one) => one.patient_id },
  { name: 'care_unit_id', kind: 'text', of: (one) => one.care_unit_id },
  { name: 'minutes', kind: 'whole', of: (one) => one.minutes },
  { name: 'finding_ids', kind: 'texts', of: (one) => one.finding_ids },
  { name: 'handed_out', kind: 'yes_no', of: (one) => one.handed_out },
]

function documents(schema: string, name: string, list: readonly object[], format: 'json' | 'ndjson'): string {
  if (format === 'ndjson') return list.map(line).join('')
  return `${escaped(JSON.stringify({ schema, [name]: list }, null, 2))}\n`
}
