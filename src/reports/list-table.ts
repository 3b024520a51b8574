import Table from 'cli-table3'
import { stringify } from 'csv-stringify/sync'
import { plainText, textWidth, wrap } from './plain-text.ts'

const csv = { escape_formulas: true, cast: { string: plainText } }

/** The first line of a list for a spreadsheet. */
export function listHead(columns: readonly string[]): string {
  return stringify([], { ...csv, header: true, columns: [...columns] })
}

/** A row of a list for a spreadsheet. */
export function listRow(row: readonly string[]): string {
  return stringify([[...row]], csv)
}

/**
 * A list for a terminal or a spreadsheet: heads and rows of text.
 * @param columns of the terminal, which the list is to fit; without them it is as wide as its texts
 */
export function listTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  format: 'table' | 'csv',
  columns?: number,
): string {
  if (format === 'csv') return listHead(heads) + rows.map(listRow).join('')
  const shown = rows.map((row) => row.map(plainText))
  // Between the columns stands a line, and beside each text a blank.
  const widths = widthsWithin(
    [heads, ...shown],
    columns === undefined || rows.length === 0 ? Infinity : columns - 3 * heads.length - 1,
  )
  if (widths === undefined) return shown.map((row) => oneBelowAnother(heads, row, columns!)).join('\n')
  const broken = (row: readonly string[]): string[] => row.map((text, place) => wrap(text, widths[place]!).join('\n'))
  const table = new Table({ head: broken(heads), style: { head: [], border: [] } })
  table.push(...shown.map(broken))
  return `${table.toString()}\n`
}

/** How wide each column may be; the widest give first, and no word is cut, so that an id can be copied. Undefined: no room. */
function widthsWithin(cells: readonly (readonly string[])[], room: number): number[] | undefined {
  const widest = (parts: (text: string) => string[]): number[] =>
    cells[0]!.map((_, place) =>
      cells.reduce((most, row) => Math.max(most, ...parts(row[place] ?? '').map(textWidth)), 0),
    )
  const [texts, words] = [widest((text) => [text]), widest((text) => text.split(' '))]
  const cut = (most: number): number[] => texts.map((width, place) => Math.max(words[place]!, Math.min(width, most)))
  const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0)
  let most = Math.max(...texts)
  while (most > 0 && sum(cut(most)) > room) most--
  return most > 0 || texts.every((width) => width === 0) ? cut(most) : undefined
}

function oneBelowAnother(heads: readonly string[], row: readonly string[], columns: number): string {
  const lines = row.flatMap((text, place) =>
    place === 0 || text === '' ? [] : wrap(`${heads[place]}: ${text}`, columns, '  '),
  )
  return [...wrap(row[0]!, columns), ...lines].map((line) => `${line}\n`).join('')
}
