import { statfsSync, statSync } from 'node:fs'
import { z } from 'zod'
import { commandWords } from '../language/commands.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Health, HealthCode } from '../model/health.ts'
import { addDays } from '../model/period.ts'
import { referenceTables } from '../model/reference.ts'
import type { Store } from '../store/store.ts'
import { diskEncryption, lookAtModes } from '../workspace/disk.ts'
import { clockTolerance } from '../workspace/chain.ts'
import { verifyNotedJournal } from '../workspace/journal.ts'
import { isWritableStore } from '../workspace/access.ts'
import { openStoreToRead } from '../workspace/read-store.ts'
import { readTrail, type TrailLine, verifyTrail } from '../workspace/trail.ts'
import { storePath } from '../workspace/workspace.ts'
import { lookAtConfig, lookAtWritten, said } from './doctor-settings.ts'
import type { Session } from './session.ts'

/** Days after which something is worth a note. */
const oldReference = 14
const oldLog = 7
const oldRun = 35
/** Bytes with which nothing can be done any more. */
const leastRoom = 200e6

const Row = z.object({
  kind: z.string(),
  stored: z.coerce.number(),
  last_day: z.string().nullable(),
})
const Covered = z.object({ kind: z.string(), covers_to: z.string().nullable() })

/** Is the workspace sound? What it cannot open it says, and goes on with the rest. */
export async function lookAtWorkspace(session: Session): Promise<Health[]> {
  const ofDisk = lookAtDisk(session)
  const config = lookAtConfig(session)
  // Without settings nothing of the rest can be asked.
  if (config.code === 'config_wrong') return [config, ...ofDisk]
  return [config, ...ofDisk, ...(await lookAtStore(session)), ...lookAtWritten(session)]
}

function lookAtDisk({ folder }: Session): Health[] {
  const seen: Health[] = []
  if (process.platform === 'win32') seen.push({ check: 'permissions', code: 'modes_unknown', facts: {} })
  else {
    const { files, open } = lookAtModes(folder)
    const [first] = open
    seen.push(
      first
        ? {
            check: 'permissions',
            code: 'not_private',
            facts: { path: first.path, mode: first.mode.toString(8), more: open.length - 1, folder },
          }
        : { check: 'permissions', code: 'private', facts: { files } },
    )
  }
  if (!isWritableStore(storePath(folder))) seen.push({ check: 'permissions', code: 'only_read', facts: { folder } })
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  const store = sizeOf(storePath(folder))
  const enough = free > store ? 'room' : 'little_room'
  seen.push({ check: 'disk', code: free < leastRoom ? 'no_room' : enough, facts: { free, store } })
  const { device, encrypted } = diskEncryption(folder)
  const known = encrypted === true ? 'encrypted' : 'not_encrypted'
  const code = encrypted === undefined ? 'encryption_unknown' : known
  return [...seen, { check: 'encryption', code, facts: { device } }]
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/** A store that is not opened need not be damaged: it may be in use, or another than the settings say. */
const storeCodes: ReadonlyMap<Exit, HealthCode> = new Map([
  [Exit.busy, 'store_busy'],
  [Exit.config, 'store_refused'],
])

/** What the store and the chains beside it say; a store in use is left alone. */
async function lookAtStore(session: Session): Promise<Health[]> {
  const { workspace } = session
  const lines = readTrail(workspace.trail)
  let store: Store
  try {
    store = await openStoreToRead(workspace, 0)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return [
      said('store', storeCodes.get(error.exit) ?? 'store_wrong', error),
      ...lookAtChains(session, []),
      ...lookAtClock(session, lines),
    ]
  }
  try {
    const heads = await store.rows('audit/run-heads', z.object({ trail_head: z.string() }))
    const sources = await store.rows('told/sources', Row)
    const covered = await store.rows('told/coverage', Covered)
    const drafts = await store.rows('doctor/drafts', z.object({ profile: z.string() }))
    const events = sources.filter(({ kind }) => kind === 'access')
    const rows = events.reduce((sum, { stored }) => sum + stored, 0)
    const lastDay =
      events
        .map(({ last_day }) => last_day ?? '')
        .toSorted()
        .at(-1) ?? ''
    return [
      { check: 'store', code: 'store_sound', facts: { bytes: sizeOf(storePath(workspace.folder)), rows } },
      ...lookAtChains(
        session,
        heads.map(({ trail_head }) => trail_head),
      ),
      ...lookAtClock(session, lines),
      ...(drafts.length === 0
        ? []
        : [
            {
              check: 'profiles',
              code: 'profiles_draft',
              facts: { profiles: drafts.map(({ profile }) => profile).join(', ') },
            } as const,
          ]),
      ...lookAtReference(session, sources, covered),
      ...lookAtPast(session, lines, lastDay),
    ]
  } finally {
    store.close()
  }
}

function lookAtChains({ workspace, language }: Session, heads: readonly string[]): Health[] {
  const words = commandWords(language)
  const trail = verifyTrail(workspace.trail, workspace.keyring, heads)
  const journal = verifyNotedJournal(workspace)
  return [
    trail.sound
      ? { check: 'trail', code: 'trail_whole', facts: { lines: trail.lines } }
      : { check: 'trail', code: 'trail_broken', facts: { cause: words.trailVerdict(trail, workspace.config.zone) } },
    journal.sound
      ? { check: 'journal', code: 'journal_whole', facts: { lines: journal.lines } }
      : {
          check: 'journal',
          code: 'journal_broken',
          facts: { cause: words.journalVerdict(journal, workspace.config.zone) },
        },
  ]
}

/** A clock before the last line of the trail was set back, or the line was written by one that was ahead. */
function lookAtClock({ io }: Session, lines: readonly TrailLine[]): Health[] {
  const last =
    lines
      .map(({ time }) => time)
      .toSorted()
      .at(-1) ?? ''
  const now = io.now().toISOString()
  return [
    Date.parse(last) - Date.parse(now) > clockTolerance
      ? { check: 'clock', code: 'clock_back', facts: { now, last } }
      : { check: 'clock', code: 'clock_right', facts: {} },
  ]
}

function lookAtReference(
  { today }: Session,
  sources: readonly z.infer<typeof Row>[],
  covered: readonly z.infer<typeof Covered>[],
): Health[] {
  const kinds = Object.keys(referenceTables)
  const rowsOf = (kind: string): number =>
    sources.filter((one) => one.kind === kind).reduce((sum, { stored }) => sum + stored, 0)
  const missing = kinds.filter((kind) => rowsOf(kind) === 0)
  const loaded = kinds
    .filter((kind) => rowsOf(kind) > 0)
    .map((kind): Health => {
      const until = covered.find((one) => one.kind === kind)?.covers_to ?? ''
      const isOld = until !== '' && until < addDays(today, -oldReference)
      const code = isOld ? 'reference_old' : 'reference_loaded'
      return { check: 'reference', code, facts: { kind, rows: rowsOf(kind), until } }
    })
  if (missing.length === 0) return loaded
  return [...loaded, { check: 'reference', code: 'reference_missing', facts: { kinds: missing.join(', ') } }]
}

function lookAtPast({ today }: Session, lines: readonly TrailLine[], day: string): Health[] {
  const lastOf = (command: string): string => lines.findLast((line) => line.command === command)?.time ?? ''
  const [ingested, audited] = [lastOf('ingest'), lastOf('audit')]
  const readCode = day < addDays(today, -oldLog) ? 'ingest_old' : 'ingest_last'
  const runCode = audited.slice(0, 10) < addDays(today, -oldRun) ? 'run_old' : 'run_last'
  return [
    { check: 'ingest', code: day === '' ? 'ingest_never' : readCode, facts: { time: ingested, day } },
    { check: 'run', code: audited === '' ? 'run_never' : runCode, facts: { time: audited } },
  ]
}
