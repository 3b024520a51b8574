import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { openZip } from './zip-archive.ts'

/** What computers put beside the files of people. */
const companions = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i

/** Documents that are ZIP files too, by an entry that each has. */
const otherDocuments: readonly (readonly [entry: string, what: string])[] = [
  ['xl/workbook.bin', 'a binary workbook (.xlsb)'],
  ['word/document.xml', 'a Word document'],
  ['ppt/presentation.xml', 'a PowerPoint presentation'],
  ['META-INF/manifest.xml', 'an OpenDocument file'],
]

/**
 * Unpacks the files of an archive one at a time, by name, into a folder and under names of our own making; the next is
 * unpacked when it is asked for. An archive in it is given as a file.
 * @throws {Fault} 65 as `openZip`, and when it holds no file
 */
export async function* unzipTo(
  path: string,
  shownAs: string,
  folder: string,
): AsyncGenerator<{ readonly name: string; readonly path: string }> {
  const archive = await openZip(path, shownAs)
  try {
    const files = archive.entries.filter(({ name }) => !companions.test(name))
    if (files.length === 0) {
      throw new Fault(Exit.data, `${shownAs} holds no file`, 'export the log again; the archive is empty')
    }
    for (const [number, entry] of files.entries()) {
      const target = join(folder, `${number}.unpacked`)
      await pipeline(entry.content(), createWriteStream(target, { mode: 0o600, highWaterMark: 1 << 20 }))
      yield { name: entry.name, path: target }
    }
  } finally {
    archive.close()
  }
}

/**
 * Whether a ZIP file is a workbook of Excel (.xlsx).
 * @throws {Fault} 65 as `openZip`, and when it is a document of a kind that is not read
 */
export async function isSpreadsheet(path: string, shownAs: string): Promise<boolean> {
  const archive = await openZip(path, shownAs)
  archive.close()
  const names = new Set(archive.entries.map(({ name }) => name))
  const other = otherDocuments.find(([entry]) => names.has(entry))
  if (other) throw new Fault(Exit.data, `${shownAs} is ${other[1]}`, 'save it as .xlsx, or as CSV (UTF-8)')
  return names.has('xl/workbook.xml')
}
