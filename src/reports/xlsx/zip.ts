import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file of an archive: its name, and its text in pieces. */
export interface Part {
  readonly name: string
  readonly text: Iterable<string>
}

interface Packed {
  readonly name: Buffer
  readonly bytes: readonly Uint8Array[]
  readonly crc: number
  readonly packed: number
  readonly size: number
}

const deflated = 8
const utf8Names = 0x800
const version = 20

/**
 * An archive (APPNOTE 6.3, no Zip64: each file below 4 GB) of texts, packed one after the other.
 * @param at the time of all files: an instant, written as UTC
 */
export async function zipped(parts: readonly Part[], at: string): Promise<Uint8Array> {
  const time = dosTime(new Date(at))
  const bytes: Uint8Array[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const packed = await pack(part)
    const header = headerOf(packed, time)
    directory.push(entryOf(packed, header, offset))
    bytes.push(header, packed.name, ...packed.bytes)
    offset += header.length + packed.name.length + packed.packed
  }
  const entries = Buffer.concat(directory)
  return Buffer.concat([...bytes, entries, endOf(parts.length, entries.length, offset)])
}

async function pack({ name, text }: Part): Promise<Packed> {
  const bytes: Buffer[] = []
  let [crc, size, packed] = [0, 0, 0]
  const deflate = createDeflateRaw({ level: 6 })
  const source = Readable.from(
    (function* () {
      for (const piece of text) {
        const buffer = Buffer.from(piece)
        crc = crc32(buffer, crc)
        size += buffer.length
        yield buffer
      }
    })(),
  )
  source.on('error', (error) => deflate.destroy(error))
  for await (const piece of source.pipe(deflate) as AsyncIterable<Buffer>) {
    bytes.push(piece)
    packed += piece.length
  }
  return { name: Buffer.from(name), bytes, crc, packed, size }
}

function headerOf({ name, crc, packed, size }: Packed, time: number): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  writeCommon(header, 4, { time, crc, packed, size, name: name.length })
  return header
}

function entryOf({ name, crc, packed, size }: Packed, header: Buffer, offset: number): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(version, 4)
  writeCommon(entry, 6, { time: header.readUInt32LE(10), crc, packed, size, name: name.length })
  entry.writeUInt32LE(offset, 42)
  return Buffer.concat([entry, name])
}

/** What the header of a file and its entry in the directory have in common. */
function writeCommon(
  into: Buffer,
  at: number,
  of: { time: number; crc: number; packed: number; size: number; name: number },
): void {
  into.writeUInt16LE(version, at)
  into.writeUInt16LE(utf8Names, at + 2)
  into.writeUInt16LE(deflated, at + 4)
  into.writeUInt32LE(of.time, at + 6)
  into.writeUInt32LE(of.crc, at + 10)
  into.writeUInt32LE(of.packed, at + 14)
  into.writeUInt32LE(of.size, at + 18)
  into.writeUInt16LE(of.name, at + 22)
}

function endOf(files: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files, 8)
  end.writeUInt16LE(files, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(offset, 16)
  return end
}

/** A time as MS-DOS wrote it, two seconds to the unit; the first it knows is that of 1980. */
function dosTime(at: Date): number {
  const year = Math.max(0, at.getUTCFullYear() - 1980)
  const day = (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()
  const clock = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)
  return ((day << 16) | clock) >>> 0
}
