import { familyName, givenName, type Home } from '../samples/names.ts'
import { patientRow, relate } from '../samples/people.ts'
import type { PersonalNumber, Wanted } from '../samples/personal-numbers.ts'
import type { Random } from '../samples/random.ts'
import type { Patient, World } from '../samples/tables.ts'
import type { Numbers } from './numbers.ts'

const words = (text: string): string[] => text.split(' ')
const streetStarts = words(
  'Björk Lingon Åker Ängs Sjö Rönn Tall Gran Ek Lönn Kyrk Skol Kvarn Bruks Ljung Hassel Skogs Back Bäck Brunns Slätt Sten',
)
const streetEnds = words('vägen gatan stigen gränd')
/** Postal codes that no place in Sweden has. */
const places = [
  { postal_code: '99910', city: 'Almvik' },
  { postal_code: '99913', city: 'Almvik' },
  { postal_code: '99920', city: 'Norrbyn' },
  { postal_code: '99930', city: 'Ekbacken' },
] as const

const nameStarts = words(
  'Alm Asp Berg Björk Blom Boden Brodd Dal Ed Eken Elm Fager Fors Fryk Gren Hag Hed Hell Holm Hult Högl Jern Kjell Klint Kvist Lager Lil Ljung Lund Löv Malm Mo Mör Nor Näs Os Ram Ros Rud Rös Sjö Skog Ståhl Sund Säf Tall Torn Vall Vester Vik Wid Ås Ängs Öster',
)
const nameEnds = words('qvist hult vall mark stam lander ner berger stig fors vik dén heim feldt lid man skog torp')

/** As in life: most people share their name with many, and some with next to nobody but their kin. */
function anyFamilyName(random: Random): string {
  return random.chance(0.6) ? familyName(random) : `${random.pick(nameStarts)}${random.pick(nameEnds)}`
}

/** The people of a place, in households, with the ties that the population register has of them. */
export class Town {
  readonly #world: World
  readonly #random: Random
  readonly #numbers: Numbers
  readonly people: Patient[] = []
  #homes = 0

  constructor(world: World, random: Random, numbers: Numbers) {
    this.#world = world
    this.#random = random
    this.#numbers = numbers
  }

  /** Each home once; a street has some thirty, so that neighbours there are. */
  home(): Home {
    const place = this.#homes
    this.#homes += 1
    const streets = streetStarts.length * streetEnds.length
    const street = place % streets
    const house = Math.floor(place / streets) + 1
    return {
      ...places[street % places.length]!,
      address: `${streetStarts[street % streetStarts.length]}${streetEnds[Math.floor(street / streetStarts.length)]} ${house}`,
    }
  }

  familyName(): string {
    return anyFamilyName(this.#random)
  }

  /** Households until so many more people live here. */
  settle(count: number): Patient[] {
    const first = this.people.length
    while (this.people.length < first + count) {
      const family = this.familyName()
      const kind = this.#random.weighted([
        ['single', 45],
        ['couple', 30],
        ['family', 25],
      ])
      if (kind === 'single') this.#lives(family, this.home(), this.#random.chance(0.5) ? old : adult)
      if (kind === 'couple') this.#couple(family)
      if (kind === 'family') this.#family(family)
    }
    return this.people.slice(first)
  }

  /** Someone of a story, with a test number, at a home of their own unless one is given. */
  person(wanted: Wanted, family = this.familyName(), home = this.home()): Patient {
    return this.#add(this.#numbers.test(wanted), family, home)
  }

  #lives(family: string, home: Home, wanted: Wanted): Patient {
    return this.#add(this.#numbers.impossible(wanted), family, home)
  }

  #add(number: PersonalNumber, family: string, home: Home): Patient {
    const given = givenName(this.#random, number.sex, Number(number.id.slice(0, 4)))
    const patient = patientRow(number, given, family, home)
    this.#world.patient.push(patient)
    this.people.push(patient)
    return patient
  }

  #couple(family: string): void {
    const [born, home] = [this.#random.int(1932, 1985), this.home()]
    const wife = this.#lives(family, home, { from: born, to: born, sex: 'female' })
    const other = this.#random.chance(0.3) ? this.familyName() : family
    const husband = this.#lives(other, home, { from: born - 3, to: born, sex: 'male' })
    relate(this.#world, wife, husband, 'spouse', `${born + 28}-06-15`)
  }

  #family(family: string): void {
    const home = this.home()
    const parents = [this.#lives(family, home, { from: 1974, to: 1992, sex: 'female' })]
    if (this.#random.chance(0.8)) parents.push(this.#lives(family, home, { from: 1972, to: 1990, sex: 'male' }))
    for (let children = this.#random.int(1, 3); children > 0; children -= 1) {
      const child = this.#lives(family, home, { from: 2008, to: 2025 })
      for (const parent of parents) relate(this.#world, child, parent, 'parent', child.birth_date)
    }
  }
}

const old = { from: 1928, to: 1955 }
const adult = { from: 1956, to: 2004 }
