import { describe, expect, it } from 'vitest'
import type { StoredRun } from '../../src/audit/keep-run.ts'
import { audit, persons, type Rows, world } from './world.ts'

/** What one user opened at a unit: explained by a visit that day, by nothing, or only by an earlier visit. */
interface Opened {
  readonly explained?: number
  readonly unexplained?: number
  readonly earlier?: number
}

/** Audits units in which users open records; each lookup has a patient of its own. */
async function auditOf(units: Readonly<Record<string, readonly Opened[]>>): Promise<StoredRun> {
  const free = persons(650).values()
  const access: Rows[number][] = []
  const care_contact: Rows[number][] = []
  const open = (user_id: string, care_unit_id: string, visit?: string): void => {
    const patient_id = free.next().value!
    access.push({ occurred_at: '2026-03-03T10:00:00', user_id, care_unit_id, patient_id, activity: 'read' })
    if (visit === undefined) return
    care_contact.push({ contact_id: `K-${patient_id}`, patient_id, care_unit_id, kind: 'visit', start_time: visit })
  }
  for (const [name, users] of Object.entries(units)) {
    for (const [number, { explained = 0, unexplained = 0, earlier = 0 }] of users.entries()) {
      const user = `nurse-${number + 1}`
      for (let left = explained; left > 0; left--) open(user, name, '2026-03-03 09:00')
      for (let left = unexplained; left > 0; left--) open(user, name)
      for (let left = earlier; left > 0; left--) open(user, name, '2025-03-03 09:00')
    }
  }
  return audit(await world({ access, care_contact }, { covers: '2026-01-01..2026-12-31' }))
}

const clean = { explained: 9 }
const some = { explained: 9, unexplained: 1 }
const most = { explained: 2, unexplained: 5 }
const all = { unexplained: 9 }

it('a unit notice stands where more than a tenth is unexplained, by more than half of the users and by three at least', async () => {
  const { summary } = await auditOf({
    'exactly a tenth': [some, some, some],
    'just over a tenth': [some, some, { explained: 8, unexplained: 1 }],
    'just over a tenth, half of the users': [some, some, some, most, clean, clean, clean, { explained: 1 }],
    'just over a tenth, more than half of the users': [some, some, some, most, clean, clean, { explained: 1 }],
    'nearly everything, two users': [all, all],
    'nearly everything, three users': [all, all, all],
    'a tenth, and earlier contacts': [some, some, { explained: 8, earlier: 1 }],
    'nothing unexplained': [clean, clean, clean],
  })
  expect(summary.unit_notices).toEqual([
    { care_unit_id: 'just over a tenth', lookups: 29, unexplained: 3, users: 3, users_with_unexplained: 3 },
    {
      care_unit_id: 'just over a tenth, more than half of the users',
      lookups: 56,
      unexplained: 8,
      users: 7,
      users_with_unexplained: 4,
    },
    {
      care_unit_id: 'nearly everything, three users',
      lookups: 27,
      unexplained: 27,
      users: 3,
      users_with_unexplained: 3,
    },
  ])
})

describe('under a unit notice', () => {
  it('what only lacks a relation is one case, and what has an earlier contact is not in it', async () => {
    const { cases, document } = await auditOf({
      'unit-1': [{ ...some, unexplained: 2 }, some, { ...some, earlier: 1 }],
    })
    const [first, ...others] = cases
    expect(first).toMatchObject({
      subject: 'unit',
      care_unit_id: 'unit-1',
      user_id: null,
      patient_id: null,
      severity: 'medium',
      score: 5,
      score_parts: [{ code: 'rule', points: 5 }],
    })
    const gathered = document.findings.filter(({ case_id }) => case_id === first!.case_id)
    expect(gathered.map((one) => [one.relation_grade, one.subject])).toEqual(Array(4).fill(['E', 'unit']))
    expect(first!.finding_ids).toEqual(gathered.map(({ finding_id }) => finding_id))
    expect(others.map(({ subject, severity }) => [subject, severity])).toEqual([['user_patient', 'low']])
  })
})
