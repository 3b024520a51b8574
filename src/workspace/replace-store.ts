import { chmodSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { newStoreFiles } from '../store/purge.ts'
import type { Store } from '../store/store.ts'
import { putInPlace } from './held-store.ts'
import { openStore, storePath, withScratch, type Workspace } from './workspace.ts'

/**
 * Lets `work` write a new store, and puts it in place of the old one.
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
    try {
      const done = await work(store, path)
      if (!done.wrote) return done
      chmodSync(path, 0o600)
      putInPlace(path, storePath(workspace.folder), () => store.close())
      return done
    } finally {
      store.close()
    }
  })
}
