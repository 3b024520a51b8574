import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openZip, type ZipArchive } from '../../src/formats/archive/zip-archive.ts'
import { sheetRows } from '../../src/formats/table/sheet-rows.ts'
import { readWorkbook } from '../../src/formats/table/workbook.ts'
import { scratchFolder } from '../harness/program.ts'

/** A file of these bytes, which goes when the test is done. */
export function fileOf(bytes: Uint8Array, name = 'workbook.xlsx'): string {
  const file = join(scratchFolder(), name)
  writeFileSync(file, bytes)
  return file
}

/** The parts of a workbook, each as text. */
export function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  return opened(bytes, async (archive) => {
    const parts = new Map<string, string>()
    for (const entry of archive.entries) {
      const pieces: Buffer[] = []
      for await (const piece of entry.content()) pieces.push(piece)
      parts.set(entry.name, Buffer.concat(pieces).toString('utf8'))
    }
    return parts
  })
}

/** The texts of a sheet, by cell. */
export function cellsOf(bytes: Uint8Array, sheet: string): Promise<Map<string, string>> {
  return opened(bytes, async (archive) => {
    const book = await readWorkbook(archive, 'workbook')
    const cells = new Map<string, string>()
    for await (const rows of sheetRows(
      book,
      book.sheets.find(({ name }) => name === sheet)!,
      'workbook',
    )) {
      for (const row of rows) {
        for (const [column, text] of row.cells.entries()) {
          if (text !== undefined) cells.set(`${String.fromCharCode(65 + column)}${row.number}`, text)
        }
      }
    }
    return cells
  })
}

async function opened<T>(bytes: Uint8Array, work: (archive: ZipArchive) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'loggkoll-cells-'))
  const file = join(folder, 'workbook.xlsx')
  writeFileSync(file, bytes)
  const archive = await openZip(file, 'workbook')
  try {
    return await work(archive)
  } finally {
    archive.close()
    rmSync(folder, { recursive: true })
  }
}
