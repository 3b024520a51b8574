/** Why something that stands in a file of answers is not taken. */
export type AnswerCause =
  | 'unknown_verdict'
  | 'unknown_explanation'
  | 'unreadable_date'
  | 'text_too_long'
  | 'formula_error'
  | 'row_without_case'
  | 'case_twice'
  | 'unknown_column'
  | 'unreadable_party'
  | 'party_twice'
  | 'unknown_field'
  | 'wrong_type'
  | 'no_case'

/** Something in a file of answers that is not taken: where it stands and why, never what it says. */
export interface AnswerProblem {
  /** A cell (`Granskningsfall!K7`), a column (`Granskningsfall!K`), or a place in JSON (`answers[3].verdict`). */
  readonly place: string
  readonly cause: AnswerCause
  /** Numbers, and ids of cases. */
  readonly facts: Readonly<Record<string, string | number>>
}
