import { makeMask } from '../audit/mask.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { caseText } from '../reports/packet/terminal.ts'
import { listTable } from '../reports/list-table.ts'
import { aboutHanded } from '../review/asked-about.ts'
import { caseEventColumns, readCaseEvents } from '../review/case-events.ts'
import type { ReviewedCase } from '../review/controls.ts'
import { judgedOf } from '../review/hand-out.ts'
import { refusalOf } from '../review/reviewers.ts'
import { reviewWords } from '../language/review/index.ts'
import { openStore } from '../workspace/workspace.ts'
import { readable } from './make-report.ts'
import { openDesk, openJournal, whoReviews, writeJournal } from './review-desk.ts'
import { tellPacket } from './review-packet.ts'
import type { Session } from './session.ts'

export interface RevealOptions {
  readonly reason?: string
  /** Every row of the log behind the case. */
  readonly detail?: boolean
}

/** `review reveal CASE --reason T`: one case with its protected persons shown, and with `--detail` every row of the log. */
export async function reviewReveal(session: Session, case_id: string, options: RevealOptions): Promise<Exit> {
  const format = readable(session.options.format ?? 'table', { table: 1, json: 1, csv: 1 })
  const reviewer = whoReviews(session)
  const reason = session.withoutPersons(options.reason?.trim() ?? '')
  if (reason === '')
    throw new Fault(Exit.usage, 'a protected person is shown for a reason', 'give it with --reason TEXT; it is logged')
  const { controls, cases } = openJournal(session)
  const one = cases.find((known) => known.case_id === case_id)
  if (!one) throw new Fault(Exit.usage, `${case_id} has not been handed out`, 'loggkoll review export hands cases out')
  const control = controls.find(({ control_id }) => control_id === one.control_id)!
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const desk = await openDesk(session, store, control.plan.body, [reviewer], () => aboutHanded([one]))
    const refusal = refusalOf(desk.reviewers, reviewer, judgedOf(one))
    if (refusal) {
      const why = reviewWords(session.language).objections[refusal]
      throw new Fault(Exit.notAllowed, `${case_id}: ${why}`, 'another reviewer is to see it')
    }
    const mask = await makeMask(store, session, true)
    const events = options.detail ? await readCaseEvents(store, lookupIds(one)) : []
    const trail_head = session.leaveTrail(Math.max(1, events.length), reason)
    writeJournal(session, () => [{ entry: 'revealed', control_id: one.control_id, case_id, reason }])
    const packet = await tellPacket(session, store, desk, handOutOf(one), { mask, trail_head, elsewhere: 0 })
    const [told] = packet.cases
    if (format === 'json') {
      session.write(`${JSON.stringify({ schema: 'loggkoll/revealed/1', case: told, events }, null, 2)}\n`)
      return Exit.done
    }
    if (format === 'table' && told) session.write(caseText(told, 1, session.language))
    if (events.length > 0) {
      const rows = events.map((event) => caseEventColumns.map((column) => event[column] ?? ''))
      session.write(`${format === 'table' ? '\n' : ''}${listTable(caseEventColumns, rows, format, session.io.columns)}`)
    }
    return Exit.done
  } finally {
    store.close()
  }
}

function lookupIds(one: ReviewedCase): string[] {
  return one.lookups.map(({ lookup_id }) => lookup_id)
}

function handOutOf(one: ReviewedCase): Parameters<typeof tellPacket>[3] {
  return {
    entry: 'handed_out',
    control_id: one.control_id,
    packet_id: one.packet_id,
    care_unit_id: one.packet_unit,
    reviewer: one.reviewer,
    role: 'reviewer',
    run_id: '',
    rules: one.rules,
    minutes: 0,
    cases: [one],
    outside: 0,
  }
}
