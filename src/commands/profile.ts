import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { standardFormats } from '../formats/index.ts'
import { findLayout } from '../ingest/header.ts'
import { chosenProfile } from '../ingest/infer/chosen-profile.ts'
import { draftProfile } from '../ingest/infer/draft-profile.ts'
import { inferProfile } from '../ingest/infer/infer-profile.ts'
import type { ProfileProposal } from '../ingest/infer/proposal.ts'
import { type TriedFile, tryFile } from '../ingest/infer/try-file.ts'
import { prepareFile, type PrepareOptions } from '../ingest/prepare-file.ts'
import { loadProfiles, type Profile } from '../ingest/profile.ts'
import { sampleRows } from '../ingest/sample-rows.ts'
import { Scratch } from '../ingest/scratch.ts'
import { profileWords } from '../language/profile.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { nearest } from '../model/nearest.ts'
import { localDate } from '../model/period.ts'
import type { InputKind } from '../model/reference.ts'
import { profileCheckReport } from '../reports/profile-check.ts'
import { profileDraft } from '../reports/profile-draft.ts'
import { Store } from '../store/store.ts'
import { isWorkspace, openStore, withScratch } from '../workspace/workspace.ts'
import { revealed } from './audit.ts'
import { readable } from './make-report.ts'
import { onlyWords } from './only-words.ts'
import type { Session } from './session.ts'

export interface ProfileInferOptions {
  readonly kind?: InputKind
  readonly id?: string
  readonly sheet?: string
}

export interface ProfileCheckOptions {
  readonly kind?: InputKind
  readonly profile?: string
  readonly sheet?: string
  readonly patient?: string
  readonly rows?: number
  readonly reveal?: boolean
  readonly reason?: string
}

/** A draft is made from so many rows: more say the same. */
const sampleSize = 2000

/** `profile list`: the standard formats, the profiles of the workspace, and the built-in ones. */
export function profileList(session: Session): Promise<Exit> {
  const profiles = loadProfiles(session.ownProfiles)
  const format = readable(session.options.format ?? 'table', { table: 1, json: 1 })
  if (format === 'json') session.write(`${JSON.stringify(profiles, null, 2)}\n`)
  else {
    const standard = standardFormats.map(({ id, kind, description }) => [id, kind, 'standard', description] as const)
    const rows = [
      ...standard,
      ...profiles.map(({ profile, kind, status, description }) => [profile, kind, status, description] as const),
    ]
    const width = (place: 0 | 1 | 2) => Math.max(...rows.map((row) => row[place].length))
    const line = ([id, kind, status, description]: (typeof rows)[number]) =>
      `${id.padEnd(width(0))}  ${kind.padEnd(width(1))}  ${status.padEnd(width(2))}  ${description}\n`
    session.write(rows.map(line).join(''))
  }
  return Promise.resolve(Exit.done)
}

/** `profile show ID`: as YAML, to be copied into the workspace's `profiles/` and mended. */
export function profileShow(session: Session, id: string): Promise<Exit> {
  onlyWords(session)
  const profiles = loadProfiles(session.ownProfiles)
  const profile = profiles.find((one) => one.profile === id)
  if (standardFormats.some((format) => format.id === id)) {
    throw new Fault(
      Exit.usage,
      `${id} is a standard format, which needs no profile`,
      'docs/formats.md says how it is read',
    )
  }
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

/** `profile infer FILE`: a draft of a profile, with the reason beside each line. Nothing of it names a person. */
export async function profileInfer(session: Session, path: string, options: ProfileInferOptions): Promise<Exit> {
  const format = readable(session.options.format ?? 'table', { table: 1, json: 1 })
  const { kind, id = 'draft', sheet } = options
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) {
    throw new Fault(Exit.usage, `--id: "${id}" is no id of a profile`, 'use small letters, digits and hyphens')
  }
  await withRoom(session, async ({ prepare, today }) => {
    const wanted = { ...prepare, ...(kind === undefined ? {} : { kind }), ...(sheet === undefined ? {} : { sheet }) }
    const { headers, rows, delimiter } = await sampleRows(path, sampleSize, wanted)
    const proposal = inferProfile({ headers, rows, today, delimiter, ...(kind === undefined ? {} : { kind }) })
    const language = session.spokenLanguage
    const words = profileWords(language)
    const { columns, left } = proposal
    const draft = draftProfile(proposal, {
      id,
      description: words.description,
      basedOn: words.basedOn(rows.length, columns.length + left.length),
    })
    // A log has been read: that is kept, though nothing of what it says is shown.
    await leaveTrail(session, 0, null)
    session.write(
      format === 'json'
        ? `${JSON.stringify({ schema: 'loggkoll/profile-draft/1', profile: draft, grounds: proposal }, null, 2)}\n`
        : profileDraft(draft, proposal, language),
    )
    for (const line of afterwards(proposal, id, words)) session.note(line)
    const known = knownProfile(headers, prepare.profiles)
    if (known !== undefined) session.note(words.knownAs(known))
  })
  return Exit.done
}

function afterwards(proposal: ProfileProposal, id: string, words: ReturnType<typeof profileWords>): string[] {
  const { columns, left, lacks, codes } = proposal
  const sure = (sureness: string) => columns.filter((column) => column.sureness === sureness).length
  const open = Object.values(codes).flatMap(({ guesses }) => guesses.filter(({ word }) => word === undefined)).length
  return [
    words.tally({ certain: sure('certain'), likely: sure('likely'), guess: sure('guess'), left: left.length }),
    ...(lacks.length > 0 ? [words.missing(lacks)] : []),
    ...(open > 0 ? [words.todos(open)] : []),
    words.next(id),
  ]
}

/** The profile that ingest would take, when one fits and leaves no column unread. */
function knownProfile(headers: readonly string[], profiles: readonly Profile[]): string | undefined {
  try {
    const { profile, unmapped } = findLayout('', headers, profiles, {})
    return unmapped.length === 0 ? profile.profile : undefined
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}

/** `profile check FILE`: what ingest would make of a file, with its first rows; nothing is stored. */
export async function profileCheck(session: Session, path: string, options: ProfileCheckOptions): Promise<Exit> {
  const format = readable(session.options.format ?? 'table', { table: 1, json: 1 })
  const reveal = revealed(options)
  const { kind, sheet, patient, rows: most = 3 } = options
  const parts: TriedFile[] = []
  await withRoom(session, async ({ prepare, folder, today, zone }) => {
    const chosen = chosenProfile(options.profile, prepare.profiles, folder)
    const wanted = {
      ...prepare,
      ...chosen,
      ...(kind === undefined ? {} : { kind }),
      ...(sheet === undefined ? {} : { sheet }),
      ...(patient === undefined ? {} : { patient }),
    }
    for await (const file of prepareFile(path, wanted)) {
      parts.push(await tryFile(file, { today, zone, spill: join(folder, 'spill'), most, reveal }))
      await prepare.scratch.remove(file.table.path)
    }
  })
  const shown = parts.reduce((sum, { first_rows }) => sum + first_rows.length, 0)
  await leaveTrail(session, shown, reveal ? (options.reason ?? null) : null)
  session.write(
    format === 'json'
      ? `${JSON.stringify({ schema: 'loggkoll/profile-check/1', parts }, null, 2)}\n`
      : parts.map((part) => profileCheckReport(part, session.spokenLanguage)).join('\n'),
  )
  return parts.some(({ rows, rejected, conflict }) => rows > 0 && rows === rejected + conflict) ? Exit.data : Exit.done
}

/** Outside a workspace there is no trail to leave. Whoever holds the store writes the trail. */
async function leaveTrail(session: Session, rowsShown: number, reason: string | null): Promise<void> {
  if (!isWorkspace(session.folder)) return
  const store = await openStore(session.workspace, session.options.wait)
  try {
    session.leaveTrail(rowsShown, reason)
  } finally {
    store.close()
  }
}

interface Room {
  readonly prepare: PrepareOptions
  readonly folder: string
  readonly today: string
  readonly zone: string
}

/** What a look at a file needs, in a workspace or without one: a private folder that goes afterwards, the day, the zone. */
async function withRoom(session: Session, work: (room: Room) => Promise<void>): Promise<void> {
  const own = isWorkspace(session.folder) ? session.workspace : undefined
  const zone = own?.config.zone ?? 'Europe/Stockholm'
  const inFolder = async (folder: string) => {
    const spill = join(folder, 'spill')
    const openReader = (path: string) =>
      Store.open({ path: ':memory:', spill, memory: '2GB', threads: 2, waitSeconds: 0, readable: [path], zone })
    const prepare: PrepareOptions = {
      profiles: loadProfiles(session.ownProfiles),
      scratch: new Scratch(folder),
      input: session.io.input,
      openReader,
      onBytes: () => undefined,
    }
    await work({ prepare, folder, today: localDate(session.io.now(), zone), zone })
  }
  if (own) return await withScratch(own, inFolder)
  const folder = mkdtempSync(join(tmpdir(), 'loggkoll-'))
  try {
    await inFolder(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
