import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { syncFolder } from '../chain.ts'
import { isAlive } from '../lock.ts'
import { openWorkspace, type Workspace } from '../workspace.ts'
import type { Manifest } from './manifest.ts'
import { unpackBackup } from './unpack-backup.ts'

/**
 * Puts a backup in place as a workspace. All of it is written beside, and held against its sums; `check` looks at it as a
 * workspace; then it gets its name in one step. Whoever is killed meanwhile leaves a folder that the next restore removes.
 * @param folder a folder that is empty, or is not there
 * @throws {Fault} 73 when the folder holds something or cannot be made, else as `unpackBackup` and `check`
 */
export async function restoreBackup<T>(
  source: AsyncIterable<Uint8Array>,
  folder: string,
  check: (workspace: Workspace, manifest: Manifest) => Promise<T>,
): Promise<T> {
  const target = resolve(folder)
  mustBeFree(target, folder)
  const half = `${target}.restoring-${process.pid}`
  try {
    makeHalf(target, half)
    const manifest = await unpackBackup(source, half)
    const checked = await check(openWorkspace(half), manifest)
    giveName(half, target, folder)
    return checked
  } finally {
    rmSync(half, { recursive: true, force: true })
  }
}

function mustBeFree(target: string, folder: string): void {
  if (!existsSync(target)) return
  let inner: string[]
  try {
    inner = readdirSync(target)
  } catch (error) {
    throw new Fault(Exit.cannotWrite, `${folder} is no directory that can be read`, 'choose another name', error)
  }
  if (inner.length > 0) {
    throw new Fault(Exit.cannotWrite, `${folder} is not empty`, 'choose a new or an empty directory')
  }
}

function makeHalf(target: string, half: string): void {
  const parent = dirname(target)
  try {
    mkdirSync(parent, { recursive: true, mode: 0o700 })
    for (const name of readdirSync(parent)) {
      const [, pid] = name.startsWith(`${basename(target)}.`) ? (/\.restoring-(\d+)$/.exec(name) ?? []) : []
      const isLeft = pid !== undefined && (Number(pid) === process.pid || !isAlive(Number(pid)))
      if (isLeft) rmSync(join(parent, name), { recursive: true, force: true })
    }
    mkdirSync(half, { mode: 0o700 })
    for (const inner of ['profiles', 'rules']) mkdirSync(join(half, inner), { mode: 0o700 })
  } catch (error) {
    throw new Fault(Exit.cannotWrite, `${parent} cannot be written`, 'choose another directory', error)
  }
}

function giveName(half: string, target: string, folder: string): void {
  try {
    if (existsSync(target)) rmdirSync(target)
    renameSync(half, target)
    syncFolder(dirname(target))
  } catch (error) {
    throw new Fault(
      Exit.cannotWrite,
      `${folder} cannot be put in place; nothing is restored`,
      'a directory that is a disk of its own cannot be: choose a new one inside it',
      error,
    )
  }
}
