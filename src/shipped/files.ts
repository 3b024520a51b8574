import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as sea from 'node:sea'
import { parse } from 'yaml'

/** The files that the program reads of its own, each kind in the room that uses it. */
export const shippedFolders = {
  queries: 'queries',
  calendar: 'audit/calendar',
  rules: 'rules/book',
  profiles: 'ingest/profiles',
  fonts: 'reports/printed/fonts',
} as const
export type ShippedFolder = keyof typeof shippedFolders

/** Where the licences lie beside a bundle. */
export const licencesFile = 'licences.txt'

/** The folder beside a bundle, or the room in the source; not asked for in the executable, which has no folders. */
function place(folder: ShippedFolder): string {
  const beside = join(import.meta.dirname, folder)
  return existsSync(beside) ? beside : join(import.meta.dirname, '..', shippedFolders[folder])
}

/** The text of a file by its path in the folder. @throws when the program has no such file */
export function shippedText(folder: ShippedFolder, path: string): string {
  return sea.isSea() ? sea.getAsset(`${folder}/${path}`, 'utf8') : readFileSync(join(place(folder), path), 'utf8')
}

/**
 * What a file of YAML says. In what is built it is written as JSON, which is YAML too and is read a hundred times faster.
 * @throws when the program has no such file
 */
export function shippedData(folder: ShippedFolder, path: string): unknown {
  const text = shippedText(folder, path)
  return text.startsWith('{') ? JSON.parse(text) : parse(text)
}

/** The bytes of a file by its path in the folder. @throws when the program has no such file */
export function shippedBytes(folder: ShippedFolder, path: string): Uint8Array {
  return sea.isSea() ? new Uint8Array(sea.getAsset(`${folder}/${path}`)) : readFileSync(join(place(folder), path))
}

/** The names of the files of a folder, in order. */
export function shippedNames(folder: ShippedFolder): string[] {
  const names = sea.isSea()
    ? sea.getAssetKeys().flatMap((key) => (key.startsWith(`${folder}/`) ? [key.slice(folder.length + 1)] : []))
    : readdirSync(place(folder))
  return names.sort()
}

/** The licences of all that is shipped; undefined in the source, which ships nothing. */
export function shippedLicences(): string | undefined {
  if (sea.isSea()) return sea.getAsset(licencesFile, 'utf8')
  const beside = join(import.meta.dirname, licencesFile)
  return existsSync(beside) ? readFileSync(beside, 'utf8') : undefined
}
