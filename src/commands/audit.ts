import { statSync } from 'node:fs'
import { keepRun, knownTrailHead, readRun, type StoredRun } from '../audit/keep-run.ts'
import { maskEveryone } from '../audit/mask.ts'
import { type AuditSettings, runAudit } from '../audit/run-audit.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { countFindings } from '../model/run-tally.ts'
import { atLeast, type Severity } from '../model/severity.ts'
import type { Rule } from '../rules/rule.ts'
import { nearest } from '../model/nearest.ts'
import type { Store } from '../store/store.ts'
import { openStore, storePath } from '../workspace/workspace.ts'
import { auditFormats, type AuditFormat } from '../reports/index.ts'
import { auditSettings, chosenPeriod, type PeriodOptions, rulesInUse } from './audit-settings.ts'
import { makeReport, readable } from './make-report.ts'
import { notePurged } from './note-purged.ts'
import type { Session } from './session.ts'
import { noSteps, showSteps, type Steps } from './progress.ts'
import type { TellOptions } from './tell-run.ts'
import { Timings } from './timings.ts'

export interface AuditOptions extends PeriodOptions, TellOptions {
  readonly rule?: readonly string[]
  readonly minSeverity?: Severity
  readonly failOn?: Severity
  readonly budget?: number
  readonly reveal?: boolean
  readonly reason?: string
  /** Print how long each step took. */
  readonly timings?: boolean
  /** Ask again what can have another answer since the last time. */
  readonly new?: boolean
  /** Where to write what a night has changed, as JSON. */
  readonly runReport?: string
}

/** `audit`: puts the rules' questions to the lookups of a period. */
export async function audit(session: Session, options: AuditOptions): Promise<Exit> {
  if (options.new) return (await import('./audit-new.ts')).auditNew(session, options)
  if (options.runReport !== undefined)
    throw new Fault(Exit.usage, '--run-report tells of a night', 'it goes with --new')
  const format = readable(session.options.format ?? 'table', auditFormats)
  const chosen = chooseRules(session, options.rule)
  const reveal = revealed(options)
  const store = await openStore(session.workspace, session.options.wait)
  let steps = noSteps
  try {
    const period = await chosenPeriod(store, options)
    const timings = new Timings()
    steps = await stepsOf(session, chosen)
    const settings = heardSettings(session, options.budget, timings, steps)
    const made = await runAudit(store, chosen, period, settings)
    const { run, tally } = made
    const found = countFindings(tally, () => true)
    // The table has it among what it notes of the run.
    if (format !== 'table') await notePurged(session, store, period.from)
    const trailHead = session.leaveTrail(found, reveal ? (options.reason ?? null) : null)
    const trail_head = (await knownTrailHead(store, run.run_id)) ?? trailHead
    await keepRun(store, { ...made, run: { ...run, trail_head } }, settings)
    settings.onStep?.('keep')
    steps.stop()
    session.told = { audit: { run, findings: tally.findings } }
    // Which cases are the first ones to be shown is told by their findings where some are left out.
    const isFirst = format === 'table' && (options.minSeverity ?? 'info') === 'info'
    const stored = (await readRun(store, run.run_id, isFirst ? 'first' : 'handed_out'))!
    await showRun(session, store, { stored }, format, options)
    timings.add('report')
    if (options.timings) session.io.err(timings.table())
    if (run.rules.some((rule) => rule.outcome === 'failed')) return Exit.partly
    const { failOn } = options
    return failOn !== undefined && countFindings(tally, ({ severity }) => atLeast(severity, failOn)) > 0
      ? Exit.findings
      : Exit.done
  } finally {
    steps.stop()
    store.close()
  }
}

/** Of less than this the store is audited in no time. */
const progressBytes = 100e6

async function stepsOf(
  { progressTerminal: terminal, workspace, language }: Session,
  rules: readonly Rule[],
): Promise<Steps> {
  if (!terminal) return noSteps
  if (statSync(storePath(workspace.folder)).size < progressBytes) return noSteps
  return await showSteps(terminal, ['grade', ...rules.map(({ id }) => id), 'cases', 'summary', 'keep'], language)
}

/** The settings of the workspace, with somebody who hears what is done and what fails. */
export function heardSettings(
  session: Session,
  budget: number | undefined,
  timings: Timings,
  steps = noSteps,
): AuditSettings {
  return {
    ...auditSettings(session, budget),
    onBegin: (step: string) => timings.begin(step),
    onStep: (step: string) => {
      timings.add(step)
      steps.done(step)
    },
    onFault: (rule: string, cause: string) =>
      steps.aside(() =>
        session.complain(new Fault(Exit.partly, `the rule ${rule} failed: ${cause}`, 'the other rules have answered')),
      ),
  }
}

/**
 * Writes a run, or several as one, in one of the formats of `audit`, masked as that asks for.
 * @param told the run, the ids of those that it is put together of, and which of its findings are shown
 */
export async function showRun(
  session: Session,
  store: Store,
  told: { readonly stored: StoredRun; readonly runs?: readonly string[]; readonly only?: ReadonlySet<string> },
  format: AuditFormat,
  { minSeverity, failOn, reveal }: AuditOptions,
): Promise<void> {
  const { stored, ...which } = told
  const report = await makeReport(session, store, stored, {
    ...which,
    reveal: reveal === true,
    minSeverity: minSeverity ?? 'info',
    // What goes to other systems names nobody.
    ...(format === 'ocsf' && !reveal ? { mask: maskEveryone(session.workspace.keyring) } : {}),
  })
  const telling = {
    columns: session.io.columns ?? 80,
    color: session.color,
    now: session.io.now().getTime(),
    failOn: failOn ?? 'info',
  }
  await session.show(await auditFormats[format](report, session.language, telling))
}

/** The rules asked for, also those that are off; without any, all that are on. @throws {Fault} 64 for one that there is not */
export function chooseRules(session: Session, ids: readonly string[] | undefined): readonly Rule[] {
  if (ids === undefined || ids.length === 0) return rulesInUse(session)
  return ids.map((id) => findRule(session.book, id))
}

/** @throws {Fault} 64 with the nearest id when there is no such rule */
export function findRule(book: readonly Rule[], id: string): Rule {
  const rule = book.find((one) => one.id === id)
  if (rule) return rule
  const ids = book.map((one) => one.id)
  const near = nearest(id, ids)
  throw new Fault(Exit.usage, `there is no rule ${id}`, near ? `did you mean ${near}?` : `rules: ${ids.join(', ')}`)
}

/** @throws {Fault} 64 when protected persons are to be shown without a reason */
export function revealed(options: { readonly reveal?: boolean; readonly reason?: string }): boolean {
  if (!options.reveal) return false
  if (!options.reason?.trim()) {
    throw new Fault(Exit.usage, '--reveal asks for a reason', 'give it with --reason TEXT; it is written to the trail')
  }
  return true
}
