import type { Column, Content } from 'pdfmake/interfaces.js'
import type { PrintedWords } from '../../language/printed/index.ts'
import { light } from '../html/palette.ts'
import type { Plot } from './document.ts'
import type { Paper } from './pdf-paper.ts'
import { pdfTable } from './pdf-table.ts'
import { briefText } from './pdf-text.ts'

/** Points for the title of a picture and the meaning of its colours. */
const roomForWords = 70
/** A pixel of the screen is three quarters of a point. */
const point = 0.75
const looks = { bar: light.accent, unknown: light.heat[3], track: light.heat[1] } as const

/** The classes that the common style sheet colours, in the colours of paper. */
const colours = [
  `text { fill: ${light.ink}; font-size: 13px; }`,
  `.tick { fill: ${light.quiet}; font-size: 12px; }`,
  ...Object.entries(looks).map(([name, colour]) => `.${name} { fill: ${colour}; }`),
  ...light.heat.map((colour, level) => `.heat-${level} { fill: ${colour}; stroke: #ffffff; stroke-width: 2px; }`),
].join('\n')

/** A picture with its title, what its colours mean, and its numbers. */
export function pdfPlot(plot: Plot, paper: Paper, words: PrintedWords): Content[] {
  const width = paper.width / point
  return [
    {
      unbreakable: true,
      stack: [
        { text: briefText(plot.title), bold: true, margin: [0, 4, 0, 4] },
        {
          svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${plot.height}" viewBox="0 0 ${width} ${plot.height}"><style>${colours}</style>${plot.picture.html}</svg>`,
          fit: [paper.width, paper.height - roomForWords],
        },
        ...(plot.legend ? [legend(plot.legend)] : []),
      ],
      margin: [0, 0, 0, 8],
    },
    ...(plot.numbers ? pdfTable(plot.numbers, paper, words) : []),
  ]
}

function legend(parts: NonNullable<Plot['legend']>): Content {
  return {
    margin: [0, 4, 0, 0],
    columnGap: 5,
    columns: parts.flatMap(({ look, name }): Column[] => [
      { width: 12, canvas: [{ type: 'rect', x: 0, y: 2.5, w: 12, h: 7, color: looks[look] }] },
      { width: 'auto', text: briefText(name), fontSize: 8.5, color: light.quiet, margin: [0, 0, 8, 0] },
    ]),
  }
}
