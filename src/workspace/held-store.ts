import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Store } from '../store/store.ts'
import { isWritableStore } from './access.ts'

/** The file of a store, for reading, while no other process can write to it. */
export interface HeldStore {
  readonly file: number
  /** Closes the file and the store; may be called again. */
  readonly release: () => void
}

/**
 * Brings all of an open store into its file, and opens that for reading.
 * @throws {Fault} 75 where another process came in between (on Windows), 73 where a killed one has left what cannot be brought there
 */
export async function holdStore(store: Store, path: string): Promise<HeldStore> {
  try {
    await store.run('store/checkpoint')
    // There nobody reads the file of an open store; but nobody opens a store whose file is read either.
    if (process.platform === 'win32') store.close()
    const file = openSync(path, 'r')
    if (existsSync(`${path}.wal`)) {
      closeSync(file)
      throw isWritableStore(path)
        ? new Fault(Exit.busy, 'the store is in use by another process', 'run the same command again')
        : new Fault(
            Exit.cannotWrite,
            'what a killed command wrote is not in the file of the store yet, and cannot be brought there where it may only be read',
            'copy the workspace to where you may write, with loggkoll.duckdb.wal, and run the same command there',
          )
    }
    let isHeld = true
    return {
      file,
      release: () => {
        // In this order: the lock on the store goes as soon as this process closes its file, wherever it was opened.
        store.close()
        if (isHeld) closeSync(file)
        isHeld = false
      },
    }
  } catch (error) {
    store.close()
    throw error
  }
}

/** Copies an open file to a new one that only its owner can read. */
export function copyHeld(file: number, path: string): void {
  const copy = openSync(path, 'wx', 0o600)
  try {
    const block = Buffer.allocUnsafe(4 << 20)
    for (let count = readSync(file, block, 0, block.length, 0), at = 0; count > 0;) {
      for (let done = 0; done < count;) done += writeSync(copy, block, done, count - done)
      at += count
      count = readSync(file, block, 0, block.length, at)
    }
  } finally {
    closeSync(copy)
  }
}

/**
 * Puts a new store in place of the old one. A process that is killed leaves the one or the other: the name changes in one
 * step, when the new file is on the disk.
 * @param path the new file, closed
 * @param release closes the old one
 * @throws {Fault} 74 when one of them is not whole, 73 when it cannot be done; then the old one is as it was
 */
export function putInPlace(path: string, target: string, release: () => void): void {
  if (existsSync(`${path}.wal`) || existsSync(`${target}.wal`)) {
    throw new Fault(Exit.io, 'the store was not written whole; it is as it was', 'run the same command again')
  }
  try {
    sync(path)
    try {
      // While the old store is open no other process can have written to it; it ends with this one.
      renameSync(path, target)
    } catch (error) {
      if (!isBusyFile(error)) throw error
      // Windows renames onto no open file.
      release()
      renameSync(path, target)
    }
    if (process.platform !== 'win32') sync(dirname(target))
  } catch (error) {
    throw new Fault(
      Exit.cannotWrite,
      'the new store cannot be put in place; the old one is as it was',
      'check the disk and the permissions of the workspace, and run the same command again',
      error,
    )
  }
}

/** Waits until a file or folder is on the disk. */
function sync(path: string): void {
  const opened = openSync(path, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

function isBusyFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EPERM', 'EBUSY', 'EACCES'].includes(String(error.code))
}
