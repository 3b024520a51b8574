import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { EvaluationDocument } from '../../src/model/evaluation-document.ts'
import { folderWith, type Ran, run } from '../harness/program.ts'
import { persons, type Rows, world } from '../audit/world.ts'

const nurses = 10
const each = 12
const [all, relatives, selves] = [persons(150).slice(0, 120), persons(150).slice(120, 124), persons(150).slice(124)]

export const nurse = (number: number): string => `nurse-${number}`
export const relativeOf = (number: number): string => relatives[number]!
export const patientOf = (number: number, place: number): string => all[number * each + place]!

const day = (place: number): string => `2026-03-${String(2 + place).padStart(2, '0')}`

/**
 * Ten nurses of ten units, each with twelve patients of their own, all of them with a visit; the first four nurses also open
 * a relative's record on three days, and the last one opens the records of two strangers.
 */
export const tables: { access: Rows; care_contact: Rows; staff: Rows; patient: Rows; relation: Rows } = {
  access: [
    ...Array.from({ length: nurses * each }, (_, at) => opened(Math.floor(at / each), all[at]!, day(at % each))),
    ...relatives.flatMap((patient, number) => [0, 1, 2].map((place) => opened(number, patient, day(place)))),
    opened(9, patientOf(0, 0), day(5)),
    opened(9, patientOf(1, 0), day(6)),
  ],
  care_contact: all.map((patient_id, at) => ({
    contact_id: `K-${at}`,
    patient_id,
    care_unit_id: `unit-${Math.floor(at / each)}`,
    kind: 'visit',
    start_time: `${day(at % each)} 08:00`,
  })),
  staff: Array.from({ length: nurses }, (_, number) => ({ user_id: nurse(number), person_id: selves[number] })),
  patient: [...all, ...relatives].map((patient_id) => ({ patient_id, protection: 'none' })),
  relation: relatives.map((related_person_id, number) => ({
    person_id: selves[number],
    related_person_id,
    kind: 'child',
  })),
}

function opened(number: number, patient_id: string, on: string): Rows[number] {
  return {
    occurred_at: `${on}T10:00:00`,
    user_id: nurse(number),
    patient_id,
    care_unit_id: `unit-${number}`,
    activity: 'read',
  }
}

export function smallWorld(): Promise<string> {
  return world(tables, { covers: '2026-01-01..2026-12-31' })
}

/** The file of an answer key. */
export function keyFile(rows: readonly (readonly string[])[], header = 'rule,expect,user_id,patient_id,day'): string {
  return join(folderWith({ 'key.csv': `${header}\n${stringify(rows.map((row) => [...row]))}` }), 'key.csv')
}

export function evaluate(folder: string, words: readonly string[], globals: readonly string[] = []): Promise<Ran> {
  return run(['-w', folder, '--lang', 'en', ...globals, 'rules', 'evaluate', '--month', '2026-03', ...words])
}

export async function evaluated(folder: string, words: readonly string[]): Promise<EvaluationDocument> {
  const { out, err, code } = await evaluate(folder, words, ['--format', 'json'])
  if (code !== 0) throw new Error(err)
  return EvaluationDocument.parse(JSON.parse(out))
}
