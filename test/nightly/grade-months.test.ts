import { expect, it } from 'vitest'
import { gradeLookups } from '../../src/audit/grade-lookups.ts'
import { addMonths } from '../../src/model/period.ts'
import { gradersOf } from '../../src/nightly/grade-months.ts'
import type { Store } from '../../src/store/store.ts'
import { openStore, openWorkspace } from '../../src/workspace/workspace.ts'
import { persons, world } from '../audit/world.ts'

const months = ['2026-01-01', '2026-02-01', '2026-04-01']
const looksBack = 20

/** Everything that rules are asked of, of the month that was graded last. */
async function graded(store: Store): Promise<unknown[]> {
  const rows = []
  for (const sql of ['from every_lookup order by lookup_no', 'from user_person order by all'])
    rows.push((await store.table('nightly/as-it-stands', {}, { sql })).rows)
  return rows
}

it('months in a row that are graded together have the grades of each by itself', async () => {
  const [one, two, nurse] = persons(3) as [string, string, string]
  const days = ['01-05', '01-20', '01-31', '02-01', '02-15', '02-28', '03-15', '04-01', '04-30']
  const opened = (user_id: string, patient_id: string) =>
    days.map((day) => ({
      record_id: `${user_id}${patient_id}${day}`,
      occurred_at: `2026-${day}T10:00:00`,
      user_id,
      // only the log of one month says who this is
      user_person_id: user_id === 'nurse' && day.startsWith('02') ? nurse : '',
      care_unit_id: 'unit-1',
      patient_id,
      activity: 'read',
    }))
  const contact = { contact_id: 'c1', patient_id: one, care_unit_id: 'unit-1', kind: 'visit', status: 'finished' }
  const folder = await world(
    {
      staff: [
        { user_id: 'robot', kind: 'robot', valid_from: '2026-02-01' },
        { user_id: 'robot', kind: 'person', valid_from: '2026-01-01' },
      ],
      care_unit: [{ care_unit_id: 'unit-1', care_provider_id: 'p1' }],
      care_contact: [{ ...contact, start_time: '2026-02-03 10:00:00', end_time: '2026-02-03 11:00:00' }],
      access: [...opened('nurse', one), ...opened('nurse', two), ...opened('robot', one)],
    },
    { covers: '2026-01-01..2026-12-31' },
  )
  const workspace = openWorkspace(folder)
  const settings = { ...workspace.config.relation, care_providers: [] }
  const store = await openStore(workspace, 0)
  try {
    const together: unknown[][] = []
    const alone: unknown[][] = []
    const graders = await gradersOf(store, months, settings, looksBack)
    for (const month of months) {
      await graders.get(month)!()
      together.push(await graded(store))
    }
    for (const month of months) {
      await gradeLookups(store, { from: month, to: addMonths(month, 1) }, settings, undefined, looksBack)
      alone.push(await graded(store))
    }
    expect(together).toEqual(alone)
    // January, February with what lies twenty days before it, and April with the day in March
    expect(together.map(([lookups]) => (lookups as unknown[]).length)).toEqual([9, 15, 9])
  } finally {
    store.close()
  }
})
