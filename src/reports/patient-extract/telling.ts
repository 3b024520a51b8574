import {
  type PatientExtractWords,
  patientExtractWords,
  plainResource,
  plainTitle,
} from '../../language/patient-extract/index.ts'
import { type ReportWords, reportWords } from '../../language/report/index.ts'
import type { Language } from '../../model/language.ts'
import type { ExtractLine, ExtractReading, PatientExtract } from '../../model/patient-extract.ts'
import { addDays } from '../../model/period.ts'
import { formatPersonId, normalisePersonId } from '../../model/person-id.ts'
import { clockSpan, clockText, dayText, spanText } from '../moments.ts'

/** An extract with the words that it is told in. */
export interface ExtractTelling {
  readonly extract: PatientExtract
  readonly language: Language
  readonly own: PatientExtractWords
  readonly words: ReportWords
  /** The patient asked, and is spoken to. */
  readonly you: boolean
}

/** Opens an extract for telling it in one language. */
export function tellExtract(extract: PatientExtract, language: Language): ExtractTelling {
  const you = extract.disclosure.requested_by === 'self'
  return { extract, language, own: patientExtractWords(language), words: reportWords(language), you }
}

/** What a line and a reading say in the same way. */
type Told = Pick<ExtractLine, 'reader' | 'is_patient' | 'name' | 'user_id' | 'care_unit_id' | 'care_provider_id'>

/** The patient by name and number; a protected one by pseudonym alone. */
export function patientText({ extract, own }: ExtractTelling): string {
  const { patient_id, name, masked } = extract.patient
  if (masked) return own.protectedPatient(patient_id)
  const number = formatPersonId(patient_id)
  return name === null ? number : `${name} (${number})`
}

/** Nothing is known of the id that was asked for, which looks like nobody's number: it is perhaps written wrong. */
export function isNoNumber({ patient, readings, prepared }: PatientExtract): boolean {
  const { patient_id, name, masked } = patient
  if (masked || name !== null || readings.length > 0) return false
  return normalisePersonId(patient_id, prepared.slice(0, 10)).type === 'unknown'
}

/** The days of the extract, both ends included. */
export function extractPeriod(telling: ExtractTelling): string {
  const { from, to } = telling.extract
  return spanText(telling, from, addDays(to, -1))
}

/** What each loaded log covers. */
export function coverTexts(telling: ExtractTelling): string[] {
  const { extract, own } = telling
  return extract.covers.map(({ source_system, first_day, last_day }) =>
    own.covers(source_system, spanText(telling, first_day, last_day)),
  )
}

/** That readings are missing since the log was purged; null where they are not. */
export function purgedText({ extract, own, words }: ExtractTelling): string | null {
  const { purged_before } = extract
  return purged_before === null ? null : own.purged(dayText({ words }, purged_before))
}

/** A unit's name, or its id where it has none. */
export function unitText({ extract, own }: ExtractTelling, id: string | null): string {
  if (id === null) return own.noUnit
  return extract.units.find(({ care_unit_id }) => care_unit_id === id)?.name ?? id
}

/** A care provider's name, or its id where it has none. */
export function providerText({ extract }: ExtractTelling, id: string): string {
  return extract.providers.find(({ care_provider_id }) => care_provider_id === id)?.name ?? id
}

/** Who read, as far as it may be said. */
export function whoText({ own, you }: ExtractTelling, one: Told): string {
  switch (one.reader) {
    case 'staff':
      return one.name ?? one.user_id ?? own.noName
    case 'citizen':
      if (one.is_patient === null) return own.isUnknown
      return one.is_patient ? own.isPatient(you) : own.isOther
    case 'automatic':
      return one.name === null ? own.automaticName : `${own.automaticName}: ${one.name}`
  }
}

/** The day and time of a reading. */
export function readingTime(
  telling: ExtractTelling,
  { time, day_only }: ExtractReading,
): { day: string; clock: string } {
  if (time === null) return { day: telling.own.noDay, clock: '' }
  return { day: unbroken(dayText(telling, time.slice(0, 10))), clock: day_only ? '' : clockText(time) }
}

/** The day of a line, and its first and last time. */
export function lineTime(telling: ExtractTelling, line: ExtractLine): { day: string; clock: string } {
  const { day, first_time, last_time, day_only } = line
  if (day === null || first_time === null || last_time === null) return { day: telling.own.noDay, clock: '' }
  return { day: unbroken(dayText(telling, day)), clock: day_only ? '' : clockSpan(first_time, last_time) }
}

/** What was done, with what must be known of it. */
export function whatText(
  { own }: ExtractTelling,
  line: Pick<ExtractLine, 'activities' | 'emergency' | 'list_view' | 'failed'>,
): string {
  const said = line.activities.map((word) => own.activities[word])
  const saysEmergency = line.activities.some((word) => word === 'emergency_access' || word === 'block_override')
  const notes = [
    ...(line.emergency && !saysEmergency ? [own.emergency] : []),
    ...(line.list_view ? [own.listView] : []),
    ...(line.failed ? [own.failed] : []),
  ]
  return notes.length === 0 ? own.listed(said) : `${own.listed(said)} (${notes.join(', ')})`
}

/** Kinds of information in plain words, each once. */
export function kindsText({ language }: ExtractTelling, types: readonly string[]): string {
  return [...new Set(types.map((type) => plainResource(type, language)))].join(', ')
}

/** Titles in plain words, each once. */
export function titlesText({ own, language }: ExtractTelling, titles: readonly string[]): string {
  return own.listed([...new Set(titles.map((title) => plainTitle(title, language)))])
}

/** Purposes in words. */
export function purposesText({ own }: ExtractTelling, purposes: ExtractLine['purposes']): string {
  return own.listed(purposes.map((word) => own.purposes[word]))
}

/** In a narrow column a date stays on one line. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}
