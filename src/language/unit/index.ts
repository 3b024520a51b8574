import type { Language } from '../../model/language.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

/** All words of the report of a unit. */
export type UnitWords = typeof sv

/** The words of the report of a unit in one language. */
export function unitWords(language: Language): UnitWords {
  return language === 'sv' ? sv : en
}
