import type { Language } from '../../model/language.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

/** The instructions of an exercise. */
export function practiceWords(language: Language): typeof sv {
  return language === 'sv' ? sv : en
}
