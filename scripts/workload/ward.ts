import { addDays, at, hour, minute, type Moment } from '../samples/calendar.ts'
import type { Patient } from '../samples/tables.ts'
import { allDays, isWorkday, span } from './calendar.ts'
import { addGrey } from './grey.ts'
import { Month } from './month.ts'
import { plantCases } from './plant.ts'
import { addProtection, addRegisters } from './registers.ts'
import type { Post } from './team.ts'
import { units } from './units.ts'
import { clinicWork } from './ward-clinic.ts'
import { aroundStay, dayInBed } from './ward-days.ts'

const { ward, clinic, surgery, emergency, quality, diet } = units
const beds = 28

const posts: readonly Post[] = [
  { role: 'nurse', title: 'Sjuksköterska', count: 21, unit: ward, second: { unit: surgery, count: 2 } },
  { role: 'assistant', title: 'Undersköterska', count: 16, unit: ward },
  { role: 'physician', title: 'Läkare', count: 9, unit: ward, second: { unit: clinic, count: 3 } },
  { role: 'secretary', title: 'Medicinsk sekreterare', count: 3, unit: ward, purpose: 'administration' },
  { role: 'therapist', title: 'Fysioterapeut', count: 3, unit: ward },
  { role: 'pharmacist', title: 'Apotekare', count: 1, unit: ward },
  { role: 'head', title: 'Enhetschef', count: 1, unit: ward, purpose: 'administration' },
  { role: 'student', title: 'Sjuksköterskestudent', count: 3, unit: ward },
  { role: 'quality', title: 'Kvalitetssamordnare', count: 1, unit: quality, purpose: 'quality', isCareless: true },
  { role: 'dietitian', title: 'Dietist', count: 2, unit: diet },
  { role: 'robot', title: 'Automatisering', count: 1, unit: clinic, purpose: 'administration', isCareless: true },
]

/** One patient in one bed, from the admission to the discharge. */
export interface Stay {
  readonly patient: string
  readonly bed: number
  readonly start: Moment
  readonly end: Moment
}

/** A ward of 28 beds round the clock, with the clinic that it belongs to and the units that its patients come from. */
export function makeWard(): Month {
  const { medicine, laboratory, centre, homeCare } = units
  const month = new Month('ward', [
    medicine,
    ward,
    clinic,
    surgery,
    emergency,
    laboratory,
    quality,
    diet,
    centre,
    homeCare,
  ])
  const { town } = month
  month.team.hire(posts, 0.3)
  rosters(month)
  const people = [...town.people, ...town.settle(5200)]
  const [inpatients, former, others] = [people.slice(0, 2600), people.slice(2600, 3600), people.slice(3600)]
  for (const { patient_id: patient } of former) {
    const start = at(`2025-0${month.random.int(2, 7)}-10`, '14:00')
    month.contact({ patient, unit: ward, kind: 'admission', start, end: start + 120 * hour })
  }
  month.begin('stays')
  const stays = fillBeds(month, inpatients)
  month.begin('care')
  for (const stay of stays) aroundStay(month, stay)
  for (const day of allDays) {
    for (const stay of stays) if (isInBed(stay, day)) dayInBed(month, stay, day)
    lists(month, stays, day)
    if (isWorkday(day)) clinicWork(month, stays, others, day)
  }
  const own = { unit: ward, roles: ['nurse', 'assistant', 'physician'] } as const
  const here = stays.filter(({ start, end }) => start < at('2026-03-20') && end > at('2026-03-01'))
  const patients = people.filter(({ patient_id }) => here.some(({ patient }) => patient === patient_id))
  addRegisters(month, { ...own, patients: people })
  addProtection(month, hidden(month, people, stays))
  addGrey(month, { ...own, patients, former, strangers: others.slice(300), mistaken: 6, curious: 5, returned: 6 })
  plantCases(month, own)
  return month
}

/** Of the protected persons one lies here for some nights of the month, one went home before it, others met the clinic. */
function hidden(month: Month, people: readonly Patient[], stays: readonly Stay[]): Patient[] {
  const between = (from: string, to: string): Stay =>
    month.random.pick(stays.filter(({ start, end }) => start > at(from) && end < at(to) && end - start < 60 * hour))
  const met = new Set(
    month.world.care_contact
      .filter(({ care_unit_id, start_time }) => care_unit_id === clinic.care_unit_id && start_time > '2026-03')
      .map(({ patient_id }) => patient_id),
  )
  const chosen = new Set([between('2026-03-04', '2026-03-20').patient, between('2026-02-20', '2026-03-01').patient])
  const others = people.filter(({ patient_id }) => met.has(patient_id) && !chosen.has(patient_id))
  return [...people.filter(({ patient_id }) => chosen.has(patient_id)), ...month.random.shuffled(others).slice(0, 2)]
}

function rosters({ team, rota }: Month): void {
  rota.plan(team.members.filter(({ role }) => role !== 'robot'))
  rota.turns(team.of('nurse'), ward, [
    ['07:00', 9, 5, 4],
    ['13:00', 9, 4, 3],
    ['21:00', 10, 2, 2],
  ])
  rota.turns(team.of('assistant'), ward, [
    ['07:00', 9, 4, 3],
    ['13:00', 9, 3, 3],
    ['21:00', 10, 2, 2],
  ])
  const [seniors, juniors] = [team.of('physician').slice(0, 3), team.of('physician').slice(3)]
  rota.office(seniors, '08:00', 9)
  rota.turns(juniors, ward, [
    ['08:00', 9, 3, 1],
    ['15:00', 8, 1, 1],
  ])
  for (const role of ['secretary', 'therapist', 'pharmacist', 'head', 'quality', 'dietitian'] as const)
    rota.office(team.of(role), '07:45', 9)
  rota.office(team.of('student'), '07:00', 8, '2026-02-09')
  // Two nurses fill gaps at the surgical ward too, on days that they have off at their own.
  for (const member of team.of('nurse').slice(0, 2)) {
    for (const day of allDays.filter((_, place) => place % 6 === 0)) {
      const near = [addDays(day, -1), day, addDays(day, 1)].some(
        (one) =>
          rota.shiftAt(member, at(one, '15:00')) ??
          rota.shiftAt(member, at(one, '08:00')) ??
          rota.shiftAt(member, at(one, '22:00')),
      )
      if (!near && !rota.isAway(member, day)) rota.add(member, surgery, at(day, '07:00'), 9)
    }
  }
}

/** Each bed is empty for some hours, and then taken again. */
function fillBeds(month: Month, people: readonly Patient[]): Stay[] {
  const { random } = month
  const waiting = random.shuffled(people.filter(({ birth_date }) => birth_date < '1990'))
  const stays: Stay[] = []
  const staff = new Set(month.team.members.map(({ row }) => row.person_id))
  for (let bed = 0; bed < beds; bed += 1) {
    let free = at(span.from) - random.int(0, 96) * hour
    while (free < at(span.to)) {
      const next = waiting.pop()
      if (!next) throw new Error('nobody is left to admit')
      if (staff.has(next.patient_id)) continue
      const start = free + random.int(2, 10) * hour + random.int(0, 11) * 5 * minute
      const nights = random.weighted([
        [1, 14],
        [2, 16],
        [3, 16],
        [5, 22],
        [7, 15],
        [10, 10],
        [16, 4],
      ])
      const end =
        at(new Date(start + nights * 24 * hour).toISOString().slice(0, 10), '09:00') + random.int(0, 84) * 5 * minute
      stays.push({ patient: next.patient_id, bed, start, end })
      free = end
    }
  }
  return stays
}

function isInBed({ start, end }: Stay, day: string): boolean {
  return start < at(addDays(day, 1)) && end > at(day)
}

/** The list of all beds on the screen when the shifts meet: the coordinators' and a physician's. */
function lists(month: Month, stays: readonly Stay[], day: string): void {
  const patients = stays.filter((stay) => isInBed(stay, day)).map(({ patient }) => patient)
  for (const [role, clock] of [
    ['nurse', '07:00'],
    ['nurse', '13:00'],
    ['physician', '08:00'],
  ] as const) {
    const [shift] = month.rota.of(ward, role, day, clock)
    if (!shift) continue
    const own = patients.filter((patient) => !shift.member.kin.has(patient))
    const start = shift.start + 5 * minute
    month.work.push({ member: shift.member, unit: ward, patients: own, start, recipe: 'countUp', isList: true })
  }
}
