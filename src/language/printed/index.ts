import type { Language } from '../../model/language.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

/** The words that stand on every printed document. */
export type PrintedWords = typeof sv

const words: Readonly<Record<Language, PrintedWords>> = { sv, en }

/** The words of printed documents in one language. */
export function printedWords(language: Language): PrintedWords {
  return words[language]
}
