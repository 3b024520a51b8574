import type { Answers } from '../model/answers.ts'
import type { Entry, ReviewEntry } from '../model/review.ts'
import { addsNothing, type Control, type ReviewedCase } from './controls.ts'
import { judge, type Judging, type Objection } from './decide.ts'
import { latestGiven, saidAgain } from './old-answers.ts'

/** What came of the answers of one file. */
export interface Taken {
  readonly entries: readonly ReviewEntry[]
  /** Judged cases, by id. */
  readonly decided: readonly Entry<'decided'>[]
  /** Answers that were not taken, and why. */
  readonly refused: readonly { readonly case_id: string; readonly objection: Objection }[]
  /** Cases of the packet that the file says nothing of. */
  readonly absent: readonly string[]
}

/**
 * Takes the answers of a packet: whole or in part, again or changed by hand. Each answer is taken or refused for itself;
 * the same answer is kept once, and one that the same reviewer has left behind is not taken again: files come in any order.
 * @param packet as it was handed out
 */
export function takeAnswers(
  answers: Answers,
  packet: Entry<'handed_out'>,
  control: Control,
  cases: readonly ReviewedCase[],
  by: Judging,
): Taken {
  const ofPacket = new Map(packet.cases.map((one) => [one.case_id, one]))
  const known = new Map(cases.map((one) => [one.case_id, one]))
  const decided: Entry<'decided'>[] = []
  const refused: { case_id: string; objection: Objection }[] = []
  const repeats: Entry<'repeated'>[] = []
  const seen = new Set<string>()
  for (const answer of answers.answers) {
    const isRepeated = seen.has(answer.case_id)
    seen.add(answer.case_id)
    const asRead = ofPacket.get(answer.case_id)
    const one = asRead && known.get(answer.case_id)
    const judged = isRepeated ? 'twice' : judge(answer, one, control, by)
    if (judged === 'known_already' && one) repeats.push(...repeatOf(one, packet, by))
    // Who has not read what came to the case since has not judged it.
    const isOutdated = typeof judged !== 'string' && one !== undefined && !addsNothing(one, asRead!)
    if (isOutdated) refused.push({ case_id: answer.case_id, objection: 'handed_anew' })
    else if (typeof judged === 'string') refused.push({ case_id: answer.case_id, objection: judged })
    else decided.push(judged)
  }
  const declared: Entry<'declared'> = {
    entry: 'declared',
    control_id: packet.control_id,
    packet_id: packet.packet_id,
    reviewer: by.reviewer,
  }
  return {
    entries: [...(decided.length === 0 ? [] : [declared, ...decided]), ...repeats],
    decided,
    refused,
    absent: [...ofPacket.keys()].filter((id) => !seen.has(id)),
  }
}

/** What is said again in a later file is kept as that: what was said in between, and comes after it, is old. */
function repeatOf(one: ReviewedCase, { packet_id, control_id }: Entry<'handed_out'>, by: Judging): Entry<'repeated'>[] {
  const { given, reviewer } = by
  const before = one.decisions.filter(({ body }) => body.reviewer === reviewer)
  if (given === 'now' || given.at === null || latestGiven(before, saidAgain(one, reviewer)) >= given.at) return []
  return [{ entry: 'repeated', control_id, case_id: one.case_id, packet_id, reviewer, given_at: given.at }]
}
