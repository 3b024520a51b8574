import { stripVTControlCharacters } from 'node:util'
import { array, assert, integer, property, string, stringMatching } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../../src/model/language.ts'
import { plainText, textWidth, wrap } from '../../src/reports/plain-text.ts'
import { tableReport } from '../../src/reports/table.ts'
import { emptyReport, report } from './fixture.ts'

describe.each(languages)('in %s', (language) => {
  test.each([40, 60, 80, 100, 120])('no line is wider than %i columns', (columns) => {
    for (const given of [report, emptyReport]) {
      const lines = tableReport(given, language, { columns, color: false }).split('\n')
      for (const line of lines) expect(textWidth(line), line).toBeLessThanOrEqual(columns)
      for (const line of lines.filter((one) => /^[┌│├└]/.test(one))) expect(textWidth(line)).toBe(columns)
    }
  })

  test('no number is cut', () => {
    const space = language === 'sv' ? '\u00a0' : ','
    const text = tableReport(report, language, { columns: 40, color: false })
    for (const number of [`12${space}345`, `11${space}820`, `2${space}210`, `5${space}777`, `1${space}002`]) {
      expect(text).toContain(number)
    }
  })

  test('colour comes only when asked, and changes no word', () => {
    const plain = tableReport(report, language, { columns: 80, color: false })
    const painted = tableReport(report, language, { columns: 80, color: true })
    expect(painted).toContain('\u001b[')
    expect(stripVTControlCharacters(painted)).toBe(plain)
  })

  test('control characters of the data do not reach the terminal', () => {
    const text = tableReport(report, language, { columns: 80, color: false })
    // oxlint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
    expect(text).toContain('␛]0;x␇')
  })

  test('a protected person is a pseudonym', () => {
    expect(tableReport(report, language, { columns: 80, color: false })).not.toContain('Hemlig')
  })
})

test('names five units with a notice, and counts the others', () => {
  const [notice] = report.summary.unit_notices
  const [unfit] = report.summary.ill_fitting
  const of = (units: number) => ({
    ...report,
    summary: {
      ...report.summary,
      unit_notices: Array.from({ length: units }, () => notice!),
      ill_fitting: Array.from({ length: units + 1 }, () => unfit!),
    },
  })
  const starts = (units: number, part: string) =>
    tableReport(of(units), 'sv', { columns: 80, color: false })
      .replaceAll('\n  ', ' ')
      .split('\n')
      .filter((line) => line.startsWith('! ') && line.replaceAll('\u00a0', ' ').includes(part))
  expect(starts(300, 'saknar förklaring')).toHaveLength(5)
  expect(starts(300, '295 enheter till har troligen')).toHaveLength(1)
  expect(starts(300, 'ger en iakttagelse')).toHaveLength(5)
  expect(starts(300, 'På 296 ställen till')).toHaveLength(1)
  expect(starts(5, 'saknar förklaring')).toHaveLength(5)
  expect(starts(5, 'till har troligen')).toHaveLength(0)
  expect(starts(5, 'På 1 ställe till')).toHaveLength(1)
})

test('ends by saying how to go on and what a hit is', () => {
  const lines = tableReport(report, 'sv', { columns: 80, color: false }).trimEnd().split('\n').slice(-4)
  expect(lines).toEqual([
    'Visa underlaget: loggkoll explain FINDING',
    'Skriv rapporten: loggkoll report audit -o FILE.html',
    'Kontrollens beteckning: R-5c1e77aa90b2',
    'En träff är ett urvalskriterium, inte en misstanke.',
  ])
})

test('plainText keeps letters, spaces that hold, and joiners, and shows what else there was', () => {
  expect(plainText('Åsa O’Neill 12\u00a0345 👩\u200d⚕')).toBe('Åsa O’Neill 12\u00a0345 👩\u200d⚕')
  expect(plainText('a\u001b[2J\u0007\nb\u007f\u009bc\u202ed\u2028e\ufeff')).toBe('a␛[2J␇␊b␡�c�d�e�')
})

test('plainText leaves no control or turning character of any text', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      expect(plainText(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u)
      expect(plainText(plainText(text))).toBe(plainText(text))
    }),
  )
})

test('wrap keeps every word in order, and the columns', () => {
  assert(
    property(array(stringMatching(/^[a-zåäö0-9\u00a0]{1,12}$/)), integer({ min: 14, max: 60 }), (words, columns) => {
      const lines = wrap(words.join(' '), columns, '  ')
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(columns)
      expect(lines.map((line) => line.slice(2)).join(' ')).toBe(words.join(' '))
    }),
  )
})

test('only a word longer than the line is cut', () => {
  expect(wrap('ab abcdefghij cd', 6)).toEqual(['ab', 'abcdef', 'ghij', 'cd'])
})

test.each([
  ['', 0],
  ['Åsa Öhrn – 12\u00a0345', 17],
  ['A\u030asa', 3],
  ['©', 1],
  ['看护', 4],
  ['👩‍⚕️', 2],
])('%s is %i columns wide', (text, columns) => {
  expect(textWidth(text)).toBe(columns)
})
