import { z } from 'zod'
import { verdicts } from './review.ts'

const Count = z.int().nonnegative()
const truths = ['unjustified', 'justified', 'grey'] as const

/** So many of a whole. */
const PartOf = z.strictObject({ part: Count, whole: Count })

/** How a case was met: the best step, one that is right too, a wrong one, or none. */
const steps = ['best', 'right', 'wrong', 'open'] as const
export type Step = (typeof steps)[number]

/** One case of a trainee, against the key. */
const GradedCase = z.strictObject({
  case_id: z.string(),
  /** What was planted in it; none where it belongs to the everyday of the practice log. */
  items: z.array(z.string()),
  /** `everyday`: nothing was planted there. */
  truth: z.enum([...truths, 'everyday']),
  verdict: z.enum(verdicts).nullable(),
  step: z.enum(steps),
  best: z.array(z.enum(verdicts)),
  right: z.array(z.enum(verdicts)),
  /** The employee was heard before it was judged. */
  heard: z.boolean(),
  rules: z.array(z.string()),
  /** What happened, as the key tells it; empty for the everyday. */
  story: z.string(),
})
export type GradedCase = z.infer<typeof GradedCase>

/** How what was planted was met, of a part of the scenario or of one rule. */
const GradedGroup = z.strictObject({
  /** A part of the scenario, such as `serial`, or a rule; null for what was planted without a thought of any rule. */
  id: z.string().nullable(),
  /** The unjustified that this trainee was handed, and those of them that were asked about or escalated. */
  found: PartOf,
  /** The innocent that this trainee was handed, and those of them that were judged unjustified. */
  accused: PartOf,
})
export type GradedGroup = z.infer<typeof GradedGroup>

/** What must hold to pass, and whether it does. */
const Requirement = z.strictObject({
  /**
   * `found`: of the planted unjustified that were handed out, so many are asked about or escalated. `unheard`: so many
   * innocent are judged unjustified without the employee being heard. `judged`: so many of the cases are judged.
   */
  id: z.enum(['found', 'unheard', 'judged']),
  is: Count,
  of: Count,
  /** At least so many (`found`, `judged`), or at most (`unheard`). */
  limit: Count,
  met: z.boolean(),
})
export type Requirement = z.infer<typeof Requirement>

const GradedTrainee = z.strictObject({
  name: z.string(),
  packets: z.array(z.string()),
  passed: z.boolean(),
  requirements: z.array(Requirement),
  /** Of the planted unjustified that the trainee was handed: asked about or escalated. */
  sensitivity: PartOf,
  /** Of the cases asked about or escalated: truly unjustified. Grey ones are left out. */
  precision: PartOf,
  steps: z.strictObject({ best: Count, right: Count, wrong: Count, open: Count }),
  /** Minutes used, as the page or the journal measured them; null where nothing did. */
  minutes: z.number().nonnegative().nullable(),
  estimated_minutes: Count,
  parts: z.array(GradedGroup),
  rules: z.array(GradedGroup),
  cases: z.array(GradedCase),
})
export type GradedTrainee = z.infer<typeof GradedTrainee>

/** What was planted and lay in nobody's packet. */
const NotHanded = z.strictObject({
  item: z.string(),
  truth: z.enum(truths),
  /** `not_asked`: no rule asked about it. `outside`: a case was made of it, and not handed out. */
  cause: z.enum(['not_asked', 'outside']),
  /** The rules that ought to ask. */
  rules: z.array(z.string()),
  story: z.string(),
})
export type NotHanded = z.infer<typeof NotHanded>

const Agreement = z.strictObject({
  trainees: z.tuple([z.string(), z.string()]),
  /** Cases that both have judged. */
  cases: Count,
  agreed: Count,
  /** Cohen's kappa over the steps close, ask, escalate, undecidable; null where chance alone agrees in everything. */
  kappa: z.number().min(-1).max(1).nullable(),
  differ: z.array(z.strictObject({ case_id: z.string(), verdicts: z.tuple([z.enum(verdicts), z.enum(verdicts)]) })),
})
export type Agreement = z.infer<typeof Agreement>

/** `train grade --format json`: for a learning platform too. */
export const GradeDocument = z.strictObject({
  schema: z.literal('loggkoll/grade/1'),
  /** Of the stories. */
  language: z.enum(['sv', 'en']),
  tool: z.string(),
  prepared: z.iso.datetime(),
  scenario: z.string(),
  seed: z.int(),
  size: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  /** What was planted, and how much of it lay in anybody's packet. */
  planted: z.strictObject({ unjustified: PartOf, justified: PartOf, grey: PartOf }),
  trainees: z.array(GradedTrainee),
  not_handed: z.array(NotHanded),
  agreement: z.array(Agreement),
})
export type GradeDocument = z.infer<typeof GradeDocument>
