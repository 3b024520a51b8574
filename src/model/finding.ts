import { z } from 'zod'
import { relationGrades } from './grade.ts'
import { severities } from './severity.ts'

export const subjects = ['user_patient', 'user_day', 'user', 'patient', 'unit'] as const
export type Subject = (typeof subjects)[number]

/** Flat values, so that a finding reads the same in SQL, JSON and CSV. */
export const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
export type Facts = z.infer<typeof Facts>

/** One sentence for or against a question, with the row that it rests on. */
export const Evidence = z.strictObject({
  direction: z.enum(['for', 'against']),
  code: z.string(),
  facts: Facts,
  text: z.string(),
  source: z.string(),
})
export type Evidence = z.infer<typeof Evidence>

/** A lookup to which a rule's answer was yes. It asks; a person decides. */
export const Finding = z.strictObject({
  finding_id: z.string(),
  case_id: z.string(),
  rule: z.string(),
  rule_version: z.int(),
  severity: z.enum(severities),
  state: z.enum(['new', 'open', 'decided', 'explained_later', 'gone']),
  subject: z.enum(subjects),
  user_id: z.string().nullable(),
  patient_id: z.string().nullable(),
  care_unit_id: z.string().nullable(),
  day: z.iso.date(),
  opens: z.boolean(),
  first_time: z.string(),
  last_time: z.string(),
  event_count: z.int(),
  relation_grade: z.enum(relationGrades).nullable(),
  lookup_ids: z.array(z.string()),
  facts: Facts,
  evidence: z.array(Evidence),
  suppressed: z.boolean(),
})
export type Finding = z.infer<typeof Finding>
