import type { CaseFile } from '../model/audit-document.ts'
import type { Finding } from '../model/finding.ts'
import type { RunTally } from '../model/run-tally.ts'
import { severities } from '../model/severity.ts'
import { isMasked } from './naming.ts'
import type { Reading } from './reading.ts'

/** The findings of one rule in a case. */
export interface Asked {
  readonly rule: string
  readonly findings: readonly Finding[]
}

/** A case with its findings, and what they say together. */
export interface CaseReading {
  readonly file: CaseFile
  /** Its place in the order of handing out, from 1. */
  readonly place: number
  readonly findings: readonly Finding[]
  readonly asked: readonly Asked[]
  readonly days: readonly string[]
  readonly units: readonly (string | null)[]
  readonly grades: readonly (string | null)[]
  readonly first_time: string
  readonly last_time: string
  readonly lookups: number
  readonly events: number
  /** Does it concern a person who stands on a page of their own? */
  readonly masked: boolean
  /** Findings of the case that the report does not hold. */
  readonly absent: number
}

/** The cases that were handed out, in order of score; so many of them. */
export function casesHandedOut(reading: Reading, most = Infinity): CaseReading[] {
  const { report } = reading
  const byId = new Map(report.document.findings.map((finding) => [finding.finding_id, finding]))
  return report.cases
    .filter((file) => file.handed_out)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map((file, index) => readCase(reading, file, index + 1, byId))
}

function readCase(reading: Reading, file: CaseFile, place: number, byId: ReadonlyMap<string, Finding>): CaseReading {
  const held = file.finding_ids.flatMap((id) => byId.get(id) ?? [])
  const findings = held.filter((finding) => !finding.suppressed).toSorted(inTime)
  const lookups = new Map(findings.map((finding) => [finding.lookup_ids.join(' '), finding]))
  return {
    file,
    place,
    findings,
    asked: byRule(findings),
    days: unique(findings.flatMap(daysOf)).toSorted(),
    units: unique(findings.length > 0 ? findings.map((finding) => finding.care_unit_id) : [file.care_unit_id]),
    // What rests on several lookups has no grade of its own.
    grades: unique(findings.filter(({ lookup_ids }) => lookup_ids.length < 2).map((finding) => finding.relation_grade)),
    first_time: findings.map((finding) => finding.first_time).toSorted()[0] ?? '',
    last_time:
      findings
        .map((finding) => finding.last_time)
        .toSorted()
        .at(-1) ?? '',
    lookups: unique(findings.flatMap((finding) => finding.lookup_ids)).length,
    events: [...lookups.values()].reduce((sum, finding) => sum + finding.event_count, 0),
    masked:
      isMasked(reading, file.user_id) ||
      isMasked(reading, file.patient_id) ||
      (file.subject === 'user_patient' && findings.some((finding) => finding.rule === 'protected-identity')),
    absent: file.finding_ids.length - held.length,
  }
}

/** The first and the last day of what rests on several lookups; else its one day. */
export function daysOf({ day, lookup_ids, first_time, last_time }: Finding): string[] {
  return lookup_ids.length < 2 ? [day] : [first_time.slice(0, 10), last_time.slice(0, 10)]
}

/** The gravest question first, then as they come. */
function byRule(findings: readonly Finding[]): Asked[] {
  const gravity = (asked: Asked): number =>
    Math.max(...asked.findings.map((finding) => severities.indexOf(finding.severity)))
  return [...Map.groupBy(findings, (finding) => finding.rule)]
    .map(([rule, group]) => ({ rule, findings: group }))
    .toSorted((a, b) => gravity(b) - gravity(a))
}

/** Findings in the order in which they happened. */
export function inTime(a: Finding, b: Finding): number {
  return compare(a.first_time, b.first_time) || compare(a.finding_id, b.finding_id)
}

/** Do findings of this kind only add to a case, and belong to none that was handed out? */
export function isAddingOutside({ opens, suppressed, handed_out }: RunTally['findings'][number]): boolean {
  return !opens && !suppressed && !handed_out
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
