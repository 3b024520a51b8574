import { z } from 'zod'
import { relationGrades } from '../model/grade.ts'
import { subjects } from '../model/finding.ts'
import { referenceKinds } from '../model/reference.ts'
import { severities } from '../model/severity.ts'
import { law } from './law.ts'

const name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'is no name: small letters, digits and underscores')
const severity = z.enum(severities)
const value = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** Fact (or `grade`) → the values for which something holds; all of them must. */
const When = z.record(name, z.union([value, z.array(value)]))
export type When = z.infer<typeof When>

const Steps = z.array(z.strictObject({ when: When.optional(), is: severity })).min(1)

/** Words of both languages side by side. */
const Both = z.strictObject({ sv: z.string().min(1), en: z.string().min(1) })

const Parameter = z
  .strictObject({
    type: z.enum(['integer', 'number']),
    default: z.number(),
    min: z.number().optional(),
    max: z.number().optional(),
    /** What the number counts, such as days or patients. */
    unit: z.string().min(1),
    means: Both,
  })
  .refine(
    (one) => one.default >= (one.min ?? -Infinity) && one.default <= (one.max ?? Infinity),
    'the default is outside its limits',
  )

const Fact = z.union([
  z.enum(['integer', 'number', 'text', 'day', 'time', 'boolean', 'grade']),
  z.array(z.string()).min(1),
])
export type FactType = z.infer<typeof Fact>

const Words = z.strictObject({
  title: z.string().min(1),
  question: z.string().endsWith('?'),
  why: z.string().min(1),
  ask: z.string().min(1),
  explanations: z.array(z.string().min(1)).min(1),
  misses: z.string().min(1),
  /** Fact → its values in words. */
  values: z.record(name, z.record(z.string(), z.string())).default({}),
  /** The sentences of a finding: the first whose `when` holds (sentence.ts has the grammar). */
  finding: z.array(z.strictObject({ when: When.optional(), say: z.string().min(1) })).min(1),
})
export type WordsFile = z.infer<typeof Words>

const Basis = z.union([
  z.enum(Object.keys(law) as [keyof typeof law, ...(keyof typeof law)[]]),
  z.strictObject({ act: z.string().min(1), place: z.string().min(1), heading: Both }),
])

/** A rule as it is written: `<id>.yaml`, the same for the tool's own and a workspace's. */
export const RuleFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'is no id: words of small letters, with hyphens between'),
  version: z.int().min(1),
  on: z.boolean().default(true),
  law: z.array(Basis).min(1),
  needs: z.array(z.array(z.enum([...referenceKinds, 'user_person'])).min(1)).default([]),
  /** Queries run before the rule's own, each with the rule whose parameters it goes by (its own when not said). */
  prepares: z.array(z.union([z.string(), z.strictObject({ query: z.string(), of: z.string() })])).default([]),
  subject: z.enum(subjects).exclude(['unit']).default('user_patient'),
  gathers: z.boolean().default(false),
  /** Does the query give one answer to each graded lookup? Then a no need not be written to be counted. */
  each_lookup: z.boolean().default(false),
  case_by: name.optional(),
  /**
   * Does the answer depend on who opened whom? `lookups`: yes, and it is read from lookups alone, so that it can be asked of
   * a log whose patients are shuffled; `events`: yes, but it reads events, which are not; `none`: no.
   */
  pairs: z.enum(['lookups', 'events', 'none']).default('none'),
  /** Days, or the parameter that holds them. */
  looks_back: z.union([z.int().min(0).max(400), name]).default(0),
  severity: z.union([severity, Steps]),
  /** Grades at which the severity is one lower. */
  lowered_at: z.array(z.enum(relationGrades)).default([]),
  opens: z.union([
    z.boolean(),
    z.strictObject({ from: severity }),
    z.strictObject({ when: z.union([When, z.array(When)]) }),
  ]),
  parameters: z.record(name, Parameter).default({}),
  facts: z.record(name, Fact).default({}),
  words: z.strictObject({ sv: Words, en: Words }),
})
export type RuleFile = z.infer<typeof RuleFile>
export type ParameterFile = z.infer<typeof Parameter>
