import { reviewWords } from '../language/review/index.ts'
import { directoryId } from '../model/directory-id.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Entry } from '../model/review.ts'
import { type ControlPart, readControls } from '../review/controls.ts'
import { onlyWords } from './only-words.ts'
import { chosenControl, openJournal, whoReviews, writeJournal } from './review-desk.ts'
import type { Session } from './session.ts'

export interface SignOptions {
  readonly control?: string
  readonly unit?: string
  readonly central?: boolean
  readonly note?: string
}

/** `review sign`: ends a control in one unit. Every case is judged by then, no employee's answer awaited, no second reviewer. */
export async function reviewSign(session: Session, options: SignOptions): Promise<Exit> {
  onlyWords(session)
  const reviewer = whoReviews(session)
  const words = reviewWords(session.language)
  const { control_id } = chosenControl(openJournal(session).controls, options.control)
  const unit = options.unit === undefined ? null : directoryId(options.unit)
  if ((unit === null) !== (options.central === true))
    throw new Fault(Exit.usage, 'it is not said what is signed', 'name --unit ID or --central')
  session.leaveTrail(0)
  let signed: Entry<'signed'> | undefined
  writeJournal(session, (known) => {
    const control = readControls(known).find((one) => one.control_id === control_id)
    const part = control?.parts.find(({ care_unit_id }) => care_unit_id === unit)
    signed = sign(part, control_id, unit, reviewer, options.note ?? '')
    return [signed]
  })
  session.note(words.signed(unit ?? words.centralUnit, words.outcomes[signed!.outcome], signed!.cases))
  return Exit.done
}

function sign(
  part: ControlPart | undefined,
  control_id: string,
  unit: string | null,
  reviewer: string,
  note: string,
): Entry<'signed'> {
  if (!part) throw new Fault(Exit.usage, 'nothing has been handed out there', 'loggkoll review status lists what has')
  if (part.stage === 'signed') throw new Fault(Exit.notAllowed, 'it is signed already', 'what is signed stands')
  const concerned = part.packets.map(({ body }) => body.reviewer)
  if (!concerned.includes(reviewer)) {
    throw new Fault(Exit.notAllowed, `${reviewer} has not reviewed it`, `those who have: ${concerned.join(', ')}`)
  }
  const open = part.cases.filter(({ status }) => status !== 'closed')
  if (open.length > 0) {
    const [first] = open
    // Faults are in English, whatever the language of what a reviewer sees.
    throw new Fault(
      Exit.notAllowed,
      `${open.length} of ${part.cases.length} cases ${open.length === 1 ? 'is' : 'are'} not ready (${first!.case_id}: ${reviewWords('en').statuses[first!.status]})`,
      'judge them first: loggkoll review next',
    )
  }
  return {
    entry: 'signed',
    control_id,
    care_unit_id: unit,
    reviewer,
    outcome: part.outcome,
    cases: part.cases.length,
    note,
  }
}
