import { z } from 'zod'
import { Exit } from '../model/exit.ts'
import { commandWords } from '../language/commands.ts'
import { openStoreToRead } from '../workspace/read-store.ts'
import { verifyNotedJournal } from '../workspace/journal.ts'
import { readTrail, verifyTrail } from '../workspace/trail.ts'
import { plainText } from '../reports/plain-text.ts'
import { readable } from './make-report.ts'
import type { Session } from './session.ts'

/** `trail list`: what this tool has been used for. */
export async function trailList(session: Session): Promise<Exit> {
  const format = readable(session.options.format ?? 'table', { table: 1, json: 1, ndjson: 1 })
  const lines = readTrail(session.workspace.trail)
  if (format === 'json') session.write(`${JSON.stringify(lines, null, 2)}\n`)
  else if (format === 'ndjson') session.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  else session.write(lines.map((line) => `${plainText(commandWords(session.language).trailLine(line))}\n`).join(''))
  return Exit.done
}

/**
 * `trail verify`: are the trail and the journal of the reviews whole? The heads that runs were printed with must be in the
 * trail, and any given on the command line; and in the journal each end that the trail has noted. So a cut end shows too.
 */
export async function trailVerify(session: Session, options: { readonly head?: readonly string[] }): Promise<Exit> {
  const format = readable(session.options.format ?? 'table', { table: 1, json: 1 })
  const store = await openStoreToRead(session.workspace, session.options.wait)
  const heads = await store.rows('audit/run-heads', z.object({ trail_head: z.string() })).finally(() => store.close())
  const known = [...heads.map((row) => row.trail_head), ...(options.head ?? [])]
  const { trail, keyring } = session.workspace
  const verdict = verifyTrail(trail, keyring, known)
  const journal = verifyNotedJournal(session.workspace)
  if (format === 'json') session.write(`${JSON.stringify({ ...verdict, journal }, null, 2)}\n`)
  else {
    const words = commandWords(session.language)
    const { zone } = session.workspace.config
    const ofJournal = journal.lines > 0 || !journal.sound ? `${words.journalVerdict(journal, zone)}\n` : ''
    session.write(`${words.trailVerdict(verdict, zone)}\n${ofJournal}`)
  }
  return verdict.sound && journal.sound ? Exit.done : Exit.data
}
