import type { CaseFile } from '../model/audit-document.ts'
import { formatPersonId } from '../model/person-id.ts'
import type { Reading } from './reading.ts'

/** Who may be named, and in what words. */
type Naming = Pick<Reading, 'words'> & { readonly report: Pick<Reading['report'], 'names' | 'masked'> }

/** A unit's name, or its id where it has none. */
export function unitName({ report, words }: Reading, id: string | null): string {
  if (id === null) return words.cases.noUnit
  return report.names.units.get(id) ?? report.summary.by_unit.find((unit) => unit.care_unit_id === id)?.name ?? id
}

/** Is this the pseudonym of a person with protected identity? */
export function isMasked({ report }: Naming, id: string | null): boolean {
  return id !== null && report.masked.has(id)
}

/** A user by name, title and id; a protected one by pseudonym alone. */
export function userLabel(reading: Naming, id: string | null): string {
  const { cases } = reading.words
  if (id === null) return cases.noUser
  if (isMasked(reading, id)) return `${id} (${cases.protectedPerson})`
  const known = reading.report.names.users.get(id)
  if (!known?.name) return known?.title ? `${id}, ${known.title}` : id
  return `${known.name}${known.title ? `, ${known.title}` : ''} (${id})`
}

/** A patient by name and number; a protected one by pseudonym alone. */
export function patientLabel(reading: Naming, id: string | null): string {
  const { cases } = reading.words
  if (id === null) return cases.noPatient
  if (isMasked(reading, id)) return `${id} (${cases.protectedPerson})`
  const name = reading.report.names.patients.get(id)?.name
  const number = formatPersonId(id)
  return name ? `${name} (${number})` : number
}

/** Who opened, and whose record, as the subject of the case has it. */
export function caseNames(
  reading: Reading,
  file: Pick<CaseFile, 'subject' | 'user_id' | 'patient_id' | 'care_unit_id'>,
): { readonly who: string; readonly whose: string } {
  const { cases } = reading.words
  switch (file.subject) {
    case 'user_patient':
      return { who: userLabel(reading, file.user_id), whose: cases.record(patientLabel(reading, file.patient_id)) }
    case 'user_day':
    case 'user':
      return { who: userLabel(reading, file.user_id), whose: cases.severalPatients }
    case 'patient':
      return { who: cases.severalUsers, whose: cases.record(patientLabel(reading, file.patient_id)) }
    case 'unit':
      return { who: unitName(reading, file.care_unit_id), whose: cases.wholeUnit }
  }
}
