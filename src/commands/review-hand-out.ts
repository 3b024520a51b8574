import { readRun } from '../audit/keep-run.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Entry, Noted, ReviewerRole } from '../model/review.ts'
import { minutesOf } from '../reports/packet/make-packet.ts'
import { readControls } from '../review/controls.ts'
import type { Candidate } from '../review/hand-out.ts'
import { planRecurring } from '../review/plan.ts'
import type { Store } from '../store/store.ts'
import { chosenControl, type Desk, openJournal, writeJournal } from './review-desk.ts'
import type { Session } from './session.ts'

/** The control named; else the one planned last; else the recurring one of the latest run. */
export async function planOf(session: Session, store: Store, id: string | undefined): Promise<Entry<'planned'>> {
  const { controls } = openJournal(session)
  if (id !== undefined || controls.length > 0) return chosenControl(controls, id).plan.body
  const run = await readRun(store, null)
  if (!run) throw new Fault(Exit.data, 'there is no run to hand out', 'ask the rules first: loggkoll audit')
  const { from, to } = run.document.run
  return planRecurring(session.workspace.keyring, { from, to }, null)
}

/** What one reviewer of a unit, or a central one (of no unit), is handed. */
export interface ToHandOut {
  readonly unit: string | null
  readonly reviewer: string
  readonly role: ReviewerRole
  readonly cases: readonly Candidate[]
  /** Cases of the rules that the budget leaves outside. */
  readonly outside: number
}

/** The hand-out as the journal keeps it. */
export function handOutOf(session: Session, desk: Desk, one: ToHandOut): Entry<'handed_out'> {
  const { plan, run } = desk
  const { unit, reviewer, role, cases, outside } = one
  return {
    entry: 'handed_out',
    control_id: plan.control_id,
    packet_id: packetIdOf(session, desk, one),
    care_unit_id: unit,
    reviewer,
    role,
    run_id: run.document.run.run_id,
    rules: Object.fromEntries(run.document.run.rules.map(({ rule, version }) => [rule, version])),
    minutes: cases.reduce((sum, file) => sum + minutesOf(file), 0),
    cases: cases.map((file) => ({
      case_id: file.case_id,
      source: file.source,
      subject: file.subject,
      user_id: file.user_id,
      patient_id: file.patient_id,
      care_unit_id: file.care_unit_id,
      lookups: file.lookups,
      findings: file.findings,
    })),
    outside,
  }
}

/** The same packet has the same id; what is handed out once more, since it is explained less or a tie is new, has another. */
function packetIdOf(session: Session, { plan, control }: Desk, { unit, reviewer, role, cases }: ToHandOut): string {
  const before = (control?.parts ?? []).reduce((sum, { packets }) => sum + packets.length, 0)
  const held = cases.flatMap(({ case_id, lookups }) => [case_id, ...lookups.map(({ lookup_id }) => lookup_id)])
  const place = role === 'second' ? role : String(before)
  return session.workspace.keyring.id('P', [plan.control_id, unit, reviewer, place, ...held])
}

/** Enters what was handed out, and the control if it was not planned before. */
export function enterHandOuts(session: Session, { plan }: Desk, handOuts: readonly Entry<'handed_out'>[]): void {
  writeJournal(session, (known) => {
    const isPlanned = readControls(known).some(({ control_id }) => control_id === plan.control_id)
    return [
      ...(isPlanned ? [] : [plan]),
      ...handOuts.filter(({ packet_id }) => packetIn(known, packet_id) === undefined),
    ]
  })
}

/** A packet as it was handed out; second reviewers' packets are in no part of a control. */
export function packetIn(journal: readonly Noted[], packet_id: string): Entry<'handed_out'> | undefined {
  const bodies = journal.map(({ body }) => body)
  return bodies.find((body) => body.entry === 'handed_out' && body.packet_id === packet_id) as
    | Entry<'handed_out'>
    | undefined
}
