import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { newStoreFiles } from '../store/purge.ts'
import type { Store } from '../store/store.ts'
import { openStore, storePath, withScratch, type Workspace } from './workspace.ts'

/**
 * Lets `work` write a new store, and puts it in place of the old one. A process that is killed leaves the old store or the
 * new one: the name changes in one step, when the new file is on the disk.
 * @param work gets the open store and the path of the new one, and says whether it wrote it
 */
export async function replaceStore<T extends { readonly wrote: boolean }>(
  workspace: Workspace,
  waitSeconds: number,
  work: (store: Store, path: string) => Promise<T>,
): Promise<T> {
  return await withScratch(workspace, async (folder) => {
    const path = resolve(join(folder, 'store.duckdb'))
    const store = await openStore(workspace, waitSeconds, newStoreFiles(path))
    let isOpen = true
    try {
      const done = await work(store, path)
      if (!done.wrote) return done
      chmodSync(path, 0o600)
      sync(path)
      const target = storePath(workspace.folder)
      if (existsSync(`${path}.wal`) || existsSync(`${target}.wal`)) {
        throw new Fault(Exit.io, 'the store was not written whole; it is as it was', 'run the same command again')
      }
      try {
        // While the old store is open no other process can have written to it; it ends with this one.
        renameSync(path, target)
      } catch (error) {
        if (!isBusyFile(error)) throw error
        // Windows renames onto no open file.
        store.close()
        isOpen = false
        renameSync(path, target)
      }
      if (process.platform !== 'win32') sync(workspace.folder)
      return done
    } catch (error) {
      if (error instanceof Fault || !isSystemError(error)) throw error
      throw new Fault(
        Exit.cannotWrite,
        'the new store cannot be put in place; the old one is as it was',
        'check the disk and the permissions of the workspace, and run the same command again',
        error,
      )
    } finally {
      if (isOpen) store.close()
    }
  })
}

function sync(path: string): void {
  const opened = openSync(path, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}

function isBusyFile(error: unknown): boolean {
  return isSystemError(error) && ['EPERM', 'EBUSY', 'EACCES'].includes(error.code ?? '')
}
