import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { standardFormats } from '../../../src/formats/index.ts'
import { fieldsOf } from '../../../src/ingest/profile.ts'
import { join } from 'node:path'
import { root } from '../../harness/paths.ts'
import { profileOf, profiles, samples, testNumbers } from './samples.ts'

const page = readFileSync(join(root, 'docs', 'sources.md'), 'utf8')

/** The rows of the tables of the page: the id of the profile or the format, its status, its sample. */
const rows = [...page.matchAll(/^\|.*?\| \[`([a-z0-9-]+)`\]\(#\1\)[^|]*\| ([^|]+) \| (.+) \|$/gm)].map(
  ([, id, status, sample]) => ({ id, status, sample }),
)

describe('docs/sources.md', () => {
  it('has one row for each profile and no other, with its status', () => {
    const expected = profiles.map(({ profile, status }) => [profile, status])
    const told = rows.filter(({ id }) => profileOf(id!)).map(({ id, status }) => [id, status])
    expect(told.toSorted()).toEqual(expected.toSorted())
  })

  it('calls verified only what is read by a published specification', () => {
    const verified = rows.filter(({ status }) => status !== 'draft').map(({ id }) => id)
    expect(verified).toEqual(['riv-auditing-log'])
    for (const id of verified) expect(standardFormats.map((format) => format.id)).toContain(id)
    expect(profiles.filter(({ status }) => status !== 'draft')).toEqual([])
  })

  it('links one sample for each row, and each sample has a row', () => {
    const linked = rows.map(({ id, sample }) => [id, sample])
    const expected = samples.map(({ id, file }) => [id, `[${file}](../samples/sources/${file})`])
    expect(linked.toSorted()).toEqual(expected.toSorted())
  })

  it('tells of each how one gets the file, what it rests on and what it lacks', () => {
    for (const { id } of rows) {
      const [, section = ''] = page.split(`\n### ${id}\n`)
      const [own = ''] = section.split('\n### ')
      for (const start of ['How one gets the file: ', 'What it rests on: ', 'What it lacks']) {
        expect(own, `${id}: ${start}`).toContain(`- ${start}`)
      }
      expect(own, id).not.toContain('not known.')
    }
  })
})

describe('each profile', () => {
  it.each(profiles.map((profile) => [profile.profile, profile] as const))('%s says what it is', (id, profile) => {
    const { description, based_on, system, logs, export: got, limits, source_system } = profile
    for (const words of [description, based_on, system, logs, got, limits, source_system]) expect(words).toBeTruthy()
    // A guess is called one: nobody has published the headers.
    expect(based_on, id).toMatch(/our own guess|our own\s+guess/)
  })

  it.each(profiles.map((profile) => [profile.profile, profile] as const))(
    '%s lacks nothing that it has',
    (_, profile) => {
      const { lacks, columns, constants, kind } = profile
      for (const field of lacks) {
        expect(fieldsOf(kind)).toContain(field)
        expect([...Object.keys(columns), ...Object.keys(constants)]).not.toContain(field)
      }
    },
  )
})

describe('each sample', () => {
  const numbers = testNumbers()
  const isTestNumber = (text: string) => {
    const digits = text.replace('-', '')
    return digits.length === 12 ? numbers.has(digits) : numbers.has(`19${digits}`) || numbers.has(`20${digits}`)
  }

  it.each(samples.map(({ file, path }) => [file, path] as const))('%s holds no number but test numbers', (_, path) => {
    const text = new TextDecoder('windows-1252').decode(readFileSync(path))
    const found = text.match(/(?<![\w-])(?:(?:19|20)\d{6}-?\d{4}|\d{6}-\d{4})(?![\w-])/g) ?? []
    expect(found.filter((number) => !isTestNumber(number))).toEqual([])
  })
})
