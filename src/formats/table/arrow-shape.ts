import { limits } from '../limits.ts'

/** Fields of a schema with all that they hold; each may stand in several places. */
const mostFields = 10 * limits.columns
const block = 24
const pair = 16
const word = 8

/**
 * Checks that every list in a message or a footer lies within it: the library believes its length, and would gather
 * thousands of millions of entries that are not there. The places of the fields are those of the format's
 * `Message.fbs`, `Schema.fbs` and `File.fbs`.
 * @throws {Error} when one does not
 */
export function checkShape(bytes: Buffer, what: 'message' | 'footer'): void {
  const shape = new Shape(bytes)
  const root = bytes.readUInt32LE(0)
  // What else is said of it, in both kinds.
  shape.list(root, 4, 4)
  if (what === 'footer') {
    shape.schema(shape.table(root, 1))
    shape.list(root, 2, block)
    shape.list(root, 3, block)
    return
  }
  const kind = shape.field(root, 1)
  const header = shape.table(root, 2)
  switch (kind === 0 ? 0 : bytes.readUInt8(kind)) {
    case 1:
      return shape.schema(header)
    case 2:
      return shape.batch(shape.table(header, 1))
    case 3:
      return shape.batch(header)
    default:
      throw new Error('a message of an unknown kind')
  }
}

/** The tables of a flat buffer, by their places in it. */
class Shape {
  readonly #bytes: Buffer
  #fields = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  /** The place of a field of a table; 0 when it is absent. */
  field(table: number, index: number): number {
    const places = table - this.#bytes.readInt32LE(table)
    const at = 4 + index * 2
    const offset = at < this.#bytes.readUInt16LE(places) ? this.#bytes.readUInt16LE(places + at) : 0
    return offset === 0 ? 0 : table + offset
  }

  table(outer: number, index: number): number {
    const at = this.field(outer, index)
    if (at === 0) throw new Error('a part is missing')
    return at + this.#bytes.readUInt32LE(at)
  }

  /** The place of the first entry, and how many there are. */
  list(table: number, index: number, entryBytes: number): { start: number; count: number } {
    const at = this.field(table, index)
    if (at === 0) return { start: 0, count: 0 }
    const place = at + this.#bytes.readUInt32LE(at)
    const count = this.#bytes.readUInt32LE(place)
    const start = place + 4
    if (start + count * entryBytes > this.#bytes.length) throw new Error('a list is cut')
    return { start, count }
  }

  schema(table: number): void {
    this.#fieldsOf(table, 1, 0)
    this.list(table, 2, 4)
  }

  #fieldsOf(table: number, index: number, depth: number): void {
    const { start, count } = this.list(table, index, 4)
    this.#fields += count
    if (this.#fields > mostFields || depth > limits.depth) throw new Error('too many fields')
    for (let entry = start; entry < start + count * 4; entry += 4) {
      const field = entry + this.#bytes.readUInt32LE(entry)
      this.#fieldsOf(field, 5, depth + 1)
      this.list(field, 6, 4)
    }
  }

  batch(table: number): void {
    this.list(table, 1, pair)
    this.list(table, 2, pair)
    this.list(table, 4, word)
  }
}
