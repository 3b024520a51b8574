import { readFileSync } from 'node:fs'
import type { Random } from './random.ts'

export type Sex = 'female' | 'male'

export interface PersonalNumber {
  readonly id: string
  /** Empty where a coordination number leaves the month open. */
  readonly born: string
  readonly sex: Sex
}

export interface Wanted {
  readonly from: number
  readonly to: number
  readonly sex?: Sex
}

/** Skatteverket's test numbers, each handed out once: nobody alive may turn up in the sample. */
export class NumberPool {
  readonly #random: Random
  readonly #numbers: PersonalNumber[]
  readonly #coordination: PersonalNumber[]

  constructor(path: string, random: Random) {
    this.#random = random
    const ids = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => /^\d/.test(line))
    this.#numbers = ids.filter((id) => !isCoordination(id)).map(personalNumber)
    this.#coordination = ids.filter(isCoordination).map(personalNumber)
  }

  /** Someone born in these years, or else as near them as the numbers that are left allow. */
  take({ from, to, sex }: Wanted): PersonalNumber {
    const fit = this.#numbers.filter(({ id, sex: own }) => {
      const year = Number(id.slice(0, 4))
      return year >= from && year <= to && (sex === undefined || own === sex)
    })
    if (fit.length === 0 && to - from < 100) return this.take({ from: from - 1, to: to + 1, ...(sex && { sex }) })
    const taken = this.#random.pick(fit)
    this.#numbers.splice(this.#numbers.indexOf(taken), 1)
    return taken
  }

  takeCoordination(): PersonalNumber {
    const taken = this.#coordination.shift()
    if (!taken) throw new Error('no coordination number is left')
    return taken
  }
}

function isCoordination(id: string): boolean {
  return Number(id.slice(6, 8)) > 60
}

function personalNumber(id: string): PersonalNumber {
  const day = String(Number(id.slice(6, 8)) % 60).padStart(2, '0')
  const month = id.slice(4, 6)
  return {
    id,
    born: month === '00' ? '' : `${id.slice(0, 4)}-${month}-${day}`,
    sex: Number(id[10]) % 2 ? 'male' : 'female',
  }
}

/** A national reserve number (NRID) from its first eleven characters: the last is a Luhn digit in which a letter counts as its code. */
export function reserveNumber(start: string): string {
  const sum = Array.from(start)
    .toReversed()
    .reduce((total, character, place) => {
      const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0)
      const product = String(value * (place % 2 ? 1 : 2))
      return total + Array.from(product).reduce((digits, digit) => digits + Number(digit), 0)
    }, 0)
  return `${start}${(10 - (sum % 10)) % 10}`
}

/** A patient id as the journal system writes it: eight digits, a hyphen, four; a reserve number as it is. */
export function asLogged(id: string): string {
  return /^\d{12}$/.test(id) ? `${id.slice(0, 8)}-${id.slice(8)}` : id
}
