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

/** How many letters stand on a line that wide, at most as many as wide letters allow. */
export function lettersOn(width: number, size: number): number {
  return Math.max(1, Math.floor(width / (size * 0.53)))
}

/** Text in pieces of so many letters, cut between words where there are such. */
export function piecesOf(text: string, letters: number): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > letters) {
    const space = rest.lastIndexOf(' ', letters)
    let cut = space > letters / 2 ? space + 1 : letters
    // A letter beyond the first 65 536 is two units, which belong together.
    if (/[\ud800-\udbff]/.test(rest.charAt(cut - 1))) cut++
    pieces.push(rest.slice(0, cut).trimEnd())
    rest = rest.slice(cut)
  }
  return [...pieces, rest]
}
