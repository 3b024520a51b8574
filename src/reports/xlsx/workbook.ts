import type { Sheet } from './sheet.ts'
import { sheetXml } from './sheet.ts'
import { stylesXml } from './styles.ts'
import { columnName, xmlText } from './xml.ts'
import { zipped } from './zip.ts'

export interface Workbook {
  readonly title: string
  /** When it was made: an instant, ISO 8601. */
  readonly prepared: string
  readonly sheets: readonly Sheet[]
}

const begin = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A workbook as an .xlsx file (ECMA-376); the same workbook gives the same bytes. */
export function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const { sheets } = workbook
  const parts: [string, Iterable<string>][] = [
    ['[Content_Types].xml', [contentTypes(sheets.length)]],
    [
      '_rels/.rels',
      [
        relations([
          [`${office}/officeDocument`, 'xl/workbook.xml'],
          [`${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
        ]),
      ],
    ],
    ['docProps/core.xml', [properties(workbook)]],
    ['xl/workbook.xml', [workbookXml(sheets)]],
    [
      'xl/_rels/workbook.xml.rels',
      [
        relations([
          ...sheets.map((_, place): [string, string] => [`${office}/worksheet`, `worksheets/sheet${place + 1}.xml`]),
          [`${office}/styles`, 'styles.xml'],
        ]),
      ],
    ],
    ['xl/styles.xml', [stylesXml()]],
    ...sheets.map((sheet, place): [string, Iterable<string>] => [
      `xl/worksheets/sheet${place + 1}.xml`,
      sheetXml(sheet),
    ]),
  ]
  return zipped(
    parts.map(([name, text]) => ({ name, text })),
    workbook.prepared,
  )
}

/** A name that a sheet may have, and that none before it has. */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const plain = wanted
    .replace(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, 31)
  const has = (name: string): boolean => taken.some((one) => one.toLowerCase() === name.toLowerCase())
  const base = plain === '' ? '1' : plain
  let name = base
  for (let number = 2; has(name); number++) name = `${base.slice(0, 31 - String(number).length - 1)} ${number}`
  return name
}

function contentTypes(sheets: number): string {
  const overrides = [
    ['/xl/workbook.xml', `${types}.sheet.main+xml`],
    ['/xl/styles.xml', `${types}.styles+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ...Array.from({ length: sheets }, (_, place) => [`/xl/worksheets/sheet${place + 1}.xml`, `${types}.worksheet+xml`]),
  ]
  return `${begin}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join('')}</Types>`
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  return `${begin}<Relationships xmlns="${packages}/relationships">${targets.map(([type, target], place) => `<Relationship Id="rId${place + 1}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`
}

function properties({ title, prepared }: Workbook): string {
  const at = new Date(prepared).toISOString().replace(/\.\d+Z$/, 'Z')
  const time = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`
  return `${begin}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>loggkoll</dc:creator>${time('created')}${time('modified')}</cp:coreProperties>`
}

function workbookXml(sheets: readonly Sheet[]): string {
  const names = sheets
    .map(({ name, repeated }, place) => {
      if (!repeated) return ''
      const quoted = `'${name.replaceAll("'", "''")}'`
      const columns = repeated.columns ? `${quoted}!$A:$${columnName(repeated.columns - 1)},` : ''
      const titles = `${columns}${quoted}!$${repeated.row}:$${repeated.row}`
      return `<definedName name="_xlnm.Print_Titles" localSheetId="${place}">${xmlText(titles)}</definedName>`
    })
    .join('')
  return `${begin}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets
    .map(
      ({ name, hidden }, place) =>
        `<sheet name="${xmlText(name)}" sheetId="${place + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${place + 1}"/>`,
    )
    .join('')}</sheets>${names === '' ? '' : `<definedNames>${names}</definedNames>`}</workbook>`
}
