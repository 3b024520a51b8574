import { at } from './calendar.ts'
import { addContact, type ContactWanted, member, type Plan } from './contacts.ts'
import type { Rule, Severity } from './findings.ts'
import type { Home } from './names.ts'
import { patientRow } from './people.ts'
import type { NumberPool, Wanted } from './personal-numbers.ts'
import type { StaffMember } from './staff.ts'
import type { Contact, Patient } from './tables.ts'
import type { Task, Tasks } from './tasks.ts'
import { type UnitKey, units } from './units.ts'

/** The days of the log by name. */
export const day = {
  monday: '2026-04-27',
  tuesday: '2026-04-28',
  wednesday: '2026-04-29',
  thursday: '2026-04-30',
  friday: '2026-05-01',
  saturday: '2026-05-02',
  sunday: '2026-05-03',
} as const

/** One lookup that a story is about. */
export interface Scene {
  readonly user_id: string
  readonly patient_id: string
  readonly care_unit_id: string
  readonly day: string
}

export interface PlantedScene extends Scene {
  /** All that the five rules must say of the lookup, and nothing besides. */
  readonly expected: Partial<Record<Rule, Severity>>
  readonly story: string
}

export interface LookAlike extends Scene {
  /** The rule that must leave the lookup alone. */
  readonly rule: Rule
  readonly story: string
}

export type Opening = Omit<Task, 'member' | 'start' | 'unit' | 'patient' | 'isFixed'> & {
  readonly who: string
  readonly unit: UnitKey
  readonly patient: Patient | string
  readonly on: string
  readonly clock: string
}

/** Where the stories are played: people of their own, their contacts, and who opened what. */
export class Stage {
  readonly plan: Plan
  readonly #tasks: Tasks
  readonly #pool: NumberPool
  readonly home: () => Home
  readonly planted: PlantedScene[] = []
  readonly lookAlikes: LookAlike[] = []

  constructor(plan: Plan, tasks: Tasks, pool: NumberPool, home: () => Home) {
    this.plan = plan
    this.#tasks = tasks
    this.#pool = pool
    this.home = home
  }

  staff(key: string): StaffMember {
    return member(this.plan, key)
  }

  /** A patient who is in no one's care unless the story says so. */
  patient(given: string, family: string, wanted: Required<Wanted>, changes: Partial<Patient> = {}): Patient {
    const patient = { ...patientRow(this.#pool.take(wanted), given, family, this.home()), ...changes }
    this.plan.world.patient.push(patient)
    return patient
  }

  /** Members of staff fall ill too. */
  asPatient(key: string): Patient {
    const { person_id, given_name, family_name, address, postal_code } = this.staff(key).row
    const born = `${person_id.slice(0, 4)}-${person_id.slice(4, 6)}-${person_id.slice(6, 8)}`
    const sex = Number(person_id[10]) % 2 ? 'male' : 'female'
    const patient = patientRow({ id: person_id, born, sex }, given_name, family_name, {
      address,
      postal_code,
      city: 'Almvik',
    })
    this.plan.world.patient.push(patient)
    return patient
  }

  contact(
    wanted: Omit<ContactWanted, 'patient' | 'by' | 'responsible'> & {
      patient: Patient | string
      by?: string
      responsible?: string
    },
  ): Contact {
    const { patient, by, responsible, ...rest } = wanted
    return addContact(this.plan.world, {
      ...rest,
      patient: typeof patient === 'string' ? patient : patient.patient_id,
      by: by === undefined ? undefined : this.staff(by),
      responsible: responsible === undefined ? undefined : this.staff(responsible),
    })
  }

  /** A stay at the ward, planned a week before, so that nobody who reads about it has just written it down. */
  stay(patient: Patient | string, from: string, to?: string, responsible?: string): Contact {
    const start = at(from, '10:00')
    return this.contact({
      patient,
      unit: 'ward',
      kind: 'admission',
      start,
      by: 'birgitta',
      registered: at('2026-01-15', '13:00') < start ? start - 6 * 86_400_000 : start,
      ...(to && { end: at(to, '11:00') }),
      ...(responsible && { responsible }),
    })
  }

  opens({ who, unit, patient, on, clock, ...rest }: Opening): Scene {
    const patient_id = typeof patient === 'string' ? patient : patient.patient_id
    this.#tasks.fix({ ...rest, member: this.staff(who), unit, patient: patient_id, start: at(on, clock) })
    return { user_id: this.staff(who).row.user_id, patient_id, care_unit_id: units[unit].care_unit_id, day: on }
  }

  /** The rules must flag this, as told. */
  plant(opening: Opening, expected: PlantedScene['expected'], story: string): void {
    this.planted.push({ ...this.opens(opening), expected, story })
  }

  /** A rule must leave this alone, or explain it, though it looks like what the rule asks for. */
  leave(rule: Rule, opening: Opening, story: string): void {
    this.lookAlikes.push({ ...this.opens(opening), rule, story })
  }
}
