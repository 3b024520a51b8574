import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { schemaVersion } from '../../store/schema.ts'
import { workspaceParts } from '../workspace.ts'
import { Manifest, manifestName } from './manifest.ts'
import { readTar, type TarEntry } from './tar.ts'

/** More files than any workspace has rules and profiles. */
const mostFiles = 100_000

/** No manifest is longer than this, in bytes. */
const longestManifest = 64 << 20

/**
 * Writes the files of a backup into an empty folder, and holds each against its sum.
 * @returns the manifest
 * @throws {Fault} 65 when it is no backup, or anything of it is damaged, missing or added; 78 when it is of a newer version;
 * 73 when it cannot be written
 */
export async function unpackBackup(source: AsyncIterable<Uint8Array>, folder: string): Promise<Manifest> {
  const files: Manifest['files'] = []
  const names = new Set<string>()
  let manifest: Manifest | undefined
  for await (const entry of readTar(source)) {
    if (manifest !== undefined) throw damaged()
    if (entry.path === manifestName) manifest = await readManifest(entry)
    else {
      // No file system takes two names for one.
      const name = entry.path.toLowerCase()
      if (!isOfWorkspace(entry.path) || names.has(name) || names.size >= mostFiles) throw damaged()
      names.add(name)
      files.push({ path: entry.path, bytes: entry.bytes, sha256: await writeEntry(entry, join(folder, entry.path)) })
    }
  }
  if (manifest === undefined || !isDeepStrictEqual(sorted(files), sorted(manifest.files))) throw damaged()
  return manifest
}

function damaged(cause?: unknown): Fault {
  return new Fault(Exit.data, 'the backup is damaged, and nothing of it is put in place', 'take another one', cause)
}

function sorted(files: Manifest['files']): Manifest['files'] {
  return files.toSorted((one, other) => (one.path < other.path ? -1 : 1))
}

/** Only names that a workspace has, so that nothing is written beside it. */
function isOfWorkspace(path: string): boolean {
  const [part = '', ...inner] = path.split('/')
  const isSafe = (step: string): boolean => step !== '' && step !== '.' && step !== '..' && !/[\\:\p{Cc}]/u.test(step)
  // Its files have an ending, its folders have none.
  return workspaceParts.includes(part) && part.includes('.') === (inner.length === 0) && inner.every(isSafe)
}

/** @throws {Fault} 78 for a newer form of backup or store */
async function readManifest({ bytes, pieces }: TarEntry): Promise<Manifest> {
  if (bytes > longestManifest) throw damaged()
  const text: Uint8Array[] = []
  for await (const piece of pieces) text.push(piece)
  let json: unknown
  try {
    json = JSON.parse(Buffer.concat(text).toString('utf8'))
  } catch (error) {
    throw damaged(error)
  }
  const { data: form } = z.looseObject({ schema: z.string(), store_schema: z.number() }).safeParse(json)
  const isNewer =
    form !== undefined && /^loggkoll\/backup\/\d+$/.test(form.schema) && form.schema !== Manifest.shape.schema.value
  if (isNewer || (form !== undefined && form.store_schema > schemaVersion)) {
    throw new Fault(
      Exit.config,
      'the backup is of a newer version of loggkoll than this one',
      'restore it with the version that made it, or a later one',
    )
  }
  const { data, error } = Manifest.safeParse(json)
  if (data === undefined) throw damaged(error)
  return data
}

/** @returns the sum of what was written */
async function writeEntry({ pieces }: TarEntry, path: string): Promise<string> {
  const hash = createHash('sha256')
  const file = onDisk(() => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    return openSync(path, 'wx', 0o600)
  })
  try {
    for await (const piece of pieces) {
      hash.update(piece)
      onDisk(() => {
        for (let done = 0; done < piece.length;) done += writeSync(file, piece, done)
      })
    }
    onDisk(() => fsyncSync(file))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}

function onDisk<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    // Two names that cannot both be there, or one that no file may have.
    if (['EEXIST', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'EINVAL'].includes(code)) throw damaged(error)
    throw new Fault(
      Exit.cannotWrite,
      'the backup cannot be written out; nothing of it is put in place',
      'check the disk and the permissions, and run the same command again',
      error,
    )
  }
}
