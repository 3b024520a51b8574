import { isWeaker } from '../model/grade.ts'
import type { Entry, HandedCase, Noted, ReviewEntry, Verdict } from '../model/review.ts'

/** Where a case stands. `ask`: an employee's answer is awaited; `second`: another reviewer's judgement is. */
type CaseStatus = 'open' | 'ask' | 'second' | 'disagreed' | 'closed'

/** A case that has been handed out, with everything that was said of it, in order. */
export interface ReviewedCase extends HandedCase {
  readonly control_id: string
  readonly packet_id: string
  /** Who was handed it last as a first reviewer. */
  readonly reviewer: string
  /** Everyone who was ever handed it, second reviewers too. */
  readonly handed_to: readonly string[]
  /** The unit whose packet it is in; null for the central reviewer's. */
  readonly packet_unit: string | null
  /** When it was handed out: an instant. */
  readonly handed_at: string
  /** From each hand-out of something new until that was judged, both instants; null while it is not. */
  readonly rounds: readonly { readonly from: string; readonly to: string | null }[]
  /** The versions of the rules that had been asked then. */
  readonly rules: Readonly<Record<string, number>>
  readonly decisions: readonly Noted<Entry<'decided'>>[]
  readonly repeats: readonly Noted<Entry<'repeated'>>[]
  readonly status: CaseStatus
  /** What holds now: null before the first judgement. */
  readonly verdict: Verdict | null
  /** The first `unjustified` that stood, also when something new has opened the case since: an instant. */
  readonly unjustified_at: string | null
  readonly steps: readonly Noted<Entry<'followed'>>[]
  readonly held: Noted<Entry<'held'>> | null
}

/** How far a control has come in one unit; the central reviewer's part has no unit. */
export interface ControlPart {
  readonly care_unit_id: string | null
  readonly packets: readonly Noted<Entry<'handed_out'>>[]
  readonly cases: readonly ReviewedCase[]
  readonly stage: 'handed_out' | 'judged' | 'signed'
  /** What it would be signed with now. */
  readonly outcome: 'no_remark' | 'remark'
  readonly signed: Noted<Entry<'signed'>> | null
}

export interface Control {
  readonly control_id: string
  readonly plan: Noted<Entry<'planned'>>
  readonly draws: readonly Noted<Entry<'drawn'>>[]
  readonly parts: readonly ControlPart[]
  readonly stage: 'planned' | 'handed_out' | 'judged' | 'signed'
}

/** What the journal says of every control, in the order in which they were planned. */
export function readControls(journal: readonly Noted[]): Control[] {
  const of = entriesOf(journal)
  const cases = reviewedCases(of)
  return of('planned').map((plan) => {
    const { control_id } = plan.body
    const mine = <Kind extends ReviewEntry & { control_id: string }>(entries: readonly Noted<Kind>[]): Noted<Kind>[] =>
      entries.filter(({ body }) => body.control_id === control_id)
    const handedOut = mine(of('handed_out')).filter(({ body }) => body.role !== 'second')
    const packets = Map.groupBy(handedOut, ({ body }) => body.care_unit_id)
    const signed = mine(of('signed'))
    const parts = [...packets].map(([care_unit_id, group]): ControlPart => {
      const held = cases.filter((one) => one.control_id === control_id && one.packet_unit === care_unit_id)
      const last = signed.findLast(({ body }) => body.care_unit_id === care_unit_id) ?? null
      // What is handed out after the signature opens the part again.
      const isSigned = last !== null && group.every(({ sequence }) => sequence < last.sequence)
      return {
        care_unit_id,
        packets: group,
        cases: held,
        stage: isSigned ? 'signed' : held.every(({ status }) => status === 'closed') ? 'judged' : 'handed_out',
        outcome: held.some(({ verdict }) => verdict === 'unjustified') ? 'remark' : 'no_remark',
        signed: isSigned ? last : null,
      }
    })
    return { control_id, plan, draws: mine(of('drawn')), parts, stage: stageOf(parts) }
  })
}

/** All cases that have been handed out, of every control. */
export function casesOf(controls: readonly Control[]): ReviewedCase[] {
  return controls.flatMap(({ parts }) => parts.flatMap(({ cases }) => cases))
}

function stageOf(parts: readonly ControlPart[]): Control['stage'] {
  if (parts.length === 0) return 'planned'
  if (parts.every(({ stage }) => stage === 'signed')) return 'signed'
  return parts.every(({ stage }) => stage !== 'handed_out') ? 'judged' : 'handed_out'
}

type EntriesOf = <Kind extends ReviewEntry['entry']>(kind: Kind) => Noted<Entry<Kind>>[]

/** Picks the entries of one kind. */
export function entriesOf(journal: readonly Noted[]): EntriesOf {
  const byKind = Map.groupBy(journal, ({ body }) => body.entry)
  return <Kind extends ReviewEntry['entry']>(kind: Kind) => (byKind.get(kind) ?? []) as Noted<Entry<Kind>>[]
}

interface HandOut {
  readonly noted: Noted<Entry<'handed_out'>>
  readonly one: HandedCase
}

/** Every case that was ever handed out, with what was said of it. */
function reviewedCases(of: EntriesOf): ReviewedCase[] {
  const decided = Map.groupBy(of('decided'), ({ body }) => body.case_id)
  const repeated = Map.groupBy(of('repeated'), ({ body }) => body.case_id)
  const followed = Map.groupBy(of('followed'), ({ body }) => body.case_id)
  const held = Map.groupBy(of('held'), ({ body }) => body.case_id)
  const handed = of('handed_out').flatMap((noted) => noted.body.cases.map((one): HandOut => ({ noted, one })))
  return [...Map.groupBy(handed, ({ one }) => one.case_id)].map(([case_id, handOuts]) => {
    const hold = held.get(case_id)?.at(-1)
    return {
      ...reviewedCase(handOuts, decided.get(case_id) ?? []),
      repeats: repeated.get(case_id) ?? [],
      steps: followed.get(case_id) ?? [],
      held: hold === undefined || hold.body.released ? null : hold,
    }
  })
}

/** A case that was handed out again is with whom it was handed to last; it stays with the first when a second one gets it. */
function reviewedCase(
  handOuts: readonly HandOut[],
  decided: readonly Noted<Entry<'decided'>>[],
): Omit<ReviewedCase, 'repeats' | 'steps' | 'held'> {
  const toFirst = handOuts.filter(({ noted }, index) => index === 0 || noted.body.role !== 'second')
  const rounds = roundsOf(toFirst, decided)
  const { noted, one } = toFirst.at(-1)!
  const { decisions } = rounds.at(-1)!
  const { control_id, packet_id, reviewer, care_unit_id, rules } = noted.body
  const unjustified = rounds.find(({ decisions: said }) => standing(said).verdict === 'unjustified')?.decisions
  return {
    ...one,
    control_id,
    packet_id,
    reviewer,
    handed_to: handOuts.map((each) => each.noted.body.reviewer),
    packet_unit: care_unit_id,
    handed_at: noted.time,
    rounds: rounds.map(({ from, to }) => ({ from, to })),
    rules,
    decisions,
    ...standing(decisions),
    unjustified_at: unjustified?.find(({ body }) => body.verdict === 'unjustified')?.time ?? null,
  }
}

/** What is new to a case begins a round: what was judged before is no judgement of that. */
function roundsOf(handOuts: readonly HandOut[], decided: readonly Noted<Entry<'decided'>>[]) {
  const starts = handOuts.filter(({ one }, index) => index === 0 || !addsNothing(one, handOuts[index - 1]!.one))
  return starts.map(({ noted }, index) => {
    const next = starts[index + 1]?.noted
    const decisions = decided.filter(
      ({ sequence }) => sequence > noted.sequence && (next === undefined || sequence < next.sequence),
    )
    const judged = standing(decisions).status === 'closed' ? decisions.at(-1)!.time : null
    return { from: noted.time, to: judged ?? next?.time ?? null, decisions }
  })
}

/** Is what a case holds what it held before, and explained no less than then? */
export function addsNothing(one: HandedCase, before: HandedCase): boolean {
  const findings = new Set(before.findings.map(({ finding_id }) => finding_id))
  const grades = new Map(before.lookups.map(({ lookup_id, grade }) => [lookup_id, grade]))
  return (
    one.findings.every(({ finding_id }) => findings.has(finding_id)) &&
    one.lookups.every(({ lookup_id, grade }) => {
      const then = grades.get(lookup_id)
      return then !== undefined && !isWeaker(grade, then)
    })
  )
}

/**
 * Where the judgements leave a case. `unjustified` holds when two reviewers have said it; when the second says something
 * else, the first judges again.
 */
function standing(decisions: readonly Noted<Entry<'decided'>>[]): Pick<ReviewedCase, 'status' | 'verdict'> {
  const first = decisions.findLast(({ body }) => !body.second)
  if (!first) return { status: 'open', verdict: null }
  const { verdict } = first.body
  if (verdict === 'ask') return { status: 'ask', verdict }
  if (verdict !== 'unjustified') return { status: 'closed', verdict }
  const second = decisions.findLast(({ body }) => body.second)
  if (!second || decisions.indexOf(second) < decisions.indexOf(first)) return { status: 'second', verdict }
  return { status: second.body.verdict === 'unjustified' ? 'closed' : 'disagreed', verdict }
}
