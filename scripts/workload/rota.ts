import { addDays, at, dayLength, dayOf, hour, type Moment, stamp } from '../samples/calendar.ts'
import type { Random } from '../samples/random.ts'
import type { World } from '../samples/tables.ts'
import { allDays, isWorkday } from './calendar.ts'
import type { Member, Role } from './team.ts'
import type { Unit } from './units.ts'

export interface Shift {
  readonly member: Member
  readonly unit: Unit
  readonly start: Moment
  readonly end: Moment
}

/** A turn of the day: when it begins, how long it is, and how many it takes on workdays and on other days. */
export type Turn = readonly [clock: string, hours: number, workdays: number, holidays: number]

const absenceKinds = [
  ['vacation', 5, 9],
  ['sick', 1, 3],
  ['sick', 1, 4],
] as const

/** Who is at work when, and who is away. */
export class Rota {
  readonly all: Shift[] = []
  readonly #byDay = new Map<string, Shift[]>()
  readonly #away = new Map<Member, Set<string>>()
  readonly #world: World
  readonly #random: Random

  constructor(world: World, random: Random) {
    this.#world = world
    this.#random = random
  }

  /** Everybody is away now and then, and registered as such. */
  plan(members: readonly Member[]): void {
    for (const member of members) {
      const away = new Set<string>()
      for (const [kind, least, most] of absenceKinds) {
        const first = this.#random.pick(allDays)
        const length = this.#random.int(least, most)
        for (let place = 0; place < length; place += 1) away.add(addDays(first, place))
        const { user_id } = member.row
        this.#world.absence.push({ user_id, kind, valid_from: first, valid_to: addDays(first, length - 1) })
      }
      this.#away.set(member, away)
    }
  }

  /** Offices and surgeries: the same hours each workday, some with a day off a week, some at a second unit on another. */
  office(members: readonly Member[], clock: string, hours: number, from = allDays[0]!): void {
    members.forEach((member, place) => {
      const [unit, second] = member.units
      const off = this.#random.chance(0.3) ? place % 5 : undefined
      for (const today of allDays) {
        const weekday = new Date(at(today)).getUTCDay() - 1
        if (today < from || !isWorkday(today) || weekday === off || this.isAway(member, today)) continue
        const isElsewhere = second !== undefined && (weekday === 2 || weekday === 4)
        if (unit) this.add(member, isElsewhere ? second : unit, at(today, clock), hours)
      }
    })
  }

  /** Round the clock: whoever has worked least has the next turn, with eleven hours of rest before it. */
  turns(members: readonly Member[], unit: Unit, turns: readonly Turn[]): void {
    const worked = new Map<Member, number>()
    for (const today of allDays) {
      for (const [clock, hours, workdays, holidays] of turns) {
        const start = at(today, clock)
        const free = this.#random
          .shuffled(members)
          .filter((member) => !this.isAway(member, today) && this.#isRested(member, start, hours))
          .sort((a, b) => (worked.get(a) ?? 0) - (worked.get(b) ?? 0))
        for (const member of free.slice(0, isWorkday(today) ? workdays : holidays)) {
          worked.set(member, (worked.get(member) ?? 0) + hours)
          this.add(member, unit, start, hours)
        }
      }
    }
  }

  add(member: Member, unit: Unit, start: Moment, hours: number): void {
    const shift = { member, unit, start, end: start + hours * hour }
    this.all.push(shift)
    const day = dayOf(start)
    this.#byDay.set(day, [...(this.#byDay.get(day) ?? []), shift])
    const { care_unit_id } = unit
    const [start_time, end_time] = [stamp(start), stamp(shift.end)]
    this.#world.shift.push({ user_id: member.row.user_id, care_unit_id, start_time, end_time })
  }

  isAway(member: Member, day: string): boolean {
    return this.#away.get(member)?.has(day) ?? false
  }

  /** The shifts of a role at a unit that begin on a day, all or those that begin at one time. */
  of(unit: Unit, role: Role, day: string, clock?: string): Shift[] {
    const start = clock === undefined ? undefined : at(day, clock)
    return (this.#byDay.get(day) ?? []).filter(
      (shift) => shift.unit === unit && shift.member.role === role && (start === undefined || shift.start === start),
    )
  }

  shiftAt(member: Member, moment: Moment): Shift | undefined {
    const near = [dayOf(moment - dayLength), dayOf(moment)].flatMap((day) => this.#byDay.get(day) ?? [])
    return near.find((shift) => shift.member === member && shift.start <= moment && moment < shift.end)
  }

  #isRested(member: Member, start: Moment, hours: number): boolean {
    const near = [-1, 0, 1].flatMap((days) => this.#byDay.get(dayOf(start + days * dayLength)) ?? [])
    return !near.some(
      (shift) => shift.member === member && shift.start < start + (hours + 11) * hour && start < shift.end + 11 * hour,
    )
  }
}
