import { z } from 'zod'
import type { RuleRun } from '../model/audit-document.ts'
import { Facts } from '../model/finding.ts'
import { relationGrades } from '../model/grade.ts'
import type { Period } from '../model/period.ts'
import { queryHash } from '../queries/load.ts'
import type { AnyRule } from '../rules/rule.ts'
import { QueryError, type Store, type Values } from '../store/store.ts'

/** A lookup that a rule flagged. */
export const FlaggedLookup = z.object({
  lookup_no: z.coerce.number(),
  lookup_id: z.string(),
  finding_id: z.string(),
  case_id: z.string(),
  user_id: z.string(),
  patient_id: z.string().nullable(),
  care_unit_id: z.string().nullable(),
  day: z.string(),
  first_time: z.string(),
  last_time: z.string(),
  event_count: z.number(),
  relation_grade: z.enum(relationGrades).nullable(),
  is_first: z.boolean().nullable(),
  facts: z.string().transform((text) => Facts.parse(JSON.parse(text))),
})
export type FlaggedLookup = z.infer<typeof FlaggedLookup>

const Counts = z.object({ assessed: z.coerce.number(), flagged: z.coerce.number(), unknown: z.coerce.number() })
const Cause = z.object({ cause: z.string().nullable(), lookups: z.coerce.number() })
const UnitShare = z.object({
  care_unit_id: z.string().nullable(),
  lookups: z.coerce.number(),
  flagged: z.coerce.number(),
})

export interface RuleAnswer {
  readonly run: RuleRun
  readonly flagged: readonly FlaggedLookup[]
  readonly ill_fitting: readonly z.infer<typeof UnitShare>[]
}

/**
 * Puts one rule's question to the lookups of the period. A rule whose tables are empty, or that has nothing to look at,
 * is not applicable; one whose query fails is reported as failed and stops no other.
 */
export async function runRule(
  store: Store,
  rule: AnyRule,
  chosen: unknown,
  period: Period,
  tables: ReadonlyMap<string, number>,
): Promise<RuleAnswer> {
  const parameters = rule.parameters.parse(chosen ?? {}) as Record<string, unknown>
  const empty = (table: string): boolean => (tables.get(table) ?? 0) === 0
  const base: RuleRun = {
    rule: rule.id,
    version: rule.version,
    sql_sha256: queryHash(...(rule.prepares ?? []), `rules/${rule.id}`),
    parameters,
    outcome: 'not_applicable',
    assessed: 0,
    flagged: 0,
    unknown: 0,
    unknown_by_cause: {},
    missing: [...new Set(rule.needs.flat().filter((table) => table !== 'user_person' && empty(table)))],
  }
  const nothing = { flagged: [], ill_fitting: [] }
  if (rule.needs.some((group) => group.every(empty))) return { run: base, ...nothing }
  try {
    const values = { ...(parameters as Values), ...period }
    for (const query of rule.prepares ?? []) await store.run(query, values)
    await store.run('audit/assess', values, { rule: store.text(`rules/${rule.id}`) })
    const counts = await store.row('audit/count-assessed', Counts)
    if (counts.assessed === 0) return { run: base, ...nothing }
    const causes = await store.rows('audit/count-unknown', Cause)
    return {
      run: {
        ...base,
        ...counts,
        outcome: 'answered',
        unknown_by_cause: Object.fromEntries(causes.map((row) => [row.cause ?? 'unknown', row.lookups])),
      },
      flagged: await store.rows('audit/flagged', FlaggedLookup, { rule: rule.id, from: period.from }),
      ill_fitting: await store.rows('audit/flagged-by-unit', UnitShare),
    }
  } catch (error) {
    if (!(error instanceof QueryError)) throw error
    return { run: { ...base, outcome: 'failed' }, ...nothing }
  }
}
