import { expect, it } from 'vitest'
import { audit, ingest, persons, world } from './world.ts'

const event = { user_id: 'nurse-1', care_unit_id: 'unit-1', activity: 'read' }

it('a day between two spans of loaded contacts is not covered, and one in either is', async () => {
  const [january, february, march, patient] = persons(4)
  const contact = { patient_id: patient, care_unit_id: 'unit-1', kind: 'visit' }
  const folder = await world(
    {
      access: [
        { ...event, patient_id: january, occurred_at: '2026-01-31T10:00:00' },
        { ...event, patient_id: february, occurred_at: '2026-02-01T10:00:00' },
        { ...event, patient_id: february, occurred_at: '2026-02-28T10:00:00' },
        { ...event, patient_id: march, occurred_at: '2026-03-01T10:00:00' },
      ],
      care_contact: [{ ...contact, contact_id: 'K-1', start_time: '2026-01-10 09:00' }],
    },
    { covers: '2026-01-01..2026-01-31' },
  )
  await ingest(
    folder,
    'care_contact',
    [{ ...contact, contact_id: 'K-2', start_time: '2026-03-10 09:00' }],
    ['--source', 'another', '--covers', '2026-03-01..2026-03-31'],
  )
  const { findings, run } = (await audit(folder, { rules: ['no-care-relation'] })).document
  expect(findings.map(({ day, relation_grade }) => [day, relation_grade])).toEqual([
    ['2026-01-31', 'E'],
    ['2026-03-01', 'E'],
  ])
  expect(run.rules[0]!.unknown_by_cause).toEqual({ no_coverage: 2 })
})

it('a lookup that was not settled is answered once the contacts reach far enough', async () => {
  const [patient, other] = persons(2)
  const contact = { contact_id: 'K-1', patient_id: other, care_unit_id: 'unit-1', kind: 'visit' }
  const folder = await world(
    {
      access: [{ ...event, patient_id: patient, occurred_at: '2026-03-20T10:00:00' }],
      care_contact: [{ ...contact, start_time: '2026-03-10 09:00' }],
    },
    { covers: '2026-01-01..2026-03-31' },
  )
  const answer = async () => {
    const { flagged, unknown_by_cause } = (await audit(folder, { rules: ['no-care-relation'] })).document.run.rules[0]!
    return { flagged, unknown_by_cause }
  }
  expect(await answer()).toEqual({ flagged: 0, unknown_by_cause: { not_settled: 1 } })
  const covers = ['--covers', '2026-01-01..2026-04-30']
  await ingest(folder, 'care_contact', [{ ...contact, start_time: '2026-03-11 09:00' }], covers)
  expect(await answer()).toEqual({ flagged: 1, unknown_by_cause: {} })
  await ingest(folder, 'care_contact', [{ ...contact, patient_id: patient, start_time: '2026-03-19 09:00' }], covers)
  expect(await answer()).toEqual({ flagged: 0, unknown_by_cause: {} })
})
