import { z } from 'zod'
import { verdicts } from './review.ts'

const Text = z.strictObject({ sv: z.string(), en: z.string() })

/** A lookup as it stands in the log that was made. */
const KeyLookup = z.strictObject({
  user_id: z.string(),
  patient_id: z.string(),
  care_unit_id: z.string(),
  day: z.iso.date(),
})

/** Something that was put into a practice log on purpose: what should be found, what only looks so, or the grey between. */
const KeyItem = z.strictObject({
  /** Within the key, such as `serial-1`. */
  id: z.string(),
  /** `unjustified`: nothing explains it, in truth. `justified`: it only looks so. `grey`: two answers are right. */
  truth: z.enum(['unjustified', 'justified', 'grey']),
  user_id: z.string(),
  /** Null where it is about many patients. */
  patient_id: z.string().nullable(),
  lookups: z.array(KeyLookup).min(1),
  /** Rules that ought to ask; none where it was planted without a thought of any rule. */
  rules: z.array(z.string()),
  /** The step that is best, and those that are right too: a log alone convicts no one. */
  best: z.enum(verdicts),
  right: z.array(z.enum(verdicts)),
  /** What happened, told when the exercise is graded. */
  story: Text,
})
export type KeyItem = z.infer<typeof KeyItem>

/** The answer key of a practice log. It lies apart from the log, sealed. */
export const TrainingKey = z.strictObject({
  schema: z.literal('loggkoll/training-key/1'),
  scenario: z.string(),
  seed: z.int(),
  size: z.enum(['ward', 'clinic', 'hospital', 'region']),
  /** The control that is to be made: first day, and the day after the last one. */
  from: z.iso.date(),
  to: z.iso.date(),
  items: z.array(KeyItem),
})
export type TrainingKey = z.infer<typeof TrainingKey>
