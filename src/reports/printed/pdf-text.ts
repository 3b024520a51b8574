import type { ContentText } from 'pdfmake/interfaces.js'
import { light } from '../html/palette.ts'
import { plainText } from '../plain-text.ts'
import type { Inline, Part } from './document.ts'
import { type Column, piecesOf } from './pdf-paper.ts'
import { partsOf, plainInline } from './text.ts'

type Run = Extract<ContentText['text'], readonly unknown[]>[number]

/** Text with its looks. */
export function pdfText(inline: Inline): { text: Run[] } {
  return { text: partsOf(inline).map(({ text, look }) => runOf(plainText(text), look)) }
}

/** A name or a title on paper, which is not cut into pieces: one that no page could hold ends in `…`. */
export function briefText(text: string): string {
  const plain = plainText(text)
  return plain.length <= longestName ? plain : `${plain.slice(0, longestName).replace(/[\ud800-\udbff]$/, '')}…`
}

const longestName = 250

/** Text in pieces of so many lines at most, which stand whole on a page; a long one loses its looks. */
export function pdfPieces(inline: Inline, column: Column, lines: number): { text: Run[] }[] {
  const pieces = piecesOf(plainInline(inline), column, lines)
  return pieces.length === 1 ? [pdfText(inline)] : pieces.map((piece) => ({ text: [piece] }))
}

function runOf(text: string, look: Part['look'] | null): Run {
  if (look === 'strong') return { text, bold: true }
  if (look === 'code') return { text, fontSize: 8.5 }
  return look === 'quiet' ? { text, color: light.quiet } : text
}
