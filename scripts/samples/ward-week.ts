import { join } from 'node:path'
import { type Answer, answersOf } from './answers.ts'
import { playBackground } from './background.ts'
import { careAtEmergency, careAtWard } from './care-hospital.ts'
import { careAtHome, careAtLaboratory } from './care-laboratory.ts'
import { workFromAfar } from './care-offices.ts'
import { careByAppointment } from './care-outpatient.ts'
import { numberContacts, type Plan } from './contacts.ts'
import { findingsOf } from './findings.ts'
import { Grades, type Grade, type Lookup, lookupsOf } from './grade.ts'
import { planHospital } from './hospital.ts'
import { planHomeCare, planLaboratory } from './laboratory-and-home.ts'
import { eventsOfWeek, logRows } from './log.ts'
import { homes } from './names.ts'
import { planOutpatients } from './outpatient.ts'
import { fillTown } from './people.ts'
import { NumberPool } from './personal-numbers.ts'
import { Random } from './random.ts'
import { Roster } from './roster.ts'
import { schedule } from './schedule.ts'
import { makeStaff } from './staff.ts'
import { Stage } from './stage.ts'
import { explainByCare } from './stories-of-care.ts'
import { playFamily } from './stories-of-family.ts'
import { playHours } from './stories-of-hours.ts'
import { playOwnRecords } from './stories-of-own-records.ts'
import { playProtectedIdentity } from './stories-of-protection.ts'
import { playReserveNumbers } from './stories-of-reserve-numbers.ts'
import { explainAtTheEdge } from './stories-of-windows.ts'
import { plantWithoutCare } from './stories-without-care.ts'
import { emptyWorld, type World } from './tables.ts'
import { Tasks } from './tasks.ts'
import { Ties } from './ties.ts'
import { addOvertime, addUnexplained } from './unexplained.ts'
import { careUnits } from './units.ts'

export interface WardWeek {
  readonly world: World
  readonly log: string[][]
  readonly answers: readonly Answer[]
  readonly stage: Stage
  readonly grades: ReadonlyMap<Grade, number>
}

/** Makes the whole sample in memory, and refuses one in which a story does not come out as it is told. */
export function makeWardWeek(seed: string): WardWeek {
  const random = new Random(seed)
  const world = emptyWorld()
  world.care_unit.push(...careUnits())
  const pool = new NumberPool(join(import.meta.dirname, 'test-numbers.txt'), random.fork('numbers'))
  const home = homes(random.fork('homes'))
  const members = makeStaff(world, pool, home)
  const roster = new Roster(world, members)
  const ties = new Ties(world)
  const tasks = new Tasks(ties)
  const plan = (part: string): Plan => ({ world, roster, members, random: random.fork(part) })

  const stage = new Stage(plan('stage'), tasks, pool, home)
  for (const play of [
    plantWithoutCare,
    explainByCare,
    explainAtTheEdge,
    playReserveNumbers,
    playProtectedIdentity,
    playFamily,
    playOwnRecords,
    playHours,
    playBackground,
  ]) {
    play(stage)
  }
  const town = fillTown(world, pool, home, random.fork('town'))
  planCare(plan, town)
  numberContacts(world)
  ties.refresh()
  const grades = new Grades(world, ties)
  careAtWard(plan('ward care'), tasks)
  careAtEmergency(plan('emergency care'), tasks)
  careByAppointment(plan('appointments'), tasks)
  careAtLaboratory(plan('laboratory care'), tasks)
  careAtHome(plan('home care'), tasks)
  workFromAfar(plan('offices'), tasks)
  addUnexplained(plan('unexplained'), tasks, grades, town)
  addOvertime(plan('overtime'), tasks)

  const events = schedule(tasks.all, roster, random.fork('schedule'))
  const lookups = lookupsOf(eventsOfWeek(events))
  const answers = answersOf(stage, lookups, (lookup) => findingsOf(world, ties, grades, lookup))
  return {
    world,
    log: logRows(world, ties, events, random.fork('log')),
    answers,
    stage,
    grades: countGrades(grades, lookups),
  }
}

/** Who has been where: some people much, some not at all. */
function planCare(plan: (part: string) => Plan, town: Parameters<typeof planHomeCare>[1]): void {
  const random = plan('who').random
  const adults = town.filter(({ birth_date }) => birth_date < '2008')
  const some = (share: number) => random.shuffled(adults).slice(0, Math.round(adults.length * share))
  const inpatients = some(0.28)
  planHospital(plan('hospital'), inpatients, random.shuffled(town).slice(0, Math.round(town.length * 0.45)))
  planOutpatients(plan('outpatients'), {
    clinic: [...some(0.24), ...inpatients.slice(0, 15)],
    daySurgery: some(0.1),
    primaryCare: random.shuffled(town).slice(0, Math.round(town.length * 0.62)),
  })
  planHomeCare(
    plan('home'),
    inpatients.filter(({ birth_date }) => birth_date !== '' && birth_date < '1950').slice(0, 14),
  )
  planLaboratory(plan('laboratory'), town)
}

function countGrades(grades: Grades, lookups: readonly Lookup[]): Map<Grade, number> {
  const counts = new Map<Grade, number>()
  for (const lookup of lookups) {
    const grade = grades.of(lookup)
    counts.set(grade, (counts.get(grade) ?? 0) + 1)
  }
  return counts
}
