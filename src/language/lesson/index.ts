import type { Language } from '../../model/language.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

/** What the lessons say. */
export type LessonWords = typeof sv

const words: Readonly<Record<Language, LessonWords>> = { sv, en }

/** The words of the lessons in one language. */
export function lessonWords(language: Language): LessonWords {
  return words[language]
}
