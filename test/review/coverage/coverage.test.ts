import { describe, expect, it } from 'vitest'
import type { Entry, Noted, ReviewEntry } from '../../../src/model/review.ts'
import { readControls } from '../../../src/review/controls.ts'
import { coverageOf, type CoverageFacts, monthsOf } from '../../../src/review/coverage.ts'
import type { Reviewers } from '../../../src/review/reviewers.ts'

const year = { from: '2026-01-01', to: '2027-01-01' }
const reviewers = (...all: Reviewers['all']): Reviewers => ({ all, isNear: () => false })
const head = { care_unit_id: 'A', user_id: 'a1', role: 'reviewer' as const, name: null }
const staff = [
  { care_unit_id: 'A', user_id: 'a1', active: true },
  { care_unit_id: 'A', user_id: 'a2', active: true },
  { care_unit_id: 'A', user_id: 'a3', active: true },
  { care_unit_id: 'A', user_id: 'a4', active: false },
  { care_unit_id: 'B', user_id: 'b1', active: true },
  // One works at both.
  { care_unit_id: 'B', user_id: 'a2', active: true },
]

function noted(entries: readonly ReviewEntry[]): Noted[] {
  return entries.map((body, place) => ({
    sequence: place + 1,
    time: '2026-04-10T08:00:00Z',
    os_user: 'tester',
    as: null,
    body,
  }))
}
const planned = (
  control_id: string,
  from: string,
  to: string,
  kind: 'recurring' | 'targeted' = 'recurring',
): ReviewEntry => ({
  entry: 'planned',
  control_id,
  kind,
  from,
  to,
  cause: null,
  reason: null,
  target: { user_id: null, patient_id: null, care_unit_id: null },
  case_number: null,
})
const item = (case_id: string, about: Partial<Entry<'drawn'>['items'][number]>): Entry<'drawn'>['items'][number] => ({
  case_id,
  subject: 'user_day',
  user_id: null,
  patient_id: null,
  care_unit_id: 'A',
  day: '2026-03-10',
  lookup_ids: [],
  ...about,
})
const drawn = (control_id: string, items: Entry<'drawn'>['items'], left: readonly string[] = []): ReviewEntry => ({
  entry: 'drawn',
  control_id,
  draw_id: `D-${control_id}`,
  method: 'users',
  from: '2026-03-01',
  to: '2026-04-01',
  care_unit_id: 'A',
  size: '1',
  seed: 1,
  population: 3,
  population_sha256: '',
  left_out: left.map((user_id) => ({ user_id, cause: 'reviewer' as const })),
  minutes: 3,
  items,
})
const handed = (
  control_id: string,
  unit: string | null,
  users: readonly string[],
  care_unit_id = unit,
): ReviewEntry => ({
  entry: 'handed_out',
  control_id,
  packet_id: `P-${control_id}-${unit}`,
  care_unit_id: unit,
  reviewer: 'a1',
  role: 'reviewer',
  run_id: 'R-1',
  rules: {},
  minutes: 3,
  cases: users.map((user_id) => ({
    case_id: `C-${user_id}`,
    source: 'rules' as const,
    subject: 'user_patient' as const,
    user_id,
    patient_id: 'p1',
    care_unit_id,
    lookups: [{ lookup_id: `L-${user_id}`, user_id, patient_id: 'p1', grade: 'E' as const }],
    findings: [],
  })),
  outside: 0,
})
const decided = (control_id: string, user: string, verdict: Entry<'decided'>['verdict']): ReviewEntry => ({
  entry: 'decided',
  control_id,
  case_id: `C-${user}`,
  answer_id: `A-${user}`,
  packet_id: null,
  reviewer: 'a1',
  second: false,
  verdict,
  explanation: verdict === 'explained' ? 'care' : null,
  comment: '',
  due: null,
  employee_answer: null,
  not_asked_reason: null,
})
const signed = (control_id: string, care_unit_id: string | null): ReviewEntry => ({
  entry: 'signed',
  control_id,
  care_unit_id,
  reviewer: 'a1',
  outcome: 'no_remark',
  cases: 1,
  note: '',
})

function told(entries: readonly ReviewEntry[], given: Partial<CoverageFacts> = {}) {
  return coverageOf({
    period: year,
    today: '2026-06-01',
    staff,
    purged_before: null,
    busy: new Set(['A 2026-03', 'A 2026-04', 'A 2026-05', 'A 2026-06', 'B 2026-03']),
    controls: readControls(noted(entries)),
    unitDays: new Map(),
    reviewers: reviewers(head),
    waiting: [],
    ...given,
  })
}
const unit = (document: ReturnType<typeof told>, id: string | null) =>
  document.units.find(({ care_unit_id }) => care_unit_id === id)!
const stateIn = (document: ReturnType<typeof told>, id: string | null, month: string) =>
  unit(document, id).months.find((one) => one.month === month)?.state

describe('whom the controls have reached', () => {
  it('is nobody when nothing has been done', () => {
    const document = told([])
    expect(document.total).toEqual({ staff: 5, active: 4, selected: 0, judged: 0, signed: 0 })
    expect(unit(document, 'A')).toMatchObject({ staff: 4, active: 3, selected: 0, has_reviewer: true })
    expect(document.not_reviewed.map(({ care_unit_id, user_id }) => `${care_unit_id} ${user_id}`)).toEqual([
      'A a1',
      'A a2',
      'A a3',
      'B b1',
      'B a2',
    ])
  })

  it('tells the drawn from the judged from the signed, each person once', () => {
    const control = [planned('K', '2026-03-01', '2026-04-01')]
    const draw = drawn('K', [item('S-1', { user_id: 'a3' }), item('S-2', { user_id: 'a2' })])
    const document = told([...control, draw, handed('K', 'A', ['a2', 'a1'])])
    expect(unit(document, 'A')).toMatchObject({ selected: 3, judged: 0, signed: 0 })
    const judged = [...control, draw, handed('K', 'A', ['a2', 'a1']), decided('K', 'a2', 'explained')]
    expect(unit(told(judged), 'A')).toMatchObject({ selected: 3, judged: 1, signed: 0 })
    expect(told(judged).not_reviewed).toContainEqual({ user_id: 'a3', care_unit_id: 'A', state: 'selected' })
    expect(told(judged).not_reviewed).not.toContainEqual(expect.objectContaining({ user_id: 'a2', care_unit_id: 'A' }))
    // Somebody whose answer is awaited has not been judged.
    expect(unit(told([...judged, decided('K', 'a1', 'ask')]), 'A').judged).toBe(1)
    const done = [...judged, decided('K', 'a1', 'mistake'), signed('K', 'A')]
    expect(unit(told(done), 'A')).toMatchObject({ judged: 2, signed: 2 })
    expect(told(done).total).toMatchObject({ selected: 3, judged: 2, signed: 2 })
  })

  it('counts at the unit where it was; a case of no unit at each of the user’s', () => {
    const control = planned('K', '2026-03-01', '2026-04-01')
    const at = told([control, handed('K', 'A', ['a2']), decided('K', 'a2', 'explained')])
    expect([unit(at, 'A').judged, unit(at, 'B').judged]).toEqual([1, 0])
    const nowhere = told([control, handed('K', null, ['a2']), decided('K', 'a2', 'explained')])
    expect([unit(nowhere, 'A').judged, unit(nowhere, 'B').judged]).toEqual([1, 1])
    expect(nowhere.total.judged).toBe(1)
    expect(unit(nowhere, null)).toMatchObject({ staff: 0 })
  })

  it('counts everyone of a drawn day of the unit but those left out, and nobody for a drawn record', () => {
    const entries = [
      planned('K', '2026-03-01', '2026-04-01'),
      drawn('K', [item('S-1', { subject: 'unit_day' }), item('S-2', { subject: 'patient', patient_id: 'p' })], ['a1']),
    ]
    const unitDays = new Map([['A 2026-03-10', ['a1', 'a2', 'a3']]])
    expect(unit(told(entries, { unitDays }), 'A').selected).toBe(2)
  })

  it('looks only at the controls of the period', () => {
    const entries = [planned('K', '2025-03-01', '2025-04-01'), handed('K', 'A', ['a2'])]
    expect(told(entries).total.selected).toBe(0)
    expect(told(entries, { period: { from: '2025-01-01', to: '2026-01-01' } }).total.selected).toBe(1)
  })
})

describe('how the control of a month stands', () => {
  const march = planned('K', '2026-03-01', '2026-04-01')

  it('is late when it is not signed by the end of the month after', () => {
    for (const [today, state] of [
      ['2026-02-15', 'not_due'],
      ['2026-03-31', 'not_due'],
      ['2026-04-01', 'not_started'],
      ['2026-04-30', 'not_started'],
      ['2026-05-01', 'late'],
    ] as const)
      expect(stateIn(told([march], { today }), 'A', '2026-03')).toBe(state)
  })

  it('is under way when it is handed out, and late all the same', () => {
    const begun = [march, handed('K', 'A', ['a2'])]
    expect(stateIn(told(begun, { today: '2026-04-30' }), 'A', '2026-03')).toBe('under_way')
    expect(stateIn(told(begun, { today: '2026-05-01' }), 'A', '2026-03')).toBe('late')
    // Before the month is over too.
    expect(stateIn(told(begun, { today: '2026-03-20' }), 'A', '2026-03')).toBe('under_way')
  })

  it('is done when it is signed, and not when more was handed out since', () => {
    const done = [march, handed('K', 'A', ['a2']), decided('K', 'a2', 'explained'), signed('K', 'A')]
    expect(stateIn(told(done, { today: '2026-09-01' }), 'A', '2026-03')).toBe('done')
    expect(stateIn(told([...done, handed('K', 'A', ['a3'])], { today: '2026-04-20' }), 'A', '2026-03')).toBe(
      'under_way',
    )
  })

  it('asks nothing of a unit without lookups', () => {
    expect(stateIn(told([march], { today: '2026-12-01' }), 'A', '2026-02')).toBe('nothing')
    expect(stateIn(told([march], { today: '2026-12-01' }), 'B', '2026-04')).toBe('nothing')
  })

  it('is not settled by a targeted control', () => {
    const entries = [
      planned('K', '2026-03-01', '2026-04-01', 'targeted'),
      handed('K', 'A', ['a2']),
      decided('K', 'a2', 'explained'),
      signed('K', 'A'),
    ]
    expect(stateIn(told(entries, { today: '2026-05-01' }), 'A', '2026-03')).toBe('late')
    expect(unit(told(entries), 'A').signed).toBe(1)
  })

  it('is counted over the units', () => {
    const document = told([march, handed('K', 'A', ['a2'])], { today: '2026-05-01' })
    expect(document.months.find(({ month }) => month === '2026-03')).toMatchObject({ late: 2, done: 0, nothing: 0 })
    expect(document.months).toHaveLength(12)
  })

  it('knows the months of a period', () => {
    expect(monthsOf({ from: '2025-11-15', to: '2026-02-01' })).toEqual(['2025-11', '2025-12', '2026-01'])
  })
})

describe('what nobody may judge', () => {
  it('is said of units without a reviewer', () => {
    expect(told([]).units_without_reviewer).toEqual(['B'])
    expect(told([], { reviewers: reviewers() }).units_without_reviewer).toEqual(['A', 'B'])
  })

  it('is said of heads of unit: the central reviewer has them, or nobody', () => {
    expect(told([]).not_by_own_unit).toEqual([{ user_id: 'a1', care_unit_id: 'A', by: 'nobody' }])
    const central = { care_unit_id: null, user_id: 'c1', role: 'central' as const, name: null }
    expect(told([], { reviewers: reviewers(head, central) }).not_by_own_unit).toEqual([
      { user_id: 'a1', care_unit_id: 'A', by: 'central' },
    ])
  })

  it('is said of cases that lie still for it', () => {
    const control = planned('K', '2026-03-01', '2026-04-01')
    const draw = drawn('K', [item('S-1', { user_id: 'a1' }), item('S-2', { user_id: 'a2' })])
    expect(told([control, draw]).cases_without_reviewer).toEqual([
      { case_id: 'S-1', control_id: 'K', care_unit_id: 'A' },
    ])
    const about = { subject: 'user_patient' as const, patient_id: 'p1', patients: ['p1'], rules: [] }
    const waiting = [
      { ...about, case_id: 'C-1', user_id: 'a1', care_unit_id: 'A', users: ['a1'] },
      { ...about, case_id: 'C-2', user_id: 'a2', care_unit_id: 'A', users: ['a2'] },
    ]
    expect(told([], { waiting }).cases_without_reviewer.map(({ case_id }) => case_id)).toEqual(['C-1'])
    // Where the register names nobody at all, whoever is asked reviews.
    expect(told([control, draw], { waiting, reviewers: reviewers() }).cases_without_reviewer).toEqual([])
  })
})
