// Stands in for `@duckdb/node-bindings` in the executable. A library can only be loaded from a file, so it is written to
// a folder of the user's own at the first start, and held against its hash at each.
import { createHash, randomBytes } from 'node:crypto'
import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { constants, homedir, tmpdir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { getAsset, getRawAsset } from 'node:sea'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { privateFolder } from './private-folder.ts'

/** The files of the library, in the order in which they are written; the first is the one that Node opens. */
export interface Library {
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[]
}

/** Where it may lie: the first folder wins that can be written to, and whose file system lets programs run. */
function candidates(env: NodeJS.ProcessEnv): string[] {
  const chosen = env['LOGGKOLL_NATIVE_DIR']
  if (chosen) return [resolve(chosen)]
  if (process.platform === 'win32') {
    return [join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'loggkoll', 'native')]
  }
  const cache = env['XDG_CACHE_HOME'] || (env['HOME'] && join(env['HOME'], '.cache'))
  const folders = [cache, env['XDG_RUNTIME_DIR']].flatMap((folder) => (folder ? [join(folder, 'loggkoll/native')] : []))
  return [...folders, join(tmpdir(), `loggkoll-native-${process.getuid!()}`)]
}

/** @throws {Fault} 73 when no folder will do, with what is wrong with each */
function load(): unknown {
  const text = getAsset('duckdb/library.json', 'utf8')
  const library = JSON.parse(text) as Library
  const refusals: string[] = []
  for (const base of candidates(process.env)) {
    try {
      // Node's mkdir never ends below a folder of /proc that is not there.
      if (!isAbsolute(base) || base.startsWith('/proc/')) throw new Error('no place for files')
      const folder = privateFolder(join(privateFolder(base), sha256(Buffer.from(text)).slice(0, 16)))
      for (const file of library.files) unpack(folder, file)
      const module = { exports: {} }
      process.dlopen(module, join(folder, library.files[0]!.name), constants.dlopen?.RTLD_NOW)
      return module.exports
    } catch (error) {
      refusals.push(`${base}: ${(error as Error).message}`)
    }
  }
  throw new Fault(
    Exit.cannotWrite,
    `DuckDB's library can be unpacked nowhere (${refusals.join('; ')})`,
    'set LOGGKOLL_NATIVE_DIR to a folder that only you can write to, on a file system that lets programs run',
  )
}

function unpack(folder: string, file: Library['files'][number]): void {
  const path = join(folder, file.name)
  if (isSound(path, file)) return
  const bytes = new Uint8Array(getRawAsset(`duckdb/${file.name}`))
  // Whole or not at all, also for those who start at the same moment. What a power cut leaves, the hash finds.
  const half = `${path}.${randomBytes(4).toString('hex')}.part`
  try {
    writeFileSync(half, bytes, { flag: 'wx', mode: 0o500 })
    renameSync(half, path)
  } finally {
    rmSync(half, { force: true })
  }
}

function isSound(path: string, { bytes, sha256: wanted }: Library['files'][number]): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found?.isFile() === true && found.size === bytes && sha256(readFileSync(path)) === wanted
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

// oxlint-disable-next-line import/no-default-export -- as the package does that it stands in for
export default load()
