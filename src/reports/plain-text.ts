/** What can move a cursor, colour a screen or turn the direction of writing; joiners, which names need, are let through. */
// oxlint-disable-next-line no-control-regex
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu

/** Untrusted text on one line, where every control character is a harmless picture of itself. */
export function plainText(text: string): string {
  return text.replace(unsafe, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20) return String.fromCodePoint(0x2400 + code)
    return code === 0x7f ? '\u2421' : '\ufffd'
  })
}

const wide =
  /^(?:\p{Extended_Pictographic}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6])/u
const letters = new Intl.Segmenter('sv', { granularity: 'grapheme' })
/** Letters and signs of western Europe, each a column wide; nearly every text is of them, and need not be taken apart. */
const narrow = /^[\u0020-\u007e\u00a0-\u024f\u2010-\u2026]*$/

/** How many columns of a terminal a text takes. */
export function textWidth(text: string): number {
  if (narrow.test(text)) return text.length
  let width = 0
  for (const { segment } of letters.segment(text)) width += wide.test(segment) ? 2 : 1
  return width
}

/**
 * Breaks text between words into lines of at most so many columns, their indent included. A space that does not break
 * holds a number together; only a word longer than a whole line is cut.
 */
export function wrap(text: string, columns: number, indent = ''): string[] {
  const room = Math.max(1, columns - textWidth(indent))
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((word) => pieces(word, room))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (textWidth(longer) <= room) {
      line = longer
    } else {
      lines.push(indent + line)
      line = word
    }
  }
  return [...lines, indent + line]
}

function pieces(word: string, room: number): string[] {
  if (textWidth(word) <= room) return [word]
  const cut: string[] = []
  let piece = ''
  for (const { segment } of letters.segment(word)) {
    if (piece !== '' && textWidth(piece + segment) > room) {
      cut.push(piece)
      piece = ''
    }
    piece += segment
  }
  return [...cut, piece]
}
