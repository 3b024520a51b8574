import { at, minute, type Moment, stamp } from '../samples/calendar.ts'
import type { Random } from '../samples/random.ts'
import type { Step } from '../samples/recipes.ts'
import { purposeWords } from '../samples/tasks.ts'
import { logEnd, span } from './calendar.ts'
import type { Month, Work } from './month.ts'
import { recipes } from './recipes.ts'
import type { Shift } from './rota.ts'
import type { Member } from './team.ts'
import { units } from './units.ts'

/** Columns of the canonical profile. */
export const logColumns = [
  'record_id',
  'occurred_at',
  'user_id',
  'user_name',
  'user_title',
  'assignment',
  'care_unit_id',
  'care_provider_id',
  'patient_id',
  'patient_name',
  'activity',
  'activity_level',
  'purpose',
  'resource_type',
  'owner_care_unit_id',
  'owner_care_provider_id',
  'break_glass',
  'declared_reason',
  'source_system',
  'workstation',
  'session_id',
  'incidental',
  'actor_kind',
] as const

export type LogRow = Partial<Record<(typeof logColumns)[number], string>>

/** After this long without a keystroke people have been logged out. */
const idle = 75 * minute

/** The hour that the night to summer time does not have. */
const lostHour = { from: at('2026-03-29', '01:50'), to: at('2026-03-29', '03:00') }

/** The log of the span, in the order of time. */
export function logOf(month: Month): LogRow[] {
  const random = month.begin('log')
  const names = new Map(
    month.world.patient.map(({ patient_id, given_name, family_name }) => [patient_id, `${given_name} ${family_name}`]),
  )
  const assignments = Map.groupBy(month.world.assignment, (row) => `${row.user_id}|${row.care_unit_id}`)
  const nameOf = (work: Work): string => {
    const own = assignments.get(`${work.member.row.user_id}|${work.unit.care_unit_id}`) ?? []
    return (own.find(({ purpose }) => purpose === (work.purpose ?? 'care')) ?? own[0])?.name ?? ''
  }
  const rows = [...Map.groupBy(month.work, ({ member }) => member)].flatMap(([member, own]) =>
    new Desk(member, random).rows(own, (work) => month.rota.shiftAt(work.member, work.start), names, nameOf),
  )
  return rows
    .filter(({ time }) => time >= at(span.from) && time < logEnd)
    .sort((a, b) => a.time - b.time)
    .map(({ row }, place) => ({ record_id: `LP-${String(place + 1).padStart(7, '0')}`, ...row }))
}

interface TimedRow {
  readonly time: Moment
  readonly row: LogRow
}

/** One person's work, one record at a time, in sessions that begin with a login and end with a logout. */
class Desk {
  readonly #member: Member
  readonly #random: Random
  readonly #rows: TimedRow[] = []
  #last: { end: Moment; session: string; station: string; work: Work } | undefined

  constructor(member: Member, random: Random) {
    this.#member = member
    this.#random = random
  }

  rows(
    own: readonly Work[],
    shiftOf: (work: Work) => Shift | undefined,
    names: ReadonlyMap<string, string>,
    assignmentOf: (work: Work) => string,
  ): TimedRow[] {
    for (const work of own.toSorted((a, b) => a.start - b.start)) {
      const shift = shiftOf(work)
      if (!shift && !work.isFixed) continue
      const steps = this.#steps(work)
      const start = Math.max(
        work.start,
        (this.#last?.end ?? 0) + 95_000,
        shift && !work.isFixed ? shift.start + 90_000 : 0,
      )
      const end = start + (steps.at(-1)?.after ?? 0)
      // What does not fit is left to the next shift.
      if (shift && !work.isFixed && end > shift.end - 90_000) continue
      if (end >= lostHour.from && start < lostHour.to) continue
      this.#sit(work, start)
      for (const { step, after } of steps) {
        for (const patient of work.patients) {
          this.#add(work, start + after, step.activity, {
            ...about(work, step),
            assignment: assignmentOf(work),
            patient_id: patient,
            patient_name: names.get(patient) ?? '',
          })
        }
      }
      this.#last = { ...this.#last!, end, work }
    }
    this.#leave(Number.POSITIVE_INFINITY)
    return this.#rows
  }

  #steps({ recipe, isList }: Work): { step: Step; after: Moment }[] {
    const chosen: readonly Step[] = recipes[recipe]
    let after = this.#member.role === 'robot' || isList ? 0 : this.#random.int(0, 40) * 1000
    return chosen
      .filter(({ share }) => share === 1 || this.#random.chance(share))
      .map((step, place) => {
        if (place > 0) after += this.#random.int(4, step.activity === 'Skriva' ? 90 : 35) * 1000
        return { step, after }
      })
  }

  #sit(work: Work, start: Moment): void {
    const last = this.#last
    if (last && start - last.end < idle && last.work.unit === work.unit) return
    this.#leave(start)
    const station = this.#member.role === 'robot' ? 'ROBOT-SRV1' : `${work.unit.station}-0${this.#random.int(1, 9)}`
    this.#last = { end: start, session: `S${this.#random.hex(10)}`, station, work }
    if (this.#member.role !== 'robot') this.#add(work, start - this.#random.int(6, 14) * 1000, 'Logga in', {})
  }

  #leave(before: Moment): void {
    if (!this.#last || this.#member.role === 'robot') return
    const { end, work } = this.#last
    this.#add(work, Math.min(end + this.#random.int(12, 50) * 1000, before - 30_000), 'Logga ut', {})
  }

  #add(work: Work, time: Moment, activity: string, more: LogRow): void {
    const { user_id, given_name, family_name, title } = this.#member.row
    this.#rows.push({
      time,
      row: {
        occurred_at: stamp(time).replace(' ', 'T'),
        user_id,
        user_name: `${given_name} ${family_name}`.trim(),
        user_title: title,
        care_unit_id: work.unit.care_unit_id,
        care_provider_id: work.unit.care_provider_id,
        activity,
        source_system: 'journal',
        workstation: this.#last?.station ?? '',
        session_id: this.#last?.session ?? '',
        actor_kind: this.#member.role === 'robot' ? 'robot' : 'staff',
        ...more,
      },
    })
  }
}

function about({ unit, owner, purpose, breakGlass, reason, isList }: Work, step: Step): LogRow {
  const isHospital = unit.care_provider_id === units.laboratory.care_provider_id
  const from = owner ?? (step.information === 'Labsvar' && isHospital ? units.laboratory : unit)
  return {
    activity_level: step.level,
    purpose: purposeWords[purpose ?? 'care'],
    resource_type: step.information,
    owner_care_unit_id: from.care_unit_id,
    owner_care_provider_id: from.care_provider_id,
    break_glass: breakGlass ? 'true' : 'false',
    declared_reason: reason ?? '',
    incidental: isList ? 'true' : 'false',
  }
}
