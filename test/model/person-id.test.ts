import { describe, expect, it, test } from 'vitest'
import {
  birthDate,
  formatPersonId,
  isDamagedBySpreadsheet,
  isPlaceholder,
  normalisePersonId,
  personIdTypes,
} from '../../src/model/person-id.ts'

const seenOn = '2024-06-01'

/** Skatteverket's test personal numbers; nobody has them. */
const testPersonalNumbers = `
  190001019801 190002289825 190003019817 190007049802 190008039802 190012319802 190703319814 190802299800
  190907059802 190912319811 191001019809 191102129119 192001059266 192012269243 192312139195 192401019183
  192402289223 192405299245 192412319218 192501019216 195503072026 196604072618 197001239297 198501139995
  198712092389 198802292394 198808112380 198808112398 199001012385 199008302615 199011102010 199102282382
  199705182385 199802092396 199902282392 199912312395 200304012396 200402292395 200403012396 200412312399
  201301042386 201301042394 201601012394 201601112392 201602292383 201701012393 201702012384 201803252384
  201902282399 202001012398 202002292387 202005312380
`
  .trim()
  .split(/\s+/)

/** Skatteverket's test coordination numbers: month 00, day 60, day 91, the 31st of short months, and plain ones. */
const testCoordinationNumbers = [
  { id: '191500722390', born: null },
  { id: '191600802399', born: null },
  { id: '191800852384', born: null },
  { id: '192200902399', born: null },
  { id: '193100602394', born: null },
  { id: '194000712382', born: null },
  { id: '195400662390', born: null },
  { id: '196000612389', born: null },
  { id: '191812602397', born: null },
  { id: '192001602396', born: null },
  { id: '192304602390', born: null },
  { id: '193412602397', born: null },
  { id: '194502602396', born: null },
  { id: '196009602399', born: null },
  { id: '192004912388', born: null },
  { id: '194209912387', born: null },
  { id: '191603912385', born: '1916-03-31' },
  { id: '191710912385', born: '1917-10-31' },
  { id: '197012732389', born: '1970-12-13' },
  { id: '202012902389', born: '2020-12-30' },
  { id: '202312912393', born: '2023-12-31' },
]

/** The same digits with a check digit that is wrong. */
function withWrongCheck(id: string): string {
  return id.slice(0, -1) + ((Number(id.slice(-1)) + 1) % 10)
}

/** A number in the ways that people write it. */
function writings(id: string): string[] {
  return [id, formatPersonId(id), ` ${id}\t`, `${id.slice(0, 8)} ${id.slice(8)}`, `${id.slice(0, 8)} - ${id.slice(8)}`]
}

describe('personal numbers', () => {
  test.each(testPersonalNumbers)('%s', (id) => {
    const personalNumber = { id, type: 'personal_number' }
    for (const writing of writings(id)) expect(normalisePersonId(writing, seenOn)).toEqual(personalNumber)
    const sign = Number(id.slice(0, 4)) <= 1924 ? '+' : '-'
    expect(normalisePersonId(`${id.slice(2, 8)}${sign}${id.slice(8)}`, seenOn)).toEqual(personalNumber)
    expect(birthDate({ id, type: 'personal_number' })).toBe(`${id.slice(0, 4)}-${id.slice(4, 6)}-${id.slice(6, 8)}`)
  })

  test.each(testPersonalNumbers)('%s with a wrong check digit is unknown, and one id in every writing', (id) => {
    const wrong = withWrongCheck(id)
    const unknown = { id: wrong, type: 'unknown' }
    for (const writing of writings(wrong)) expect(normalisePersonId(writing, seenOn)).toEqual(unknown)
    const sign = Number(id.slice(0, 4)) <= 1924 ? '+' : '-'
    expect(normalisePersonId(`${wrong.slice(2, 8)}${sign}${wrong.slice(8)}`, seenOn)).toEqual(unknown)
    expect(birthDate({ id: wrong, type: 'unknown' })).toBeNull()
  })

  it('takes a dash of a word processor, and blanks that do not show', () => {
    const personalNumber = { id: '199008302615', type: 'personal_number' }
    for (const dash of ['\u2010', '\u2011', '\u2013', '\u2014', '\u2015', '\u2212']) {
      expect(normalisePersonId(`19900830${dash}2615`, seenOn)).toEqual(personalNumber)
      expect(normalisePersonId(`900830${dash}2615`, seenOn)).toEqual(personalNumber)
    }
    for (const blank of ['\u00A0', '\uFEFF', '\u200B', '\u202F', '\u00AD', '\r\n', '\u0000', '\u007F']) {
      expect(normalisePersonId(`${blank}19900830${blank}2615${blank}`, seenOn)).toEqual(personalNumber)
    }
  })

  it('takes no other sign for a hyphen', () => {
    for (const sign of ['\u200F\u2016', '_', '/', '.', ',', '~', ':']) {
      expect(normalisePersonId(`900830${sign}2615`, seenOn).type, sign).toBe('unknown')
    }
  })

  it('has no birth number 000', () => {
    expect(normalisePersonId('201509160006', seenOn)).toEqual({ id: '201509160006', type: 'unknown' })
    // Others end with 00; nobody born in 1800 has had a number.
    expect(normalisePersonId('180001011006', seenOn).type).toBe('personal_number')
  })

  it('has no century but 18, 19 and 20', () => {
    for (const century of ['16', '17', '21', '22', '10', '28', '29']) {
      expect(normalisePersonId(`${century}0001019801`, seenOn).type).toBe('unknown')
    }
    expect(normalisePersonId('180001019801', seenOn).type).toBe('personal_number')
  })

  it('takes no separator but in its place', () => {
    for (const text of [
      '1990083-02615',
      '19900830-261',
      '9008-302615',
      '90083-02615',
      '19900830--2615',
      '+9008302615',
    ]) {
      expect(normalisePersonId(text, seenOn).type, text).toBe('unknown')
    }
  })
})

describe('coordination numbers', () => {
  test.each(testCoordinationNumbers)('$id', ({ id, born }) => {
    const coordinationNumber = { id, type: 'coordination_number' as const }
    for (const writing of writings(id)) expect(normalisePersonId(writing, seenOn)).toEqual(coordinationNumber)
    const sign = Number(id.slice(0, 4)) <= 1924 ? '+' : '-'
    expect(normalisePersonId(`${id.slice(2, 8)}${sign}${id.slice(8)}`, seenOn)).toEqual(coordinationNumber)
    expect(normalisePersonId(withWrongCheck(id), seenOn).type).toBe('unknown')
    expect(birthDate(coordinationNumber)).toBe(born)
  })
})

describe('a number that a number cell has taken the zero from', () => {
  test.each(['200304012396', '200402292395', '200403012396', '200412312399'])('%s', (id) => {
    expect(normalisePersonId(id.slice(3), seenOn)).toEqual({ id, type: 'personal_number' })
    const wrong = withWrongCheck(id.slice(3))
    expect(normalisePersonId(wrong, seenOn)).toEqual({ id: wrong, type: 'unknown' })
  })

  it('is as old as its youngest bearer', () => {
    expect(normalisePersonId('703319814', '2007-03-30')).toEqual({ id: '190703319814', type: 'personal_number' })
    expect(normalisePersonId('703319814', '2007-03-31').id).toBe('200703319814')
  })
})

describe('reserve numbers', () => {
  const vectors: [raw: string, id: string, type: string, born: string | null][] = [
    ['22950606FH20', '22950606FH20', 'national_reserve', '1995-06-06'],
    ['22950606-fh20', '22950606FH20', 'national_reserve', '1995-06-06'],
    ['25780404KHD5', '25780404KHD5', 'national_reserve', '1978-04-04'],
    ['00342145BZ31', '00342145BZ31', 'national_reserve', null],
    ['00749852 bzk0', '00749852BZK0', 'national_reserve', null],
    ['991981000010', '991981000010', 'local_reserve', null],
    ['99198100-0011', '991981000011', 'local_reserve', null],
    ['991945000023', '991945000023', 'local_reserve', null],
    ['19810829M071', '19810829M071', 'local_reserve', null],
    ['19810829-m071', '19810829M071', 'local_reserve', null],
    ['19810829SU3A', '19810829SU3A', 'local_reserve', null],
    ['19930829-SX0C', '19930829SX0C', 'local_reserve', null],
    ['12345678TA0A', '12345678TA0A', 'local_reserve', null],
    ['19930829T320', '19930829T320', 'local_reserve', null],
    ['198108320014', '198108320014', 'local_reserve', null],
    ['198108590012', '198108590012', 'local_reserve', null],
    ['00342140BZ36', '00342140BZ36', 'national_reserve', null],
    ['22951206FH22', '22951206FH22', 'national_reserve', '1995-12-06'],
    ['40950606FH28', '40950606FH28', 'national_reserve', '1995-06-06'],
    ['198101320011', '198101320011', 'local_reserve', null],
    ['198112320018', '198112320018', 'local_reserve', null],
    ['20241031000A', '20241031000A', 'local_reserve', null],
    ['00342159BZ34', '00342159BZ34', 'national_reserve', null],
    ['00342045BZ32', '00342045BZ32', 'national_reserve', null],
    ['23000229FH20', '23000229FH20', 'national_reserve', '2000-02-29'],
    ['97950606FH20', '97950606FH20', 'national_reserve', '1995-06-06'],
    ['98950606FH29', '98950606FH29', 'national_reserve', '2095-06-06'],
    ['991900000018', '991900000018', 'local_reserve', null],
    ['992299000016', '992299000016', 'local_reserve', null],
    ['19810832-0014', '198108320014', 'local_reserve', null],
    ['20240229000A', '20240229000A', 'local_reserve', null],
  ]
  test.each(vectors)('%s', (raw, id, type, born) => {
    const person = normalisePersonId(raw, seenOn)
    expect(person).toEqual({ id, type })
    expect(birthDate(person)).toBe(born)
  })

  test.each([
    ['22950606FH21', 'a wrong check digit'],
    ['25780404KHD4', 'a wrong check digit after letters'],
    ['22950606IH24', 'a letter that serials leave out'],
    ['22950606FO23', 'a letter that serials leave out'],
    ['25780404KHV5', 'a letter that serials leave out'],
    ['22950631FH29', 'the 31st of June'],
    ['24950606FH28', 'the century of nobody yet'],
    ['21950606FH21', 'a prefix kept apart from personal numbers'],
    ['00341945BZ35', 'an unknown date with month 19'],
    ['00342139BZ39', 'an unknown date with day 39'],
    ['00342160BZ31', 'an unknown date with day 60'],
    ['991981000012', 'neither check digit of Stockholm'],
    ['991899000010', 'Stockholm before its years'],
    ['991899000012', 'Stockholm before its years, in the older form'],
    ['992300000018', 'Stockholm after its years'],
    ['22000229FH21', 'the 29th of February 1900'],
    ['99950606FH28', 'a prefix after the last series'],
    ['22950606F1H3', 'a digit in the serial'],
    ['2295060AFH25', 'a letter in the date'],
    ['22950606FHÅ8', 'a letter outside A to Z'],
    ['168108320014', 'Carelink in a century of nobody'],
    ['198108320015', 'a wrong check digit of Carelink'],
    ['198113320017', 'month 13 of Carelink'],
    ['198100320012', 'month 00 of Carelink'],
    ['A2950606FH20', 'a letter for the century'],
    ['A2345678TA0A', 'a letter first among Örebro’s digits'],
    ['20230229000A', 'a date that is not'],
    ['20220229000A', 'a date that is not'],
    ['20231131000A', 'a date that is not'],
    ['20240229000[', 'a sign in place of a letter'],
    ['20240229000@', 'a sign in place of a letter'],
    ['20240229000Å', 'a letter outside A to Z'],
    ['12345678UA0A', 'a letter other than Örebro’s'],
    ['12345678TAAA', 'no digit in Örebro’s third place'],
    ['1234567XTA0A', 'a letter among Örebro’s digits'],
  ])('%s is unknown: %s', (raw) => {
    expect(normalisePersonId(raw, seenOn)).toEqual({ id: raw, type: 'unknown' })
  })
})

describe('anything else', () => {
  const vectors: [raw: string, id: string][] = [
    ['', ''],
    ['   ', ''],
    ['<none>', '<NONE>'],
    ['se2321000016-1000', 'SE2321000016-1000'],
    ['2321 000-016', '2321000-016'],
    ['232100-0016', '2321000016'],
    ['123456-1234', '1234561234'],
    ['1234567-1234', '12345671234'],
    ['12345678-1234', '123456781234'],
    ['12345-1234', '12345-1234'],
    ['123456789-1234', '123456789-1234'],
    ['a23456-1234', 'A23456-1234'],
    ['a008302615', 'A008302615'],
    ['12345a-1234', '12345A-1234'],
    ['123456+1234', '123456+1234'],
    ['1234567+1234', '1234567+1234'],
    ['12345678+1234', '123456781234'],
    ['patient 17', 'PATIENT17'],
    ['1,91212E+11', '1,91212E+11'],
    ['000000-0000', '0000000000'],
    ['304012397', '304012397'],
    ['٢٠١٧٠١٠١٢٣٩٣', '٢٠١٧٠١٠١٢٣٩٣'],
  ]
  test.each(vectors)('%j', (raw, id) => {
    expect(normalisePersonId(raw, seenOn)).toEqual({ id, type: 'unknown' })
  })
})

test.each(['1,91212E+11', '1.91212121212e+11', '2E+11', ' 1,9E+11 ', '191,2E+09', '1,9E+9', '1.91212121212E11'])(
  '%j is damaged by a spreadsheet',
  (raw) => {
    expect(isDamagedBySpreadsheet(raw)).toBe(true)
  },
)

test.each([
  '',
  'E',
  '199008302615',
  '19900830-2615',
  '12E11',
  '1E-05',
  '1,91212',
  'E+11',
  '22950606FH20',
  '1,2E+11x',
  '1912,1E+11',
  '1912E+11',
  '1,2E+1234',
])('%j is not damaged by a spreadsheet', (raw) => {
  expect(isDamagedBySpreadsheet(raw)).toBe(false)
})

test.each(['', '0', '0000000000', '000000000000', '9999999999', '999999999999', 'XXXX', '----', '<none>', '<NONE>'])(
  '%j stands for nobody',
  (id) => {
    expect(isPlaceholder(id)).toBe(true)
  },
)

test.each([
  '01',
  '001',
  '0010',
  '000000000001',
  '100000000000',
  '199008302615',
  'NONE',
  '<some>',
  '<none> ',
  'XXXY',
  '22950606FH20',
])('%j stands for somebody', (id) => {
  expect(isPlaceholder(id)).toBe(false)
})

test('an id is shown with a hyphen when it is twelve digits, and as it is otherwise', () => {
  expect(formatPersonId('199008302615')).toBe('19900830-2615')
  expect(formatPersonId('991981000010')).toBe('99198100-0010')
  for (const id of [
    '',
    '9008302615',
    '22950606FH20',
    'A23456789012',
    '19900830261:',
    '1990083/2615',
    '1990083026150',
    'SE2321000016',
  ])
    expect(formatPersonId(id)).toBe(id)
})

test('an id of another length than its type has no date of birth', () => {
  for (const type of personIdTypes) expect(birthDate({ id: '9008302615', type })).toBeNull()
})
