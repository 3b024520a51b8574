import { z } from 'zod'

const Count = z.int().nonnegative()
const Unit = z.string().nullable()

/**
 * How the recurring control of a month stands in a unit. It is to be signed by the end of the month after; then it is `late`
 * until it is. `nothing`: the unit has no lookups in the month; `purged`: whether it had
 * any is no longer known, and no control of it is; `not_due`: the month is not over, and nothing is begun.
 */
export const coverageStates = ['done', 'late', 'under_way', 'not_started', 'not_due', 'nothing', 'purged'] as const
export type CoverageState = (typeof coverageStates)[number]

/** Members of staff, each counted once. */
const Reached = {
  /** With lookups in the period, or with an assignment in it. */
  staff: Count,
  /** With lookups. */
  active: Count,
  /** Drawn, or in a case that was handed out. */
  selected: Count,
  /** In a case that has been judged. */
  judged: Count,
  /** In a case of a control that has been signed. */
  signed: Count,
}

const CoverageUnit = z.strictObject({
  /** Null is the central reviewer's part. */
  care_unit_id: Unit,
  ...Reached,
  has_reviewer: z.boolean(),
  months: z.array(z.strictObject({ month: z.string(), state: z.enum(coverageStates) })),
})
export type CoverageUnit = z.infer<typeof CoverageUnit>

/** `report coverage --format json`: whom the controls of a year have reached, and what is missing. */
export const CoverageDocument = z.strictObject({
  schema: z.literal('loggkoll/coverage/1'),
  tool: z.string(),
  /** When it was made: an instant. */
  prepared: z.string(),
  from: z.iso.date(),
  /** The day after the last one. */
  to: z.iso.date(),
  /** The local day on which it is told what is late. */
  today: z.iso.date(),
  trail_head: z.string(),
  /** How long the report is kept. */
  archive_months: Count,
  total: z.strictObject(Reached),
  /** How many units are in each state, by month. */
  months: z.array(
    z.strictObject({
      month: z.string(),
      ...(Object.fromEntries(coverageStates.map((state) => [state, Count])) as Record<CoverageState, typeof Count>),
    }),
  ),
  units: z.array(CoverageUnit),
  /** Active members of staff in no judged case, by unit; in no order of merit. */
  not_reviewed: z.array(
    z.strictObject({ user_id: z.string(), care_unit_id: Unit, state: z.enum(['not_selected', 'selected']) }),
  ),
  /** Whom nobody at the unit may review: a central reviewer does, or nobody. */
  not_by_own_unit: z.array(
    z.strictObject({ user_id: z.string(), care_unit_id: Unit, by: z.enum(['central', 'nobody']) }),
  ),
  units_without_reviewer: z.array(z.string()),
  /** Cases that none of the reviewers of the register may judge. */
  cases_without_reviewer: z.array(
    z.strictObject({ case_id: z.string(), control_id: z.string().nullable(), care_unit_id: Unit }),
  ),
})
export type CoverageDocument = z.infer<typeof CoverageDocument>
