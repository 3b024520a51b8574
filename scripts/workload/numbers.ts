import { join } from 'node:path'
import { NumberPool, type PersonalNumber, type Sex, type Wanted } from '../samples/personal-numbers.ts'
import type { Random } from '../samples/random.ts'

/**
 * Who people are. Staff, their families and everyone in a story have Skatteverket's test numbers. There are 657 of those,
 * so that the thousands of other patients have twelve digits with a month from 13 to 19: no personal number, coordination
 * number or reserve number has such a month, so they are nobody's, and ingest keeps them as `unknown` ids that join as
 * any other. A month 00 would not do: Skatteverket does give it to people whose month of birth is not known.
 */
export class Numbers {
  readonly #pool: NumberPool
  readonly #random: Random
  readonly #given = new Set<string>()

  constructor(random: Random) {
    this.#random = random
    this.#pool = new NumberPool(join(import.meta.dirname, '..', 'samples', 'test-numbers.txt'), random.fork('pool'))
  }

  test(wanted: Wanted): PersonalNumber {
    return this.#pool.take(wanted)
  }

  impossible({ from, to, sex = this.#random.chance(0.5) ? 'male' : 'female' }: Wanted): PersonalNumber {
    const year = this.#random.int(from, to)
    const id = `${year}${this.#random.int(13, 19)}${two(this.#random.int(1, 28))}${this.#tail(sex)}`
    if (this.#given.has(id)) return this.impossible({ from, to, sex })
    this.#given.add(id)
    return { id, born: `${year}-${two(this.#random.int(1, 12))}-${two(this.#random.int(1, 28))}`, sex }
  }

  #tail(sex: Sex): string {
    const digit = this.#random.int(0, 4) * 2 + (sex === 'male' ? 1 : 0)
    return `${two(this.#random.int(0, 99))}${digit}${this.#random.int(0, 9)}`
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
