import type { AuditSummary, CaseFile } from '../model/audit-document.ts'
import { minutesToRead } from '../model/reading-time.ts'
import { severities, type Severity } from '../model/severity.ts'
import type { IdMaker, RawFinding } from './findings.ts'

/** What a rule gives to the score of a case, by the severity of its gravest finding there. */
const points: Readonly<Record<Severity, number>> = { info: 0, low: 2, medium: 5, high: 10, critical: 20 }

/** Further days count, but a long series does not drown everything else. */
const mostDayPoints = 5

/** What care explains is asked about after what nothing explains. */
const explainedPoints = -3

/**
 * Puts findings together into cases, in the order in which they are handed out: of one user on one patient; of what a rule
 * says of a user, a user's day or a patient; and for a unit whose reference data seem incomplete all that merely lacks a
 * relation there. The budget is for each unit.
 */
export function makeCases(
  found: readonly RawFinding[],
  notices: AuditSummary['unit_notices'],
  ids: IdMaker,
  from: string,
  budget: number,
): { findings: RawFinding[]; cases: CaseFile[] } {
  const findings = gather(found, notices, ids, from)
  const groups = Map.groupBy(findings, ({ finding }) => finding.case_id)
  const cases = [...groups.values()]
    .filter((group) => group.some(({ finding }) => finding.opens && !finding.suppressed))
    .map(makeCase)
  cases.sort(
    (a, b) =>
      b.score - a.score ||
      severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
      (a.case_id < b.case_id ? -1 : 1),
  )
  const handedOut = new Map<string | null, number>()
  return {
    findings,
    cases: cases.map((one) => {
      const place = (handedOut.get(one.care_unit_id) ?? 0) + 1
      handedOut.set(one.care_unit_id, place)
      return { ...one, handed_out: place <= budget }
    }),
  }
}

/**
 * What only lacks a relation is no case of its own where it is a part of a larger one: of many readers of a patient, of a
 * user with many such patients, of a unit with a notice. What something else opens too stays where it is.
 */
function gather(
  found: readonly RawFinding[],
  notices: AuditSummary['unit_notices'],
  ids: IdMaker,
  from: string,
): RawFinding[] {
  const noticed = new Set(notices.map((notice) => notice.care_unit_id))
  const openedByOthers = new Set(
    found.filter(({ finding }) => finding.opens && !lacksOnly(finding)).map(({ finding }) => finding.case_id),
  )
  const larger = new Map<string, RawFinding['finding']>()
  for (const rule of ['serial-lookup', 'crowd']) {
    for (const { finding } of found) {
      if (finding.rule === rule) for (const lookup of finding.lookup_ids) larger.set(lookup, finding)
    }
  }
  return found.map((raw) => {
    const { finding } = raw
    if (!lacksOnly(finding) || openedByOthers.has(finding.case_id)) return raw
    const whole = larger.get(finding.lookup_ids[0] ?? '')
    if (whole) return { ...raw, finding: { ...finding, case_id: whole.case_id, subject: whole.subject } }
    if (finding.relation_grade !== 'E' || finding.care_unit_id === null || !noticed.has(finding.care_unit_id))
      return raw
    return {
      ...raw,
      finding: { ...finding, case_id: ids.id('C', ['unit', finding.care_unit_id, from]), subject: 'unit' as const },
    }
  })
}

function lacksOnly({ rule }: RawFinding['finding']): boolean {
  return rule === 'no-care-relation'
}

function makeCase(group: readonly RawFinding[]): CaseFile {
  const gravest = new Map<string, Severity>()
  for (const { finding } of group) {
    const known = gravest.get(finding.rule)
    if (!known || severities.indexOf(finding.severity) > severities.indexOf(known))
      gravest.set(finding.rule, finding.severity)
  }
  const score_parts: CaseFile['score_parts'] = [...gravest]
    .map(([rule, severity]) => ({ code: 'rule', points: points[severity], facts: { rule, severity } }))
    .filter((part) => part.points > 0)
  const lead = group.toSorted(byWeight)[0]!.finding
  const { subject } = lead
  const isUnit = subject === 'unit'
  const days = new Set(group.map(({ finding }) => finding.day)).size
  if (days > 1 && !isUnit)
    score_parts.push({ code: 'days', points: Math.min(days - 1, mostDayPoints), facts: { days } })
  if (group.some((raw) => raw.is_first) && !isUnit) score_parts.push({ code: 'first_lookup', points: 1, facts: {} })
  if (group.every(({ finding }) => finding.relation_grade === 'A+' || finding.relation_grade === 'A'))
    score_parts.push({ code: 'explained', points: explainedPoints, facts: {} })
  const lookups = new Set(group.flatMap(({ finding }) => finding.lookup_ids)).size
  return {
    case_id: lead.case_id,
    subject,
    user_id: isUnit || subject === 'patient' ? null : lead.user_id,
    patient_id: subject === 'user_patient' || subject === 'patient' ? lead.patient_id : null,
    care_unit_id: lead.care_unit_id,
    severity: lead.severity,
    score: score_parts.reduce((sum, part) => sum + part.points, 0),
    score_parts,
    minutes: minutesToRead(lookups),
    finding_ids: group.map(({ finding }) => finding.finding_id),
    handed_out: false,
  }
}

/** The gravest first; of equals the one that is about the whole case. */
function byWeight(a: RawFinding, b: RawFinding): number {
  return (
    severities.indexOf(b.finding.severity) - severities.indexOf(a.finding.severity) ||
    b.finding.lookup_ids.length - a.finding.lookup_ids.length
  )
}
