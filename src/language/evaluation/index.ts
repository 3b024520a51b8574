import type { Language } from '../../model/language.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

/** All words of `rules evaluate`. */
export type EvaluationWords = typeof sv

/** The words of `rules evaluate` in one language. */
export function evaluationWords(language: Language): EvaluationWords {
  return language === 'sv' ? sv : en
}
