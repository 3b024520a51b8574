import { createInterface } from 'node:readline'
import { makeMask } from '../audit/mask.ts'
import { reviewWords } from '../language/review/index.ts'
import type { Answer } from '../model/answers.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { PacketCase } from '../model/packet.ts'
import type { Entry } from '../model/review.ts'
import { caseText } from '../reports/packet/terminal.ts'
import type { ReviewedCase } from '../review/controls.ts'
import type { Reviewers } from '../review/reviewers.ts'
import { openStore } from '../workspace/workspace.ts'
import { decide, toldDecision } from './review-decide.ts'
import { chosenControl, openDesk, openJournal, whoReviews, writeJournal } from './review-desk.ts'
import { tellPacket } from './review-packet.ts'
import type { Session } from './session.ts'

export interface NextOptions {
  readonly control?: string
}

/** `review next`: one case at a time in the terminal, with what is known of it, guidance and keys. */
export async function reviewNext(session: Session, options: NextOptions): Promise<Exit> {
  const reviewer = whoReviews(session)
  const words = reviewWords(session.language)
  const control = chosenControl(openJournal(session).controls, options.control)
  const waiting = control.parts.flatMap(({ cases }) => cases).filter((one) => waitsFor(one, reviewer))
  if (waiting.length === 0) {
    session.leaveTrail(0)
    session.note(words.next.none)
    return Exit.done
  }
  const { cases, reviewers } = await tellCases(session, control.plan.body, waiting, reviewer)
  const lines = createInterface({ input: session.io.input })[Symbol.asyncIterator]()
  const ask = async (text: string): Promise<string | undefined> => {
    session.io.err(text)
    const { done, value } = await lines.next()
    return done ? undefined : value.trim()
  }
  const declared = await ask(words.next.notParty)
  if (declared?.toLowerCase() !== words.next.no) {
    if (declared === undefined) return Exit.done
    throw new Fault(Exit.notAllowed, words.objections.near, 'give the cases back: another reviewer gets them')
  }
  declareNoParty(session, waiting, reviewer)
  for (const [index, one] of cases.entries()) {
    session.write(`${index > 0 ? '\n' : ''}${caseText(one, cases.length, session.language)}`)
    const answer = await askAbout(session, one, ask)
    if (answer === 'quit') break
    if (answer === 'skip') continue
    session.note(toldDecision(session, decide(session, reviewer, reviewers, answer)))
    session.note(words.next.left(cases.length - index - 1))
  }
  return Exit.done
}

/** A case waits for whom it was handed to, and one that needs a second reviewer for anyone else who is handed it. */
function waitsFor(one: ReviewedCase, reviewer: string): boolean {
  if (!one.handed_to.includes(reviewer)) return false
  const isFirst = one.decisions.every(({ body }) => body.reviewer === reviewer)
  return one.status === 'second' ? !isFirst : one.status !== 'closed'
}

async function tellCases(
  session: Session,
  plan: Entry<'planned'>,
  waiting: readonly ReviewedCase[],
  reviewer: string,
): Promise<{ cases: readonly PacketCase[]; reviewers: Reviewers }> {
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const desk = await openDesk(session, store, plan, [reviewer])
    const mask = await makeMask(store, session, false)
    const trail_head = session.leaveTrail(waiting.length)
    const [first] = waiting as [ReviewedCase, ...ReviewedCase[]]
    const packet = await tellPacket(
      session,
      store,
      desk,
      {
        entry: 'handed_out',
        control_id: plan.control_id,
        packet_id: first.packet_id,
        care_unit_id: first.packet_unit,
        reviewer,
        role: 'reviewer',
        run_id: desk.run.document.run.run_id,
        rules: first.rules,
        minutes: 0,
        cases: [...waiting],
        outside: 0,
      },
      { mask, trail_head, elsewhere: 0 },
    )
    return { cases: packet.cases, reviewers: desk.reviewers }
  } finally {
    store.close()
  }
}

function declareNoParty(session: Session, waiting: readonly ReviewedCase[], reviewer: string): void {
  const packets = new Map(waiting.map(({ packet_id, control_id }) => [packet_id, control_id]))
  writeJournal(session, () =>
    [...packets].map(([packet_id, control_id]) => ({ entry: 'declared', control_id, packet_id, reviewer }) as const),
  )
}

/** Asks until there is a verdict with what it needs, or the reviewer skips the case or stops. */
async function askAbout(
  session: Session,
  { case_id }: PacketCase,
  ask: (text: string) => Promise<string | undefined>,
): Promise<Answer | 'skip' | 'quit'> {
  const { next } = reviewWords(session.language)
  for (;;) {
    const key = (await ask(next.keys))?.toLowerCase()
    if (key === undefined || key === next.quit) return 'quit'
    if (key === next.skip) return 'skip'
    const verdict = next.verdictKeys[key]
    if (verdict === undefined) {
      session.note(next.unknownKey)
      continue
    }
    const explanation =
      verdict === 'explained'
        ? (next.explanationKeys[((await ask(next.explainedBy)) ?? '').toLowerCase()] ?? null)
        : null
    if (verdict === 'explained' && explanation === null) {
      session.note(next.unknownKey)
      continue
    }
    const employee_answer = verdict === 'unjustified' ? ((await ask(next.employeeAnswer)) ?? '') : null
    const not_asked_reason = employee_answer === '' ? ((await ask(next.notAsked)) ?? '') : null
    const comment = (await ask(next.comment)) ?? ''
    if (needsComment(verdict, explanation) && comment === '') {
      session.note(reviewWords(session.language).objections.no_comment)
      continue
    }
    if (employee_answer === '' && not_asked_reason === '') {
      session.note(reviewWords(session.language).objections.employee_not_heard)
      continue
    }
    return { case_id, verdict, explanation, comment, due: null, employee_answer, not_asked_reason }
  }
}

function needsComment(verdict: Answer['verdict'], explanation: Answer['explanation']): boolean {
  return verdict === 'undecidable' || explanation === 'other'
}
