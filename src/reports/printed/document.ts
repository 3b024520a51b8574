import type { Language } from '../../model/language.ts'
import type { Markup } from '../html/markup.ts'

/**
 * A report described once, in the reader's words; `asHtml`, `asPdf`, `asMarkdown`, `asWorkbook` and `asCsv` write it.
 * Everything in it is text: what looks like markup or a formula comes out as it stands.
 */
export interface PrintedDocument {
  readonly language: Language
  readonly title: string
  /** What it is about, under the title: unit, period. */
  readonly subtitle?: string
  /** The case number (dnr), printed on every page; null where there is none. */
  readonly caseNumber: string | null
  /** How long it is kept, in words, printed on every page; null where that is not said. */
  readonly archive: string | null
  /** The version of the tool. */
  readonly tool: string
  /** When it was made: an instant, ISO 8601. It is the date of the PDF, so that the same report has the same bytes. */
  readonly prepared: string
  /** Lying A4, for wide tables. */
  readonly landscape?: boolean
  readonly blocks: readonly Block[]
}

export type Block =
  | Section
  | Paragraph
  | ItemList
  | FactList
  | FigureList
  | Notice
  | Table
  | Plot
  | SignatureLines
  | Choices

/** A heading with what belongs to it; in a section, one level down. */
export interface Section {
  readonly is: 'section'
  readonly heading: string
  readonly blocks: readonly Block[]
  /** Begins on a page of its own. */
  readonly newPage?: boolean
  /** Is not divided between pages: only for what surely is shorter than one. */
  readonly together?: boolean
}

interface Paragraph {
  readonly is: 'paragraph'
  readonly text: Inline
  /** `lead` is larger, for the sentence that matters most; `small` is quiet. */
  readonly look?: 'lead' | 'small'
}

interface ItemList {
  readonly is: 'list'
  readonly items: readonly Inline[]
  readonly ordered?: boolean
}

/** Names with their values, as in the head of a protocol. */
export interface FactList {
  readonly is: 'facts'
  readonly facts: readonly (readonly [name: string, value: Inline])[]
}

/** The few numbers that a reader looks for first. */
export interface FigureList {
  readonly is: 'figures'
  readonly figures: readonly { readonly name: string; readonly value: string; readonly note?: string }[]
}

/** What must be read first. */
export interface Notice {
  readonly is: 'notice'
  readonly heading: string
  readonly items: readonly Inline[]
}

/** A table; its first column is the head of each row. Its head is repeated on each page, and no row is cut. */
export interface Table {
  readonly is: 'table'
  /** Names the sheet of a workbook: short, and of its own in the document. */
  readonly name: string
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Read instead of a table without rows. */
  readonly empty?: string
  /** A sum, written as the last row. */
  readonly total?: readonly Cell[]
}

export interface Column {
  readonly title: string
  /** Is set to the right. */
  readonly number?: boolean
  /** How wide on paper, against the other columns; else by what stands in it. */
  readonly share?: number
}

/** A number is written as the language writes numbers, and is a number in a workbook. */
export type Cell = Inline | number | null

/** A row, or one with lines below it that go across the table (a comment, an answer). */
export type Row = readonly Cell[] | { readonly cells: readonly Cell[]; readonly notes: readonly Inline[] }

/** A picture. Its colours are the classes of the style sheet (`bar`, `track`, `unknown`, `heat-0` to `heat-5`, `tick`). */
export interface Plot {
  readonly is: 'plot'
  readonly title: string
  /** What it shows, for those who do not see it. */
  readonly description: string
  /** What stands in `<svg>`: rectangles, lines and texts; widths in percent go with the page. */
  readonly picture: Markup
  /** Of the picture, in pixels (a text is 14 high). */
  readonly height: number
  readonly legend?: readonly { readonly look: 'bar' | 'unknown' | 'track'; readonly name: string }[]
  /** The same numbers, to read. */
  readonly numbers?: Table
}

/** Where people sign: a place and date, a signature, and their name and role in print. */
export interface SignatureLines {
  readonly is: 'signatures'
  readonly signers: readonly { readonly role: string; readonly name: string | null }[]
}

/** Boxes to tick by hand; one may be ticked already. */
export interface Choices {
  readonly is: 'choices'
  readonly question: string
  readonly choices: readonly { readonly text: string; readonly ticked: boolean }[]
}

/** Text, of which parts may stand out. */
export type Inline = string | Part | readonly (string | Part)[]

export interface Part {
  readonly text: string
  readonly look: 'strong' | 'quiet' | 'code'
}

export function strong(text: string): Part {
  return { text, look: 'strong' }
}

export function quiet(text: string): Part {
  return { text, look: 'quiet' }
}

/** An id or a hash, which may be broken anywhere. */
export function code(text: string): Part {
  return { text, look: 'code' }
}
