import type { Language } from '../../model/language.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

/** All words of `report coverage`. */
export type CoverageWords = typeof sv

/** The words of `report coverage` in one language. */
export function coverageWords(language: Language): CoverageWords {
  return language === 'sv' ? sv : en
}
