import { followUpSteps, type FollowUpStep } from '../model/review.ts'
import type { ReviewedCase } from './controls.ts'

/** GDPR art. 33: the supervisory authority is told within 72 hours of becoming aware. */
const hoursToAuthority = 72

/** Where the follow-up of one unjustified opening stands. */
export interface FollowUp {
  readonly case_id: string
  /** When the controller became aware: as stated, else the first `unjustified`. An instant. */
  readonly aware_at: string
  /** When the supervisory authority is to be told at the latest: an instant. */
  readonly authority_due: string
  /** The working day until which a second reviewer judges. */
  readonly second_due: string
  readonly confirmed: boolean
  readonly steps: readonly { readonly step: FollowUpStep; readonly day: string | null; readonly comment: string }[]
  readonly isClosed: boolean
}

/**
 * The follow-ups that the judgements have opened: one begins with the first `unjustified`, before a second reviewer agrees.
 * @param nextWorkingDay the working day after an instant
 */
export function followUps(cases: readonly ReviewedCase[], nextWorkingDay: (instant: string) => string): FollowUp[] {
  return cases
    .filter(
      ({ verdict, unjustified_at, steps }) =>
        verdict === 'unjustified' || steps.length > 0 || (verdict === null && unjustified_at !== null),
    )
    .map((one) => {
      const stated = one.steps.findLast(({ body }) => body.aware_at !== null)?.body.aware_at
      const began = one.unjustified_at ?? one.handed_at
      const aware_at = stated ?? began
      const done = new Map(one.steps.map(({ body }) => [body.step, body]))
      return {
        case_id: one.case_id,
        aware_at,
        authority_due: new Date(Date.parse(aware_at) + hoursToAuthority * 3_600_000).toISOString(),
        second_due: nextWorkingDay(began),
        confirmed: one.verdict === 'unjustified' && one.status === 'closed',
        steps: followUpSteps.map((step) => ({
          step,
          day: done.get(step)?.day ?? null,
          comment: done.get(step)?.comment ?? '',
        })),
        isClosed: done.has('closed'),
      }
    })
}
