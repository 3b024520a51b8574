import { type AskedAbout, gradeLookups } from '../audit/grade-lookups.ts'
import { readRunOf, type StoredRun } from '../audit/keep-run.ts'
import { daysBack } from '../audit/run-audit.ts'
import { directoryId } from '../model/directory-id.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Period } from '../model/period.ts'
import type { Entry, Noted, ReviewEntry } from '../model/review.ts'
import { casesOf, type Control, readControls, type ReviewedCase } from '../review/controls.ts'
import { type Reviewers, readReviewers } from '../review/reviewers.ts'
import type { Store } from '../store/store.ts'
import { appendToJournal, readJournal, verifyNotedJournal } from '../workspace/journal.ts'
import { appendToTrail } from '../workspace/trail.ts'
import { auditSettings, rulesInUse } from './audit-settings.ts'
import type { Session } from './session.ts'

/** What lies before whoever reviews: the journal, one control of it, its run, and who reviews what. */
export interface Desk {
  readonly journal: readonly Noted[]
  readonly controls: readonly Control[]
  readonly cases: readonly ReviewedCase[]
  readonly plan: Entry<'planned'>
  readonly control: Control | undefined
  readonly run: StoredRun
  readonly reviewers: Reviewers
}

/** Sessions whose journal has been gone through: a command may open it more than once. */
const checked = new WeakSet<Session>()

/** Says that the journal is not whole, whatever else is said. */
function checkJournal(session: Session): void {
  if (checked.has(session)) return
  checked.add(session)
  if (verifyNotedJournal(session.workspace).sound) return
  session.complain(
    new Fault(
      Exit.data,
      'the journal of the reviews is not whole, and what is told by it may be wrong',
      'loggkoll trail verify says where; find out why, and restore it from a backup',
    ),
  )
}

/** What the journal holds. @throws {Fault} 65 when it cannot be read */
export function openJournal(session: Session): Pick<Desk, 'journal' | 'controls' | 'cases'> {
  const journal = readJournal(session.workspace.journal)
  checkJournal(session)
  const controls = readControls(journal)
  return { journal, controls, cases: casesOf(controls) }
}

/**
 * Lays a control on the desk: its latest run is read, and the lookups that are asked about are graded in the store.
 * @param about whose these are (review/asked-about.ts): a region's month takes long to grade, and a reviewer is asked of few
 */
export async function openDesk(
  session: Session,
  store: Store,
  plan: Entry<'planned'>,
  also: readonly string[],
  about: (control: Control | undefined, run: StoredRun) => readonly AskedAbout[] | undefined,
): Promise<Desk> {
  const { journal, controls, cases } = openJournal(session)
  const days: Period = { from: plan.from, to: plan.to }
  const run = await readRunOf(store, days)
  if (!run) {
    throw new Fault(
      Exit.data,
      `there is no run of ${plan.from} to ${plan.to}`,
      `ask the rules first: loggkoll audit --from ${plan.from} --to ${plan.to}`,
    )
  }
  const control = controls.find(({ control_id }) => control_id === plan.control_id)
  await gradeAbout(session, store, days, about(control, run))
  const reviewers = await readReviewers(store, session.today, also)
  return { journal, controls, cases, plan, control, run, reviewers }
}

/** Grades the lookups of a control, with the days before it that its rules look back on. @param about whose; undefined is everyone's */
export async function gradeAbout(
  session: Session,
  store: Store,
  days: Period,
  about: readonly AskedAbout[] | undefined,
): Promise<void> {
  const settings = auditSettings(session, undefined)
  const scope = about && { about, run_period: days }
  await gradeLookups(store, days, settings, scope, daysBack(rulesInUse(session), settings))
}

/**
 * The control that a command is about: the one named, else the one planned last.
 * @throws {Fault} 64 when there is none of that name, 65 when none is planned
 */
export function chosenControl(controls: readonly Control[], id: string | undefined): Control {
  const chosen = id === undefined ? controls.at(-1) : controls.find(({ control_id }) => control_id === id)
  if (chosen) return chosen
  if (id !== undefined) throw new Fault(Exit.usage, `there is no control ${id}`, 'loggkoll review status lists them')
  throw new Fault(Exit.data, 'no control is planned', 'plan one with loggkoll review plan --month 2026-03')
}

/** Writes into the journal, on the disk before it returns; the trail notes its end, so that it cannot be cut off unseen. */
export function writeJournal(
  session: Session,
  make: (known: readonly Noted[]) => readonly ReviewEntry[],
): readonly ReviewEntry[] {
  const { workspace, io, options } = session
  checkJournal(session)
  const writer = { time: io.now().toISOString(), os_user: io.osUser, as: options.as ?? null }
  const { written, end } = appendToJournal(workspace.journal, workspace.keyring, writer, make)
  if (end) appendToTrail(workspace.trail, workspace.keyring, { ...session.trailNote(0, null), journal: end })
  return written
}

/** Who reviews, as `--as` claims. @throws {Fault} 64 without it: a judgement has somebody behind it */
export function whoReviews(session: Session): string {
  const { as } = session.options
  if (as?.trim()) return directoryId(as)
  throw new Fault(Exit.usage, 'it is not said who reviews', 'say it with --as HSA-ID, before the command')
}
