import { type AnswerColumn, answerColumns, type AnswerVocabulary } from '../../model/answer-vocabulary.ts'
import { type Explanation, explanations, type Verdict, verdicts } from '../../model/review.ts'

/** What the words of a file mean: those of the languages, the codes themselves, and what the file says of its own. */
export class Words {
  readonly columns = new Map<string, AnswerColumn>()
  /** Titles of columns that are only read. */
  readonly told = new Set<string>()
  readonly verdicts = new Map<string, Verdict>()
  readonly explanations = new Map<string, Explanation>()
  readonly party = new Map<string, boolean>([
    ['yes', true],
    ['no', false],
    ['true', true],
    ['false', false],
    ['x', true],
  ])
  readonly partyLines = new Set<string>()
  readonly packetNames = new Set<string>(['packet_id'])
  readonly controlNames = new Set<string>(['control_id'])
  readonly months = new Map<string, number>()

  constructor(vocabularies: readonly AnswerVocabulary[]) {
    for (const name of answerColumns) this.columns.set(name, name)
    for (const code of verdicts) this.verdicts.set(plain(code), code)
    for (const code of explanations) this.explanations.set(plain(code), code)
    for (const words of vocabularies) this.#add(words)
  }

  /** A row of the sheet of choices: what is chosen, its word, its code. */
  learn(kind: string, word: string, code: string): void {
    const verdict = verdicts.find((one) => one === code)
    const explanation = explanations.find((one) => one === code)
    if (kind === 'verdict' && verdict) this.verdicts.set(plain(word), verdict)
    else if (kind === 'explanation' && explanation) this.explanations.set(plain(word), explanation)
    else if (kind === 'party_line') this.partyLines.add(plain(word))
    else if (kind === 'party_answer' && (code === 'yes' || code === 'no')) this.party.set(plain(word), code === 'yes')
  }

  #add({ columns, told, verdicts: said, explanations: reasons, party, ids, months }: AnswerVocabulary): void {
    for (const name of answerColumns) this.columns.set(plain(columns[name]), name)
    for (const title of told) this.told.add(plain(title))
    for (const code of verdicts) this.verdicts.set(plain(said[code]), code)
    for (const code of explanations) this.explanations.set(plain(reasons[code]), code)
    this.partyLines.add(plain(party.line))
    this.party.set(plain(party.yes), true).set(plain(party.no), false)
    this.packetNames.add(plain(ids.packet))
    this.controlNames.add(plain(ids.control))
    for (const [place, month] of months.entries()) this.months.set(plain(month), place + 1)
  }
}

/** A word as it is compared: in small letters, composed, with one blank between its parts and no marks at its ends. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b\u00ad]+/g, ' ')
    .replace(/^[ .,:;!"'”’*]+|[ .,:;!?"'”’*]+$/g, '')
}
