import type { Column, Content } from 'pdfmake/interfaces.js'
import type { PrintedWords } from '../../language/printed/index.ts'
import { light } from '../html/palette.ts'
import type { Choices, SignatureLines } from './document.ts'
import type { Paper } from './pdf-paper.ts'
import { briefText, pdfText } from './pdf-text.ts'

const box = 9

/** Boxes, each with what it means; one that is ticked has a cross. */
export function pdfChoices({ question, choices }: Choices): Content {
  return {
    margin: [0, 2, 0, 8],
    stack: [
      { text: briefText(question), bold: true, margin: [0, 0, 0, 3] },
      ...choices.map(({ text, ticked }): Content => ({
        margin: [0, 0, 0, 3],
        columnGap: 6,
        columns: [
          {
            width: box,
            canvas: [
              { type: 'rect', x: 0, y: 1.5, w: box, h: box, lineWidth: 0.8, lineColor: light.ink },
              ...(ticked ? [cross(2, 3.5, box - 2, box - 0.5), cross(2, box - 0.5, box - 2, 3.5)] : []),
            ],
          },
          { width: '*', ...pdfText(text) },
        ],
      })),
    ],
  }
}

function cross(x1: number, y1: number, x2: number, y2: number) {
  return { type: 'line' as const, x1, y1, x2, y2, lineWidth: 1.2, lineColor: light.ink }
}

/** For each who signs: place and date, signature, name in print. None is divided between pages. */
export function pdfSignatures({ signers }: SignatureLines, paper: Paper, words: PrintedWords): Content[] {
  const gap = 18
  const widths = [1, 1.4, 1.4].map((share) => ((paper.width - 2 * gap) * share) / 3.8)
  return signers.map(({ role, name }) => ({
    unbreakable: true,
    margin: [0, 4, 0, 14],
    stack: [
      { text: briefText(role), margin: [0, 0, 0, 30] },
      {
        columnGap: gap,
        columns: [
          [words.placeAndDate],
          [words.signature],
          [words.nameInPrint, ...(name === null ? [] : [briefText(name)])],
        ].map(([line = '', said], place): Column => ({
          width: widths[place]!,
          stack: [
            {
              canvas: [
                { type: 'line', x1: 0, y1: 0, x2: widths[place]!, y2: 0, lineWidth: 0.6, lineColor: light.quiet },
              ],
            },
            {
              margin: [0, 3, 0, 0],
              fontSize: 8.5,
              color: light.quiet,
              text: said === undefined ? line : [`${line}: `, { text: said, color: light.ink }],
            },
          ],
        })),
      },
    ],
  }))
}
