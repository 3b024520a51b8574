import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { backupWords } from '../language/backup.ts'
import { commandWords } from '../language/commands.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { localMinute } from '../model/period.ts'
import { plainText } from '../reports/plain-text.ts'
import type { PurgeCounts } from '../store/purge.ts'
import type { Manifest } from '../workspace/backup/manifest.ts'
import { restoreBackup } from '../workspace/backup/restore-backup.ts'
import { type JournalVerdict, verifyNotedJournal } from '../workspace/journal.ts'
import { readTrail, verifyTrail } from '../workspace/trail.ts'
import { openStore, type Workspace } from '../workspace/workspace.ts'
import { readable } from './make-report.ts'
import { countLines, countPast } from './purge.ts'
import { isSealed, openSealedPieces } from './seal.ts'
import type { Session } from './session.ts'
import { identitiesOf } from './unseal.ts'

export interface RestoreOptions {
  readonly identity?: readonly string[]
  readonly trail?: string
  readonly unsound?: boolean
}

/** `restore FILE DIR`: makes a workspace of a backup: all of it, or nothing. */
export async function restore(session: Session, file: string, folder: string, options: RestoreOptions): Promise<Exit> {
  const format = readable(session.options.format ?? 'table', { table: 1, json: 1 })
  const restored = await restoreBackup(piecesOf(session, file, options), folder, (workspace, manifest) =>
    lookThrough(session.in(workspace.folder), manifest, options, basename(file)),
  )
  const of = session.in(folder)
  if (format === 'json') of.write(`${JSON.stringify({ folder, ...restored }, null, 2)}\n`)
  else of.write(told(of, folder, restored))
  return Exit.done
}

interface Restored {
  readonly made_at: string
  readonly tool: string
  readonly files: number
  readonly trail: ReturnType<typeof verifyTrail>
  readonly journal: JournalVerdict
  /** What may have been purged after the backup was made. */
  readonly past: PurgeCounts
  /** Purges of which the trail of the lost workspace tells, after the backup. */
  readonly purged_since: readonly { readonly time: string; readonly before: string | null }[]
}

/** @throws {Fault} 65 when the trail or the journal is not whole */
async function lookThrough(
  session: Session,
  { made_at, tool, files, trail_head, journal_head }: Manifest,
  { trail: lost, unsound = false }: RestoreOptions,
  name: string,
): Promise<Restored> {
  const { workspace } = session
  const store = await openStore(workspace, session.options.wait)
  try {
    const Head = z.object({ trail_head: z.string() })
    const heads = await store.rows('audit/run-heads', Head)
    const trail = verifyTrail(workspace.trail, workspace.keyring, [...heads.map((row) => row.trail_head), trail_head])
    const journal = verifyNotedJournal(workspace)
    const isWhole = trail.sound && journal.sound && journal.head === journal_head
    if (!isWhole && !unsound) {
      throw new Fault(
        Exit.data,
        `the ${trail.sound ? 'journal of the reviews' : 'trail'} in the backup is not whole; nothing is restored`,
        'take an earlier backup, or restore it as it is with --unsound',
      )
    }
    const purged_since = lost === undefined ? [] : purgesAfter(workspace, lost, trail_head)
    const past = await countPast(session, store)
    session.leaveTrail(0, `${name}, made ${made_at}${isWhole ? '' : ', not whole'}`)
    return { made_at, tool, files: files.length, trail, journal, past, purged_since }
  } finally {
    store.close()
  }
}

/** @throws {Fault} 65 when it is not the trail of the same workspace, or not whole */
function purgesAfter({ keyring }: Workspace, lost: string, head: string): Restored['purged_since'] {
  const verdict = verifyTrail(lost, keyring, [head])
  if (!verdict.sound) {
    throw new Fault(Exit.data, `${lost} is no whole trail that goes on after the backup`, 'restore without --trail')
  }
  const lines = readTrail(lost)
  const known = lines.findIndex((line) => line.hmac === head)
  const purges = lines.slice(known + 1).flatMap(({ command, time, arguments: words, reason }) => {
    if (command !== 'purge' || words.includes('--dry-run')) return []
    return [{ time, before: /^before (\d{4}-\d\d-\d\d):/.exec(reason ?? '')?.[1] ?? null }]
  })
  // A purge that goes through the trail leaves a second line there.
  return purges.filter(({ before }, place) => before !== purges[place + 1]?.before)
}

async function* piecesOf(
  session: Session,
  file: string,
  { identity = [] }: RestoreOptions,
): AsyncGenerator<Uint8Array> {
  const identities = identitiesOf(identity)
  try {
    const sealed = isSealed(beginOf(file))
    const bytes = createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>
    if (sealed) yield* openSealedPieces(bytes, file, identities, session.io)
    else yield* bytes
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault(Exit.data, `${file} cannot be read`, 'check the name and the permissions', error)
  }
}

function beginOf(file: string): Buffer {
  const opened = openSync(file, 'r')
  try {
    const begin = Buffer.alloc(32)
    return begin.subarray(0, readSync(opened, begin))
  } finally {
    closeSync(opened)
  }
}

function told(session: Session, folder: string, { made_at, trail, journal, past, purged_since }: Restored): string {
  const words = backupWords(session.language)
  const { zone } = session.workspace.config
  const verdicts = commandWords(session.language)
  const rows = countLines(past, session.language)
  const lines = [
    words.restored(folder, localMinute(made_at, zone)),
    verdicts.trailVerdict(trail, zone),
    ...(journal.lines > 0 || !journal.sound ? [verdicts.journalVerdict(journal, zone)] : []),
    ...(rows.length > 0 ? [words.past, ...rows] : []),
    ...purged_since.map(({ time }) => words.purged(localMinute(time, zone))),
    ...(rows.length > 0 || purged_since.length > 0
      ? [words.purgeAgain(folder, purged_since.at(-1)?.before ?? undefined)]
      : []),
  ]
  return lines.map((line) => `${plainText(line)}\n`).join('')
}
