import { accessSync, constants } from 'node:fs'
import { dirname } from 'node:path'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'

/** May this process write here? Of a path that is not there it is whoever writes to it that finds out. */
export function isWritable(path: string): boolean {
  return !['EACCES', 'EPERM', 'EROFS'].includes(String(refusal(path, constants.W_OK)))
}

/** May this process write to a file and beside it, as a store is written to? */
export function isWritableStore(path: string): boolean {
  return isWritable(path) && isWritable(dirname(path))
}

/** @throws {Fault} 77 when the directory is somebody else's: nothing in it can be seen, and it would be taken for none */
export function mayBeEntered(folder: string): void {
  if (refusal(folder, constants.X_OK) === 'EACCES') throw notYours(`${folder} may not be entered`)
}

/** @throws {Fault} 77 when the file is somebody else's */
export function mayBeRead(path: string): void {
  if (refusal(path, constants.R_OK) === 'EACCES') throw notYours(`${path} may not be read`)
}

/** The system's code of why not; undefined when it is allowed. */
function refusal(path: string, mode: number): string | undefined {
  try {
    accessSync(path, mode)
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code
  }
}

function notYours(what: string): Fault {
  return new Fault(Exit.notAllowed, what, 'a workspace is its owner’s only: run as that user')
}
