import { describe, expect, it } from 'vitest'
import { audit, persons, type Rows, world } from './world.ts'

const event = { occurred_at: '2026-03-03T10:00:00', user_id: 'nurse-1', care_unit_id: 'unit-1', activity: 'read' }
const facts = async (folder: string, rule: string) =>
  (await audit(folder, { rules: [rule] })).document.findings.map((finding) => finding.facts)

describe('the facts of own-family', () => {
  it('say what the patient is to the user, whichever way the register has it', async () => {
    const [nurse, ...kin] = persons(10)
    const kinds = ['parent', 'child', 'guardian', 'spouse', 'representative'] as const
    const relation: Rows = kinds.flatMap((kind, place) => [
      { person_id: nurse, related_person_id: kin[place], kind },
      ...(place < 4 ? [{ person_id: kin[place + 5], related_person_id: nurse, kind }] : []),
    ])
    const patients = [kin[0], kin[5], kin[1], kin[6], kin[2], kin[7], kin[3], kin[8], kin[4]]
    const folder = await world({
      access: patients.map((patient_id, place) => ({
        ...event,
        occurred_at: `2026-03-03T10:0${place}:00`,
        patient_id,
      })),
      staff: [{ user_id: 'nurse-1', person_id: nurse }],
      relation,
    })
    expect((await facts(folder, 'own-family')).map((one) => one['relation_kind'])).toEqual([
      'parent',
      'child',
      'child',
      'parent',
      'guardian',
      'ward',
      'spouse',
      'spouse',
      'representative',
    ])
  })

  it('say when a tie ended, and never an address', async () => {
    const [nurse, patient, housemate] = persons(3)
    const home = { address: 'Storgatan 1', postal_code: '99910' }
    const folder = await world({
      access: [
        { ...event, patient_id: patient },
        { ...event, patient_id: housemate, occurred_at: '2026-03-03T10:01:00' },
      ],
      staff: [{ user_id: 'nurse-1', person_id: nurse, ...home }],
      patient: [{ patient_id: patient }, { patient_id: housemate, ...home }],
      relation: [{ person_id: nurse, related_person_id: patient, kind: 'spouse', valid_to: '2024-06-30' }],
    })
    const { findings } = (await audit(folder, { rules: ['own-family'] })).document
    expect(findings.map((finding) => [finding.facts, finding.opens])).toEqual([
      [
        {
          tie: 'register_ended',
          relation_kind: 'spouse',
          ended_day: '2024-06-30',
          carriers: null,
          relation_grade: null,
        },
        true,
      ],
      [{ tie: 'address', relation_kind: null, ended_day: null, carriers: null, relation_grade: null }, true],
    ])
    expect(JSON.stringify(findings)).not.toMatch(/storgatan|99910/i)
  })

  it('say how many carry a rare name, which opens no case', async () => {
    const [nurse, patient, namesake] = persons(3)
    const folder = await world(
      {
        access: [{ ...event, patient_id: patient }],
        staff: [{ user_id: 'nurse-1', person_id: nurse, family_name: 'Ek' }],
        patient: [patient, namesake].map((patient_id) => ({ patient_id, family_name: 'Ek' })),
      },
      { settings: 'rules: { own-family: { population_floor: 2 } }' },
    )
    const { findings } = (await audit(folder, { rules: ['own-family'] })).document
    expect(findings.map((finding) => [finding.facts['tie'], finding.facts['carriers'], finding.opens])).toEqual([
      ['name', 2, false],
    ])
  })
})

describe('the facts of own-record', () => {
  it('say whether it was the number that the user is known by, though another sorts before it', async () => {
    const [nurse, other] = persons(2)
    const reserve = '00358244FTK5'
    const folder = await world({
      access: [
        { ...event, patient_id: nurse },
        { ...event, patient_id: reserve, occurred_at: '2026-03-03T10:01:00' },
        { ...event, patient_id: other, user_id: 'nurse-2', user_person_id: other, occurred_at: '2026-03-03T10:02:00' },
        { ...event, patient_id: '22900615KP16', user_id: 'nurse-2', occurred_at: '2026-03-03T10:03:00' },
      ],
      staff: [{ user_id: 'nurse-1', person_id: nurse }],
      person_alias: [
        { person_id: nurse, alias_id: reserve },
        { person_id: other, alias_id: '22900615KP16' },
      ],
    })
    expect(await facts(folder, 'own-record')).toEqual([
      { same_id: true },
      { same_id: false },
      { same_id: true },
      { same_id: false },
    ])
  })
})

describe('the facts of off-hours', () => {
  const [first, second, third] = persons(3)
  const care_unit = [{ care_unit_id: 'unit-1', opening: 'Mo-Fr 08:00-17:00' }]

  it('count the events that lie outside, two of one second too', async () => {
    const at = (time: string, record_id: string) => ({
      ...event,
      patient_id: first,
      occurred_at: `2026-03-03T${time}`,
      record_id,
    })
    const folder = await world({
      access: [at('16:59:59', '1'), at('17:00:00', '2'), at('17:00:00', '3'), at('18:30:00', '4')],
      care_unit,
    })
    expect(await facts(folder, 'off-hours')).toEqual([
      {
        basis: 'opening',
        events_outside: 3,
        first_outside: '2026-03-03 17:00:00',
        last_outside: '2026-03-03 18:30:00',
        holiday: null,
      },
    ])
  })

  it('name the holiday that closed the unit, and no other', async () => {
    const folder = await world({
      access: [
        { ...event, patient_id: first, occurred_at: '2026-04-30T07:00:00' },
        { ...event, patient_id: second, occurred_at: '2026-04-30T13:00:00' },
        { ...event, patient_id: third, occurred_at: '2026-05-01T10:00:00' },
        { ...event, patient_id: third, occurred_at: '2026-05-01T10:00:00', user_id: 'nurse-2' },
      ],
      care_unit,
      shift: [{ user_id: 'nurse-2', start_time: '2026-05-01 12:00', end_time: '2026-05-01 20:00' }],
    })
    expect((await facts(folder, 'off-hours')).map((one) => [one['basis'], one['holiday']])).toEqual([
      ['opening', null],
      ['opening', 'valborgsmässoafton'],
      ['opening', 'första maj'],
      ['shift', null],
    ])
  })
})

describe('the facts of protected-identity', () => {
  it('say the protection and the grade; what care explains is listed, and opens no case', async () => {
    const [visited, listed, unknown] = persons(3)
    const contact = { care_unit_id: 'unit-1', start_time: '2026-03-03 09:00' }
    const folder = await world(
      {
        access: [visited, listed, unknown].map((patient_id, place) => ({
          ...event,
          occurred_at: `2026-03-03T10:0${place}:00`,
          patient_id,
        })),
        patient: [
          { patient_id: visited, protection: 'confidentiality_flag' },
          { patient_id: listed, protection: 'assumed_identity' },
          { patient_id: unknown, protection: 'J' },
        ],
        care_contact: [
          { ...contact, contact_id: 'K-1', patient_id: visited, kind: 'visit' },
          { ...contact, contact_id: 'K-2', patient_id: listed, kind: 'listing' },
        ],
      },
      { covers: '2026-01-01..2026-12-31' },
    )
    const { document, cases } = await audit(folder, { rules: ['protected-identity'] })
    expect(document.findings.map((finding) => [finding.facts, finding.severity, finding.opens])).toEqual([
      [{ protection: 'confidentiality_flag', relation_grade: 'A' }, 'info', false],
      [{ protection: 'assumed_identity', relation_grade: 'B' }, 'medium', true],
      [{ protection: 'confidentiality_flag', relation_grade: 'E' }, 'high', true],
    ])
    expect(cases.map(({ patient_id }) => patient_id)).toEqual([unknown, listed])
  })
})
