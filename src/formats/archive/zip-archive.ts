import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { limits } from '../limits.ts'
import { isOfTheMachine } from './machine-error.ts'
import { checkDirectory, isFile, nameOf } from './zip-directory.ts'

const pieceBytes = 1 << 18

/** A file in an archive. */
export interface ZipEntry {
  /** Its path in the archive, to show and to sort by: never one to write to. */
  readonly name: string
  /** Its size unpacked, as the archive says; what is read is held against it. */
  readonly size: number
  /** The file in pieces. @throws {Fault} 65 when it is broken, or not as large as the archive says */
  content(): AsyncGenerator<Buffer>
}

export interface ZipArchive {
  /** Its files, by name. Directories and links are none. */
  readonly entries: readonly ZipEntry[]
  close(): void
}

/**
 * Opens a ZIP archive (APPNOTE 6.3, Zip64 too) and judges it by its directory, before anything of it is unpacked.
 * @throws {Fault} 65 when it is broken, locked, packed in a way that is not read, made of files that overlap, or a bomb
 */
export async function openZip(path: string, shownAs: string): Promise<ZipArchive> {
  const options = { autoClose: false, lazyEntries: true, decodeStrings: false }
  const zip = await sayingWhere(shownAs, () => openPromise(path, options))
  try {
    const all = await readDirectory(zip, shownAs)
    checkDirectory(all, shownAs)
    const entries = all
      .filter(isFile)
      .map((entry) => ({
        name: nameOf(entry),
        size: entry.uncompressedSize,
        content: () => contentOf(zip, path, entry, `${shownAs}/${nameOf(entry)}`),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))
    return { entries, close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function readDirectory(zip: ZipFile, shownAs: string): Promise<Entry[]> {
  if (zip.entryCount > limits.entries) {
    throw new Fault(Exit.data, `${shownAs} holds more than ${limits.entries} files`, 'check it, and unpack it first')
  }
  const entries: Entry[] = []
  await sayingWhere(shownAs, async () => {
    for await (const entry of zip.eachEntry()) entries.push(entry)
  })
  return entries
}

async function* contentOf(zip: ZipFile, path: string, entry: Entry, shownAs: string): AsyncGenerator<Buffer> {
  const header = await sayingWhere(shownAs, () => zip.readLocalFileHeaderPromise(entry, { minimal: true }))
  let size = 0
  let check = 0
  const pieces = rawOf(path, entry, header.fileDataStart)[Symbol.asyncIterator]()
  try {
    for (;;) {
      const { done, value } = await sayingWhere(shownAs, () => pieces.next())
      if (done) break
      size += value.length
      if (size > entry.uncompressedSize) throw liesFault(shownAs)
      check = crc32(value, check)
      yield value
    }
  } finally {
    await pieces.return?.()
  }
  if (size !== entry.uncompressedSize) throw liesFault(shownAs)
  if (check !== entry.crc32) {
    throw new Fault(Exit.data, `${shownAs} is broken: its checksum is wrong`, 'copy or export the archive again')
  }
}

/** The bytes of an entry, unpacked but not yet held against what the directory says of them. */
function rawOf(path: string, entry: Entry, start: number): AsyncIterable<Buffer> {
  // An empty range cannot be said to a stream.
  if (entry.compressedSize === 0) return emptyContent()
  const packed = createReadStream(path, { start, end: start + entry.compressedSize - 1, highWaterMark: pieceBytes })
  if (entry.compressionMethod === 0) return packed
  const inflate = createInflateRaw({ chunkSize: pieceBytes })
  pipeline(packed, inflate, () => undefined)
  return inflate
}

// oxlint-disable-next-line require-yield -- there is nothing to give
async function* emptyContent(): AsyncGenerator<Buffer> {}

function liesFault(shownAs: string): Fault {
  return new Fault(Exit.data, `${shownAs} is not as large as its archive says`, 'copy or export the archive again')
}

/** @throws {Fault} 65 for what goes wrong in the file; what the machine cannot do is thrown as it is */
async function sayingWhere<T>(shownAs: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Fault || isOfTheMachine(error)) throw error
    throw new Fault(Exit.data, `${shownAs} is broken: it cannot be unpacked`, 'copy or export the archive again', error)
  }
}
