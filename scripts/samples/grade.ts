import { addDays, clockOf, dayOf, momentOf, type Moment, stamp } from './calendar.ts'
import type { LogEvent } from './schedule.ts'
import type { Staff, World } from './tables.ts'
import type { Task } from './tasks.ts'
import type { Ties } from './ties.ts'
import { units } from './units.ts'

/** One member of staff, one patient, one unit, one day: what a reviewer judges. */
export interface Lookup {
  readonly staff: Staff
  readonly patient: string
  readonly unit: string
  readonly day: string
  readonly times: readonly Moment[]
  readonly task: Task
}

export type Grade = 'A+' | 'A' | 'B+' | 'B' | 'P' | 'C' | 'E' | 'cannot tell'

/** The events of one person with one patient at one unit on one day are one lookup. Robots look nothing up here. */
export function lookupsOf(events: readonly LogEvent[]): Lookup[] {
  const read = events.filter((event) => event.task && event.member.role !== 'robot')
  const groups = Map.groupBy(read, ({ task, member, time }) =>
    [member.row.user_id, task?.patient, task?.unit, dayOf(time)].join('|'),
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    const task = first?.task
    if (!first || !task) return []
    const unit = task.unit ? units[task.unit].care_unit_id : ''
    return [
      {
        staff: first.member.row,
        patient: task.patient,
        unit,
        day: dayOf(first.time),
        times: group.map(({ time }) => time).sort((a, b) => a - b),
        task,
      },
    ]
  })
}

export function lookupKey({ staff, patient, unit, day }: Pick<Lookup, 'staff' | 'patient' | 'unit' | 'day'>): string {
  return [staff.user_id, patient, unit, day].join('|')
}

/** How long a contact explains lookups after its end, by the kind of its unit. */
const followDays: Readonly<Record<string, number>> = { ward: 60, clinic: 90 }
const leadDays = 7
const goesOn = new Set(['listing', 'admission', 'home_care', 'coordination'])
/** A start in the future of these says nothing about how far the data reach. */
const plannedAhead = new Set(['booking', 'waitlist', 'listing', 'home_care', 'referral', 'coordination'])

interface Reach {
  readonly row: World['care_contact'][number]
  readonly from: string
  readonly to: string
}

/** Grades lookups by contacts and assignments: the sample's own reading of the design, apart from the tool's queries. */
export class Grades {
  readonly #world: World
  readonly #ties: Ties
  readonly #contacts = new Map<string, Reach[]>()
  readonly #coverage = new Map<string, readonly [from: string, to: string]>()
  readonly #parents: ReadonlyMap<string, string>

  constructor(world: World, ties: Ties) {
    this.#world = world
    this.#ties = ties
    this.#parents = new Map(world.care_unit.map(({ care_unit_id, parent_unit_id }) => [care_unit_id, parent_unit_id]))
    const kinds = new Map(world.care_unit.map(({ care_unit_id, kind }) => [care_unit_id, kind]))
    for (const row of world.care_contact) {
      const start = dayOf(momentOf(row.start_time))
      if (!plannedAhead.has(row.kind)) {
        const [from, to] = this.#coverage.get(row.care_unit_id) ?? [start, start]
        this.#coverage.set(row.care_unit_id, [start < from ? start : from, start > to ? start : to])
      }
      if (row.status === 'cancelled') continue
      const last = dayOf(momentOf(row.end_time || row.start_time))
      const to =
        row.end_time === '' && goesOn.has(row.kind)
          ? '9999-12-31'
          : addDays(last, followDays[kinds.get(row.care_unit_id) ?? ''] ?? 30)
      const person = ties.person(row.patient_id)
      this.#contacts.set(person, [...(this.#contacts.get(person) ?? []), { row, from: addDays(start, -leadDays), to }])
    }
  }

  of(lookup: Lookup): Grade {
    const { staff, patient, unit, day, times } = lookup
    if (this.#ties.patient(patient)?.is_test === 'true') return 'cannot tell'
    const first = stamp(times[0] ?? 0)
    // Nobody explains their own lookup by what they register at it or after it.
    const counted = (this.#contacts.get(this.#ties.person(patient)) ?? []).filter(
      ({ row }) => row.registered_by !== staff.user_id || (row.registered_time || row.start_time) < first,
    )
    const now = counted.filter(({ from, to }) => from <= day && day <= to).map(({ row }) => row)
    if (now.some(({ responsible_user_id }) => responsible_user_id === staff.user_id)) return 'A+'
    // Whoever is named in the care needs no unit; for everyone else the log must say one.
    if (unit === '') return 'cannot tell'
    const inCare = now.filter(({ kind }) => kind !== 'listing')
    if (inCare.some(({ care_unit_id }) => care_unit_id === unit)) return 'A'
    const parent = this.#parents.get(unit)
    const isNear = inCare.some(
      (row) =>
        (parent && this.#parents.get(row.care_unit_id) === parent) ||
        (row.kind === 'referral' && row.other_care_unit_id === unit),
    )
    if (isNear) return 'B+'
    if (now.some(({ care_unit_id }) => care_unit_id === unit)) return 'B'
    if (this.#isAssigned(lookup)) return 'P'
    const [from, to] = this.#coverage.get(unit) ?? []
    if (from === undefined || to === undefined || day < from || day > to) return 'cannot tell'
    return counted.some(({ row, to: last }) => row.care_unit_id === unit && last < day) ? 'C' : 'E'
  }

  #isAssigned({ staff, unit, day, task: { purpose = 'care' } }: Lookup): boolean {
    return (
      purpose !== 'care' &&
      this.#world.assignment.some(
        (row) =>
          row.user_id === staff.user_id &&
          row.care_unit_id === unit &&
          row.purpose === purpose &&
          row.valid_from <= day &&
          (row.valid_to === '' || day <= row.valid_to),
      )
    )
  }
}

/** Whether all of a lookup, none of it, or part of it was outside working hours; undefined when neither shift nor hours are known. */
export function outsideHours(
  world: World,
  { staff, unit, times }: Lookup,
  isOpenDay: (day: string) => boolean,
): boolean | undefined {
  const shifts = world.shift.filter(({ user_id }) => user_id === staff.user_id)
  const opening = world.care_unit.find(({ care_unit_id }) => care_unit_id === unit)?.opening ?? ''
  const [, opens = '', closes = ''] = /^Mo-Fr (\d\d:\d\d)-(\d\d:\d\d)$/.exec(opening) ?? []
  if (shifts.length === 0 && opens === '') return undefined
  const isOutside = (time: Moment): boolean =>
    shifts.length > 0
      ? !shifts.some(({ start_time, end_time }) => start_time <= stamp(time) && stamp(time) < end_time)
      : !isOpenDay(dayOf(time)) || clockOf(time) < `${opens}:00` || clockOf(time) >= `${closes}:00`
  const some = times.some(isOutside)
  // A lookup half inside would be judged one way by one reader and the other way by another.
  if (some && !times.every(isOutside))
    throw new Error(`${staff.user_id} works over the end of a shift on ${stamp(times[0] ?? 0)}`)
  return some
}
