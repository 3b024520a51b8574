import { familyName, givenName, type Home } from './names.ts'
import type { NumberPool, PersonalNumber, Wanted } from './personal-numbers.ts'
import type { Random } from './random.ts'
import type { Patient, World } from './tables.ts'

const patientCount = 400

/** A row of patient.csv for a person who is nothing out of the ordinary. */
export function patientRow({ id, born }: PersonalNumber, given_name: string, family_name: string, home: Home): Patient {
  return {
    patient_id: id,
    given_name,
    family_name,
    ...home,
    protection: 'none',
    birth_date: born,
    deceased_date: '',
    is_test: 'false',
  }
}

/** The people of the town who are not in any story, in households, until there are enough of them. */
export function fillTown(world: World, pool: NumberPool, home: () => Home, random: Random): Patient[] {
  const town: Patient[] = []
  const settle = (family: string, place: Home, wanted: Wanted): Patient => {
    const number = pool.take(wanted)
    const patient = patientRow(number, givenName(random, number.sex, Number(number.id.slice(0, 4))), family, place)
    world.patient.push(patient)
    town.push(patient)
    return patient
  }
  const isFull = (): boolean => world.patient.length >= patientCount
  const foreigners = ['Kowalczyk', 'Da Silva', 'Papadakis', 'Nguyen', 'Kivimäki']
  for (const family of foreigners) {
    const number = pool.takeCoordination()
    const patient = patientRow(number, givenName(random, number.sex, Number(number.id.slice(0, 4))), family, home())
    world.patient.push(patient)
    town.push(patient)
  }
  while (!isFull()) {
    const household = random.weighted([
      ['single', 44],
      ['couple', 38],
      ['family', 18],
    ])
    const place = home()
    const family = familyName(random)
    if (household === 'single')
      settle(family, place, random.chance(0.75) ? { from: 1925, to: 1958 } : { from: 1959, to: 2001 })
    if (household === 'couple')
      makeCouple(
        world,
        random,
        () => familyName(random),
        isFull,
        (name, wanted) => settle(name ?? family, place, wanted),
      )
    if (household === 'family') makeFamily(world, random, isFull, (wanted) => settle(family, place, wanted))
  }
  return town
}

function makeCouple(
  world: World,
  random: Random,
  otherName: () => string,
  isFull: () => boolean,
  settle: (family: string | undefined, wanted: Wanted) => Patient,
): void {
  const born = random.int(1926, 1962)
  const first = settle(undefined, { from: born, to: born + 2, sex: 'female' })
  if (isFull()) return
  const second = settle(random.chance(0.2) ? otherName() : undefined, { from: born - 1, to: born + 4, sex: 'male' })
  const married = `${born + random.int(22, 40)}-06-15`
  relate(world, first, second, 'spouse', married)
  // Registers give some ties from both ends and some from one.
  if (random.chance(0.5)) relate(world, second, first, 'spouse', married)
}

function makeFamily(world: World, random: Random, isFull: () => boolean, settle: (wanted: Wanted) => Patient): void {
  const parents = [settle({ from: 1975, to: 1994, sex: 'female' })]
  if (random.chance(0.8) && !isFull()) parents.push(settle({ from: 1970, to: 1994, sex: 'male' }))
  for (let children = random.int(1, 2); children > 0 && !isFull(); children -= 1) {
    const child = settle({ from: 2007, to: 2019 })
    for (const parent of parents) {
      relate(world, child, parent, 'parent', child.birth_date)
      if (random.chance(0.5)) relate(world, parent, child, 'child', child.birth_date)
    }
  }
}

/** `other` is the `kind` of `person`. */
export function relate(
  world: World,
  person: Patient,
  other: Patient,
  kind: string,
  valid_from: string,
  valid_to = '',
): void {
  world.relation.push({ person_id: person.patient_id, related_person_id: other.patient_id, kind, valid_from, valid_to })
}
