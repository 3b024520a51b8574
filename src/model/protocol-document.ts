import { z } from 'zod'
import { subjects } from './finding.ts'
import { controlCauses, explanations, followUpSteps, reviewerRoles, sampleMethods, verdicts } from './review.ts'

const Count = z.int().nonnegative()
const Text = z.string()
const Day = z.iso.date()
const Instant = z.iso.datetime({ offset: true })

/** A reviewer, or another member of staff, as the protocol may name them: a protected one by pseudonym alone. */
const Person = z.strictObject({ user_id: Text, name: Text.nullable(), title: Text.nullable() })
export type ProtocolPerson = z.infer<typeof Person>

/** One judgement, as it was given. */
const Decision = z.strictObject({
  time: Instant,
  reviewer: Person,
  second: z.boolean(),
  verdict: z.enum(verdicts),
  explanation: z.enum(explanations).nullable(),
  comment: Text,
  due: Day.nullable(),
  employee_answer: Text.nullable(),
  not_asked_reason: Text.nullable(),
})
export type ProtocolDecision = z.infer<typeof Decision>

/** A case as it was handed out, in words, with everything that was judged of it. */
const Case = z.strictObject({
  case_id: Text,
  source: z.enum(['rules', 'draw', 'target']),
  subject: z.enum([...subjects, 'unit_day']),
  who: Text,
  title: Text,
  whose: Text,
  masked: z.boolean(),
  units: Text,
  first: Text,
  last: Text,
  lookups: Count,
  events: Count,
  activities: Text,
  relation: z.array(Text),
  questions: z.array(
    z.strictObject({ rule: Text, version: z.int().nullable(), title: Text, sentences: z.array(Text) }),
  ),
  /** What may explain the openings. */
  against: z.array(Text),
  status: z.enum(['open', 'ask', 'second', 'disagreed', 'closed']),
  verdict: z.enum(verdicts).nullable(),
  decisions: z.array(Decision),
  held: z.strictObject({ reason: Text, until: Day.nullable() }).nullable(),
})
export type ProtocolCase = z.infer<typeof Case>

/** The follow-up of a case that was found unjustified. */
const FollowUp = z.strictObject({
  case_id: Text,
  aware_at: Instant,
  authority_due: Instant,
  second_due: Day,
  confirmed: z.boolean(),
  closed: z.boolean(),
  steps: z.array(z.strictObject({ step: z.enum(followUpSteps), day: Day.nullable(), comment: Text })),
})
export type ProtocolFollowUp = z.infer<typeof FollowUp>

const Packet = z.strictObject({
  packet_id: Text,
  handed_at: Instant,
  reviewer: Person,
  role: z.enum(reviewerRoles),
  run_id: Text,
  cases: Count,
  minutes: Count,
  /** When the reviewer said to be neither party nor next of kin. */
  declared_at: Instant.nullable(),
})

/** The control in one unit, or what the central reviewer got. */
const Part = z.strictObject({
  care_unit_id: Text.nullable(),
  unit: Text,
  care_provider_id: Text.nullable(),
  care_provider: Text.nullable(),
  stage: z.enum(['handed_out', 'judged', 'signed']),
  /** Null until every case is judged. */
  outcome: z.enum(['no_remark', 'remark']).nullable(),
  signed: z
    .strictObject({ time: Instant, reviewer: Person, role: z.enum(reviewerRoles).nullable(), note: Text })
    .nullable(),
  second_reviewers: z.array(Person),
  packets: z.array(Packet),
  /** Cases of the rules that were not handed out. */
  outside: Count,
  /** All lookups of the unit in the period; null where no run is kept, and for the central reviewer. */
  population: Count.nullable(),
  cases: z.array(Case),
  follow_ups: z.array(FollowUp),
})
export type ProtocolPart = z.infer<typeof Part>

/** A random selection, with all that lets another draw it again. */
const Draw = z.strictObject({
  draw_id: Text,
  method: z.enum(sampleMethods),
  unit: Text.nullable(),
  from: Day,
  to: Day,
  size: Text,
  seed: z.int(),
  population: Count,
  population_sha256: Text,
  drawn: Count,
  minutes: Count,
  left_out: z.array(z.strictObject({ who: Text, cause: z.enum(['reviewer', 'absent', 'protected']) })),
  /** What was drawn: of a protocol of one unit, only there. */
  items: z.array(
    z.strictObject({
      case_id: Text,
      who: Text,
      whose: Text,
      unit: Text,
      day: Day,
      lookups: Count,
      handed_out: z.boolean(),
    }),
  ),
})
export type ProtocolDraw = z.infer<typeof Draw>

/** A run that cases were handed out from; when it has been purged, only what the journal has of it. */
const Run = z.strictObject({
  run_id: Text,
  kept: z.boolean(),
  tool: Text.nullable(),
  lookups: Count.nullable(),
  explained: Count.nullable(),
  rules: z.array(
    z.strictObject({
      rule: Text,
      version: z.int(),
      title: Text,
      outcome: z.enum(['answered', 'not_applicable', 'failed']).nullable(),
      assessed: Count.nullable(),
      flagged: Count.nullable(),
      unknown: Count.nullable(),
      unknown_by_cause: z.record(Text, Count),
    }),
  ),
  inputs: z.array(
    z.strictObject({ source_system: Text.nullable(), kind: Text.nullable(), file: Text, sha256: Text, rows: Count }),
  ),
})
export type ProtocolRun = z.infer<typeof Run>

/** The protocol of a control (kontrollprotokoll): HSLF-FS 2016:40 4 kap. 9 § asks for controls that are documented. */
export const ProtocolDocument = z.strictObject({
  schema: z.literal('loggkoll/protocol/1'),
  language: z.enum(['sv', 'en']),
  tool: Text,
  zone: Text,
  prepared: Instant,
  control_id: Text,
  kind: z.enum(['recurring', 'targeted']),
  cause: z.enum(controlCauses).nullable(),
  reason: Text.nullable(),
  /** Whom or what a targeted control is aimed at, in words. */
  target: Text.nullable(),
  from: Day,
  to: Day,
  case_number: Text.nullable(),
  archive_months: z.int().positive(),
  planned: z.strictObject({ time: Instant, by: Text }),
  /** Some part of it is not signed yet. */
  draft: z.boolean(),
  /** Persons who stand under a pseudonym. */
  masked: Count,
  revealed_for: Text.nullable(),
  parts: z.array(Part),
  draws: z.array(Draw),
  runs: z.array(Run),
  trail_head: Text,
})
export type ProtocolDocument = z.infer<typeof ProtocolDocument>
