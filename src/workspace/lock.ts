import { closeSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'

/** How long to wait for another process, in milliseconds. */
const patience = 10_000

/** A lock that bears no number for so many milliseconds was left by a process that was killed while it made it. */
const signing = 2_000

/**
 * Does something that only one process may do at a time. The lock of a process that is no more is taken over.
 * @param lock the file that stands for it
 * @throws {Error} of the system, when the lock cannot be made or stays with a living process
 */
export function withLock<T>(lock: string, work: () => T): T {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  for (let waited = 0; !take(lock); waited += 20) {
    if (waited >= patience) throw new Error(`${lock} is held by another process`)
    if (!isAbandoned(lock) || !remove(lock)) Atomics.wait(pause, 0, 0, 20)
  }
  try {
    return work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** Makes the lock, with the number of this process in it, unless it is there. */
function take(lock: string): boolean {
  let file: number
  try {
    file = openSync(lock, 'wx', 0o600)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
  try {
    writeFileSync(file, String(process.pid))
  } catch (error) {
    // On a full disk a file can be made but not written; left there it would lock everyone out.
    rmSync(lock, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
  return true
}

/**
 * Of several that find a lock abandoned one removes it, and looks again first: by then it may be somebody's new one.
 * @returns whether this one did
 */
function remove(lock: string): boolean {
  const removing = `${lock}.removing`
  if (!take(removing)) {
    if (isAbandoned(removing)) rmSync(removing, { force: true })
    return false
  }
  try {
    const isStill = isAbandoned(lock)
    if (isStill) rmSync(lock, { force: true })
    return isStill
  } finally {
    rmSync(removing, { force: true })
  }
}

/** Is a lock that of a process that is no more? One that is just being made bears no number yet, and is waited for. */
function isAbandoned(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    if (!Number.isInteger(pid) || pid <= 0) return Date.now() - statSync(lock).mtimeMs > signing
    // Who waits holds nothing: it is that of an earlier process with this number, as they are given in containers.
    if (pid === process.pid) return true
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

/** Does a process of this number run? */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
