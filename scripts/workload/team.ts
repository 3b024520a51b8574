import { givenName } from '../samples/names.ts'
import { patientRow, relate } from '../samples/people.ts'
import type { Random } from '../samples/random.ts'
import type { Patient, Staff, World } from '../samples/tables.ts'
import type { Numbers } from './numbers.ts'
import type { Town } from './town.ts'
import type { Unit } from './units.ts'

export type Role =
  | 'physician'
  | 'nurse'
  | 'childNurse'
  | 'assistant'
  | 'secretary'
  | 'therapist'
  | 'pharmacist'
  | 'dietitian'
  | 'head'
  | 'quality'
  | 'student'
  | 'robot'

export interface Member {
  readonly role: Role
  readonly row: Staff
  readonly units: readonly Unit[]
  /** Those whose records they leave to a colleague: themselves, and the kin that the registers know. */
  readonly kin: Set<string>
  /** Where the kin live in the same town as their patients. */
  readonly relatives: Patient[]
}

/** So many people of one role, title and place of work; `second` is where the first of them also work. */
export interface Post {
  readonly role: Role
  readonly title: string
  readonly count: number
  readonly unit: Unit
  readonly second?: { readonly unit: Unit; readonly count: number }
  /** What they may do besides care; those who have no care at all have `purpose` alone. */
  readonly purpose?: 'quality' | 'administration' | 'statistics'
  readonly isCareless?: boolean
}

const assignmentNames = {
  care: 'Vård och behandling',
  quality: 'Kvalitetssäkring',
  administration: 'Administration',
  statistics: 'Statistik',
}

export class Team {
  readonly members: Member[] = []
  readonly #world: World
  readonly #town: Town
  readonly #numbers: Numbers
  readonly #random: Random

  constructor(world: World, town: Town, numbers: Numbers, random: Random) {
    this.#world = world
    this.#town = town
    this.#numbers = numbers
    this.#random = random
  }

  /** `localShare` of them live, and are patients, where their patients do. */
  hire(posts: readonly Post[], localShare: number): void {
    for (const post of posts) {
      for (let place = 0; place < post.count; place += 1) {
        const second = post.second && place < post.second.count ? [post.second.unit] : []
        const member = post.role === 'robot' ? this.#robot(post) : this.#person(post, [post.unit, ...second])
        this.members.push(member)
        this.#world.staff.push(member.row)
        this.#assign(member, post)
        if (member.role !== 'robot' && this.#random.chance(localShare)) this.#settle(member)
      }
    }
  }

  of(role: Role): Member[] {
    return this.members.filter((member) => member.role === role)
  }

  #person({ role, title, unit }: Post, units: readonly Unit[]): Member {
    const sex = this.#random.chance(0.78) ? 'female' : 'male'
    const number = this.#numbers.test(
      role === 'student' ? { from: 1996, to: 2005, sex } : { from: 1960, to: 1999, sex },
    )
    const { address, postal_code } = this.#town.home()
    const row: Staff = {
      user_id: `${unit.care_unit_id.slice(0, 13)}S${String(this.members.length + 1).padStart(3, '0')}`,
      person_id: number.id,
      given_name: givenName(this.#random, sex, Number(number.id.slice(0, 4))),
      family_name: this.#town.familyName(),
      title,
      address,
      postal_code,
      kind: 'person',
      protection: 'none',
      valid_from: role === 'student' ? '2026-01-19' : '2021-01-01',
      valid_to: '',
    }
    return { role, row, units, kin: new Set([number.id]), relatives: [] }
  }

  #robot({ title, unit }: Post): Member {
    const row: Staff = {
      user_id: `${unit.care_unit_id.slice(0, 13)}S900`,
      person_id: '',
      given_name: 'Kallelserobot',
      family_name: '',
      title,
      address: '',
      postal_code: '',
      kind: 'robot',
      protection: 'none',
      valid_from: '2023-09-01',
      valid_to: '',
    }
    return { role: 'robot', row, units: [unit], kin: new Set(), relatives: [] }
  }

  #assign({ row, units }: Member, { purpose, isCareless }: Post): void {
    const purposes = [...(isCareless ? [] : (['care'] as const)), ...(purpose ? [purpose] : [])]
    for (const { care_unit_id, care_provider_id, name } of units) {
      for (const one of purposes) {
        this.#world.assignment.push({
          user_id: row.user_id,
          care_unit_id,
          care_provider_id,
          name: `${assignmentNames[one]}, ${name}`,
          purpose: one,
          valid_from: row.valid_from,
          valid_to: row.valid_to,
        })
      }
    }
  }

  /** Staff are patients too, with a spouse or a child at home and a parent across the town. */
  #settle(member: Member): void {
    const { person_id, given_name, family_name, address, postal_code } = member.row
    const year = Number(person_id.slice(0, 4))
    const sex = Number(person_id[10]) % 2 ? 'male' : 'female'
    const born = `${person_id.slice(0, 4)}-${person_id.slice(4, 6)}-${person_id.slice(6, 8)}`
    const home = { address, postal_code, city: 'Almvik' }
    const self = patientRow({ id: person_id, born, sex }, given_name, family_name, home)
    this.#world.patient.push(self)
    this.#town.people.push(self)
    const add = (relative: Patient): void => {
      member.kin.add(relative.patient_id)
      member.relatives.push(relative)
    }
    if (this.#random.chance(0.7)) {
      const spouse = this.#town.person({ from: year - 4, to: year + 4 }, family_name, home)
      relate(this.#world, self, spouse, 'spouse', `${year + 29}-06-15`)
      add(spouse)
    }
    if (this.#random.chance(0.6)) {
      const parent = this.#town.person({ from: year - 34, to: year - 22 }, family_name)
      relate(this.#world, self, parent, 'parent', self.birth_date)
      add(parent)
    }
    if (year > 1975 && year < 1997 && this.#random.chance(0.5)) {
      const child = this.#town.person({ from: 2005, to: 2020 }, family_name, home)
      relate(this.#world, child, self, 'parent', child.birth_date)
      add(child)
    }
  }
}
