import { readPeople } from '../audit/grade-lookups.ts'
import { verdictWords } from '../language/packet/index.ts'
import { reviewWords } from '../language/review/index.ts'
import type { Answer } from '../model/answers.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { parseDay } from '../model/period.ts'
import type { Entry, Explanation, Verdict } from '../model/review.ts'
import { casesOf, readControls } from '../review/controls.ts'
import { judge, type Objection } from '../review/decide.ts'
import { type Reviewers, readReviewers } from '../review/reviewers.ts'
import { nextWorkingDay } from '../review/working-days.ts'
import { openStore } from '../workspace/workspace.ts'
import { onlyWords } from './only-words.ts'
import { whoReviews, writeJournal } from './review-desk.ts'
import type { Session } from './session.ts'

export interface DecideOptions {
  readonly verdict: Verdict
  readonly explanation?: Explanation
  readonly comment?: string
  readonly due?: string
  readonly answer?: string
  readonly notAsked?: string
}

/** `review decide CASE --verdict V`: one judgement, for scripts. */
export async function reviewDecide(session: Session, case_id: string, options: DecideOptions): Promise<Exit> {
  onlyWords(session)
  const reviewer = whoReviews(session)
  const store = await openStore(session.workspace, session.options.wait)
  let reviewers
  try {
    await readPeople(store, { from: '0001-01-01', to: '9999-12-31' })
    reviewers = await readReviewers(store, session.today, [reviewer])
  } finally {
    store.close()
  }
  session.leaveTrail(1)
  const judged = decide(session, reviewer, reviewers, {
    case_id,
    verdict: options.verdict,
    explanation: options.explanation ?? null,
    comment: options.comment ?? '',
    due: options.due === undefined ? null : parseDay(options.due, '--due'),
    employee_answer: options.answer ?? null,
    not_asked_reason: options.notAsked ?? null,
  })
  session.note(toldDecision(session, judged))
  return Exit.done
}

/**
 * Keeps one judgement.
 * @throws {Fault} 64 for an answer that lacks something, 77 when this reviewer may not judge the case
 */
export function decide(session: Session, reviewer: string, reviewers: Reviewers, answer: Answer): Entry<'decided'> {
  let judged: Entry<'decided'> | Objection = 'unknown_case'
  writeJournal(session, (known) => {
    const controls = readControls(known)
    const one = casesOf(controls).find(({ case_id }) => case_id === answer.case_id)
    const control = controls.find(({ control_id }) => control_id === one?.control_id)
    judged = judge(answer, one, control, {
      ids: session.workspace.keyring,
      reviewer,
      packet_id: null,
      reviewers,
      today: session.today,
      given: 'now',
    })
    return typeof judged === 'string' ? [] : [judged]
  })
  return orFault(judged, session, answer.case_id)
}

function orFault(judged: Entry<'decided'> | Objection, session: Session, case_id: string): Entry<'decided'> {
  if (typeof judged !== 'string') return judged
  const why = `${case_id}: ${reviewWords(session.language).objections[judged]}`
  switch (judged) {
    case 'party':
    case 'near':
    case 'own_unit_head':
    case 'central_only':
    case 'not_handed':
      throw new Fault(Exit.notAllowed, why, 'hand the case out to its deputy or a central reviewer: review export')
    case 'signed':
      throw new Fault(Exit.notAllowed, why, 'what is signed stands; plan a targeted control to look again')
    case 'unknown_case':
      throw new Fault(Exit.usage, `${case_id} has not been handed out`, 'loggkoll review export hands cases out')
    case 'known_already':
    case 'judged_later':
    case 'twice':
    case 'handed_anew':
    case 'no_verdict':
    case 'no_explanation':
    case 'no_comment':
    case 'employee_not_heard':
    case 'due_in_the_past':
      throw new Fault(Exit.usage, why, 'loggkoll review decide --help says what each verdict asks for')
  }
}

/** What was judged, and what follows from it. */
export function toldDecision(session: Session, { case_id, verdict, second }: Entry<'decided'>): string {
  const words = reviewWords(session.language)
  const said = words.decided(case_id, verdictWords(session.language).verdicts[verdict].name)
  if (verdict !== 'unjustified' || second) return said
  return `${said}\n${words.needsSecond(nextWorkingDay(session.io.now().toISOString(), session.workspace.config.zone))}`
}
