import { describe, expect, it } from 'vitest'
import { run } from '../harness/program.ts'
import { audit, ingest, persons, type Rows, world } from './world.ts'

const event = { occurred_at: '2026-03-03T10:00:00', user_id: 'nurse-1', care_unit_id: 'unit-1', activity: 'read' }

const five = ['no-care-relation', 'protected-identity', 'own-family', 'own-record', 'off-hours']

describe('a rule without its reference data', () => {
  const log: Rows = [{ ...event, patient_id: persons(1)[0] }]
  const outcomes = async (folder: string) =>
    Object.fromEntries(
      (await audit(folder, { rules: five })).document.run.rules.map((one) => [one.rule, [one.outcome, one.missing]]),
    )

  it('is not applicable, and names what is missing', async () => {
    const folder = await world({ access: log })
    expect(await outcomes(folder)).toEqual({
      'no-care-relation': ['not_applicable', ['care_contact']],
      'protected-identity': ['not_applicable', ['patient']],
      'own-family': ['not_applicable', ['staff', 'relation', 'patient']],
      'own-record': ['not_applicable', ['staff']],
      'off-hours': ['not_applicable', ['shift', 'care_unit']],
    })
    const { document, summary } = await audit(folder, { rules: five })
    expect(document.run).toMatchObject({ lookups: 1, explained: 0 })
    expect(document.run.rules.every((rule) => rule.assessed + rule.flagged + rule.unknown === 0)).toBe(true)
    const missing = summary.notices.filter(({ code }) => code === 'missing_table').map(({ facts }) => facts['table'])
    expect(missing).toEqual(['care_contact', 'patient', 'staff', 'relation', 'shift', 'care_unit'])
  })

  it('answers by what it has, and still names what would let it say more', async () => {
    const [patient, nurse] = persons(2)
    const folder = await world({
      access: [{ ...event, patient_id: patient, user_person_id: nurse }],
      staff: [{ user_id: 'nurse-1' }],
      patient: [{ patient_id: patient }],
      shift: [{ user_id: 'nurse-1', start_time: '2026-03-03 07:00', end_time: '2026-03-03 16:00' }],
    })
    expect(await outcomes(folder)).toEqual({
      'no-care-relation': ['not_applicable', ['care_contact']],
      'protected-identity': ['answered', []],
      'own-family': ['answered', ['relation']],
      'own-record': ['answered', []],
      'off-hours': ['answered', ['care_unit']],
    })
  })

  it('own-record answers by the log alone', async () => {
    const [patient, nurse] = persons(2)
    const folder = await world({ access: [{ ...event, patient_id: patient, user_person_id: nurse }] })
    expect((await outcomes(folder))['own-record']).toEqual(['answered', ['staff']])
  })
})

describe('an empty period', () => {
  it('is never all clear: no rule has answered, and the run says so', async () => {
    const [patient] = persons(1)
    const folder = await world({
      access: [{ ...event, patient_id: patient }],
      patient: [{ patient_id: patient, protection: 'confidentiality_flag' }],
      care_contact: [
        {
          contact_id: 'K-1',
          patient_id: patient,
          care_unit_id: 'unit-1',
          kind: 'visit',
          start_time: '2026-03-03 09:00',
        },
      ],
    })
    const { document, summary, cases } = await audit(folder, { period: { from: '2026-03-04', to: '2026-03-05' } })
    expect(document.run).toMatchObject({ lookups: 0, explained: 0, first_lookups: 0, first_explained: 0 })
    expect(new Set(document.run.rules.map(({ outcome }) => outcome))).toEqual(new Set(['not_applicable']))
    expect(summary.notices).toContainEqual({ code: 'empty_period', facts: {} })
    expect([document.findings, cases, summary.unit_notices, summary.ill_fitting]).toEqual([[], [], [], []])
  })

  it('is half-open: its last day is not in it', async () => {
    const patients = persons(3)
    const folder = await world({
      access: ['2026-03-02T23:59:59', '2026-03-03T00:00:00', '2026-03-04T00:00:00'].map((occurred_at, place) => ({
        ...event,
        occurred_at,
        patient_id: patients[place],
      })),
    })
    const { run: said } = (await audit(folder, { period: { from: '2026-03-03', to: '2026-03-04' } })).document
    expect(said.lookups).toBe(1)
  })

  it('of a store without a log is an error, not a result', async () => {
    const ran = await run(['-w', await world({}), 'audit'])
    expect([ran.code, ran.out]).toEqual([65, ''])
  })
})

describe('what a rule cannot tell', () => {
  it('is counted by cause', async () => {
    const [none, late, early, unit, test, ...rest] = persons(12)
    const folder = await world(
      {
        access: [
          { ...event, patient_id: none },
          { ...event, patient_id: late, occurred_at: '2026-03-20T10:00:00' },
          { ...event, patient_id: early, occurred_at: '2025-12-20T10:00:00' },
          { ...event, patient_id: unit, care_unit_id: '' },
          { ...event, patient_id: test },
          { ...event, patient_id: '000000000000' },
          { ...event, patient_id: '', user_id: 'nurse-2' },
          ...rest.map((patient_id) => ({ ...event, patient_id })),
        ],
        care_contact: rest.map((patient_id, place) => ({
          contact_id: `K-${place}`,
          patient_id,
          care_unit_id: 'unit-1',
          kind: 'visit',
          start_time: '2026-03-03 09:00',
        })),
        patient: [{ patient_id: test, is_test: 'true', protection: 'none' }],
        staff: [{ user_id: 'nurse-1' }],
        care_unit: [{ care_unit_id: 'unit-1', opening: '24/7' }],
      },
      { covers: '2026-01-01..2026-03-31' },
    )
    const { rules, lookups } = (await audit(folder, { period: { from: '2025-12-01', to: '2026-04-01' }, rules: five }))
      .document.run
    expect(lookups).toBe(14)
    const counted = rules.map(({ rule, assessed, flagged, unknown, unknown_by_cause }) => [
      rule,
      assessed,
      flagged,
      unknown,
      unknown_by_cause,
    ])
    expect(counted).toEqual([
      ['no-care-relation', 14, 1, 6, { no_coverage: 1, no_patient: 1, no_unit: 1, not_settled: 1, test_patient: 2 }],
      ['protected-identity', 14, 0, 13, { no_patient: 2, patient_unknown: 11 }],
      ['own-family', 14, 0, 14, { no_patient: 2, no_register_data: 12 }],
      ['own-record', 14, 0, 14, { no_patient: 2, user_person_unknown: 12 }],
      ['off-hours', 14, 0, 14, { neither_shift_nor_opening: 1, open_all_day_and_no_shift: 13 }],
    ])
  })
})

describe('a lookup is counted once', () => {
  const [patient, other, nurse] = persons(3)

  it('though two sources describe the unit, the user and the patient', async () => {
    const folder = await world({
      access: [{ ...event, patient_id: patient, user_person_id: nurse }],
      care_unit: [{ care_unit_id: 'unit-1', name: 'Ett', parent_unit_id: 'clinic-a', opening: 'Mo-Fr 08:00-17:00' }],
      staff: [{ user_id: 'nurse-1', person_id: nurse, family_name: 'Ek' }],
      patient: [{ patient_id: patient, family_name: 'Ek', protection: 'confidentiality_flag' }],
      care_contact: [
        {
          contact_id: 'K-1',
          patient_id: patient,
          care_unit_id: 'unit-1',
          kind: 'visit',
          start_time: '2026-03-03 09:00',
        },
      ],
    })
    const again = ['--source', 'another']
    await ingest(folder, 'care_unit', [{ care_unit_id: 'unit-1', name: 'En', opening: 'Mo-Fr 08:00-16:00' }], again)
    await ingest(folder, 'staff', [{ user_id: 'nurse-1', person_id: other, family_name: 'Ask' }], again)
    await ingest(folder, 'patient', [{ patient_id: patient, family_name: 'Ask', protection: 'none' }], again)
    const { document, summary } = await audit(folder)
    expect(document.run).toMatchObject({ lookups: 1, explained: 1 })
    const answered = document.run.rules.filter(({ outcome }) => outcome === 'answered')
    expect(answered.length).toBeGreaterThan(10)
    expect(answered.map(({ rule, assessed }) => [rule, assessed])).toEqual(answered.map(({ rule }) => [rule, 1]))
    expect(summary.by_unit).toHaveLength(1)
  })

  it('and all are one: assessed, or a robot’s, or another provider’s', async () => {
    const tables = {
      access: [
        { ...event, patient_id: patient, care_provider_id: 'region' },
        { ...event, patient_id: patient, user_id: 'nurse-2', care_provider_id: 'municipality' },
        { ...event, patient_id: patient, user_id: 'robot-1', care_provider_id: 'region' },
      ],
      staff: [{ user_id: 'robot-1', kind: 'robot' }],
    }
    const { document, summary } = await audit(await world(tables, { settings: 'care_providers: [region]' }))
    const others = summary.apart.other_providers.reduce((sum, { lookups }) => sum + lookups, 0)
    expect([document.run.lookups, summary.apart.robot_lookups, others]).toEqual([1, 1, 1])
  })
})
