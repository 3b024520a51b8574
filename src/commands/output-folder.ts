import { mkdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { noFiles, showFiles } from './progress.ts'
import type { Session } from './session.ts'

/** Fewer are written in no time. */
const manyFiles = 5

/** The folder that `-o` names, for a command that writes a file for each unit; each is private, sealed if that is asked for. */
export class OutputFolder {
  readonly #session: Session
  readonly #path: string

  private constructor(session: Session, path: string) {
    this.#session = session
    this.#path = path
  }

  /** @throws {Fault} 64 when none is named, 73 when it cannot be made, or is a file */
  static of(session: Session): OutputFolder {
    const { output } = session.options
    if (output === undefined || output === '-')
      throw new Fault(Exit.usage, '--all writes a file for each', 'name a folder for them with -o FOLDER')
    try {
      mkdirSync(output, { recursive: true, mode: 0o700 })
      if (statSync(output).isDirectory()) return new OutputFolder(session, output)
    } catch (error) {
      throw new Fault(Exit.cannotWrite, `${output} cannot be made`, 'name a folder that you may write in', error)
    }
    throw new Fault(Exit.cannotWrite, `${output} is no folder`, 'name a folder with -o FOLDER')
  }

  get path(): string {
    return this.#path
  }

  /** Makes files one by one, and shows on a terminal how many are left. */
  async fill<One>(ones: readonly One[], make: (one: One) => Promise<void>): Promise<void> {
    const { progressTerminal: terminal, language } = this.#session
    const files = terminal && ones.length >= manyFiles ? await showFiles(terminal, ones.length, language) : noFiles
    try {
      for (const one of ones) {
        await make(one)
        files.written()
      }
    } finally {
      files.stop()
    }
  }

  /** @returns the name that the file got in the folder @throws {Fault} 73 when it cannot be written */
  async add(name: string, content: string | Uint8Array): Promise<string> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    return basename(await this.#session.writePieces(join(this.#path, name), Readable.from([bytes])))
  }
}

/** The directory id of a unit, or what is of none, as a part of the name of a file; two ids never become one. */
export function asFileName(unit: string | null): string {
  return (unit ?? 'central').replaceAll(/[^\p{L}\p{N}._-]/gu, (letter) => `~${letter.codePointAt(0)!.toString(16)}`)
}
