import { zstdCompressSync } from 'node:zlib'
import { join } from 'node:path'
import * as arrow from 'apache-arrow'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrowToCsv } from '../../../src/formats/table/arrow.ts'
import { Fault } from '../../../src/model/fault.ts'
import { folderWith } from '../../harness/program.ts'
import { written } from './written.ts'

type Columns = Readonly<Record<string, arrow.Vector>>

const column = (type: arrow.DataType, values: readonly unknown[]) => arrow.vectorFromArray(values as never[], type)
const micros = (text: string) => BigInt(Date.parse(text)) * 1000n

/** A vector of the bare numbers of a type, as other libraries write them. */
function raw(type: arrow.DataType, values: BigInt64Array | Int32Array | Uint32Array | Int16Array): arrow.Vector {
  const length = values.length / (type instanceof arrow.Decimal ? type.bitWidth / 32 : 1)
  return new arrow.Vector([arrow.makeData({ type: type as arrow.Int, length, data: values as Int32Array })])
}

const bytesOf = (columns: Columns, form: 'file' | 'stream' = 'file') =>
  Buffer.from(arrow.tableToIPC(new arrow.Table(columns as Record<string, arrow.Vector<arrow.Int>>), form))

async function read(bytes: Buffer) {
  const folder = folderWith({ 'log.arrow': bytes })
  const target = join(folder, 'log.csv')
  const count = await arrowToCsv(join(folder, 'log.arrow'), 'log.arrow', target)
  const copy = written(target)
  expect(count).toBe(copy.rows.length)
  return copy
}

const valuesOf = async (vector: arrow.Vector, form?: 'file' | 'stream') =>
  (await read(bytesOf({ value: vector }, form))).rows.map(({ values }) => values[0])

describe('an Arrow column', () => {
  it.each<[string, arrow.Vector, string[]]>([
    ['text', column(new arrow.Utf8(), ['Läsa', null, '', 'a,"b"\nc']), ['Läsa', '', '', 'a,"b"\nc']],
    ['long text', column(new arrow.LargeUtf8(), ['å', null, 'b']), ['å', '', 'b']],
    [
      'text views',
      column(new arrow.Utf8View(), ['short', null, 'longer than twelve']),
      ['short', '', 'longer than twelve'],
    ],
    [
      'a dictionary',
      column(new arrow.Dictionary(new arrow.Utf8(), new arrow.Int8()), ['b', 'a', null, 'b']),
      ['b', 'a', '', 'b'],
    ],
    ['truth', column(new arrow.Bool(), [true, false, null]), ['true', 'false', '']],
    ['small numbers', column(new arrow.Int8(), [-128, 127, null]), ['-128', '127', '']],
    [
      'large numbers',
      column(new arrow.Int64(), [191212121212n, -9223372036854775808n, null]),
      ['191212121212', '-9223372036854775808', ''],
    ],
    ['the largest numbers', column(new arrow.Uint64(), [18446744073709551615n]), ['18446744073709551615']],
    [
      'fractions',
      column(new arrow.Float64(), [191212121212, 0.5, Number.NaN, null, 1e17]),
      ['191212121212', '0.5', '', '', '1e+17'],
    ],
    ['short fractions', column(new arrow.Float16(), [0.5, null]), ['0.5', '']],
    [
      'decimals',
      raw(
        new arrow.Decimal(2, 10, 128),
        Uint32Array.of(12345, 0, 0, 0, 0xfffffffb, 0xffffffff, 0xffffffff, 0xffffffff),
      ),
      ['123.45', '-0.05'],
    ],
    ['days', raw(new arrow.DateDay(), Int32Array.of(20513, -1)), ['2026-03-01', '1969-12-31']],
    [
      'dates',
      raw(new arrow.DateMillisecond(), BigInt64Array.of(1772323200000n, 1772323200001n)),
      ['2026-03-01', '2026-03-01T00:00:00.001'],
    ],
    [
      'times of day',
      raw(new arrow.TimeMicrosecond(), BigInt64Array.of(0n, 86399999999n)),
      ['00:00:00', '23:59:59.999999'],
    ],
    ['seconds of day', raw(new arrow.TimeSecond(), Int32Array.of(3661)), ['01:01:01']],
    ['durations', raw(new arrow.DurationSecond(), BigInt64Array.of(90n)), ['90']],
  ])('of %s is text', async (_, vector, expected) => {
    expect(await valuesOf(vector)).toEqual(expected)
    expect(await valuesOf(vector, 'stream')).toEqual(expected)
  })

  it.each<[string, arrow.DataType, bigint, string]>([
    ['seconds', new arrow.TimestampSecond(), 1772323199n, '2026-02-28T23:59:59'],
    ['milliseconds', new arrow.TimestampMillisecond(), -1n, '1969-12-31T23:59:59.999'],
    [
      'microseconds',
      new arrow.TimestampMicrosecond(),
      micros('2026-03-01T10:00:00Z') + 1n,
      '2026-03-01T10:00:00.000001',
    ],
    ['nanoseconds', new arrow.TimestampNanosecond(), -1n, '1969-12-31T23:59:59.999999'],
    [
      'a zone',
      new arrow.TimestampMicrosecond('Europe/Stockholm'),
      micros('2026-03-01T10:00:00.5Z'),
      '2026-03-01T10:00:00.500Z',
    ],
    ['a year beyond four digits', new arrow.TimestampSecond(), 10n ** 12n, String(10n ** 18n)],
    ['the first year', new arrow.TimestampSecond(), -62135596800n, '0001-01-01T00:00:00'],
  ])('of timestamps with %s is ISO 8601', async (_, type, value, expected) => {
    expect(await valuesOf(raw(type, BigInt64Array.of(value)))).toEqual([expected])
  })

  it.each<[string, arrow.Vector]>([
    ['lists', arrow.vectorFromArray([[1, 2]], new arrow.List(arrow.Field.new('item', new arrow.Int32())))],
    ['records', arrow.vectorFromArray([{ a: 1 }], new arrow.Struct([arrow.Field.new('a', new arrow.Int32())]))],
    ['bytes', arrow.vectorFromArray([Uint8Array.of(1)], new arrow.Binary())],
  ])('of %s is refused by name', async (_, vector) => {
    await expect(read(bytesOf({ tid: column(new arrow.Utf8(), ['a']), odd: vector }))).rejects.toThrow(
      'the column "odd"',
    )
  })
})

describe('an Arrow file', () => {
  const two = { a: column(new arrow.Utf8(), ['1', '2', '3']), b: column(new arrow.Int32(), [1, null, 3]) }

  it('gives the rows of all its batches, numbered', async () => {
    const table = new arrow.Table(two as Columns as Record<string, arrow.Vector<arrow.Int>>)
    const batches = [table, table].flatMap(({ batches }) => batches)
    for (const form of ['file', 'stream'] as const) {
      const copy = await read(Buffer.from(arrow.tableToIPC(new arrow.Table(batches), form)))
      expect(copy.headers).toEqual(['a', 'b'])
      expect(copy.rows.map(({ place, values }) => [place, ...values])).toEqual([
        [1, '1', '1'],
        [2, '2', ''],
        [3, '3', '3'],
        [4, '1', '1'],
        [5, '2', ''],
        [6, '3', '3'],
      ])
    }
  })

  it('may have a column of nothing, but not nothing else', async () => {
    const nothing = column(new arrow.Null(), [null, null, null])
    expect((await read(bytesOf({ ...two, nothing }))).rows[0]!.values).toEqual(['1', '1', ''])
    await expect(read(bytesOf({ nothing }))).rejects.toThrow('no columns with values')
  })

  it('may hold no rows', async () => {
    const schema = new arrow.Schema([arrow.Field.new('a', new arrow.Utf8())])
    const copy = await read(Buffer.from(arrow.tableToIPC(new arrow.Table(schema), 'stream')))
    expect(copy).toEqual({ headers: ['a'], rows: [], rejects: [] })
  })

  it('may extend its dictionaries between batches', async () => {
    const type = new arrow.Dictionary(new arrow.Utf8(), new arrow.Int32(), 7)
    const schema = new arrow.Schema([arrow.Field.new('a', type)])
    const writer = new arrow.RecordBatchStreamWriter()
    for (const texts of [
      ['x', 'y', 'x'],
      ['y', 'z', 'å'],
    ]) {
      const { data } = arrow.vectorFromArray(texts, type)
      writer.write(
        new arrow.RecordBatch(schema, arrow.makeData({ type: new arrow.Struct(schema.fields), children: [data[0]!] })),
      )
    }
    writer.close()
    const copy = await read(Buffer.from(await writer.toUint8Array()))
    expect(copy.rows.map(({ values }) => values[0])).toEqual(['x', 'y', 'x', 'y', 'z', 'å'])
  })

  it.each([
    ['Zstandard', arrow.CompressionType.ZSTD, (bytes: Uint8Array) => zstdCompressSync(bytes)],
    ['LZ4', arrow.CompressionType.LZ4_FRAME, storedLz4],
  ])('may be packed with %s', async (_, compressionType, encode) => {
    arrow.compressionRegistry.set(compressionType, { encode })
    const writer = new arrow.RecordBatchStreamWriter({ compressionType })
    writer.write(new arrow.Table({ a: column(new arrow.Utf8(), ['ett'.repeat(100), null, 'två']) } as never))
    writer.close()
    const copy = await read(Buffer.from(await writer.toUint8Array()))
    expect(copy.rows.map(({ values }) => values[0])).toEqual(['ett'.repeat(100), '', 'två'])
  })

  it('is refused when it is cut anywhere, file or stream', async () => {
    for (const form of ['file', 'stream'] as const) {
      const whole = bytesOf(two, form)
      for (let length = 0; length < whole.length; length += length < 32 || length > whole.length - 32 ? 1 : 7) {
        await expect(read(whole.subarray(0, length)), `${form} of ${length} bytes`).rejects.toBeInstanceOf(Fault)
      }
    }
  })

  it('is refused when something follows after it', async () => {
    await expect(read(Buffer.concat([bytesOf(two, 'stream'), bytesOf(two, 'stream')]))).rejects.toBeInstanceOf(Fault)
    await expect(read(Buffer.concat([bytesOf(two, 'file'), Buffer.from('more')]))).rejects.toBeInstanceOf(Fault)
  })

  it('is refused when it has a second schema, or none first', async () => {
    const first = bytesOf(two, 'stream')
    const other = bytesOf({ x: two.a, y: two.b }, 'stream')
    await expect(read(Buffer.concat([first.subarray(0, -8), other]))).rejects.toBeInstanceOf(Fault)
    const schemaBytes = 8 + first.readInt32LE(4)
    await expect(read(first.subarray(schemaBytes))).rejects.toBeInstanceOf(Fault)
  })

  it('is refused when a value lies outside its column or dictionary, or columns differ in length', async () => {
    const words = arrow.vectorFromArray(['a', 'b'], new arrow.Utf8())
    const type = new arrow.Dictionary(new arrow.Utf8(), new arrow.Int8())
    const outside = arrow.makeData({ type, length: 2, data: Int8Array.of(0, 2), dictionary: words })
    await expect(read(bytesOf({ a: new arrow.Vector([outside]) }))).rejects.toBeInstanceOf(Fault)
    const valueOffsets = Int32Array.of(0, 1, 99)
    const beyond = arrow.makeData({ type: new arrow.Utf8(), length: 2, valueOffsets, data: Buffer.from('abc') })
    await expect(read(bytesOf({ a: new arrow.Vector([beyond]) }))).rejects.toBeInstanceOf(Fault)
    const bytes = bytesOf(
      { a: column(new arrow.Int32(), [1, 2, 3]), b: column(new arrow.Int32(), [4, 5, 6]) },
      'stream',
    )
    const node = Buffer.from(BigInt64Array.of(3n, 0n).buffer)
    bytes.writeInt8(2, bytes.lastIndexOf(node))
    await expect(read(bytes)).rejects.toBeInstanceOf(Fault)
  })

  it('is refused when it claims to say more of itself than it does', async () => {
    const first = bytesOf(two, 'stream')
    const rows = first.subarray(8 + first.readInt32LE(4))
    const { schema } = new arrow.Table(two as never)
    const { Schema } = arrow.MessageHeader
    const message = new arrow.Message(0, arrow.MetadataVersion.V5, Schema, schema, new Map([['key', 'value']]))
    const said = Buffer.from(arrow.Message.encode(message))
    const begin = Buffer.from(Int32Array.of(-1, said.length).buffer)
    expect((await read(Buffer.concat([begin, said, rows]))).rows).toHaveLength(3)
    // What is said of a message is its fifth field, a list.
    const root = said.readInt32LE(0)
    const at = root + said.readUInt16LE(root - said.readInt32LE(root) + 4 + 4 * 2)
    const list = at + said.readInt32LE(at)
    expect(said.readInt32LE(list)).toBe(1)
    said.writeInt32LE(10_000, list)
    await expect(read(Buffer.concat([begin, said, rows]))).rejects.toBeInstanceOf(Fault)
  })

  it('gives rows or a fault, whatever bytes of it are damaged', async () => {
    const dictionary = column(new arrow.Dictionary(new arrow.Utf8(), new arrow.Int8()), ['b', 'a', null])
    const wholes = (['file', 'stream'] as const).map((form) => bytesOf({ ...two, c: dictionary }, form))
    const damage = fc.record({ at: fc.nat(), to: fc.constantFrom(0, 1, 127, 128, 255) })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...wholes),
        fc.array(damage, { minLength: 1, maxLength: 3 }),
        async (whole, changes) => {
          const bytes = Buffer.from(whole)
          for (const { at, to } of changes) bytes[at % bytes.length] = to
          await read(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(Fault))
        },
      ),
      { numRuns: 400 },
    )
  })

  it('is refused when it is no Arrow at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('ARROW1\0\0', '\u00FF\u00FF\u00FF\u00FF'),
        fc.uint8Array({ maxLength: 200 }),
        async (start, rest) => {
          await expect(read(Buffer.concat([Buffer.from(start, 'latin1'), rest]))).rejects.toBeInstanceOf(Fault)
        },
      ),
      { numRuns: 200 },
    )
  })
})

/** An LZ4 frame of one block that is not packed. */
function storedLz4(bytes: Uint8Array): Uint8Array {
  const size = Buffer.alloc(4)
  size.writeUInt32LE((bytes.length | 0x80000000) >>> 0)
  return Buffer.concat([Buffer.from('04224d1860407300'.slice(0, 14), 'hex'), size, bytes, Buffer.alloc(4)])
}
