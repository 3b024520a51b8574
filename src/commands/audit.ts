import { keepRun, knownTrailHead, readRun } from '../audit/keep-run.ts'
import { maskEveryone } from '../audit/mask.ts'
import { runAudit } from '../audit/run-audit.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { countFindings } from '../model/run-tally.ts'
import { atLeast, type Severity } from '../model/severity.ts'
import type { Rule } from '../rules/rule.ts'
import { nearest } from '../model/nearest.ts'
import { openStore } from '../workspace/workspace.ts'
import { auditFormats, type AuditFormat } from '../reports/index.ts'
import { auditSettings, chosenPeriod, type PeriodOptions, rulesInUse } from './audit-settings.ts'
import { makeReport, readable } from './make-report.ts'
import type { Session } from './session.ts'
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
}

/** `audit`: puts the rules' questions to the lookups of a period. */
export async function audit(session: Session, options: AuditOptions): Promise<Exit> {
  const format = readable(session.options.format ?? 'table', auditFormats)
  const chosen = chooseRules(session, options.rule)
  const reveal = revealed(options)
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const period = await chosenPeriod(store, options)
    const timings = new Timings()
    const settings = {
      ...auditSettings(session, options.budget),
      onStep: (step: string) => timings.add(step),
      onFault: (rule: string, cause: string) =>
        session.complain(new Fault(Exit.partly, `the rule ${rule} failed: ${cause}`, 'the other rules have answered')),
    }
    const made = await runAudit(store, chosen, period, settings)
    const { run, tally } = made
    const found = countFindings(tally, () => true)
    const trailHead = session.leaveTrail(found, reveal ? (options.reason ?? null) : null)
    const trail_head = (await knownTrailHead(store, run.run_id)) ?? trailHead
    await keepRun(store, { ...made, run: { ...run, trail_head } }, settings)
    timings.add('keep')
    session.told = { audit: { run, findings: tally.findings } }
    const stored = (await readRun(store, run.run_id, 'handed_out'))!
    const report = await makeReport(session, store, stored, {
      reveal,
      minSeverity: options.minSeverity ?? 'info',
      // What goes to other systems names nobody.
      ...(format === 'ocsf' && !reveal ? { mask: maskEveryone(session.workspace.keyring) } : {}),
    })
    const render = auditFormats[format satisfies AuditFormat]
    const telling = {
      columns: session.io.columns ?? 80,
      color: session.color,
      now: session.io.now().getTime(),
      failOn: options.failOn ?? 'info',
    }
    await session.show(await render(report, session.language, telling))
    timings.add('report')
    if (options.timings) session.io.err(timings.table())
    if (run.rules.some((rule) => rule.outcome === 'failed')) return Exit.partly
    const { failOn } = options
    return failOn !== undefined && countFindings(tally, ({ severity }) => atLeast(severity, failOn)) > 0
      ? Exit.findings
      : Exit.done
  } finally {
    store.close()
  }
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
