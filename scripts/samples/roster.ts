import { addDays, at, days, dayOf, hour, isOpenDay, minute, type Moment, stamp, week, weekday } from './calendar.ts'
import { type Role, type StaffMember, temporary } from './staff.ts'
import type { World } from './tables.ts'
import { units, type UnitKey } from './units.ts'

/** A stretch of work: a shift, or an ordinary day at a unit that has opening hours and no roster. */
export interface Period {
  readonly member: StaffMember
  readonly unit: UnitKey
  readonly start: Moment
  readonly end: Moment
}

/** The roster reaches a week past the log on both sides, as a real export does. */
const rosterDays = days(addDays(week.monday, -7), addDays(week.sunday, 7))

const day = ['07:00', 9] as const
const evening = ['13:00', 9] as const
const night = ['21:00', 10] as const
const longDay = ['08:00', 12] as const
const longNight = ['20:00', 12] as const
const office = ['08:00', 9] as const
type Turn = readonly [clock: string, hours: number]

/** Each takes the same turns, one day after the colleague before; a gap is a day off. */
const rotations: readonly { unit: UnitKey; role: Role; turns: readonly (Turn | undefined)[] }[] = [
  { unit: 'ward', role: 'nurse', turns: [day, day, evening, evening, night, night, undefined, undefined] },
  { unit: 'ward', role: 'assistant', turns: [day, evening, night, undefined, undefined] },
  { unit: 'emergency', role: 'nurse', turns: [day, evening, night, undefined, undefined] },
  { unit: 'emergency', role: 'physician', turns: [longDay, longNight, undefined, undefined] },
]

/** The same each week; Monday is 1. */
const weekly: Readonly<Record<string, Partial<Record<number, readonly [UnitKey, Turn]>>>> = {
  bjorn: { 1: ['ward', office], 2: ['clinic', ['08:00', 8]], 3: ['ward', office], 4: ['ward', office] },
  fatima: { 1: ['ward', office], 2: ['ward', office], 5: ['ward', office], 6: ['ward', office] },
  oskar: { 2: ['ward', office], 3: ['ward', office], 4: ['ward', office], 7: ['ward', office] },
  birgitta: { 1: ['ward', office], 2: ['ward', office], 3: ['ward', office], 4: ['ward', office] },
  tobias: { 1: ['ward', office], 2: ['ward', office], 3: ['ward', office], 4: ['ward', office] },
  stefan: { 1: ['laboratory', day], 2: ['laboratory', day], 3: ['laboratory', day], 4: ['laboratory', day] },
  maja: {
    2: ['laboratory', evening],
    5: ['laboratory', longDay],
    6: ['laboratory', longDay],
    7: ['laboratory', longDay],
  },
  anneli: {
    1: ['homeCare', day],
    2: ['homeCare', day],
    3: ['homeCare', day],
    6: ['homeCare', day],
    7: ['homeCare', day],
  },
  david: { 2: ['homeCare', evening], 3: ['homeCare', evening], 4: ['homeCare', day], 5: ['homeCare', day] },
}

/** Where the two without a roster work on their second unit's day. */
const awayDays: Readonly<Record<string, readonly [weekday: number, UnitKey]>> = {
  jenny: [3, 'daySurgery'],
  daniel: [2, 'daySurgery'],
}

/** When people without a roster sit at their screens: well inside the opening hours. */
const sittings: Partial<Record<UnitKey, Turn>> = {
  clinic: ['08:00', 8],
  daySurgery: ['07:30', 9],
  primaryCare: ['08:15', 8.5],
  staff: office,
  diet: office,
}

export class Roster {
  readonly #periods: Period[] = []

  constructor(world: World, members: ReadonlyMap<string, StaffMember>) {
    for (const { unit, role, turns } of rotations) {
      const team = [...members.values()].filter((member) => member.role === role && member.units[0] === unit)
      team.forEach((member, place) => {
        rosterDays.forEach((today, passed) => {
          const turn = turns[(passed + place) % turns.length]
          if (turn) this.#add(member, unit, today, turn)
        })
      })
    }
    for (const [key, turns] of Object.entries(weekly)) {
      for (const today of rosterDays) {
        const [unit, turn] = turns[weekday(today)] ?? []
        const member = members.get(key)
        if (member && unit && turn) this.#add(member, unit, today, turn)
      }
    }
    for (const { member, unit, start, end } of this.#periods) {
      const { care_unit_id } = units[unit]
      world.shift.push({ user_id: member.row.user_id, care_unit_id, start_time: stamp(start), end_time: stamp(end) })
    }
    this.#addSittings([...members.values()])
  }

  #add(member: StaffMember, unit: UnitKey, today: string, [clock, hours]: Turn): void {
    if (member.key === temporary.key && today > temporary.to) return
    const start = at(today, clock)
    this.#periods.push({ member, unit, start, end: start + hours * hour })
  }

  /** No shifts are registered for these people: the opening hours of their unit speak for them. */
  #addSittings(members: readonly StaffMember[]): void {
    const rostered = new Set(this.#periods.map(({ member }) => member))
    for (const member of members.filter((one) => !rostered.has(one) && one.role !== 'robot')) {
      for (const today of rosterDays.filter(isOpenDay)) {
        const [away, second] = awayDays[member.key] ?? []
        const unit = second && away === weekday(today) ? second : member.units[0]
        const sitting = unit && sittings[unit]
        if (unit && sitting) this.#add(member, unit, today, sitting)
      }
    }
  }

  /** Those in a role who are at a unit, with some minutes left to finish in. */
  onDuty(unit: UnitKey, role: Role, moment: Moment): StaffMember[] {
    return this.#periods
      .filter((period) => period.unit === unit && period.member.role === role)
      .filter(({ start, end }) => start <= moment && moment + 15 * minute < end)
      .map(({ member }) => member)
  }

  /** The first stretch at a unit that ends after a moment. */
  next(unit: UnitKey, role: Role, moment: Moment): Period | undefined {
    const ahead = this.#periods.filter((period) => period.unit === unit && period.member.role === role)
    return ahead.filter(({ end }) => moment + 30 * minute < end).sort((a, b) => a.start - b.start)[0]
  }

  /** The stretch of work that a moment falls in. */
  at(member: StaffMember, moment: Moment): Period | undefined {
    return this.#periods.find((period) => period.member === member && period.start <= moment && moment < period.end)
  }

  /** The stretches at a unit that begin on a day. */
  of(unit: UnitKey, role: Role, today: string): Period[] {
    return this.#periods.filter(
      (period) => period.unit === unit && period.member.role === role && dayOf(period.start) === today,
    )
  }
}
