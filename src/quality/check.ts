import type { Period } from '../model/period.ts'
import type {
  QualityCheck,
  QualityCheckId,
  QualityFigure,
  QualityPlace,
  QualityRemark,
  QualitySource,
  Unanswered,
} from '../model/quality-document.ts'
import { atLeast, severities, type Severity } from '../model/severity.ts'
import type { Store } from '../store/store.ts'
import { fewEvents, mostPlaces, type Step } from './thresholds.ts'

/** What every check is asked of. */
export interface Scope {
  readonly store: Store
  readonly period: Period
  /** Were the days chosen by a person? Then days without a log at either end are missing. */
  readonly chosen: boolean
  /** The local day of the question: what lies after it has not happened. */
  readonly today: string
  readonly sources: readonly QualitySource[]
}

/** What a check found. Without a remark it is fit, unless nothing of it could be told. */
export interface Found {
  readonly figures: readonly QualityFigure[]
  readonly remarks: readonly QualityRemark[]
  readonly unanswered?: readonly Unanswered[]
  /** Could nothing at all be told? By default when every source stands among the unanswered. */
  readonly silent?: boolean
}

export interface Check {
  readonly id: QualityCheckId
  readonly ask: (scope: Scope) => Promise<Found>
}

/** The step that a share reaches; above zero by however little it reaches the step at zero. */
export function severityOf(part: number, whole: number, steps: readonly Step[]): Severity | null {
  if (part === 0 || whole === 0) return null
  const severity = steps.find(([share]) => part / whole >= share)?.[1] ?? null
  return severity !== null && whole < fewEvents && atLeast(severity, 'high') ? 'medium' : severity
}

/** A figure, with all that it need not say left out. */
export function figure(name: string, part: number, about: Partial<QualityFigure> = {}): QualityFigure {
  return { figure: name, subject: null, source_system: null, whole: null, ...about, part }
}

/** A remark, with all that it need not say left out, and its worst places first. */
export function remark(
  code: string,
  severity: Severity,
  part: number,
  about: Partial<Omit<QualityRemark, 'code' | 'severity' | 'part'>> = {},
): QualityRemark {
  const places = about.places ?? []
  return {
    code,
    severity,
    subject: about.subject ?? null,
    source_system: about.source_system ?? null,
    part,
    whole: about.whole ?? null,
    facts: about.facts ?? {},
    places: places.slice(0, mostPlaces),
    more_places: (about.more_places ?? 0) + Math.max(0, places.length - mostPlaces),
  }
}

export function place(part: number, about: Partial<QualityPlace>): QualityPlace {
  return { care_unit_id: null, batch: null, cause: null, from: null, to: null, whole: null, ...about, part }
}

/** What a check answers, from what it found. */
export function answerOf(id: QualityCheckId, found: Found, sources: number): QualityCheck {
  const remarks = found.remarks.toSorted(byWeight)
  const severity = remarks[0]?.severity ?? null
  const unanswered = [...(found.unanswered ?? [])]
  const silent = found.silent ?? (unanswered.length > 0 && silentSources(unanswered) >= sources)
  const worthSaying = severity !== null && atLeast(severity, 'low')
  return {
    check: id,
    answer: worthSaying ? 'remark' : silent ? 'cannot_tell' : 'fit',
    severity,
    figures: [...found.figures],
    remarks,
    unanswered,
  }
}

function silentSources(unanswered: readonly Unanswered[]): number {
  return new Set(unanswered.map(({ source_system }) => source_system)).size
}

function byWeight(a: QualityRemark, b: QualityRemark): number {
  return (
    severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
    compare(a.code, b.code) ||
    compare(a.source_system ?? '', b.source_system ?? '') ||
    compare(a.subject ?? '', b.subject ?? '')
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
