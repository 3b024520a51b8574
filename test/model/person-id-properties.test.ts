import * as fc from 'fast-check'
import personnummer from 'personnummer'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  birthDate,
  formatPersonId,
  isPlaceholder,
  normalisePersonId,
  personIdTypes,
} from '../../src/model/person-id.ts'

// The types of the package put the class one `default` deeper than Node finds it.
const Personnummer = personnummer as unknown as typeof personnummer.default

const runs = { numRuns: 2_000 }

const pad = (number: number, length: number): string => String(number).padStart(length, '0')

const isoDay = (from: string, to: string): fc.Arbitrary<string> =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

const seenOn = isoDay('2000-01-01', '2099-12-31')

/** Only serials that Skatteverket keeps for its test numbers. */
const serial = fc.constantFrom('238', '239', '980', '981')

const checkDigit = fc.integer({ min: 0, max: 9 }).map(String)

/** Twelve digits with a real day, and a check digit that is right one time in ten. */
const dated = fc
  .tuple(isoDay('1900-01-01', '2029-12-31'), serial, checkDigit)
  .map(([day, number, check]) => day.replaceAll('-', '') + number + check)

/** Twelve digits with months and days on both sides of every bound. */
const nearlyDated = fc
  .tuple(
    fc.integer({ min: 1900, max: 2029 }),
    fc.integer({ min: 0, max: 14 }),
    fc.integer({ min: 0, max: 99 }),
    serial,
    checkDigit,
  )
  .map(([year, month, day, number, check]) => `${year}${pad(month, 2)}${pad(day, 2)}${number}${check}`)

/** Text that looks like a number often enough to reach every branch. */
const numberLike = fc
  .array(fc.constantFrom(...'0123456789', ...'0123', ...'-+ ', ...'ATKsMXBZ', '\u2013', '\u00A0', 'ß', '0', '9'), {
    maxLength: 14,
  })
  .map((characters) => characters.join(''))

const withTail = fc
  .tuple(nearlyDated, fc.string({ minLength: 4, maxLength: 4, unit: fc.constantFrom(...'0123456789ATKMXSFIOÅt') }))
  .map(([id, tail]) => id.slice(0, 8) + tail)

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  numberLike,
  dated,
  nearlyDated,
  withTail,
  dated.map((id) => id.slice(3)),
  dated.map((id) => `${id.slice(2, 8)}-${id.slice(8)}`),
  withTail.map((id) => `${id.slice(0, 8)}-${id.slice(8)}`),
)

describe('any text at all', () => {
  it('has a normal form, which is its own normal form', () => {
    fc.assert(
      fc.property(anyText, seenOn, (text, day) => {
        const person = normalisePersonId(text, day)
        expect(personIdTypes).toContain(person.type)
        expect(person.id).not.toMatch(/\s/)
        expect(normalisePersonId(person.id, day)).toEqual(person)
        expect(birthDate(person) ?? '2000-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/)
        expect(normalisePersonId(formatPersonId(person.id), day)).toEqual(person)
        expect(typeof isPlaceholder(person.id)).toBe('boolean')
      }),
      { numRuns: 6_000 },
    )
  })

  it('has one even when the day is any text', () => {
    fc.assert(
      fc.property(anyText, fc.string({ unit: 'binary', maxLength: 12 }), (text, day) => {
        const person = normalisePersonId(text, day)
        expect(normalisePersonId(person.id, day)).toEqual(person)
      }),
      runs,
    )
  })

  it('is the same in small letters and with blanks between', () => {
    fc.assert(
      fc.property(fc.oneof(numberLike, withTail, dated), seenOn, (text, day) => {
        const person = normalisePersonId(text, day)
        expect(normalisePersonId([...text].join(' '), day)).toEqual(person)
        expect(normalisePersonId(text.toUpperCase().toLowerCase(), day)).toEqual(person)
      }),
      runs,
    )
  })
})

describe('twelve digits', () => {
  it('are themselves on any day', () => {
    fc.assert(
      fc.property(fc.oneof(dated, nearlyDated), seenOn, seenOn, (id, day, otherDay) => {
        expect(normalisePersonId(id, day).id).toBe(id)
        expect(normalisePersonId(id, otherDay)).toEqual(normalisePersonId(id, day))
      }),
      runs,
    )
  })

  it('agree with the forms of ten, with and without a hyphen, for anyone who is 0 to 99 that day', () => {
    fc.assert(
      fc.property(dated, seenOn, (id, day) => {
        const born = `${id.slice(0, 4)}-${id.slice(4, 6)}-${id.slice(6, 8)}`
        const hundred = Number(id.slice(0, 4)) + 100 + born.slice(4)
        fc.pre(born <= day && day < hundred)
        const person = normalisePersonId(id, day)
        expect(normalisePersonId(id.slice(2), day)).toEqual(person)
        expect(normalisePersonId(`${id.slice(2, 8)}-${id.slice(8)}`, day)).toEqual(person)
        expect(normalisePersonId(`${id.slice(0, 8)}-${id.slice(8)}`, day)).toEqual(person)
        if (person.type !== 'unknown' && id[2] === '0') {
          expect(normalisePersonId(id.slice(3), day)).toEqual(person)
        }
      }),
      runs,
    )
  })

  it('agree with the form with a plus from the year of the hundredth birthday', () => {
    fc.assert(
      fc.property(dated, fc.integer({ min: 100, max: 150 }), isoDay('2001-01-01', '2001-12-31'), (id, age, day) => {
        const year = Number(id.slice(0, 4)) + age
        const seen = year + day.slice(4)
        expect(normalisePersonId(`${id.slice(2, 8)}+${id.slice(8)}`, seen)).toEqual(normalisePersonId(id, seen))
      }),
      runs,
    )
  })
})

describe('the package personnummer', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('finds the same personal numbers, and never a coordination number that we do not', () => {
    fc.assert(
      fc.property(fc.oneof(dated, nearlyDated), seenOn, (id, day) => {
        const { type } = normalisePersonId(id, day)
        const known = Personnummer.valid(id)
        const isCoordination = known && Personnummer.parse(id).isCoordinationNumber()
        expect(type === 'personal_number').toBe(known && !isCoordination)
        if (isCoordination) expect(type).toBe('coordination_number')
        // What it leaves out: month 00, day 60, days that the month lacks.
        if (type === 'coordination_number' && !known) expect(birthDate({ id, type })).toBeNull()
      }),
      { numRuns: 6_000 },
    )
  })

  it('finds the same century when its today is the day of the event', () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    fc.assert(
      fc.property(dated, fc.constantFrom('', '-', '+'), seenOn, (id, sign, day) => {
        const text = id.slice(2, 8) + sign + id.slice(8)
        vi.setSystemTime(`${day}T12:00:00Z`)
        fc.pre(Personnummer.valid(text))
        const theirs = Personnummer.parse(text).format(true)
        // It knows the year only: it gives people who are not born yet, and people of up to 199 years.
        const born = `${theirs.slice(0, 4)}-${theirs.slice(4, 6)}-${theirs.slice(6, 8)}`
        fc.pre(born <= day && Number(day.slice(0, 4)) - Number(theirs.slice(0, 4)) <= 150)
        expect(normalisePersonId(text, day)).toEqual({ id: theirs, type: 'personal_number' })
      }),
      { numRuns: 1_000 },
    )
  })
})
