import { constants } from 'node:fs'
import { copyFile, link, mkdir, open, rename, rm, unlink, access } from 'node:fs/promises'
import { basename, dirname, join, parse } from 'node:path'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'

/** Makes sure that files can be moved into a directory. @throws {Fault} 73 */
export async function openTarget(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new Fault(Exit.cannotWrite, `no file can be moved to ${folder}`, 'check its permissions', error)
  }
}

/**
 * Moves a file into a directory, onto another file system too. What lies there is never overwritten: a second `log.csv` is
 * `log.2.csv`. Killed anywhere, the file is in one place or in both, and never in none.
 * @returns its new path
 * @throws {Fault} 73
 */
export async function moveFile(path: string, folder: string): Promise<string> {
  const { name, ext } = parse(basename(path))
  try {
    for (let number = 1; ; number++) {
      const target = join(folder, number === 1 ? `${name}${ext}` : `${name}.${number}${ext}`)
      if (await moveTo(path, target)) return target
    }
  } catch (error) {
    throw new Fault(
      Exit.cannotWrite,
      `${path} has been read, and cannot be moved to ${folder}`,
      'check the permissions of both directories; read once more it is a no-op, and is moved then',
      error,
    )
  }
}

/** @returns false when there is a file of that name */
async function moveTo(path: string, target: string): Promise<boolean> {
  try {
    // A second name for it, which cannot be given where a file is; then the first one goes.
    await link(path, target)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    if (!['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(codeOf(error))) throw error
    if (!(await copyTo(path, target))) return false
  }
  await sync(dirname(target))
  await unlink(path)
  return true
}

async function copyTo(path: string, target: string): Promise<boolean> {
  const half = `${target}.part`
  await rm(half, { force: true })
  await copyFile(path, half, constants.COPYFILE_EXCL)
  await sync(half)
  try {
    // It takes the name, so that what is renamed onto it is ours.
    await (await open(target, 'wx', 0o600)).close()
  } catch (error) {
    await rm(half, { force: true })
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  await rename(half, target)
  return true
}

/** On the disk; a directory cannot be opened for that everywhere. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => undefined)
  if (!handle) return
  await handle.sync().catch(() => undefined)
  await handle.close()
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
