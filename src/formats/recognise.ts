/** What a file is by its first bytes. Text may be CSV, a log of lines, or anything. */
export type Form = 'gzip' | 'zip' | 'parquet' | 'arrow' | 'pdf' | 'ole' | 'xml' | 'json' | 'text'

/** How the containers begin; an Arrow stream begins with the mark that precedes each of its messages. */
const beginnings: readonly (readonly [bytes: string, form: Form])[] = [
  ['1f8b', 'gzip'],
  ['504b0304', 'zip'],
  // An archive without files, and the first of several parts.
  ['504b0506', 'zip'],
  ['504b0708', 'zip'],
  ['50415231', 'parquet'],
  ['4152524f5731', 'arrow'],
  ['ffffffff', 'arrow'],
  ['255044462d', 'pdf'],
  ['d0cf11e0a1b11ae1', 'ole'],
]

/**
 * Recognises what a file is from its first bytes, whatever its name says. A mark of the encoding may come before the
 * content; UTF-16 is known with a mark and without.
 */
export function recogniseForm(head: Buffer): Form {
  const start = head.subarray(0, 8).toString('hex')
  const container = beginnings.find(([bytes]) => start.startsWith(bytes))
  if (container) return container[1]
  const text = textOf(head.subarray(0, 65_536)).trimStart()
  // The number of a syslog line (`<134>1 2026-…`) stands in the same signs as an element.
  if (/^<[\p{L}_?!]/u.test(text)) return 'xml'
  return /^[{[]/.test(text) ? 'json' : 'text'
}

function textOf(head: Buffer): string {
  const mark = head.subarray(0, 3).toString('hex')
  if (mark.startsWith('fffe')) return head.subarray(2).toString('utf16le')
  if (mark.startsWith('feff')) return swapped(head.subarray(2))
  if (mark === 'efbbbf') return head.subarray(3).toString('utf8')
  // Without a mark, UTF-16 shows in the zero beside its first sign, which is one of ASCII.
  if (head[0] !== 0 && head[1] === 0) return head.toString('utf16le')
  if (head[0] === 0 && head[1] !== 0) return swapped(head)
  return head.toString('utf8')
}

function swapped(bytes: Buffer): string {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1))
    .swap16()
    .toString('utf16le')
}
