import type { Language } from '../../model/language.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

/** All words of the protocol of a control. */
export type ProtocolWords = typeof sv

/** The words of the protocol in one language. */
export function protocolWords(language: Language): ProtocolWords {
  return language === 'sv' ? sv : en
}
