import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ndjsonToCsv } from '../../../src/formats/table/ndjson.ts'
import { Fault } from '../../../src/model/fault.ts'
import { folderWith } from '../../harness/program.ts'
import { sourceOf } from '../collecting-sink.ts'
import { written } from './written.ts'

async function read(text: string, pieceSize?: number) {
  const target = join(folderWith({}), 'log.csv')
  const count = await ndjsonToCsv(sourceOf(text, pieceSize, 'log.json'), target)
  const copy = written(target)
  expect(count).toBe(copy.rows.length)
  return copy
}

/** A record as it comes out: its fields by name, absent ones left out. */
async function fieldsOf(record: unknown): Promise<Record<string, string>> {
  const { headers, rows } = await read(JSON.stringify(record))
  return Object.fromEntries(
    headers.map((header, index) => [header, rows[0]!.values[index]!]).filter(([, value]) => value !== ''),
  )
}

describe('records on lines', () => {
  it('give a row each, with the columns of them all', async () => {
    const { headers, rows } = await read('{"a":"1","b":"2"}\n{"c":"3","a":"4"}\r\n\n{"b":""}')
    expect(headers).toEqual(['a', 'b', 'c'])
    expect(rows).toEqual([
      { place: 1, values: ['1', '2', ''] },
      { place: 2, values: ['4', '', '3'] },
      { place: 4, values: ['', '', ''] },
    ])
  })

  it('that cannot be read are told by line, and reading goes on', async () => {
    const { rows, rejects } = await read('{"a":1}\n{"a":\n[1]\n"text"\nnull\n{"a":2}\n{"a":3')
    expect(rows.map(({ place }) => place)).toEqual([1, 6])
    expect(rejects).toEqual([
      { place: 2, cause: 'broken_json' },
      { place: 3, cause: 'no_object' },
      { place: 4, cause: 'no_object' },
      { place: 5, cause: 'no_object' },
      { place: 7, cause: 'broken_json' },
    ])
  })
})

describe('a record', () => {
  it('is flattened: what lies in it is named by its way', async () => {
    const record = {
      user: { id: 'SE1', unit: { id: 'SE2' } },
      patients: ['a', 'b', null, 3],
      list: [{ x: 1 }, [2]],
      none: null,
      empty: [],
      no: {},
    }
    expect(await fieldsOf(record)).toEqual({
      'user.id': 'SE1',
      'user.unit.id': 'SE2',
      patients: 'a; b; 3',
      list: '[{"x":1},[2]]',
    })
  })

  it('keeps the digits of its numbers', async () => {
    const record = '{"a":191212121212,"b":true,"c":1.50,"d":1e3,"e":12345678901234567890,"f":[9007199254740993,1]}'
    expect((await read(record)).rows[0]!.values).toEqual([
      '191212121212',
      'true',
      '1.5',
      '1000',
      '12345678901234567890',
      '9007199254740993; 1',
    ])
  })

  it('may have the names that objects have of their own', async () => {
    expect(await fieldsOf(JSON.parse('{"__proto__":{"a":1},"constructor":"b","toString":"c"}'))).toEqual({
      '__proto__.a': '1',
      constructor: 'b',
      toString: 'c',
    })
  })

  it('that lies too deep is told', async () => {
    const deep = (open: string, close: string, levels: number) =>
      `{"a":1}\n{"a":${open.repeat(levels)}1${close.repeat(levels)}}`
    for (const [open, close] of [
      ['[', ']'],
      ['{"b":', '}'],
    ] as const) {
      expect((await read(deep(open, close, 150))).rejects).toEqual([])
      for (const levels of [250, 100_000]) {
        expect((await read(deep(open, close, levels))).rejects.map(({ place }) => place)).toEqual([2])
      }
    }
  })
})

describe('a list of records', () => {
  it('gives a row each, whatever the pieces it comes in', async () => {
    const text = '\uFEFF \n[ {"a":"x,]}\\"\\\\"} ,{"a":{"b":[1,2]}},\n7, {"a":broken}, {"a":"å"}\n] \n'
    const whole = await read(text)
    expect(whole.headers).toEqual(['a', 'a.b'])
    expect(whole.rows).toEqual([
      { place: 1, values: ['x,]}"\\', ''] },
      { place: 2, values: ['', '1; 2'] },
      { place: 5, values: ['å', ''] },
    ])
    expect(whole.rejects).toEqual([
      { place: 3, cause: 'no_object' },
      { place: 4, cause: 'broken_json' },
    ])
    for (const size of [1, 2, 3, 7]) expect(await read(text, size)).toEqual(whole)
  })

  it('may be followed by another: nothing is lost', async () => {
    expect((await read('[{"a":1}]\n[{"a":2}]')).rows.map(({ values }) => values[0])).toEqual(['1', '2'])
  })

  it.each([
    ['without an end', '[{"a":1},{"a":2}'],
    ['that ends in a text', '[{"a":1},{"a":"]'],
    ['with words after it', '[{"a":1}] 1 row'],
    ['with an end too many', '[{"a":1}]]'],
    ['that is empty', '[ ]'],
  ])('is refused %s', async (_, text) => {
    await expect(read(text)).rejects.toBeInstanceOf(Fault)
  })
})

describe('a file', () => {
  it('without any object is refused: one that stands on many lines too', async () => {
    await expect(read('{\n"a":\n1\n}')).rejects.toThrow('holds no JSON objects')
    await expect(read('{}')).rejects.toThrow('holds no JSON objects')
  })

  it('with values where names should stand is refused', async () => {
    const line = (from: number, to: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: to - from }, (_, at) => [`n${from + at}`, 1])))
    expect((await read(line(0, 1000))).headers).toHaveLength(1000)
    await expect(read(`${line(0, 600)}\n${line(600, 1001)}`)).rejects.toThrow('more than 1000 different fields')
  })

  it('of any objects gives them back, on lines as in a list', async () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0') && value.isWellFormed())
    const record = fc.dictionary(fc.constantFrom('a', 'b', 'c'), text, { minKeys: 1 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 40 }),
        async (records, size) => {
          const onLines = await read(records.map((one) => JSON.stringify(one)).join('\n'), size)
          const inList = await read(JSON.stringify(records), size)
          expect(inList).toEqual(onLines)
          for (const [row, { values }] of onLines.rows.entries()) {
            expect(values).toEqual(
              onLines.headers.map((header) => (records[row] as Record<string, string>)[header] ?? ''),
            )
          }
          expect(onLines.rows).toHaveLength(records.length)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('of any text gives rows or a fault', async () => {
    const scraps = fc.array(fc.constantFrom('[', ']', '{', '}', '"a"', ':', ',', '1', '\n', '\\', '"', ' '), {
      maxLength: 30,
    })
    await fc.assert(
      fc.asyncProperty(scraps, async (all) => {
        await read(all.join('')).catch((error: unknown) => expect(error).toBeInstanceOf(Fault))
      }),
      { numRuns: 300 },
    )
  })
})
