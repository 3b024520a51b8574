import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { loadProfiles, type Profile } from '../profile.ts'

/**
 * A profile by its id, or the file of a draft that lies anywhere.
 * @param folder a private one, for a copy of the draft
 * @throws {Fault} 64 when there is no such file, 78 when it is no profile
 */
export function chosenProfile(
  word: string | undefined,
  profiles: readonly Profile[],
  folder: string,
): { readonly profiles: readonly Profile[]; readonly profile?: string } {
  if (word === undefined) return { profiles }
  if (!/\.ya?ml$/i.test(word)) return { profiles, profile: word }
  if (!existsSync(word))
    throw new Fault(Exit.usage, `there is no file ${word}`, 'name a profile, or the file of a draft')
  const apart = join(folder, 'profile')
  mkdirSync(apart, { mode: 0o700 })
  copyFileSync(word, join(apart, basename(word).toLowerCase()))
  const [draft] = loadDraft(apart, word)
  if (!draft) throw new Error('the draft is not among the profiles of its folder')
  return { profiles: [draft], profile: draft.profile }
}

function loadDraft(folder: string, word: string): Profile[] {
  try {
    return loadProfiles(folder)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const copy = join(folder, basename(word).toLowerCase())
    throw new Fault(error.exit, error.message.replace(copy, word), error.wayOut, error)
  }
}
