import { addDays, at, hour, minute } from '../samples/calendar.ts'
import type { Patient } from '../samples/tables.ts'
import { allDays, month as counted, monthDays } from './calendar.ts'
import type { Month } from './month.ts'
import type { Shift } from './rota.ts'
import type { Role } from './team.ts'
import type { Unit } from './units.ts'

/** Where a month takes place, by whom, and how much of it nothing explains: lookups a day when the unit is at work. */
export interface Scene {
  readonly unit: Unit
  readonly roles: readonly Role[]
}

interface Grey extends Scene {
  /** With care of their own at the unit. */
  readonly patients: readonly Patient[]
  readonly former: readonly Patient[]
  readonly strangers: readonly Patient[]
  /** The wrong one of two in a list of hits. */
  readonly mistaken: number
  /** Asked in passing and registered by nobody. */
  readonly curious: number
  /** What became of someone who was here. */
  readonly returned: number
}

/** The grey of real life: what no data explain though it was in order, or nearly. */
export function addGrey(month: Month, grey: Grey): void {
  const random = month.begin('grey')
  for (const day of allDays) {
    const shifts = grey.roles.flatMap((role) => month.rota.of(grey.unit, role, day))
    if (shifts.length < 3) continue
    const any = (): Shift => random.pick(shifts)
    for (let count = month.some(grey.mistaken); count > 0; count -= 1)
      month.somewhen(any(), random.pick(random.chance(0.7) ? grey.strangers : grey.patients).patient_id, 'wrongPatient')
    for (let count = month.some(grey.curious); count > 0; count -= 1)
      month.somewhen(any(), random.pick(grey.strangers).patient_id, 'peek')
    for (let count = month.some(grey.returned); count > 0; count -= 1)
      month.somewhen(any(), random.pick(grey.former).patient_id, 'prepare')
  }
  treatRelatives(month, grey)
  writeToTheDead(month, grey)
  printLetters(month, grey)
  forgetTheDirectory(month, grey)
  remind(month)
}

/** Twice in the month somebody treats their own kin, as there was no one else: care, and still a question. */
function treatRelatives(month: Month, { unit, roles }: Grey): void {
  const { random } = month
  const kin = month.team.members.filter(({ role, relatives }) => roles.includes(role) && relatives.length > 0)
  for (const member of random.shuffled(kin).slice(0, 2)) {
    const shift = random.pick(monthShifts(month, unit).filter((one) => one.member === member))
    const { patient_id: patient } = random.pick(member.relatives)
    const start = month.moment(shift)
    month.contact({ patient, unit, kind: 'visit', start, end: start + hour / 2, registered: start - 96 * hour })
    month.work.push({ member, unit, patients: [patient], start, recipe: 'nursing', isFixed: true })
  }
}

/** Survivors ask for papers, and the account of the estate comes. */
function writeToTheDead(month: Month, { unit, former }: Grey): void {
  for (const patient of month.random.shuffled(former).slice(0, 6)) {
    patient.deceased_date = `2026-01-${month.random.int(10, 25)}`
    const shifts = monthShifts(month, unit).filter(({ member }) => ['secretary', 'physician'].includes(member.role))
    month.somewhen(month.pickShift(shifts), patient.patient_id, 'glance')
  }
}

/** Calls to a check-up, printed in one go. */
function printLetters(month: Month, { unit, patients }: Grey): void {
  const shift = month.pickShift(monthShifts(month, unit).filter(({ member }) => member.role === 'secretary'))
  if (!shift) return
  const called = month.random.shuffled(patients).filter(({ patient_id }) => !shift.member.kin.has(patient_id))
  called.slice(0, 18).forEach(({ patient_id: patient }, place) => {
    month.contact({ patient, unit, kind: 'booking', start: shift.start + 10 * 24 * hour, registered: shift.start })
    month.does(shift, patient, shift.start + hour + place * 2 * minute, 'letter')
  })
}

/** One assignment has ended in the directory, and its holder works on. */
function forgetTheDirectory(month: Month, { unit, roles }: Grey): void {
  const nurses = month.team.of(roles[0]!).filter(({ units }) => units[0] === unit && units.length === 1)
  const { row } = month.random.pick(nurses)
  for (const assignment of month.world.assignment) {
    if (assignment.user_id === row.user_id) assignment.valid_to = '2026-03-15'
  }
}

/** Every night the robot writes to those who are expected within some days. */
function remind(month: Month): void {
  const [robot] = month.team.of('robot')
  const [unit] = robot?.units ?? []
  if (!robot || !unit) return
  const expected = Map.groupBy(
    month.world.care_contact.filter(({ care_unit_id, kind }) => care_unit_id === unit.care_unit_id && kind === 'visit'),
    ({ start_time }) => start_time.slice(0, 10),
  )
  for (const day of allDays.filter((one) => one < counted.to)) {
    ;(expected.get(addDays(day, 4)) ?? []).slice(0, 25).forEach(({ patient_id }, place) => {
      const start = at(day, '04:05') + place * 120_000
      month.work.push({
        member: robot,
        unit,
        patients: [patient_id],
        start,
        recipe: 'remind',
        purpose: 'administration',
        isFixed: true,
      })
    })
  }
}

export function monthShifts(month: Month, unit: Unit): Shift[] {
  const days = new Set(monthDays)
  return month.rota.all.filter(
    (shift) => shift.unit === unit && days.has(new Date(shift.start).toISOString().slice(0, 10)),
  )
}
