import { isDate } from './calendar.ts'
import { digitAt, hasDigits, luhnFits, numberIn } from './digits.ts'

/** Letters that the serial of a national reserve number leaves out, as they are mistaken for others. */
const lettersNotInSerials = 'IOQVW'

/**
 * Whether twelve characters are a national reserve number (NRID, OID 1.2.752.74.9.1), `XXYYMMDDNNGC`: a shifted century
 * and a date of birth, or 00 and a running number; two letters; a digit or letter for sex; a check digit.
 */
export function isNationalReserve(id: string): boolean {
  if (id.length !== 12 || !hasDigits(id, 0, 8)) return false
  if (!isSerialLetter(id, 8) || !isSerialLetter(id, 9)) return false
  if (!hasDigits(id, 10, 11) && !isSerialLetter(id, 10)) return false
  const month = numberIn(id, 4, 6)
  const day = numberIn(id, 6, 8)
  const dated =
    numberIn(id, 0, 2) === 0 ? month >= 20 && day >= 40 && day <= 59 : isDate(nationalReserveYear(id), month, day)
  return dated && luhnFits(id, 0, 12)
}

/** The year of birth in a national reserve number; NaN when it holds none. */
export function nationalReserveYear(id: string): number {
  const prefix = numberIn(id, 0, 2)
  // 19 becomes 22, 25, 28 …; 20 becomes 23, 26, 29 …; the third series belongs to the next century.
  if (prefix < 22 || prefix % 3 === 0) return Number.NaN
  return (prefix % 3 === 1 ? 1900 : 2000) + numberIn(id, 2, 4)
}

/**
 * Whether twelve characters are a local reserve number of a form that is published: Region Stockholm, Inera (Carelink),
 * Region Örebro län, or a date and four characters with a letter among them. The last is Region Skåne's, and so wide
 * that it holds Västra Götaland's, Värmland's and interim numbers too: no check digit can be asked of it.
 */
export function isLocalReserve(id: string): boolean {
  if (id.length !== 12 || !hasDigits(id, 0, 8)) return false
  if (hasDigits(id, 8, 12)) return isStockholmReserve(id) || isCarelinkReserve(id)
  for (let place = 8; place < 12; place += 1) if (!hasDigits(id, place, place + 1) && !isLetter(id, place)) return false
  return isDateOfCentury(id) || isOrebroReserve(id)
}

/** `99yyyyNNNNNC`, where the check digit covers places 5 to 11, or all of 1 to 11 in the older description. */
function isStockholmReserve(id: string): boolean {
  const year = numberIn(id, 2, 6)
  return numberIn(id, 0, 2) === 99 && year >= 1900 && year <= 2299 && (luhnFits(id, 4, 12) || luhnFits(id, 0, 12))
}

/** `yyyymmxxNNNC`, where xx is 32 to 59 and so never a day. */
function isCarelinkReserve(id: string): boolean {
  const month = numberIn(id, 4, 6)
  const day = numberIn(id, 6, 8)
  return isCentury(id) && month >= 1 && month <= 12 && day >= 32 && day <= 59 && luhnFits(id, 2, 12)
}

/** Eight digits of any kind, `T`, a letter or digit, a digit, a letter or digit. */
function isOrebroReserve(id: string): boolean {
  return id[8] === 'T' && hasDigits(id, 10, 11)
}

function isDateOfCentury(id: string): boolean {
  return isCentury(id) && isDate(numberIn(id, 0, 4), numberIn(id, 4, 6), numberIn(id, 6, 8))
}

/** Whether an id starts with a century that people in the population register are born in. */
export function isCentury(id: string): boolean {
  const first = digitAt(id, 0)
  const second = digitAt(id, 1)
  return first === 1 ? second === 8 || second === 9 : first === 2 && second === 0
}

function isLetter(id: string, place: number): boolean {
  const code = id.charCodeAt(place)
  return code >= 65 && code <= 90
}

function isSerialLetter(id: string, place: number): boolean {
  return isLetter(id, place) && !lettersNotInSerials.includes(id.charAt(place))
}
