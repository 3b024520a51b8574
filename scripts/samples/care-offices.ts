import { addDays, at, dayLength, minute, momentOf, type Moment, week } from './calendar.ts'
import { isOf } from './care-hospital.ts'
import type { Plan } from './contacts.ts'
import type { StaffMember } from './staff.ts'
import type { Tasks } from './tasks.ts'
import type { UnitKey } from './units.ts'

/** The dietitian, the office and the robot: work that no contact tells of, or that rests on an assignment. */
export function workFromAfar(plan: Plan, tasks: Tasks): void {
  const { world, random } = plan
  const office = (key: string, day: number): { member: StaffMember; start: Moment } | undefined => {
    const start = at(addDays(week.monday, day), '08:20') + random.int(0, 480) * minute
    const member = plan.members.get(key)
    return member && plan.roster.at(member, start) ? { member, start } : undefined
  }
  const patientsOf = (unit: UnitKey, kind: string): string[] =>
    world.care_contact
      .filter((contact) => isOf(contact, unit, kind) && contact.start_time < week.sunday)
      .map(({ patient_id }) => patient_id)
  const emergencies = patientsOf('emergency', 'visit')
  const stays = world.care_contact.filter(
    (contact) =>
      isOf(contact, 'ward', 'admission') && Math.abs(momentOf(contact.start_time) - week.start) < 5 * dayLength,
  )
  for (let count = 0; count < 90; count += 1) {
    const review = office('margareta', random.int(0, 3))
    if (review && count < 55)
      tasks.add({
        ...review,
        unit: 'staff',
        patient: random.pick(emergencies),
        recipe: 'review',
        purpose: 'quality',
        owner: 'emergency',
      })
    const tally = office('tomas', random.int(0, 3))
    if (tally && count < 40)
      tasks.add({
        ...tally,
        unit: 'staff',
        patient: random.pick(emergencies),
        recipe: 'countUp',
        purpose: 'statistics',
        owner: 'emergency',
      })
    const diet = office('ylva', random.int(0, 2))
    if (diet && count < 22)
      tasks.add({ ...diet, unit: 'diet', patient: random.pick(stays).patient_id, recipe: 'nursing' })
    const bill = office('yvonne', random.int(0, 2))
    if (bill && count < 30)
      tasks.add({
        ...bill,
        unit: 'primaryCare',
        patient: random.pick(patientsOf('primaryCare', 'visit')),
        recipe: 'bill',
        purpose: 'administration',
      })
    // The clinic plans ahead for those who have left the ward.
    const planning = office(random.pick(['helena', 'camilla', 'monica']), random.int(0, 2))
    if (planning && count < 24)
      tasks.add({
        ...planning,
        unit: 'clinic',
        patient: random.pick(stays).patient_id,
        recipe: 'prepare',
        owner: 'ward',
      })
    const phone = office('oskar', random.int(1, 2))
    // The app on the physician's phone logs no unit.
    if (phone && count < 6) tasks.add({ ...phone, unit: '', patient: random.pick(stays).patient_id, recipe: 'glance' })
  }
  remind(plan, tasks)
}

/** The robot writes to those who are expected at the clinic in a week, every night at the same time. */
function remind({ world, members, random }: Plan, tasks: Tasks): void {
  const robot = members.get('robot')
  if (!robot) return
  const expected = world.care_contact.filter(
    (contact) =>
      isOf(contact, 'clinic', 'visit') &&
      contact.start_time >= addDays(week.monday, 5) &&
      contact.start_time < addDays(week.sunday, 12),
  )
  for (let night = 0; night < 7; night += 1) {
    random
      .shuffled(expected)
      .slice(0, 18)
      .forEach(({ patient_id }, place) => {
        const start = at(addDays(week.monday, night), '02:05') + place * 7_000
        tasks.fix({
          member: robot,
          unit: 'clinic',
          patient: patient_id,
          start,
          recipe: 'remind',
          purpose: 'administration',
        })
      })
  }
}
