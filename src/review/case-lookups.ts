import { z } from 'zod'
import { relationGrades } from '../model/grade.ts'
import type { Store } from '../store/store.ts'

const CaseLookup = z.object({
  case_id: z.string(),
  lookup_id: z.string(),
  user_id: z.string(),
  patient_id: z.string().nullable(),
  care_unit_id: z.string().nullable(),
  day: z.string(),
  first_time: z.string(),
  last_time: z.string(),
  event_count: z.coerce.number(),
  /** The mask of the vocabulary. */
  activities: z.number(),
  relation_grade: z.enum(relationGrades).nullable(),
  reason_id: z.string().nullable(),
  relation_cause: z.string().nullable(),
})
export type CaseLookup = z.infer<typeof CaseLookup>

/** The lookups of cases, by case and in time. Needs `every_lookup`, so it comes after grading. */
export async function readCaseLookups(
  store: Store,
  cases: readonly { readonly case_id: string; readonly lookup_ids: readonly string[] }[],
): Promise<ReadonlyMap<string, readonly CaseLookup[]>> {
  await store.run('review/asked-lookups')
  await store.append(
    'asked_case_lookup',
    cases.flatMap(({ case_id, lookup_ids }) => [...new Set(lookup_ids)].map((lookup) => [case_id, lookup])),
  )
  return Map.groupBy(await store.rows('review/case-lookups', CaseLookup), ({ case_id }) => case_id)
}
