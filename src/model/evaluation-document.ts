import { z } from 'zod'

const Count = z.int().nonnegative()
/** Between 0 and 1; null where there is nothing to share. */
const Share = z.number().min(0).max(1).nullable()

/** How cases can be put in order before they are looked at. */
export const caseOrders = ['random', 'severity', 'score'] as const
export type CaseOrder = (typeof caseOrders)[number]

/** Why a rule has no rate expected by chance. */
const noChances = ['no_pairs', 'reads_events', 'unanswered', 'failed'] as const

/** How a rule's findings fit an answer key; what the key says nothing of is `other`. */
const KeyFit = z.strictObject({
  /** Rows of the key that a finding is expected for, and those of them that have one. */
  flag: Count,
  found: Count,
  /** Rows of the key that no finding is expected for, and those of them that have one all the same. */
  clear: Count,
  wrong: Count,
  other: Count,
  precision: Share,
  recall: Share,
})
export type KeyFit = z.infer<typeof KeyFit>

const EvaluatedRule = z.strictObject({
  rule: z.string(),
  version: z.int(),
  outcome: z.enum(['answered', 'not_applicable', 'failed']),
  assessed: Count,
  flagged: Count,
  unknown: Count,
  observed_rate: Share,
  /** The same lookups with the patients shuffled among them, all rounds together. */
  chance: z.strictObject({ assessed: Count, flagged: Count }).nullable(),
  no_chance: z.enum(noChances).nullable(),
  expected_rate: Share,
  /** The observed rate divided by the expected; null where chance gave nothing to divide by. */
  lift: z.number().nonnegative().nullable(),
  /** The lookups that its findings rest on, and those of them that something explains (A+ to B, P). */
  flagged_lookups: Count,
  flagged_explained: Count,
  /** Null without a key, and where the rule is unanswered. */
  key: KeyFit.nullable(),
})
export type EvaluatedRule = z.infer<typeof EvaluatedRule>

/** What has been found when so many cases of an order have been looked at. */
const BudgetRecall = z.strictObject({
  order: z.enum(caseOrders),
  /** Null is all cases. */
  budget: Count.nullable(),
  cases: Count,
  /** Rows of the key that are found; a mean over the rounds, where the order has chance in it. */
  found: z.number().nonnegative(),
  recall: Share,
})
export type BudgetRecall = z.infer<typeof BudgetRecall>

const EvaluatedKey = z.strictObject({
  sha256: z.string(),
  rows: Count,
  /** Rows that cannot be tried: of days outside the period, of rules that are not asked, of rules without an answer. */
  outside: Count,
  not_asked: Count,
  unanswered: Count,
  /** All rules that have an answer, together. */
  total: KeyFit,
  /** Row numbers in the file of the key, its header being 1. */
  missed_rows: z.array(Count),
  wrong_rows: z.array(Count),
  /** The rows that a finding is expected for and that cases can be tried against, whatever the rule. */
  planted: Count,
  budgets: z.array(BudgetRecall),
})
export type EvaluatedKey = z.infer<typeof EvaluatedKey>

/** `rules evaluate --format json`: how well do the rules tell what they ask from chance? It names no one. */
export const EvaluationDocument = z.strictObject({
  schema: z.literal('loggkoll/evaluation/1'),
  tool: z.string(),
  zone: z.string(),
  /** Local days, half-open. */
  from: z.iso.date(),
  to: z.iso.date(),
  seed: Count,
  rounds: z.int().positive(),
  lookups: Count,
  explained: Count,
  first_lookups: Count,
  first_explained: Count,
  cases: Count,
  rules: z.array(EvaluatedRule),
  key: EvaluatedKey.nullable(),
})
export type EvaluationDocument = z.infer<typeof EvaluationDocument>
