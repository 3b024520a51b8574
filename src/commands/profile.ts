import { stringify } from 'yaml'
import { loadProfiles } from '../ingest/profile.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { nearest } from '../model/nearest.ts'
import type { Session } from './session.ts'

/** `profile list`: the built-in profiles and those of the workspace. */
export function profileList(session: Session): Promise<Exit> {
  const profiles = loadProfiles(session.ownProfiles)
  if (session.options.format === 'json') session.write(`${JSON.stringify(profiles, null, 2)}\n`)
  else {
    const rows = profiles.map(
      ({ profile, kind, status, description }) =>
        `${profile.padEnd(16)} ${kind.padEnd(15)} ${status.padEnd(9)} ${description}\n`,
    )
    session.write(rows.join(''))
  }
  return Promise.resolve(Exit.done)
}

/** `profile show ID`: as YAML, to be copied into the workspace's `profiles/` and mended. */
export function profileShow(session: Session, id: string): Promise<Exit> {
  const profiles = loadProfiles(session.ownProfiles)
  const profile = profiles.find((one) => one.profile === id)
  if (!profile) {
    const near = nearest(
      id,
      profiles.map((one) => one.profile),
    )
    throw new Fault(
      Exit.usage,
      `there is no profile ${id}`,
      near ? `did you mean ${near}?` : 'loggkoll profile list shows them',
    )
  }
  session.write(stringify(profile))
  return Promise.resolve(Exit.done)
}
