import { minute, type Moment, stamp } from './calendar.ts'
import type { Random } from './random.ts'
import type { Roster } from './roster.ts'
import type { Role, StaffMember } from './staff.ts'
import type { Contact, World } from './tables.ts'
import { type UnitKey, units } from './units.ts'

/** What planning care needs to know. */
export interface Plan {
  readonly world: World
  readonly roster: Roster
  readonly members: ReadonlyMap<string, StaffMember>
  readonly random: Random
}

export interface ContactWanted {
  readonly patient: string
  readonly unit: UnitKey
  readonly kind: string
  readonly start: Moment
  readonly end?: Moment
  readonly responsible?: StaffMember | undefined
  readonly other?: UnitKey
  readonly status?: string
  readonly registered?: Moment
  readonly by?: StaffMember | undefined
}

/** Kinds that go on until someone ends them. */
const openKinds = new Set(['listing', 'home_care', 'admission', 'coordination'])

export function addContact(world: World, wanted: ContactWanted): Contact {
  const { patient, unit, kind, start, end, responsible, other, by, registered = start } = wanted
  const contact: Contact = {
    contact_id: '',
    patient_id: patient,
    care_unit_id: units[unit].care_unit_id,
    kind,
    start_time: stamp(start),
    end_time: end === undefined ? '' : stamp(end),
    responsible_user_id: responsible?.row.user_id ?? '',
    other_care_unit_id: other ? units[other].care_unit_id : '',
    status: wanted.status ?? (end === undefined && openKinds.has(kind) ? 'ongoing' : 'completed'),
    registered_time: by ? stamp(registered) : '',
    registered_by: by?.row.user_id ?? '',
  }
  world.care_contact.push(contact)
  return contact
}

/** Contacts are numbered in the order of time, as a journal system would have met them. */
export function numberContacts(world: World): void {
  world.care_contact.sort(
    (a, b) => compare(a.start_time, b.start_time) || compare(a.patient_id, b.patient_id) || compare(a.kind, b.kind),
  )
  world.care_contact.forEach((contact, place) => {
    contact.contact_id = `VK-${String(place + 1).padStart(5, '0')}`
  })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function member(plan: Plan, key: string): StaffMember {
  const found = plan.members.get(key)
  if (!found) throw new Error(`no member of staff is called ${key}`)
  return found
}

/** Someone in a role at a unit at that time; months away from the log, where there is no roster, anyone in the role. */
export function someone({ roster, members, random }: Plan, unit: UnitKey, role: Role, moment: Moment): StaffMember {
  const present = roster.onDuty(unit, role, moment)
  if (present.length > 0) return random.pick(present)
  return random.pick([...members.values()].filter((one) => one.role === role && one.units.includes(unit)))
}

/** A time that people would write: on the full five minutes. */
export function roundly(moment: Moment): Moment {
  return Math.round(moment / (5 * minute)) * 5 * minute
}
