import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { InputKind } from '../model/reference.ts'
import { type Layout, readLayout } from './header.ts'
import type { Profile } from './profile.ts'
import { type ScannedFile, scanFile } from './scan-file.ts'
import { transcodeToUtf8 } from './transcode.ts'

/** A file that is ready to be read by DuckDB: hashed, in UTF-8, its layout known. */
export interface PreparedFile {
  /** As the user named it; the name that messages and the batch carry. */
  readonly shownAs: string
  /** What DuckDB reads: the file itself, or its UTF-8 copy. */
  readonly utf8Path: string
  readonly scanned: ScannedFile
  readonly layout: Layout
}

export interface PrepareOptions {
  readonly profiles: readonly Profile[]
  readonly kind?: InputKind
  readonly profile?: string
  /** The source system, where the file does not say it; it comes before the profile's own. */
  readonly source?: string
  /** A folder inside the workspace for copies; the caller removes it. */
  readonly scratch: string
  readonly input: NodeJS.ReadableStream
}

/**
 * Gets a file ready, without the store: a long look at a file keeps no one else waiting.
 * @throws {Fault} 65 with the file, the place and the cause
 */
export async function prepareFile(path: string, number: number, options: PrepareOptions): Promise<PreparedFile> {
  const shownAs = path === '-' ? 'standard input' : path
  const real = path === '-' ? await copyInput(options, number) : path
  const scanned = await scanFile(real, shownAs)
  const plain = scanned.encoding === 'utf-8'
  const utf8Path = plain ? real : join(options.scratch, `${number}.utf8.csv`)
  if (!plain) await copying(transcodeToUtf8(scanned, utf8Path))
  const wanted = {
    ...(options.kind === undefined ? {} : { kind: options.kind }),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
  }
  const layout = await readLayout(utf8Path, shownAs, options.profiles, wanted)
  const profile = { ...layout.profile, source_system: options.source ?? layout.profile.source_system }
  return { shownAs, utf8Path, scanned, layout: { ...layout, profile } }
}

async function copyInput(options: PrepareOptions, number: number): Promise<string> {
  const path = join(options.scratch, `${number}.input.csv`)
  await copying(pipeline(options.input, createWriteStream(path, { mode: 0o600 })))
  return path
}

/** @throws {Fault} 74 when there is no room for a copy */
async function copying(copy: Promise<void>): Promise<void> {
  try {
    await copy
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault(Exit.io, 'the file cannot be copied into the workspace', 'free some space and run it again', error)
  }
}
