import { chosenPeriod, type PeriodOptions } from './audit-settings.ts'
import { directoryId } from '../model/directory-id.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { normalisePersonId } from '../model/person-id.ts'
import { type ControlCause, type Entry } from '../model/review.ts'
import { reviewWords } from '../language/review/index.ts'
import { planRecurring, planTargeted } from '../review/plan.ts'
import { openStore } from '../workspace/workspace.ts'
import { onlyWords } from './only-words.ts'
import { writeJournal } from './review-desk.ts'
import type { Session } from './session.ts'

export interface PlanOptions extends PeriodOptions {
  readonly user?: string
  readonly patient?: string
  readonly unit?: string
  readonly watchlist?: boolean
  /** Why the person is looked at: a suspicion, or the patient has asked. */
  readonly suspicion?: boolean
  readonly request?: boolean
  readonly reason?: string
  readonly caseNumber?: string
}

/** `review plan`: a recurring control of a period, or a targeted one with the reason that must be given. */
export async function reviewPlan(session: Session, options: PlanOptions): Promise<Exit> {
  onlyWords(session)
  const store = await openStore(session.workspace, session.options.wait)
  const days = await chosenPeriod(store, options).finally(() => store.close())
  const { keyring } = session.workspace
  const case_number = options.caseNumber ?? null
  const aim = aimOf(session, options)
  const plan = aim ? planTargeted(keyring, days, aim, case_number) : planRecurring(keyring, days, case_number)
  session.leaveTrail(0, options.reason ?? null)
  const isNew = enterPlan(session, plan)
  const words = reviewWords(session.language)
  session.note(isNew ? words.planned(plan.control_id) : words.plannedAlready(plan.control_id))
  session.write(`${plan.control_id}\n`)
  return Exit.done
}

/** Enters a control in the journal unless it is there. @returns whether it is new */
export function enterPlan(session: Session, plan: Entry<'planned'>): boolean {
  const written = writeJournal(session, (known) =>
    known.some(({ body }) => body.entry === 'planned' && body.control_id === plan.control_id) ? [] : [plan],
  )
  return written.length > 0
}

/** @throws {Fault} 64 when a targeted control has no reason, or a reason no target */
function aimOf(session: Session, options: PlanOptions): Parameters<typeof planTargeted>[2] | undefined {
  const target = {
    user_id: options.user === undefined ? null : directoryId(options.user),
    patient_id: options.patient === undefined ? null : normalisePersonId(options.patient, session.today).id,
    care_unit_id: options.unit === undefined ? null : directoryId(options.unit),
  }
  const cause = causeOf(options)
  if (cause === undefined) {
    if (options.reason !== undefined || options.suspicion || options.request)
      throw new Fault(
        Exit.usage,
        'the control has a reason but no target',
        'name --user, --patient, --unit or --watchlist',
      )
    return undefined
  }
  if (!options.reason?.trim()) {
    throw new Fault(
      Exit.usage,
      'a targeted control asks for its reason',
      'give it with --reason TEXT; it stands in the protocol (HSLF-FS 2016:40 4 kap. 9 §)',
    )
  }
  return { cause, target, reason: options.reason.trim() }
}

function causeOf({ user, patient, unit, watchlist, suspicion, request }: PlanOptions): ControlCause | undefined {
  if (user === undefined && patient === undefined && unit === undefined && !watchlist) return undefined
  if (suspicion) return 'suspicion'
  if (request || patient !== undefined) return 'patient_request'
  if (watchlist) return 'watchlist'
  return user === undefined ? 'unit' : 'user'
}
