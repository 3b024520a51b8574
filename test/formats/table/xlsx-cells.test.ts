import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copied } from './copied-workbook.ts'
import { type MadeWorkbook, textRow } from './make-workbook.ts'

/** The text of cells in one row below a header. */
async function textsOf(cells: string, more: Omit<MadeWorkbook, 'sheets'> = {}): Promise<readonly string[]> {
  const header = textRow(1, 'a', 'b', 'c', 'd', 'e', 'f')
  const { rows } = await copied({ ...more, sheets: { Logg: `${header}<row r="2">${cells}</row>${textRow(3, 'end')}` } })
  return rows[0]!.place === 2 ? rows[0]!.values : []
}

const cell = (value: number | string, style = 0) => `<c s="${style}"><v>${value}</v></c>`

describe('a cell', () => {
  it('of text is its text: shared, formatted in parts, in place, or the result of a formula', async () => {
    const texts = ['<t>Läsa</t>', '<r><rPr/><t>Vård </t></r><r><t>och</t></r><rPh sb="0"><t>uttal</t></rPh>', '<t/>']
    const cells =
      '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>' +
      '<c t="inlineStr"><is><t xml:space="preserve"> a&amp;b </t></is></c><c t="str"><f>A1&amp;B1</f><v>rad_x000D_två</v></c>'
    expect(await textsOf(cells, { texts })).toEqual(['Läsa', 'Vård och', '', ' a&b ', 'rad\rtvå', ''])
  })

  it('of truth is true or false, and one with an error is empty', async () => {
    const cells = '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="b"/><c s="1"/>'
    expect(await textsOf(cells)).toEqual(['true', 'false', '', '', '', ''])
  })

  it('of a number has all its digits, or says that they are lost', async () => {
    const cells = [191212121212, '1.91212121212E+11', 0.5, '3.1400000000000001', '1.9E+20', '12345678901234567890']
    const expected = ['191212121212', '191212121212', '0.5', '3.14', '1.9e+20', '12345678901234567890']
    expect(await textsOf(cells.map((value) => cell(value)).join(''))).toEqual(expected)
  })

  it('that shows leading zeros or a hyphen has them', async () => {
    const styles = ['0000000000', '000000\\-0000', '00000000"-"0000', '0', '#,##0', '000']
    const cells = [905271474, 905271474, 191212121212, 7, 1234, -5].map((value, style) => cell(value, style)).join('')
    expect(await textsOf(cells, { styles })).toEqual(['0905271474', '090527-1474', '19121212-1212', '7', '1234', '-5'])
  })

  it.each<[string, number | string, number | string, string]>([
    ['a day', 14, 46082, '2026-03-01'],
    ['a day that holds a time all the same', 14, 46082.5, '2026-03-01T12:00:00'],
    ['a day and a time', 22, 46082.25, '2026-03-01T06:00:00'],
    ['midnight of a day and a time', 'yyyy-mm-dd hh:mm', 46082, '2026-03-01T00:00:00'],
    ['a second that is no round fraction', 22, 46082.423611111109, '2026-03-01T10:10:00'],
    ['the last second of a day', 22, 46082.999988425923, '2026-03-01T23:59:59'],
    ['less than half a millisecond before midnight', 22, 46082.9999999999, '2026-03-02T00:00:00'],
    ['milliseconds', 'yyyy-mm-dd hh:mm:ss.000', 46082.000001446759, '2026-03-01T00:00:00.125'],
    ['a time of day', 20, 0.75, '18:00:00'],
    ['midnight', 20, 0, '00:00:00'],
    ['hours beyond a day', '[h]:mm:ss', 1.5, '36:00:00'],
    ['a time that shows no day', 'hh:mm', 46082.75, '2026-03-01T18:00:00'],
    ['a Swedish form', '[$-41D]yyyy-mm-dd\\ hh:mm;@', 46082.5, '2026-03-01T12:00:00'],
    ['a written month', 'd mmmm yyyy', 46082, '2026-03-01'],
    ['the first of January 1900', 14, 1, '1900-01-01'],
    ['the last of February 1900', 14, 59, '1900-02-28'],
    ['the day that was not', 14, 60, '60'],
    ['the first of March 1900', 14, 61, '1900-03-01'],
    ['the last day that Excel knows', 14, 2958465, '9999-12-31'],
    ['a day beyond', 14, 2958466, '2958466'],
    ['a day before all', 14, -1, '-1'],
    ['no time though it has letters', '"ÅÄ"0.00" kr/h"', 2.5, '2.5'],
    ['no time though it is coloured', '[Red]0;[Red]-0', 2.5, '2.5'],
    ['no time: general', 'General', 46082, '46082'],
  ])('shown as a time is wall clock: %s', async (_, style, value, expected) => {
    expect((await textsOf(cell(value), { styles: [style] }))[0]).toBe(expected)
  })

  it('counts from 1904 where the workbook does', async () => {
    const cells = cell(44620) + cell(44620.5) + cell(0.5)
    const expected = ['2026-03-01', '2026-03-01T12:00:00', '12:00:00', '', '', '']
    expect(await textsOf(cells, { styles: [14], date1904: true })).toEqual(expected)
  })

  it('with a date in ISO 8601 keeps it', async () => {
    expect((await textsOf('<c t="d"><v>2026-03-01T10:00:00</v></c>'))[0]).toBe('2026-03-01T10:00:00')
  })

  it('stands where it says, else after the one before', async () => {
    expect(await textsOf('<c r="B2"><v>2</v></c><c><v>3</v></c><c r="F2"><v>6</v></c>')).toEqual([
      '',
      '2',
      '3',
      '',
      '',
      '6',
    ])
  })

  it('any second from 1900 on comes out as it was put in', () => {
    const second = fc.integer({ min: Date.UTC(1900, 2, 1) / 1000, max: Date.UTC(2199, 0, 1) / 1000 })
    return fc.assert(
      fc.asyncProperty(fc.array(second, { minLength: 6, maxLength: 6 }), async (seconds) => {
        const cells = seconds.map((at) => cell(Number((at / 86_400 + 25_569).toPrecision(15)))).join('')
        const expected = seconds.map((at) => new Date(at * 1000).toISOString().slice(0, 19))
        expect(await textsOf(cells, { styles: [22] })).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  })
})
