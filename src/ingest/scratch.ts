import { mkdir, rm } from 'node:fs/promises'
import { join, sep } from 'node:path'

/** A private folder for copies, in which every name is new. */
export class Scratch {
  readonly #folder: string
  #count = 0

  constructor(folder: string) {
    this.#folder = folder
  }

  path(ending: string): string {
    return join(this.#folder, `${this.#count++}.${ending}`)
  }

  /** Removes a copy; a file that is none of ours stays. */
  async remove(path: string): Promise<void> {
    if (path.startsWith(this.#folder + sep)) await rm(path, { force: true })
  }

  async newFolder(): Promise<string> {
    const folder = this.path('d')
    await mkdir(folder, { mode: 0o700 })
    return folder
  }
}
