import type { Language } from '../../model/language.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

/** All words of the self-study's page beside those of a reviewer's. */
export type StudyWords = typeof sv

const words: Readonly<Record<Language, StudyWords>> = { sv, en }

/** The words of the self-study in one language. */
export function studyWords(language: Language): StudyWords {
  return words[language]
}
