import { z } from 'zod'
import { inputKinds, type InputKind } from './reference.ts'
import { severities } from './severity.ts'

const Count = z.int().nonnegative()
const Day = z.iso.date()

/** What became of findings of one rule and severity in a night. */
const Changes = z.strictObject({
  rule: z.string(),
  severity: z.enum(severities),
  /** Found for the first time. */
  new: Count,
  /** Judged or explained before, and found again: there is a new lookup, or what explained it is gone. */
  reopened: Count,
  /** Not handed out, and explained now. */
  closed: Count,
  /** Handed out, and explained now: the reviewer sees it. */
  explained_later: Count,
  /** Found no more, and nothing explains it: the data behind it were corrected. */
  gone: Count,
})

/** `audit --new --run-report FILE`: what a night has changed. No person is in it. */
export const NightDocument = z.strictObject({
  schema: z.literal('loggkoll/night/1'),
  tool: z.string(),
  zone: z.string(),
  outcome: z.enum(['asked', 'nothing_new']),
  exit_code: z.int(),
  trail_head: z.string(),
  /** What was read in since the last nightly audit, by kind. */
  ingested: z.array(
    z.strictObject({
      kind: z.enum(inputKinds as [InputKind, ...InputKind[]]),
      batches: Count,
      rows: Count,
      stored: Count,
      duplicate: Count,
      rejected: Count,
      conflict: Count,
    }),
  ),
  /** The months that were asked again, whole. */
  months: z.array(
    z.strictObject({
      from: Day,
      to: Day,
      run_id: z.string(),
      lookups: Count,
      explained: Count,
      first_lookups: Count,
      first_explained: Count,
      findings: Count,
      cases: Count,
      not_answered: z.array(z.strictObject({ rule: z.string(), outcome: z.enum(['not_applicable', 'failed']) })),
    }),
  ),
  /** Months that are to be asked again and lie before `--from`. */
  waiting: z.array(Day),
  findings: z.array(Changes),
  /** Findings that are explained now, by what explains them: `reason` is the id of a reason. */
  explained_by: z.array(
    z.strictObject({ rule: z.string(), severity: z.enum(severities), reason: z.string(), findings: Count }),
  ),
  /** Milliseconds of each step, in the order in which they ended; two rules are asked at a time. Only with `--timings`. */
  timings: z.array(z.strictObject({ step: z.string(), milliseconds: Count })).optional(),
})
export type NightDocument = z.infer<typeof NightDocument>
