import type { IdMaker } from '../audit/findings.ts'
import type { Entry } from '../model/review.ts'
import type { Period } from '../model/period.ts'

/** The recurring control of a period is one, however often it is asked for. */
function recurringControlId(ids: IdMaker, { from, to }: Period): string {
  return ids.id('K', ['recurring', from, to])
}

/** The recurring control of a period, as it is entered when nothing is known of it yet. */
export function planRecurring(ids: IdMaker, period: Period, case_number: string | null): Entry<'planned'> {
  return {
    entry: 'planned',
    control_id: recurringControlId(ids, period),
    kind: 'recurring',
    ...period,
    cause: null,
    reason: null,
    target: { user_id: null, patient_id: null, care_unit_id: null },
    case_number,
  }
}

/** A control beside the recurring ones, with the reason that must be given; for another reason it is another one. */
export function planTargeted(
  ids: IdMaker,
  period: Period,
  aim: Pick<Entry<'planned'>, 'cause' | 'target'> & { readonly reason: string },
  case_number: string | null,
): Entry<'planned'> {
  const { user_id, patient_id, care_unit_id } = aim.target
  return {
    entry: 'planned',
    control_id: ids.id('K', [aim.cause, period.from, period.to, user_id, patient_id, care_unit_id, aim.reason]),
    kind: 'targeted',
    ...period,
    ...aim,
    case_number,
  }
}
