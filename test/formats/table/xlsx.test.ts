import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Fault } from '../../../src/model/fault.ts'
import { copied, copiedBytes } from './copied-workbook.ts'
import { type MadeWorkbook, textRow } from './make-workbook.ts'

describe('a sheet', () => {
  it('numbers its rows as the spreadsheet does, and passes empty ones by', async () => {
    const sheet =
      textRow(1, 'a', 'b') + textRow(3, '1', '2') + textRow(4, '', ' ') + '<row><c/></row>' + textRow(9, '', '3')
    const { rows } = await copied({ sheets: { Logg: sheet } })
    expect(rows).toEqual([
      { place: 3, values: ['1', '2'] },
      { place: 9, values: ['', '3'] },
    ])
  })

  it('may have a title above its header', async () => {
    const sheet =
      textRow(2, 'Loggrapport') +
      textRow(3, '', 'mars 2026') +
      textRow(5, ' Tid\n punkt', '', 'b') +
      textRow(6, '1', '2', '3')
    const { headers, rows } = await copied({ sheets: { Logg: sheet } })
    expect(headers).toEqual(['Tid punkt', '', 'b'])
    expect(rows).toEqual([{ place: 6, values: ['1', '2', '3'] }])
  })

  it('of one column has its header on the first row', async () => {
    const many = Array.from({ length: 30 }, (_, row) => textRow(row + 2, String(row))).join('')
    const { headers, rows } = await copied({ sheets: { Logg: textRow(1, 'id') + many } })
    expect(headers).toEqual(['id'])
    expect(rows).toHaveLength(30)
  })

  it('is read as wide as its header', async () => {
    const { rows } = await copied({
      sheets: { Logg: textRow(1, 'a', 'b') + textRow(2, '1', '2', 'a note beside') + textRow(3, '3') },
    })
    expect(rows.map(({ values }) => values)).toEqual([
      ['1', '2'],
      ['3', ''],
    ])
  })

  it('may be larger than a piece of the file', async () => {
    const many = Array.from({ length: 20_000 }, (_, row) => textRow(row + 2, `rad ${row}`, 'å'.repeat(row % 50))).join(
      '',
    )
    const { rows } = await copied({ sheets: { Logg: textRow(1, 'a', 'b') + many } })
    expect(rows).toHaveLength(20_000)
    expect(
      rows.every(({ place, values }) => values[0] === `rad ${place - 2}` && values[1]!.length === (place - 2) % 50),
    ).toBe(true)
  })
})

describe('a workbook', () => {
  it('may have many texts', async () => {
    const texts = Array.from({ length: 30_000 }, (_, index) => `<t>text ${index} ${'å'.repeat(index % 200)}</t>`)
    const rows = texts.map((_, index) => `<row><c t="s"><v>${index}</v></c><c t="s"><v>7</v></c></row>`)
    const copy = await copied({ sheets: { Logg: rows.join('') }, texts })
    expect(copy.headers[1]).toBe(`text 7 ${'å'.repeat(7)}`)
    for (const { place, values } of copy.rows)
      expect(`<t>${values[0]}</t>`.replace(/ <\/t>/, '</t>')).toBe(texts[place - 1]!.replace(/ <\/t>/, '</t>'))
  })

  const table = textRow(1, 'a', 'b') + textRow(2, '1', '2')
  const empty = '<row r="1"/>'
  const cover = textRow(1, 'Loggutdrag') + textRow(2, 'Beställt av')
  const headerOnly = textRow(1, 'a', 'b')

  it.each<[string, Record<string, string>, readonly string[], string]>([
    ['the first', { Ett: table, Två: table }, [], 'Ett'],
    ['the first with rows', { Tom: empty, Två: table }, [], 'Två'],
    ['one that is no cover', { Omslag: cover, Logg: table }, [], 'Logg'],
    ['one with rows before one with only a header', { Huvud: headerOnly, Logg: table }, [], 'Logg'],
    ['one with only a header before a cover', { Omslag: cover, Logg: headerOnly }, [], 'Logg'],
    ['one that is shown before one that is hidden', { Listor: table, Logg: table }, ['Listor'], 'Logg'],
    ['a hidden one if there is no other', { Listor: table }, ['Listor'], 'Listor'],
  ])('gives a sheet: %s', async (_, sheets, hidden, expected) => {
    const { sheet, otherSheets } = await copied({ sheets, hidden })
    expect(sheet).toBe(expected)
    expect([sheet, ...otherSheets].sort()).toEqual(Object.keys(sheets).sort())
  })

  it('gives the sheet asked for, or says which there are', async () => {
    const sheets = { Ett: table, Två: textRow(1, 'x', 'y') }
    expect((await copied({ sheets }, 'två ')).headers).toEqual(['x', 'y'])
    await expect(copied({ sheets }, 'Tre')).rejects.toMatchObject({
      message: 'log.xlsx has no sheet Tre',
      wayOut: 'its sheets: Ett, Två',
    })
  })

  it('may be in UTF-16, with prefixes, and with its parts elsewhere', async () => {
    const sheet =
      '\uFEFF<x:worksheet xmlns:x="a"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const name = 'xl/worksheets/sheet1.xml'
    for (const content of [Buffer.from(sheet, 'utf16le'), Buffer.from(sheet, 'utf16le').swap16(), sheet]) {
      expect((await copied({ sheets: { Logg: '' }, parts: [{ name, content }] })).headers).toEqual(['a', '1'])
    }
  })

  const broken = (name: string, content: string) => ({ sheets: { Logg: table }, parts: [{ name, content }] })
  const sheetPart = 'xl/worksheets/sheet1.xml'

  it.each<[string, MadeWorkbook, RegExp]>([
    ['without rows', { sheets: { Logg: empty, Tom: '' } }, /holds no rows/],
    ['without sheets', { sheets: {} }, /no sheet/],
    ['with broken XML', broken(sheetPart, '<worksheet><sheetData><row>'), /workbook is broken/],
    ['with a document type', broken(sheetPart, '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'), /workbook is broken/],
    [
      'with elements too deep',
      broken('xl/sharedStrings.xml', '<a>'.repeat(300) + '</a>'.repeat(300)),
      /workbook is broken/,
    ],
    [
      'with a giant text',
      broken('xl/sharedStrings.xml', `<sst><si><t>${'x'.repeat(1_200_000)}</t></si></sst>`),
      /workbook is broken/,
    ],
    [
      'with a text that is not there',
      { sheets: { Logg: table + '<row><c t="s"><v>0</v></c></row>' } },
      /text is missing/,
    ],
    ['with a row beyond the last', { sheets: { Logg: textRow(1_048_577, 'a', 'b') } }, /where none can be/],
    [
      'with a column beyond the last',
      { sheets: { Logg: '<row r="1"><c r="XFE1"><v>1</v></c></row>' } },
      /where none can be/,
    ],
    ['with a column that is none', { sheets: { Logg: '<row r="1"><c r="1"><v>1</v></c></row>' } }, /where none can be/],
    ['with a row twice', { sheets: { Logg: table + textRow(2, 'lost') } }, /where none can be/],
    [
      'with too wide a header',
      { sheets: { Logg: textRow(1, ...Array.from({ length: 1001 }, () => 'a')) } },
      /more than 1000 columns/,
    ],
  ])('is refused %s', async (_, made, message) => {
    const error: unknown = await copied(made).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(Fault)
    expect(String(error)).toMatch(message)
  })

  it('is refused with a password, as an old file, and when it is none', async () => {
    const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500)])
    await expect(copiedBytes(locked)).rejects.toThrow('an old Excel file, or one with a password')
    await expect(copiedBytes(Buffer.from('a;b\n'))).rejects.toBeInstanceOf(Fault)
    await expect(copiedBytes(Buffer.alloc(0))).rejects.toBeInstanceOf(Fault)
  })

  it('gives rows or a fault, whatever its cells say', async () => {
    const attribute = fc.constantFrom(
      't="s"',
      't="b"',
      't="n"',
      't="x"',
      's="9"',
      's="-1"',
      's="x"',
      'r="A"',
      'r="ZZZZZ9"',
      'r=""',
      '',
    )
    const value = fc.oneof(
      fc.constantFrom('', '1e999', '-0', 'NaN', ' ', '99999999999', '1e-300', '_x0000_'),
      fc.double().map(String),
    )
    const cells = fc.array(fc.tuple(attribute, attribute, value), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(fc.array(cells, { minLength: 1, maxLength: 4 }), async (rows) => {
        const sheet = rows.map(
          (row) =>
            `<row>${row.map(([a, b, v]) => `<c ${a} ${a.slice(0, 1) === b.slice(0, 1) ? '' : b}><v>${v}</v></c>`).join('')}</row>`,
        )
        await copied({
          sheets: { Logg: sheet.join('') },
          styles: [14, 22, '[h]', '000000-0000'],
          texts: ['<t>a</t>'],
        }).catch((error: unknown) => expect(error).toBeInstanceOf(Fault))
      }),
      { numRuns: 200 },
    )
  })
})
