import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { cellNumber, unescaped } from './cell-text.ts'
import { readPart } from './part-reader.ts'
import { RichText, type Sheet, type Workbook } from './workbook.ts'

/** A row that holds something. */
export interface SheetRow {
  /** As the spreadsheet numbers it. */
  readonly number: number
  /** By column; what is empty is undefined. */
  readonly cells: readonly (string | undefined)[]
}

const mostRows = 1_048_576
const mostColumns = 16_384

/**
 * The rows of a sheet that hold something, some at a time.
 * @param errors whether a cell whose formula failed is empty, or holds the name of its error (`#NAME?`)
 * @throws {Fault} 65 when the sheet is broken, or cells stand where none can be
 */
export async function* sheetRows(
  book: Workbook,
  sheet: Sheet,
  shownAs: string,
  errors: 'empty' | 'named' = 'empty',
): AsyncGenerator<readonly SheetRow[]> {
  let rows: SheetRow[] = []
  let cells: (string | undefined)[] = []
  let isFilled = false
  let row = 0
  let column = -1
  let type = ''
  let style = 0
  let value = ''
  let inValue = false
  const rich = new RichText()
  const misplaced = () => new Fault(Exit.data, `${shownAs}: a cell stands where none can be`, 'save the workbook again')

  const cellText = (): string | undefined => {
    switch (type) {
      case 's':
        return book.texts.at(Number(value))
      case 'inlineStr':
        return rich.text
      case 'b':
        return value.trim() === '1' || value.trim() === 'true' ? 'true' : 'false'
      case 'e':
        return errors === 'named' ? value : undefined
      case 'n':
        return cellNumber(value, book.formats[style], book.from1904)
      default:
        return unescaped(value)
    }
  }

  const reading = {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      if (name === 'v') inValue = true
      else if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r'])
        if (!(column >= 0 && column < mostColumns)) throw misplaced()
        type = attributes['t'] ?? 'n'
        style = Number(attributes['s'] ?? 0)
        value = ''
        rich.begin()
      } else if (name === 'row') {
        const next = attributes['r'] === undefined ? row + 1 : Number(attributes['r'])
        if (!(next > row && next <= mostRows && Number.isInteger(next))) throw misplaced()
        row = next
        column = -1
        cells = []
        isFilled = false
      } else rich.open(name)
    },
    text(text: string) {
      if (inValue) value += text
      else rich.add(text)
    },
    close(name: string) {
      if (name === 'v') inValue = false
      else if (name === 'c') {
        const text = value === '' && type !== 'inlineStr' ? undefined : cellText()
        if (text === undefined || text.trim() === '') return
        cells[column] = text
        isFilled = true
      } else if (name === 'row') {
        if (isFilled) rows.push({ number: row, cells })
      } else rich.close(name)
    },
  }
  for await (const _ of readPart(sheet.part.content(), shownAs, reading)) {
    if (rows.length === 0) continue
    yield rows
    rows = []
  }
}

/** The column of a place such as `AB12`, from 0. */
function columnOf(place: string): number {
  let column = 0
  for (let index = 0; index < place.length; index++) {
    const letter = place.charCodeAt(index) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}
