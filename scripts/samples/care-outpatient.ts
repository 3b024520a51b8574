import { addDays, at, dayOf, minute, momentOf, type Moment, week } from './calendar.ts'
import { isOf } from './care-hospital.ts'
import type { Plan } from './contacts.ts'
import type { RecipeName } from './recipes.ts'
import type { Role, StaffMember } from './staff.ts'
import type { Contact } from './tables.ts'
import type { Tasks } from './tasks.ts'
import { unitOf, units, type UnitKey } from './units.ts'

const practices = ['clinic', 'daySurgery', 'primaryCare'] as const

/** Those who see patients by appointment, on the days when they are open. */
export function careByAppointment(plan: Plan, tasks: Tasks): void {
  for (const unit of practices) {
    for (const contact of plan.world.care_contact) {
      if (isOf(contact, unit, 'visit')) meet(plan, tasks, unit, contact)
      if (contact.care_unit_id === units[unit].care_unit_id) answer(plan, tasks, unit, contact)
    }
  }
}

/** Preparing, meeting, writing it down, and the answers of those who came last week. */
function meet(plan: Plan, tasks: Tasks, unit: UnitKey, visit: Contact): void {
  const { random } = plan
  const start = momentOf(visit.start_time)
  const day = dayOf(start)
  const work = (role: Role, moment: Moment, recipe: RecipeName, owner?: UnitKey): void => {
    const member = whoHasIt(plan, unit, role, moment, visit)
    if (member) tasks.add({ member, unit, patient: visit.patient_id, start: moment, recipe, ...(owner && { owner }) })
  }
  if (day >= week.monday && day <= week.sunday) {
    // The secretary's day surgery and clinic share a desk.
    if (unit !== 'daySurgery' && random.chance(0.8)) work('secretary', start - random.int(5, 20) * minute, 'checkIn')
    const isNurse = plan.members.get('camilla')?.row.user_id === visit.responsible_user_id
    const elsewhere = random.chance(0.2) ? readsElsewhere(plan, unit, visit.patient_id) : undefined
    if (!isNurse) work('physician', start + random.int(0, 8) * minute, 'assess', elsewhere)
    if (isNurse || random.chance(0.45)) work('nurse', start + random.int(5, 25) * minute, 'nursing')
    if (unit !== 'daySurgery' && random.chance(0.5))
      work('secretary', start + random.int(60, 200) * minute, 'transcribe')
  }
  const soon = at(addDays(week.monday, 2), '13:00') + random.int(0, 150) * minute
  if (day > week.sunday && day <= addDays(week.monday, 9) && random.chance(0.35)) work('nurse', soon, 'prepare')
  const after = at(addDays(week.monday, random.int(0, 2)), '08:30') + random.int(0, 400) * minute
  if (day >= addDays(week.monday, -6) && day < week.monday && random.chance(0.4)) work('physician', after, 'results')
}

/** The one who is named, if at work there; otherwise whoever is. */
function whoHasIt(
  { roster, random }: Plan,
  unit: UnitKey,
  role: Role,
  moment: Moment,
  visit: Contact,
): StaffMember | undefined {
  const present = roster.onDuty(unit, role, moment)
  const named = present.find(({ row }) => row.user_id === visit.responsible_user_id)
  return named ?? (present.length > 0 ? random.pick(present) : undefined)
}

/** Calls, prescriptions and messages are answered by the one who then registers them. */
function answer({ members }: Plan, tasks: Tasks, unit: UnitKey, contact: Contact): void {
  const recipeOf: Readonly<Record<string, RecipeName>> = {
    phone: 'phoneCall',
    message: 'phoneCall',
    prescription: 'prescribe',
    certificate: 'transcribe',
  }
  const recipe = recipeOf[contact.kind]
  const member = [...members.values()].find(({ row }) => row.user_id === contact.registered_by)
  if (recipe && member)
    tasks.add({ member, unit, patient: contact.patient_id, start: momentOf(contact.start_time), recipe })
}

/** The primary-care centre belongs to another provider than the hospital: it reads there with the patient's consent. */
function readsElsewhere({ world, random }: Plan, unit: UnitKey, patient: string): UnitKey | undefined {
  if (unit !== 'primaryCare') return undefined
  consentTo(world, patient, unit, addDays('2025-01-07', random.int(0, 300)))
  return random.pick(['ward', 'clinic', 'emergency'] as const)
}

export function consentTo(world: Plan['world'], patient_id: string, unit: UnitKey, valid_from: string): void {
  const { care_provider_id, care_unit_id } = unitOf(units[unit].care_unit_id)
  if (world.consent.some((row) => row.patient_id === patient_id && row.care_unit_id === care_unit_id)) return
  world.consent.push({
    patient_id,
    care_provider_id,
    care_unit_id,
    user_id: '',
    kind: 'consent',
    valid_from,
    valid_to: '',
  })
}
