import type { Explanation, Verdict } from './review.ts'

/** The columns of a packet's workbook that a reviewer fills in, and the one that says of which case. */
export const answerColumns = [
  'case_id',
  'verdict',
  'explanation',
  'due',
  'employee_answer',
  'not_asked_reason',
  'comment',
] as const
export type AnswerColumn = (typeof answerColumns)[number]

/** The words of one language by which a filled-in workbook is read. */
export interface AnswerVocabulary {
  readonly columns: Readonly<Record<AnswerColumn, string>>
  /** The columns that are only read. */
  readonly told: readonly string[]
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly explanations: Readonly<Record<Explanation, string>>
  /** The line of the declaration, and its two answers. */
  readonly party: { readonly line: string; readonly yes: string; readonly no: string }
  readonly ids: { readonly packet: string; readonly control: string }
  /** January to December. */
  readonly months: readonly string[]
}
