import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js'
import { type PrintedWords, printedWords } from '../../language/printed/index.ts'
import { light } from '../html/palette.ts'
import type { Block, FactList, FigureList, Notice, PrintedDocument, Section } from './document.ts'
import type { Paper } from './pdf-paper.ts'
import { pdfPlot } from './pdf-plot.ts'
import { pdfChoices, pdfSignatures } from './pdf-signing.ts'
import { pdfTable } from './pdf-table.ts'
import { briefText, pdfPieces, pdfText } from './pdf-text.ts'

/** All that stands under the title. */
export function pdfBlocks(document: PrintedDocument, paper: Paper): Content[] {
  const words = printedWords(document.language)
  const blocks = document.blocks.flatMap((block) => blockOf(block, paper, words, 1, 'part'))
  return blocks.map((one, place) => (endsPage(blocks[place + 1]) ? withoutRoomBelow(one) : one))
}

function endsPage(next: Content | undefined): boolean {
  return next === undefined || (typeof next === 'object' && 'pageBreak' in next)
}

/** The room below what ends a page, where the page has none left, would be taken of another one, which stays empty. */
function withoutRoomBelow(content: Content): Content {
  if (typeof content !== 'object' || Array.isArray(content)) return content
  const margin = 'margin' in content && Array.isArray(content.margin) ? content.margin : undefined
  const bare = margin ? { ...content, margin: [margin[0], margin[1], margin[2] ?? 0, 0] } : content
  const within = (['stack', 'ul', 'ol'] as const).find((kind) => kind in content)
  if (within === undefined) return bare as Content
  const parts = (content as Record<typeof within, Content[]>)[within]
  return { ...bare, [within]: [...parts.slice(0, -1), ...parts.slice(-1).map(withoutRoomBelow)] } as Content
}

function blockOf(block: Block, paper: Paper, words: PrintedWords, level: number, under: string): Content[] {
  switch (block.is) {
    case 'section':
      return section(block, paper, words, level, under)
    case 'paragraph':
      return [
        {
          ...pdfText(block.text),
          ...(block.look === 'lead' ? { bold: true, fontSize: 11 } : {}),
          ...(block.look === 'small' ? { color: light.quiet, fontSize: 8.5 } : {}),
          margin: [0, 0, 0, 6],
        },
      ]
    case 'list': {
      const items = block.items.map((item) => ({
        ...pdfText(item),
        margin: [0, 0, 0, 2] as [number, number, number, number],
      }))
      return [block.ordered ? { ol: items, margin: [0, 0, 0, 6] } : { ul: items, margin: [0, 0, 0, 6] }]
    }
    case 'facts':
      return [facts(block, paper)]
    case 'figures':
      return [figures(block, paper)]
    case 'notice':
      return [notice(block, paper)]
    case 'table':
      return pdfTable(block, paper, words)
    case 'plot':
      return pdfPlot(block, paper, words)
    case 'signatures':
      return pdfSignatures(block, paper, words)
    case 'choices':
      return [pdfChoices(block)]
  }
}

function section(section: Section, paper: Paper, words: PrintedWords, level: number, under: string): Content[] {
  const id = `${under}/${briefText(section.heading)}`
  const heading: Content = {
    text: briefText(section.heading),
    headlineLevel: level,
    bold: true,
    fontSize: level === 1 ? 14 : 11,
    lineHeight: 1.15,
    margin: [0, level === 1 ? 14 : 9, 0, level === 1 ? 6 : 4],
    outline: true,
    ...(section.newPage ? { pageBreak: 'before' } : {}),
  }
  const content = section.blocks.flatMap((block) => blockOf(block, paper, words, level + 1, id))
  // What is held together and longer than a page would be cut at its end.
  return section.together && !section.newPage && lengthOf(section.blocks) < paper.mostLines * 60
    ? [{ stack: [heading, ...content], unbreakable: true }]
    : [heading, ...content]
}

/** About how many letters would fill the same room. */
function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + JSON.stringify(block).length * (block.is === 'signatures' ? 3 : 1), 0)
}

function facts({ facts }: FactList, paper: Paper): Content {
  const longest = Math.max(0, ...facts.map(([name]) => name.length))
  const first = Math.min(paper.width * 0.36, Math.max(70, longest * 5.2))
  const second = paper.width - first - 14
  const body = facts.flatMap(([name, value]): TableCell[][] =>
    pdfPieces(value, { width: second, size: paper.size }, paper.mostLines).map((piece, place) => [
      { text: place === 0 ? briefText(name) : '', color: light.quiet },
      piece,
    ]),
  )
  return body.length === 0
    ? []
    : { table: { widths: [first, second], dontBreakRows: true, body }, layout: bare(14, 1.5), margin: [0, 0, 0, 8] }
}

function figures({ figures }: FigureList, paper: Paper): Content {
  const perLine = Math.min(4, Math.max(1, figures.length))
  const gap = 16
  const width = (paper.width - gap * (perLine - 1)) / perLine
  const lines = Array.from({ length: Math.ceil(figures.length / perLine) }, (_, line) =>
    Array.from({ length: perLine }, (_, place): TableCell => {
      const figure = figures[line * perLine + place]
      if (!figure) return ''
      return {
        stack: [
          { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.6, lineColor: light.line }] },
          { text: briefText(figure.name), color: light.quiet, fontSize: 8.5, margin: [0, 4, 0, 0] },
          { text: briefText(figure.value), fontSize: 17, bold: true, lineHeight: 1.15 },
          ...(figure.note === undefined ? [] : [{ text: briefText(figure.note), color: light.quiet, fontSize: 8 }]),
        ],
      }
    }),
  )
  return lines.length === 0
    ? []
    : {
        table: { widths: Array.from({ length: perLine }, () => width), dontBreakRows: true, body: lines },
        layout: bare(gap, 3),
        margin: [0, 2, 0, 8],
      }
}

function notice({ heading, items }: Notice, paper: Paper): Content {
  const column = { width: paper.width - 40, size: paper.size }
  const rows: TableCell[][] = [
    [{ text: briefText(heading), bold: true, color: light.notice, fontSize: 11 }],
    ...items.flatMap((item) => pdfPieces(item, column, paper.mostLines).map((piece): TableCell[] => [{ ul: [piece] }])),
  ]
  return {
    table: { widths: [paper.width - 28], dontBreakRows: true, headerRows: 1, keepWithHeaderRows: 1, body: rows },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      fillColor: () => light.warm,
      paddingLeft: () => 14,
      paddingRight: () => 14,
      paddingTop: (row) => (row === 0 ? 9 : 2),
      paddingBottom: (row) => (row === rows.length - 1 ? 9 : 2),
    },
    margin: [0, 2, 0, 10],
  }
}

function bare(gap: number, height: number): CustomTableLayout {
  return {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: (column) => (column === 0 ? 0 : gap),
    paddingRight: () => 0,
    paddingTop: () => height,
    paddingBottom: () => height,
  }
}
