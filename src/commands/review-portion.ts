import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { directoryId } from '../model/directory-id.ts'
import type { HandedCase, ReviewerRole } from '../model/review.ts'
import { type Candidate, dealOut, isNamed, judgedOf, type Portion } from '../review/hand-out.ts'
import { refusalOf } from '../review/reviewers.ts'
import type { Store } from '../store/store.ts'
import { type Choice, chooseCandidates } from './review-candidates.ts'
import type { Desk } from './review-desk.ts'
import type { Session } from './session.ts'

export interface ExportOptions {
  readonly unit?: string
  /** Everyone's, into a folder. */
  readonly all?: boolean
  readonly central?: boolean
  readonly control?: string
  readonly reviewer?: string
  readonly second?: boolean
  readonly budget?: number
  /** Take over what lies open with another: who was handed it is ill, or says to be a party. */
  readonly instead?: boolean
}

/** A region has many central reviewers: a message names so many who may review, those of the unit first. */
const mostNamed = 5

/** @throws {Fault} 64 when no one is known, 77 when whoever is asked for may not review the unit */
export function whoGetsIt(
  { reviewers }: Desk,
  unit: string | null,
  { reviewer: asked, second }: ExportOptions,
): { reviewer: string; role: ReviewerRole } {
  const roles: readonly ReviewerRole[] =
    unit !== null ? ['reviewer', 'deputy', 'central'] : second ? ['second', 'central'] : ['central']
  const known = reviewers.all.filter(
    (one) => roles.includes(one.role) && (unit === null || one.role === 'central' || one.care_unit_id === unit),
  )
  const nearest = (a: { role: ReviewerRole }, b: { role: ReviewerRole }): number =>
    roles.indexOf(a.role) - roles.indexOf(b.role)
  if (asked === undefined) {
    const found = known.toSorted(nearest)[0]
    if (found) return { reviewer: found.user_id, role: second ? 'second' : found.role }
    throw new Fault(
      Exit.usage,
      'no reviewer is loaded for it',
      'name one with --reviewer HSA-ID, or load reviewers: loggkoll ingest reviewer.csv --kind reviewer',
    )
  }
  const reviewer = directoryId(asked)
  const found = known.find((one) => one.user_id === reviewer)
  if (found) return { reviewer, role: second ? 'second' : found.role }
  if (unit !== null && !isNamed(reviewers, unit)) return { reviewer, role: 'reviewer' }
  if (unit === null && known.length === 0) return { reviewer, role: second ? 'second' : 'central' }
  const those = known.toSorted(nearest).map(({ user_id }) => user_id)
  throw new Fault(
    Exit.notAllowed,
    `${reviewer} does not review it`,
    `those who do: ${those.slice(0, mostNamed).join(', ')}${those.length > mostNamed ? `, and ${those.length - mostNamed} more` : ''}`,
  )
}

/** What one reviewer is to judge now, and the cases of the rules that the budget leaves outside. */
export async function portionOf(
  session: Session,
  store: Store,
  desk: Desk,
  unit: string | null,
  reviewer: string,
  { second, instead, budget }: ExportOptions,
): Promise<{ portion: Portion } & Pick<Choice, 'outside'>> {
  if (second) return { portion: secondPortion(desk, reviewer), outside: [] }
  if (instead) return { portion: openPortion(desk, unit, reviewer), outside: [] }
  const most = budget ?? session.workspace.config.budget
  const { candidates, outside } = await chooseCandidates(session, store, desk, unit, most)
  return { portion: dealOut(candidates, desk.reviewers, reviewer), outside }
}

/** What a second reviewer is to look at: what another has found unjustified, or what the two disagree on. */
function secondPortion({ control, reviewers }: Desk, reviewer: string): Portion {
  const waiting = (control?.parts ?? []).flatMap(({ cases }) => cases.filter(({ status }) => status === 'second'))
  const mine = waiting
    .filter(
      (one) =>
        one.decisions.findLast(({ body }) => !body.second)?.body.reviewer !== reviewer &&
        refusalOf(reviewers, reviewer, judgedOf(one)) === undefined,
    )
    .map((one) => ({ ...one, file: undefined, rows: [] }))
  return { mine, elsewhere: [] }
}

/** What lies open with another reviewer of the part, as far as this one may judge it. */
function openPortion({ control, reviewers }: Desk, unit: string | null, reviewer: string): Portion {
  const part = control?.parts.find(({ care_unit_id }) => care_unit_id === unit)
  const open = (part?.cases ?? []).filter((one) => one.status !== 'closed' && one.reviewer !== reviewer)
  const isFree = (one: HandedCase): boolean => refusalOf(reviewers, reviewer, judgedOf(one)) === undefined
  const asCandidate = (one: HandedCase): Candidate => ({ ...one, file: undefined, rows: [] })
  const elsewhere = open
    .filter((one) => !isFree(one))
    .map((one) => ({ candidate: asCandidate(one), reviewer: null, role: null }))
  const mine = open.filter(isFree).map(asCandidate)
  if (mine.length > 0) return { mine, elsewhere }
  throw new Fault(Exit.data, 'nothing lies open with another reviewer there', 'loggkoll review status says what does')
}
