import type { AuditRun, AuditSummary, CaseFile } from '../model/audit-document.ts'
import type { QualityDocument } from '../model/quality-document.ts'
import { atLeast, severities } from '../model/severity.ts'
import type { Period } from '../model/period.ts'
import { type Entry, type Noted, verdicts } from '../model/review.ts'
import type { UnitDocument, UnitMonth } from '../model/unit-document.ts'
import type { Control, ReviewedCase } from './controls.ts'
import type { KeptRun } from './kept-runs.ts'

/** Earlier periods that a plot shows. */
const mostMonths = 11
/** Remarks on the log that a head of unit is told. */
const mostRemarks = 2

/** A run as far as a unit's report needs it. */
export interface UnitRun {
  readonly run: AuditRun
  readonly summary: AuditSummary
  readonly cases: readonly CaseFile[]
  /** Finding → its rule, of those that are not suppressed. */
  readonly ruleOf: ReadonlyMap<string, string>
}

type Shares = Pick<
  UnitDocument,
  'lookups' | 'explained' | 'unexplained' | 'unknown' | 'first_lookups' | 'first_explained'
>

/** How much of the unit's lookups is explained. */
export function unitShares({ by_unit }: AuditSummary, unit: string): Shares {
  const found = by_unit.find(({ care_unit_id }) => care_unit_id === unit)
  return {
    lookups: found?.lookups ?? 0,
    explained: found?.explained ?? 0,
    unexplained: found?.unexplained ?? 0,
    unknown: found?.unknown ?? 0,
    first_lookups: found?.first_lookups ?? 0,
    first_explained: found?.first_explained ?? 0,
  }
}

/** The unit's own earlier periods and the one reported: it is held against itself, never against another unit. */
export function unitMonths(kept: readonly KeptRun[], current: UnitRun, unit: string): UnitMonth[] {
  const monthOf = ({ run, summary }: KeptRun): UnitMonth => {
    const { lookups, explained } = unitShares(summary, unit)
    return { from: run.from, to: run.to, lookups, explained }
  }
  const earlier = kept.filter(({ run }) => run.to <= current.run.from).map(monthOf)
  return [...earlier.filter(({ lookups }) => lookups > 0).slice(-mostMonths), monthOf(current)]
}

/** The cases of the rules in the unit, and what they ask about. */
export function unitCases({ cases, ruleOf }: UnitRun, unit: string): Pick<UnitDocument, 'cases' | 'questions'> {
  const mine = cases.filter(({ care_unit_id }) => care_unit_id === unit)
  const selected = mine.filter(({ handed_out }) => handed_out)
  const asked = new Map<string, number>()
  for (const { finding_ids } of selected) {
    for (const rule of new Set(finding_ids.flatMap((id) => ruleOf.get(id) ?? [])))
      asked.set(rule, (asked.get(rule) ?? 0) + 1)
  }
  return {
    cases: {
      selected: selected.length,
      not_selected: mine.length - selected.length,
      minutes: selected.reduce((sum, { minutes }) => sum + minutes, 0),
    },
    questions: [...asked]
      .map(([rule, amount]) => ({ rule, cases: amount }))
      .toSorted((a, b) => b.cases - a.cases || (a.rule < b.rule ? -1 : 1)),
  }
}

/** The unit's part of the controls that reach into the period. */
export interface UnitReview {
  readonly figures: UnitDocument['review']
  /** Cases of the unit, with whomever they lie. */
  readonly cases: readonly ReviewedCase[]
  readonly controls: readonly Control[]
  readonly packets: readonly Noted<Entry<'handed_out'>>[]
  /** Every case of the unit's own part is judged, and it is not signed. */
  readonly toSign: boolean
  readonly case_number: string | null
}

/** What was handed out and judged in the unit; cases of the unit that lie with the central reviewer are counted apart. */
export function unitReview(all: readonly Control[], { from, to }: Period, unit: string): UnitReview {
  const controls = all.filter(({ plan: { body } }) => body.from < to && from < body.to)
  const parts = controls.flatMap((control) => control.parts.filter((part) => part.care_unit_id === unit))
  const cases = parts.flatMap((part) => part.cases)
  const central = controls.flatMap(({ parts: every }) =>
    every.flatMap((part) =>
      part.care_unit_id === null ? part.cases.filter(({ care_unit_id }) => care_unit_id === unit) : [],
    ),
  )
  const amount = (of: (one: ReviewedCase) => boolean): number => cases.filter(of).length
  const packets = parts.flatMap((part) => part.packets)
  return {
    cases,
    controls,
    packets,
    toSign:
      parts.length > 0 &&
      parts.every(({ stage }) => stage !== 'handed_out') &&
      parts.some(({ stage }) => stage === 'judged'),
    case_number: controls.at(-1)?.plan.body.case_number ?? null,
    figures: {
      controls: controls.length,
      handed_out: cases.length,
      drawn: amount(({ source }) => source === 'draw'),
      central: central.length,
      minutes: packets.reduce((sum, { body }) => sum + body.minutes, 0),
      signed: parts.filter(({ stage }) => stage === 'signed').length,
      verdicts: Object.fromEntries(
        verdicts.map((verdict) => [verdict, amount((one) => one.status === 'closed' && one.verdict === verdict)]),
      ) as UnitDocument['review']['verdicts'],
      open: amount(({ status }) => status === 'open'),
      asked: amount(({ status }) => status === 'ask'),
      second: amount(({ status }) => status === 'second'),
      disagreed: amount(({ status }) => status === 'disagreed'),
    },
  }
}

/** Remarks on the log that concern the unit, or that make its figures doubtful; the gravest first. */
export function unitQuality(
  { answer, severity, sources, checks }: QualityDocument,
  unit: string,
): UnitDocument['quality'] {
  const all = checks.flatMap(({ remarks }) => remarks).filter((remark) => atLeast(remark.severity, 'low'))
  const isHere = (remark: (typeof all)[number]): boolean => remark.places.some((place) => place.care_unit_id === unit)
  const isElsewhere = (remark: (typeof all)[number]): boolean =>
    remark.places.length > 0 &&
    remark.places.every(({ care_unit_id }) => care_unit_id !== null && care_unit_id !== unit)
  const matters = all
    .filter((remark) => isHere(remark) || (atLeast(remark.severity, 'medium') && !isElsewhere(remark)))
    .toSorted(
      (a, b) =>
        Number(isHere(b)) - Number(isHere(a)) || severities.indexOf(b.severity) - severities.indexOf(a.severity),
    )
  const told = matters.slice(0, mostRemarks)
  return {
    answer,
    severity,
    // What is remarked of other units is theirs. A source has a name only beside others.
    remarks: told.map((remark) => ({
      ...remark,
      source_system: sources.length > 1 ? remark.source_system : null,
      places: remark.places.filter(({ care_unit_id }) => care_unit_id === unit),
      more_places: 0,
    })),
    more: all.length - told.length,
  }
}
