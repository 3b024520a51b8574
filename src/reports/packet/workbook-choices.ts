import { workbookWords } from '../../language/workbook/index.ts'
import type { Packet } from '../../model/packet.ts'
import { explanations, verdicts } from '../../model/review.ts'

/** Where the words of a list stand, as a cell refers to them. */
export function listOf({ language }: Packet, kind: 'verdict' | 'explanation' | 'party_answer'): string {
  const after = { verdict: 0, explanation: verdicts.length, party_answer: verdicts.length + explanations.length }[kind]
  const count = { verdict: verdicts.length, explanation: explanations.length, party_answer: 2 }[kind]
  return `'${workbookWords(language).sheets.choices}'!$B$${after + 1}:$B$${after + count}`
}
