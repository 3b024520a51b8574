import { clockOf, dayOf, days, minute, type Moment, momentOf, week } from './calendar.ts'
import { isOf, teamOf } from './care-hospital.ts'
import type { Plan } from './contacts.ts'
import type { Grades } from './grade.ts'
import type { Role } from './staff.ts'
import type { Patient } from './tables.ts'
import type { Task, Tasks } from './tasks.ts'
import { units, type UnitKey } from './units.ts'

/** Where people open records that nothing in the data explains, and how often in a week. */
const everyday: readonly (readonly [unit: UnitKey, role: Role, unrelated: number, former: number])[] = [
  ['ward', 'nurse', 9, 0],
  ['ward', 'assistant', 4, 0],
  ['ward', 'physician', 4, 2],
  ['ward', 'secretary', 1, 2],
  ['emergency', 'nurse', 7, 5],
  ['emergency', 'physician', 6, 5],
  ['clinic', 'nurse', 3, 1],
  ['clinic', 'physician', 3, 1],
  ['clinic', 'secretary', 2, 1],
  ['primaryCare', 'nurse', 2, 0],
  ['primaryCare', 'physician', 3, 0],
  ['primaryCare', 'secretary', 2, 0],
  ['laboratory', 'analyst', 1, 2],
]

const unrelatedStories = [
  ['wrongPatient', 'Ordinary: picked the wrong person in the search list and closed the record within minutes.'],
  ['wrongPatient', 'Ordinary: two patients with similar names, the first one opened was the wrong one.'],
  ['peek', 'Ordinary: a colleague asked something in passing, and nobody registered it.'],
  ['peek', 'Ordinary: someone rang the wrong unit, and the call was not registered.'],
] as const
const formerStory = 'Ordinary: looked up how it went for a former patient.'

/** The everyday lookups that no data explain: a log without them would be no log. */
export function addUnexplained(plan: Plan, tasks: Tasks, grades: Grades, town: readonly Patient[]): void {
  for (const [unit, role, unrelated, former] of everyday) {
    for (let count = 0; count < unrelated; count += 1) {
      const [recipe, story] = plan.random.pick(unrelatedStories)
      addOne(plan, tasks, grades, town, unit, role, 'E', { recipe, story })
    }
    for (let count = 0; count < former; count += 1)
      addOne(plan, tasks, grades, town, unit, role, 'C', { recipe: 'peek', story: formerStory })
  }
}

function addOne(
  plan: Plan,
  tasks: Tasks,
  grades: Grades,
  town: readonly Patient[],
  unit: UnitKey,
  role: Role,
  grade: 'C' | 'E',
  work: Pick<Task, 'recipe' | 'story'>,
): void {
  const { random, roster } = plan
  for (let attempt = 0; attempt < 3000; attempt += 1) {
    const day = random.pick(days(week.monday, week.sunday))
    const periods = roster.of(unit, role, day)
    if (periods.length === 0) continue
    const { member, start: from, end } = random.pick(periods)
    const start = from + random.int(20, (end - from) / minute - 40) * minute
    const patient = random.pick(town).patient_id
    if (start >= week.end) continue
    const lookup = {
      staff: member.row,
      patient,
      unit: units[unit].care_unit_id,
      day: dayOf(start),
      times: [start],
      task: { member, unit, patient, start, ...work },
    }
    if (grades.of(lookup) !== grade || hasOrdered(plan, patient, unit)) continue
    tasks.add(lookup.task)
    return
  }
  throw new Error(`found no ${grade} for a ${role} at ${unit}`)
}

/** The design gives the sender of a referral B+ and is silent about orders: no answer in the sample hangs on them. */
function hasOrdered({ world }: Plan, patientId: string, unit: UnitKey): boolean {
  const { care_unit_id } = units[unit]
  return world.care_contact.some(
    (row) => row.patient_id === patientId && row.kind === 'order' && row.other_care_unit_id === care_unit_id,
  )
}

/** Work that could not wait for the next shift: a colleague’s patient, after the own shift is over. */
export function addOvertime({ world, roster, random }: Plan, tasks: Tasks): void {
  const stays = world.care_contact.filter((contact) => isOf(contact, 'ward', 'admission'))
  const shifts = days(week.monday, week.sunday).flatMap((day) =>
    roster.of('ward', 'nurse', day).filter(({ start }) => clockOf(start) === '07:00:00'),
  )
  const wanted = 6
  let added = 0
  for (const { member, end } of random.shuffled(shifts)) {
    const start: Moment = end + random.int(6, 40) * minute
    const team = roster.of('ward', 'nurse', dayOf(start)).filter((period) => clockOf(period.start) === '07:00:00')
    const own = team.findIndex((period) => period.member === member)
    const others = stays.filter(
      ({ patient_id, start_time, end_time }) =>
        momentOf(start_time) < start - 300 * minute &&
        (end_time === '' || momentOf(end_time) > start) &&
        teamOf(patient_id) % team.length !== own &&
        !tasks.all.some(
          (task) => task.member === member && task.patient === patient_id && dayOf(task.start) === dayOf(start),
        ),
    )
    const isFree = !tasks.all.some(
      (task) => task.isFixed && task.member === member && dayOf(task.start) === dayOf(start) && task.start > end,
    )
    if (added === wanted || others.length === 0 || !isFree) continue
    const { patient_id: patient } = random.pick(others)
    tasks.fix({
      member,
      unit: 'ward',
      patient,
      start,
      recipe: 'nursing',
      story: 'Ordinary: stayed after the shift to finish the notes about a patient of the ward.',
    })
    added += 1
  }
}
