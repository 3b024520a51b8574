import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'

// POSIX ustar, of which a backup uses only plain files; a size over 8 GiB is written in base 256, as GNU tar does.
const block = 512

/** From where to how many bytes the fields of a header go. */
const field = {
  name: [0, 100],
  mode: [100, 8],
  uid: [108, 8],
  gid: [116, 8],
  size: [124, 12],
  mtime: [136, 12],
  checksum: [148, 8],
  type: [156, 1],
  magic: [257, 8],
  prefix: [345, 155],
} as const satisfies Record<string, readonly [number, number]>

/** The header of a file of an archive. @param time when it was made, in seconds since 1970 */
export function tarHeader(path: string, bytes: number, time: number): Buffer {
  const header = Buffer.alloc(block)
  const put = (name: keyof typeof field, text: string): void => void header.write(text, field[name][0], 'utf8')
  const [prefix, name] = splitName(path)
  put('name', name)
  put('prefix', prefix)
  put('mode', '0000600\0')
  put('uid', '0000000\0')
  put('gid', '0000000\0')
  if (bytes < 0o77777777777) put('size', `${bytes.toString(8).padStart(11, '0')}\0`)
  else {
    header.writeBigUInt64BE(BigInt(bytes), field.size[0] + 4)
    header.writeUInt8(0x80, field.size[0])
  }
  put('mtime', `${time.toString(8).padStart(11, '0')}\0`)
  put('type', '0')
  put('magic', 'ustar\x0000')
  put('checksum', `${checksumOf(header).toString(8).padStart(6, '0')}\0 `)
  return header
}

/** What follows a file of so many bytes, up to a whole block. */
export function tarPadding(bytes: number): Buffer {
  return Buffer.alloc((block - (bytes % block)) % block)
}

/** What stands at the end of an archive. */
export const tarEnd: Buffer = Buffer.alloc(2 * block)

/** A file of an archive that is being read. */
export interface TarEntry {
  readonly path: string
  readonly bytes: number
  /** Its content; to be taken before the next entry is asked for. */
  readonly pieces: AsyncIterable<Uint8Array>
}

/**
 * Reads an archive once from its beginning to its end, which must be there.
 * @throws {Fault} 65 when it is no archive of plain files, or is cut off
 */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const reader = new Reader(source)
  for (;;) {
    const header = await reader.take(block)
    if (header.every((byte) => byte === 0)) return await reader.end()
    const { path, bytes } = parseHeader(header)
    let left = bytes
    const pieces = async function* (): AsyncGenerator<Uint8Array> {
      while (left > 0) {
        const piece = await reader.some(left)
        left -= piece.length
        yield piece
      }
    }
    yield { path, bytes, pieces: pieces() }
    if (left > 0) throw new Error('an entry of an archive was left unread')
    await reader.take(tarPadding(bytes).length)
  }
}

function parseHeader(header: Buffer): { readonly path: string; readonly bytes: number } {
  const bytesOf = (name: keyof typeof field): Buffer => header.subarray(field[name][0], field[name][0] + field[name][1])
  const text = (name: keyof typeof field): string => {
    const bytes = bytesOf(name)
    const end = bytes.indexOf(0)
    return bytes.subarray(0, end < 0 ? bytes.length : end).toString('utf8')
  }
  if (text('magic') !== 'ustar' || Number.parseInt(text('checksum'), 8) !== checksumOf(header)) throw noBackup()
  const size = bytesOf('size')
  const bytes = size[0] === 0x80 ? Number(size.readBigUInt64BE(4)) : Number.parseInt(text('size'), 8)
  if (text('type') !== '0' || !Number.isSafeInteger(bytes) || bytes < 0) throw noBackup()
  const prefix = text('prefix')
  return { path: prefix === '' ? text('name') : `${prefix}/${text('name')}`, bytes }
}

function noBackup(): Fault {
  return new Fault(Exit.data, 'this is no backup of loggkoll, or it is damaged', 'check that it is the right file')
}

function checksumOf(header: Buffer): number {
  const [from, length] = field.checksum
  const sum = header.reduce((total, byte) => total + byte, 0)
  // Counted as if its own place held spaces.
  return sum - header.subarray(from, from + length).reduce((total, byte) => total + byte - 32, 0)
}

/** A long path stands in two fields, parted at a slash. */
function splitName(path: string): [string, string] {
  if (Buffer.byteLength(path) <= field.name[1]) return ['', path]
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
    const [prefix, name] = [path.slice(0, at), path.slice(at + 1)]
    if (Buffer.byteLength(prefix) <= field.prefix[1] && Buffer.byteLength(name) <= field.name[1]) return [prefix, name]
  }
  throw new Fault(Exit.data, `the name ${path} is too long for a backup`, 'give the file a shorter one')
}

/** Takes so many bytes at a time from pieces of any length. */
class Reader {
  readonly #source: AsyncIterator<Uint8Array>
  #rest: Uint8Array = new Uint8Array()

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** At least one byte and at most so many. @throws {Fault} 65 at the end */
  async some(most: number): Promise<Uint8Array> {
    while (this.#rest.length === 0) {
      const next = await this.#source.next()
      if (next.done === true)
        throw new Fault(Exit.data, 'the backup is cut off', 'have it copied again, or take another')
      this.#rest = next.value
    }
    const piece = this.#rest.subarray(0, most)
    this.#rest = this.#rest.subarray(piece.length)
    return piece
  }

  /** Reads on to the end of the source, where only zeros may be. @throws {Fault} 65 */
  async end(): Promise<void> {
    for (let rest: Uint8Array | undefined = this.#rest; rest;) {
      if (rest.some((byte) => byte !== 0)) throw noBackup()
      const next = await this.#source.next()
      rest = next.done === true ? undefined : next.value
    }
  }

  async take(bytes: number): Promise<Buffer> {
    const taken = Buffer.alloc(bytes)
    for (let at = 0; at < bytes;) {
      const piece = await this.some(bytes - at)
      taken.set(piece, at)
      at += piece.length
    }
    return taken
  }
}
