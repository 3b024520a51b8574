import { addDays, at, hour, minute } from '../samples/calendar.ts'
import type { Listed } from './centre.ts'
import type { Month } from './month.ts'
import type { Role } from './team.ts'
import { units } from './units.ts'

const { centre, clinic, homeCare } = units

/** What is done at the desk all day: the telephone, the messages, prescriptions, answers, papers. */
export function deskWork(month: Month, listed: Listed, day: string): void {
  const { random } = month
  const shift = (role: Role) => month.pickShift(month.rota.of(centre, role, day))
  const anyone = (): string => (random.chance(0.65) ? random.pick(listed.often) : random.pick(listed.all)).patient_id
  // Accounts are settled, and quality is followed, of those too who are listed elsewhere by now.
  const account = (): string => (random.chance(0.4) ? random.pick(listed.former).patient_id : anyone())
  for (let count = month.some(84); count > 0; count -= 1) phone(month, listed, day)
  for (let count = month.some(62); count > 0; count -= 1) message(month, anyone(), day)
  for (let count = month.some(38); count > 0; count -= 1) {
    const [patient, start] = [anyone(), at(day, '08:00') + random.int(0, 420) * minute]
    month.contact({ patient, unit: centre, kind: 'prescription', start })
    month.does(shift('physician'), patient, start + random.int(5, 60) * minute, 'prescribe')
  }
  // Discharge letters and answers to referrals that others have written.
  for (let count = month.some(17); count > 0; count -= 1) {
    const [patient, start] = [anyone(), at(day, '07:00')]
    if (random.chance(0.9)) month.contact({ patient, unit: centre, kind: 'referral', start, other: clinic })
    month.somewhen(shift('physician'), patient, 'readAnswer')
    if (random.chance(0.3)) month.somewhen(shift('secretary'), patient, 'glance')
  }
  for (let count = month.some(4); count > 0; count -= 1) {
    const [patient, start] = [anyone(), at(day, '09:00') + random.int(0, 300) * minute]
    month.contact({ patient, unit: centre, kind: 'certificate', start, responsible: shift('physician')?.member })
    month.somewhen(shift('physician'), patient, 'transcribe')
  }
  for (let count = month.some(3); count > 0; count -= 1) {
    const patient = random.pick(listed.often).patient_id
    month.contact({
      patient,
      unit: centre,
      kind: 'coordination',
      start: at(day, '10:00'),
      end: at(addDays(day, 20)),
      other: homeCare,
    })
    for (const role of ['nurse', 'physician', 'nurse'] as const) month.somewhen(shift(role), patient, 'prepare')
  }
  // Recalls: those on a list of chronic illness whom nobody has seen for long, known by their listing alone.
  for (let count = month.some(14); count > 0; count -= 1) month.somewhen(shift('nurse'), anyone(), 'prepare')
  // Those who ask whether they may be listed, and the first letter from where they were.
  for (let count = month.some(4); count > 0; count -= 1)
    month.somewhen(shift('secretary'), random.pick(listed.strangers).patient_id, 'checkIn')
  for (let count = month.some(8); count > 0; count -= 1)
    month.somewhen(shift('secretary'), account(), 'bill', { purpose: 'administration' })
  for (let count = month.some(3); count > 0; count -= 1)
    month.somewhen(shift('head'), account(), 'review', { purpose: 'quality' })
  for (const { member, start } of month.rota.of(centre, 'physician', day)) lists(month, day, member.row.user_id, start)
}

/** Most calls come through the telephone system, which registers them; some are written down by who took them. */
function phone(month: Month, { often, all, strangers }: Listed, day: string): void {
  const { random, rota } = month
  const nurse = month.pickShift(rota.of(centre, 'nurse', day))
  const pool = random.weighted([
    [often, 62],
    [all, 33],
    [strangers, 5],
  ])
  const { patient_id: patient } = random.pick(pool)
  const start = at(day, '08:00') + random.int(0, 480) * minute
  if (!nurse || nurse.member.kin.has(patient)) return
  const isByHand = random.chance(0.25)
  const called = start + random.int(5, 90) * minute
  month.contact({
    patient,
    unit: centre,
    kind: 'phone',
    start: isByHand ? called : start,
    by: isByHand ? nurse.member : undefined,
  })
  month.does(nurse, patient, called, 'phoneCall')
  if (random.chance(0.22))
    month.does(month.pickShift(rota.of(centre, 'physician', day)), patient, called + hour, 'prepare')
  if (random.chance(0.05)) month.does(month.pickShift(rota.of(centre, 'student', day)), patient, called, 'glance')
}

function message(month: Month, patient: string, day: string): void {
  const { random, rota } = month
  const start = at(day, '07:00') + random.int(-600, 500) * minute
  month.contact({ patient, unit: centre, kind: 'message', start })
  const role = random.weighted([
    ['nurse', 6],
    ['secretary', 3],
    ['physician', 2],
  ] as const)
  month.somewhen(month.pickShift(rota.of(centre, role, day)), patient, 'prepare')
  if (random.chance(0.3)) month.somewhen(month.pickShift(rota.of(centre, 'physician', day)), patient, 'assess')
}

/** The list of the day's patients on the screen: opened by nobody in particular, and marked so by the journal system. */
function lists(month: Month, day: string, user: string, start: number): void {
  const own = month.rota.of(centre, 'physician', day).find(({ member }) => member.row.user_id === user)
  const booked = month.world.care_contact.filter(
    (contact) => contact.start_time.startsWith(day) && contact.kind === 'visit' && contact.responsible_user_id === user,
  )
  const patients = booked.map(({ patient_id }) => patient_id).filter((id) => !own?.member.kin.has(id))
  if (!own || patients.length === 0) return
  const { member, unit } = own
  month.work.push({ member, unit, patients, start: start + 8 * minute, recipe: 'countUp', isList: true })
}
