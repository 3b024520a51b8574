import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { gradeLookups } from '../../src/audit/grade-lookups.ts'
import { openStore, openWorkspace } from '../../src/workspace/workspace.ts'
import { audit, ingest, persons, type Rows, world } from './world.ts'

const [patient] = persons(1)
const event = {
  occurred_at: '2026-03-03T10:00:00',
  user_id: 'nurse-1',
  care_unit_id: 'unit-1',
  patient_id: patient,
  activity: 'read',
}

describe('what is read under several blocks is counted once', () => {
  const block = { patient_id: patient, kind: 'inner', care_provider_id: 'region', care_unit_id: 'unit-2' }
  const access: Rows = ['unit-2', 'unit-2', 'unit-3'].map((owner_care_unit_id, place) => ({
    ...event,
    occurred_at: `2026-03-03T10:0${place}:00`,
    care_provider_id: 'region',
    owner_care_unit_id,
    owner_care_provider_id: 'region',
  }))
  const events = async (folder: string) =>
    (await audit(folder, { rules: ['blocked-record'] })).document.findings.map(({ facts }) => facts['events'])

  it('where two sources describe one block', async () => {
    const folder = await world({ access })
    await ingest(folder, 'block', [{ ...block, block_id: 'S-1' }], ['--source', 'a'])
    await ingest(folder, 'block', [{ ...block, block_id: 'S-1', valid_from: '2026-01-01' }], ['--source', 'b'])
    expect(await events(folder)).toEqual([2])
  })

  it('where one block is of a unit and another of everything', async () => {
    const folder = await world({
      access,
      block: [
        { ...block, block_id: 'S-1' },
        { ...block, block_id: 'S-2', care_unit_id: '' },
      ],
    })
    expect(await events(folder)).toEqual([3])
  })
})

it('a contact has one window, however many sources describe its unit, and the longest that any of them gives', async () => {
  const folder = await world(
    {
      access: [event],
      care_contact: [
        {
          contact_id: 'K-1',
          patient_id: patient,
          care_unit_id: 'unit-1',
          kind: 'visit',
          start_time: '2026-01-10 09:00',
        },
      ],
    },
    { covers: '2026-01-01..2026-12-31' },
  )
  await ingest(folder, 'care_unit', [{ care_unit_id: 'unit-1', parent_unit_id: 'clinic-1' }], ['--source', 'a'])
  await ingest(folder, 'care_unit', [{ care_unit_id: 'unit-1', kind: 'ward' }], ['--source', 'b'])
  const opened = openWorkspace(folder)
  const store = await openStore(opened, 0)
  try {
    const settings = { ...opened.config.relation, care_providers: [] }
    await gradeLookups(store, { from: '2026-03-01', to: '2026-04-01' }, settings)
    const sql = 'select clinic_no is not null as in_clinic, to_day::varchar as to_day from contact_window'
    const windows = await store.rows('nightly/as-it-stands', z.record(z.string(), z.unknown()), {}, { sql })
    expect(windows).toEqual([{ in_clinic: true, to_day: '2026-03-11' }])
  } finally {
    store.close()
  }
})
