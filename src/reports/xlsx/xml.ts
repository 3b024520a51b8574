import { plainText } from '../plain-text.ts'

/** Signs that a cell holds at most (Excel's own limit). */
const mostSigns = 32_767

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for a part of a workbook: nothing in it is markup, and nothing that XML cannot hold is left. */
export function xmlText(text: string): string {
  return plainText(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? '')
}

/** Text of a cell, of which only the ends of lines are kept as such. */
export function cellXml(text: string): string {
  const whole = text.length > mostSigns ? `${text.slice(0, mostSigns - 1)}…` : text
  // `_x0041_` in a cell would be read as the sign of that number (ECMA-376 part 1, 22.9.2.19).
  return whole
    .split('\n')
    .map((line) => xmlText(line).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))
    .join('\n')
}

/** Would somebody who edits the cell, or saves it as CSV, get a formula of it? */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r|]/.test(text)
}

/** `A`, `B`, … `AA` of a column from 0. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}
