import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readTypeface } from '../../../src/commands/typeface.ts'
import type { Block, PrintedDocument, Table } from '../../../src/reports/printed/document.ts'
import { asPdf } from '../../../src/reports/printed/pdf.ts'
import { hasPoppler, infoOf, pagesOf } from '../../harness/pdftotext.ts'
import { everything, protocol } from './fixture.ts'

const typeface = readTypeface()

test('the same document has the same bytes, and the time is the one that was given', async () => {
  const first = await asPdf(everything('sv'), typeface)
  expect(await asPdf(everything('sv'), typeface)).toEqual(first)
  expect(await asPdf({ ...everything('sv'), prepared: '2026-06-02T08:00:00Z' }, typeface)).not.toEqual(first)
})

test('a protocol of 200 cases is set, and says how long it took', { timeout: 30_000 }, async () => {
  const before = performance.now()
  const pdf = await asPdf(protocol(200), typeface)
  const seconds = (performance.now() - before) / 1000
  console.log(`200 cases: ${seconds.toFixed(2)} s, ${Math.round(pdf.length / 1000)} kB`)
})

describe.skipIf(!hasPoppler)('its pages', () => {
  it('say who they are: title, language, marks and number on each', async () => {
    const pdf = await asPdf(protocol(60), typeface)
    expect(infoOf(pdf)).toMatch(/Title: +Kontrollprotokoll mars 2026\nCreator: +loggkoll 0\.1\.0\n/)
    expect(infoOf(pdf)).toMatch(/CreationDate: +Mon Jun {2}1 08:00:00 2026 UTC/)
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/Lang \(sv\)/)
    const pages = pagesOf(pdf)
    for (const [place, page] of pages.entries()) {
      expect(page).toContain('Kan innehålla sekretess')
      expect(page).toContain('Dnr VEK 2026/118 "A" \\ </style>')
      expect(page).toContain('Bevaras till och med 2031-12-31')
      expect(page).toContain(`Sida ${place + 1} av ${pages.length}`)
    }
  })

  it('repeat the head of a table, and cut no row: all of it stands on one page', async () => {
    const pages = pagesOf(await asPdf(protocol(200), typeface))
    const withRows = pages.filter((page) => /fall\d+/.test(page))
    for (const page of withRows) expect(page).toMatch(/Nr +Medarbetare +Patient/)
    const text = pages.join('\n')
    for (let place = 0; place < 200; place++) {
      const page = pages.find((one) => new RegExp(`fall${place}\\b`).test(one))
      expect(page).toBeDefined()
      // The comment begins on the page of its row.
      if (place % 3 === 0) expect(page).toContain(`not${place}`)
    }
    // Of the longest comments, which fill more than a page, nothing is lost.
    expect(text.match(/\bnot0\b/g)).toHaveLength(900)
    expect(text.match(/\bnot120\b/g)).toHaveLength(900)
    expect(text.match(/\bnot3\b/g)).toHaveLength(12)
  })

  it('are none of them empty, wherever what stands last ends', async () => {
    const signer = { role: 'Granskare', name: 'Maria Ek' }
    const endings: ((count: number) => Block)[] = [
      (count) => ({ is: 'signatures', signers: Array(count).fill(signer) }),
      (count) => ({ is: 'facts', facts: Array(count * 5).fill(['Namn', 'Värde']) }),
      (count) => ({ is: 'list', items: Array(count * 5).fill('Något') }),
      (count) => ({
        is: 'table',
        name: 'T',
        caption: '',
        columns: [{ title: 'A' }],
        rows: Array(count * 4).fill(['b']),
      }),
    ]
    for (const ending of endings) {
      for (const count of [8, 9, 10, 11]) {
        const last = [ending(count), { is: 'paragraph', text: 'Slut.' } as const]
        for (const blocks of [last.slice(0, 1), last]) {
          const next: Block = { is: 'section', heading: 'Nästa', newPage: true, blocks }
          const document = { ...everything('sv'), title: '', subtitle: '', blocks: [...blocks, next, ...blocks] }
          const pages = pagesOf(await asPdf(document, typeface))
          // Beside the marks above and the number below.
          expect(pages.filter((page) => page.trim().split(/\n\s*/).length < 3)).toEqual([])
        }
      }
    }
  })

  it('keep what is said of a case with it, where that is short', async () => {
    const rows = Array.from({ length: 120 }, (_, place) => ({
      cells: [`fall${place}.`],
      notes: Array.from({ length: 1 + (place % 5) }, (_, note) => `not${place}-${note}.`),
    }))
    const table: Block = { is: 'table', name: 'T', caption: '', columns: [{ title: 'Fall' }], rows }
    const pages = pagesOf(await asPdf({ ...everything('sv'), blocks: [table] }, typeface))
    expect(pages.length).toBeGreaterThan(5)
    for (const { cells, notes } of rows) {
      const page = pages.find((one) => one.includes(cells[0]!))
      for (const note of notes) expect(page).toContain(note)
    }
  })

  it('say everything that the document does', async () => {
    const text = pagesOf(await asPdf(everything('sv'), typeface)).join('\n')
    for (const said of [
      'Läs det här först',
      '12 345',
      'Namnförtydligande: Maria Ek',
      'Utan anmärkning',
      'Sökte en annan.',
      '=HYPERLINK("http://x")',
      '<b>fet</b>',
      'Inga fall står kvar.',
      'Förklarade',
    ])
      expect(text.replaceAll('\u00a0', ' ')).toContain(said)
  })

  /** How many of some letters, which only tables hold, are on the pages, and how many should be. */
  async function lettersOf(table: Pick<Table, 'rows'> & { columns: number; landscape: boolean }) {
    const document: PrintedDocument = {
      ...everything('sv'),
      title: '',
      subtitle: '',
      landscape: table.landscape,
      blocks: [
        {
          is: 'table',
          name: 'T',
          caption: '',
          columns: Array.from({ length: table.columns }, () => ({ title: '' })),
          rows: table.rows,
        },
      ],
    }
    const count = (text: string) => ['w', 'W', 'å'].map((letter) => text.split(letter).length - 1)
    const pages = pagesOf(await asPdf(document, typeface))
    // The marks of each page are not of the table.
    const marks = count(pagesOf(await asPdf({ ...document, blocks: [] }, typeface)).join(''))
    return {
      found: count(pages.join('')).map((letters, place) => letters - pages.length * marks[place]!),
      wanted: count(JSON.stringify(table.rows)),
    }
  }

  it.each([
    ['one of words that share no line', [Array(68).fill('w'.repeat(45)).join(' ')]],
    ['one of wide letters', ['W'.repeat(3000)]],
    ['three in narrow columns', Array(3).fill(Array(90).fill('W'.repeat(13)).join(' '))],
  ])('lose no word of a cell as long as a page with a note below it: %s', async (_, cells: string[]) => {
    for (const landscape of [false, true]) {
      const rows = [{ cells, notes: [Array(30).fill('å'.repeat(50)).join(' ')] }]
      const { found, wanted } = await lettersOf({ landscape, columns: cells.length, rows })
      expect(found).toEqual(wanted)
    }
  })

  it('lose no word, whatever the tables hold', async () => {
    const word = fc
      .tuple(fc.constantFrom('w', 'W', 'i', 'å'), fc.integer({ min: 1, max: 60 }))
      .map(([letter, length]) => letter.repeat(length))
    const cell = fc.array(word, { maxLength: 300, size: 'max' }).map((words) => words.join(' '))
    const table = fc.integer({ min: 1, max: 9 }).chain((columns) => {
      const cells = fc.array(cell, { minLength: columns, maxLength: columns })
      const row = fc.record({ cells, notes: fc.array(cell, { maxLength: 2 }) })
      return fc.record({
        landscape: fc.boolean(),
        columns: fc.constant(columns),
        rows: fc.array(row, { minLength: 1, maxLength: 5 }),
      })
    })
    await fc.assert(
      fc.asyncProperty(table, async (table) => {
        const { found, wanted } = await lettersOf(table)
        expect(found).toEqual(wanted)
      }),
      // To make one that fails smaller takes hours.
      { numRuns: 12, interruptAfterTimeLimit: 120_000 },
    )
  })
})
