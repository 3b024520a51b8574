import { createWriteStream } from 'node:fs'
import { glob, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { gunzipTo } from '../formats/archive/gzip.ts'
import { isSpreadsheet, unzipTo } from '../formats/archive/zip.ts'
import { type Form, recogniseForm } from '../formats/recognise.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { readStart } from './scan-file.ts'
import type { Scratch } from './scratch.ts'

/** A file that is not packed. */
export interface PlainFile {
  readonly path: string
  /** As the user named it; a file in an archive as `archive.zip/file`. */
  readonly shownAs: string
  readonly form: Exclude<Form, 'gzip' | 'zip'> | 'xlsx'
}

/** How deep archives may lie in archives. */
const archiveDepth = 2
const headBytes = 64 << 10

/**
 * The files that a word of the command line names: itself, what lies in a directory (in the order of the names, hidden
 * files left out), or what a pattern fits.
 * @param onLink hears of the links of a directory, which are not followed: what they point to may be anybody's
 * @throws {Fault} 65 when a pattern or a directory holds no file
 */
export async function filesNamed(word: string, onLink: (path: string) => void): Promise<string[]> {
  if (word === '-') return [word]
  const found = await stat(word).catch(() => undefined)
  if (found?.isDirectory()) {
    const names = await readdir(word, { recursive: true, withFileTypes: true })
    const isHidden = (path: string): boolean =>
      path
        .slice(word.length)
        .split(/[\\/]/)
        .some((part) => part.startsWith('.'))
    const pathsOf = (entries: typeof names): string[] =>
      entries
        .map((one) => join(one.parentPath, one.name))
        .filter((path) => !isHidden(path))
        .sort()
    const shown = pathsOf(names.filter((one) => one.isFile()))
    for (const link of pathsOf(names.filter((one) => one.isSymbolicLink()))) onLink(link)
    if (shown.length === 0) throw new Fault(Exit.data, `${word} holds no file`, 'check the name of the directory')
    return shown
  }
  if (found || !/[*?[{]/.test(word)) return [word]
  const matches: string[] = []
  for await (const match of glob(word)) matches.push(match)
  if (matches.length === 0) throw new Fault(Exit.data, `there is no file named like ${word}`, 'check the pattern')
  return matches.sort()
}

/**
 * Unpacks what is packed, one file at a time.
 * @throws {Fault} 65 when an archive is broken, locked, too deep, or grows beyond all measure
 */
export async function* unpack(path: string, shownAs: string, scratch: Scratch, depth = 0): AsyncGenerator<PlainFile> {
  const form = recogniseForm(await readStart(path, headBytes))
  if (form === 'gzip') {
    const target = scratch.path('unpacked')
    await copying(gunzipTo(path, shownAs, target))
    yield* unpack(target, shownAs, scratch, deeper(depth, shownAs))
  } else if (form !== 'zip') {
    yield { path, shownAs, form }
  } else if (await isSpreadsheet(path, shownAs)) {
    yield { path, shownAs, form: 'xlsx' }
  } else {
    for await (const entry of unzipTo(path, shownAs, await scratch.newFolder())) {
      yield* unpack(entry.path, `${shownAs}/${entry.name}`, scratch, deeper(depth, shownAs))
    }
    await scratch.remove(path)
  }
}

function deeper(depth: number, shownAs: string): number {
  if (depth < archiveDepth) return depth + 1
  throw new Fault(Exit.data, `${shownAs}: archives lie more than ${archiveDepth} deep in each other`, 'unpack it first')
}

/** Standard input, as a file. */
export async function copyInput(input: NodeJS.ReadableStream, scratch: Scratch): Promise<string> {
  const path = scratch.path('input')
  await copying(pipeline(input, createWriteStream(path, { mode: 0o600 })))
  return path
}

/** @throws {Fault} 74 when the disk refuses; any other error goes on as it is */
export async function copying<T>(copy: Promise<T>): Promise<T> {
  try {
    return await copy
  } catch (error) {
    const isOfDisk = error instanceof Error && 'syscall' in error
    if (!isOfDisk) throw error
    throw new Fault(Exit.io, 'the file cannot be copied into the workspace', 'free some space and run it again', error)
  }
}
