import type { IdMaker } from '../audit/findings.ts'
import type { Answer } from '../model/answers.ts'
import { addDays } from '../model/period.ts'
import type { Entry } from '../model/review.ts'
import type { Control, ReviewedCase } from './controls.ts'
import { judgedOf } from './hand-out.ts'
import { isOld, saidAgain } from './old-answers.ts'
import { refusalOf, type Refusal, type Reviewers } from './reviewers.ts'

/** Why an answer is not taken as it stands. */
export type Objection =
  | 'no_verdict'
  | 'unknown_case'
  | 'known_already'
  | 'judged_later'
  | 'signed'
  | 'no_explanation'
  | 'no_comment'
  | 'employee_not_heard'
  | 'due_in_the_past'
  | 'twice'
  | 'not_handed'
  | 'handed_anew'
  | Refusal

/** Days until an employee's answer is due where the reviewer names none. */
const askDays = 7

export interface Judging {
  readonly ids: IdMaker
  readonly reviewer: string
  readonly packet_id: string | null
  readonly reviewers: Reviewers
  /** The local day. */
  readonly today: string
  /** Answers are typed in now, or given when their file says; null where it does not say. */
  readonly given: 'now' | { readonly at: string | null }
}

/**
 * Takes one answer as a judgement of a case, or says why it cannot be one.
 * @param one the case as the journal has it; undefined when it was never handed out
 */
export function judge(
  answer: Answer,
  one: ReviewedCase | undefined,
  control: Control | undefined,
  by: Judging,
): Entry<'decided'> | Objection {
  if (answer.verdict === null) return 'no_verdict'
  if (!one || !control) return 'unknown_case'
  const refusal = refusalOf(by.reviewers, by.reviewer, judgedOf(one))
  if (refusal) return refusal
  const isSecond = by.reviewers.all.some(
    ({ user_id, role }) => user_id === by.reviewer && (role === 'second' || role === 'central'),
  )
  if (!one.handed_to.includes(by.reviewer) && !(one.status === 'second' && isSecond)) return 'not_handed'
  const part = control.parts.find(({ care_unit_id }) => care_unit_id === one.packet_unit)
  const first = one.decisions.findLast(({ body }) => !body.second)
  // Who judges what another has found unjustified is a second reviewer, also when thinking better of it.
  const isAnothers = first?.body.verdict === 'unjustified' && first.body.reviewer !== by.reviewer
  const second = isAnothers && (one.status === 'second' || one.reviewer !== by.reviewer)
  const due = answer.verdict === 'ask' ? (answer.due ?? addDays(by.today, askDays)) : null
  const decided: Entry<'decided'> = {
    entry: 'decided',
    control_id: one.control_id,
    case_id: one.case_id,
    answer_id: '',
    packet_id: by.packet_id,
    reviewer: by.reviewer,
    second,
    verdict: answer.verdict,
    explanation: answer.verdict === 'explained' ? answer.explanation : null,
    comment: answer.comment.trim(),
    due,
    employee_answer: blankless(answer.employee_answer),
    not_asked_reason: blankless(answer.not_asked_reason),
  }
  const before = one.decisions.filter(({ body }) => body.reviewer === by.reviewer)
  const isSame = (other: Entry<'decided'>): boolean => saysTheSame(decided, other, answer.due !== null)
  if (before.length > 0 && isSame(before.at(-1)!.body)) return 'known_already'
  if (by.given !== 'now' && isOld(by.given.at, before, saidAgain(one, by.reviewer), isSame)) return 'judged_later'
  if (part?.stage === 'signed') return 'signed'
  const lacking = lacks(decided)
  if (lacking) return lacking
  if (answer.due !== null && due !== null && due < by.today) return 'due_in_the_past'
  const answer_id = by.ids.id('A', [
    one.case_id,
    by.packet_id,
    by.reviewer,
    JSON.stringify(contentOf(decided)),
    String(one.decisions.length),
  ])
  const given_at = by.given === 'now' ? null : by.given.at
  return { ...decided, answer_id, ...(given_at === null ? {} : { given_at }) }
}

/** What a verdict cannot do without. */
function lacks(decided: Entry<'decided'>): Objection | undefined {
  switch (decided.verdict) {
    case 'explained':
      if (decided.explanation === null) return 'no_explanation'
      return decided.explanation === 'other' && decided.comment === '' ? 'no_comment' : undefined
    case 'unjustified':
      return decided.employee_answer === null && decided.not_asked_reason === null ? 'employee_not_heard' : undefined
    case 'undecidable':
      return decided.comment === '' ? 'no_comment' : undefined
    case 'ask':
    case 'mistake':
    case 'not_person':
      return undefined
  }
}

/** @param saysWhen the answer names the day that it is due: the one set where none is named moves on with the calendar */
function saysTheSame(decided: Entry<'decided'>, other: Entry<'decided'>, saysWhen: boolean): boolean {
  const due = saysWhen ? other.due : decided.due
  return JSON.stringify(contentOf({ ...other, due })) === JSON.stringify(contentOf(decided))
}

function contentOf(decided: Entry<'decided'>): readonly (string | null)[] {
  const { verdict, explanation, comment, due, employee_answer, not_asked_reason } = decided
  return [verdict, explanation, comment, verdict === 'ask' ? due : null, employee_answer, not_asked_reason]
}

function blankless(text: string | null): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}
