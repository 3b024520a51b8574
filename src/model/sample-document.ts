import { z } from 'zod'
import { DrawnItem, sampleMethods } from './review.ts'

const Count = z.int().nonnegative()

/** One draw: from everyone, or from one unit. */
const SampleDraw = z.strictObject({
  draw_id: z.string(),
  care_unit_id: z.string().nullable(),
  /** `known`: it was drawn before, and is shown as it was then. */
  state: z.enum(['new', 'known', 'dry_run']),
  size: z.string(),
  seed: z.int(),
  population: Count,
  population_sha256: z.string(),
  left_out: z.array(z.strictObject({ user_id: z.string(), cause: z.enum(['reviewer', 'absent', 'protected']) })),
  minutes: Count,
  items: z.array(DrawnItem.extend({ minutes: Count })),
})
export type SampleDraw = z.infer<typeof SampleDraw>

/** `sample --format json`: what was drawn, from what, and how. */
export const SampleDocument = z.strictObject({
  schema: z.literal('loggkoll/sample/1'),
  tool: z.string(),
  control_id: z.string(),
  method: z.enum(sampleMethods),
  from: z.iso.date(),
  /** The day after the last one. */
  to: z.iso.date(),
  minutes: Count,
  /** Codes of things to know: see `docs/sampling.md`. */
  notices: z.array(z.enum(['over_an_hour', 'drawn_again', 'changed_since', 'unit_without_lookups'])),
  draws: z.array(SampleDraw),
})
export type SampleDocument = z.infer<typeof SampleDocument>
