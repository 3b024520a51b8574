import { randomBytes } from 'node:crypto'
import { closeSync, fchmodSync, fsyncSync, lstatSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'

/**
 * Writes a file that only its owner can read, unless another mode is given; a reader sees the old file or the new one, never
 * half of it.
 * @throws {Fault} 73 when it cannot be written
 */
export function writePrivate(path: string, pieces: Iterable<string | Uint8Array>, mode = 0o600): void {
  const half = Half.of(path, mode)
  try {
    for (const piece of pieces) half.add(piece)
    half.putInPlace()
  } catch (error) {
    throw half.giveUp(error)
  }
}

/** The same of pieces that come one by one. @throws {Fault} 73 when it cannot be written, and what the pieces throw */
export async function writePrivatePieces(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const half = Half.of(path, 0o600)
  try {
    for await (const piece of pieces) half.add(piece)
    half.putInPlace()
  } catch (error) {
    throw half.giveUp(error)
  }
}

/** @throws {Fault} 73 when no file can be put there: before the work whose result it is to hold */
export function mustTakeFile(path: string): void {
  const half = Half.of(path, 0o600)
  half.giveUp(undefined)
}

/** The half-written file beside the one that it is to replace. */
class Half {
  readonly #path: string
  readonly #half: string
  readonly #file: number
  #isOpen = true

  private constructor(path: string, half: string, file: number) {
    this.#path = path
    this.#half = half
    this.#file = file
  }

  static of(path: string, mode: number): Half {
    const half = `${path}.${randomBytes(4).toString('hex')}.part`
    try {
      mustBePlain(path)
      const file = openSync(half, 'wx', 0o600)
      // The process leaves the owner's rights only to what it makes.
      if (mode !== 0o600) fchmodSync(file, mode)
      return new Half(path, half, file)
    } catch (error) {
      throw error instanceof Fault ? error : cannotWrite(path, error)
    }
  }

  add(piece: string | Uint8Array): void {
    writeFileSync(this.#file, piece)
  }

  putInPlace(): void {
    fsyncSync(this.#file)
    this.#close()
    renameSync(this.#half, this.#path)
  }

  giveUp(cause: unknown): Fault {
    this.#close()
    rmSync(this.#half, { force: true })
    return cause instanceof Fault ? cause : cannotWrite(this.#path, cause)
  }

  #close(): void {
    if (this.#isOpen) closeSync(this.#file)
    this.#isOpen = false
  }
}

/** A file put in the place of a pipe, a device or a link would take it from those who go on using it. */
function mustBePlain(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== false) return
  throw new Fault(
    Exit.cannotWrite,
    `${path} cannot be written: it is no plain file`,
    'name another, or leave -o out and redirect the output',
  )
}

function cannotWrite(path: string, cause: unknown): Fault {
  return new Fault(
    Exit.cannotWrite,
    `${path} cannot be written`,
    'check the directory, the permissions and the disk',
    cause,
  )
}
