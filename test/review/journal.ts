import type { IdMaker } from '../../src/audit/findings.ts'
import type { Answer } from '../../src/model/answers.ts'
import type { Entry, HandedCase, Noted, ReviewEntry } from '../../src/model/review.ts'
import { casesOf, readControls, type ReviewedCase } from '../../src/review/controls.ts'
import { judge, type Judging, type Objection } from '../../src/review/decide.ts'
import type { Reviewers } from '../../src/review/reviewers.ts'
import { Keyring } from '../../src/workspace/key.ts'

export const ids: IdMaker = Keyring.make('test')
export const today = '2026-06-01'

const plan: Entry<'planned'> = {
  entry: 'planned',
  control_id: 'K-1',
  kind: 'recurring',
  from: '2026-03-01',
  to: '2026-04-01',
  cause: null,
  reason: null,
  target: { user_id: null, patient_id: null, care_unit_id: null },
  case_number: null,
}

/** A case of one nurse and one patient at `unit-1`, with one finding on one lookup. */
export function handedCase(given: Partial<HandedCase> = {}): HandedCase {
  const user_id = given.user_id === undefined ? 'NURSE' : given.user_id
  const patient_id = given.patient_id === undefined ? 'patient' : given.patient_id
  return {
    case_id: 'C-1',
    source: 'rules',
    subject: 'user_patient',
    user_id,
    patient_id,
    care_unit_id: 'unit-1',
    lookups: [{ lookup_id: 'L-1', user_id: user_id ?? 'NURSE', patient_id, grade: 'E' }],
    findings: [{ finding_id: 'F-1', rule: 'no-care-relation', severity: 'medium' }],
    ...given,
  }
}

export function handedOut(cases: readonly HandedCase[], given: Partial<Entry<'handed_out'>> = {}): Entry<'handed_out'> {
  return {
    entry: 'handed_out',
    control_id: 'K-1',
    packet_id: 'P-1',
    care_unit_id: 'unit-1',
    reviewer: 'HEAD',
    role: 'reviewer',
    run_id: 'run',
    rules: { 'no-care-relation': 1, 'watched-person': 1, crowd: 1 },
    minutes: 3,
    cases: [...cases],
    outside: 0,
    ...given,
  }
}

export const signed = (given: Partial<Entry<'signed'>> = {}): Entry<'signed'> => ({
  entry: 'signed',
  control_id: 'K-1',
  care_unit_id: 'unit-1',
  reviewer: 'HEAD',
  outcome: 'no_remark',
  cases: 1,
  note: '',
  ...given,
})

/** A journal as if each entry had been a line of its own, an hour after the one before it. */
export class Journal {
  readonly noted: Noted[] = []
  readonly reviewers: Reviewers

  constructor(reviewers: Reviewers, ...entries: ReviewEntry[]) {
    this.reviewers = reviewers
    for (const body of [plan, ...entries]) this.add(body)
  }

  add(body: ReviewEntry): this {
    const sequence = this.noted.length + 1
    const time = new Date(Date.parse('2026-05-18T06:00:00Z') + sequence * 3_600_000).toISOString()
    this.noted.push({ sequence, time, os_user: 'tester', as: null, body })
    return this
  }

  one(case_id = 'C-1'): ReviewedCase {
    return casesOf(readControls(this.noted)).find((known) => known.case_id === case_id)!
  }

  judge(reviewer: string, given: Partial<Answer>, by: Partial<Judging> = {}): Entry<'decided'> | Objection {
    const controls = readControls(this.noted)
    const answer: Answer = { ...answerOf('mistake'), ...given }
    const one = casesOf(controls).find(({ case_id }) => case_id === answer.case_id)
    const control = controls.find(({ control_id }) => control_id === one?.control_id)
    return judge(answer, one, control, {
      ids,
      reviewer,
      packet_id: null,
      reviewers: this.reviewers,
      today,
      given: 'now',
      ...by,
    })
  }

  /** Judges and keeps it; what is refused is an error of the test. */
  decide(reviewer: string, given: Partial<Answer>): Entry<'decided'> {
    const judged = this.judge(reviewer, given)
    if (typeof judged === 'string') throw new Error(judged)
    this.add(judged)
    return judged
  }
}

/** An answer with all that its verdict needs. */
export function answerOf(verdict: Answer['verdict']): Answer {
  return {
    case_id: 'C-1',
    verdict,
    explanation: verdict === 'explained' ? 'care' : null,
    comment: verdict === 'undecidable' ? 'two stories' : '',
    due: null,
    employee_answer: verdict === 'unjustified' ? 'curious' : null,
    not_asked_reason: null,
  }
}
