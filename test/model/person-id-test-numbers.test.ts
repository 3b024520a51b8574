import { describe, expect, it } from 'vitest'
import { formatPersonId, normalisePersonId } from '../../src/model/person-id.ts'
import { addDays } from '../../src/model/period.ts'

// Skatteverket adds test numbers each January. What is valid hangs on the day and the check digit, not on the serial
// between them: so each day there can be is tried, with a few serials that stand for all.
const serials = ['238', '239', '980', '999']
const pad = (number: number): string => String(number).padStart(2, '0')

/** The last digit of a number, by the modulus 10 method (SKV 704). */
function withCheckDigit(eleven: string): string {
  const sum = Array.from(eleven.slice(2), Number).reduce((total, digit, place) => {
    const product = digit * (place % 2 === 0 ? 2 : 1)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return `${eleven}${(10 - (sum % 10)) % 10}`
}

/** What a number becomes, when it is not what it was; as it stands, as people write it, and short with its century's sign. */
function faultsOf(id: string, type: string, seenOn: string): string[] {
  const age = Number(seenOn.slice(0, 4)) - Number(id.slice(0, 4))
  const forms = [id, formatPersonId(id), `${id.slice(2, 8)}${age >= 100 ? '+' : '-'}${id.slice(8)}`]
  return forms.filter((form) => {
    const read = normalisePersonId(form, seenOn)
    return read.id !== id || read.type !== type
  })
}

describe('every test number there can be', () => {
  it('is a personal number that comes back as it was', () => {
    const faults: string[] = []
    for (let day = '1890-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
      for (const serial of serials) {
        faults.push(...faultsOf(withCheckDigit(day.replaceAll('-', '') + serial), 'personal_number', '2026-12-31'))
      }
    }
    expect(faults).toEqual([])
  })

  it('is a coordination number, with months from 00 and days from 60, though no calendar has them', () => {
    const faults: string[] = []
    for (let year = 1914; year <= 2023; year++) {
      for (let month = 0; month <= 12; month++) {
        for (let day = 60; day <= 91; day++) {
          const id = withCheckDigit(`${year}${pad(month)}${pad(day)}238`)
          faults.push(...faultsOf(id, 'coordination_number', '2026-12-31'))
        }
      }
    }
    expect(faults).toEqual([])
  })
})
