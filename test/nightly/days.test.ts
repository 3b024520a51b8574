import { describe, expect, it } from 'vitest'
import { coverageChanges, difference, reviewChanges } from '../../src/nightly/days.ts'

const span = (from: string, to: string) => ({ from: `2026-03-${from}`, to: `2026-03-${to}` })
const covered = (care_unit_id: string | null, from: string, to: string) => ({
  care_unit_id,
  covers_from: `2026-03-${from}`,
  covers_to: `2026-03-${to}`,
})
const settle = { before: 14, after: 14 }

describe('the days in which two lists of spans differ', () => {
  it.each([
    [[span('01', '10')], [span('01', '10')], []],
    [[span('01', '10')], [span('01', '12')], [span('11', '12')]],
    [[span('05', '10')], [span('01', '08')], [span('09', '10'), span('01', '04')]],
    [[span('01', '20')], [span('05', '06'), span('10', '11')], [span('01', '04'), span('07', '09'), span('12', '20')]],
    [[], [span('03', '03')], [span('03', '03')]],
  ])('%j and %j', (one, other, expected) => {
    expect(difference(one, other)).toEqual(expected)
  })
})

describe('what the contacts speak for', () => {
  it('has not changed when it is the same', () => {
    expect(coverageChanges([covered('u', '01', '20')], [covered('u', '01', '20')], settle)).toEqual([])
  })

  it('settles the days that are so many behind, and says of all later ones that it reaches farther', () => {
    const changes = coverageChanges([covered('u', '01', '20')], [covered('u', '01', '21')], settle)
    expect(changes).toEqual([
      { care_unit_id: 'u', days: span('21', '21') },
      { care_unit_id: 'u', days: { from: '2026-03-07', to: '9999-12-31' } },
    ])
  })

  it('changes on every day for a unit of which nothing was known, and by the setting', () => {
    const ever = { from: '0001-01-01', to: '9999-12-31' }
    expect(coverageChanges([], [covered(null, '01', '20')], settle)).toEqual([{ care_unit_id: null, days: ever }])
    expect(coverageChanges([covered('u', '01', '20')], [], settle)).toEqual([{ care_unit_id: 'u', days: ever }])
    const same = [covered('u', '01', '20')]
    expect(coverageChanges(same, same, { before: 14, after: 7 })).toEqual([
      { care_unit_id: 'u', days: { from: '2026-03-07', to: '9999-12-31' } },
    ])
  })
})

describe('what reviews explain', () => {
  const review = (from: string, to: string, user_id = 'r') => ({ user_id, patient_id: 'p', ...span(from, to) })

  it('is a day more of what lies open, and all of what is new', () => {
    expect(reviewChanges([review('01', '05')], [review('01', '06')])).toEqual([review('06', '06')])
    expect(reviewChanges([review('01', '05')], [review('01', '05'), review('02', '03', 's')])).toEqual([
      review('02', '03', 's'),
    ])
  })

  it('does not change where spans meet', () => {
    expect(reviewChanges([review('01', '05')], [review('01', '02'), review('03', '05')])).toEqual([])
  })
})
