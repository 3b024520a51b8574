import { z } from 'zod'
import { Finding, subjects } from './finding.ts'
import { severities } from './severity.ts'

const Count = z.int().nonnegative()

/** What one rule answered in a run, with its denominators. */
export const RuleRun = z.strictObject({
  rule: z.string(),
  version: z.int(),
  sql_sha256: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  outcome: z.enum(['answered', 'not_applicable', 'failed']),
  assessed: Count,
  flagged: Count,
  unknown: Count,
  unknown_by_cause: z.record(z.string(), Count),
  /** Reference tables that would let the rule say more, and that hold nothing. */
  missing: z.array(z.string()),
})
export type RuleRun = z.infer<typeof RuleRun>

const AuditInput = z.strictObject({ batch: z.string(), file: z.string(), sha256: z.string(), rows: Count })

export const AuditRun = z.strictObject({
  run_id: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  lookups: Count,
  explained: Count,
  first_lookups: Count,
  first_explained: Count,
  zone: z.string(),
  tool: z.string(),
  inputs: z.array(AuditInput),
  trail_head: z.string(),
  rules: z.array(RuleRun),
})
export type AuditRun = z.infer<typeof AuditRun>

/** `audit --format json`. */
export const AuditDocument = z.strictObject({
  schema: z.literal('loggkoll/audit/1'),
  run: AuditRun,
  findings: z.array(Finding),
})
export type AuditDocument = z.infer<typeof AuditDocument>

/** Where a case stands in the order of handing out; the score is the sum of its parts. */
export const CaseFile = z.strictObject({
  case_id: z.string(),
  subject: z.enum(subjects),
  user_id: z.string().nullable(),
  patient_id: z.string().nullable(),
  care_unit_id: z.string().nullable(),
  severity: z.enum(severities),
  score: z.int(),
  score_parts: z.array(
    z.strictObject({
      code: z.string(),
      points: z.int(),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  /** How long it takes to read, as estimated. */
  minutes: Count,
  finding_ids: z.array(z.string()),
  handed_out: z.boolean(),
})
export type CaseFile = z.infer<typeof CaseFile>

/** A terminal shows so many cases, the first; the report shows them all. */
export const firstCases = 10

const ShareOfUnit = z.strictObject({
  care_unit_id: z.string().nullable(),
  name: z.string().nullable(),
  lookups: Count,
  explained: Count,
  first_lookups: Count,
  first_explained: Count,
  unexplained: Count,
  unknown: Count,
})

/** Everything that a report of a run may know beside the document: shares, plots, what is not in the denominators. */
export const AuditSummary = z.strictObject({
  by_unit: z.array(ShareOfUnit),
  by_reason: z.array(z.strictObject({ grade: z.string().nullable(), reason: z.string().nullable(), lookups: Count })),
  by_hour: z.array(z.strictObject({ weekday: z.int().min(1).max(7), hour: z.int().min(0).max(23), lookups: Count })),
  /** Not asked about: robots, citizens, systems, events without user or time, other providers' staff. */
  apart: z.strictObject({
    other_providers: z.array(z.strictObject({ care_provider_id: z.string().nullable(), lookups: Count })),
    robot_lookups: Count,
    citizen_events: Count,
    system_events: Count,
    events_without_user: Count,
    events_without_time: Count,
    session_events: Count,
  }),
  /** Units where so much is unexplained that the reference data are probably incomplete. */
  unit_notices: z.array(
    z.strictObject({
      care_unit_id: z.string(),
      lookups: Count,
      unexplained: Count,
      users: Count,
      users_with_unexplained: Count,
    }),
  ),
  /** Units where one rule flags more than 5 % of the lookups: there the rule does not fit. */
  ill_fitting: z.array(
    z.strictObject({ rule: z.string(), care_unit_id: z.string().nullable(), lookups: Count, flagged: Count }),
  ),
  notices: z.array(
    z.strictObject({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
  budget: Count,
})
export type AuditSummary = z.infer<typeof AuditSummary>

/** Names for ids, for those whom a report may name; a protected person has none. */
export interface NameBook {
  readonly users: ReadonlyMap<string, { readonly name: string | null; readonly title: string | null }>
  readonly patients: ReadonlyMap<string, { readonly name: string | null }>
  readonly units: ReadonlyMap<string, string>
}
