import { z } from 'zod'

/**
 * A count, or why it is not shown: under five, or hidden (five or more) so that another under five cannot be worked out.
 */
export const ShownCount = z.strictObject({
  count: z.int().min(5).nullable(),
  shown: z.enum(['exact', 'under_five', 'hidden']),
})
export type ShownCount = z.infer<typeof ShownCount>

/** How a case ended, or that it has not. */
export const trendOutcomes = ['explained', 'not_person', 'mistake', 'unjustified', 'undecidable', 'remaining'] as const
export type TrendOutcome = (typeof trendOutcomes)[number]

/** What the cases of a rule came to: `hit` is unjustified or a mistake, `miss` explained or read by nobody. */
export const ruleResults = ['hit', 'miss', 'undecidable', 'remaining'] as const
export type RuleResult = (typeof ruleResults)[number]

const Month = z.string().regex(/^\d{4}-\d{2}$/)

const TrendMonth = z.strictObject({
  month: Month,
  /** Of the runs of the month: all lookups, those explained, and the rest; null where no run was kept. */
  lookups: ShownCount.nullable(),
  explained: ShownCount.nullable(),
  not_explained: ShownCount.nullable(),
  /** Cases handed out, and how they ended. */
  cases: ShownCount,
  outcomes: z.record(z.enum(trendOutcomes), ShownCount),
})
export type TrendMonth = z.infer<typeof TrendMonth>

const share = z.number().min(0).max(1)

/** Of the judged cases of a rule, those that ended unjustified or as a mistake; worked out from what is shown alone. */
export const Precision = z.strictObject({
  /** Null when the hits are under five: then the share is less than `below`. */
  share: share.nullable(),
  below: share.nullable(),
  /** 95 % confidence (Wilson). */
  low: share,
  high: share,
})
export type Precision = z.infer<typeof Precision>

const TrendRule = z.strictObject({
  rule: z.string(),
  cases: ShownCount,
  results: z.record(z.enum(ruleResults), ShownCount),
  months: z.array(z.strictObject({ month: Month, cases: ShownCount })),
  /** Null when too little is shown to say anything. */
  precision: Precision.nullable(),
})
export type TrendRule = z.infer<typeof TrendRule>

/** `report trend --format json`: what the controls came to, month by month; of no person, and no count under five. */
export const TrendDocument = z.strictObject({
  schema: z.literal('loggkoll/trend/1'),
  tool: z.string(),
  prepared: z.iso.datetime(),
  /** Controls that begin on these days are counted; null is without bound. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  archive_months: z.int().positive(),
  months: z.array(TrendMonth),
  totals: z.strictObject({ cases: ShownCount, outcomes: z.record(z.enum(trendOutcomes), ShownCount) }),
  rules: z.array(TrendRule),
  trail_head: z.string(),
})
export type TrendDocument = z.infer<typeof TrendDocument>
