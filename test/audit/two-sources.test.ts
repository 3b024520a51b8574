import { describe, expect, it } from 'vitest'
import { run } from '../harness/program.ts'
import { audit, ingest, persons, type Rows, world } from './world.ts'

const [patient, nurse] = persons(2)
const event = {
  occurred_at: '2026-03-03T10:00:00',
  user_id: 'nurse-1',
  care_unit_id: 'unit-1',
  patient_id: patient,
  activity: 'read',
}

/** A log, and what two sources say of one table, read in this order. */
async function told(kind: 'staff' | 'patient', of: Readonly<Record<string, Rows[number]>>) {
  const folder = await world({ access: [event], care_unit: [{ care_unit_id: 'unit-1', opening: '24/7' }] })
  for (const [source, row] of Object.entries(of)) await ingest(folder, kind, [row], ['--source', source])
  return folder
}

/** Every order in which two sources can be read, under either name. */
const orders = [
  ['a', 'b'],
  ['b', 'a'],
] as const

describe.each(orders)('of two sources, %s read before %s,', (first, second) => {
  it.each([
    ['the first', 'assumed_identity', 'none'],
    ['the second', 'none', 'assumed_identity'],
    ['only the first', 'assumed_identity', ''],
  ])('%s that protects a member of staff is heeded', async (_, one, other) => {
    const staff = { user_id: 'nurse-1', person_id: nurse }
    const folder = await told('staff', {
      [first]: { ...staff, protection: one, valid_from: '2020-01-01' },
      [second]: { ...staff, protection: other, valid_from: '2024-01-01' },
    })
    const { out, err } = await run([
      '-w',
      folder,
      '--format',
      'csv',
      'query',
      '--sql',
      'select user_id from masked_lookup',
    ])
    expect(out, err).toMatch(/skyddad/)
  })

  it('what one says of the person and the account is known, though the other says neither', async () => {
    const folder = await told('staff', {
      [first]: { user_id: 'nurse-1', person_id: patient, valid_from: '2020-01-01' },
      [second]: { user_id: 'nurse-1', given_name: 'Eva', valid_from: '2024-01-01' },
    })
    const { document } = await audit(folder, { rules: ['own-record'] })
    expect(document.run.rules[0]).toMatchObject({ rule: 'own-record', flagged: 1, unknown: 0 })
  })

  it('the answer on a patient is that of the same source, and points to its row', async () => {
    const folder = await told('patient', {
      [first]: { patient_id: patient, deceased_date: first === 'a' ? '2025-01-01' : '2026-03-01' },
      [second]: { patient_id: patient, deceased_date: second === 'a' ? '2025-01-01' : '2026-03-01' },
    })
    const { document } = await audit(folder, { rules: ['deceased'] })
    expect(document.findings).toHaveLength(1)
    const batch = first === 'a' ? 3 : 4
    expect(JSON.stringify(document.findings[0])).toContain(`"patient:${batch}:2"`)
  })
})
