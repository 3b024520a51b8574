import { Facts, type Finding } from '../model/finding.ts'
import type { Severity } from '../model/severity.ts'
import type { Rule } from '../rules/rule.ts'
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

export interface FindingMaker {
  readonly ids: IdMaker
  /** First day of the control: the case of a user and a patient is theirs in one control. */
  readonly from: string
  /** Rule id → the severity that the workspace has chosen for all its findings. */
  readonly severities: Readonly<Record<string, Severity>>
}

/**
 * Turns what a rule flagged into findings. An id is made of rule, user, patient, unit and day, so that a decision survives
 * a rerun; what gathers many lookups is known by its subject and its first day.
 */
export function makeFindings(rule: Rule, flagged: readonly FlaggedLookup[], maker: FindingMaker): RawFinding[] {
  const anchors = new Map<string, string>()
  for (const one of flagged) {
    const key = subjectKey(rule, one)
    const day = firstDayOf(one)
    const known = anchors.get(key)
    if (known === undefined || day < known) anchors.set(key, day)
  }
  return flagged.map((one) => makeFinding(rule, one, anchors.get(subjectKey(rule, one))!, maker))
}

function makeFinding(rule: Rule, flagged: FlaggedLookup, anchor: string, maker: FindingMaker): RawFinding {
  const { behind } = flagged
  const facts = rule.facts.parse(flagged.facts)
  const user_id = rule.subject === 'patient' ? null : flagged.user_id
  const patient_id =
    rule.gathers && (rule.subject === 'user' || rule.subject === 'user_day') ? null : flagged.patient_id
  const severity = maker.severities[rule.id] ?? rule.severity(facts, flagged.relation_grade)
  const lookups = behind?.map(({ lookup_id }) => lookup_id) ?? [flagged.lookup_id]
  const isPair = rule.subject === 'user_patient'
  const own: Seen = {
    direction: 'for',
    code: rule.id,
    facts: Facts.parse(flagged.facts),
    source:
      flagged.source !== null && flagged.source !== 'access_event' ? flagged.source : `lookup:${flagged.lookup_id}`,
  }
  return {
    lookup_no: flagged.lookup_no,
    is_first: flagged.is_first === true,
    finding: {
      finding_id:
        rule.gathers && !isPair
          ? maker.ids.id('F', [rule.id, user_id, patient_id, null, rule.subject === 'user_day' ? flagged.day : anchor])
          : maker.ids.id('F', [rule.id, user_id, patient_id, flagged.care_unit_id, flagged.day]),
      case_id: caseId(rule, flagged, anchor, maker),
      rule: rule.id,
      rule_version: rule.version,
      severity,
      state: 'new',
      subject: rule.subject,
      user_id,
      patient_id,
      care_unit_id: flagged.care_unit_id,
      day: flagged.day,
      opens: rule.opens(facts, severity),
      first_time: behind?.[0]?.first_time ?? flagged.first_time,
      last_time:
        behind
          ?.map(({ last_time }) => last_time)
          .toSorted()
          .at(-1) ?? flagged.last_time,
      event_count: behind ? behind.reduce((sum, one) => sum + one.event_count, 0) : flagged.event_count,
      relation_grade: rule.gathers && !isPair ? null : flagged.relation_grade,
      lookup_ids: lookups,
      facts: own.facts,
      evidence: [own],
      suppressed: false,
    },
  }
}

function firstDayOf({ behind, day }: FlaggedLookup): string {
  return behind?.[0]?.day ?? day
}

/** What the findings of one rule have in common when they are one case. */
function subjectKey(rule: Rule, flagged: FlaggedLookup): string {
  const apart = rule.case_by === undefined ? null : String(flagged.facts[rule.case_by] ?? '')
  return JSON.stringify([rule.subject === 'patient' ? flagged.patient_id : flagged.user_id, apart])
}

/** A user's and a patient's findings are one case whatever the rule; what a rule says of a user alone is a case of its own. */
function caseId(rule: Rule, flagged: FlaggedLookup, anchor: string, { ids, from }: FindingMaker): string {
  const { user_id, patient_id, day } = flagged
  switch (rule.subject) {
    case 'user_patient':
      return ids.id('C', ['user_patient', user_id, patient_id, from])
    case 'user_day':
      return ids.id('C', ['user_day', user_id, day])
    case 'patient':
      return ids.id('C', ['patient', patient_id, anchor])
    case 'user':
    case 'unit':
      return ids.id('C', [
        'user',
        rule.id,
        user_id,
        rule.case_by === undefined ? null : String(flagged.facts[rule.case_by] ?? ''),
        anchor,
      ])
  }
}
