import { localDate } from '../model/period.ts'
import type { ReviewedCase } from './controls.ts'

/** A record that somebody had to look into for a case of it, between two days, both inclusive. */
export interface Reviewing {
  readonly user_id: string
  readonly patient_id: string
  readonly from: string
  readonly to: string
}

/**
 * Whose records the reviewers had to look into: from the day on which a case was handed out until it was judged. Such a
 * lookup is explained as log review, and counted as that.
 */
export function reviewedRecords(cases: readonly ReviewedCase[], today: string, zone: string): Reviewing[] {
  const dayOf = (instant: string): string => localDate(new Date(instant), zone)
  return cases.flatMap((one) => {
    const patients = [...new Set([one.patient_id, ...one.lookups.map(({ patient_id }) => patient_id)])]
    return one.rounds.flatMap(({ from, to }) =>
      [...new Set(one.handed_to)].flatMap((user_id) =>
        patients.flatMap((patient_id) =>
          patient_id === null ? [] : [{ user_id, patient_id, from: dayOf(from), to: to === null ? today : dayOf(to) }],
        ),
      ),
    )
  })
}
