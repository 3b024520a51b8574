import type { Answer, Answers } from '../model/answers.ts'
import type { Packet } from '../model/packet.ts'

/** What is filled in for one case, as the fields hold it; what goes with another verdict is kept but not saved. */
export interface Draft {
  verdict: NonNullable<Answer['verdict']> | ''
  explanation: NonNullable<Answer['explanation']> | ''
  comment: string
  due: string
  employee_answer: string
  not_asked_reason: string
}

export type Missing = 'verdict' | 'explanation' | 'comment' | 'undecided' | 'due' | 'hearOrSay'

/** A case that nothing has been said of. */
export function blank(): Draft {
  return { verdict: '', explanation: '', comment: '', due: '', employee_answer: '', not_asked_reason: '' }
}

/** What a case lacks before it is judged. */
export function missingIn(draft: Draft): Missing | undefined {
  switch (draft.verdict) {
    case '':
      return 'verdict'
    case 'explained':
      if (draft.explanation === '') return 'explanation'
      return draft.explanation === 'other' && draft.comment.trim() === '' ? 'comment' : undefined
    case 'ask':
      return draft.due === '' ? 'due' : undefined
    case 'unjustified':
      return draft.employee_answer.trim() + draft.not_asked_reason.trim() === '' ? 'hearOrSay' : undefined
    case 'undecidable':
      return draft.comment.trim() === '' ? 'undecided' : undefined
    case 'mistake':
    case 'not_person':
      return undefined
  }
}

/** The answer to a case, with only what goes with its verdict. */
export function answerTo(case_id: string, draft: Draft): Answer {
  const { verdict } = draft
  const only = <Value extends string>(holds: boolean, value: Value | ''): Value | null =>
    holds && value.trim() !== '' ? (value as Value) : null
  return {
    case_id,
    verdict: verdict === '' ? null : verdict,
    explanation: only(verdict === 'explained', draft.explanation),
    comment: draft.comment,
    due: only(verdict === 'ask', draft.due),
    employee_answer: only(verdict === 'unjustified', draft.employee_answer),
    not_asked_reason: only(verdict === 'unjustified', draft.not_asked_reason),
  }
}

/** What became of a file that somebody chose. */
export type ReadAnswers =
  | { readonly outcome: 'broken' }
  | { readonly outcome: 'foreign'; readonly other: string }
  | {
      readonly outcome: 'read'
      readonly drafts: ReadonlyMap<string, Draft>
      /** Answers to cases that the packet does not hold. */
      readonly unknown: number
      readonly not_party: boolean
      readonly minutes: number
    }

/** Reads saved answers of this packet. A person may have edited the file: a field that is not sound is left empty. */
export function readAnswers(text: string, packet: Packet, words: AnswerWords): ReadAnswers {
  let saved: Loose<Answers>
  try {
    saved = JSON.parse(text) as Loose<Answers>
  } catch {
    return { outcome: 'broken' }
  }
  if (saved?.schema !== 'loggkoll/answers/1' || !Array.isArray(saved.answers)) return { outcome: 'broken' }
  if (saved.packet_id !== packet.packet_id) {
    return {
      outcome: 'foreign',
      other: String(saved.packet_id)
        .replace(/[\p{C}\s]/gu, ' ')
        .slice(0, 60),
    }
  }
  const known = new Set(packet.cases.map((one) => one.case_id))
  const drafts = new Map<string, Draft>()
  let unknown = 0
  for (const answer of saved.answers as Loose<Answer>[]) {
    if (typeof answer?.case_id === 'string' && known.has(answer.case_id)) {
      drafts.set(answer.case_id, draftOf(answer, words))
    } else unknown += 1
  }
  const minutes = typeof saved.minutes === 'number' && saved.minutes > 0 ? saved.minutes : 0
  return { outcome: 'read', drafts, unknown, not_party: saved.not_party === true, minutes }
}

/** The codes that are known, as keys of their words. */
export interface AnswerWords {
  readonly verdicts: Readonly<Record<string, unknown>>
  readonly explanations: Readonly<Record<string, unknown>>
}

type Loose<Form> = { readonly [Key in keyof Form]?: unknown } | null | undefined

function draftOf(answer: Loose<Answer>, words: AnswerWords): Draft {
  const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 4000) : '')
  const code = (value: unknown, codes: Readonly<Record<string, unknown>>): string =>
    Object.hasOwn(codes, text(value)) ? text(value) : ''
  return {
    verdict: code(answer?.verdict, words.verdicts) as Draft['verdict'],
    explanation: code(answer?.explanation, words.explanations) as Draft['explanation'],
    comment: text(answer?.comment),
    due: /^\d{4}-\d\d-\d\d$/.test(text(answer?.due)) ? text(answer?.due) : '',
    employee_answer: text(answer?.employee_answer),
    not_asked_reason: text(answer?.not_asked_reason),
  }
}

/** A week after a day, unless that has passed: then a week from today. Days are `yyyy-mm-dd`. */
export function weekAfter(day: string, today: string): string {
  const due = later(day)
  return due >= today ? due : later(today)
}

function later(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10)
}
