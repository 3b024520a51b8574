import { describe, expect, it } from 'vitest'
import { rules } from '../../src/rules/index.ts'
import { workspace } from '../harness/program.ts'
import { assess, assessFolder, asked, checkOf, figureOf, patients, read, remarkOf, rowsOfDay, unit } from './log.ts'

const user = 'SE5560000000-1A2B'
const stranger = 'SE5560000000-3C4D'
/** Lookups of a hundred: so many by a user, at a unit or of a patient that no register knows. */
const log = [
  ...rowsOfDay('2026-03-02', 50),
  ...rowsOfDay('2026-03-03', 50),
  ...rowsOfDay('2026-03-04', 12, { user_id: stranger, care_unit_id: 'SE5560000000-U200' }),
]
const tables = {
  staff: [{ user_id: user, person_id: patients[59]! }],
  care_unit: [{ care_unit_id: unit, name: 'Medicinkliniken' }],
  patient: patients.slice(1).map((patient_id) => ({ patient_id })),
  assignment: [
    { user_id: user, care_unit_id: unit, purpose: 'care', valid_from: '2026-03-03', valid_to: '2026-03-03' },
  ],
}

describe('the registers', () => {
  const answers = asked(() => log, { tables })

  it('are held against lookups, each by what it should know', async () => {
    const unknown = async (subject: string) => {
      const { severity, part, whole } = remarkOf(await answers(), 'registers', 'unknown_party', { subject })!
      return [severity, part, whole]
    }
    // One patient of sixty stands in each of the three days.
    expect(await unknown('patient')).toEqual(['low', 3, 112])
    expect(await unknown('staff')).toEqual(['medium', 12, 112])
    expect(await unknown('care_unit')).toEqual(['medium', 12, 112])
    expect(await unknown('assignment')).toEqual(['high', 62, 112])
  })

  it('name the units, and no person', async () => {
    const remark = remarkOf(await answers(), 'registers', 'unknown_party', { subject: 'staff' })
    expect(remark?.places).toMatchObject([{ care_unit_id: 'SE5560000000-U200', part: 12, whole: 12 }])
    const text = JSON.stringify(await answers())
    for (const id of [user, stranger, ...patients]) expect(text).not.toContain(id)
  })

  it('know a patient under another id', async () => {
    const document = await assess(log, {
      tables: { ...tables, person_alias: [{ person_id: patients[1]!, alias_id: patients[0]! }] },
    })
    expect(remarkOf(document, 'registers', 'unknown_party', { subject: 'patient' })).toBeUndefined()
  })

  it('that are empty tell nothing', async () => {
    const document = await assess(log)
    expect(checkOf(document, 'registers')).toMatchObject({ answer: 'cannot_tell', remarks: [] })
    expect(
      checkOf(document, 'registers')
        .unanswered.map(({ subject }) => subject)
        .sort(),
    ).toEqual(['assignment', 'care_unit', 'patient', 'staff'])
  })

  it('miss users who are never at a unit', async () => {
    const document = await assess([
      ...rowsOfDay('2026-03-02', 50),
      ...rowsOfDay('2026-03-02', 1, { user_id: stranger, care_unit_id: '' }),
    ])
    expect(remarkOf(document, 'registers', 'users_without_unit')).toMatchObject({
      part: 1,
      whole: 2,
      severity: 'medium',
    })
  })
})

describe('the reference data', () => {
  it('that are missing are told with the rules that cannot be asked', async () => {
    const document = await assess(log)
    const contacts = remarkOf(document, 'reference-data', 'table_missing', { subject: 'care_contact' })
    expect(contacts).toMatchObject({
      severity: 'high',
      facts: { rules: expect.stringContaining('no-care-relation') as string },
    })
    expect(remarkOf(document, 'reference-data', 'table_missing', { subject: 'patient' })?.severity).toBe('medium')
    expect(remarkOf(document, 'reference-data', 'table_missing', { subject: 'shift care_unit' })?.severity).toBe(
      'medium',
    )
    expect(figureOf(document, 'reference-data', 'rules_asked')).toMatchObject({
      part: rules.filter(({ needs }) => needs.length === 0).length,
      whole: rules.length,
    })
  })

  it('of which one of a choice is loaded make a note and no more', async () => {
    const document = await assess(log, { tables: { care_unit: tables.care_unit } })
    expect(remarkOf(document, 'reference-data', 'table_could_help', { subject: 'shift' })?.severity).toBe('info')
    expect(remarkOf(document, 'reference-data', 'table_missing', { subject: 'shift care_unit' })).toBeUndefined()
  })

  it('of other days than the log are told as such', async () => {
    const shift = (day: string) => ({ user_id: user, start_time: `${day}T07:00:00`, end_time: `${day}T16:00:00` })
    const staff = [{ user_id: user, valid_from: '2020-01-01', valid_to: '2026-03-01' }]
    const old = await assess(log, { tables: { staff, shift: [shift('2026-02-01')] } })
    expect(remarkOf(old, 'reference-data', 'table_outside', { subject: 'staff' })?.severity).toBe('medium')
    expect(remarkOf(old, 'reference-data', 'table_outside', { subject: 'shift' })).toBeDefined()
    expect(remarkOf(old, 'reference-data', 'days_without_shifts')).toBeUndefined()
    const part = await assess(log, {
      tables: { staff: [{ user_id: user, valid_to: '2026-03-02' }], shift: [shift('2026-03-02'), shift('2026-03-03')] },
    })
    expect(remarkOf(part, 'reference-data', 'table_outside')).toBeUndefined()
    expect(remarkOf(part, 'reference-data', 'days_without_shifts')).toMatchObject({
      severity: 'low',
      part: 1,
      whole: 3,
    })
  })

  it('on contacts are weighed by the lookups that they speak for', async () => {
    const folder = await workspace()
    await read(folder, 'access', log)
    const contact = {
      contact_id: 'c1',
      patient_id: patients[0]!,
      care_unit_id: unit,
      kind: 'visit',
      start_time: '2026-03-02T09:00:00',
    }
    await read(folder, 'care_contact', [contact], ['--covers', '2026-03-02..2026-03-03'])
    expect(remarkOf(await assessFolder(folder), 'reference-data', 'contacts_uncovered')).toMatchObject({
      severity: 'medium',
      part: 12,
      whole: 112,
      facts: { units: 1 },
      places: [{ care_unit_id: 'SE5560000000-U200', from: '2026-03-04', to: '2026-03-04', part: 12, whole: 12 }],
    })
    const days = { from: '2026-03-02', to: '2026-03-04' }
    expect(
      remarkOf(await assessFolder(folder, { period: days }), 'reference-data', 'contacts_uncovered'),
    ).toBeUndefined()
  })
})
