import { stringify } from 'csv-stringify/sync'
import { printedWords } from '../../language/printed/index.ts'
import { plainText } from '../plain-text.ts'
import type { Cell, PrintedDocument, Table } from './document.ts'
import { cellsOf, notesOf, plainInline } from './text.ts'

/** One table of a document as CSV, with its titles; what a spreadsheet would take for a formula is escaped. */
export function asCsv({ language }: Pick<PrintedDocument, 'language'>, table: Table): string {
  const words = printedWords(language)
  const hasNotes = table.rows.some((row) => notesOf(row).length > 0)
  const titles = [...table.columns.map(({ title }) => title), ...(hasNotes ? [words.noteColumn] : [])]
  const rows = table.rows.map((row) => [
    ...table.columns.map((_, place) => csvCell(cellsOf(row)[place] ?? null)),
    ...(hasNotes ? [notesOf(row).map(plainInline).join(' | ')] : []),
  ])
  return stringify([titles, ...rows], { escape_formulas: true, cast: { string: plainText } })
}

/** A number is written as machines read it. */
function csvCell(cell: Cell): string | number {
  if (cell === null) return ''
  return typeof cell === 'number' ? cell : plainInline(cell)
}
