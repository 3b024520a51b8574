import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'

/**
 * Writes a file that only its owner can read; a reader sees the old file or the new one, never half of it.
 * @throws {Fault} 73 when it cannot be written
 */
export function writePrivate(path: string, pieces: Iterable<string | Uint8Array>): void {
  const half = halfOf(path)
  try {
    const file = openSync(half, 'wx', 0o600)
    try {
      for (const piece of pieces) writeFileSync(file, piece)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(half, path)
  } catch (error) {
    rmSync(half, { force: true })
    throw cannotWrite(path, error)
  }
}

/** The same of pieces that come one by one. @throws {Fault} 73 when it cannot be written, and what the pieces throw */
export async function writePrivatePieces(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const half = halfOf(path)
  try {
    const file = openSync(half, 'wx', 0o600)
    try {
      for await (const piece of pieces) writeFileSync(file, piece)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(half, path)
  } catch (error) {
    rmSync(half, { force: true })
    throw error instanceof Fault ? error : cannotWrite(path, error)
  }
}

function halfOf(path: string): string {
  return `${path}.${randomBytes(4).toString('hex')}.part`
}

function cannotWrite(path: string, cause: unknown): Fault {
  return new Fault(
    Exit.cannotWrite,
    `${path} cannot be written`,
    'check the directory, the permissions and the disk',
    cause,
  )
}
