import { addDays, at, hour } from '../samples/calendar.ts'
import type { Patient } from '../samples/tables.ts'
import { allDays, isWorkday } from './calendar.ts'
import { deskWork } from './centre-desk.ts'
import { visits } from './centre-visits.ts'
import { addGrey } from './grey.ts'
import { Month } from './month.ts'
import { plantCases } from './plant.ts'
import { addProtection, addRegisters } from './registers.ts'
import type { Post } from './team.ts'
import { units } from './units.ts'

const { centre, childHealth, emergency, clinic } = units
const listedCount = 8000

const posts: readonly Post[] = [
  { role: 'physician', title: 'Läkare', count: 7, unit: centre, second: { unit: childHealth, count: 1 } },
  { role: 'nurse', title: 'Distriktssköterska', count: 8, unit: centre },
  { role: 'childNurse', title: 'Barnsjuksköterska', count: 2, unit: childHealth, second: { unit: centre, count: 2 } },
  { role: 'assistant', title: 'Undersköterska', count: 2, unit: centre },
  { role: 'secretary', title: 'Medicinsk sekreterare', count: 3, unit: centre, purpose: 'administration' },
  { role: 'therapist', title: 'Fysioterapeut', count: 1, unit: centre },
  { role: 'head', title: 'Verksamhetschef', count: 1, unit: centre, purpose: 'quality' },
  { role: 'student', title: 'Sjuksköterskestudent', count: 1, unit: centre },
  { role: 'robot', title: 'Automatisering', count: 1, unit: centre, purpose: 'administration', isCareless: true },
]

/** Who the centre's patients are. */
export interface Listed {
  readonly all: readonly Patient[]
  /** The third of them who come often. */
  readonly often: readonly Patient[]
  readonly children: readonly Patient[]
  /** Listed elsewhere by now, with earlier contacts here. */
  readonly former: readonly Patient[]
  /** In the region's register, and never here. */
  readonly strangers: readonly Patient[]
}

/** A primary-care centre: 25 staff, 8,000 listed patients. */
export function makeCentre(): Month {
  const month = new Month('centre', [centre, childHealth, emergency, clinic])
  const { team, rota, town } = month
  team.hire(posts, 0.35)
  const people = team.members.filter(({ role }) => role !== 'robot')
  rota.plan(people)
  rota.office(
    people.filter(({ role }) => role !== 'student'),
    '07:45',
    9,
  )
  rota.office(team.of('student'), '08:00', 8, '2026-02-16')
  town.settle(listedCount - town.people.length)
  const all = town.people.slice(0, listedCount)
  const random = month.begin('listed')
  const listed: Listed = {
    all,
    often: random.shuffled(all.filter((one) => one.birth_date < '1965' || random.chance(0.12))).slice(0, 2600),
    children: all.filter(({ birth_date }) => birth_date > '2020'),
    former: town.settle(380),
    strangers: town.settle(900),
  }
  listPatients(month, listed)
  month.begin('care')
  for (const day of allDays.filter(isWorkday)) {
    visits(month, listed, day)
    deskWork(month, listed, day)
  }
  const own = { unit: centre, roles: ['nurse', 'physician', 'secretary', 'assistant'] } as const
  addRegisters(month, { ...own, patients: listed.all })
  addProtection(month, random.shuffled(listed.often).slice(0, 6))
  addGrey(month, { ...own, ...listed, patients: listed.often, mistaken: 4.5, curious: 2, returned: 6.5 })
  plantCases(month, own)
  return month
}

function listPatients(month: Month, { all, former }: Listed): void {
  const { random } = month
  for (const { patient_id: patient, birth_date } of all) {
    const since = random.pick([2012, 2015, 2017, 2019, 2021, 2023, 2024])
    const start = at(birth_date > String(since) ? addDays(birth_date, 20) : `${since}-0${random.int(1, 9)}-01`)
    month.contact({ patient, unit: centre, kind: 'listing', start })
  }
  for (const { patient_id: patient } of former) {
    const left = at(`2025-${random.pick(['04', '06', '08', '10'])}-01`)
    month.contact({ patient, unit: centre, kind: 'listing', start: at('2018-05-01'), end: left })
    month.contact({ patient, unit: centre, kind: 'visit', start: left - 300 * hour, end: left - 299 * hour })
  }
}
