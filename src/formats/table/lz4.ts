const magic = 0x184d2204
/** The fewest bytes that a reference copies. */
const shortest = 4

/**
 * Unpacks an LZ4 frame (LZ4 frame format 1.6), as Arrow packs its columns. Checksums are skipped.
 * @throws {Error} when it is broken, or holds more than `most` bytes
 */
export function unpackLz4(frame: Uint8Array, most: number): Uint8Array {
  const input = Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength)
  const flags = input.readUInt8(4)
  if (input.readUInt32LE(0) !== magic || flags >> 6 !== 1) throw new Error('no LZ4 frame')
  const has = (bit: number) => ((flags >> bit) & 1) === 1
  const output = new Output(most)
  let at = 7 + (has(3) ? 8 : 0) + (has(0) ? 4 : 0)
  for (;;) {
    const size = input.readUInt32LE(at)
    at += 4
    if (size === 0) return output.bytes()
    const end = at + (size & 0x7fffffff)
    if (end > input.length) throw new Error('an LZ4 block is cut')
    if (size >>> 31 === 1) output.add(input, at, end)
    else unpackBlock(input, at, end, output)
    at = end + (has(4) ? 4 : 0)
  }
}

/** A block is a row of literals and references to what came before, each with its length. */
function unpackBlock(input: Buffer, start: number, end: number, output: Output): void {
  let at = start
  const length = (first: number): number => {
    let sum = first
    for (let byte = first === 15 ? 255 : 0; byte === 255; sum += byte) byte = input.readUInt8(at++)
    return sum
  }
  while (at < end) {
    const token = input.readUInt8(at++)
    const literals = length(token >> 4)
    if (at + literals > end) throw new Error('LZ4 literals are cut')
    output.add(input, at, at + literals)
    at += literals
    if (at >= end) return
    const distance = input.readUInt16LE(at)
    at += 2
    output.repeat(distance, length(token & 15) + shortest)
  }
}

class Output {
  readonly #most: number
  #buffer = Buffer.allocUnsafe(1 << 16)
  #size = 0

  constructor(most: number) {
    this.#most = most
  }

  add(from: Buffer, start: number, end: number): void {
    this.#reserve(end - start)
    this.#size += from.copy(this.#buffer, this.#size, start, end)
  }

  /** Copies what stands a distance back; it may reach into what it writes. */
  repeat(distance: number, length: number): void {
    if (distance === 0 || distance > this.#size) throw new Error('an LZ4 reference leads nowhere')
    this.#reserve(length)
    const buffer = this.#buffer
    const end = this.#size + length
    for (let at = this.#size; at < end; at++) buffer[at] = buffer[at - distance]!
    this.#size = end
  }

  bytes(): Uint8Array {
    // In memory of its own, from its beginning: the columns are read in words of eight bytes.
    return new Uint8Array(this.#buffer.subarray(0, this.#size))
  }

  #reserve(more: number): void {
    const size = this.#size + more
    if (size > this.#most) throw new Error('an LZ4 frame holds too much')
    if (size <= this.#buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(size, this.#buffer.length * 2))
    this.#buffer.copy(larger, 0, 0, this.#size)
    this.#buffer = larger
  }
}
