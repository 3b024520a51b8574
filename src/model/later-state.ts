import { z } from 'zod'
import { severities } from './severity.ts'

/** What has become of a finding that was handed out and is not found any more. */
export const LaterState = z.strictObject({
  finding_id: z.string(),
  case_id: z.string(),
  rule: z.string(),
  severity: z.enum(severities),
  state: z.enum(['explained_later', 'gone']),
  /** The reason that explains its lookups now, by id; null where nothing does. */
  reason_id: z.string().nullable(),
  /** The first day of the month that it was found in. */
  month: z.string(),
})
export type LaterState = z.infer<typeof LaterState>

/** The file in which a workspace has all of them, so that a reviewer never waits for the night. */
export const LaterFile = z.strictObject({ schema: z.literal('loggkoll/later/1'), findings: z.array(LaterState) })
export type LaterFile = z.infer<typeof LaterFile>
