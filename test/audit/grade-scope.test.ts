import { expect, it } from 'vitest'
import { z } from 'zod'
import { type GradeScope, gradeLookups } from '../../src/audit/grade-lookups.ts'
import type { Store } from '../../src/store/store.ts'
import { openStore, openWorkspace } from '../../src/workspace/workspace.ts'
import { persons, world } from './world.ts'

const period = { from: '2026-02-01', to: '2026-03-01' }
const [one, two, three] = persons(3) as [string, string, string]
const row = z.object({ seen: z.string() })

/** Every lookup with all that was found out of it, by what it is of. */
async function graded(store: Store): Promise<Record<string, string>> {
  const who = `concat_ws(' ', user_id, coalesce(patient_id, '-'), care_unit_id, day)`
  const sql = `select to_json({who: ${who}, told: l}) as seen from every_lookup l order by lookup_no`
  const rows = await store.rows('nightly/as-it-stands', row, {}, { sql })
  return Object.fromEntries(rows.map(({ seen }) => [(JSON.parse(seen) as { who: string }).who, seen]))
}

it('the lookups of a few are graded as among all of them', async () => {
  const opened = (user_id: string, patient_id: string, care_unit_id: string, day: string) => ({
    record_id: `${user_id}${patient_id}${day}`,
    occurred_at: `2026-${day}T10:00:00`,
    user_id,
    care_unit_id,
    patient_id,
    activity: 'read',
  })
  const visit = {
    kind: 'visit',
    status: 'finished',
    start_time: '2026-02-03 10:00:00',
    end_time: '2026-02-03 11:00:00',
  }
  const folder = await world(
    {
      // two numbers of one person
      person_alias: [{ person_id: one, alias_id: three }],
      care_unit: [{ care_unit_id: 'unit-1' }, { care_unit_id: 'unit-2' }],
      care_contact: [{ ...visit, contact_id: 'c1', patient_id: one, care_unit_id: 'unit-1' }],
      access: [
        opened('nurse', one, 'unit-1', '02-05'),
        opened('nurse', three, 'unit-1', '01-20'),
        opened('nurse', two, 'unit-2', '02-06'),
        opened('nurse', '', 'unit-2', '02-07'),
        opened('doctor', one, 'unit-2', '02-05'),
        opened('doctor', two, 'unit-1', '02-05'),
        opened('doctor', '', 'unit-1', '02-08'),
      ],
    },
    { covers: '2026-01-01..2026-12-31' },
  )
  const workspace = openWorkspace(folder)
  const settings = { ...workspace.config.relation, care_providers: [] }
  const store = await openStore(workspace, 0)
  try {
    await gradeLookups(store, period, settings, undefined, 20)
    const whole = await graded(store)
    expect(Object.keys(whole)).toHaveLength(7)
    const asked: [GradeScope['about'][number], string[]][] = [
      [{ user_id: 'nurse', patient_id: one }, [`nurse ${one} unit-1 2026-02-05`, `nurse ${three} unit-1 2026-01-20`]],
      [{ user_id: 'doctor', patient_id: three, care_unit_id: 'unit-1' }, [`doctor ${one} unit-2 2026-02-05`]],
      [{ user_id: 'nurse', patient_id: null }, Object.keys(whole).filter((key) => key.startsWith('nurse'))],
      [{ user_id: null, patient_id: two }, [`doctor ${two} unit-1 2026-02-05`, `nurse ${two} unit-2 2026-02-06`]],
      [
        { user_id: null, patient_id: null, care_unit_id: 'unit-2' },
        Object.keys(whole).filter((key) => key.includes('unit-2')),
      ],
    ]
    for (const [about, keys] of [...asked, [undefined, []] as const]) {
      const scope = { about: about ? [about] : [], run_period: period }
      await gradeLookups(store, period, settings, scope, 20)
      const expected = Object.fromEntries(keys.toSorted().map((key) => [key, whole[key]]))
      expect(await graded(store)).toEqual(expected)
    }
    const both = asked.slice(1, 4).map(([about]) => about)
    await gradeLookups(store, period, settings, { about: both, run_period: period }, 20)
    expect(Object.keys(await graded(store)).toSorted()).toEqual(
      [...new Set(asked.slice(1, 4).flatMap(([, keys]) => keys))].toSorted(),
    )
  } finally {
    store.close()
  }
})
