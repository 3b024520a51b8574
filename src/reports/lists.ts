import type { CaseFile } from '../model/audit-document.ts'
import type { Finding } from '../model/finding.ts'
import { priorityOf } from '../model/severity.ts'
import { wordsFor } from '../language/report/index.ts'
import { arrowStream, type Column } from './arrow.ts'
import { findingStream } from './finding-columns.ts'
import { listHead, listRow, listTable } from './list-table.ts'
import { dayText } from './moments.ts'
import { caseNames, patientLabel, unitName, userLabel } from './naming.ts'
import { jsonList, line } from './json.ts'
import type { Reading } from './reading.ts'
import { ruleTitle } from './rule-words.ts'
import { written } from './streamed.ts'

/** How lists are written. */
export const listFormats = { table: true, json: true, ndjson: true, csv: true, arrow: true } as const
export type ListFormat = keyof typeof listFormats

/** A case with where it stands: `state` says whether a reviewer has been handed it, `selected` only that the budget takes it. */
export type ListedCase = Omit<CaseFile, 'handed_out'> & {
  readonly selected: boolean
  readonly state: Finding['state']
}

/** A list on its way out: text in pieces, or the bytes of Arrow. */
export type Listed = AsyncIterable<string> | Promise<Uint8Array>

/** `findings`: the findings of a run, one in a row. A table has its widths from all of them; the rest is written as they come. */
export function findingList(
  reading: Reading,
  findings: AsyncIterable<Finding>,
  format: ListFormat,
  width?: number,
): Listed {
  if (format === 'arrow') return findingStream(findings)
  if (format === 'json' || format === 'ndjson') return documents('loggkoll/findings/1', 'findings', findings, format)
  const { cases, rules, states } = reading.words
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
    ] as const
    return csvRows(columns, findings, (one) => columns.map((column) => one[column] ?? ''))
  }
  const heads = [
    cases.finding,
    cases.priorityHead,
    cases.when,
    cases.who,
    cases.whose,
    cases.unit,
    rules.rule,
    cases.state,
  ]
  return tableOf({ heads, width }, findings, (one) => [
    one.finding_id,
    String(priorityOf(one.severity)),
    dayText(reading, one.day),
    userLabel(reading, one.user_id),
    patientLabel(reading, one.patient_id),
    unitName(reading, one.care_unit_id),
    ruleTitle(reading, one.rule),
    wordsFor(states, one.state),
  ])
}

/** `cases`: the cases of a run, in the order in which they are handed out. */
export function caseList(
  reading: Reading,
  files: AsyncIterable<ListedCase>,
  format: ListFormat,
  width?: number,
): Listed {
  if (format === 'arrow') return arrowStream(caseColumns, files)
  if (format === 'json' || format === 'ndjson') return documents('loggkoll/cases/1', 'cases', files, format)
  const { cases, states } = reading.words
  if (format === 'csv') {
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
      'selected',
    ] as const
    return csvRows(columns, files, (file) => columns.map((column) => String(file[column] ?? '')))
  }
  const heads = [cases.heading, cases.priorityHead, cases.score, cases.who, cases.whose, cases.unit, cases.state]
  return tableOf({ heads, width }, files, (file) => {
    const { who, whose } = caseNames(reading, file)
    return [
      file.case_id,
      String(priorityOf(file.severity)),
      String(file.score),
      who,
      whose,
      unitName(reading, file.care_unit_id),
      wordsFor(states, file.state),
    ]
  })
}

async function* csvRows<One>(
  columns: readonly string[],
  list: AsyncIterable<One>,
  row: (one: One) => readonly string[],
): AsyncGenerator<string> {
  yield listHead(columns)
  for await (const one of list) yield listRow(row(one))
}

async function* tableOf<One>(
  { heads, width }: { readonly heads: readonly string[]; readonly width: number | undefined },
  list: AsyncIterable<One>,
  row: (one: One) => readonly string[],
): AsyncGenerator<string> {
  const rows: (readonly string[])[] = []
  for await (const one of list) rows.push(row(one))
  yield listTable(heads, rows, 'table', width)
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
  { name: 'selected', kind: 'yes_no', of: (one) => one.selected },
]

function documents(
  schema: string,
  name: string,
  list: AsyncIterable<object>,
  format: 'json' | 'ndjson',
): AsyncGenerator<string> {
  const lines = { head: () => '', finding: line, tail: () => '' }
  return written(format === 'ndjson' ? lines : jsonList({ schema }, name), list)
}
