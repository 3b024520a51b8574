import { minute, type Moment, week } from './calendar.ts'
import type { Random } from './random.ts'
import { recipes, type Step } from './recipes.ts'
import type { Period, Roster } from './roster.ts'
import type { StaffMember } from './staff.ts'
import type { Task } from './tasks.ts'

/** One line of the log: a step of a task, or a login or logout without any. */
export interface LogEvent {
  readonly time: Moment
  readonly member: StaffMember
  readonly session: string
  readonly station: number
  readonly unit: Task['unit']
  readonly activity: string
  readonly step?: Step
  readonly task?: Task
}

interface Sitting {
  readonly task: Task
  readonly steps: readonly { readonly step: Step; readonly after: Moment }[]
  readonly length: Moment
}

interface Placed extends Sitting {
  readonly start: Moment
  readonly period: Period | undefined
}

/** After this long without a keystroke the system has logged people out. */
const idle = 75 * minute

/** Between two records: time enough to log out of one workstation and in to another. */
const pause = 20_000

/** Puts every task where its person has time for it: nobody is at two records at once. */
export function schedule(tasks: readonly Task[], roster: Roster, random: Random): LogEvent[] {
  const byMember = Map.groupBy(tasks, (task) => task.member)
  return [...byMember].flatMap(([member, own]) => logOf(member, placeAll(own, roster, random), random))
}

function placeAll(tasks: readonly Task[], roster: Roster, random: Random): Placed[] {
  const sittings = tasks.map((task) => sittingOf(task, random))
  const placed: Placed[] = sittings
    .filter(({ task }) => task.isFixed)
    .map((sitting) => ({
      ...sitting,
      start: sitting.task.start,
      period: roster.at(sitting.task.member, sitting.task.start),
    }))
  const ordinary = sittings.filter(({ task }) => !task.isFixed).sort((a, b) => a.task.start - b.task.start)
  for (const sitting of ordinary) {
    const period = roster.at(sitting.task.member, sitting.task.start)
    if (!period) continue
    const start = firstGap(Math.max(sitting.task.start, period.start + 4 * minute), sitting.length, placed)
    // What does not fit is left to the next shift.
    if (start + sitting.length < Math.min(period.end - 2 * minute, week.end)) placed.push({ ...sitting, start, period })
  }
  return placed.sort((a, b) => a.start - b.start)
}

function firstGap(earliest: Moment, length: Moment, placed: readonly Placed[]): Moment {
  const taken = placed.find(
    (other) => earliest < other.start + other.length + pause && other.start < earliest + length + pause,
  )
  return taken ? firstGap(taken.start + taken.length + pause, length, placed) : earliest
}

function sittingOf(task: Task, random: Random): Sitting {
  // Nobody but a robot begins on the full minute.
  let after = task.member.role === 'robot' ? 0 : random.int(0, 50) * 1000
  const chosen: readonly Step[] = recipes[task.recipe]
  const steps = chosen
    .filter(({ share }) => share === 1 || random.chance(share))
    .map((step, place) => {
      if (place > 0) after += random.int(4, step.activity === 'Skriva' ? 150 : 50) * 1000
      return { step, after }
    })
  return { task, steps, length: after }
}

/** The events of one person, in sessions that begin with a login and end with a logout. */
function logOf(member: StaffMember, placed: readonly Placed[], random: Random): LogEvent[] {
  const events: LogEvent[] = []
  const isPerson = member.role !== 'robot'
  let last: (Placed & { readonly end: Moment; readonly session: string; readonly station: number }) | undefined
  const logOut = (before: Moment): void => {
    if (!last || !isPerson) return
    const { end, session, station, task } = last
    const time = Math.min(end + random.int(12, 60) * 1000, before - 15_000)
    events.push({ time, member, session, station, unit: task.unit, activity: 'Logga ut' })
  }
  for (const sitting of placed) {
    const goesOn =
      last && sitting.start - last.end < idle && last.period === sitting.period && last.task.unit === sitting.task.unit
    if (!goesOn) logOut(sitting.start)
    const session: string = goesOn && last ? last.session : `S${random.hex(10)}`
    const station: number = goesOn && last ? last.station : random.int(1, 6)
    const unit = sitting.task.unit
    if (!goesOn && isPerson)
      events.push({
        time: sitting.start - random.int(6, 14) * 1000,
        member,
        session,
        station,
        unit,
        activity: 'Logga in',
      })
    for (const { step, after } of sitting.steps) {
      events.push({
        time: sitting.start + after,
        member,
        session,
        station,
        unit,
        activity: step.activity,
        step,
        task: sitting.task,
      })
    }
    last = { ...sitting, end: sitting.start + sitting.length, session, station }
  }
  logOut(Number.POSITIVE_INFINITY)
  return events
}
