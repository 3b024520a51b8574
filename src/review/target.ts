import { z } from 'zod'
import type { IdMaker } from '../audit/findings.ts'
import type { DrawnItem, Entry } from '../model/review.ts'
import type { Store } from '../store/store.ts'

const TargetRow = z.object({
  lookup_id: z.string(),
  user_id: z.string(),
  patient_id: z.string().nullable(),
  care_unit_id: z.string().nullable(),
  day: z.string(),
})

/**
 * What a targeted control is aimed at, an item for each member of staff and patient: all lookups of a person, in a record,
 * at a unit, or of those on the watchlist. Needs `graded_lookup`.
 */
export async function readTarget(store: Store, ids: IdMaker, plan: Entry<'planned'>): Promise<DrawnItem[]> {
  const rows = await store.rows('review/target-lookups', TargetRow, {
    ...plan.target,
    watched: plan.cause === 'watchlist',
  })
  const pairs = Map.groupBy(rows, ({ user_id, patient_id }) => JSON.stringify([user_id, patient_id]))
  return [...pairs.values()].map((group): DrawnItem => {
    const { user_id, patient_id, care_unit_id, day } = group[0]!
    return {
      case_id: ids.id('S', [plan.control_id, user_id, patient_id]),
      subject: 'user_patient',
      user_id,
      patient_id,
      care_unit_id,
      day,
      lookup_ids: group.map(({ lookup_id }) => lookup_id),
    }
  })
}
