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
  /** Null where the findings do not tell, since some of them share a part of their lookups. */
  readonly events: number | null
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
    events: countEvents(findings),
    masked:
      isMasked(reading, file.user_id) ||
      isMasked(reading, file.patient_id) ||
      (file.subject === 'user_patient' && findings.some((finding) => finding.rule === 'protected-identity')),
    absent: file.finding_ids.length - held.length,
  }
}

/**
 * The events of the lookups behind findings, each counted once. A finding says those of all its lookups together: of one that no
 * other names alone there is what is left of the sum, unless a part of the others' is in it, which cannot be told.
 */
export function countEvents(findings: readonly Pick<Finding, 'lookup_ids' | 'event_count'>[]): number | null {
  const parts: { readonly lookups: readonly string[]; readonly events: number }[] = []
  const counted = new Set<string>()
  for (const { lookup_ids, event_count } of findings.toSorted((a, b) => a.lookup_ids.length - b.lookup_ids.length)) {
    const mine = new Set(lookup_ids)
    const own = [...mine].filter((id) => !counted.has(id))
    if (own.length === 0) continue
    const shared = parts.filter(({ lookups }) => lookups.some((id) => mine.has(id)))
    if (!shared.every(({ lookups }) => lookups.every((id) => mine.has(id)))) return null
    parts.push({ lookups: own, events: event_count - shared.reduce((sum, { events }) => sum + events, 0) })
    for (const id of own) counted.add(id)
  }
  return parts.reduce((sum, { events }) => sum + events, 0)
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
