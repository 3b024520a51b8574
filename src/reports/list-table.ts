import Table from 'cli-table3'
import { stringify } from 'csv-stringify/sync'
import { plainText } from './plain-text.ts'

/** A list for a terminal or a spreadsheet: heads and rows of text. */
export function listTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  format: 'table' | 'csv',
): string {
  if (format === 'csv') {
    return stringify(
      rows.map((row) => [...row]),
      { header: true, columns: [...heads], escape_formulas: true, cast: { string: plainText } },
    )
  }
  const table = new Table({ head: [...heads], style: { head: [], border: [] } })
  for (const row of rows) table.push(row.map(plainText))
  return `${table.toString()}\n`
}
