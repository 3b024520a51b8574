import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { loadProfiles, type Profile } from '../../../src/ingest/profile.ts'
import { root } from '../../harness/paths.ts'

const folder = join(root, 'samples', 'sources')

/** A made-up file in the form of one system; its name is the profile's. */
export interface Sample {
  readonly id: string
  readonly file: string
  readonly path: string
}

export const samples: readonly Sample[] = readdirSync(folder)
  .sort()
  .map((file) => ({ id: basename(file, extname(file)), file, path: join(folder, file) }))

/** The profiles that come with the tool, but for the columns of its own. */
export const profiles: readonly Profile[] = loadProfiles(undefined).filter(({ profile }) => profile !== 'canonical')

export const profileOf = (id: string): Profile | undefined => profiles.find(({ profile }) => profile === id)

/** Each test number that the repository may hold, as 12 digits. */
export function testNumbers(): ReadonlySet<string> {
  const text = readFileSync(join(root, 'scripts', 'samples', 'test-numbers.txt'), 'utf8')
  return new Set(text.split('\n').filter((line) => /^\d{12}$/.test(line)))
}
