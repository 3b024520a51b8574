import { createHash } from 'node:crypto'
import { CsvError, parse } from 'csv-parse/sync'
import { directoryId } from '../model/directory-id.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { nearest } from '../model/nearest.ts'
import { normalisePersonId } from '../model/person-id.ts'

/** One row of an answer key: what a rule is expected to say of someone. */
export interface KeyRow {
  /** Its number in the file as a spreadsheet counts, the header being 1. */
  readonly row: number
  /** Null: the row was planted without a rule in mind, and is tried only against the cases. */
  readonly rule: string | null
  readonly expect: 'flag' | 'clear'
  readonly user_id: string | null
  readonly patient_id: string | null
  readonly day: string | null
}

export interface AnswerKey {
  readonly sha256: string
  readonly rows: readonly KeyRow[]
}

const columns = ['rule', 'expect', 'user_id', 'patient_id', 'day'] as const
type Column = (typeof columns)[number]

const wanted = `a key is a CSV file with the columns ${columns.join(', ')}; other columns are ignored`

/**
 * Reads an answer key. A fault names the row and the column, never what stands there: it may be a person.
 * @param name what the file is called in a fault
 * @param known the ids of all rules
 * @param today against which the century of a short personal number is resolved
 * @throws {Fault} 65 with row and column
 */
export function readAnswerKey(file: Buffer, name: string, known: readonly string[], today: string): AnswerKey {
  const records = recordsOf(file, name)
  const header = (records[0] ?? []).map((title) => title.trim().toLowerCase())
  const missing = columns.find((column) => !header.includes(column))
  if (missing !== undefined) throw new Fault(Exit.data, `${name}, row 1: there is no column ${missing}`, wanted)
  const rows = records.slice(1).flatMap((record, index) => {
    if (record.every((value) => value.trim() === '')) return []
    const values = Object.fromEntries(columns.map((column) => [column, (record[header.indexOf(column)] ?? '').trim()]))
    return [readRow(values as Record<Column, string>, index + 2, name, known, today)]
  })
  if (rows.length === 0) throw new Fault(Exit.data, `${name} holds no rows but its header`, wanted)
  return { sha256: createHash('sha256').update(file).digest('hex'), rows }
}

function recordsOf(file: Buffer, name: string): string[][] {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch (error) {
    throw new Fault(Exit.data, `${name} is no UTF-8 text`, 'save it as CSV UTF-8', error)
  }
  const head = text.split('\n', 1)[0] ?? ''
  const delimiter = [';', '\t'].find((one) => head.includes(one)) ?? ','
  try {
    return parse(text, { delimiter, relax_column_count: true })
  } catch (error) {
    const place = error instanceof CsvError && typeof error['lines'] === 'number' ? `, line ${error['lines']}` : ''
    throw new Fault(Exit.data, `${name}${place}: a quotation mark stands wrong`, wanted, error)
  }
}

function readRow(
  values: Readonly<Record<Column, string>>,
  row: number,
  name: string,
  known: readonly string[],
  today: string,
): KeyRow {
  const wrong = (column: Column, what: string, wayOut: string): Fault =>
    new Fault(Exit.data, `${name}, row ${row}, column ${column}: ${what}`, wayOut)
  const { rule, expect, user_id, patient_id, day } = values
  if (rule !== '' && !known.includes(rule)) {
    const near = nearest(rule, known)
    throw wrong('rule', 'there is no such rule', near ? `did you mean ${near}?` : 'loggkoll rules list has them')
  }
  if (expect !== 'flag' && expect !== 'clear')
    throw wrong('expect', 'it is neither flag nor clear', 'write one of them')
  if (user_id === '' && patient_id === '')
    throw wrong('user_id', 'neither a user nor a patient', 'a row is about one of them, or both')
  if (day !== '' && !isDay(day)) throw wrong('day', 'it is no day', 'write it as 2026-03-31, or leave it empty')
  return {
    row,
    rule: rule || null,
    expect,
    user_id: user_id === '' ? null : directoryId(user_id),
    patient_id: patient_id === '' ? null : normalisePersonId(patient_id, day || today).id,
    day: day || null,
  }
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
