import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { limits } from '../limits.ts'
import type { RecordSource } from '../record.ts'
import { parseExactly } from './exact-numbers.ts'
import { JsonSplitter } from './json-splitter.ts'

export interface JsonReading {
  /** Takes a value, with the number of its line, or its place among the values of the file. */
  line(value: unknown, place: number): void
  /** What stands there is no JSON. */
  broken(place: number): void
  /** After each piece of the file. */
  flush(): Promise<void>
  /** Which texts are worth parsing; all, when it is not given. */
  wants?(text: string): boolean
}

/**
 * Reads a JSON value on each line (NDJSON). A line that is broken is told, and reading goes on; blank lines are none.
 * @throws {Fault} 65 when a line is over the limit
 */
export async function readJsonLines(source: RecordSource, reading: JsonReading): Promise<void> {
  let kept = ''
  let place = 0
  const give = (line: string) => {
    place++
    const text = (place === 1 ? line.replace(/^\uFEFF/, '') : line).trim()
    if (text !== '') takeValue(text, place, reading)
  }
  for await (const piece of source.text()) {
    const lines = (kept + piece).split('\n')
    kept = lines.pop() ?? ''
    for (const line of lines) give(line)
    if (kept.length > limits.record) throw tooLong(source.shownAs, place + 1)
    await reading.flush()
  }
  give(kept)
  await reading.flush()
}

/**
 * Reads the values of one JSON text in pieces: of a list its values, of an object that holds a list under `key` the values
 * of that list and, last, the object without them; any other value as it is.
 * @throws {Fault} 65 with its line when the text is cut, lies too deep, has something after its end or a value too long
 */
export async function readJsonValues(source: RecordSource, key: string, reading: JsonReading): Promise<void> {
  let place = 0
  const splitter = new JsonSplitter(source.shownAs, key, (text) => takeValue(text, ++place, reading))
  for await (const piece of source.text()) {
    splitter.add(piece)
    await reading.flush()
  }
  splitter.end()
  await reading.flush()
}

/**
 * Whether a file holds a JSON value on each line, and not one that runs over lines: its first line is whole, or, where that
 * one is broken, two of the next ones are.
 */
export async function isInLines(source: RecordSource): Promise<boolean> {
  let head = ''
  for await (const piece of source.text()) {
    head += piece
    if (head.length >= headCharacters) break
  }
  head = head.replace(/^\uFEFF/, '').trimStart()
  if (!head.startsWith('{')) return false
  const lines = head.split('\n').slice(0, 50)
  return isWhole(lines[0]!) || lines.filter((line) => /^\{.*"resourceType"/.test(line) && isWhole(line)).length >= 2
}

const headCharacters = 1_000_000

function isWhole(line: string): boolean {
  try {
    return typeof parseJson(line) === 'object'
  } catch {
    return false
  }
}

function takeValue(text: string, place: number, reading: JsonReading): void {
  if (reading.wants && !reading.wants(text)) return
  let value: unknown
  try {
    value = parseJson(text)
  } catch {
    reading.broken(place)
    return
  }
  reading.line(value, place)
}

/** @throws when the text is no JSON, or so deep that walking through it would be */
function parseJson(text: string): unknown {
  if (text.length > limits.record || isTooDeep(text)) throw new Error('over a limit')
  return parseExactly(text)
}

/** Most texts have fewer brackets than the limit; only the others are looked at. */
function isTooDeep(text: string): boolean {
  let brackets = 0
  for (let at = nextBracket(text, 0); at !== -1 && brackets <= limits.depth; at = nextBracket(text, at + 1)) brackets++
  if (brackets <= limits.depth) return false
  let depth = 0
  let isInText = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (isInText) {
      if (sign === '\\') at++
      else if (sign === '"') isInText = false
    } else if (sign === '"') isInText = true
    else if (sign === '{' || sign === '[') {
      if (++depth > limits.depth) return true
    } else if (sign === '}' || sign === ']') depth--
  }
  return false
}

function nextBracket(text: string, from: number): number {
  const [object, list] = [text.indexOf('{', from), text.indexOf('[', from)]
  return object === -1 ? list : list === -1 ? object : Math.min(object, list)
}

function tooLong(shownAs: string, line: number): Fault {
  return new Fault(
    Exit.data,
    `${shownAs}, line ${line}: a record is longer than ${limits.record / 1e6} MB`,
    'check the export: it has one record on each line',
  )
}
