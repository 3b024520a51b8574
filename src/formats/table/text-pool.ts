import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { limits } from '../limits.ts'

const blockBytes = 4 << 20

/**
 * Many short texts by number, kept as bytes outside the heap: a workbook may have millions of them, and strings cut out
 * of a file would keep the whole file alive.
 */
export class TextPool {
  readonly #shownAs: string
  readonly #blocks: Buffer[] = []
  #at = blockBytes
  #count = 0
  #bytes = 0
  /** For each text its block, its place in it, and its length. */
  #places = new Uint32Array(3 << 12)

  constructor(shownAs: string) {
    this.#shownAs = shownAs
  }

  /** @throws {Fault} 65 when the texts take more memory than a workbook may */
  add(text: string): void {
    const bytes = Buffer.from(text)
    this.#bytes += bytes.length + 3 * this.#places.BYTES_PER_ELEMENT
    if (this.#bytes > limits.workbookTexts) {
      throw new Fault(Exit.data, `${this.#shownAs}: the workbook holds too much text`, 'save the sheet as CSV (UTF-8)')
    }
    if (this.#at + bytes.length > blockBytes) {
      this.#blocks.push(Buffer.allocUnsafe(Math.max(blockBytes, bytes.length)))
      this.#at = 0
    }
    const place = this.#count++ * 3
    if (place === this.#places.length) {
      const places = new Uint32Array(this.#places.length * 2)
      places.set(this.#places)
      this.#places = places
    }
    bytes.copy(this.#blocks.at(-1)!, this.#at)
    this.#places.set([this.#blocks.length - 1, this.#at, bytes.length], place)
    this.#at += bytes.length
  }

  /** @throws {Fault} 65 when there is no such text */
  at(index: number): string {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) {
      throw new Fault(Exit.data, `${this.#shownAs}: the workbook is broken (a text is missing)`, 'save it again')
    }
    const place = index * 3
    const start = this.#places[place + 1]!
    return this.#blocks[this.#places[place]!]!.toString('utf8', start, start + this.#places[place + 2]!)
  }
}
