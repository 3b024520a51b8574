import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { printedWords } from '../../language/printed/index.ts'
import { light } from '../html/palette.ts'
import type { PrintedDocument } from './document.ts'
import { pageMarks } from './marks.ts'
import { pdfBlocks } from './pdf-blocks.ts'
import { type Paper, paperOf } from './pdf-paper.ts'
import { briefText, pdfText } from './pdf-text.ts'

/** The bytes of two TrueType fonts: of plain text, and of what stands out. */
export interface Typeface {
  readonly regular: Uint8Array
  readonly bold: Uint8Array
}

/**
 * A document as PDF on A4, with its title, language and list of contents; the same document gives the same bytes.
 * The library that sets it carries no marks of structure: who needs those is given the HTML.
 */
export async function asPdf(document: PrintedDocument, typeface: Typeface): Promise<Uint8Array> {
  const paper = paperOf(document)
  const made = new Date(document.prepared)
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageOrientation: document.landscape ? 'landscape' : 'portrait',
    pageMargins: [paper.side, paper.top, paper.side, paper.bottom],
    version: '1.7',
    language: document.language,
    displayTitle: true,
    info: {
      title: briefText(document.title),
      creator: `loggkoll ${briefText(document.tool)}`,
      producer: 'loggkoll',
      creationDate: made,
      modDate: made,
    },
    defaultStyle: { font: family, fontSize: paper.size, lineHeight: paper.lineHeight, color: light.ink },
    header: () => margin(document, paper),
    footer: (page, pages) => footing(document, paper, page, pages),
    content: [...opening(document), ...pdfBlocks(document, paper)],
    // A heading low on a page goes to the next: what the library keeps whole below it would leave it alone.
    pageBreakBefore: ({ headlineLevel, startPosition }) =>
      headlineLevel !== undefined && startPosition.verticalRatio > lowest,
  }
  const pdfmake = await pdfmakeWith(typeface)
  return pdfmake.createPdf(definition).getBuffer()
}

/** How far down the room of a page a heading may stand. */
const lowest = 0.85

/** The name that the library also gives to the texts of pictures. */
const family = 'Roboto'
/** As the fonts call themselves: the texts of pictures find them by that name. */
const [regularName, boldName] = ['Roboto-Regular', 'Roboto-Medium']

/** The library takes a while to load: who writes no PDF does not wait for it. */
async function pdfmakeWith({ regular, bold }: Typeface) {
  const { default: pdfmake } = await import('pdfmake')
  // Nothing is fetched, and no file is read: the fonts are handed in.
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  // Its files in memory, which its types leave out.
  const { virtualfs } = pdfmake as unknown as { virtualfs: { writeFileSync(name: string, bytes: Buffer): void } }
  virtualfs.writeFileSync(regularName, Buffer.from(regular))
  virtualfs.writeFileSync(boldName, Buffer.from(bold))
  pdfmake.setFonts({
    [family]: { normal: regularName, bold: boldName, italics: regularName, bolditalics: boldName },
  })
  return pdfmake
}

function opening(document: PrintedDocument): Content[] {
  const [title, subtitle] = [briefText(document.title), document.subtitle]
  return [
    { text: title, fontSize: 20, bold: true, lineHeight: 1.15, margin: [0, 0, 0, 4] },
    ...(subtitle === undefined ? [] : [{ ...pdfText(subtitle), fontSize: 11, color: light.quiet }]),
    { text: '', margin: [0, 0, 0, 8] },
  ]
}

/** The marks stand at the top of every page. */
function margin(document: PrintedDocument, paper: Paper): Content {
  const [confidential = '', ...others] = pageMarks(document).map(briefText)
  return {
    margin: [paper.side, 26, paper.side, 0],
    fontSize: 8.5,
    columns: [
      { width: 'auto', text: confidential, bold: true, color: light.grave },
      { width: '*', text: others.join(' · '), alignment: 'right', color: light.quiet },
    ],
    columnGap: 16,
  }
}

function footing(document: PrintedDocument, paper: Paper, page: number, pages: number): Content {
  const words = printedWords(document.language)
  return {
    margin: [paper.side, 18, paper.side, 0],
    fontSize: 8,
    color: light.quiet,
    columns: [
      { width: '*', text: briefText(document.title) },
      { width: 'auto', text: words.pageOf(page, pages), alignment: 'right' },
    ],
    columnGap: 16,
  }
}
