import { Facts, type Finding } from '../model/finding.ts'
import type { AnyRule } from '../rules/rule.ts'
import type { Seen } from './evidence.ts'
import type { FlaggedLookup } from './run-rule.ts'

/** Makes the ids of a workspace (workspace/key.ts). */
export interface IdMaker {
  readonly id: (prefix: string, parts: readonly (string | null)[]) => string
}

/** A finding whose evidence has no words yet, with the number of its lookup. */
export interface RawFinding {
  readonly finding: Omit<Finding, 'evidence'> & { readonly evidence: readonly Seen[] }
  readonly lookup_no: number
  readonly is_first: boolean
}

/**
 * Turns what a rule flagged into a finding. Its id is made of rule, user, patient, unit and day, so that a decision
 * survives a rerun; the case is the user's and patient's in this control.
 */
export function makeFinding(rule: AnyRule, flagged: FlaggedLookup, evidence: readonly Seen[]): RawFinding {
  const { user_id, patient_id, care_unit_id, day } = flagged
  const facts: unknown = rule.facts.parse(flagged.facts)
  const { source, ...kept } = flagged.facts
  const severity = rule.severity(facts, flagged.relation_grade)
  const own: Seen = {
    direction: 'for',
    code: rule.id,
    facts: kept,
    source: typeof source === 'string' && source !== 'access_event' ? source : `lookup:${flagged.lookup_id}`,
  }
  return {
    lookup_no: flagged.lookup_no,
    is_first: flagged.is_first === true,
    finding: {
      finding_id: flagged.finding_id,
      case_id: flagged.case_id,
      rule: rule.id,
      rule_version: rule.version,
      severity,
      state: 'new',
      subject: 'user_patient',
      user_id,
      patient_id,
      care_unit_id,
      day,
      opens: rule.opens(facts, severity),
      first_time: flagged.first_time,
      last_time: flagged.last_time,
      event_count: flagged.event_count,
      relation_grade: flagged.relation_grade,
      lookup_ids: [flagged.lookup_id],
      facts: Facts.parse(kept),
      evidence: [own, ...evidence],
      suppressed: false,
    },
  }
}
