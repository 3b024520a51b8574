import type { Language } from '../../model/language.ts'
import type { Explanation, Verdict } from '../../model/review.ts'
import { en } from './en.ts'
import { sv, type VerdictWord } from './sv.ts'

/** All words of the reviewer's page. */
export type PacketWords = typeof sv

const words: Readonly<Record<Language, PacketWords>> = { sv, en }

/** The words of the reviewer's page in one language. */
export function packetWords(language: Language): PacketWords {
  return words[language]
}

/** The steps that a case may be judged to need, in the order in which they are offered, and what may explain one. */
export interface VerdictWords {
  readonly verdicts: Readonly<Record<Verdict, VerdictWord>>
  readonly explanations: Readonly<Record<Explanation, string>>
}

/** Verdicts and explanations as every form and report says them. */
export function verdictWords(language: Language): VerdictWords {
  const { verdicts, explanations } = words[language]
  return { verdicts, explanations }
}
