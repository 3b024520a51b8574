import { reviewWords } from '../language/review/index.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { localMinute, parseDay } from '../model/period.ts'
import { followUpSteps, type FollowUpStep } from '../model/review.ts'
import { followUps } from '../review/follow-up.ts'
import { nextWorkingDay } from '../review/working-days.ts'
import { listTable } from '../reports/list-table.ts'
import { readable } from './make-report.ts'
import { openJournal, writeJournal } from './review-desk.ts'
import type { Session } from './session.ts'

export interface FollowOptions {
  readonly step?: FollowUpStep
  readonly day?: string
  readonly awareAt?: string
  readonly comment?: string
}

/** Steps that must come before the employee is talked with: an employee who knows can change what is seen. */
const beforeTalk: readonly FollowUpStep[] = ['log_secured', 'search_widened']

/** `review follow CASE [--step S]`: the follow-up of an unjustified opening, its steps and deadlines. */
export async function reviewFollow(session: Session, case_id: string, options: FollowOptions): Promise<Exit> {
  const format = readable(session.options.format ?? 'table', { table: 1, json: 1 })
  const { cases } = openJournal(session)
  const one = cases.find((known) => known.case_id === case_id)
  const working = (instant: string): string => nextWorkingDay(instant, session.workspace.config.zone)
  const [before] = one ? followUps([one], working) : []
  if (!one || !before) {
    throw new Fault(Exit.usage, `${case_id} has no follow-up`, 'one begins when a case is judged unjustified')
  }
  session.leaveTrail(1)
  if (options.step !== undefined) {
    const done = new Set(before.steps.flatMap(({ step, day }) => (day === null ? [] : [step])))
    const missing = beforeTalk.filter((step) => !done.has(step))
    if (options.step === 'employee_heard' && missing.length > 0) {
      throw new Fault(
        Exit.notAllowed,
        `${missing.join(' and ')} come before the talk`,
        'secure the log and widen the search to the other patients first, and enter it with --step',
      )
    }
    if (options.step === 'closed' && one.status !== 'closed') {
      throw new Fault(
        Exit.notAllowed,
        `${case_id} is not judged to the end: its deadlines still run`,
        'close the follow-up when the second reviewer has judged and the two agree; loggkoll review status says what is due',
      )
    }
    const entry = {
      entry: 'followed',
      control_id: one.control_id,
      case_id,
      step: options.step,
      day: dayOf(options.day, session.today),
      aware_at: awareAt(options.awareAt),
      comment: options.comment ?? '',
    } as const
    writeJournal(session, () => [entry])
  }
  const words = reviewWords(session.language)
  const [now] = followUps(
    openJournal(session).cases.filter((known) => known.case_id === case_id),
    working,
  )
  const rows = followUpSteps.map((step) => {
    const known = now!.steps.find((taken) => taken.step === step)
    return [words.steps[step], known?.day ?? '', known?.comment ?? '']
  })
  if (format === 'json') session.write(`${JSON.stringify(now, null, 2)}\n`)
  else session.write(listTable([words.status.followUps, '', ''], rows, 'table'))
  session.note(words.status.authority(localMinute(now!.authority_due, session.workspace.config.zone)))
  if (!now!.confirmed) session.note(words.status.secondDue(now!.second_due))
  return Exit.done
}

/** A step may have been taken before the case was judged, but none on a day to come. */
function dayOf(text: string | undefined, today: string): string {
  const day = text === undefined ? today : parseDay(text, '--day')
  if (day <= today) return day
  throw new Fault(Exit.usage, `--day: ${day} has not come yet`, 'name the day on which it was done')
}

function awareAt(text: string | undefined): string | null {
  if (text === undefined) return null
  const instant = Date.parse(text)
  if (Number.isNaN(instant) || !/T.*(Z|[+-]\d\d:\d\d)$/.test(text)) {
    throw new Fault(Exit.usage, `--aware-at: "${text}" is no instant`, 'write it as 2026-03-31T14:00:00+02:00')
  }
  return new Date(instant).toISOString()
}
