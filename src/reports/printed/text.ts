import { plainText } from '../plain-text.ts'
import type { Block, Cell, Inline, Part, Row, Table } from './document.ts'

/** The parts of a text, each in its look. */
export function partsOf(inline: Inline): Part[] | { text: string; look: Part['look'] | null }[] {
  const parts = isParts(inline) ? inline : [inline]
  return parts.map((part) => (typeof part === 'string' ? { text: part, look: null } : part))
}

/** A text without its looks, on one line. */
export function plainInline(inline: Inline): string {
  return plainText(
    partsOf(inline)
      .map(({ text }) => text)
      .join(''),
  )
}

/** What a cell says, as text. */
export function cellText(cell: Cell, number: (value: number) => string): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? number(cell) : plainInline(cell)
}

export function cellsOf(row: Row): readonly Cell[] {
  return 'cells' in row ? row.cells : row
}

export function notesOf(row: Row): readonly Inline[] {
  return 'cells' in row ? row.notes : []
}

/** Every table of a document, in order, those of plots too. */
export function tablesOf(blocks: readonly Block[]): Table[] {
  return blocks.flatMap((block) => {
    if (block.is === 'table') return [block]
    if (block.is === 'section') return tablesOf(block.blocks)
    return block.is === 'plot' && block.numbers ? [block.numbers] : []
  })
}

function isParts(inline: Inline): inline is readonly (string | Part)[] {
  return Array.isArray(inline)
}
