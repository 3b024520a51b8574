/** What a parameter of a query stands for. */
type Value = string | number | boolean | null

/** DuckDB's names of types, in ClickHouse's. Its `Date` ends in 2149, and `Date32` in 2299. */
const types: Readonly<Record<string, string>> = {
  bigint: 'Int64',
  boolean: 'Bool',
  date: 'Date32',
  double: 'Float64',
  integer: 'Int32',
  smallint: 'Int16',
  time: 'Time',
  timestamp: 'DateTime64(6)',
  uinteger: 'UInt32',
  usmallint: 'UInt16',
  varchar: 'String',
}

/** The same under another name. ClickHouse's own `lower` and `left` know no å, ä and ö. */
const spelling: Readonly<Record<string, string>> = {
  exclude: 'except',
  hash: 'cityHash64',
  left: 'leftUTF8',
  lower: 'lowerUTF8',
  length: 'lengthUTF8',
}

/** The bit operators, which ClickHouse has as functions only. */
const operators: Readonly<Record<string, string>> = { '&': 'bitAnd', '<<': 'bitShiftLeft', '~': 'bitNot' }

const token = /--[^\n]*|'(?:[^']|'')*'|\$\w+|[A-Za-z_]\w*|\d+(?:\.\d+)?|::|<>|<=|>=|<<|\|\||\s+|[^\s]/gu

/**
 * A query of DuckDB's in ClickHouse's spelling: parameters become literals, types and a few functions get their other
 * names, and the bit operators become functions. The query itself stays as it is.
 */
export function translate(sql: string, values: Readonly<Record<string, Value>>): string {
  const words = [...sql.matchAll(token)]
    .map(([word]) => word)
    .map((word) => (word.startsWith('--') || word.trim() === '' ? ' ' : word))
  const tight = words.filter((word, place) => word !== ' ' || words[place - 1] !== ' ')
  return bits(tight.map((word, place) => respell(word, place, tight, values))).join('')
}

function respell(
  word: string,
  place: number,
  words: readonly string[],
  values: Readonly<Record<string, Value>>,
): string {
  const next = words[place + 1] === ' ' ? words[place + 2] : words[place + 1]
  if (word.startsWith('$')) return literal(values[word.slice(1)])
  if (words[place - 1] === '::') return types[word] ?? word
  if (word === 'date' && next?.startsWith("'")) return 'toDate32'
  // `date '2026-01-01'` is a literal of DuckDB's
  if (word.startsWith("'") && /^date$/.test(words[place - 2] ?? '')) return `(${word})`
  if (next === '(' && words[place - 1] !== '.') return spelling[word] ?? word
  return word
}

function literal(value: Value | undefined): string {
  if (value === undefined) throw new Error('a parameter has no value')
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}

/** `a & ~b` as `bitAnd(a, bitNot(b))`: what stands nearest on either side, with its casts and arguments. */
function bits(words: readonly string[]): string[] {
  const place = words.findLastIndex((word) => word in operators)
  if (place < 0) return [...words]
  const name = operators[words[place]!]!
  const [from, to] = [rightStart(words, place), rightEnd(words, place)]
  const right = words.slice(from, to).join('')
  if (words[place] === '~') return bits([...words.slice(0, place), `${name}(${right})`, ...words.slice(to)])
  const start = leftStart(words, place)
  const left = words.slice(start, place).join('').trim()
  // What denies belongs to what stands nearest to it.
  if (words[start - 1] === '~')
    return bits([...words.slice(0, start - 1), `${operators['~']!}(${left})`, ' ', ...words.slice(place)])
  return bits([...words.slice(0, start), `${name}(${left}, ${right})`, ...words.slice(to)])
}

const isName = (word: string | undefined): boolean => word !== undefined && /^[\w']/u.test(word)

function rightStart(words: readonly string[], place: number): number {
  return words[place + 1] === ' ' ? place + 2 : place + 1
}

function rightEnd(words: readonly string[], place: number): number {
  let end = rightStart(words, place)
  if (words[end] !== '(') end++
  for (;;) {
    if (words[end] === '(') end = closing(words, end, 1) + 1
    else if (words[end] === '.' || words[end] === '::') end += 2
    else return end
  }
}

function leftStart(words: readonly string[], place: number): number {
  let start = words[place - 1] === ' ' ? place - 2 : place - 1
  for (;;) {
    if (words[start] === ')') {
      start = closing(words, start, -1)
      if (isName(words[start - 1])) start--
    }
    if (words[start - 1] === '.' || words[start - 1] === '::') start -= 2
    else return start
  }
}

/** The bracket that answers the one at a place. */
function closing(words: readonly string[], place: number, step: 1 | -1): number {
  let open = 0
  for (let at = place; at >= 0 && at < words.length; at += step) {
    if (words[at] === '(') open++
    if (words[at] === ')') open--
    if (open === 0) return at
  }
  throw new Error('a bracket has no other')
}
