import { addYears, week } from './calendar.ts'
import type { Patient, Staff, World } from './tables.ts'

export type Tie = 'self' | 'register' | 'ended' | 'past' | 'address' | 'name'

/** How many bearers a family name may have and still say something. The sample keeps clear of the numbers in between. */
const rareBearers = 3
export const commonBearers = 15

/** Who is who, and who belongs to whom, as the reference tables tell it. */
export class Ties {
  readonly #world: World
  readonly #persons = new Map<string, string>()
  readonly #patients = new Map<string, Patient>()

  constructor(world: World) {
    this.#world = world
  }

  /** Reads the tables again: the stories add people as they go. */
  refresh(): this {
    for (const patient of this.#world.patient) this.#patients.set(patient.patient_id, patient)
    for (const { alias_id, person_id } of this.#world.person_alias) this.#persons.set(alias_id, person_id)
    return this
  }

  /** The person behind an id. */
  person(id: string): string {
    return this.#persons.get(id) ?? id
  }

  patient(id: string): Patient | undefined {
    return this.#patients.get(this.person(id))
  }

  /** The closest tie, if there is any. */
  between(staff: Staff, patientId: string): Tie | undefined {
    if (staff.kind !== 'person') return undefined
    const person = this.person(patientId)
    if (person === staff.person_id) return 'self'
    const ended = this.#world.relation
      .filter((row) => joins(row, staff.person_id, person))
      .map(({ valid_to }) => valid_to)
    if (ended.some((last) => last === '' || last >= week.monday)) return 'register'
    if (ended.some((last) => last >= addYears(week.monday, -5))) return 'ended'
    const patient = this.#patients.get(person)
    if (!patient) return undefined
    const isAtHome =
      staff.address !== '' && staff.address === patient.address && staff.postal_code === patient.postal_code
    if (isAtHome) return 'address'
    const isNamesake = staff.family_name === patient.family_name
    if (isNamesake && this.bearers(staff.family_name) <= rareBearers) return 'name'
    return ended.length > 0 ? 'past' : undefined
  }

  /** How many persons have a family name; who is both staff and patient counts once. */
  bearers(familyName: string): number {
    const persons = new Set<string>()
    for (const { family_name, patient_id } of this.#world.patient)
      if (family_name === familyName) persons.add(patient_id)
    for (const { family_name, person_id } of this.#world.staff) if (family_name === familyName) persons.add(person_id)
    return persons.size
  }
}

function joins(row: World['relation'][number], one: string, other: string): boolean {
  return (
    (row.person_id === one && row.related_person_id === other) ||
    (row.person_id === other && row.related_person_id === one)
  )
}
