import { describe, expect, it, test } from 'vitest'
import { normalisePersonId } from '../../src/model/person-id.ts'

/** All numbers are Skatteverket's test numbers, or such a number with another day and the check digit that day asks. */
function withDay(id: string, monthAndDay: string): string {
  const stem = id.slice(0, 4) + monthAndDay + id.slice(8, 11)
  let sum = 0
  for (const [place, digit] of stem.slice(2).split('').entries()) {
    const product = Number(digit) * (place % 2 === 0 ? 2 : 1)
    sum += product > 9 ? product - 9 : product
  }
  return stem + ((10 - (sum % 10)) % 10)
}

const short = (id: string, sign: string): string => `${id.slice(2, 8)}${sign}${id.slice(8)}`
const idOf = (raw: string, seenOn: string): string => normalisePersonId(raw, seenOn).id

describe('ten digits are the youngest person who can have been seen that day', () => {
  const vectors: [id: string, seenOn: string, century: string][] = [
    // Born on the day, the day before it, and a hundred years later.
    ['202005312380', '2020-05-31', '20'],
    ['202005312380', '2020-05-30', '19'],
    ['202005312380', '2020-06-01', '20'],
    ['202005312380', '2119-12-31', '20'],
    ['192405299245', '2024-05-28', '19'],
    ['192405299245', '2024-05-29', '20'],
    ['192405299245', '2024-05-30', '20'],
    ['192412319218', '2024-12-30', '19'],
    ['192412319218', '2024-12-31', '20'],
    ['192501019216', '2024-12-31', '19'],
    ['192501019216', '2025-01-01', '20'],
    ['199912312395', '1999-12-30', '18'],
    ['199912312395', '1999-12-31', '19'],
    ['199912312395', '2000-01-01', '19'],
    ['190001019801', '1999-12-31', '19'],
    ['190001019801', '2000-01-01', '20'],
    // An earlier month with a later day, and the other way round.
    ['192012269243', '2020-11-30', '19'],
    ['192405299245', '2024-06-01', '20'],
    // The 29th of February.
    ['200402292395', '2004-02-28', '19'],
    ['200402292395', '2004-02-29', '20'],
    ['202002292387', '2020-02-28', '19'],
    ['202002292387', '2020-03-01', '20'],
    ['198802292394', '2087-12-31', '19'],
    // The centuries that numbers have.
    ['190001019801', '1800-01-01', '18'],
    ['199912312395', '2099-12-31', '20'],
  ]
  test.each(vectors)('%s seen on %s is of century %s', (id, seenOn, century) => {
    const expected = { id: century + id.slice(2), type: 'personal_number' }
    expect(normalisePersonId(id.slice(2), seenOn)).toEqual(expected)
    expect(normalisePersonId(short(id, '-'), seenOn)).toEqual(expected)
    // A time of day after the date changes nothing.
    expect(normalisePersonId(short(id, '-'), `${seenOn}T23:59:59`)).toEqual(expected)
    expect(normalisePersonId(id, seenOn)).toEqual({ id, type: 'personal_number' })
  })
})

describe('a plus is the year the person turns 100 and after', () => {
  const vectors: [id: string, seenOn: string, born: string][] = [
    ['192412319218', '2024-01-01', '1924'],
    ['192412319218', '2024-12-31', '1924'],
    ['192412319218', '2025-01-01', '1924'],
    ['192401019183', '2024-01-01', '1924'],
    ['190001019801', '2024-06-01', '1900'],
    ['190001019801', '1999-12-31', '1900'],
    ['190001019801', '2000-01-01', '1900'],
    ['202005312380', '2120-01-01', '2020'],
    ['202005312380', '2119-12-31', '2020'],
    ['190802299800', '2008-01-01', '1908'],
    // The log was exported in a later year than the event, with the sign of that later year.
    ['192501019216', '2024-12-31', '1925'],
    ['192412319218', '2023-12-31', '1924'],
    ['199912312395', '2090-01-01', '1999'],
    // Nobody is older than 150 years, even as a name in an archive.
    ['197001239297', '2020-01-01', '1870'],
    ['197001239297', '2021-01-01', '1970'],
  ]
  test.each(vectors)('%s seen on %s is born in %s', (id, seenOn, born) => {
    expect(normalisePersonId(short(id, '+'), seenOn)).toEqual({ id: born + id.slice(4), type: 'personal_number' })
    expect(normalisePersonId(`${id.slice(0, 8)}+${id.slice(8)}`, seenOn)).toEqual({ id, type: 'personal_number' })
  })
})

describe('a coordination number', () => {
  const vectors: [id: string, seenOn: string, century: string][] = [
    // Neither a month nor a day that is not known makes anyone unborn.
    ['192200902399', '2022-01-01', '20'],
    ['192200902399', '2021-12-31', '19'],
    ['193100602394', '2031-01-01', '20'],
    ['193100602394', '2030-12-31', '19'],
    ['192001602396', '2020-01-01', '20'],
    ['192304602390', '2023-04-01', '20'],
    ['192304602390', '2023-03-31', '19'],
    // Day 90 is the 30th and day 91 the 31st.
    ['202012902389', '2020-12-29', '19'],
    ['202012902389', '2020-12-30', '20'],
    ['202312912393', '2023-12-30', '19'],
    ['202312912393', '2023-12-31', '20'],
    // The 31st of April is past when May comes.
    ['192004912388', '2020-04-30', '19'],
    ['192004912388', '2020-05-01', '20'],
  ]
  test.each(vectors)('%s seen on %s is of century %s', (id, seenOn, century) => {
    const expected = { id: century + id.slice(2), type: 'coordination_number' }
    expect(normalisePersonId(id.slice(2), seenOn)).toEqual(expected)
    expect(normalisePersonId(short(id, '-'), seenOn)).toEqual(expected)
  })

  test.each([
    ['0460', 'coordination_number'],
    ['0060', 'coordination_number'],
    ['1260', 'coordination_number'],
    ['1291', 'coordination_number'],
    ['0091', 'coordination_number'],
    ['0292', 'unknown'],
    ['1292', 'unknown'],
    ['1360', 'unknown'],
    ['1299', 'unknown'],
    ['1231', 'personal_number'],
    ['1301', 'unknown'],
    ['0001', 'unknown'],
    ['0100', 'unknown'],
    ['0431', 'unknown'],
    ['0631', 'unknown'],
    ['0931', 'unknown'],
    ['1131', 'unknown'],
    ['0731', 'personal_number'],
    ['0831', 'personal_number'],
    ['0230', 'unknown'],
    ['0229', 'personal_number'],
  ])('month and day %s of 2020 with a right check digit: %s', (monthAndDay, type) => {
    const id = withDay('202001012398', monthAndDay)
    expect(normalisePersonId(id, '2024-06-01')).toEqual({ id, type })
    expect(normalisePersonId(`${id.slice(0, 8)}-${id.slice(8)}`, '2024-06-01')).toEqual({ id, type })
    const unresolved = type === 'unknown' ? id.slice(2) : id
    expect(normalisePersonId(short(id, '-'), '2024-06-01')).toEqual({ id: unresolved, type })
    expect(normalisePersonId(id.slice(2), '2024-06-01')).toEqual({ id: unresolved, type })
  })
})

describe('the 29th of February', () => {
  it('is in 2000 and not in 1900, 1901 or 2100', () => {
    for (const [year, type] of [
      ['2000', 'personal_number'],
      ['2004', 'personal_number'],
      ['1900', 'unknown'],
      ['1901', 'unknown'],
      ['1902', 'unknown'],
      ['2003', 'unknown'],
    ] as const) {
      const id = withDay(`${year}01012398`, '0229')
      expect(normalisePersonId(id, '2024-06-01'), id).toEqual({ id, type })
    }
  })

  it('of a year 00 that has none leaves the ten digits as they are', () => {
    const id = withDay('200001012398', '0229')
    expect(idOf(short(id, '-'), '2000-02-29')).toBe(id)
    expect(normalisePersonId(short(id, '-'), '2000-02-28')).toEqual({ id: id.slice(2), type: 'unknown' })
  })
})

describe('without a day to resolve against', () => {
  it('finds nobody of a later century', () => {
    expect(normalisePersonId('0001019801', '2100-01-01')).toEqual({ id: '0001019801', type: 'unknown' })
  })

  it.each(['', '2', '20', 'when', '0000-00-00', '1700-01-01', '9999-12-31', '-001-01-01'])('%j', (seenOn) => {
    expect(normalisePersonId('9008302615', seenOn)).toEqual({ id: '9008302615', type: 'unknown' })
    expect(normalisePersonId('900830-2615', seenOn)).toEqual({ id: '9008302615', type: 'unknown' })
    expect(normalisePersonId('19900830-2615', seenOn)).toEqual({ id: '199008302615', type: 'personal_number' })
  })
})
