import { crc32, deflateRawSync } from 'node:zlib'

export interface MadeEntry {
  readonly name: string
  readonly content?: string | Buffer
  /** Packed (8) unless it says otherwise. */
  readonly method?: number
  /** What the directory says instead of the truth. */
  readonly says?: { readonly crc?: number; readonly size?: number; readonly packed?: number; readonly at?: number }
  readonly flags?: number
  /** Kind and rights of a file, as Unix writes them. */
  readonly mode?: number
}

export interface MadeZip {
  readonly zip64?: boolean
  readonly comment?: string
  /** Number of files that the end of the archive says. */
  readonly count?: number
}

/** A ZIP archive as it should be, or as a test wants it broken. */
export function makeZip(entries: readonly MadeEntry[], { zip64 = false, comment = '', count }: MadeZip = {}): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const { header, record } = entryOf(entry, at, zip64)
    pieces.push(header)
    directory.push(record)
    at += header.length
  }
  const records = Buffer.concat(directory)
  const number = count ?? entries.length
  return Buffer.concat([...pieces, records, endOf(number, records.length, at, zip64, Buffer.from(comment))])
}

function entryOf(entry: MadeEntry, at: number, zip64: boolean): { header: Buffer; record: Buffer } {
  const { method = 8, flags = 0x800, says = {}, mode = 0o100_644 } = entry
  const name = Buffer.from(entry.name)
  const content = Buffer.from(entry.content ?? '')
  const packed = method === 8 ? deflateRawSync(content) : content
  const common = Buffer.alloc(26)
  common.writeUInt16LE(zip64 ? 45 : 20, 0)
  common.writeUInt16LE(flags, 2)
  common.writeUInt16LE(method, 4)
  common.writeUInt32LE(says.crc ?? crc32(content), 10)
  common.writeUInt32LE(zip64 ? 0xffffffff : (says.packed ?? packed.length), 14)
  common.writeUInt32LE(zip64 ? 0xffffffff : (says.size ?? content.length), 18)
  common.writeUInt16LE(name.length, 22)
  const extra = zip64
    ? zip64Field(says.size ?? content.length, says.packed ?? packed.length, says.at ?? at)
    : Buffer.alloc(0)
  common.writeUInt16LE(extra.length, 24)
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE((mode << 16) >>> 0, 6)
  rest.writeUInt32LE(zip64 ? 0xffffffff : (says.at ?? at), 10)
  return {
    header: Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, extra, packed]),
    record: Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003'), common, rest, name, extra]),
  }
}

function zip64Field(size: number, packed: number, at: number): Buffer {
  const field = Buffer.alloc(28)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(24, 2)
  field.writeBigUInt64LE(BigInt(size), 4)
  field.writeBigUInt64LE(BigInt(packed), 12)
  field.writeBigUInt64LE(BigInt(at), 20)
  return field
}

function endOf(count: number, bytes: number, at: number, zip64: boolean, comment: Buffer): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(zip64 ? 0xffff : count, 8)
  end.writeUInt16LE(zip64 ? 0xffff : count, 10)
  end.writeUInt32LE(zip64 ? 0xffffffff : bytes, 12)
  end.writeUInt32LE(zip64 ? 0xffffffff : at, 16)
  end.writeUInt16LE(comment.length, 20)
  if (!zip64) return Buffer.concat([end, comment])
  const record = Buffer.alloc(56)
  record.write('PK\u0006\u0006')
  record.writeBigUInt64LE(44n, 4)
  record.writeBigUInt64LE(BigInt(count), 24)
  record.writeBigUInt64LE(BigInt(count), 32)
  record.writeBigUInt64LE(BigInt(bytes), 40)
  record.writeBigUInt64LE(BigInt(at), 48)
  const locator = Buffer.alloc(20)
  locator.write('PK\u0006\u0007')
  locator.writeBigUInt64LE(BigInt(at + bytes), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([record, locator, end, comment])
}
