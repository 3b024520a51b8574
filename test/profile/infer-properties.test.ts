import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Arbitrary,
  array,
  assert,
  constant,
  constantFrom,
  oneof,
  option,
  property,
  record,
  string,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DraftProfile, draftProfile } from '../../src/ingest/infer/draft-profile.ts'
import { inferProfile } from '../../src/ingest/infer/infer-profile.ts'
import { loadProfiles } from '../../src/ingest/profile.ts'
import { inputKinds } from '../../src/model/reference.ts'
import { profileDraft } from '../../src/reports/profile-draft.ts'
import { scratchFolder } from '../harness/program.ts'

/** Headers as they come, those that mean something, and those that are hard to write down. */
const header = oneof(
  string({ unit: 'binary', maxLength: 20 }),
  constantFrom('Tidpunkt', 'Användare', 'Patient', 'Enhet', 'Händelse', 'Datum', 'Tid', 'Orsak', 'Syfte', 'Namn', 'id'),
  constantFrom('', ' ', '#', '# x', '- a', 'a: b', '"', "'", '*', '&a', '!x', '|', '>', '%', '@', '`', 'null', 'true'),
  constantFrom(
    '~',
    '__proto__',
    'constructor',
    'a\nb',
    '\u2028',
    '\ud800',
    '\u0000',
    '1',
    '1.0',
    '2026-03-01',
    '[a]',
    '{a}',
  ),
)
const value = oneof(
  string({ unit: 'binary', maxLength: 12 }),
  constantFrom('', '2026-03-01 08:15:02', '01/03/2026', '08:15', '20260301081500', '99999999999999', '1772352000'),
  constantFrom(
    '19250101-9216',
    '192501019216',
    'SE5560000000-1A2B',
    '10.0.0.1',
    'Läsa',
    'Hoppat',
    'ja',
    '1,9E+11',
    'a*b',
  ),
  constantFrom('__proto__', 'constructor', 'a\nb', '# TODO', 'Läst: nej', '\ud800', 'åäö'.repeat(200)),
)
const table = array(header, { maxLength: 8 }).chain((headers) =>
  record({
    headers: constant(headers),
    rows: array(array(value, { maxLength: headers.length + 1 }), { maxLength: 6 }),
    kind: option(constantFrom(...inputKinds), { nil: undefined }),
    delimiter: option(constantFrom('^', ';', '~', '#'), { nil: undefined }),
  }),
)

type Table = typeof table extends Arbitrary<infer T> ? T : never

function draftOf({ headers, rows, kind, delimiter }: Table, id = 'draft'): { draft: DraftProfile; yaml: string } {
  const proposal = inferProfile({ headers, rows, today: '2026-06-01', delimiter, ...(kind ? { kind } : {}) })
  const draft = draftProfile(proposal, { id, description: 'd', basedOn: 'b' })
  return { draft, yaml: profileDraft(draft, proposal, 'sv') }
}

describe('any table at all', () => {
  const folder = () => {
    const made = join(scratchFolder(), 'profiles')
    mkdirSync(made)
    return made
  }

  it('gives a draft that ingest reads as a profile', () => {
    const profiles = folder()
    const asText = (value: unknown) =>
      JSON.stringify(value)
        .toWellFormed()
        .replaceAll(/\\ud[89a-f]../g, '\ufffd')
    assert(
      // Many at once: to load profiles is slow, for the built-in ones are read each time.
      property(array(table, { minLength: 1, maxLength: 25 }), (tables) => {
        const drafts = tables.map((given, place) => draftOf(given, `draft-${place}`))
        for (const { draft, yaml } of drafts) writeFileSync(join(profiles, `${draft.profile}.yaml`), yaml)
        const loaded = loadProfiles(profiles)
        for (const { draft } of drafts) {
          const profile = loaded.find((one) => one.profile === draft.profile)
          const columns = Object.entries(draft.columns).map(([field, headers]) => [field, [headers].flat()])
          expect(asText(profile?.columns)).toBe(asText(Object.fromEntries(columns)))
          expect(asText(profile?.ignored)).toBe(asText(draft.ignored))
          expect(profile).toMatchObject({ lacks: draft.lacks, time_formats: draft.time_formats, kind: draft.kind })
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 15) },
    )
  })

  it('gives the same draft again', () => {
    assert(
      property(table, (given) => {
        expect(draftOf(given).yaml).toBe(draftOf(given).yaml)
      }),
      { numRuns: 100 },
    )
  })

  it('has each column in one place at most: as a field, or left', () => {
    assert(
      property(table, ({ headers, rows }) => {
        const { columns, left } = inferProfile({ headers, rows, today: '2026-06-01' })
        const named = new Set([...columns.flatMap((column) => column.headers), ...left.map((one) => one.header)])
        expect([...named].toSorted()).toEqual([...new Set(headers.map((one) => one.trim()))].toSorted())
        expect(new Set(columns.map(({ field }) => field)).size).toBe(columns.length)
      }),
      { numRuns: 200 },
    )
  })
})
