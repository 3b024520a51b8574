import { isWrapped, styleNumber, type Style } from './styles.ts'
import { cellXml, columnName, looksLikeFormula, xmlText } from './xml.ts'

export interface Sheet {
  /** At most 31 letters, none of `[]:*?/\`. */
  readonly name: string
  /** Widths in letters. */
  readonly columns: readonly number[]
  readonly rows: Iterable<SheetRow>
  /** Rows and columns that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number }
  /** Rows (from 1) and columns (from 0) that every printed page repeats. */
  readonly repeated?: { readonly row: number; readonly columns?: number }
  readonly landscape?: boolean
  /** Printed on two pages beside each other, at so many percent; else it is as wide as one page. */
  readonly print?: { readonly percent: number; readonly breakBefore: number }
  /** Only what is open may be filled in; there is no password. */
  readonly locked?: boolean
  readonly hidden?: boolean
  readonly choices?: readonly Choice[]
  readonly footer?: { readonly left: string; readonly right: string }
}

export interface SheetRow {
  readonly cells: readonly SheetCell[]
  readonly hidden?: boolean
  /** In points; else about as high as its texts need. */
  readonly height?: number
}

export type SheetCell = { readonly value: string | number | null; readonly style: Style } | null

/** What may be filled in in some cells, with what is said when they are entered and when it is something else. */
export interface Choice {
  /** Such as `K4:K20`. */
  readonly cells: string
  readonly kind: { readonly list: string } | { readonly datesFrom: string } | { readonly longest: number }
  readonly prompt: string
  readonly refusal: string
}

const piece = 1 << 16
/** Points of a line, and of the highest row that Excel knows. */
const [lineHeight, highest] = [15, 409]
/** Words that do not fit leave the end of a line empty. */
const broader = 1.15

/** `xl/worksheets/sheetN.xml`, in pieces. */
export function* sheetXml(sheet: Sheet): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
  if (!sheet.print) yield '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
  yield `<sheetViews><sheetView workbookViewId="0"${sheet.hidden ? '' : ' showGridLines="0"'}>${paneXml(sheet)}</sheetView></sheetViews>`
  yield '<sheetFormatPr defaultRowHeight="15"/>'
  yield `<cols>${sheet.columns.map((width, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`
  yield* rowsXml(sheet)
  if (sheet.locked) {
    yield '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>'
  }
  if (sheet.choices?.length) {
    yield `<dataValidations count="${sheet.choices.length}">${sheet.choices.map(choiceXml).join('')}</dataValidations>`
  }
  yield '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
  const size = sheet.print ? `scale="${sheet.print.percent}"` : 'fitToWidth="1" fitToHeight="0"'
  yield `<pageSetup paperSize="9" orientation="${sheet.landscape ? 'landscape' : 'portrait'}" ${size}/>`
  if (sheet.footer) {
    yield `<headerFooter><oddFooter>&amp;L${footerXml(sheet.footer.left)}&amp;R${footerXml(sheet.footer.right)} &amp;P / &amp;N</oddFooter></headerFooter>`
  }
  if (sheet.print) {
    yield `<colBreaks count="1" manualBreakCount="1"><brk id="${sheet.print.breakBefore}" max="1048575" man="1"/></colBreaks>`
  }
  yield '</worksheet>'
}

function paneXml({ frozen }: Sheet): string {
  if (!frozen) return ''
  const { rows, columns } = frozen
  const place = `${columnName(columns)}${rows + 1}`
  const pane = columns > 0 ? 'bottomRight' : 'bottomLeft'
  return `<pane${columns > 0 ? ` xSplit="${columns}"` : ''} ySplit="${rows}" topLeftCell="${place}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${place}" sqref="${place}"/>`
}

function* rowsXml({ rows, columns }: Sheet): Generator<string> {
  yield '<sheetData>'
  let text = ''
  let number = 0
  for (const row of rows) {
    number++
    text += `<row r="${number}"${row.hidden ? ' hidden="1"' : ''}${heightOf(row, columns)}>`
    let column = 0
    for (const cell of row.cells) {
      if (cell) text += oneCell(`${columnName(column)}${number}`, cell)
      column++
    }
    text += '</row>'
    if (text.length > piece) {
      yield text
      text = ''
    }
  }
  yield `${text}</sheetData>`
}

/** Not every program measures the rows of a file that it opens; it does when a cell is edited, since none is fixed here. */
function heightOf(row: SheetRow, columns: readonly number[]): string {
  if (row.height !== undefined) return ` ht="${row.height}" customHeight="1"`
  const lines = Math.max(1, ...row.cells.map((cell, column) => linesOf(cell, columns[column] ?? 10)))
  return ` ht="${Math.min(highest, lines * lineHeight + 1)}"`
}

function linesOf(cell: SheetCell, width: number): number {
  if (typeof cell?.value !== 'string' || !isWrapped(cell.style)) return 1
  return cell.value
    .split('\n')
    .reduce((lines, line) => lines + (line.length < width ? 1 : Math.ceil((line.length * broader) / width)), 0)
}

/** A text is always a text: a formula has an element of its own, which is never written here. */
function oneCell(place: string, { value, style }: NonNullable<SheetCell>): string {
  if (value === null || value === '') return `<c r="${place}" s="${styleNumber(style, false)}"/>`
  if (typeof value === 'number') {
    return Number.isFinite(value) ? `<c r="${place}" s="${styleNumber(style, false)}"><v>${value}</v></c>` : ''
  }
  return `<c r="${place}" s="${styleNumber(style, looksLikeFormula(value))}" t="inlineStr"><is><t xml:space="preserve">${cellXml(value)}</t></is></c>`
}

function choiceXml({ cells, kind, prompt, refusal }: Choice): string {
  const [type, formula] =
    'list' in kind
      ? [' type="list"', kind.list]
      : 'datesFrom' in kind
        ? [' type="date" operator="greaterThanOrEqual"', String(serialDay(kind.datesFrom))]
        : [' type="textLength" operator="lessThanOrEqual"', String(kind.longest)]
  // Excel takes 255 letters of either.
  return `<dataValidation${type} allowBlank="1" showInputMessage="1" showErrorMessage="1" error="${xmlText(refusal.slice(0, 255))}" prompt="${xmlText(prompt.slice(0, 255))}" sqref="${cells}"><formula1>${xmlText(formula)}</formula1></dataValidation>`
}

/** Days from the first of the year 1900, as spreadsheets count them (with a day too many in February of it). */
function serialDay(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)
}

/** `&` begins a code there. */
function footerXml(text: string): string {
  return xmlText(text.slice(0, 100).replaceAll('&', '&&'))
}
