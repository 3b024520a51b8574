import type { Language } from '../../model/language.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

/** What the commands of the review say. */
export function reviewWords(language: Language): typeof sv {
  return language === 'sv' ? sv : en
}
