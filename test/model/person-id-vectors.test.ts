import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { birthDate, formatPersonId, normalisePersonId } from '../../src/model/person-id.ts'

/** Vectors of others, which lie beside the repository and are never copied into it. */
const folder = new URL('../../../shared/vectors/personnummer/', import.meta.url)
const present = existsSync(folder)
if (!present) console.info(`person-id: skipped, as there is no folder ${folder.pathname}`)

function read<Shape>(path: string): Shape {
  return JSON.parse(present ? readFileSync(new URL(path, folder), 'utf8') : '[]') as Shape
}

type Row = {
  long_format: string
  short_format: string
  separated_format: string
  separated_long: string
  valid: boolean
  type: 'ssn' | 'con' | 'interim'
}

// The vectors take it that someone of 1909 is written with a plus, and someone of 2021 is born.
const seenOn = '2024-06-01'
const typeOfKind = { ssn: 'personal_number', con: 'coordination_number', interim: 'local_reserve' } as const

describe.skipIf(!present)('personnummer/meta', () => {
  const rows = read<Row[]>('list.json')

  it('list.json', () => {
    expect(rows.length).toBeGreaterThan(10)
    for (const row of rows) {
      // The last row is spaced text, which it calls invalid and we take.
      const id = row.long_format.replace(' ', '')
      const spaced = id !== row.long_format
      const person = { id, type: row.valid || spaced ? typeOfKind[row.type] : ('unknown' as const) }
      expect(normalisePersonId(row.long_format, seenOn), row.long_format).toEqual(person)
      expect(normalisePersonId(row.separated_long, seenOn), row.separated_long).toEqual(person)
      if (!spaced) expect(normalisePersonId(row.separated_format, seenOn), row.separated_format).toEqual(person)
      // Without a sign the youngest person is meant, whatever the sign of the longer form.
      const youngest = row.separated_format.includes('-') ? id : `20${id.slice(2)}`
      expect(normalisePersonId(row.short_format, seenOn).id, row.short_format).toBe(youngest)
    }
  })

  it('structured.json', () => {
    type Kind = { string: { valid: string[]; invalid: string[] }; integer: { valid: number[]; invalid: number[] } }
    const kinds = read<Record<'ssn' | 'con', Kind>>('structured.json')
    for (const kind of ['ssn', 'con'] as const) {
      const { string, integer } = kinds[kind]
      const type = typeOfKind[kind]
      for (const text of [...string.valid, ...integer.valid.map(String)]) {
        expect(normalisePersonId(text, seenOn).type, text).toBe(type)
      }
      for (const text of [...string.invalid, ...integer.invalid.map(String)]) {
        expect(normalisePersonId(text, seenOn).type, text).toBe(text.includes(' ') ? type : 'unknown')
      }
    }
  })

  it('interim.json', () => {
    const interim = read<Row[]>('interim.json')
    expect(interim.length).toBeGreaterThan(5)
    for (const { long_format, short_format, separated_format, separated_long } of interim) {
      const person = { id: long_format, type: 'local_reserve' }
      expect(normalisePersonId(long_format, seenOn)).toEqual(person)
      expect(normalisePersonId(separated_long, seenOn)).toEqual(person)
      expect(normalisePersonId(short_format, seenOn)).toEqual({ id: short_format, type: 'unknown' })
      expect(normalisePersonId(separated_format, seenOn)).toEqual({ id: separated_format, type: 'unknown' })
    }
  })
})

describe.skipIf(!present)('reserve numbers', () => {
  type Reserve = { id: string; oid: string; birth?: string | null }
  const national = '1.2.752.74.9.1'

  test.each(read<Reserve[]>('swedishidentifier/reservnummer-vectors.json'))('$id', ({ id, oid, birth }) => {
    const person = normalisePersonId(id, seenOn)
    expect(person).toEqual({ id, type: oid === national ? 'national_reserve' : 'local_reserve' })
    expect(normalisePersonId(`${id.slice(0, 8)}-${id.slice(8)}`.toLowerCase(), seenOn)).toEqual(person)
    expect(birthDate(person)).toBe(birth ?? null)
    expect(formatPersonId(id)).toBe(/^\d+$/.test(id) ? `${id.slice(0, 8)}-${id.slice(8)}` : id)
  })
})
