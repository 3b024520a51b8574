import { light } from '../html/palette.ts'

interface Look {
  readonly font?: keyof typeof fonts
  readonly fill?: keyof typeof fills
  readonly border?: keyof typeof borders
  readonly format?: number
  readonly wrap?: boolean
  readonly right?: boolean
  readonly centred?: boolean
  readonly middle?: boolean
  /** May be filled in on a locked sheet. */
  readonly open?: boolean
}

const argb = (colour: string): string => `FF${colour.slice(1).toUpperCase()}`

const font = (size: number, colour: string, isBold = false): string =>
  `<font>${isBold ? '<b/>' : ''}<sz val="${size}"/><color rgb="${argb(colour)}"/><name val="Calibri"/><family val="2"/></font>`

const fonts = {
  plain: font(11, light.ink),
  bold: font(11, light.ink, true),
  title: font(18, light.ink, true),
  heading: font(13, light.accent, true),
  quiet: font(10, light.quiet),
  grave: font(11, light.grave, true),
} as const

const fill = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${argb(colour)}"/><bgColor indexed="64"/></patternFill></fill>`

const fills = {
  none: '<fill><patternFill patternType="none"/></fill>',
  // The second is always this one.
  grey: '<fill><patternFill patternType="gray125"/></fill>',
  head: fill(light.soft),
  answer: fill(light.warm),
} as const

const edge = (side: string): string => `<${side} style="thin"><color rgb="${argb(light.line)}"/></${side}>`

const borders = {
  none: '<border><left/><right/><top/><bottom/><diagonal/></border>',
  all: `<border>${edge('left')}${edge('right')}${edge('top')}${edge('bottom')}<diagonal/></border>`,
} as const

const thousands = 3
const isoDate = 164

const looks = {
  plain: {},
  wrapped: { wrap: true },
  title: { font: 'title' },
  heading: { font: 'heading' },
  strong: { font: 'bold', wrap: true },
  quiet: { font: 'quiet', wrap: true },
  note: { font: 'quiet' },
  mark: { font: 'grave' },
  head: { font: 'bold', fill: 'head', border: 'all', wrap: true, middle: true },
  answerHead: { font: 'bold', fill: 'answer', border: 'all', wrap: true, middle: true },
  cell: { border: 'all', wrap: true },
  number: { border: 'all', format: thousands, right: true },
  place: { border: 'all', centred: true },
  decimal: { border: 'all', right: true },
  id: { font: 'quiet', border: 'all' },
  total: { font: 'bold', border: 'all', wrap: true },
  totalNumber: { font: 'bold', border: 'all', format: thousands, right: true },
  answer: { fill: 'answer', border: 'all', wrap: true, open: true },
  answerDate: { fill: 'answer', border: 'all', format: isoDate, open: true },
} as const satisfies Readonly<Record<string, Look>>

/** How a cell looks. */
export type Style = keyof typeof looks

const names = Object.keys(looks) as Style[]
const places = new Map(names.map((name, place) => [name, 2 * place]))

/** The number of a look in a workbook. @param isQuoted text that must stay text when somebody edits it */
export function styleNumber(style: Style, isQuoted: boolean): number {
  return places.get(style)! + (isQuoted ? 1 : 0)
}

/** Does a text in that look go on in a new line where it meets the edge of its cell? */
export function isWrapped(style: Style): boolean {
  return 'wrap' in looks[style]
}

/** `xl/styles.xml`. */
export function stylesXml(): string {
  const of = (table: Readonly<Record<string, string>>): string => Object.values(table).join('')
  const formats = names.flatMap((name) => [formatXml(looks[name], false), formatXml(looks[name], true)])
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="1"><numFmt numFmtId="${isoDate}" formatCode="yyyy\\-mm\\-dd"/></numFmts>`,
    `<fonts count="${Object.keys(fonts).length}">${of(fonts)}</fonts>`,
    `<fills count="${Object.keys(fills).length}">${of(fills)}</fills>`,
    `<borders count="${Object.keys(borders).length}">${of(borders)}</borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('')
}

function formatXml(look: Look, isQuoted: boolean): string {
  const number = (table: object, name: string): number => Object.keys(table).indexOf(name)
  return [
    `<xf numFmtId="${look.format ?? 0}" fontId="${number(fonts, look.font ?? 'plain')}" fillId="${number(fills, look.fill ?? 'none')}"`,
    ` borderId="${number(borders, look.border ?? 'none')}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"`,
    ` applyAlignment="1" applyProtection="1"${isQuoted ? ' quotePrefix="1"' : ''}>`,
    `<alignment vertical="${look.middle ? 'center' : 'top'}"${look.wrap ? ' wrapText="1"' : ''}${look.right ? ' horizontal="right"' : ''}${look.centred ? ' horizontal="center"' : ''}/>`,
    `<protection locked="${look.open ? 0 : 1}"/></xf>`,
  ].join('')
}
