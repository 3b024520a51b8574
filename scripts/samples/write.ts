import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { logColumns } from './log.ts'
import { columns, tableNames, type World } from './tables.ts'

/** What Windows-1252 has where Latin-1 has control characters; the sample uses some to try out a reader. */
const windows1252: Readonly<Record<string, number>> = {
  '€': 0x80,
  Š: 0x8a,
  Ž: 0x8e,
  '’': 0x92,
  '–': 0x96,
  š: 0x9a,
  ž: 0x9e,
}

function encode(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const code = windows1252[character] ?? character.charCodeAt(0)
    if (code > 0xff) throw new Error(`Windows-1252 has no ${character}`)
    return code
  })
}

/** As the journal system would: semicolons, Windows-1252, CRLF. */
export function writeLog(folder: string, rows: readonly string[][]): void {
  const text = stringify([[...logColumns], ...rows], { delimiter: ';', record_delimiter: '\r\n' })
  writeFileSync(join(folder, 'access-log.csv'), encode(text))
}

/** One canonical CSV a table. */
export function writeTables(folder: string, world: World): void {
  for (const name of tableNames) {
    writeCsv(folder, name, columns[name], world[name])
  }
}

export function writeCsv(
  folder: string,
  name: string,
  header: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
): void {
  const values = rows.map((row) => header.map((column) => row[column] ?? ''))
  writeFileSync(join(folder, `${name}.csv`), stringify([[...header], ...values], { record_delimiter: '\n' }))
}

export function writeText(folder: string, name: string, text: string): void {
  writeFileSync(join(folder, name), text)
}
