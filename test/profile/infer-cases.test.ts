import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { inferProfile } from '../../src/ingest/infer/infer-profile.ts'

const folder = join(import.meta.dirname, 'cases')

/**
 * A case is a table with a line above its header that says which field each column is; `-` is none. Its name begins with
 * its kind.
 */
const cases = readdirSync(folder).map((file) => {
  const [fields = [], headers = [], ...rows] = parse(readFileSync(join(folder, file)), { delimiter: ';' })
  return { name: file.replace(/\.csv$/, ''), kind: file.split('-')[0], fields, headers, rows }
})

describe('without a word about it', () => {
  it('there are many tables to be understood', () => {
    expect(cases.length).toBeGreaterThan(30)
  })

  it.each(cases)('$name is understood, column by column', ({ kind, fields, headers, rows }) => {
    const proposal = inferProfile({ headers, rows, today: '2026-06-01' })
    const fieldOf = (header: string) => {
      const found = proposal.columns.filter((column) => column.headers.includes(header))
      return found.length === 0 ? '-' : found.map(({ field }) => field).join('+')
    }
    expect({ kind: proposal.kind, columns: headers.map((header) => `${header}: ${fieldOf(header)}`) }).toEqual({
      kind,
      columns: headers.map((header, place) => `${header}: ${fields[place]}`),
    })
  })
})
