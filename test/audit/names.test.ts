import { expect, it } from 'vitest'
import { readPeople } from '../../src/audit/grade-lookups.ts'
import { makeMask, makeNameBook } from '../../src/audit/mask.ts'
import type { Period } from '../../src/model/period.ts'
import { openStore, openWorkspace } from '../../src/workspace/workspace.ts'
import { persons, type Rows, world } from './world.ts'

const [one, two] = persons(2) as [string, string]
const anna = { person_id: one, given_name: 'Anna', family_name: 'Ek', title: 'Läkare' }
const bo = { person_id: two, given_name: 'Bo', family_name: 'Al', title: 'Sjuksköterska' }

/** How a report of the period names the user. */
async function nameOf(staff: Rows, period: Period): Promise<unknown> {
  const folder = await world({ staff: staff.map((row) => ({ user_id: 'account', ...row })) })
  const store = await openStore(openWorkspace(folder), 0)
  try {
    await readPeople(store, period)
    const mask = await makeMask(store, { pseudonym: () => '' }, false)
    const findings = [{ user_id: 'account', patient_id: null }]
    return (await makeNameBook(store, { document: { run: period, findings } }, mask)).users.get('account')
  } finally {
    store.close()
  }
}

const handedOn = [
  { ...anna, valid_from: '2020-01-01', valid_to: '2026-03-14' },
  { ...bo, valid_from: '2026-03-15' },
]

it.each([
  ['before it is handed on', { from: '2026-02-01', to: '2026-03-15' }, { name: 'Anna Ek', title: 'Läkare' }],
  [
    'in which it is handed on',
    { from: '2026-03-01', to: '2026-04-01' },
    { name: 'Anna Ek / Bo Al', title: 'Sjuksköterska' },
  ],
  ['after it', { from: '2026-03-15', to: '2026-04-01' }, { name: 'Bo Al', title: 'Sjuksköterska' }],
])('names who had an account in the period %s', async (_, period, name) => {
  expect(await nameOf(handedOn, period)).toEqual(name)
})

it('names one person once, as last', async () => {
  const married = { ...anna, family_name: 'Ek Al', title: '', valid_from: '2026-03-15' }
  const period = { from: '2026-03-01', to: '2026-04-01' }
  expect(await nameOf([anna, married], period)).toEqual({ name: 'Anna Ek Al', title: 'Läkare' })
  // a row without a number is of the one who is known
  expect(await nameOf([anna, { ...married, person_id: '' }], period)).toEqual({ name: 'Anna Ek Al', title: 'Läkare' })
})
