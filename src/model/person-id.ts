import { birthYear, birthYearOfPlus } from './person-id/birth-year.ts'
import { isDate } from './person-id/calendar.ts'
import { hasDigits, luhnFits, numberIn } from './person-id/digits.ts'
import { isCentury, isLocalReserve, isNationalReserve, nationalReserveYear } from './person-id/reserve-numbers.ts'

/** The kinds of number that stand for a person in Swedish health care. */
export const personIdTypes = [
  'personal_number',
  'coordination_number',
  'national_reserve',
  'local_reserve',
  'unknown',
] as const

/** One kind of number that stands for a person. */
type PersonIdType = (typeof personIdTypes)[number]

/** A person's number in the normal form that joins tables, and what kind of number it is. */
export type PersonId = { id: string; type: PersonIdType }

/**
 * The normal form of a person's number as somebody wrote it, its century resolved against the local day of the event.
 * It takes any text: what fits no rule is `unknown` and still a join key.
 */
export function normalisePersonId(raw: string, seenOn: string): PersonId {
  const text = tidied(raw)
  switch (text.length) {
    case 9:
      return withLostZero(text, seenOn) ?? unknown(text)
    case 10:
      return fromTenDigits(text, '-', seenOn) ?? unknown(text)
    case 11:
      return fromParts(text, 6, seenOn)
    case 12:
      return isHyphen(text.charCodeAt(7)) ? fromParts(text, 7, seenOn) : { id: text, type: typeOf(text) }
    case 13:
      return fromParts(text, 8, seenOn)
    default:
      return unknown(text)
  }
}

/** Whether a spreadsheet has made the number a power of ten, as in `1,91212E+11`, and so lost who it was. */
export function isDamagedBySpreadsheet(raw: string): boolean {
  return /^\s*\d{1,3}(?:[.,]\d+E\+?|E\+)\d{1,3}\s*$/i.test(raw)
}

/** Whether an id stands for nobody: empty, `<none>`, or one and the same character throughout. */
export function isPlaceholder(id: string): boolean {
  const first = id.charCodeAt(0)
  for (let place = 1; place < id.length; place += 1) {
    if (id.charCodeAt(place) !== first) return id.length === 6 && id.toLowerCase() === '<none>'
  }
  return true
}

/** The date of birth that an id holds, or null: a local reserve number has a date, but does not say of what. */
export function birthDate({ id, type }: PersonId): string | null {
  if (id.length !== 12) return null
  switch (type) {
    case 'personal_number':
      return isoDate(numberIn(id, 0, 4), numberIn(id, 4, 6), numberIn(id, 6, 8))
    case 'coordination_number':
      return isoDate(numberIn(id, 0, 4), numberIn(id, 4, 6), numberIn(id, 6, 8) - 60)
    case 'national_reserve':
      return isoDate(nationalReserveYear(id), numberIn(id, 4, 6), numberIn(id, 6, 8))
    case 'local_reserve':
    case 'unknown':
      return null
  }
}

/** An id as people read it, `yyyymmdd-nnnn`; one that is not twelve digits stays as it is. */
export function formatPersonId(id: string): string {
  return id.length === 12 && hasDigits(id, 0, 12) ? `${id.slice(0, 8)}-${id.slice(8)}` : id
}

function unknown(id: string): PersonId {
  return { id, type: 'unknown' }
}

/** A number with a sign before its last four characters: six with its century to be found, or seven, or eight. */
function fromParts(text: string, signPlace: 6 | 7 | 8, seenOn: string): PersonId {
  const hyphen = isHyphen(text.charCodeAt(signPlace))
  if (!hyphen && text[signPlace] !== '+') return unknown(text)
  const joined = text.slice(0, signPlace) + text.slice(signPlace + 1)
  if (signPlace === 6) {
    const person = fromTenDigits(joined, hyphen ? '-' : '+', seenOn)
    if (person !== null) return person
  } else if (signPlace === 8) {
    const type = typeOf(joined)
    if (type !== 'unknown') return { id: joined, type }
  }
  const signSaysNothing = hyphen || signPlace === 8
  return unknown(signSaysNothing && hasDigits(joined, 0, joined.length) ? joined : text)
}

/** Twelve digits from ten, if these begin with a day: a wrong check digit must not part an id from its longer twin. */
function fromTenDigits(ten: string, sign: '-' | '+', seenOn: string): PersonId | null {
  if (!hasDigits(ten, 0, 10)) return null
  const twoDigits = numberIn(ten, 0, 2)
  const month = numberIn(ten, 2, 4)
  const day = numberIn(ten, 4, 6)
  const dayOfBirth = day >= 60 ? day - 60 : day
  const year = sign === '+' ? birthYearOfPlus(twoDigits, seenOn) : birthYear(twoDigits, month, dayOfBirth, seenOn)
  if (!(year >= 1800 && year <= 2099)) return null
  if (!isDate(year, month, day) && !isCoordinationDay(month, day)) return null
  const id = Math.floor(year / 100) + ten
  return { id, type: typeOf(id) }
}

/** A number cell drops the zero that the years 01 to 09 begin with; only a check digit that fits proves it. */
function withLostZero(nine: string, seenOn: string): PersonId | null {
  const person = fromTenDigits(`0${nine}`, '-', seenOn)
  return person === null || person.type === 'unknown' ? null : person
}

function typeOf(id: string): PersonIdType {
  if (hasDigits(id, 0, 12) && isCentury(id) && luhnFits(id, 2, 12) && numberIn(id, 8, 11) !== 0) {
    const month = numberIn(id, 4, 6)
    const day = numberIn(id, 6, 8)
    if (isDate(numberIn(id, 0, 4), month, day)) return 'personal_number'
    if (isCoordinationDay(month, day)) return 'coordination_number'
  }
  if (isNationalReserve(id)) return 'national_reserve'
  return isLocalReserve(id) ? 'local_reserve' : 'unknown'
}

/** Skatteverket sets month 00 or day 60 when it does not know them, and days that the month lacks do occur. */
function isCoordinationDay(month: number, day: number): boolean {
  return month <= 12 && day >= 60 && day <= 91
}

function isoDate(year: number, month: number, day: number): string | null {
  if (!isDate(year, month, day)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The text in upper case without blanks, control characters and marks that do not show. */
function tidied(raw: string): string {
  for (let place = 0; place < raw.length; place += 1) {
    const code = raw.charCodeAt(place)
    // Anything but a visible ASCII character that is not a small letter takes the slow way.
    if (code <= 32 || code >= 127 || (code >= 97 && code <= 122)) {
      return raw.replaceAll(/[\s\p{Cc}\p{Cf}]/gu, '').toUpperCase()
    }
  }
  return raw
}

/** The hyphen, or a dash that a word processor has put in its place. */
function isHyphen(code: number): boolean {
  return code === 45 || (code >= 0x2010 && code <= 0x2015) || code === 0x2212
}
