import { addDays, at, dayOf, hour, minute, type Moment } from '../samples/calendar.ts'
import type { RecipeName } from '../samples/recipes.ts'
import { isWorkday } from './calendar.ts'
import type { Month } from './month.ts'
import type { Shift } from './rota.ts'
import type { Role } from './team.ts'
import { units } from './units.ts'
import type { Stay } from './ward.ts'

const { ward, clinic, emergency, surgery, laboratory, centre, homeCare, diet, quality } = units

interface Routine {
  readonly role: Role
  readonly clock: string | undefined
  /** Minutes after the start of the shift, and over how many minutes the patients are spread. */
  readonly after: number
  readonly over: number
  readonly share: number
  readonly recipe: RecipeName
  /** Not the one who has the bed, but the one with the next. */
  readonly isOther?: boolean
}

/** A day and a night for each patient in bed. */
const routines: readonly Routine[] = [
  { role: 'nurse', clock: '07:00', after: 10, over: 90, share: 1, recipe: 'overview' },
  { role: 'nurse', clock: '07:00', after: 150, over: 330, share: 0.8, recipe: 'nursing' },
  { role: 'nurse', clock: '07:00', after: 120, over: 300, share: 0.8, recipe: 'glance', isOther: true },
  { role: 'assistant', clock: '07:00', after: 40, over: 300, share: 0.85, recipe: 'nursing' },
  { role: 'assistant', clock: '07:00', after: 200, over: 300, share: 0.4, recipe: 'nursing', isOther: true },
  { role: 'physician', clock: '08:00', after: 20, over: 180, share: 0.95, recipe: 'round' },
  { role: 'physician', clock: '08:00', after: 240, over: 220, share: 0.45, recipe: 'results', isOther: true },
  { role: 'physician', clock: '15:00', after: 30, over: 400, share: 0.2, recipe: 'assess' },
  { role: 'secretary', clock: '07:45', after: 60, over: 400, share: 0.5, recipe: 'transcribe' },
  { role: 'therapist', clock: '07:45', after: 60, over: 380, share: 0.6, recipe: 'nursing' },
  { role: 'pharmacist', clock: '07:45', after: 60, over: 380, share: 0.45, recipe: 'medication' },
  { role: 'student', clock: '07:00', after: 45, over: 350, share: 0.5, recipe: 'overview' },
  { role: 'nurse', clock: '13:00', after: 15, over: 100, share: 0.95, recipe: 'overview' },
  { role: 'nurse', clock: '13:00', after: 260, over: 200, share: 0.8, recipe: 'medication' },
  { role: 'nurse', clock: '13:00', after: 120, over: 300, share: 0.55, recipe: 'glance', isOther: true },
  { role: 'assistant', clock: '13:00', after: 180, over: 280, share: 0.7, recipe: 'nursing' },
  { role: 'assistant', clock: '13:00', after: 60, over: 400, share: 0.35, recipe: 'nightCheck', isOther: true },
  { role: 'nurse', clock: '21:00', after: 10, over: 100, share: 0.9, recipe: 'overview' },
  { role: 'nurse', clock: '21:00', after: 150, over: 400, share: 0.35, recipe: 'glance', isOther: true },
  { role: 'nurse', clock: '21:00', after: 240, over: 300, share: 0.85, recipe: 'nightCheck' },
  { role: 'assistant', clock: '21:00', after: 60, over: 480, share: 0.85, recipe: 'nightCheck' },
]

export function dayInBed(month: Month, stay: Stay, day: string): void {
  const { random, rota } = month
  for (const { role, clock, after, over, share, recipe, isOther } of routines) {
    const team = rota.of(ward, role, day, clock)
    const shift = team[(stay.bed + (isOther ? 1 : 0)) % team.length]
    // On other days a single physician sees those who need it.
    const isThin = role === 'physician' && !isWorkday(day)
    if (!shift || !random.chance(isThin ? share * 0.4 : share)) continue
    const start = shift.start + (after + random.int(0, over)) * minute
    if (start > stay.start - hour && start < stay.end + hour) month.does(shift, stay.patient, start, recipe)
  }
  if (random.chance(0.1)) month.somewhen(month.pickShift(rota.of(diet, 'dietitian', day)), stay.patient, 'nursing')
  const audit = month.pickShift(rota.of(quality, 'quality', day))
  if (random.chance(0.04)) month.somewhen(audit, stay.patient, 'review', { purpose: 'quality', owner: ward })
  const head = month.pickShift(rota.of(ward, 'head', day))
  if (random.chance(0.15)) month.somewhen(head, stay.patient, 'bill', { purpose: 'administration' })
  // Notes that could not wait are finished after the shift, by whoever had another group of beds.
  const tired = month.pickShift(rota.of(ward, 'nurse', day, '07:00'))
  if (tired && random.chance(0.04) && !tired.member.kin.has(stay.patient)) {
    const { member, end } = tired
    const start = end + random.int(5, 50) * minute
    month.work.push({ member, unit: ward, patients: [stay.patient], start, recipe: 'nursing', isFixed: true })
  }
}

/** Where the patient came from, and where to. */
export function aroundStay(month: Month, { patient, start, end, bed }: Stay): void {
  const { random, rota } = month
  const nurseAt = (moment: Moment): Shift | undefined => shiftOf(month, 'nurse', moment, bed)
  const named = month.pickShift(rota.of(ward, 'physician', dayOf(start)))
  const registered = start - random.int(0, 2) * hour
  month.contact({ patient, unit: ward, kind: 'admission', start, end, responsible: named?.member, registered })
  const way = random.weighted([
    ['emergency', 70],
    ['clinic', 14],
    ['surgery', 9],
    ['centre', 7],
  ])
  if (way === 'emergency')
    month.contact({ patient, unit: emergency, kind: 'visit', start: start - 6 * hour, end: start })
  if (way === 'surgery')
    month.contact({ patient, unit: surgery, kind: 'admission', start: start - 96 * hour, end: start })
  if (way === 'clinic')
    month.contact({ patient, unit: clinic, kind: 'referral', start: start - 90 * hour, other: centre })
  if (way === 'centre')
    month.contact({ patient, unit: ward, kind: 'referral', start: start - 20 * hour, other: centre })
  if (random.chance(0.9))
    month.contact({
      patient,
      unit: laboratory,
      kind: 'order',
      start: start + 5 * hour,
      end: start + 7 * hour,
      other: ward,
    })
  // Read about before they come, by the coordinator and the physician who takes them.
  month.does(nurseAt(start - 2 * hour), patient, start - 2 * hour, 'prepare')
  month.does(shiftOf(month, 'physician', start - hour, bed), patient, start - hour, 'prepare')
  if (random.chance(0.18)) readCentre(month, patient, start, bed)
  // The days after: the letter, the answers that came late, a call from home.
  const after = [1, 2, 3, 4].map((passed) => addDays(dayOf(end), passed))
  for (const day of after) {
    if (random.chance(0.4)) month.somewhen(month.pickShift(rota.of(ward, 'secretary', day)), patient, 'transcribe')
    if (random.chance(0.3)) month.somewhen(month.pickShift(rota.of(ward, 'physician', day)), patient, 'results')
  }
  if (random.chance(0.3)) {
    const call = at(after[2]!, '10:00') + random.int(0, 300) * minute
    const nurse = nurseAt(call)
    if (random.chance(0.8)) month.contact({ patient, unit: ward, kind: 'phone', start: call, by: nurse?.member })
    month.does(nurse, patient, call - 5 * minute, 'phoneCall')
  }
  if (random.chance(0.35)) {
    const visit = at(addDays(dayOf(end), random.int(7, 40)), '10:00') + random.int(0, 10) * 30 * minute
    month.contact({ patient, unit: clinic, kind: 'visit', start: visit, end: visit + hour / 2, registered: end })
  }
  if (random.chance(0.2))
    month.contact({ patient, unit: homeCare, kind: 'home_care', start: end, registered: end - 24 * hour })
}

/** What the centre wrote is another provider's: read with the patient's consent, or in an emergency, nearly always. */
function readCentre(month: Month, patient: string, start: Moment, bed: number): void {
  const { random, world } = month
  const shift = shiftOf(month, 'physician', start, bed)
  if (!shift) return
  const isEmergency = random.chance(0.06)
  const emergencyWork = { breakGlass: true, reason: 'Medvetandesänkt vid ankomsten' }
  month.does(shift, patient, start + 20 * minute, isEmergency ? 'emergencyOpening' : 'prepare', {
    owner: centre,
    ...(isEmergency && emergencyWork),
  })
  if (random.chance(0.015)) return
  const valid_from = dayOf(start)
  world.consent.push({
    patient_id: patient,
    care_provider_id: ward.care_provider_id,
    care_unit_id: ward.care_unit_id,
    user_id: '',
    kind: isEmergency ? 'emergency' : 'consent',
    valid_from,
    valid_to: isEmergency ? addDays(valid_from, 2) : '',
  })
}

function shiftOf(month: Month, role: Role, moment: Moment, bed: number): Shift | undefined {
  const near = [addDays(dayOf(moment), -1), dayOf(moment)].flatMap((day) => month.rota.of(ward, role, day))
  const present = near.filter((shift) => shift.start + 5 * minute < moment && moment < shift.end - 30 * minute)
  return present[bed % present.length]
}
