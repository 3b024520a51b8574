import type { Table } from './document.ts'
import { cellsOf, cellText } from './text.ts'

/** Letters of a column beyond which more only makes its lines longer. */
const longestLine = 45
const shortestLine = 3
/** Words longer than this may be cut. */
const longestWord = 16
/** Points that a letter takes, wide ones too. */
const letter = 5

/**
 * Widths of the columns of a table, which together are the width given: each as wide as its words need, and the rest by
 * how much there is to read.
 */
export function columnWidths(table: Table, width: number, number: (value: number) => string): number[] {
  const shares = table.columns.map(({ share }) => share)
  if (shares.every((share) => share !== undefined)) return divided(shares, width)
  const columns = table.columns.map(({ title }, place) => {
    const texts = [title, ...table.rows.map((row) => cellText(cellsOf(row)[place] ?? null, number))]
    const words = texts.flatMap((text) => text.split(/\s+/))
    const least = Math.max(shortestLine, Math.min(longestWord, longest(words)))
    return { least, wanted: Math.max(least, Math.min(longestLine, longest(texts))) }
  })
  const sum = (of: (column: (typeof columns)[number]) => number): number =>
    columns.reduce((all, one) => all + of(one), 0)
  const least = sum((one) => one.least) * letter
  if (least >= width)
    return divided(
      columns.map((one) => one.least),
      width,
    )
  const more = sum((one) => one.wanted - one.least)
  return columns.map(
    (one) => one.least * letter + (width - least) * (more === 0 ? 1 / columns.length : (one.wanted - one.least) / more),
  )
}

function divided(shares: readonly number[], width: number): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => (share / all) * width)
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length), 0)
}
