import { z } from 'zod'
import { QualityDocument } from './quality-document.ts'
import { verdicts } from './review.ts'

const Count = z.int().nonnegative()
const Day = z.iso.date()

/** What remains to do in a unit, in the order in which it is best done. */
const UnitTask = z.strictObject({
  task: z.enum([
    'data_first',
    'follow_up',
    'second',
    'answers',
    'judge',
    'judge_again',
    'sign',
    'hand_out',
    'plan',
    'no_task',
  ]),
  cases: Count,
  minutes: Count,
  /** When it is due at the latest, where there is such a day. */
  due: Day.nullable(),
})
export type UnitTask = z.infer<typeof UnitTask>

/** The share explained of a month: by the runs kept of it. */
const UnitMonth = z.strictObject({
  /** The first day of the runs, and the day after the last. */
  from: Day,
  to: Day,
  lookups: Count,
  explained: Count,
})
export type UnitMonth = z.infer<typeof UnitMonth>

/** `report unit --format json`: what a head of unit needs of a control; it names no one. */
export const UnitDocument = z.strictObject({
  schema: z.literal('loggkoll/unit/1'),
  tool: z.string(),
  prepared: z.iso.datetime(),
  run_id: z.string(),
  from: Day,
  to: Day,
  care_unit_id: z.string(),
  unit: z.string(),
  care_provider: z.string().nullable(),
  case_number: z.string().nullable(),
  /** The log from before this day has been purged, where that is after the first day of the period. */
  purged_before: Day.nullable(),
  archive_months: z.int().positive(),
  lookups: Count,
  explained: Count,
  unexplained: Count,
  unknown: Count,
  first_lookups: Count,
  first_explained: Count,
  /** Earlier periods of the unit itself, the oldest first, and last the one that is reported. */
  months: z.array(UnitMonth),
  /** Cases that the rules have opened; those selected are within the budget. */
  cases: z.strictObject({ selected: Count, not_selected: Count, minutes: Count }),
  /** Of the cases selected, how many each rule asks about; one case may be asked about by several. */
  questions: z.array(z.strictObject({ rule: z.string(), cases: Count })),
  /** What has been handed out to the unit's own reviewer, and to the central one. */
  review: z.strictObject({
    controls: Count,
    handed_out: Count,
    drawn: Count,
    central: Count,
    minutes: Count,
    signed: Count,
    verdicts: z.record(z.enum(verdicts), Count),
    open: Count,
    asked: Count,
    second: Count,
    disagreed: Count,
  }),
  tasks: z.array(UnitTask),
  /** Given when so much is unexplained that the reference data are probably incomplete. */
  unit_notice: z
    .strictObject({ lookups: Count, unexplained: Count, users: Count, users_with_unexplained: Count })
    .nullable(),
  ill_fitting: z.array(z.strictObject({ rule: z.string(), lookups: Count, flagged: Count })),
  /** Rules that could not be asked. */
  unasked: z.array(z.string()),
  /** Remarks on the log that matter for the unit. */
  quality: z.strictObject({
    answer: QualityDocument.shape.answer,
    severity: QualityDocument.shape.severity,
    remarks: QualityDocument.shape.checks.element.shape.remarks,
    /** Remarks beside those. */
    more: Count,
  }),
  trail_head: z.string(),
})
export type UnitDocument = z.infer<typeof UnitDocument>
