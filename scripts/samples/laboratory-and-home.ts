import { addDays, at, clockOf, dayOf, days, hour, minute, momentOf, type Moment, week } from './calendar.ts'
import { addContact, member, type Plan, someone } from './contacts.ts'
import type { Contact, Patient } from './tables.ts'
import { units, type UnitKey } from './units.ts'

const orderers: readonly (readonly [unit: UnitKey, share: number, delay: Moment])[] = [
  ['emergency', 0.55, 25 * minute],
  ['clinic', 0.25, 20 * minute],
]

/** Samples follow care: a round at the ward, a visit at the emergency department or the clinic. */
export function planLaboratory(plan: Plan, anyone: readonly Patient[]): void {
  const { world, random } = plan
  const before = [...world.care_contact]
  for (const contact of before) {
    if (contact.status === 'cancelled') continue
    if (contact.kind === 'admission' && contact.care_unit_id === units.ward.care_unit_id) orderOnRounds(plan, contact)
    for (const [unit, share, delay] of orderers) {
      const start = momentOf(contact.start_time) + delay
      const isHere = contact.kind === 'visit' && contact.care_unit_id === units[unit].care_unit_id
      if (isHere && isOfWeek(start) && random.chance(share)) order(plan, contact, unit, start)
    }
  }
  for (const day of days('2026-01-02', '2026-05-31')) {
    addContact(world, {
      patient: random.pick(anyone).patient_id,
      unit: 'laboratory',
      kind: 'lab_result',
      start: at(day, '09:30') + random.int(0, 300) * minute,
      by: member(plan, 'stefan'),
    })
  }
}

function isOfWeek(moment: Moment): boolean {
  return moment >= week.start && moment < week.end
}

function orderOnRounds(plan: Plan, admission: Contact): void {
  for (const day of days(week.monday, week.sunday)) {
    const start = at(day, '07:20') + plan.random.int(0, 100) * minute
    const isInBed =
      momentOf(admission.start_time) < start && (admission.end_time === '' || start < momentOf(admission.end_time))
    if (isInBed && plan.random.chance(0.5)) order(plan, admission, 'ward', start)
  }
}

/** The order is the laboratory's contact; the answer follows when someone has been at work there. */
function order(plan: Plan, { patient_id }: Contact, unit: UnitKey, start: Moment): void {
  const by = someone(plan, unit, unit === 'ward' ? 'nurse' : 'physician', start)
  addContact(plan.world, { patient: patient_id, unit: 'laboratory', kind: 'order', start, other: unit, by })
  const period = plan.roster.next('laboratory', 'analyst', start)
  if (!period) return
  const answered = Math.max(start, period.start) + plan.random.int(70, 110) * minute
  addContact(plan.world, {
    patient: patient_id,
    unit: 'laboratory',
    kind: 'lab_result',
    start: answered,
    other: unit,
    by: period.member,
  })
}

/** Home care in the municipality: a decision without an end, and visits on most days. */
export function planHomeCare(plan: Plan, cared: readonly Patient[]): void {
  const { world, random } = plan
  for (const { patient_id } of cared) {
    addContact(world, {
      patient: patient_id,
      unit: 'homeCare',
      kind: 'home_care',
      start: at(addDays('2024-02-01', random.int(0, 690)), '08:00'),
    })
  }
  for (const day of days('2026-01-02', '2026-05-31')) {
    const near = day >= week.monday && day <= week.sunday
    for (const { patient_id } of random.shuffled(cared).slice(0, near ? 8 : 1)) {
      const start = at(day, '08:00') + random.int(0, 28) * 15 * minute
      const by = someone(plan, 'homeCare', 'nurse', start)
      addContact(world, {
        patient: patient_id,
        unit: 'homeCare',
        kind: 'visit',
        start,
        end: start + 30 * minute,
        responsible: by,
        registered: at(addDays(day, -7), '13:00'),
        by,
      })
    }
  }
}

/** What someone at the laboratory has to do after an order: the time they open it. */
export function openedAtLaboratory(plan: Plan, orderContact: Contact): { start: Moment; key: string } | undefined {
  const ordered = momentOf(orderContact.start_time)
  const period = plan.roster.next('laboratory', 'analyst', ordered)
  if (!period) return undefined
  const start = Math.max(ordered, period.start) + plan.random.int(15, 60) * minute
  return clockOf(start) > '21:40' || dayOf(start) > week.sunday || start + hour / 4 > period.end
    ? undefined
    : { start, key: period.member.key }
}
