import { type Answer, longestAnswer } from '../../model/answers.ts'
import { readDay } from './dates.ts'
import type { AnswerCause, AnswerProblem } from './problem.ts'
import { plain, type Words } from './words.ts'

export type AnswerField = Exclude<keyof Answer, 'case_id'>

/** What was written in the fields of one case, and where. */
export type Written = Readonly<Partial<Record<AnswerField, { readonly text: string; readonly place: string }>>>

/** What a spreadsheet shows in a cell whose formula failed. */
const formulaError =
  /^#(?:NAME\?|VALUE!|REF!|DIV\/0!|N\/A|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|BLOCKED!|FIELD!|CONNECT!|UNKNOWN!)$/i

/** An answer of what was written; a field that cannot be read is empty, and told. */
export function answerOf(case_id: string, written: Written, words: Words, problems: AnswerProblem[]): Answer {
  const read = <T>(field: AnswerField, cause: AnswerCause, reading: (text: string) => T | undefined): T | null => {
    const cell = written[field]
    if (cell === undefined || cell.text.trim() === '') return null
    const failed = formulaError.test(cell.text.trim())
    const value = failed ? undefined : reading(cell.text)
    if (value === undefined) problems.push({ place: cell.place, cause: failed ? 'formula_error' : cause, facts: {} })
    return value ?? null
  }
  const text = (field: AnswerField): string | null =>
    read(field, 'wrong_type', (said) => {
      const trimmed = said.trim()
      if (trimmed.length <= longestAnswer) return trimmed
      const place = written[field]!.place
      problems.push({ place, cause: 'text_too_long', facts: { length: trimmed.length, most: longestAnswer } })
      // Half of a letter beyond the first 65 536 is none.
      return trimmed.slice(0, longestAnswer).replace(/[\ud800-\udbff]$/, '')
    })
  return {
    case_id,
    verdict: read('verdict', 'unknown_verdict', (said) => words.verdicts.get(plain(said))),
    explanation: read('explanation', 'unknown_explanation', (said) => words.explanations.get(plain(said))),
    comment: text('comment') ?? '',
    due: read('due', 'unreadable_date', (said) => readDay(said, words.months)),
    employee_answer: text('employee_answer'),
    not_asked_reason: text('not_asked_reason'),
  }
}

/** Does it say anything of its case? */
export function isFilled(answer: Answer): boolean {
  return Object.entries(answer).some(([name, value]) => name !== 'case_id' && value !== null && value !== '')
}
