import type { Language } from '../../model/language.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

/** All words of the reports that are not a rule's own. */
export type ReportWords = typeof sv

const words: Readonly<Record<Language, ReportWords>> = { sv, en }

/** The words of the reports in one language. */
export function reportWords(language: Language): ReportWords {
  return words[language]
}

/** The words for a code; a code that has none is shown as it is. */
export function wordsFor(table: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(table, code) ? (table[code] ?? code) : code
}

/** A grade of care relation as a sentence for people, without a full stop. */
export function gradeSentence(grade: string | null, language: Language): string {
  return grade === null ? words[language].noGrade : wordsFor(words[language].grades, grade)
}
