import type { AnswerVocabulary } from '../../model/answer-vocabulary.ts'
import type { Language } from '../../model/language.ts'
import { explanations, verdicts } from '../../model/review.ts'
import { packetWords, verdictWords } from '../packet/index.ts'
import { reportWords } from '../report/index.ts'
import { en } from './en.ts'
import { sv } from './sv.ts'

/** What the workbook of a packet says beside the words of the reviewer's page. */
export type WorkbookWords = typeof sv

const words: Readonly<Record<Language, WorkbookWords>> = { sv, en }

/** The words of a packet's workbook in one language. */
export function workbookWords(language: Language): WorkbookWords {
  return words[language]
}

/** The words of one language by which a filled-in workbook is read back. */
export function answerVocabulary(language: Language): AnswerVocabulary {
  const { columns, answers, yes, no, idNames } = words[language]
  const said = verdictWords(language)
  return {
    columns: { case_id: columns.case_id, ...answers },
    told: Object.values(columns),
    verdicts: Object.fromEntries(
      verdicts.map((code) => [code, said.verdicts[code].name]),
    ) as AnswerVocabulary['verdicts'],
    explanations: Object.fromEntries(
      explanations.map((code) => [code, said.explanations[code]]),
    ) as AnswerVocabulary['explanations'],
    party: { line: packetWords(language).party.line, yes, no },
    ids: idNames,
    months: reportWords(language).months,
  }
}
