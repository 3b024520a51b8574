import { expect, it } from 'vitest'
import { audit, persons, type Rows, world } from './world.ts'

const opening = 'Mo-Fr 08:00-17:00'

/** Lookups of which some are at night, when the unit is closed. */
function lookupsAt(care_unit_id: string, patients: readonly string[], atNight: number): Rows {
  return patients.map((patient_id, place) => ({
    occurred_at: place < atNight ? '2026-03-03T03:00:00' : '2026-03-03T10:00:00',
    user_id: 'nurse-1',
    care_unit_id,
    patient_id,
    activity: 'read',
  }))
}

it('a rule does not fit where it flags more than a twentieth of a unit', async () => {
  const shares = [
    [60, 3],
    [59, 3],
    [20, 1],
    [20, 2],
  ] as const
  const units = shares.map(([lookups, flagged]) => ({ care_unit_id: `${flagged} of ${lookups}`, lookups, flagged }))
  const { summary } = await audit(
    await world({
      access: units.flatMap((unit) => lookupsAt(unit.care_unit_id, persons(unit.lookups), unit.flagged)),
      care_unit: units.map(({ care_unit_id }) => ({ care_unit_id, opening })),
    }),
  )
  expect(summary.ill_fitting).toEqual([
    { rule: 'off-hours', care_unit_id: '2 of 20', lookups: 20, flagged: 2 },
    { rule: 'off-hours', care_unit_id: '3 of 59', lookups: 59, flagged: 3 },
  ])
})

it('is said of each rule and unit apart, and never of the listing of protected persons', async () => {
  const patients = persons(40)
  const units = ['unit-1', 'unit-2']
  const { summary } = await audit(
    await world({
      access: [...lookupsAt('unit-1', patients, 0), ...lookupsAt('unit-2', patients, 20)],
      care_unit: units.map((care_unit_id) => ({ care_unit_id, opening })),
      patient: patients.map((patient_id) => ({ patient_id, protection: 'confidentiality_flag' })),
    }),
  )
  expect(summary.ill_fitting).toEqual([{ rule: 'off-hours', care_unit_id: 'unit-2', lookups: 40, flagged: 20 }])
})
