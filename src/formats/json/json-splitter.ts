import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { limits } from '../limits.ts'

const sign = {
  quote: 34,
  comma: 44,
  colon: 58,
  openList: 91,
  backslash: 92,
  closeList: 93,
  open: 123,
  close: 125,
} as const

/**
 * Cuts one JSON text into the texts of its values, by quotation marks and brackets alone: what stands between them is for
 * JSON itself to judge. So a file of any size is read with one value of it in memory.
 */
export class JsonSplitter {
  readonly #shownAs: string
  readonly #key: string
  readonly #give: (text: string) => void
  /** What is not yet given, and how far in it we have looked. */
  #text = ''
  #at = 0
  #line = 1
  #depth = 0
  /** The depth at which values are given: 1 in a list, 2 in the list under the key. */
  #listDepth = 0
  /** The object around that list, without it. */
  #shell = ''
  #lastKey = ''
  #isKeyNext = false
  #isObject = false
  #hasEnded = false

  constructor(shownAs: string, key: string, give: (text: string) => void) {
    this.#shownAs = shownAs
    this.#key = key
    this.#give = give
  }

  add(piece: string): void {
    this.#text += piece
    this.#scan()
    if (this.#text.length > limits.record) {
      throw this.#fault(`a record is longer than ${limits.record / 1e6} MB`, 'check the export')
    }
  }

  end(): void {
    if (!this.#hasEnded || this.#depth > 0)
      throw this.#fault('the file ends before its last value does', 'export it again; it may have been cut')
    if (this.#text.trim() !== '') throw this.#fault('something stands after the end', 'check the export')
  }

  #scan(): void {
    const stringEnd = /["\\]/g
    while (this.#at < this.#text.length) {
      const code = this.#text.charCodeAt(this.#at)
      if (code === sign.quote) {
        const end = this.#endOfString(stringEnd)
        // The rest of the string is in the next piece: it is looked at from its start again.
        if (end === -1) return
        if (this.#isKeyNext && this.#depth === 1) this.#lastKey = this.#text.slice(this.#at + 1, end)
        this.#at = end + 1
        continue
      }
      this.#at++
      if (code === sign.open || code === sign.openList) this.#opened(code)
      else if (code === sign.close || code === sign.closeList) this.#closed()
      else if (code === sign.comma) this.#separated()
      else if (code === sign.colon && this.#depth === 1) this.#isKeyNext = false
    }
  }

  #endOfString(mark: RegExp): number {
    mark.lastIndex = this.#at + 1
    for (let found = mark.exec(this.#text); found; found = mark.exec(this.#text)) {
      if (found[0] === '"') return found.index
      mark.lastIndex = found.index + 2
    }
    return -1
  }

  #opened(code: number): void {
    if (++this.#depth > limits.depth) {
      throw this.#fault(`values lie more than ${limits.depth} deep`, 'a log does not: check the export')
    }
    if (this.#depth === 1) {
      // Several values one after the other are read as one file of them.
      this.#shell = ''
      if (
        this.#text
          .slice(0, this.#at - 1)
          .replace('\uFEFF', '')
          .trim() !== ''
      ) {
        throw this.#fault('something stands outside the JSON value', 'check the export')
      }
      this.#isObject = code === sign.open
      this.#isKeyNext = this.#isObject
      if (!this.#isObject) this.#begin(1)
    } else if (this.#depth === 2 && code === sign.openList && this.#isObject && this.#lastKey === this.#key) {
      this.#shell += this.#text.slice(0, this.#at)
      this.#begin(2)
    }
  }

  #begin(depth: number): void {
    this.#listDepth = depth
    this.#drop(this.#at)
  }

  #closed(): void {
    if (this.#listDepth > 0 && this.#depth === this.#listDepth) {
      const last = this.#text.slice(0, this.#at - 1)
      if (last.trim() !== '') this.#give(last)
      this.#drop(this.#at - 1)
      this.#at = 1
      this.#listDepth = 0
    }
    if (--this.#depth < 0) throw this.#fault('the JSON is broken here', 'export the file again')
    if (this.#depth > 0) return
    this.#hasEnded = true
    if (this.#isObject) this.#give(this.#shell + this.#text.slice(0, this.#at))
    this.#drop(this.#at)
  }

  #separated(): void {
    if (this.#depth === 1 && this.#isObject) this.#isKeyNext = true
    if (this.#depth !== this.#listDepth || this.#depth === 0) return
    this.#give(this.#text.slice(0, this.#at - 1))
    this.#drop(this.#at)
  }

  #drop(characters: number): void {
    this.#line += lineEnds(this.#text.slice(0, characters))
    this.#text = this.#text.slice(characters)
    this.#at = 0
  }

  #fault(what: string, wayOut: string): Fault {
    const line = this.#line + lineEnds(this.#text.slice(0, this.#at))
    return new Fault(Exit.data, `${this.#shownAs}, line ${line}: ${what}`, wayOut)
  }
}

function lineEnds(text: string): number {
  let found = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) found++
  return found
}
