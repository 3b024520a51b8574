import type { Language } from '../../model/language.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

/** All words of `sample`. */
export type SampleWords = typeof sv

/** The words of `sample` in one language. */
export function sampleWords(language: Language): SampleWords {
  return language === 'sv' ? sv : en
}
