import { assert, boolean, property, shuffledSubarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findLayout } from '../../../src/ingest/header.ts'
import { loadProfiles, type Profile, requiredOf } from '../../../src/ingest/profile.ts'
import { profiles } from './samples.ts'

const all = loadProfiles(undefined)
const recognised = (headers: readonly string[]) => findLayout('a file', headers, all, {}).profile.profile

/** Every header that a profile maps, and those that it knows and does not keep. */
const headersOf = ({ columns, ignored }: Profile) => [...new Set([...Object.values(columns).flat(), ...ignored])]

/** The headers without which the profile cannot read a file. */
const neededBy = (profile: Profile) => new Set(requiredOf(profile).flatMap((field) => profile.columns[field] ?? []))

describe.each(profiles.map((profile) => [profile.profile, profile] as const))(
  '%s is told from all others',
  (id, one) => {
    it('by its whole header, in any order and case', () => {
      assert(
        property(shuffledSubarray(headersOf(one), { minLength: headersOf(one).length }), boolean(), (headers, loud) => {
          expect(recognised(loud ? headers.map((header) => header.toUpperCase()) : headers)).toBe(id)
        }),
        { numRuns: 10 },
      )
    })

    it('without any one column that may be missing, and with two that nobody knows', () => {
      const needed = neededBy(one)
      for (const absent of headersOf(one).filter((header) => !needed.has(header))) {
        const headers = headersOf(one).filter((header) => header !== absent)
        expect(recognised(headers), `without ${absent}`).toBe(id)
        expect(recognised([...headers, 'Kolumn x', 'Kolumn y']), `without ${absent}, with two more`).toBe(id)
      }
    })

    it('by what it must have and nothing more', () => {
      const needed = [...neededBy(one)]
      if (needed.length > 1) expect(recognised(needed)).toBe(id)
    })
  },
)

it('no two profiles have a name in common', () => {
  const names = profiles.map(({ profile }) => profile)
  expect(new Set(names).size).toBe(names.length)
})
