import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseExactly } from '../../../src/formats/json/exact-numbers.ts'

describe('a number of a JSON text', () => {
  it.each<[string, unknown]>([
    ['9007199254740993', '9007199254740993'],
    ['-9007199254740993', '-9007199254740993'],
    ['9007199254740992', '9007199254740992'],
    ['9007199254740991', 9007199254740991],
    ['9007199254740993.0', '9007199254740993.0'],
    ['123456789.1234567890', '123456789.1234567890'],
    ['12345678901234567890e3', '12345678901234567890e3'],
    ['1E400', '1E400'],
    ['1e-400', '1e-400'],
    ['1.50', 1.5],
    ['1.5000000000000000000', 1.5],
    ['0.00000000000000000000', 0],
    ['1e3', 1000],
    ['1e100', 1e100],
    ['0.1', 0.1],
  ])('%s keeps what it says', (written, value) => {
    for (const text of [written, `{"a":${written}}`, `[ ${written} ]`, `{"b":[true,${written},"c"],"d":{}}`]) {
      expect(JSON.stringify(parseExactly(text))).toContain(JSON.stringify(value))
    }
  })

  it('that looks like one within a text is that text', () => {
    const text =
      '{"a":"1,9007199254740993,\\"","urn:oid:1.2.752.129.2.1.4.1":"[9007199254740993]","b":9007199254740993}'
    expect(parseExactly(text)).toEqual({
      a: '1,9007199254740993,"',
      'urn:oid:1.2.752.129.2.1.4.1': '[9007199254740993]',
      b: '9007199254740993',
    })
  })

  it('is told from every other, whatever stands around it', () => {
    const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
    const said = fc.oneof(
      fc.string(),
      whole.map(String),
      fc.string({ unit: fc.constantFrom('"', '\\', ',', ':', '9') }),
    )
    const pair = fc.tuple(fc.oneof(whole, said), fc.constantFrom('', ' ', '\n', '\t'))
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 12 }), (pairs) => {
        const values = pairs.map(
          ([value, blank]) => blank + (typeof value === 'bigint' ? value : JSON.stringify(value)),
        )
        const read = parseExactly(`{"list":[${values.join(',')}]}`) as { list: unknown[] }
        expect(read.list.map(String)).toEqual(pairs.map(([value]) => String(value)))
      }),
    )
  })
})
