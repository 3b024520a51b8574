import { expect, it } from 'vitest'
import { z } from 'zod'
import { gradeLookups } from '../../src/audit/grade-lookups.ts'
import { openStore, openWorkspace } from '../../src/workspace/workspace.ts'
import { ingest, persons, type Rows, world } from './world.ts'

const [one, two, three] = persons(3) as [string, string, string]
const said = z.record(z.string(), z.unknown())

/** Who the users are on a day, by what sources say in this order. */
async function staff(
  day: string,
  ...sources: readonly (readonly [source: string, rows: Rows])[]
): Promise<Map<unknown, unknown>> {
  const folder = await world({
    access: [
      { occurred_at: '2026-03-10T10:00:00', user_id: 'u1', care_unit_id: 'unit-1', patient_id: one, activity: 'read' },
    ],
  })
  for (const [source, rows] of sources) await ingest(folder, 'staff', rows, ['--source', source])
  const workspace = openWorkspace(folder)
  const store = await openStore(workspace, 0)
  try {
    const settings = { ...workspace.config.relation, care_providers: [] }
    await gradeLookups(store, { from: '2026-03-01', to: '2026-04-01' }, settings)
    const sql = `select user_id, person_id, title, address, postal_code, robot, protected, valid_from::varchar as valid_from,
      valid_to::varchar as valid_to from staff_member where '${day}' between from_day and to_day`
    const rows = await store.rows('nightly/as-it-stands', said, {}, { sql })
    // one row for each user on each day
    expect(new Set(rows.map(({ user_id }) => user_id)).size).toBe(rows.length)
    return new Map(rows.map(({ user_id, ...row }) => [user_id, row]))
  } finally {
    store.close()
  }
}

/** The same in whatever order the sources are read, and wherever their rows stand. */
async function inAnyOrder(hr: Rows, hsa: Rows): Promise<Map<unknown, unknown>> {
  const filler = [{ user_id: 'other' }, { user_id: 'another' }]
  const first = await staff('2026-03-10', ['hr', [...filler, ...hr]], ['hsa', hsa])
  expect(await staff('2026-03-10', ['hsa', [...filler, ...hsa]], ['hr', hr])).toEqual(first)
  return first
}

it('of two sources that describe one user each gives what the other lacks', async () => {
  const members = await inAnyOrder(
    [{ user_id: 'u1', person_id: one, address: 'Storgatan 1', postal_code: '111 11', valid_from: '2020-01-01' }],
    [{ user_id: 'u1', person_id: '', title: 'Nurse', protection: 'secrecy' }],
  )
  expect(members.get('u1')).toEqual({
    person_id: one,
    title: 'Nurse',
    address: 'Storgatan 1',
    postal_code: '111 11',
    robot: false,
    protected: true,
    valid_from: '2020-01-01',
    valid_to: null,
  })
})

it('what two sources contradict is as the one says that began last, and then as the first by name', async () => {
  const members = await inAnyOrder(
    [
      { user_id: 'u1', person_id: one, title: 'Nurse', valid_from: '2020-01-01', valid_to: '2026-12-31' },
      { user_id: 'u2', person_id: one, address: 'Storgatan 1', valid_from: '2020-01-01' },
      { user_id: 'u3', person_id: one, kind: 'person', valid_from: '2020-01-01' },
      { user_id: 'u4', kind: '', valid_from: '2020-01-01' },
    ],
    [
      { user_id: 'u1', person_id: two, title: 'Physician', valid_from: '2021-01-01' },
      { user_id: 'u2', person_id: two, address: 'Kyrkogatan 2', postal_code: '222 22', valid_from: '2020-01-01' },
      { user_id: 'u3', person_id: three, kind: 'robot', valid_from: '2026-04-01' },
      { user_id: 'u4', kind: 'robot', valid_from: '2026-04-01' },
    ],
  )
  expect(members.get('u1')).toMatchObject({
    person_id: two,
    title: 'Physician',
    valid_from: '2021-01-01',
    valid_to: null,
  })
  expect(members.get('u2')).toMatchObject({ person_id: one, address: 'Kyrkogatan 2', postal_code: '222 22' })
  // what begins later says nothing of the day
  expect(members.get('u3')).toMatchObject({ person_id: one, robot: false })
  expect(members.get('u4')).toMatchObject({ robot: false })
})

it.each([
  ['1999-01-01', { title: 'Assistant', robot: false }, { title: 'Student' }],
  ['2026-03-30', { title: 'Assistant', robot: false }, { title: 'Student' }],
  ['2026-03-31', { title: 'Nurse', robot: false }, { title: 'Student' }],
  ['2026-04-01', { title: 'Robot', robot: true }, { title: 'Student' }],
  ['2026-05-31', { title: 'Robot', robot: true }, { title: 'Student' }],
  ['2026-06-01', { title: 'Robot', robot: true }, { title: 'Physician' }],
])('of one source the row holds on %s that began last, or the first of all', async (day, first, second) => {
  const members = await staff(day, [
    'hr',
    [
      { user_id: 'u1', title: 'Robot', kind: 'robot', valid_from: '2026-04-01', protection: 'secrecy' },
      { user_id: 'u1', title: 'Nurse', valid_from: '2026-03-31' },
      { user_id: 'u1', title: 'Assistant' },
      { user_id: 'u2', title: 'Physician', valid_from: '2026-06-01' },
      { user_id: 'u2', title: 'Student', valid_from: '2026-05-01' },
    ],
  ])
  // who is protected later is protected in what is written later
  expect(members.get('u1')).toMatchObject({ ...first, protected: true })
  expect(members.get('u2')).toMatchObject(second)
})
