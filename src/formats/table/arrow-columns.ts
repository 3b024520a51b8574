import { type Data, DataType, DateUnit, type Dictionary, type Field, Precision, TimeUnit, Vector } from 'apache-arrow'
import { clockText, dayText, instantText } from './instant-text.ts'
import { nestedColumnFault } from './nested-column.ts'
import { numberText } from './number-text.ts'

/** The text of a row of a column. */
type CellReader = (row: number) => string | undefined
/** Makes the reader of a column for one batch. */
export type ColumnReader = (data: Data) => CellReader

type Numbers = ArrayLike<number | bigint>

/**
 * How the values of a column become text, by its type.
 * @throws {Fault} 65 naming the column when its values are no single ones (lists, records, bytes)
 */
export function columnReader(field: Field, shownAs: string): ColumnReader {
  const reader = readerOf(field.type)
  if (reader) return (data) => whereValid(data, reader(data))
  throw nestedColumnFault(shownAs, field.name, String(field.type))
}

function readerOf(type: DataType): ColumnReader | undefined {
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return textReader
  if (DataType.isUtf8View(type)) return viewReader
  if (DataType.isDictionary(type)) return dictionaryReader(type)
  if (DataType.isBool(type)) return boolReader
  if (DataType.isNull(type)) return () => () => undefined
  if (DataType.isFloat(type))
    return type.precision === Precision.HALF ? halfReader : numbers((value) => floatText(Number(value)))
  if (DataType.isInt(type) || DataType.isDuration(type)) return numbers(String)
  if (DataType.isDecimal(type)) return decimalReader(type.bitWidth, type.scale)
  if (DataType.isDate(type)) {
    return type.unit === DateUnit.DAY
      ? numbers((value) => dayText(Number(value)))
      : numbers((value) => dateText(BigInt(value)))
  }
  if (DataType.isTime(type)) return numbers((value) => clockText(micros(value, type.unit)))
  if (DataType.isTimestamp(type)) {
    const zone = type.timezone ? 'Z' : ''
    return numbers((value) => instantText(micros(value, type.unit)) + zone)
  }
  return undefined
}

function whereValid(data: Data, reader: CellReader): CellReader {
  if (data.nullCount === 0 || DataType.isNull(data.type)) return reader
  if (data.nullBitmap.length * 8 < data.length) throw new Error('a bitmap is too short')
  return (row) => (data.getValid(row) ? reader(row) : undefined)
}

function numbers(text: (value: number | bigint) => string | undefined): ColumnReader {
  return (data) => {
    const values = longEnough(data.values as Numbers, data.length)
    return (row) => text(values[row]!)
  }
}

const boolReader: ColumnReader = (data) => {
  const values = longEnough(data.values as ArrayLike<number>, Math.ceil(data.length / 8))
  return (row) => (((values[row >> 3]! >> (row & 7)) & 1) === 1 ? 'true' : 'false')
}

const textReader: ColumnReader = (data) => {
  if (data.length === 0) return () => undefined
  const offsets = longEnough(data.valueOffsets as Numbers, data.length + 1)
  const bytes = data.values as Uint8Array
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return (row) => {
    const start = Number(offsets[row])
    const end = Number(offsets[row + 1])
    if (!(start >= 0 && start <= end && end <= buffer.length)) throw new Error('a text lies outside its column')
    return buffer.toString('utf8', start, end)
  }
}

const viewReader: ColumnReader = (data) => {
  longEnough(data.values as ArrayLike<number>, data.length * 16)
  return throughLibrary(data)
}

const halfReader: ColumnReader = (data) => {
  longEnough(data.values as ArrayLike<number>, data.length)
  const read = throughLibrary(data)
  return (row) => floatText(Number(read(row)))
}

function throughLibrary(data: Data): CellReader {
  const vector = new Vector([data])
  return (row) => String(vector.get(row))
}

/** A dictionary is turned into text once, however many batches use it. */
function dictionaryReader(type: Dictionary): ColumnReader | undefined {
  const reader = readerOf(type.dictionary)
  const known = new WeakMap<Vector, readonly (string | undefined)[]>()
  if (!reader) return undefined
  return (data) => {
    const { dictionary } = data
    if (!dictionary) throw new Error('a dictionary is missing')
    let texts = known.get(dictionary)
    if (!texts)
      known.set(dictionary, (texts = dictionary.data.flatMap((part) => allOf(part, whereValid(part, reader(part))))))
    const indexes = longEnough(data.values as Numbers, data.length)
    return (row) => {
      const index = Number(indexes[row])
      if (!(index >= 0 && index < texts.length)) throw new Error('a value lies outside its dictionary')
      return texts[index]
    }
  }
}

function allOf(data: Data, reader: CellReader): (string | undefined)[] {
  return Array.from({ length: data.length }, (_, row) => reader(row))
}

/** Words of 32 bits, the lowest first, in two's complement. */
function decimalReader(bitWidth: number, scale: number): ColumnReader {
  const words = bitWidth / 32
  return (data) => {
    const values = longEnough(data.values as ArrayLike<number>, data.length * words)
    return (row) => {
      let value = 0n
      for (let word = words - 1; word >= 0; word--) value = (value << 32n) | BigInt(values[row * words + word]! >>> 0)
      return decimalText(BigInt.asIntN(bitWidth, value), scale)
    }
  }
}

function decimalText(value: bigint, scale: number): string {
  if (scale <= 0) return String(value * 10n ** BigInt(-scale))
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0')
  const fraction = digits.slice(-scale).replace(/0+$/, '')
  return (value < 0n ? '-' : '') + digits.slice(0, -scale) + (fraction === '' ? '' : `.${fraction}`)
}

/** A date in milliseconds is a whole day; one that is not says a time after all. */
function dateText(ms: bigint): string {
  const text = instantText(ms * 1000n)
  return text.endsWith('T00:00:00') ? text.slice(0, 10) : text
}

function floatText(value: number): string | undefined {
  return Number.isNaN(value) ? undefined : numberText(value)
}

function micros(value: number | bigint, unit: TimeUnit): bigint {
  const whole = BigInt(value)
  switch (unit) {
    case TimeUnit.SECOND:
      return whole * 1_000_000n
    case TimeUnit.MILLISECOND:
      return whole * 1000n
    case TimeUnit.MICROSECOND:
      return whole
    case TimeUnit.NANOSECOND:
      // Towards the past, also before 1970.
      return (whole - (((whole % 1000n) + 1000n) % 1000n)) / 1000n
  }
}

function longEnough<T extends ArrayLike<unknown>>(values: T | null | undefined, length: number): T {
  if (!values || values.length < length) throw new Error('a column is too short')
  return values
}
