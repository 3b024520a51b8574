import type { Language } from '../../model/language.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

/** What is said of the result of an exercise. */
export type GradeWords = typeof sv

const words: Readonly<Record<Language, GradeWords>> = { sv, en }

/** The words of `train grade` in one language. */
export function gradeWords(language: Language): GradeWords {
  return words[language]
}
