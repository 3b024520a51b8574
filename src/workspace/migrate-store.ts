import { join, resolve } from 'node:path'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { migrateSchema } from '../store/schema.ts'
import { Store, type StoreOptions } from '../store/store.ts'
import { copyHeld, holdStore, putInPlace } from './held-store.ts'

/**
 * Brings an open store to the schema of this version, and closes it. A copy is migrated, and put in its place: whoever is
 * killed meanwhile leaves the old store, and the next one begins anew.
 * @param folder an empty folder of the workspace, for the copy
 * @throws {Fault} 74 when the copy finds no room; then the store is as it was
 */
export async function migrateStore(store: Store, from: number, options: StoreOptions, folder: string): Promise<void> {
  const { file, release } = await holdStore(store, options.path)
  try {
    const path = resolve(join(folder, 'store.duckdb'))
    try {
      copyHeld(file, path)
    } catch (error) {
      throw new Fault(
        Exit.io,
        'the store cannot be copied, to be brought to the schema of this version; it is as it was',
        'free as much space as the store takes, and run the same command again',
        error,
      )
    }
    const copy = await Store.open({ ...options, path, readable: [] })
    try {
      await migrateSchema(copy, from)
    } finally {
      copy.close()
    }
    putInPlace(path, options.path, release)
  } finally {
    release()
  }
}
