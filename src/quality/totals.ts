import { z } from 'zod'
import type { Scope } from './check.ts'
import { resolutionRows } from './thresholds.ts'

const count = z.coerce.number()

const SourceTotals = z.object({
  source_system: z.string(),
  events: count,
  no_time: count,
  no_user: count,
  no_unit: count,
  no_patient: count,
  no_activity: count,
  needs_user: count,
  needs_unit: count,
  needs_patient: count,
  with_offset: count,
  ambiguous: count,
  in_gap: count,
  date_only: count,
  round_minute: count,
  round_hour: count,
  midnight: count,
  staff: count,
  robot: count,
  citizen: count,
  system: count,
  incidental: count,
})
/** The period of one source in numbers (queries/quality/totals.sql). */
export type SourceTotals = z.infer<typeof SourceTotals>

export function readTotals({ store }: Pick<Scope, 'store'>): Promise<SourceTotals[]> {
  return store.rows('quality/totals', SourceTotals)
}

/** Rows with a time of day. */
export function clocked(totals: SourceTotals): number {
  return totals.events - totals.no_time - totals.date_only
}

/** Why nothing can be said of single seconds at a source; undefined where something can. */
export function withoutSeconds(totals: SourceTotals): 'no_time_of_day' | 'no_seconds' | undefined {
  const rows = clocked(totals)
  if (rows === 0) return 'no_time_of_day'
  return rows >= resolutionRows && totals.round_minute === rows ? 'no_seconds' : undefined
}
