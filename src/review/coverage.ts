import type { CoverageDocument, CoverageState, CoverageUnit } from '../model/coverage-document.ts'
import { coverageStates } from '../model/coverage-document.ts'
import { addMonths, type Period } from '../model/period.ts'
import type { DrawnItem } from '../model/review.ts'
import type { Control, ControlPart, ReviewedCase } from './controls.ts'
import { isNamed } from './hand-out.ts'
import { type Judged, type Reviewers, reviewerFor } from './reviewers.ts'

/** A member of staff of a unit. */
interface StaffRow {
  readonly care_unit_id: string
  readonly user_id: string
  /** Has lookups from the unit in the period. */
  readonly active: boolean
}

/** What a coverage is told from. */
export interface CoverageFacts {
  readonly period: Period
  /** The local day. */
  readonly today: string
  readonly staff: readonly StaffRow[]
  /** In which months a unit has lookups, as `unit month`. */
  readonly busy: ReadonlySet<string>
  /** The day before which lookups have been purged. */
  readonly purged_before: string | null
  readonly controls: readonly Control[]
  /** Who has lookups at a unit on a day that was drawn, by `unit day`. */
  readonly unitDays: ReadonlyMap<string, readonly string[]>
  readonly reviewers: Reviewers
  /** Cases of the latest run that have not been handed out. */
  readonly waiting: readonly Judged[]
}

type Told = Omit<CoverageDocument, 'schema' | 'tool' | 'prepared' | 'trail_head' | 'archive_months'>
/** How far a member of staff has come in a unit. */
type Reach = 'selected' | 'judged' | 'signed'

/** Whom the controls of a period have reached, unit by unit and month by month, and what is missing. */
export function coverageOf(facts: CoverageFacts): Told {
  const { period, today, staff, reviewers } = facts
  const controls = facts.controls.filter(({ plan }) => plan.body.from < period.to && plan.body.to > period.from)
  const reached = reachedBy(controls, facts)
  const byUnit = Map.groupBy(staff, ({ care_unit_id }) => care_unit_id)
  const months = monthsOf(period)
  const units = [...byUnit].map(([care_unit_id, members]): CoverageUnit => {
    const has = (reach: Reach) => members.filter(({ user_id }) => reached.has(reach, care_unit_id, user_id)).length
    return {
      care_unit_id,
      staff: members.length,
      active: members.filter(({ active }) => active).length,
      selected: has('selected'),
      judged: has('judged'),
      signed: has('signed'),
      has_reviewer: isNamed(reviewers, care_unit_id),
      months: months.map((month) => ({ month, state: stateOf(facts, controls, care_unit_id, month) })),
    }
  })
  const central = centralUnit(facts, controls, months)
  const members = [...Map.groupBy(staff, ({ user_id }) => user_id).values()]
  const anywhere = (reach: Reach): number =>
    members.filter((rows) => rows.some(({ care_unit_id, user_id }) => reached.has(reach, care_unit_id, user_id))).length
  return {
    ...period,
    today,
    total: {
      staff: members.length,
      active: members.filter((rows) => rows.some(({ active }) => active)).length,
      selected: anywhere('selected'),
      judged: anywhere('judged'),
      signed: anywhere('signed'),
    },
    months: months.map((month) => ({ month, ...countStates(units, month) })),
    units: [...units, ...central],
    not_reviewed: staff
      .filter(({ active, care_unit_id, user_id }) => active && !reached.has('judged', care_unit_id, user_id))
      .map(({ care_unit_id, user_id }) => ({
        user_id,
        care_unit_id,
        state: reached.has('selected', care_unit_id, user_id) ? 'selected' : 'not_selected',
      })),
    not_by_own_unit: notByOwnUnit(facts),
    units_without_reviewer: units
      .filter((unit) => !unit.has_reviewer && unit.active > 0)
      .map((unit) => unit.care_unit_id!),
    cases_without_reviewer: casesWithoutReviewer(facts, controls),
  }
}

/** Who has been reached, as what the journal holds has it: what has no unit counts at each unit of the user. */
function reachedBy(controls: readonly Control[], { unitDays, period }: CoverageFacts) {
  const known = { selected: new Set<string>(), judged: new Set<string>(), signed: new Set<string>() }
  const add = (reach: Reach, unit: string | null, user: string): void => void known[reach].add(`${unit ?? ''} ${user}`)
  for (const { draws, parts } of controls) {
    for (const { body } of draws) {
      const leftOut = new Set(body.left_out.map(({ user_id }) => user_id))
      for (const item of body.items.filter(({ day }) => day >= period.from && day < period.to)) {
        for (const user of drawnUsers(item, unitDays)) {
          if (!leftOut.has(user)) add('selected', item.care_unit_id, user)
        }
      }
    }
    for (const part of parts) {
      for (const one of part.cases) {
        for (const user of usersOf(one)) {
          add('selected', one.care_unit_id, user)
          if (one.status === 'closed') add('judged', one.care_unit_id, user)
          if (part.stage === 'signed') add('signed', one.care_unit_id, user)
        }
      }
    }
  }
  return {
    has: (reach: Reach, unit: string, user: string): boolean =>
      known[reach].has(`${unit} ${user}`) || known[reach].has(` ${user}`),
  }
}

/** A drawn record is the patient's: it says little of any one of those who opened it. */
function drawnUsers({ user_id, subject, care_unit_id, day }: DrawnItem, unitDays: CoverageFacts['unitDays']) {
  if (user_id !== null) return [user_id]
  return subject === 'unit_day' ? (unitDays.get(`${care_unit_id} ${day}`) ?? []) : []
}

function usersOf({ user_id, lookups }: ReviewedCase): Set<string> {
  return new Set([...(user_id === null ? [] : [user_id]), ...lookups.map((lookup) => lookup.user_id)])
}

/** The months that a period touches, as `2026-03`. */
export function monthsOf({ from, to }: Period): string[] {
  const months: string[] = []
  for (let first = addMonths(from, 0); first < to; first = addMonths(first, 1)) months.push(first.slice(0, 7))
  return months
}

/** How the recurring control of a month stands in a unit. */
function stateOf(
  { today, busy, purged_before }: CoverageFacts,
  controls: readonly Control[],
  unit: string | null,
  month: string,
): CoverageState {
  const first = `${month}-01`
  const end = addMonths(first, 1)
  const parts = partsOf(controls, unit, first, end)
  if (parts.length > 0 && parts.every(({ stage }) => stage === 'signed')) return 'done'
  if (parts.length === 0 && today < end) return 'not_due'
  if (parts.length === 0 && !busy.has(`${unit} ${month}`)) {
    return purged_before !== null && first < purged_before ? 'purged' : 'nothing'
  }
  if (today >= addMonths(first, 2)) return 'late'
  return parts.length > 0 ? 'under_way' : 'not_started'
}

function partsOf(controls: readonly Control[], unit: string | null, first: string, end: string): ControlPart[] {
  return controls
    .filter(({ plan: { body } }) => body.kind === 'recurring' && body.from < end && body.to > first)
    .flatMap(({ parts }) => parts.filter(({ care_unit_id }) => care_unit_id === unit))
}

/** The central reviewer's part stands beside the units, where there is one. */
function centralUnit(facts: CoverageFacts, controls: readonly Control[], months: readonly string[]): CoverageUnit[] {
  if (!controls.some(({ parts }) => parts.some(({ care_unit_id }) => care_unit_id === null))) return []
  return [
    {
      care_unit_id: null,
      staff: 0,
      active: 0,
      selected: 0,
      judged: 0,
      signed: 0,
      has_reviewer: facts.reviewers.all.some(({ role }) => role === 'central'),
      months: months.map((month) => ({ month, state: stateOf(facts, controls, null, month) })),
    },
  ]
}

function countStates(units: readonly CoverageUnit[], month: string): Record<CoverageState, number> {
  const states = units.flatMap((unit) => unit.months.filter((one) => one.month === month).map(({ state }) => state))
  return Object.fromEntries(
    coverageStates.map((state) => [state, states.filter((one) => one === state).length]),
  ) as Record<CoverageState, number>
}

/** Heads of unit, next of kin of reviewers: their own unit's reviewers may not judge them. */
function notByOwnUnit({ staff, reviewers }: CoverageFacts): Told['not_by_own_unit'] {
  return staff.flatMap(({ care_unit_id, user_id, active }) => {
    if (!active || !isNamed(reviewers, care_unit_id)) return []
    const found = reviewerFor(reviewers, {
      case_id: '',
      subject: 'user_day',
      user_id,
      patient_id: null,
      care_unit_id,
      users: [user_id],
      patients: [],
      rules: [],
    })
    if (found !== undefined && found.role !== 'central') return []
    return [{ user_id, care_unit_id, by: found === undefined ? ('nobody' as const) : ('central' as const) }]
  })
}

/** What was drawn, or opened by a rule, and lies still because nobody may judge it. */
function casesWithoutReviewer(
  { reviewers, unitDays, waiting }: CoverageFacts,
  controls: readonly Control[],
): Told['cases_without_reviewer'] {
  // Where no one at all is registered, whoever is asked reviews: those units are listed instead.
  if (reviewers.all.length === 0) return []
  const isNobodys = (one: Judged): boolean =>
    reviewerFor(reviewers, one) === undefined && (one.care_unit_id === null || isNamed(reviewers, one.care_unit_id))
  const handed = new Set(controls.flatMap(({ parts }) => parts.flatMap(({ cases }) => cases.map((one) => one.case_id))))
  const drawn = controls.flatMap(({ control_id, draws }) =>
    draws
      .flatMap(({ body }) => body.items)
      .filter(({ case_id }) => !handed.has(case_id))
      .map(({ case_id, subject, user_id, patient_id, care_unit_id, day }) => ({
        control_id,
        one: {
          case_id,
          subject,
          user_id,
          patient_id,
          care_unit_id,
          users: user_id === null ? (unitDays.get(`${care_unit_id} ${day}`) ?? []) : [user_id],
          patients: patient_id === null ? [] : [patient_id],
          rules: [],
        },
      })),
  )
  return [...drawn, ...waiting.map((one) => ({ control_id: null, one }))]
    .filter(({ one }) => isNobodys(one))
    .map(({ control_id, one }) => ({ case_id: one.case_id, control_id, care_unit_id: one.care_unit_id }))
}
