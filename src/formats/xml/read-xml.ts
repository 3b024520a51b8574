import { SaxesParser } from 'saxes'
import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { limits } from '../limits.ts'
import type { RecordSource } from '../record.ts'
import type { XmlElement } from './element.ts'

export interface XmlReading {
  /** Is this element a record? Asked for each element outside records, by local names. */
  isRecord(name: string, parent: string): boolean
  /** Takes a whole record. */
  record(element: XmlElement): void
  /** Takes the text of an element outside records that holds nothing but text. */
  leaf?(path: readonly string[], text: string): void
  /** After each piece of the file. */
  flush(): Promise<void>
}

interface OpenElement extends XmlElement {
  readonly attributes: Record<string, string>
  readonly children: OpenElement[]
  text: string
}

/**
 * Reads XML in pieces, one record at a time in memory. No document type, and so no entities of the file's own.
 * @throws {Fault} 65 with line and column when it is not well-formed, has a document type, or is over a limit
 */
export async function readXml(source: RecordSource, reading: XmlReading): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: true })
  /** Local names of the open elements outside records, from the root. */
  const path: string[] = []
  /** The open elements of a record, from the record itself. */
  const open: OpenElement[] = []
  let outside: string | undefined
  let recordSize = 0
  let unheard = 0

  const fault = (what: string, wayOut: string, cause?: unknown) =>
    new Fault(Exit.data, `${source.shownAs}, line ${parser.line}, column ${parser.column}: ${what}`, wayOut, cause)
  const heard = () => {
    unheard = 0
  }
  const grow = (size: number) => {
    recordSize += size
    if (recordSize > limits.record) throw fault(`a record is longer than ${limits.record / 1e6} MB`, 'check the export')
  }

  parser.on('error', (error) => {
    throw fault('the XML is broken here', 'export the file again; it may have been cut', error)
  })
  parser.on('doctype', () => {
    throw fault('the file has a document type (DOCTYPE), which is not read', 'export it without one')
  })
  parser.on('opentag', (tag) => {
    heard()
    if (path.length + open.length >= limits.depth) {
      throw fault(`elements lie more than ${limits.depth} deep`, 'a log does not: check the export')
    }
    const name = localName(tag.name)
    const outer = open.at(-1)
    if (!outer && !reading.isRecord(name, path.at(-1) ?? '')) {
      path.push(name)
      outside = ''
      return
    }
    if (!outer) recordSize = 0
    const element: OpenElement = { name, attributes: attributesOf(tag.attributes), children: [], text: '' }
    grow(tag.name.length)
    for (const key in element.attributes) grow(key.length + element.attributes[key]!.length)
    outer?.children.push(element)
    open.push(element)
  })
  const text = (value: string) => {
    heard()
    const element = open.at(-1)
    if (element) {
      grow(value.length)
      element.text += value
    } else if (outside !== undefined && reading.leaf) outside += value
  }
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('comment', heard)
  parser.on('processinginstruction', heard)
  parser.on('closetag', () => {
    heard()
    const element = open.pop()
    if (element) {
      if (open.length === 0) reading.record(element)
      return
    }
    if (outside !== undefined) reading.leaf?.(path, outside.trim())
    outside = undefined
    path.pop()
  })

  for await (const piece of source.text()) {
    for (let from = 0; from < piece.length; from += stride) {
      const part = piece.slice(from, from + stride)
      unheard += part.length
      parser.write(part)
      if (unheard > limits.value) throw fault(`a value is longer than ${limits.value / 1e6} MB`, 'check the export')
    }
    await reading.flush()
  }
  parser.close()
}

/** Characters given to the parser at once: a value over the limit is known no later than this much after it. */
const stride = 65_536

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function attributesOf(given: Readonly<Record<string, string>>): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const name in given) {
    if (!name.startsWith('xmlns')) attributes[localName(name)] = given[name]!
  }
  return attributes
}
