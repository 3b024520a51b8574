import { posix } from 'node:path'
import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import type { ZipArchive, ZipEntry } from '../archive/zip-archive.ts'
import { unescaped } from './cell-text.ts'
import { builtInFormat, formatOfCode, type NumberFormat } from './number-format.ts'
import { readWholePart } from './part-reader.ts'
import { TextPool } from './text-pool.ts'

export interface Sheet {
  readonly name: string
  readonly part: ZipEntry
}

/** What the sheets of a workbook share. */
export interface Workbook {
  /** Its sheets of cells, in order; those that are hidden come last. */
  readonly sheets: readonly Sheet[]
  readonly from1904: boolean
  /** The format of each cell style. */
  readonly formats: readonly NumberFormat[]
  readonly texts: TextPool
}

interface Relation {
  readonly type: string
  readonly target: string
}

const workbookPart = 'xl/workbook.xml'

/**
 * Reads all of a workbook but its cells (ECMA-376 part 1, SpreadsheetML).
 * @throws {Fault} 65 when it is broken
 */
export async function readWorkbook(archive: ZipArchive, shownAs: string): Promise<Workbook> {
  const parts = new Map(archive.entries.map((entry) => [entry.name, entry]))
  const book = parts.get(workbookPart)
  if (!book) throw new Fault(Exit.data, `${shownAs} is no workbook`, 'save it as .xlsx, or as CSV (UTF-8)')
  const relations = await readRelations(parts.get('xl/_rels/workbook.xml.rels'), shownAs)
  const partOf = (type: string) => [...relations.values()].find((one) => one.type === type)?.target ?? ''
  const { listed, from1904 } = await readBook(book, shownAs)
  const sheets = listed.flatMap(({ name, relation, hidden }) => {
    const { type, target } = relations.get(relation) ?? { type: '', target: '' }
    const part = parts.get(target)
    return part && type === 'worksheet' ? [{ name, part, hidden }] : []
  })
  return {
    sheets: [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)],
    from1904,
    formats: await readFormats(parts.get(partOf('styles')), shownAs),
    texts: await readTexts(parts.get(partOf('sharedStrings')), shownAs),
  }
}

async function readRelations(part: ZipEntry | undefined, shownAs: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>()
  if (!part) return relations
  await readWholePart(part.content(), shownAs, {
    open(name, { Id, Type = '', Target = '' }) {
      if (name !== 'Relationship' || Id === undefined) return
      // Targets are relative to the workbook's folder, or start at the root of the archive.
      const target = posix.resolve(`/${posix.dirname(workbookPart)}`, Target).slice(1)
      relations.set(Id, { type: posix.basename(Type), target })
    },
  })
  return relations
}

async function readBook(part: ZipEntry, shownAs: string) {
  const listed: { name: string; relation: string; hidden: boolean }[] = []
  let from1904 = false
  await readWholePart(part.content(), shownAs, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = isTrue(attributes['date1904'])
      if (name !== 'sheet') return
      // The prefix of the relationship is free.
      const relation = Object.keys(attributes).find((key) => key.endsWith(':id'))
      listed.push({
        name: attributes['name'] ?? '',
        relation: relation === undefined ? '' : attributes[relation]!,
        hidden: (attributes['state'] ?? 'visible') !== 'visible',
      })
    },
  })
  return { listed, from1904 }
}

async function readFormats(part: ZipEntry | undefined, shownAs: string): Promise<NumberFormat[]> {
  const own = new Map<number, NumberFormat>()
  const formats: NumberFormat[] = []
  let inCells = false
  if (!part) return formats
  await readWholePart(part.content(), shownAs, {
    open(name, attributes) {
      const id = Number(attributes['numFmtId'] ?? 0)
      if (name === 'cellXfs') inCells = true
      else if (name === 'numFmt') own.set(id, formatOfCode(attributes['formatCode'] ?? ''))
      else if (name === 'xf' && inCells) formats.push(own.get(id) ?? builtInFormat(id))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}

async function readTexts(part: ZipEntry | undefined, shownAs: string): Promise<TextPool> {
  const pool = new TextPool(shownAs)
  if (!part) return pool
  const item = new RichText()
  await readWholePart(part.content(), shownAs, {
    open(name) {
      if (name === 'si') item.begin()
      item.open(name)
    },
    text: (text) => item.add(text),
    close(name) {
      item.close(name)
      if (name === 'si') pool.add(item.text)
    },
  })
  return pool
}

/** The text of an item: that of its runs, without how it is pronounced (`rPh`). */
export class RichText {
  #text = ''
  #inText = false
  #inPhonetic = false

  get text(): string {
    return unescaped(this.#text)
  }

  begin(): void {
    this.#text = ''
  }

  open(name: string): void {
    if (name === 'rPh') this.#inPhonetic = true
    else if (name === 't') this.#inText = true
  }

  add(text: string): void {
    if (this.#inText && !this.#inPhonetic) this.#text += text
  }

  close(name: string): void {
    if (name === 'rPh') this.#inPhonetic = false
    else if (name === 't') this.#inText = false
  }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
