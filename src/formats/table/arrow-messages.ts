import type { FileHandle } from 'node:fs/promises'
import { Message, type Schema } from 'apache-arrow'
import { Footer } from 'apache-arrow/ipc/metadata/file'
import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { limits } from '../limits.ts'
import { checkShape } from './arrow-shape.ts'

const magic = 'ARROW1'
/** The sign before each message, since version 0.15. */
const continuation = -1

interface Frame {
  readonly message: Message
  /** All of it, as a stream holds it. */
  readonly bytes: Uint8Array
  /** Where the next one begins. */
  readonly next: number
}

/**
 * The messages of an Arrow IPC file or stream, each checked to lie whole in the file: first the schema, then what the
 * dictionaries hold, then batches of rows (Arrow columnar format 1.5, "Serialization and IPC"). The library takes what
 * is cut for the end, and rows would be lost without a word.
 * @param accept judges the schema, before anything is said of the rows
 * @throws {Fault} 65 when it is cut; another error when it is broken in itself
 */
export async function* arrowMessages(
  file: FileHandle,
  shownAs: string,
  accept: (schema: Schema) => void,
): AsyncGenerator<Uint8Array> {
  const { size } = await file.stat()
  const reader = new FrameReader(file, size, shownAs)
  const start = await reader.bytes(0, Math.min(8, size))
  if (start.subarray(0, 6).toString('latin1') === magic) yield* messagesOfFile(reader, size, accept)
  else yield* messagesOfStream(reader, size, accept)
}

async function* messagesOfStream(
  reader: FrameReader,
  size: number,
  accept: (schema: Schema) => void,
): AsyncGenerator<Uint8Array> {
  let at = 0
  for (let count = 0; ; count++) {
    const frame = await reader.frame(at)
    if (!frame) break
    if (frame.message.isSchema() !== (count === 0)) throw reader.broken()
    if (frame.message.isSchema()) accept(frame.message.header())
    else if (!hasWholeColumns(frame.message)) throw reader.broken()
    yield frame.bytes
    at = frame.next
  }
  if (at + 8 < size) throw reader.broken()
}

/** A file says at its end where its messages lie; a dictionary may come after the rows that use it. */
async function* messagesOfFile(
  reader: FrameReader,
  size: number,
  accept: (schema: Schema) => void,
): AsyncGenerator<Uint8Array> {
  const tail = await reader.bytes(size - 10, 10)
  const length = tail.readInt32LE(0)
  if (tail.subarray(4).toString('latin1') !== magic || length <= 0) throw reader.cut()
  const end = await reader.bytes(size - 10 - length, length)
  checkShape(end, 'footer')
  const footer = Footer.decode(end)
  accept(footer.schema)
  yield framed(Message.encode(Message.from(footer.schema)))
  for (const block of [...footer.dictionaryBatches(), ...footer.recordBatches()]) {
    const frame = await reader.frame(block.offset)
    if (!frame || frame.message.isSchema() || !hasWholeColumns(frame.message)) throw reader.broken()
    yield frame.bytes
  }
}

/** The library fills columns that are too short with nothing. */
function hasWholeColumns(message: Message): boolean {
  if (!message.isRecordBatch()) return true
  const { length, nodes } = message.header()
  return nodes.every((column) => column.length === length)
}

/** A message without a body, as a stream holds it. */
function framed(message: Uint8Array): Uint8Array {
  const length = (message.length + 7) & ~7
  const frame = Buffer.alloc(8 + length)
  frame.writeInt32LE(continuation, 0)
  frame.writeInt32LE(length, 4)
  frame.set(message, 8)
  return frame
}

class FrameReader {
  readonly #file: FileHandle
  readonly #size: number
  readonly #shownAs: string

  constructor(file: FileHandle, size: number, shownAs: string) {
    this.#file = file
    this.#size = size
    this.#shownAs = shownAs
  }

  cut(): Fault {
    return new Fault(Exit.data, `${this.#shownAs} is cut: its end is missing`, 'copy or export it again')
  }

  broken(): Fault {
    return new Fault(Exit.data, `${this.#shownAs} is broken: it is no whole Arrow file`, 'export it again')
  }

  /** The message at a place; undefined at the mark that ends a stream. */
  async frame(at: number): Promise<Frame | undefined> {
    const first = (await this.bytes(at, 4)).readInt32LE(0)
    const prefix = first === continuation ? 8 : 4
    const length = first === continuation ? (await this.bytes(at + 4, 4)).readInt32LE(0) : first
    if (length === 0) return undefined
    if (length < 0) throw this.broken()
    const header = await this.bytes(at + prefix, length)
    checkShape(header, 'message')
    const message = Message.decode(header)
    const { bodyLength } = message
    if (!Number.isSafeInteger(bodyLength) || bodyLength < 0) throw this.broken()
    if (bodyLength > limits.batch) {
      const most = `${limits.batch / 1e9} GB`
      throw new Fault(Exit.data, `${this.#shownAs}: a batch is larger than ${most}`, 'write it in smaller batches')
    }
    const whole = prefix + length + bodyLength
    return { message, bytes: await this.bytes(at, whole), next: at + whole }
  }

  async bytes(at: number, length: number): Promise<Buffer> {
    if (!Number.isSafeInteger(at) || at < 0) throw this.broken()
    if (at + length > this.#size) throw this.cut()
    const buffer = Buffer.alloc(length)
    let read = 0
    while (read < length) {
      const { bytesRead } = await this.#file.read(buffer, read, length - read, at + read)
      if (bytesRead === 0) throw this.cut()
      read += bytesRead
    }
    return buffer
  }
}
