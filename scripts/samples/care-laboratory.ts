import { addDays, at, dayOf, minute, momentOf, week } from './calendar.ts'
import { isOf } from './care-hospital.ts'
import { consentTo } from './care-outpatient.ts'
import type { Plan } from './contacts.ts'
import { openedAtLaboratory } from './laboratory-and-home.ts'
import type { Tasks } from './tasks.ts'

/** Every sample is opened at the laboratory by whoever works there next. */
export function careAtLaboratory(plan: Plan, tasks: Tasks): void {
  for (const order of plan.world.care_contact.filter((contact) => isOf(contact, 'laboratory', 'order'))) {
    const opened = openedAtLaboratory(plan, order)
    const member = opened && plan.members.get(opened.key)
    if (member)
      tasks.add({ member, unit: 'laboratory', patient: order.patient_id, start: opened.start, recipe: 'analyse' })
  }
}

/** Visits at home, and the hospital's plans for those who are about to come home. */
export function careAtHome(plan: Plan, tasks: Tasks): void {
  const { world, members, roster, random } = plan
  for (const visit of world.care_contact.filter((contact) => isOf(contact, 'homeCare', 'visit'))) {
    const member = [...members.values()].find(({ row }) => row.user_id === visit.responsible_user_id)
    const start = momentOf(visit.start_time)
    if (member && roster.at(member, start))
      tasks.add({ member, unit: 'homeCare', patient: visit.patient_id, start: start + 4 * minute, recipe: 'homeVisit' })
  }
  for (const plans of world.care_contact.filter((contact) => isOf(contact, 'homeCare', 'coordination'))) {
    const begun = dayOf(momentOf(plans.start_time))
    for (const day of [begun, addDays(begun, 1)].filter((one) => one >= week.monday && one <= week.sunday)) {
      const start = at(day, '13:10') + random.int(0, 150) * minute
      const member = roster.onDuty('homeCare', 'nurse', start)[0]
      if (!member) continue
      consentTo(world, plans.patient_id, 'homeCare', begun)
      tasks.add({ member, unit: 'homeCare', patient: plans.patient_id, start, recipe: 'prepare', owner: 'ward' })
    }
  }
}
