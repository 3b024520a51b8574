import type { Language } from '../../model/language.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

/** All words of the report of trends. */
export type TrendWords = typeof sv

/** The words of the report of trends in one language. */
export function trendWords(language: Language): TrendWords {
  return language === 'sv' ? sv : en
}
