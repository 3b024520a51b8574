import type { PrintedDocument } from './document.ts'

/** The room on a page, in points. */
export interface Paper {
  readonly width: number
  readonly height: number
  readonly side: number
  readonly top: number
  readonly bottom: number
  /** Of plain text. */
  readonly size: number
  readonly lineHeight: number
  /** Lines of a table that surely stand on one page, however wide their letters. */
  readonly mostLines: number
}

const [short, long] = [595.28, 841.89]

/** A4, standing or lying. */
export function paperOf({ landscape }: PrintedDocument): Paper {
  const [side, top, bottom] = [45, 58, 52]
  return {
    width: (landscape ? long : short) - 2 * side,
    height: (landscape ? short : long) - top - bottom,
    side,
    top,
    bottom,
    size: 9.5,
    lineHeight: 1.25,
    mostLines: landscape ? 16 : 28,
  }
}

/** Where text is set: how wide its lines are and how large its letters, in points. */
export interface Column {
  readonly width: number
  readonly size: number
}

/**
 * Text in pieces, cut between words where it can be. Each stands on so many lines for sure: none of its letters is wider
 * than is reckoned here, and the library that sets it breaks lines as late as this does.
 */
export function piecesOf(text: string, { width, size }: Column, lines: number): string[] {
  const pieces: string[] = []
  let [piece, line, used] = ['', 1, 0]
  const breakLine = (): void => {
    used = 0
    if (line++ < lines) return
    pieces.push(piece.trimEnd())
    piece = ''
    line = 1
  }
  for (const word of text.split(/(?<= )/)) {
    const letters = Array.from(word, (letter) => ({ letter, wide: size * widest(letter) }))
    const needed = letters.reduce((sum, { letter, wide }) => sum + (letter === ' ' ? 0 : wide), 0)
    if (used > 0 && used + needed > width) breakLine()
    for (const { letter, wide } of letters) {
      // A word that is wider than a line.
      if (letter !== ' ' && used > 0 && used + wide > width) breakLine()
      piece += letter
      used += wide
    }
  }
  return [...pieces, piece]
}

/** How wide a letter may be in either of the fonts, beside its size: measured in Roboto. */
function widest(letter: string): number {
  if (/[a-zåäöéü\d .,:;()/'"!?-]/.test(letter)) return /[mw]/.test(letter) ? 0.89 : 0.6
  return letter <= '\u024f' ? 0.97 : 1.2
}
