import { createHash } from 'node:crypto'
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { toolVersion } from '../../model/version.ts'
import { schemaVersion } from '../../store/schema.ts'
import { type ChainCopy, copiesOfChains } from '../chain.ts'
import { holdStore } from '../held-store.ts'
import { openStoreToRead } from '../read-store.ts'
import { storePath, type Workspace, workspaceParts } from '../workspace.ts'
import { type Manifest, manifestName } from './manifest.ts'
import { tarEnd, tarHeader, tarPadding } from './tar.ts'

/** How much is read of a file at a time, in bytes. */
const pieceBytes = 1 << 20

/**
 * The bytes of a backup of a workspace: a tar archive of its files, and last a manifest with their sums. The store is held
 * all the while, so that nobody writes to it.
 * @param told `onHeld` is called when the store is held, before anything is read; `onFile` for each file
 * @throws {Fault} 75 when the store is in use, 74 when a file cannot be read
 */
export async function* backupPieces(
  workspace: Workspace,
  waitSeconds: number,
  made: Date,
  told: { readonly onHeld: () => void; readonly onFile: (bytes: number) => void },
): AsyncGenerator<Uint8Array> {
  const time = Math.floor(made.getTime() / 1000)
  const files: Manifest['files'] = []
  const { file: storeFile, release } = await holdStore(
    await openStoreToRead(workspace, waitSeconds),
    storePath(workspace.folder),
  )
  const entry = function* (path: string, bytes: number, pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
    const hash = createHash('sha256')
    yield tarHeader(path, bytes, time)
    for (const piece of pieces) {
      hash.update(piece)
      yield piece
    }
    yield tarPadding(bytes)
    files.push({ path, bytes, sha256: hash.digest('hex') })
    if (path !== manifestName) told.onFile(bytes)
  }
  try {
    told.onHeld()
    // At one moment: the trail tells of a judgement before the journal has it, and of the end of the journal after.
    const [journal, trail] = copiesOfChains([workspace.journal, workspace.trail]) as [ChainCopy, ChainCopy]
    for (const path of filesOf(workspace.folder)) {
      const full = resolve(workspace.folder, path)
      const chain =
        full === resolve(workspace.journal) ? journal : full === resolve(workspace.trail) ? trail : undefined
      if (chain) yield* entry(path, chain.bytes.length, [chain.bytes])
      else if (full === storePath(workspace.folder)) {
        yield* entry(path, fstatSync(storeFile).size, contentOf(storeFile, path))
      } else {
        const file = openToRead(full, path)
        try {
          yield* entry(path, fstatSync(file).size, contentOf(file, path))
        } finally {
          closeSync(file)
        }
      }
    }
    const manifest: Manifest = {
      schema: 'loggkoll/backup/1',
      tool: toolVersion,
      store_schema: schemaVersion,
      made_at: made.toISOString(),
      trail_head: trail.head,
      journal_head: journal.head,
      files: [...files],
    }
    const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
    yield* entry(manifestName, text.length, [text])
    yield tarEnd
  } finally {
    release()
  }
}

/** The files of a workspace, the store last; what killed processes left is none. */
function filesOf(folder: string): string[] {
  const found = workspaceParts
    .filter((part) => existsSync(join(folder, part)))
    .flatMap((part) => {
      if (!statSync(join(folder, part)).isDirectory()) return [part]
      const inner = readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })
      return inner.map((name) => `${part}/${name.replaceAll('\\', '/')}`).filter((path) => isFile(join(folder, path)))
    })
  return found.sort()
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

function openToRead(full: string, path: string): number {
  try {
    return openSync(full, 'r')
  } catch (error) {
    throw new Fault(Exit.io, `${path} cannot be read`, 'check its permissions', error)
  }
}

/** As many bytes as the file has now. */
function* contentOf(file: number, path: string): Generator<Uint8Array> {
  const { size } = fstatSync(file)
  for (let at = 0; at < size;) {
    const piece = Buffer.allocUnsafe(Math.min(pieceBytes, size - at))
    const count = readSync(file, piece, 0, piece.length, at)
    if (count === 0) throw new Fault(Exit.io, `${path} was changed while it was read`, 'run the same command again')
    at += count
    yield piece.subarray(0, count)
  }
}
