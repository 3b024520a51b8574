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
  children: OpenElement[]
  text: string
}

/**
 * Reads XML in pieces, one record at a time in memory. No document type, and so no entities of the file's own.
 * @throws {Fault} 65 with line and column when it is not well-formed, has a document type, or is over a limit
 */
export async function readXml(source: RecordSource, reading: XmlReading): Promise<void> {
  /** Local names of the open elements outside records, from the root. */
  const path: string[] = []
  /** The open elements of a record, from the record itself. */
  const open: OpenElement[] = []
  let outside: string | undefined
  let recordSize = 0

  /** Characters since anything was told: of a value, tag or comment that has no end. */
  let untold = 0

  const fault = (what: string, wayOut: string) =>
    new Fault(Exit.data, `${source.shownAs}, line ${parser.line}, column ${parser.column}: ${what}`, wayOut)
  const tooLong = () => fault(`a value is longer than ${limits.value / 1e6} MB`, 'check the export')
  const grow = (size: number) => {
    recordSize += size
    if (recordSize > limits.record) throw fault(`a record is longer than ${limits.record / 1e6} MB`, 'check the export')
  }
  const addText = (value: string) => {
    untold = 0
    if (value.length > limits.value) throw tooLong()
    const element = open.at(-1)
    if (element) {
      grow(value.length)
      element.text += value
    } else if (outside !== undefined && reading.leaf) {
      outside += value
      if (outside.length > limits.value) throw tooLong()
    }
  }

  // No more events than needed: with a few handlers more the parser's object turns into a dictionary, four times as slow.
  const parser = new SaxesParser({ xmlns: false, position: true })
  parser.on('error', (error) => {
    const what = /unclosed tag|unexpected end|must contain a root/.test(error.message)
      ? 'the file ends before its last element does'
      : 'the XML is broken here'
    throw fault(what, 'export the file again; it may have been cut')
  })
  parser.on('doctype', () => {
    throw fault('the file has a document type (DOCTYPE), which is not read', 'export it without one')
  })
  // Taken one by one: the parser's own collection of them is slow to walk.
  let attributes: Record<string, string> = {}
  let attributeSize = 0
  parser.on('attribute', ({ name, value }) => {
    attributeSize += nodeWeight + name.length + value.length
    addAttribute(attributes, name, value)
  })
  parser.on('opentag', (tag) => {
    untold = 0
    const given = attributes
    const size = nodeWeight + tag.name.length + attributeSize
    attributes = {}
    attributeSize = 0
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
    if (!outer) {
      recordSize = 0
      outside = undefined
    }
    const element: OpenElement = { name, attributes: given, children: childless, text: '' }
    grow(size)
    if (outer?.children === childless) outer.children = [element]
    else outer?.children.push(element)
    open.push(element)
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    untold = 0
    const element = open.pop()
    if (element) {
      if (open.length === 0) reading.record(element)
      return
    }
    if (outside !== undefined) reading.leaf?.(path, outside.trim())
    outside = undefined
    path.pop()
  })

  let isBegun = false
  for await (const piece of source.text()) {
    // Blank lines before the declaration are a common sin, which the standard does not forgive.
    const begun: string = isBegun ? piece : piece.replace(/^\uFEFF?\s+/, '')
    isBegun ||= begun !== ''
    untold += piece.length - begun.length
    for (let from = 0; from < begun.length; from += stride) {
      const part = begun.slice(from, from + stride)
      untold += part.length
      parser.write(part)
      if (untold > limits.value) throw tooLong()
    }
    if (untold > limits.value) throw tooLong()
    await reading.flush()
  }
  parser.close()
}

/** Of the many elements that hold none; never added to. */
const childless: OpenElement[] = []

/** Characters given to the parser at once: what has no end is known to be too long not much later than it is. */
const stride = 65_536

/** What an element or attribute weighs beside its characters, so that a record of empty ones is held to its limit too. */
const nodeWeight = 64

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Where `type` and `xsi:type` meet, the element's own counts. */
function addAttribute(attributes: Record<string, string>, name: string, value: string): void {
  const local = localName(name)
  if (local.length < name.length ? name.startsWith('xmlns:') : name === 'xmlns') return
  if (local === name || !Object.hasOwn(attributes, local)) attributes[local] = value
}
