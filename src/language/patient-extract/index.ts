import type { Language } from '../../model/language.ts'
import type { AssessmentCause, ExtractRequester } from '../../model/patient-extract.ts'
import type { Activity, Purpose } from '../../model/vocabulary.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

/** What a patient reads of who has opened the record. `you`: the patient is who asked, and is spoken to. */
export interface PatientExtractWords {
  readonly count: (amount: number) => string
  readonly listed: (parts: readonly string[]) => string
  readonly title: string
  readonly subtitle: (whom: string, period: string) => string
  readonly protectedPatient: (pseudonym: string) => string
  readonly allDays: string
  /** The first page: how the disclosure was assessed. */
  readonly sheet: {
    readonly heading: string
    readonly concerns: string
    readonly otherIds: string
    readonly period: string
    readonly requestedBy: string
    readonly requesters: Readonly<Record<ExtractRequester, string>>
    readonly caseNumber: string
    readonly none: string
    readonly assessedBy: string
    readonly toFill: string
    readonly causes: string
    readonly noCauses: string
    readonly cause: Readonly<Record<AssessmentCause, string>>
    readonly assessed: string
    readonly names: string
    readonly namesOn: string
    readonly namesOff: string
    readonly withheld: string
    readonly namesOffCount: (readings: number) => string
    readonly protectedCount: (readings: number) => string
    readonly citizensHidden: string
    readonly freeText: string
    readonly law: string
    readonly laws: readonly string[]
    /** Beside them, where a relative asks. */
    readonly lawOfRelatives: string
    readonly archive: string
    readonly months: (months: number) => string
    readonly trailHead: string
    readonly signer: string
  }
  /** Why nothing is written, and what to do. */
  readonly assessFirst: (causes: string) => string
  readonly assessHow: string
  /** Nobody has said who asks for what is of a patient who has died. */
  readonly deadAsksNothing: string
  readonly sayWhoAsks: string
  readonly noNumber: string
  readonly heading: (you: boolean) => string
  readonly lead: (you: boolean, readings: number, units: number) => string
  /** Nothing was found: what the loaded logs cover, never that nobody has read. */
  readonly none: (cover: string) => string
  readonly howToRead: (named: boolean) => string
  readonly notWrong: () => string
  readonly coversHeading: string
  readonly covers: (system: string | null, days: string) => string
  readonly coversOnly: string
  readonly beyond: string
  readonly purged: (day: string) => string
  readonly ownedBy: (owner: string) => string
  readonly ownerUnknown: string
  readonly readBy: (provider: string) => string
  readonly readByOthers: string
  readonly readByUnknown: string
  readonly citizens: (you: boolean) => string
  readonly citizensAbout: string
  readonly isPatient: (you: boolean) => string
  readonly isOther: string
  readonly isUnknown: string
  readonly automatic: string
  readonly automaticAbout: string
  readonly automaticName: string
  readonly terms: string
  readonly termList: Readonly<
    Record<'sign' | 'acknowledge' | 'emergency_access' | 'block_override' | 'list_view', string>
  >
  readonly appendix: string
  readonly columns: Readonly<
    Record<'day' | 'time' | 'unit' | 'who' | 'profession' | 'what' | 'kind' | 'purpose' | 'times' | 'owner', string>
  >
  readonly table: string
  readonly sheetCitizens: string
  readonly sheetAutomatic: string
  readonly sheetAll: string
  readonly noUnit: string
  readonly noDay: string
  readonly noName: string
  readonly people: (people: number) => string
  readonly emergency: string
  readonly listView: string
  readonly failed: string
  readonly activities: Readonly<Record<Activity, string>>
  readonly purposes: Readonly<Record<Purpose, string>>
  /** By what systems and the national contracts call it, in small letters; what is not here is shown as logged. */
  readonly resourceTypes: Readonly<Record<string, string>>
  /** By title or abbreviation, in small letters and without *leg.*; what is not here is shown as logged. */
  readonly titles: Readonly<Record<string, string>>
}

const words: Readonly<Record<Language, PatientExtractWords>> = { sv, en }

/** The words of the extract for a patient in one language. */
export function patientExtractWords(language: Language): PatientExtractWords {
  return words[language]
}

/** A title in plain words, abbreviations written out. */
export function plainTitle(title: string, language: Language): string {
  const key = title
    .trim()
    .toLowerCase()
    .replace(/^(?:leg\.?|legitimerad)\s+/, '')
    .replace(/[.\s]+$/, '')
    .replace(/\s+/g, ' ')
  return known(words[language].titles, key) ?? small(title)
}

/** A kind of information in plain words. */
export function plainResource(type: string, language: Language): string {
  return known(words[language].resourceTypes, type.trim().toLowerCase()) ?? small(type)
}

function known(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

/** A word that only stands first in a field begins with a small letter; an abbreviation stays as it is. */
function small(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
