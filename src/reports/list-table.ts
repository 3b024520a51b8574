import Table from 'cli-table3'
import { stringify } from 'csv-stringify/sync'
import { plainText } from './plain-text.ts'

const csv = { escape_formulas: true, cast: { string: plainText } }

/** The first line of a list for a spreadsheet. */
export function listHead(columns: readonly string[]): string {
  return stringify([], { ...csv, header: true, columns: [...columns] })
}

/** A row of a list for a spreadsheet. */
export function listRow(row: readonly string[]): string {
  return stringify([[...row]], csv)
}

/** A list for a terminal or a spreadsheet: heads and rows of text. */
export function listTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  format: 'table' | 'csv',
): string {
  if (format === 'csv') return listHead(heads) + rows.map(listRow).join('')
  const table = new Table({ head: [...heads], style: { head: [], border: [] } })
  for (const row of rows) table.push(row.map(plainText))
  return `${table.toString()}\n`
}
