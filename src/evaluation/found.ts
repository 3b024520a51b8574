import { z } from 'zod'
import type { Rule } from '../rules/rule.ts'
import type { Store } from '../store/store.ts'
import type { KeyRow } from './answer-key.ts'

/** A finding as an answer key meets it: whose lookups it rests on, of whom, and when. */
export interface Found {
  readonly rule: string
  readonly case_id: string
  readonly users: ReadonlySet<string>
  readonly persons: ReadonlySet<string>
  readonly days: ReadonlySet<string>
}

/** Whose lookups, of whom and when, one answer of a rule rests on. */
export type Behind = Pick<Found, 'users' | 'persons' | 'days'>

const BehindRow = z.object({
  lead_no: z.coerce.number(),
  user_id: z.string(),
  person_key: z.string().nullable(),
  day: z.string(),
})

/** What goes into the hole of a query for the lookups behind an answer: one, or those that it gathers. */
export function lookupsOf(rule: Rule): { lookup_no: string } {
  return { lookup_no: rule.gathers ? 'unnest(lookups)' : 'lookup_no' }
}

/** Number of the lookup that stands for the answer → what it rests on, of the rule asked last. */
export async function readBehind(store: Store, rule: Rule): Promise<ReadonlyMap<number, Behind>> {
  const rows = await store.rows('evaluation/lookups-behind', BehindRow, {}, lookupsOf(rule))
  const behind = new Map<number, { users: Set<string>; persons: Set<string>; days: Set<string> }>()
  for (const { lead_no, user_id, person_key, day } of rows) {
    const one = behind.get(lead_no) ?? { users: new Set(), persons: new Set(), days: new Set() }
    behind.set(lead_no, one)
    one.users.add(user_id)
    one.days.add(day)
    if (person_key !== null) one.persons.add(person_key)
  }
  return behind
}

/** All findings of a control, to be looked up by whom they are about. */
export class FoundIndex {
  readonly #byUser = new Map<string, Found[]>()
  readonly #byPerson = new Map<string, Found[]>()

  constructor(found: readonly Found[]) {
    for (const one of found) {
      for (const user of one.users) push(this.#byUser, user, one)
      for (const person of one.persons) push(this.#byPerson, person, one)
    }
  }

  /** The findings about whom the row names, whatever their rule and day. */
  about({ user_id, patient_id }: KeyRow): Found[] {
    const near = patient_id === null ? this.#byUser.get(user_id ?? '') : this.#byPerson.get(patient_id)
    return (near ?? []).filter((one) => user_id === null || one.users.has(user_id))
  }

  /** The findings that are what the row speaks of: of its rule, and of its day where it has one. */
  matching(row: KeyRow): Found[] {
    return this.about(row).filter((one) => one.rule === row.rule && (row.day === null || one.days.has(row.day)))
  }
}

function push(map: Map<string, Found[]>, key: string, one: Found): void {
  const known = map.get(key)
  if (known) known.push(one)
  else map.set(key, [one])
}
