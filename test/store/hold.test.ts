import { spawnSync } from 'node:child_process'
import { cpSync, readSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, it, vi } from 'vitest'
import { Exit } from '../../src/model/exit.ts'
import { Store } from '../../src/store/store.ts'
import { holdStore } from '../../src/workspace/held-store.ts'
import { openStore, openWorkspace, storePath } from '../../src/workspace/workspace.ts'
import { root } from '../harness/paths.ts'
import { scratchFolder, workspace } from '../harness/program.ts'
import { change, select } from './tables.ts'

it('while the file of a store is read no other process opens it, until it is let go', async () => {
  const folder = await workspace()
  const other = (): number | null => {
    const words = [join(root, 'src/cli.ts'), '-w', folder, '--wait', '0', 'trail', 'verify']
    return spawnSync(process.execPath, words, { stdio: 'ignore' }).status
  }
  const held = await holdStore(await openStore(openWorkspace(folder), 0), storePath(folder))
  expect(readSync(held.file, Buffer.alloc(16))).toBe(16)
  expect(other()).toBe(Exit.busy)
  held.release()
  held.release()
  expect(other()).toBe(Exit.done)
})

it('a store that another takes the place of while it is opened is not written to', async () => {
  const folder = await workspace()
  const newer = join(scratchFolder(), 'newer')
  cpSync(folder, newer, { recursive: true })
  const mark = `insert into store_fact values ('mark', 'newer'); checkpoint`
  await change(newer, mark)
  const open = Store.open.bind(Store)
  vi.spyOn(Store, 'open').mockImplementationOnce(async (options) => {
    const store = await open(options)
    renameSync(storePath(newer), storePath(folder))
    return store
  })
  const store = await openStore(openWorkspace(folder), 0)
  await store.run('store/set-schema', { schema: '1' })
  store.close()
  vi.restoreAllMocks()
  expect(
    await select(folder, `select name, value from store_fact where name in ('mark', 'schema') order by name`),
  ).toEqual([
    { name: 'mark', value: 'newer' },
    { name: 'schema', value: '1' },
  ])
})
