import type { Language } from '../../model/language.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

/** The words of `doctor` in one language. */
export function doctorWords(language: Language): typeof sv {
  return language === 'sv' ? sv : en
}
