import { execFile } from 'node:child_process'
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/** Where a LibreOffice with Calc is installed on this machine; undefined where none is. */
export const libreOffice: string | undefined = installed()

if (libreOffice === undefined) {
  console.warn('SKIPPED: no LibreOffice is installed, so no workbook is opened and filled in by a spreadsheet program.')
}

/** What is typed into a cell, as a person would. */
export interface Typed {
  readonly sheet: string
  /** Such as `K4`. */
  readonly cell: string
  readonly text: string
}

/** Opens a workbook in LibreOffice, types into its cells, and saves it as .xlsx. */
export async function typedInLibreOffice(workbook: Uint8Array, typed: readonly Typed[]): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'loggkoll-office-'))
  try {
    const [from, to, profile] = ['given.xlsx', 'saved.xlsx', 'profile'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    writeFileSync(from, workbook)
    const run = (...words: string[]) =>
      promisify(execFile)(
        libreOffice!,
        [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', ...words],
        { timeout: 120_000 },
      )
    // The first start of a new profile overwrites the macros in it.
    await run('--terminate_after_init')
    const macros = join(profile, 'user/basic/Standard')
    mkdirSync(macros, { recursive: true })
    writeFileSync(join(macros, 'script.xlb'), library)
    writeFileSync(join(macros, 'Module1.xba'), moduleOf(macro(from, to, typed)))
    await run('macro:///Standard.Module1.Fill')
    return readFileSync(to)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const begin = '<?xml version="1.0" encoding="UTF-8"?>\n'

const library = `${begin}<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
<library:element library:name="Module1"/>
</library:library>`

function moduleOf(source: string): string {
  const escaped = source.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return `${begin}<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${escaped}</script:module>`
}

function macro(from: string, to: string, typed: readonly Typed[]): string {
  const text = (value: string): string =>
    value
      .split('\n')
      .map((line) => `"${line.replaceAll('"', '""')}"`)
      .join(' & Chr(10) & ')
  const lines = typed.map(
    ({ sheet, cell, text: said }) =>
      `  doc.Sheets.getByName(${text(sheet)}).getCellRangeByName("${cell}").FormulaLocal = ${text(said)}`,
  )
  return `Sub Fill
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  saving(0).Value = "Calc MS Excel 2007 XML"
  doc = StarDesktop.loadComponentFromURL(${text(pathToFileURL(from).href)}, "_blank", 0, opening())
${lines.join('\n')}
  doc.storeToURL(${text(pathToFileURL(to).href)}, saving())
  doc.close(True)
  StarDesktop.terminate()
End Sub
`
}

function installed(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/Applications/LibreOffice.app/Contents/MacOS']
  return folders
    .flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name)))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}
