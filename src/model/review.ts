import { z } from 'zod'
import { subjects } from './finding.ts'
import { relationGrades } from './grade.ts'
import { controlCauses, explanations, followUpSteps, reviewerRoles, sampleMethods, verdicts } from './review-words.ts'
import { severities } from './severity.ts'

export * from './review-words.ts'

const Id = z.string().min(1)
const Day = z.iso.date()

/** A control is planned: what period, of whom, and why if it is not one of the recurring ones. */
const Planned = z.strictObject({
  entry: z.literal('planned'),
  control_id: Id,
  kind: z.enum(['recurring', 'targeted']),
  from: Day,
  /** The day after the last one. */
  to: Day,
  cause: z.enum(controlCauses).nullable(),
  reason: z.string().nullable(),
  /** What a targeted control is aimed at, as logged. */
  target: z.strictObject({
    user_id: z.string().nullable(),
    patient_id: z.string().nullable(),
    care_unit_id: z.string().nullable(),
  }),
  case_number: z.string().nullable(),
})

/** What was drawn: one member of staff's day, a lookup, a patient's day, a day of a unit. It is judged like a case. */
export const DrawnItem = z.strictObject({
  /** `S-…` */
  case_id: Id,
  subject: z.enum(['user_day', 'user_patient', 'patient', 'unit_day']),
  user_id: z.string().nullable(),
  patient_id: z.string().nullable(),
  care_unit_id: z.string().nullable(),
  day: Day,
  lookup_ids: z.array(z.string()),
})
export type DrawnItem = z.infer<typeof DrawnItem>

/** A random selection with all that lets another draw it again. */
const Drawn = z.strictObject({
  entry: z.literal('drawn'),
  control_id: Id,
  draw_id: Id,
  method: z.enum(sampleMethods),
  from: Day,
  to: Day,
  care_unit_id: z.string().nullable(),
  /** As asked for: `12` or `10%`. */
  size: z.string(),
  seed: z.int(),
  /** How many there were to draw from, and the hash of their sorted list. */
  population: z.int().nonnegative(),
  population_sha256: z.string(),
  /** User ids left out, with the cause: the reviewer's own, absent all the time. */
  left_out: z.array(z.strictObject({ user_id: z.string(), cause: z.enum(['reviewer', 'absent', 'protected']) })),
  /** How long it takes to read, as estimated. */
  minutes: z.int().nonnegative(),
  items: z.array(DrawnItem),
})

/** A case as it was when it was handed out; it never closes itself. */
export const HandedCase = z.strictObject({
  case_id: Id,
  /** What chose it: the rules, a draw, or the aim of a targeted control. */
  source: z.enum(['rules', 'draw', 'target']),
  subject: z.enum([...subjects, 'unit_day']),
  user_id: z.string().nullable(),
  patient_id: z.string().nullable(),
  care_unit_id: z.string().nullable(),
  lookups: z.array(
    z.strictObject({
      lookup_id: z.string(),
      user_id: z.string(),
      patient_id: z.string().nullable(),
      grade: z.enum(relationGrades).nullable(),
    }),
  ),
  findings: z.array(z.strictObject({ finding_id: z.string(), rule: z.string(), severity: z.enum(severities) })),
})
export type HandedCase = z.infer<typeof HandedCase>

const HandedOut = z.strictObject({
  entry: z.literal('handed_out'),
  control_id: Id,
  packet_id: Id,
  care_unit_id: z.string().nullable(),
  reviewer: Id,
  role: z.enum(reviewerRoles),
  run_id: z.string(),
  /** Rule id → version, as asked in that run. */
  rules: z.record(z.string(), z.int()),
  minutes: z.int().nonnegative(),
  cases: z.array(HandedCase),
  /** Cases of the unit that the budget left outside. */
  outside: z.int().nonnegative(),
})

/** A reviewer says to be neither party nor next of kin in what a packet holds. */
const Declared = z.strictObject({ entry: z.literal('declared'), control_id: Id, packet_id: Id, reviewer: Id })

/** One judgement of one case. It is followed by others, never changed. */
const Decided = z.strictObject({
  entry: z.literal('decided'),
  control_id: Id,
  case_id: Id,
  /** A hash of what was answered, so that the same answer is not counted twice. */
  answer_id: Id,
  packet_id: z.string().nullable(),
  reviewer: Id,
  /** A second reviewer judges what the first one found unjustified. */
  second: z.boolean(),
  verdict: z.enum(verdicts),
  explanation: z.enum(explanations).nullable(),
  comment: z.string(),
  /** When the employee's answer is due (`ask`). */
  due: Day.nullable(),
  employee_answer: z.string().nullable(),
  not_asked_reason: z.string().nullable(),
  /** When the reviewer gave it, as the file of answers says: files come in any order. Absent where none says. */
  given_at: z.iso.datetime().optional(),
})

/** A reviewer's later file says the same of a case again; what the reviewer said in between is old by it. */
const Repeated = z.strictObject({
  entry: z.literal('repeated'),
  control_id: Id,
  case_id: Id,
  packet_id: Id,
  reviewer: Id,
  given_at: z.iso.datetime(),
})

const Signed = z.strictObject({
  entry: z.literal('signed'),
  control_id: Id,
  care_unit_id: z.string().nullable(),
  reviewer: Id,
  outcome: z.enum(['no_remark', 'remark']),
  cases: z.int().nonnegative(),
  note: z.string(),
})

/** A protected person of one case was shown. */
const Revealed = z.strictObject({ entry: z.literal('revealed'), control_id: Id, case_id: Id, reason: z.string() })

/** A step of the follow-up of an unjustified opening. */
const Followed = z.strictObject({
  entry: z.literal('followed'),
  control_id: Id,
  case_id: Id,
  step: z.enum(followUpSteps),
  day: Day,
  /** When the controller became aware: 72 hours to the supervisory authority run from it (GDPR art. 33). */
  aware_at: z.iso.datetime({ offset: true }).nullable(),
  comment: z.string(),
})

/** A case that is kept beyond its time, or no longer. */
const Held = z.strictObject({
  entry: z.literal('held'),
  control_id: Id,
  case_id: Id,
  reason: z.string(),
  until: Day.nullable(),
  released: z.boolean(),
})

/** What the journal of the reviews may hold; entries are appended and never changed. */
export const ReviewEntry = z.discriminatedUnion('entry', [
  Planned,
  Drawn,
  HandedOut,
  Declared,
  Decided,
  Repeated,
  Signed,
  Revealed,
  Followed,
  Held,
])
export type ReviewEntry = z.infer<typeof ReviewEntry>
export type Entry<Kind extends ReviewEntry['entry']> = Extract<ReviewEntry, { entry: Kind }>

/** An entry with who made it and when. */
export interface Noted<Kind extends ReviewEntry = ReviewEntry> {
  readonly sequence: number
  /** An instant, ISO 8601 in UTC. */
  readonly time: string
  readonly os_user: string
  /** The HSA-id that `--as` claims. */
  readonly as: string | null
  readonly body: Kind
}
