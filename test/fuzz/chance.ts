/** Chance that can be had again: the same seed gives the same numbers (mulberry32). */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A number from 0 up to, and without, 1. */
  share(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from 0 up to, and without, so many. */
  below(many: number): number {
    return Math.floor(this.share() * many)
  }

  pick<T>(of: readonly T[]): T {
    const one = of[this.below(of.length)]
    if (one === undefined) throw new Error('there is nothing to pick from')
    return one
  }
}

/** Stands in values of the files; no message may hold it. */
export const canary = 'KANARIEFÅGEL'

const words = [
  '\0',
  '\uFEFF',
  '"',
  "'",
  ';',
  '\r\n',
  '\t',
  '&',
  '<',
  ']]>',
  '&lt;&#0;',
  '&unknown;',
  '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
  '{{',
  '[[',
  '\\u0000',
  '\\ud800',
  '__proto__',
  'constructor',
  'null',
  '-1',
  '1e309',
  '99999999999999999999',
  '2026-02-30T25:61:61Z',
  '0001-01-01',
  '9999-12-31T23:59:59+14:00',
  '\u202E\u001B[2J',
  '=cmd|x!A1',
  '../../../etc/passwd',
  '*a &a !!js/function',
  'å'.repeat(3000),
  'x'.repeat(100_000),
  '"'.repeat(5000),
  '['.repeat(20_000),
  '{"a":'.repeat(20_000),
  '<a>'.repeat(20_000),
].map((text) => Buffer.from(text))
const raw = [Buffer.from([0xff, 0xfe]), Buffer.from([0xc3]), Buffer.from([0xed, 0xa0, 0x80]), Buffer.alloc(4096)]

/** A file with some changes: bits, bytes, words and pieces put in, taken out, moved, repeated, or taken from another. */
export function mutate(chance: Chance, file: Buffer, others: readonly Buffer[]): Buffer {
  let bytes = file
  const put = (at: number, out: number, what: Buffer): void => {
    bytes = Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(Math.min(bytes.length, at + out))])
  }
  for (let changes = 1 + chance.below(4); changes > 0; changes--) {
    const at = chance.below(bytes.length + 1)
    const length = chance.below(2 ** (1 + chance.below(12)))
    switch (chance.below(8)) {
      case 0:
        put(at, 1, Buffer.from([(bytes[at] ?? 0) ^ (1 << chance.below(8))]))
        break
      case 1:
        put(at, 1, Buffer.from([chance.below(256)]))
        break
      case 2:
        put(at, chance.share() < 0.2 ? bytes.length : length, Buffer.alloc(0))
        break
      case 3:
        put(at, 0, bytes.subarray(at, at + length))
        break
      case 4: {
        const other = chance.pick(others)
        const from = chance.below(other.length + 1)
        put(at, length, other.subarray(from, from + length))
        break
      }
      case 5:
        put(at, 0, chance.pick(raw))
        break
      default:
        put(at, chance.below(2) * length, chance.pick(words))
    }
  }
  return bytes
}

/** Puts the canary into values: cells after the first line, texts between elements, strings after a colon. */
export function plant(chance: Chance, file: Buffer): Buffer {
  if (file.includes(0)) return file
  const text = file.toString('utf8')
  if (!Buffer.from(text).equals(file)) return file
  const some = (put: string): string => (chance.share() < 0.1 ? put : '')
  if (/^\s*</.test(text))
    return Buffer.from(text.replace(/>([^<>\s][^<>]*)</g, (_, value: string) => `>${some(canary)}${value}<`))
  if (/^\s*[[{]/.test(text)) return Buffer.from(text.replace(/: ?"/g, (before) => `${before}${some(canary)}`))
  const [head = '', ...lines] = text.split('\n')
  return Buffer.from(
    [head, ...lines.map((line) => line.replace(/[;,\t]/g, (mark) => `${mark}${some(canary)}`))].join('\n'),
  )
}
