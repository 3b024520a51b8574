import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseExactly } from '../../../src/formats/json/exact-numbers.ts'
import { isInLines, readJsonLines, readJsonValues } from '../../../src/formats/json/read-json.ts'
import { limits } from '../../../src/formats/limits.ts'
import { Fault } from '../../../src/model/fault.ts'
import { sourceOf } from '../collecting-sink.ts'

type Told = unknown[]

async function valuesOf(text: string | Iterable<string>, pieceSize?: number, key = 'entry'): Promise<Told> {
  const told: Told = []
  await readJsonValues(sourceOf(text, pieceSize, 'log.json'), key, {
    line: (value) => void told.push(value),
    broken: (place) => void told.push({ broken: place }),
    flush: () => Promise.resolve(),
  })
  return told
}

async function linesOf(text: string | Iterable<string>, pieceSize?: number): Promise<[number, unknown][]> {
  const told: [number, unknown][] = []
  await readJsonLines(sourceOf(text, pieceSize, 'log.ndjson'), {
    line: (value, place) => void told.push([place, value]),
    broken: (place) => void told.push([place, 'broken']),
    flush: () => Promise.resolve(),
  })
  return told
}

describe('the values of a JSON text', () => {
  it.each<[string, string, unknown[]]>([
    ['a list gives its values', '[1, "a,]", {"b": [2, {}]}, [3], null]', [1, 'a,]', { b: [2, {}] }, [3], null]],
    ['an empty list gives none', ' [ ] ', []],
    ['an object is one value', '{"a": {"entry": [1]}, "b": "]}"}', [{ a: { entry: [1] }, b: ']}' }]],
    [
      'the list under the key is given apart',
      '{"a":1,"entry":[{"x":1},{"y":"\\"]"}],"b":2}',
      [{ x: 1 }, { y: '"]' }, { a: 1, entry: [], b: 2 }],
    ],
    ['what is under the key and no list stays', '{"entry": {"a": [1]}}', [{ entry: { a: [1] } }]],
    ['a text that is like the key is none', '{"a": "entry", "b": [1]}', [{ a: 'entry', b: [1] }]],
    ['a mark at the start is no value', '\uFEFF[1]', [1]],
    ['texts one after the other are read on', '{"a":1}\n{"entry":[2]} [3]', [{ a: 1 }, 2, { entry: [] }, 3]],
    [
      'a value that is broken in itself is told, and the next is read',
      '[1, nope, {"a" 2}, 3]',
      [1, { broken: 2 }, { broken: 3 }, 3],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await valuesOf(text)).toEqual(expected)
    for (const size of [1, 2, 3, 7]) expect(await valuesOf(text, size)).toEqual(expected)
  })

  it('are what JSON itself finds, wherever the pieces are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue(), { maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        async (list, size) => {
          const expected: unknown = parseExactly(JSON.stringify(list))
          expect(await valuesOf(JSON.stringify(list), size)).toEqual(expected)
          expect(await valuesOf(JSON.stringify(list, null, 2), size)).toEqual(expected)
          const bundle = await valuesOf(JSON.stringify({ kind: 'x', entry: list, last: true }), size)
          expect(bundle).toEqual([...(expected as unknown[]), { kind: 'x', entry: [], last: true }])
        },
      ),
      { numRuns: 200 },
    )
  })

  it.each([
    ['cut in a list', '[1,\n2,', /^log\.json, line 2: the file ends before its last value does/],
    ['cut in a text', '[1,\n"Anna', /line 2: the file ends/],
    ['cut in an object', '{"entry": [1]', /the file ends/],
    ['empty', '  \n', /the file ends/],
    ['text before it', 'Anna [1]', /line 1: something stands outside the JSON value/],
    ['text after it', '[1]\nAnna', /line 2: something stands after the end/],
    ['closed before it is opened', ']', /broken here/],
    ['too deep', `[${'['.repeat(limits.depth)}${']'.repeat(limits.depth)}]`, /more than 200 deep/],
  ])('%s is refused by its line', async (_, text, said) => {
    const fault = await valuesOf(text).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(Fault)
    expect(fault).toMatchObject({ exit: 65, message: expect.stringMatching(said) as unknown })
    expect(String(fault)).not.toContain('Anna')
  })

  it('lie as deep as the limit, and no deeper', async () => {
    const nest = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
    expect(await valuesOf(nest(limits.depth))).toHaveLength(1)
  })

  it('are refused when one has no end, long before the file has', async () => {
    let given = 0
    function* endless() {
      yield '[{"a": "'
      for (; given < 100e6; given += 500_000) yield 'x'.repeat(500_000)
    }
    await expect(valuesOf(endless())).rejects.toThrow(/a record is longer than 16 MB/)
    expect(given).toBeLessThan(limits.record + 1_000_000)
  })
})

describe('values on lines', () => {
  it('carry the number of their line; blank ones are none, broken ones are told', async () => {
    const text = '\uFEFF{"a":1}\r\n\n{"a":\n[2]\n  \n{"a":3}'
    const expected = [
      [1, { a: 1 }],
      [3, 'broken'],
      [4, [2]],
      [6, { a: 3 }],
    ]
    expect(await linesOf(text)).toEqual(expected)
    for (const size of [1, 3, 8]) expect(await linesOf(text, size)).toEqual(expected)
  })

  it('are broken when they lie too deep', async () => {
    const deep = `${'{"a":'.repeat(limits.depth + 1)}1${'}'.repeat(limits.depth + 1)}`
    expect(await linesOf(`{"a":1}\n${deep}\n{"a":2}`)).toEqual([
      [1, { a: 1 }],
      [2, 'broken'],
      [3, { a: 2 }],
    ])
    expect(await linesOf(`{"a":"${'['.repeat(limits.depth * 2)}"}`)).toHaveLength(1)
  })

  it('are refused when one has no end', async () => {
    function* endless() {
      yield '{"a":1}\n'
      for (let given = 0; given < 100; given++) yield 'x'.repeat(1_000_000)
    }
    await expect(linesOf(endless())).rejects.toThrow(/log\.ndjson, line 2: a record is longer than 16 MB/)
  })

  it.each([
    ['{"a":1}\n{"b":2}', true],
    ['{"a":1}', true],
    ['{\n"a":1}', false],
    ['[{"a":1},\n{"b":2}]', false],
    ['{"resourceType":"Bundle","entry":[\n{"resource":{"resourceType":"A"}}\n]}', false],
    ['{"resourceType":"A", cut\n{"resourceType":"A"}\n{"resourceType":"A"}', true],
    ['', false],
  ])('%j is in lines: %s', async (text, expected) => expect(await isInLines(sourceOf(text))).toBe(expected))
})
