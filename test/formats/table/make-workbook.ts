import { type MadeEntry, makeZip } from '../archive/make-zip.ts'

export interface MadeWorkbook {
  /** Name → what stands in `sheetData`. */
  readonly sheets: Readonly<Record<string, string>>
  readonly hidden?: readonly string[]
  /** Items of the shared texts, as XML. */
  readonly texts?: readonly string[]
  /** Formats of the cell styles: a built-in number, or a code of its own. */
  readonly styles?: readonly (number | string)[]
  readonly date1904?: boolean
  /** Put in place of parts of the same name, or added. */
  readonly parts?: readonly MadeEntry[]
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook with the parts that Excel writes, as far as they are read. */
export function makeWorkbook(made: MadeWorkbook): Buffer {
  const names = Object.keys(made.sheets)
  const parts: MadeEntry[] = [
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: bookOf(made, names) },
    { name: 'xl/_rels/workbook.xml.rels', content: relationsOf(names) },
    { name: 'xl/styles.xml', content: stylesOf(made.styles ?? [0]) },
    {
      name: 'xl/sharedStrings.xml',
      content: `<sst ${main}>${(made.texts ?? []).map((text) => `<si>${text}</si>`).join('')}</sst>`,
    },
    ...names.map((name, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: `<?xml version="1.0"?><worksheet ${main}><cols/><sheetData>${made.sheets[name]!}</sheetData><f>1</f></worksheet>`,
    })),
  ]
  const instead = new Set(made.parts?.map(({ name }) => name))
  return makeZip([...parts.filter(({ name }) => !instead.has(name)), ...(made.parts ?? [])])
}

function bookOf({ hidden = [], date1904 = false }: MadeWorkbook, names: readonly string[]): string {
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${hidden.includes(name) ? ' state="veryHidden"' : ''}/>`,
  )
  return `<workbook ${main} xmlns:r="${relationship}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets.join('')}</sheets></workbook>`
}

function relationsOf(names: readonly string[]): string {
  const targets = names.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const)
  const all = [...targets, ['styles', 'styles.xml'], ['sharedStrings', '/xl/sharedStrings.xml']] as const
  return `<Relationships>${all.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relationship}/${type}" Target="${target}"/>`).join('')}</Relationships>`
}

function stylesOf(styles: readonly (number | string)[]): string {
  const own = styles.filter((style) => typeof style === 'string')
  const formats = own.map(
    (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  )
  const cells = styles.map(
    (style) => `<xf numFmtId="${typeof style === 'string' ? 164 + own.indexOf(style) : style}"/>`,
  )
  return `<styleSheet ${main}><numFmts>${formats.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${cells.join('')}</cellXfs></styleSheet>`
}

/** A row of cells with text in them. */
export function textRow(number: number, ...texts: readonly string[]): string {
  return `<row r="${number}">${texts.map((text) => (text === '' ? '<c/>' : `<c t="inlineStr"><is><t>${text}</t></is></c>`)).join('')}</row>`
}
