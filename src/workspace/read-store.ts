import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { checkSchema, schemaVersion } from '../store/schema.ts'
import { Store } from '../store/store.ts'
import { withHolder } from './holder.ts'
import { holderPath, openStore, storeOptions, storePath, type Workspace } from './workspace.ts'
import { isWritableStore } from './access.ts'

/**
 * Opens the store for a command that neither changes it nor shows anyone in it: also where it may only be read. There
 * nothing is mended that a killed process left; what that had committed is seen all the same.
 * @throws {Fault} 73 when the store would have to be brought to a newer schema there
 */
export async function openStoreToRead(workspace: Workspace, waitSeconds: number): Promise<Store> {
  const { folder, config } = workspace
  if (isWritableStore(storePath(folder))) return await openStore(workspace, waitSeconds)
  const options = { ...storeOptions(folder, config, waitSeconds), readable: [], isReadOnly: true }
  const store = await Store.open(options).catch((fault: unknown) => {
    throw withHolder(fault, holderPath(workspace))
  })
  try {
    const schema = await checkSchema(store, config.zone)
    if (schema === schemaVersion) return store
    throw new Fault(
      Exit.cannotWrite,
      `the store is of schema ${schema}, and may only be read, so it cannot be brought to schema ${schemaVersion}`,
      'copy the workspace to where you may write, or use the version of loggkoll that it was used with',
    )
  } catch (error) {
    store.close()
    throw error
  }
}
