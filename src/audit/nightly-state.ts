import { z } from 'zod'
import { LaterState } from '../model/later-state.ts'
import type { Store } from '../store/store.ts'

const Day = z.string()
const Span = z.strictObject({ care_unit_id: z.string().nullable(), covers_from: Day, covers_to: Day })
const Matcher = z.object({
  rule: z.string(),
  user_id: z.string().optional(),
  patient_id: z.string().optional(),
  care_unit_id: z.string().optional(),
})
const Review = z.object({ user_id: z.string(), patient_id: z.string(), from: Day, to: Day })

/**
 * What the nightly audits know of themselves. They ask whole months, the first day of each naming it, so that an answer does
 * not depend on the night it was asked.
 */
export const NightlyState = z.strictObject({
  seen_batch: z.int(),
  /** Of everything that all answers go by: rules, parameters, settings, which tables hold anything. */
  settings_sha256: z.string(),
  /** How many the register of patients holds: whose name is rare follows from it. */
  people: z.int(),
  settle_days: z.int(),
  coverage: z.array(Span),
  reviewing: z.array(Review),
  suppressions: z.array(Matcher),
  /** Month → the run that holds. */
  months: z.record(z.string(), z.string()),
  /** Months that are to be asked again, and have not been yet. */
  pending: z.array(Day),
  /** Runs that are just being kept or forgotten: one that holds for no month was left by a killed process. */
  passing: z.array(z.string()),
  later: z.array(LaterState),
  /**
   * Months whose last answer has not reached anybody yet, since its night was killed or could not write: the run that was told
   * last, '' for none, and what was known then. Left out where there are none, as by an older program, which told all it asked.
   */
  untold: z.record(z.string(), z.strictObject({ run_id: z.string(), later: z.array(LaterState) })).optional(),
})
export type NightlyState = z.infer<typeof NightlyState>

const Text = z.object({ document: z.string() })

/** What the nightly audits know; undefined before the first of them. */
export async function readNightly(store: Store): Promise<NightlyState | undefined> {
  const [row] = await store.rows('nightly/read-state', Text)
  return row && NightlyState.parse(JSON.parse(row.document))
}

/** Keeps it in one small commit. */
export async function writeNightly(store: Store, state: NightlyState): Promise<void> {
  const document = JSON.stringify(NightlyState.parse(state))
  await store.run('nightly/first-state', { document })
  await store.run('nightly/write-state', { document })
}
