import { createInterface } from 'node:readline'
import { makeMask } from '../audit/mask.ts'
import { reviewWords } from '../language/review/index.ts'
import type { Answer } from '../model/answers.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { PacketCase } from '../model/packet.ts'
import type { Entry } from '../model/review.ts'
import { caseText } from '../reports/packet/terminal.ts'
import { aboutHanded } from '../review/asked-about.ts'
import type { ReviewedCase } from '../review/controls.ts'
import type { Reviewers } from '../review/reviewers.ts'
import { openStore } from '../workspace/workspace.ts'
import { onlyWords } from './only-words.ts'
import { decide, toldDecision } from './review-decide.ts'
import { chosenControl, openDesk, openJournal, whoReviews, writeJournal } from './review-desk.ts'
import { laterLines, readLater } from './review-later.ts'
import { tellPacket } from './review-packet.ts'
import type { Session } from './session.ts'

export interface NextOptions {
  readonly control?: string
}

/** `review next`: one case at a time in the terminal, with what is known of it, guidance and keys. */
export async function reviewNext(session: Session, options: NextOptions): Promise<Exit> {
  onlyWords(session)
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
  const ask: Ask = async (text) => {
    session.io.err(text)
    const { done, value } = await lines.next()
    return done ? undefined : value.trim()
  }
  const isParty = await askUntilKnown(
    ask,
    words.next.notParty,
    { [words.next.no]: false, [words.next.yes]: true },
    () => session.note(words.next.unknownKey),
  )
  if (isParty === undefined) return Exit.done
  if (isParty)
    throw new Fault(Exit.notAllowed, words.objections.near, 'give the cases back: another reviewer gets them')
  declareNoParty(session, waiting, reviewer)
  const later = readLater(session)
  for (const [index, one] of cases.entries()) {
    session.write(`${index > 0 ? '\n' : ''}${caseText(one, cases.length, session.language)}`)
    const since = later.filter(({ case_id }) => case_id === one.case_id)
    for (const line of laterLines(session, since)) session.note(line)
    const answer = await askAbout(session, one, ask)
    if (answer === 'quit') break
    if (answer === 'skip') continue
    keep(session, reviewer, reviewers, answer)
    session.note(words.next.left(cases.length - index - 1))
  }
  return Exit.done
}

/**
 * A case waits for whom it was handed to: one that needs a second reviewer for anyone but the first, one on which the two
 * disagree for the first.
 */
function waitsFor(one: ReviewedCase, reviewer: string): boolean {
  if (!one.handed_to.includes(reviewer) || one.status === 'closed') return false
  const first = one.decisions.findLast(({ body }) => !body.second)?.body.reviewer ?? one.reviewer
  if (one.status === 'second') return first !== reviewer
  return one.status === 'disagreed' ? first === reviewer : one.reviewer === reviewer || first === reviewer
}

/** What says nothing new, or lacks something, is told and is no reason to stop. */
function keep(session: Session, reviewer: string, reviewers: Reviewers, answer: Answer): void {
  try {
    session.note(toldDecision(session, decide(session, reviewer, reviewers, answer)))
  } catch (error) {
    if (!(error instanceof Fault) || error.exit !== Exit.usage) throw error
    session.complain(error)
  }
}

type Ask = (text: string) => Promise<string | undefined>

/** What one of the keys means, asked for until it is one of them; undefined at the end of the input. */
async function askUntilKnown<T>(
  ask: Ask,
  text: string,
  keys: Readonly<Record<string, T>>,
  complain: () => void,
): Promise<T | undefined> {
  for (;;) {
    const key = (await ask(text))?.toLowerCase()
    if (key === undefined || Object.hasOwn(keys, key)) return key === undefined ? undefined : keys[key]
    complain()
  }
}

async function tellCases(
  session: Session,
  plan: Entry<'planned'>,
  waiting: readonly ReviewedCase[],
  reviewer: string,
): Promise<{ cases: readonly PacketCase[]; reviewers: Reviewers }> {
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const desk = await openDesk(session, store, plan, [reviewer], () => aboutHanded(waiting))
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

/** Asks until there is a verdict with what it needs, or the reviewer skips the case or stops: what is half said is not kept. */
async function askAbout(session: Session, { case_id }: PacketCase, ask: Ask): Promise<Answer | 'skip' | 'quit'> {
  const { next, objections } = reviewWords(session.language)
  const complain = (): void => session.note(next.unknownKey)
  const keys = { ...next.verdictKeys, [next.skip]: 'skip', [next.quit]: 'quit' } as const
  for (;;) {
    const verdict = (await askUntilKnown(ask, next.keys, keys, complain)) ?? 'quit'
    if (verdict === 'skip' || verdict === 'quit') return verdict
    const explanation =
      verdict === 'explained' ? await askUntilKnown(ask, next.explainedBy, next.explanationKeys, complain) : null
    if (explanation === undefined) return 'quit'
    const employee_answer = verdict === 'unjustified' ? await ask(next.employeeAnswer) : null
    if (employee_answer === undefined) return 'quit'
    const not_asked_reason = employee_answer === '' ? await ask(next.notAsked) : null
    if (not_asked_reason === undefined) return 'quit'
    if (employee_answer === '' && not_asked_reason === '') {
      session.note(objections.employee_not_heard)
      continue
    }
    const comment = await ask(next.comment)
    if (comment === undefined) return 'quit'
    if (needsComment(verdict, explanation) && comment === '') {
      session.note(objections.no_comment)
      continue
    }
    return { case_id, verdict, explanation, comment, due: null, employee_answer, not_asked_reason }
  }
}

function needsComment(verdict: Answer['verdict'], explanation: Answer['explanation']): boolean {
  return verdict === 'undecidable' || explanation === 'other'
}
