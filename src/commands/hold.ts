import { z } from 'zod'
import { retentionWords } from '../language/retention.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { parseDay } from '../model/period.ts'
import type { Entry, Noted } from '../model/review.ts'
import { plainText } from '../reports/plain-text.ts'
import { entriesOf } from '../review/controls.ts'
import { heldCases, outsideControls } from '../review/retention.ts'
import { readJournal } from '../workspace/journal.ts'
import { openStore } from '../workspace/workspace.ts'
import { readable } from './make-report.ts'
import { onlyWords } from './only-words.ts'
import { writeJournal } from './review-desk.ts'
import type { Session } from './session.ts'

export interface HoldOptions {
  readonly reason?: string
  readonly until?: string
  readonly release?: boolean
}

/** `hold CASE`: keeps a case, its lookups and their events beyond their time, or no longer; without a case, lists them. */
export async function hold(session: Session, case_id: string | undefined, options: HoldOptions): Promise<Exit> {
  if (case_id === undefined) return list(session)
  onlyWords(session)
  const entry = entryOf(session, case_id, options)
  // A purge that is at work holds the store: the case is held before it, or after.
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const { known } = await store.row('purge/case-known', z.object({ known: z.boolean() }), { case_id })
    session.leaveTrail(0, entry.reason || null)
    writeJournal(session, (journal) => {
      const control_id = controlOf(journal, case_id)
      if (control_id === undefined && !known) {
        throw new Fault(
          Exit.data,
          `there is no case ${case_id}`,
          'loggkoll audit and loggkoll review status list cases',
        )
      }
      const isHeld = heldCases(journal, session.today).some((one) => one.case_id === case_id)
      if (entry.released && !isHeld) {
        throw new Fault(Exit.data, `${case_id} is not held`, 'loggkoll hold lists what is')
      }
      return [{ ...entry, control_id: control_id ?? outsideControls }]
    })
  } finally {
    store.close()
  }
  const words = retentionWords(session.language)
  session.note(entry.released ? words.released(case_id) : words.held(case_id, entry.until))
  return Exit.done
}

function entryOf(
  session: Session,
  case_id: string,
  { reason, until, release }: HoldOptions,
): Omit<Entry<'held'>, 'control_id'> {
  const released = release === true
  const why = session.withoutPersons(reason?.trim() ?? '')
  if (released && until !== undefined)
    throw new Fault(Exit.usage, '--until and --release cannot both be given', 'choose one')
  if (!released && why === '') {
    throw new Fault(
      Exit.usage,
      'a case is held for a reason',
      'give it with --reason TEXT; it is written to the journal',
    )
  }
  const last = until === undefined ? null : parseDay(until, '--until')
  if (last !== null && last < session.today) {
    throw new Fault(Exit.usage, `--until: ${last} has passed`, 'give a later day')
  }
  return { entry: 'held', case_id, reason: why, until: last, released }
}

/** The control that handed a case out, or drew it; the last one. */
function controlOf(journal: readonly Noted[], case_id: string): string | undefined {
  const of = entriesOf(journal)
  const handed = of('handed_out').findLast(({ body }) => body.cases.some((one) => one.case_id === case_id))
  const drawn = of('drawn').findLast(({ body }) => body.items.some((one) => one.case_id === case_id))
  return (handed ?? drawn)?.body.control_id
}

function list(session: Session): Exit {
  const format = readable(session.options.format ?? 'table', { table: 1, json: 1 })
  const words = retentionWords(session.language)
  const held = heldCases(readJournal(session.workspace.journal), session.today)
  session.leaveTrail(held.length)
  if (format === 'json') {
    const told = held.map(({ case_id, control_id, reason, until }) => ({ case_id, control_id, reason, until }))
    session.write(`${JSON.stringify(told, null, 2)}\n`)
  } else if (held.length === 0) session.note(words.noHolds)
  else
    session.write(
      held.map(({ case_id, until, reason }) => `${plainText(words.hold(case_id, until, reason))}\n`).join(''),
    )
  return Exit.done
}
