import type { DataType, RecordBatch, TimestampMicrosecond } from 'apache-arrow'

/** What a column of a list holds: `time` is microseconds of a wall clock, `instant` of UTC, both as text `2026-03-04T08:10:00`. */
export type ColumnKind = 'text' | 'texts' | 'whole' | 'decimal' | 'yes_no' | 'day' | 'time' | 'instant'

type Cell = string | number | bigint | boolean | readonly string[] | null | undefined

/** A column by name, with how it is read from an item. */
export interface Column<Item> {
  readonly name: string
  readonly kind: ColumnKind
  readonly of: (item: Item) => Cell
}

/** Rows in one record batch: small enough to hold, large enough to be read fast. */
const batchRows = 65_536

/**
 * A list as an Arrow IPC stream with typed columns; anything may be missing. `apache-arrow` is loaded when it is asked for.
 * @param items each is read once for each column
 */
export async function arrowStream<Item>(
  columns: readonly Column<Item>[],
  items: Iterable<Item> | AsyncIterable<Item>,
): Promise<Uint8Array> {
  const arrow = await import('apache-arrow')
  const types: Record<ColumnKind, () => DataType> = {
    text: () => new arrow.Utf8(),
    texts: () => new arrow.List(new arrow.Field('item', new arrow.Utf8(), true)),
    whole: () => new arrow.Int64(),
    decimal: () => new arrow.Float64(),
    yes_no: () => new arrow.Bool(),
    day: () => new arrow.DateDay(),
    time: () => new arrow.TimestampMicrosecond(),
    instant: () => new arrow.TimestampMicrosecond('UTC'),
  }
  const fields = columns.map(({ name, kind }) => new arrow.Field(name, types[kind](), true))
  const schema = new arrow.Schema(fields)
  const batches: RecordBatch[] = []
  for await (const rows of inBatches(items)) {
    const children = columns.map(({ kind, of }, place) => {
      const { type } = fields[place]!
      const isTime = kind === 'time' || kind === 'instant'
      const builder = arrow.makeBuilder({ type: isTime ? new arrow.Int64() : type, nullValues: [null] })
      for (const row of rows) builder.append(valueOf(kind, of(row)))
      const data = builder.finish().flush()
      if (!isTime) return data
      // Its builder of times counts in milliseconds as floating numbers; the bytes are those of whole numbers.
      const { length, nullCount, values, nullBitmap } = data
      return arrow.makeData({
        type: type as TimestampMicrosecond,
        length,
        nullCount,
        data: values as BigInt64Array,
        nullBitmap,
      })
    })
    const struct = arrow.makeData({ type: new arrow.Struct(fields), length: rows.length, nullCount: 0, children })
    batches.push(new arrow.RecordBatch(schema, struct))
  }
  return arrow.tableToIPC(new arrow.Table(schema, batches), 'stream')
}

async function* inBatches<Item>(items: Iterable<Item> | AsyncIterable<Item>): AsyncGenerator<Item[]> {
  let rows: Item[] = []
  for await (const item of items) {
    rows.push(item)
    if (rows.length < batchRows) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}

function valueOf(kind: ColumnKind, value: Cell): unknown {
  if (value === null || value === undefined) return null
  switch (kind) {
    case 'whole':
      return BigInt(value as string | number | bigint)
    case 'decimal':
      return Number(value)
    case 'day':
      return new Date(`${value as string}T00:00:00Z`)
    case 'time':
    case 'instant':
      return microseconds(value as string)
    default:
      return value
  }
}

/** Of `2026-03-04T08:10:00.123456`, with or without `+00`. */
function microseconds(text: string): bigint {
  const [, whole = '', fraction = ''] = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?/.exec(text) ?? []
  const milliseconds = Date.parse(`${whole.replace(' ', 'T')}Z`)
  if (Number.isNaN(milliseconds)) throw new RangeError('this is no time of day')
  return BigInt(milliseconds) * 1000n + BigInt(fraction.padEnd(6, '0'))
}
