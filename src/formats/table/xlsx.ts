import { open } from 'node:fs/promises'
import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { openZip } from '../archive/zip-archive.ts'
import { limits } from '../limits.ts'
import { NumberedCsv } from '../numbered-csv.ts'
import { recogniseForm } from '../recognise.ts'
import { type SheetRow, sheetRows } from './sheet-rows.ts'
import { readWorkbook, type Sheet, type Workbook } from './workbook.ts'

/** A report may have its title, its period and who ordered it above the header. */
const titleRows = 15

interface Header {
  readonly row: SheetRow
  /** Whether it has more than one column, as a table has and a cover sheet seldom. */
  readonly isWide: boolean
  /** Whether anything stands below it. */
  readonly hasRows: boolean
}

/**
 * Copies a sheet of a workbook (.xlsx) as CSV, in pieces: the sheet asked for, else the first that holds a table with
 * rows. The header is the first of the upper rows with more than one filled cell, else the first row; what stands above
 * it is a title. Cells to the right of the header belong to no column and are left out. Times are wall clock, for Excel
 * knows no zone; cells with an error are empty.
 * @returns which sheet was read, the others that there are, and how many rows it holds
 * @throws {Fault} 65 when it is broken, locked or a bomb, has no such sheet, or holds no rows
 */
export async function xlsxToCsv(
  path: string,
  shownAs: string,
  target: string,
  { sheet: wanted }: { readonly sheet?: string } = {},
): Promise<{ sheet: string; otherSheets: string[]; rows: number }> {
  await refuseLocked(path, shownAs)
  const archive = await openZip(path, shownAs)
  try {
    const book = await readWorkbook(archive, shownAs)
    const { sheet, header } = await chooseSheet(book, wanted, shownAs)
    const rows = await copySheet(book, sheet, header, target, shownAs)
    return { sheet: sheet.name, otherSheets: book.sheets.filter((one) => one !== sheet).map(({ name }) => name), rows }
  } finally {
    archive.close()
  }
}

/** A workbook with a password, like one of Excel 2003, is no ZIP file. */
async function refuseLocked(path: string, shownAs: string): Promise<void> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0)
    if (recogniseForm(buffer.subarray(0, bytesRead)) !== 'ole') return
    throw new Fault(
      Exit.data,
      `${shownAs} is an old Excel file, or one with a password`,
      'save it as .xlsx without a password, or as CSV (UTF-8)',
    )
  } finally {
    await file.close()
  }
}

async function chooseSheet(
  book: Workbook,
  wanted: string | undefined,
  shownAs: string,
): Promise<{ sheet: Sheet; header: Header }> {
  const named = book.sheets.filter(({ name }) => wanted === undefined || plain(name) === plain(wanted))
  if (named.length === 0) {
    const names = book.sheets.map(({ name }) => name).join(', ')
    throw new Fault(
      Exit.data,
      `${shownAs} has no sheet ${wanted ?? 'of cells'}`,
      names === '' ? '' : `its sheets: ${names}`,
    )
  }
  const found: { sheet: Sheet; header: Header }[] = []
  for (const sheet of named) {
    const header = await findHeader(book, sheet, shownAs)
    if (header?.isWide && header.hasRows) return { sheet, header }
    if (header) found.push({ sheet, header })
  }
  const best = found.find(({ header }) => header.isWide) ?? found[0]
  if (best) return best
  throw new Fault(Exit.data, `${shownAs} holds no rows`, 'check the export: a log has at least a header')
}

/** Looks at the upper rows of a sheet only. */
async function findHeader(book: Workbook, sheet: Sheet, shownAs: string): Promise<Header | undefined> {
  let first: SheetRow | undefined
  let wide: SheetRow | undefined
  let seen = 0
  for await (const rows of sheetRows(book, sheet, shownAs)) {
    for (const row of rows) {
      if (wide) return { row: wide, isWide: true, hasRows: true }
      first ??= row
      if (row.cells.filter((cell) => cell !== undefined).length > 1) wide = row
      else if (++seen > titleRows) return { row: first, isWide: false, hasRows: true }
    }
  }
  const row = wide ?? first
  return row && { row, isWide: wide !== undefined, hasRows: wide === undefined && seen > 1 }
}

async function copySheet(
  book: Workbook,
  sheet: Sheet,
  { row: header }: Header,
  target: string,
  shownAs: string,
): Promise<number> {
  if (header.cells.length > limits.columns) {
    throw new Fault(Exit.data, `${shownAs}: the header has more than ${limits.columns} columns`, 'choose a sheet')
  }
  const csv = new NumberedCsv(
    target,
    Array.from(header.cells, (cell) => cell?.replaceAll(/\s+/g, ' ').trim() ?? ''),
  )
  let count = 0
  try {
    for await (const rows of sheetRows(book, sheet, shownAs)) {
      for (const { number, cells } of rows) {
        if (number <= header.number) continue
        csv.row(number, cells)
        count++
      }
      await csv.flush()
    }
  } finally {
    await csv.close()
  }
  return count
}

function plain(name: string): string {
  return name.normalize('NFC').trim().toLowerCase()
}
