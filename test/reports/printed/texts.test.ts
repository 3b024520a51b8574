import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { languages } from '../../../src/model/language.ts'
import { asCsv } from '../../../src/reports/printed/csv.ts'
import { asHtml } from '../../../src/reports/printed/html.ts'
import { asMarkdown } from '../../../src/reports/printed/markdown.ts'
import { tablesOf } from '../../../src/reports/printed/text.ts'
import { asWorkbook } from '../../../src/reports/printed/workbook.ts'
import { cellsOf, partsOf } from '../../packet/read-cells.ts'
import { everything, hostile } from './fixture.ts'

/** Compares with the kept text; UPDATE_GOLDEN=1 writes it anew, to be read in review like code. */
function expectGolden(text: string, name: string): void {
  const file = new URL(`../golden/${name}`, import.meta.url)
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
}

describe.each(languages)('a printed document in %s', (language) => {
  test('html', () => expectGolden(asHtml(everything(language)), `printed.${language}.html`))
  test('markdown', () => expectGolden(asMarkdown(everything(language)), `printed.${language}.md`))
  test('csv', () => {
    const document = everything(language)
    expectGolden(
      tablesOf(document.blocks)
        .map((table) => asCsv(document, table))
        .join('\n'),
      `printed.${language}.csv`,
    )
  })
})

describe('hostile text', () => {
  it('is text in HTML, and cannot leave the style sheet', () => {
    const html = asHtml(everything('sv'))
    expect(html).not.toMatch(/<b>|http:\/\/x"|\p{Cf}|[^\P{Cc}\n]/u)
    expect(html.split('</style>')).toHaveLength(2)
    expect(html).toContain(
      '@bottom-left { content: "Kan innehålla sekretess · Dnr VEK 2026/118 \\22 A\\22  \\5c  \\3c /style\\3e  ',
    )
  })

  it('is text in Markdown', () => {
    const markdown = asMarkdown(everything('sv'))
    expect(markdown).not.toMatch(/(?<!\\)<b>|(?<!\\)\[länk|(?<!\\)\*stjärna|(?<!\\)`kod|\p{Cf}|[^\P{Cc}\n]/u)
    // A cell ends only where the table says.
    for (const line of markdown.split('\n').filter((line) => line.startsWith('| 1 ') || line.startsWith('| 2 '))) {
      expect(line.match(/(?<!\\)\|/g)).toHaveLength(5)
    }
    expect(markdown).toContain('1\\. ingen lista')
  })

  it('is text in CSV', () => {
    const document = everything('sv')
    expect(asCsv(document, tablesOf(document.blocks)[0]!)).toContain(`"'=HYPERLINK(""http://x"")`)
  })

  it('is text in a workbook, whose numbers are numbers', async () => {
    const bytes = await asWorkbook(everything('sv'))
    const parts = await partsOf(bytes)
    for (const [name, text] of parts) expect(text, name).not.toMatch(/<f[ >]/)
    const cells = await cellsOf(bytes, 'Enheter')
    expect(cells.get('A4')).toBe(hostile.replace('\u202e', '\ufffd').replace('\u0007', '\u2407'))
    expect(parts.get('xl/worksheets/sheet2.xml')).toMatch(/<c r="B3" s="\d+"><v>12345<\/v>/)
    expect(cells.get('B5')).toBe('12346')
  })
})

test('a workbook has a sheet of words, and one for each table, under names of their own', async () => {
  const document = everything('sv')
  const fall = tablesOf(document.blocks).find(({ name }) => name === 'Fall')
  const bytes = await asWorkbook({
    ...document,
    blocks: [...document.blocks, fall!, { ...fall!, name: "[Om] rapporten: 'ja'?".repeat(3) }],
  })
  const names = [...(await partsOf(bytes)).get('xl/workbook.xml')!.matchAll(/<sheet name="([^"]*)"/g)].map(
    ([, name]) => name,
  )
  expect(names).toEqual(['Om rapporten', 'Enheter', 'Fall', 'Tom', 'Fall 2', expect.stringMatching(/^Om  rapporten/)])
  expect(names.every((name) => name!.length <= 31)).toBe(true)
  const said = [...(await cellsOf(bytes, 'Om rapporten')).values()]
  expect(said).toContain('Kontrollen avslutas utan anmärkning.')
  expect(said).toContain('Inga fall står kvar.')
  expect(said).toContain('[x] Utan anmärkning')
})
