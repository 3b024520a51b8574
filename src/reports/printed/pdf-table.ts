import type { Content, ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js'
import type { PrintedWords } from '../../language/printed/index.ts'
import { light } from '../html/palette.ts'
import type { Cell, Inline, Row, Table } from './document.ts'
import { columnWidths } from './pdf-columns.ts'
import type { Paper } from './pdf-paper.ts'
import { briefText, pdfPieces, pdfText } from './pdf-text.ts'
import { cellsOf, notesOf } from './text.ts'

const size = 8.5
const gap = 7
/** A number is set to the right, close to the text beside it. */
const gapAfterNumber = 16
const captionLook = { color: light.quiet, fontSize: size + 0.5 }

/** A table whose head is repeated on each page, and of which no row is cut. */
export function pdfTable(table: Table, paper: Paper, words: PrintedWords): Content[] {
  if (table.rows.length === 0) return [{ ...pdfText(table.empty ?? words.nothing), margin: [0, 0, 0, 8] }]
  const gaps = gapsOf(table)
  const room = gaps.reduce((sum, one) => sum + one, 0)
  const widths = columnWidths(table, paper.width - room, words.count)
  const rows = new Rows(table, { widths, gaps }, paper, words)
  return [table.rows.some((row) => notesOf(row).length > 0) ? rows.withNotes() : rows.plain()]
}

/** The room to the left of each column. */
function gapsOf({ columns }: Table): number[] {
  return columns.map(({ number }, place) =>
    place === 0 ? 0 : columns[place - 1]!.number && !number ? gapAfterNumber : gap,
  )
}

class Rows {
  readonly #table: Table
  readonly #widths: readonly number[]
  readonly #gaps: readonly number[]
  readonly #paper: Paper
  readonly #words: PrintedWords

  constructor(
    table: Table,
    { widths, gaps }: { readonly widths: readonly number[]; readonly gaps: readonly number[] },
    paper: Paper,
    words: PrintedWords,
  ) {
    this.#table = table
    this.#widths = widths
    this.#gaps = gaps
    this.#paper = paper
    this.#words = words
  }

  plain(): ContentTable {
    const body = [this.#caption(), this.#head()]
    const ends = [1]
    for (const row of this.#table.rows) {
      body.push(...this.#lines(cellsOf(row)))
      ends.push(body.length - 1)
    }
    if (this.#table.total) body.push(...this.#lines(this.#table.total, true))
    return this.#whole(this.#grid(body), ends, this.#gaps)
  }

  /** Each row is a table of its own, in a table of one column, so that it stays with what goes across below it. */
  withNotes(): ContentTable {
    const body: TableCell[][] = [
      [{ text: briefText(this.#table.caption), ...captionLook }],
      [this.#grid([this.#head()])],
    ]
    const ends = [1]
    for (const row of this.#table.rows) {
      body.push(...this.#noted(row).map((stack): TableCell[] => [stack]))
      ends.push(body.length - 1)
    }
    if (this.#table.total) body.push([this.#grid(this.#lines(this.#table.total, true))])
    return this.#whole({ table: { dontBreakRows: true, widths: [this.#paper.width], body } }, ends, [])
  }

  /** The table of all, with a head of two rows that is repeated, and that the first row stays with. */
  #whole({ table }: ContentTable, ends: readonly number[], gaps: readonly number[]): ContentTable {
    return {
      table: { ...table, headerRows: 2, keepWithHeaderRows: 1 },
      layout: ruled(ends, gaps),
      fontSize: size,
      margin: [0, 0, 0, 10],
    }
  }

  #noted(row: Row): TableCell[] {
    const lines = this.#lines(cellsOf(row))
    const notes = notesOf(row).flatMap((note) => this.#note(note))
    if (this.#isShort(row)) return [{ stack: [this.#grid(lines), ...notes] }]
    const [first] = notes
    // The first note stays with its row; a row that is long by itself is cut into lines that stand alone.
    const together: TableCell[] =
      lines.length === 1
        ? [{ stack: [this.#grid(lines), ...(first ? [first] : [])] }]
        : lines.map((line) => this.#grid([line]))
    return [...together, ...notes.slice(lines.length === 1 ? 1 : 0)]
  }

  /** Does it stand with all its notes on half a page, however wide its letters? */
  #isShort(row: Row): boolean {
    const linesOf = (inline: Inline, width: number): number => pdfPieces(inline, { width, size }, 1).length
    const cells = cellsOf(row).map((cell, place) => linesOf(this.#inline(cell), this.#widths[place]!))
    const notes = notesOf(row).map((note) => linesOf(note, this.#noteWidth))
    return Math.max(...cells) + notes.reduce((sum, lines) => sum + lines, 0) <= this.#paper.mostLines / 2
  }

  get #noteWidth(): number {
    return this.#paper.width - 12
  }

  #note(note: Inline): (ContentTable & TableCell)[] {
    const width = this.#noteWidth
    return pdfPieces(note, { width, size }, Math.floor(this.#paper.mostLines / 2)).map((piece) => ({
      table: { widths: [width], body: [[{ ...piece, color: light.ink }]] },
      layout: besideLine,
      margin: [0, 2, 0, 2],
    }))
  }

  /** It is repeated too: set above the table, it could be left alone at the end of a page. */
  #caption(): TableCell[] {
    const columns = this.#table.columns.length
    return [
      { text: briefText(this.#table.caption), ...captionLook, colSpan: columns },
      ...Array.from({ length: columns - 1 }, () => ''),
    ]
  }

  #head(): TableCell[] {
    return this.#table.columns.map(({ title, number }) => ({
      text: briefText(title),
      color: light.quiet,
      alignment: number ? 'right' : 'left',
    }))
  }

  /** A row as one line of cells, or as several where a cell holds more than surely stands on a page. */
  #lines(cells: readonly Cell[], isStrong = false): TableCell[][] {
    const columns = this.#table.columns.map(({ number }, place) => {
      const column = { width: this.#widths[place]!, size }
      return pdfPieces(this.#inline(cells[place] ?? null), column, this.#paper.mostLines).map((piece): TableCell => ({
        ...piece,
        bold: isStrong,
        alignment: number ? 'right' : 'left',
      }))
    })
    const count = Math.max(...columns.map((pieces) => pieces.length))
    return Array.from({ length: count }, (_, line) => columns.map((pieces) => pieces[line] ?? ''))
  }

  #inline(cell: Cell): Inline {
    if (cell === null) return ''
    return typeof cell === 'number' ? this.#words.count(cell) : cell
  }

  #grid(body: TableCell[][]): ContentTable & TableCell {
    return {
      table: { dontBreakRows: true, widths: [...this.#widths], body },
      layout: ruled([], this.#gaps),
      fontSize: size,
    }
  }
}

/** Lines below the rows that end something; room between the columns, none in a table of tables. */
function ruled(ends: readonly number[], gaps: readonly number[]): CustomTableLayout {
  const ending = new Set(ends)
  const isOfTables = gaps.length === 0
  return {
    hLineWidth: (line) => (ending.has(line - 1) ? 0.6 : 0),
    vLineWidth: () => 0,
    hLineColor: (line) => (line - 1 === ends[0] ? light.quiet : light.line),
    paddingLeft: (column) => gaps[column] ?? 0,
    paddingRight: () => 0,
    paddingTop: () => (isOfTables ? 0 : 3),
    paddingBottom: () => (isOfTables ? 1 : 3),
  }
}

const besideLine: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: (line) => (line === 0 ? 1.5 : 0),
  vLineColor: () => light.line,
  paddingLeft: () => 8,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
}
