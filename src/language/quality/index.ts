import type { Language } from '../../model/language.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

/** All words of `quality`. */
export type QualityWords = typeof sv

/** The words of `quality` in one language. */
export function qualityWords(language: Language): QualityWords {
  return language === 'sv' ? sv : en
}
