import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { limits } from '../limits.ts'

export interface PartReading {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  /** Text between the marks, in one or more pieces. */
  text?(text: string): void
  close?(name: string): void
}

/**
 * Reads a part of a workbook in pieces; names come without prefixes. Gives control back after each piece.
 * @throws {Fault} 65 when it is not well-formed or over a limit
 */
export async function* readPart(
  content: AsyncIterable<Buffer>,
  shownAs: string,
  reading: PartReading,
): AsyncGenerator<void> {
  const parser = new SaxesParser()
  const fault = (cause?: unknown) =>
    new Fault(Exit.data, `${shownAs}: the workbook is broken`, 'save it again, or save it as CSV (UTF-8)', cause)
  let depth = 0
  let unheard = 0
  parser.on('error', (error) => {
    throw fault(error)
  })
  parser.on('doctype', () => {
    throw fault()
  })
  parser.on('opentag', ({ name, attributes }) => {
    unheard = 0
    if (++depth > limits.depth) throw fault()
    reading.open(withoutPrefix(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    unheard = 0
    depth--
    reading.close?.(withoutPrefix(name))
  })
  parser.on('text', (text) => reading.text?.(text))
  parser.on('cdata', (text) => reading.text?.(text))

  let decoder: TextDecoder | undefined
  const write = (text: string) => {
    unheard += text.length
    parser.write(text)
    if (unheard > limits.value) throw fault()
  }
  for await (const piece of content) {
    decoder ??= decoderFor(piece)
    for (let from = 0; from < piece.length; from += stride) {
      write(decoder.decode(piece.subarray(from, from + stride), { stream: true }))
      yield
    }
  }
  write(decoder?.decode() ?? '')
  parser.close()
  yield
}

/** Reads a small part as a whole. @throws {Fault} 65 as `readPart` */
export async function readWholePart(
  content: AsyncIterable<Buffer>,
  shownAs: string,
  reading: PartReading,
): Promise<void> {
  for await (const _ of readPart(content, shownAs, reading));
}

/** Bytes given to the parser at once: a text over the limit is known no later than this much after it. */
const stride = 1 << 17

function decoderFor(start: Buffer): TextDecoder {
  const mark = start.subarray(0, 2).toString('hex')
  return new TextDecoder(mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8')
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
