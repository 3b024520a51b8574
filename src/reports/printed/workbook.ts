import { type PrintedWords, printedWords } from '../../language/printed/index.ts'
import type { Sheet, SheetCell, SheetRow } from '../xlsx/sheet.ts'
import type { Style } from '../xlsx/styles.ts'
import { sheetName, writeWorkbook } from '../xlsx/workbook.ts'
import type { Block, Cell, PrintedDocument, Table } from './document.ts'
import { pageMarks } from './marks.ts'
import { cellsOf, cellText, notesOf, plainInline, tablesOf } from './text.ts'

/** A document as a workbook (.xlsx): a first sheet with what it says in words, and a sheet for each of its tables. */
export function asWorkbook(document: PrintedDocument): Promise<Uint8Array> {
  const words = printedWords(document.language)
  const names: string[] = []
  const named = (wanted: string): string => {
    const name = sheetName(wanted, names)
    names.push(name)
    return name
  }
  const footer = { left: pageMarks(document).join(' · '), right: words.page }
  const first: Sheet = { name: named(words.sheet), columns: [34, 96], rows: wordRows(document, words), footer }
  const tables = tablesOf(document.blocks).map((table) => tableSheet(table, named(table.name), words, footer))
  return writeWorkbook({ title: document.title, prepared: document.prepared, sheets: [first, ...tables] })
}

const widest = 60
const narrowest = 6

function tableSheet(table: Table, name: string, words: PrintedWords, footer: Sheet['footer'] & object): Sheet {
  const hasNotes = table.rows.some((row) => notesOf(row).length > 0)
  const titles = [...table.columns.map(({ title }) => title), ...(hasNotes ? [words.noteColumn] : [])]
  const widths = titles.map((title, place) => {
    // The first rows tell how wide a column must be.
    const texts = table.rows.slice(0, 200).map((row) => cellText(cellsOf(row)[place] ?? null, words.count))
    const longest = [title, ...texts].reduce((most, text) => Math.max(most, text.length), narrowest)
    return Math.min(widest, longest + 2)
  })
  return {
    name,
    columns: hasNotes ? [...widths.slice(0, -1), widest] : widths,
    rows: tableRows(table, titles, hasNotes),
    frozen: { rows: 2, columns: 1 },
    repeated: { row: 2 },
    landscape: true,
    footer,
  }
}

function* tableRows(table: Table, titles: readonly string[], hasNotes: boolean): Generator<SheetRow> {
  yield { cells: [{ value: table.caption, style: 'note' }], height: 18 }
  yield { cells: titles.map((value) => ({ value, style: 'head' })) }
  for (const row of table.rows) {
    const cells = cellsOf(row)
    yield {
      cells: [
        ...table.columns.map((_, place) => sheetCell(cells[place] ?? null, 'cell')),
        ...(hasNotes ? [{ value: notesOf(row).map(plainInline).join('\n'), style: 'cell' as const }] : []),
      ],
    }
  }
  if (table.total) yield { cells: table.total.map((cell) => sheetCell(cell, 'total')) }
}

function sheetCell(cell: Cell, style: 'cell' | 'total'): SheetCell {
  if (cell === null) return { value: null, style }
  if (typeof cell !== 'number') return { value: plainInline(cell), style }
  const look: Style = style === 'total' ? 'totalNumber' : Number.isInteger(cell) ? 'number' : 'decimal'
  return { value: cell, style: look }
}

function wordRows(document: PrintedDocument, words: PrintedWords): SheetRow[] {
  return [
    { cells: [{ value: pageMarks(document).join(' · '), style: 'mark' }] },
    { cells: [{ value: document.title, style: 'title' }], height: 26 },
    ...(document.subtitle === undefined ? [] : [{ cells: [{ value: document.subtitle, style: 'plain' as const }] }]),
    { cells: [] },
    ...document.blocks.flatMap((block) => blockRows(block, words)),
    { cells: [{ value: `loggkoll ${document.tool}`, style: 'note' }] },
  ]
}

function blockRows(block: Block, words: PrintedWords): SheetRow[] {
  switch (block.is) {
    case 'section': {
      const rows = block.blocks.flatMap((inner) => blockRows(inner, words))
      return [{ cells: [{ value: block.heading, style: 'heading' }] }, ...rows]
    }
    case 'paragraph':
      return [said(plainInline(block.text), block.look === 'lead' ? 'strong' : 'wrapped'), blank]
    case 'list':
      return [...block.items.map((item) => said(`• ${plainInline(item)}`, 'wrapped')), blank]
    case 'facts':
      return [...block.facts.map(([name, value]) => pair(name, plainInline(value))), blank]
    case 'figures':
      return [
        ...block.figures.map(({ name, value, note }) => pair(name, note === undefined ? value : `${value} (${note})`)),
        blank,
      ]
    case 'notice':
      return [
        { cells: [{ value: block.heading, style: 'heading' }] },
        ...block.items.map((item) => said(plainInline(item), 'wrapped')),
        blank,
      ]
    case 'plot':
      return [pair(block.title, block.description), blank]
    case 'table':
      return [
        pair(block.caption, block.rows.length > 0 ? words.onSheet(block.name) : (block.empty ?? words.nothing)),
        blank,
      ]
    case 'signatures':
      return block.signers.flatMap(({ role, name }) => [
        pair(role, ''),
        pair(words.placeAndDate, ''),
        pair(words.signature, ''),
        pair(words.nameInPrint, name ?? ''),
        blank,
      ])
    case 'choices':
      return [
        ...block.choices.map(({ text, ticked }, place) =>
          pair(place === 0 ? block.question : '', `${ticked ? '[x]' : '[ ]'} ${text}`),
        ),
        blank,
      ]
  }
}

const blank: SheetRow = { cells: [] }

function said(value: string, style: Style): SheetRow {
  return { cells: [null, { value, style }] }
}

function pair(name: string, value: string): SheetRow {
  return {
    cells: [
      { value: name, style: 'strong' },
      { value, style: 'wrapped' },
    ],
  }
}
