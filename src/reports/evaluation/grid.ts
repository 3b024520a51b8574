import { textWidth, wrap } from '../plain-text.ts'

const gap = '  '

/** Words and numbers of one table: the first column is what the row is about, the others are numbers. */
export interface Grid {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * A table without lines, its numbers flush right, its heads broken over some lines. Where it is wider than the columns
 * given, each row becomes a line of its own with the heads before the numbers.
 */
export function gridLines(
  { heads, rows }: Grid,
  columns: number,
  bold: (text: string) => string = (text) => text,
): string[] {
  const widths = heads.map((head, place) =>
    Math.max(...head.split(' ').map(textWidth), ...rows.map((row) => textWidth(row[place] ?? ''))),
  )
  const total = widths.reduce((sum, width) => sum + width, 0) + gap.length * (heads.length - 1)
  if (total > columns) return rows.flatMap((row) => asLines(heads, row, columns, bold))
  const broken = heads.map((head, place) => wrap(head, widths[place]!))
  const height = Math.max(...broken.map((lines) => lines.length))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, place) => pad(cell, widths[place]!, place > 0))
      .join(gap)
      .trimEnd()
  // Heads stand on the line of the numbers.
  const head = Array.from({ length: height }, (_, at) =>
    line(broken.map((lines) => lines[at - (height - lines.length)] ?? '')),
  )
  return [...head.map(bold), ...rows.map(line)]
}

function asLines(
  heads: readonly string[],
  row: readonly string[],
  columns: number,
  bold: (text: string) => string,
): string[] {
  const numbers = row.slice(1).map((cell, place) => `${heads[place + 1]} ${cell}`)
  return [...wrap(row[0] ?? '', columns).map(bold), ...wrap(numbers.join(', '), columns, '  ')]
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - textWidth(text)))
  return right ? space + text : text + space
}
