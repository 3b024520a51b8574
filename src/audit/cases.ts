import type { AuditSummary, CaseFile } from '../model/audit-document.ts'
import { severities, type Severity } from '../model/severity.ts'
import type { IdMaker, RawFinding } from './findings.ts'

/** What a rule gives to the score of a case, by the severity of its gravest finding there. */
const points: Readonly<Record<Severity, number>> = { info: 0, low: 2, medium: 5, high: 10, critical: 20 }

/** Further days count, but a long series does not drown everything else. */
const mostDayPoints = 5

/**
 * Puts findings together into cases, in the order in which they are handed out: of one user on one patient, and for a
 * unit whose reference data seem incomplete all that merely lacks a relation there. The budget is for each unit.
 */
export function makeCases(
  found: readonly RawFinding[],
  notices: AuditSummary['unit_notices'],
  ids: IdMaker,
  from: string,
  budget: number,
): { findings: RawFinding[]; cases: CaseFile[] } {
  const findings = gatherUnderUnits(found, notices, ids, from)
  const groups = Map.groupBy(findings, ({ finding }) => finding.case_id)
  const cases = [...groups.values()].filter((group) => group.some(({ finding }) => finding.opens)).map(makeCase)
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

/** Where a unit has a notice, what only lacks a relation is one case of the unit, unless something else opens a case too. */
function gatherUnderUnits(
  found: readonly RawFinding[],
  notices: AuditSummary['unit_notices'],
  ids: IdMaker,
  from: string,
): RawFinding[] {
  const noticed = new Set(notices.map((notice) => notice.care_unit_id))
  const openedByOthers = new Set(
    found
      .filter(({ finding }) => finding.opens && finding.rule !== 'no-care-relation')
      .map(({ finding }) => finding.case_id),
  )
  return found.map((raw) => {
    const { finding } = raw
    const gathered =
      finding.rule === 'no-care-relation' &&
      finding.relation_grade === 'E' &&
      finding.care_unit_id !== null &&
      noticed.has(finding.care_unit_id) &&
      !openedByOthers.has(finding.case_id)
    if (!gathered) return raw
    return {
      ...raw,
      finding: { ...finding, case_id: ids.id('C', ['unit', finding.care_unit_id, from]), subject: 'unit' as const },
    }
  })
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
  const isUnit = group[0]!.finding.subject === 'unit'
  const days = new Set(group.map(({ finding }) => finding.day)).size
  if (days > 1 && !isUnit)
    score_parts.push({ code: 'days', points: Math.min(days - 1, mostDayPoints), facts: { days } })
  if (group.some((raw) => raw.is_first) && !isUnit) score_parts.push({ code: 'first_lookup', points: 1, facts: {} })
  const lead = group.toSorted(
    (a, b) => severities.indexOf(b.finding.severity) - severities.indexOf(a.finding.severity),
  )[0]!.finding
  return {
    case_id: lead.case_id,
    subject: lead.subject,
    user_id: isUnit ? null : lead.user_id,
    patient_id: isUnit ? null : lead.patient_id,
    care_unit_id: lead.care_unit_id,
    severity: lead.severity,
    score: score_parts.reduce((sum, part) => sum + part.points, 0),
    score_parts,
    finding_ids: group.map(({ finding }) => finding.finding_id),
    handed_out: false,
  }
}
