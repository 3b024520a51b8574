import { addDays, at, hour, minute, type Moment } from '../samples/calendar.ts'
import { workdayAfter } from './calendar.ts'
import type { Listed } from './centre.ts'
import type { Month } from './month.ts'
import type { Shift } from './rota.ts'
import { units } from './units.ts'

const { centre, childHealth, laboratory, clinic } = units

/** The visits of a day at the centre, and all that is done around them. */
export function visits(month: Month, listed: Listed, day: string): void {
  const { random, rota } = month
  const anyone = (): string => (random.chance(0.75) ? random.pick(listed.often) : random.pick(listed.all)).patient_id
  for (const shift of rota.of(centre, 'physician', day)) {
    for (const start of slots(month, day, random.int(8, 10))) atPhysician(month, shift, anyone(), start, day)
  }
  const nurses = [...rota.of(centre, 'nurse', day), ...rota.of(centre, 'childNurse', day)]
  for (const shift of nurses) {
    for (const start of slots(month, day, random.int(4, 6))) atNurse(month, shift, anyone(), start, day)
  }
  for (const shift of rota.of(centre, 'assistant', day)) {
    for (const start of slots(month, day, random.int(6, 9))) atNurse(month, shift, anyone(), start, day)
  }
  for (const shift of rota.of(centre, 'therapist', day)) {
    for (const start of slots(month, day, random.int(6, 8))) atNurse(month, shift, anyone(), start, day)
  }
  for (const shift of rota.of(childHealth, 'childNurse', day)) {
    for (const start of slots(month, day, random.int(6, 8))) childVisit(month, shift, listed, start, day)
  }
}

function slots({ random }: Month, day: string, count: number): Moment[] {
  const all = Array.from({ length: 15 }, (_, place) => at(day, '08:30') + place * 30 * minute)
  return random.shuffled(all.filter((start) => start < at(day, '12:00') || start >= at(day, '13:00'))).slice(0, count)
}

function atPhysician(month: Month, shift: Shift, patient: string, start: Moment, day: string): void {
  const { random, rota } = month
  const [secretary, next] = [month.pickShift(rota.of(centre, 'secretary', day)), workdayAfter(day)]
  const booked = start - random.int(1, 30) * 24 * hour
  month.contact({
    patient,
    unit: centre,
    kind: 'visit',
    start,
    end: start + hour / 2,
    responsible: shift.member,
    registered: booked,
    by: random.chance(0.6) ? secretary?.member : undefined,
  })
  month.does(shift, patient, start + random.int(0, 10) * minute, 'assess')
  const hospital = random.chance(0.05)
  if (hospital) readHospital(month, shift, patient, start + 12 * minute, day)
  if (random.chance(0.3)) month.does(secretary, patient, start - 8 * minute, 'checkIn')
  if (random.chance(0.25)) month.somewhen(month.pickShift(rota.of(centre, 'secretary', next)), patient, 'transcribe')
  if (random.chance(0.3)) {
    const nurse = month.pickShift([...rota.of(centre, 'assistant', day), ...rota.of(centre, 'nurse', day)])
    month.does(nurse, patient, start - 25 * minute, 'nursing')
    const student = month.pickShift(rota.of(centre, 'student', day))
    if (random.chance(0.3)) month.does(student, patient, start - 20 * minute, 'overview')
  }
  // Physicians read about tomorrow's patients in the afternoon.
  const before = rota.of(centre, 'physician', addDays(day, -1)).find(({ member }) => member === shift.member)
  if (random.chance(0.35))
    month.does(before, patient, at(addDays(day, -1), '15:40') + random.int(0, 40) * minute, 'prepare')
  if (random.chance(0.45)) answers(month, shift, patient, start, next)
  if (random.chance(0.1)) {
    month.contact({ patient, unit: clinic, kind: 'referral', start: start + hour, other: centre, by: shift.member })
    const reply = addDays(day, random.int(12, 26))
    month.somewhen(month.pickShift(rota.of(centre, 'physician', reply)), patient, 'readAnswer')
  }
  // Notes are finished at home or late, now and then.
  if (random.chance(0.07)) {
    const { member, unit } = shift
    const late = shift.end + random.int(15, 150) * minute
    if (!member.kin.has(patient))
      month.work.push({ member, unit, patients: [patient], start: late, recipe: 'transcribe', isFixed: true })
  }
}

function answers(month: Month, shift: Shift, patient: string, start: Moment, next: string): void {
  month.contact({ patient, unit: laboratory, kind: 'order', start: start + hour / 2, other: centre, by: shift.member })
  const own = month.rota.of(centre, 'physician', next)
  const reader = own.find(({ member }) => member === shift.member) ?? month.pickShift(own)
  month.somewhen(reader, patient, 'results')
}

/** What the hospital wrote is another provider's: the patient's consent is registered, nearly always. */
function readHospital(month: Month, shift: Shift, patient: string, start: Moment, day: string): void {
  month.does(shift, patient, start, 'prepare', { owner: clinic })
  if (month.random.chance(0.02)) return
  month.world.consent.push({
    patient_id: patient,
    care_provider_id: centre.care_provider_id,
    care_unit_id: centre.care_unit_id,
    user_id: '',
    kind: 'consent',
    valid_from: day,
    valid_to: '',
  })
}

function atNurse(month: Month, shift: Shift, patient: string, start: Moment, day: string): void {
  const { random, rota } = month
  const secretary = month.pickShift(rota.of(centre, 'secretary', day))
  const registered = random.chance(0.9) ? start - random.int(1, 20) * 24 * hour : start
  const by = random.chance(0.5) ? shift.member : undefined
  month.contact({
    patient,
    unit: centre,
    kind: 'visit',
    start,
    end: start + hour / 2,
    responsible: shift.member,
    registered,
    by,
  })
  month.does(shift, patient, start + random.int(0, 10) * minute, 'nursing')
  if (random.chance(0.12)) month.does(secretary, patient, start - 6 * minute, 'checkIn')
  if (random.chance(0.1)) month.somewhen(month.pickShift(rota.of(centre, 'physician', day)), patient, 'glance')
}

function childVisit(month: Month, shift: Shift, listed: Listed, start: Moment, day: string): void {
  const { random, rota } = month
  const patient = random.pick(listed.children).patient_id
  const registered = start - random.int(10, 40) * 24 * hour
  month.contact({
    patient,
    unit: childHealth,
    kind: 'visit',
    start,
    end: start + hour / 2,
    responsible: shift.member,
    registered,
  })
  month.does(shift, patient, start + random.int(0, 8) * minute, 'nursing')
  const physician = month.pickShift(rota.of(childHealth, 'physician', day))
  if (random.chance(0.5)) month.does(physician, patient, start + 15 * minute, 'assess')
  // How the mother is has its place in the talk; her record is another unit's.
  if (random.chance(0.015)) month.does(shift, random.pick(listed.all).patient_id, start + 12 * minute, 'glance')
}
