import { addDays, at, clockOf, dayOf, days, hour, isOpenDay, minute, momentOf, type Moment, week } from './calendar.ts'
import type { Plan } from './contacts.ts'
import type { RecipeName } from './recipes.ts'
import type { Role, StaffMember } from './staff.ts'
import type { Contact } from './tables.ts'
import type { Tasks } from './tasks.ts'
import { type UnitKey, units } from './units.ts'

interface Routine {
  readonly role: Role
  /** Which shift, by the hour it starts. */
  readonly shift: string
  /** Minutes after the start of the shift, and over how many minutes the patients are spread. */
  readonly after: number
  readonly over: number
  readonly share: number
  /** On days when the hospital runs with its weekend staff. */
  readonly weekendShare?: number
  readonly recipe: RecipeName
}

/** A day and a night at the ward, for each patient in bed. */
const routines: readonly Routine[] = [
  { role: 'nurse', shift: '07:00', after: 10, over: 100, share: 1, recipe: 'overview' },
  { role: 'nurse', shift: '07:00', after: 150, over: 330, share: 0.9, recipe: 'nursing' },
  { role: 'assistant', shift: '07:00', after: 40, over: 300, share: 0.8, recipe: 'nursing' },
  { role: 'physician', shift: '08:00', after: 20, over: 180, share: 1, weekendShare: 0.35, recipe: 'round' },
  { role: 'physician', shift: '08:00', after: 300, over: 180, share: 0.3, weekendShare: 0.1, recipe: 'results' },
  { role: 'secretary', shift: '08:00', after: 60, over: 400, share: 0.4, recipe: 'transcribe' },
  { role: 'physiotherapist', shift: '08:00', after: 60, over: 380, share: 0.35, recipe: 'nursing' },
  { role: 'nurse', shift: '13:00', after: 15, over: 100, share: 0.9, recipe: 'overview' },
  { role: 'nurse', shift: '13:00', after: 260, over: 200, share: 0.9, recipe: 'medication' },
  { role: 'assistant', shift: '13:00', after: 180, over: 300, share: 0.5, recipe: 'nursing' },
  { role: 'nurse', shift: '21:00', after: 10, over: 110, share: 0.9, recipe: 'overview' },
  { role: 'nurse', shift: '21:00', after: 240, over: 300, share: 0.7, recipe: 'nightCheck' },
  { role: 'assistant', shift: '21:00', after: 60, over: 480, share: 0.4, recipe: 'nightCheck' },
]

/** The ward follows its patients round the clock. */
export function careAtWard({ world, roster, random }: Plan, tasks: Tasks): void {
  for (const stay of world.care_contact.filter((contact) => isOf(contact, 'ward', 'admission'))) {
    for (const day of days(addDays(week.monday, -1), week.sunday)) {
      for (const { role, shift, after, over, share, weekendShare = share, recipe } of routines) {
        const start = at(day, shift) + (after + random.int(0, over)) * minute
        const isWanted = random.chance(isOpenDay(day) ? share : weekendShare)
        const team = roster.of('ward', role, day).filter((period) => clockOf(period.start).startsWith(shift))
        const member = team[teamOf(stay.patient_id) % team.length]?.member
        if (isWanted && member && isInBed(stay, start))
          tasks.add({ member, unit: 'ward', patient: stay.patient_id, start, recipe })
      }
    }
  }
}

/** Patients are shared between those on a shift, the same way all day. */
export function teamOf(patientId: string): number {
  return Number(patientId.slice(6, 8)) || 0
}

/** From just before the bed is made to the papers after the patient has left. */
function isInBed({ start_time, end_time }: Contact, moment: Moment): boolean {
  return momentOf(start_time) - hour / 2 <= moment && (end_time === '' || moment <= momentOf(end_time) + hour)
}

export function isOf(contact: Contact, unit: UnitKey, kind: string): boolean {
  return contact.care_unit_id === units[unit].care_unit_id && contact.kind === kind && contact.status !== 'cancelled'
}

/** The emergency department: who registers the visit opens the record next, then the physician, then the answers come. */
export function careAtEmergency(plan: Plan, tasks: Tasks): void {
  const { world, random } = plan
  for (const visit of world.care_contact.filter((contact) => isOf(contact, 'emergency', 'visit') && isNear(contact))) {
    const arrival = momentOf(visit.start_time)
    const work = (role: Role, after: number, over: number, recipe: RecipeName, owner?: UnitKey): void => {
      const start = arrival + (after + random.int(0, over)) * minute
      const member = whoHasIt(plan, visit, role, start)
      if (member)
        tasks.add({ member, unit: 'emergency', patient: visit.patient_id, start, recipe, ...(owner && { owner }) })
    }
    work('nurse', 2, 5, 'triage')
    work('physician', 20, 50, 'assess', random.chance(0.15) ? random.pick(['ward', 'clinic'] as const) : undefined)
    if (random.chance(0.6)) work('nurse', 45, 60, 'nursing')
    if (random.chance(0.6)) work('physician', 110, 70, 'results')
    if (random.chance(0.3)) work('nurse', 150, 60, 'overview')
  }
}

/** From the evening before the log begins: those who came then are there still. */
function isNear({ start_time }: Contact): boolean {
  return start_time >= addDays(week.monday, -1) && dayOf(momentOf(start_time)) <= week.sunday
}

/** The one who is named in the visit while at work, then whoever has the next shift. */
function whoHasIt({ roster }: Plan, visit: Contact, role: Role, moment: Moment): StaffMember | undefined {
  const present = roster.onDuty('emergency', role, moment)
  const named = present.find(
    ({ row }) => row.user_id === visit.responsible_user_id || row.user_id === visit.registered_by,
  )
  return named ?? present[0]
}
