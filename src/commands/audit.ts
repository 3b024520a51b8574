import { keepRun, knownTrailHead } from '../audit/keep-run.ts'
import { runAudit } from '../audit/run-audit.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { atLeast, type Severity } from '../model/severity.ts'
import { ruleById, rules } from '../rules/index.ts'
import { nearest } from '../model/nearest.ts'
import { openStore } from '../workspace/workspace.ts'
import { auditFormats, type AuditFormat } from '../reports/index.ts'
import { auditSettings, chosenPeriod, type PeriodOptions } from './audit-settings.ts'
import { makeReport, readable } from './make-report.ts'
import type { Session } from './session.ts'

export interface AuditOptions extends PeriodOptions {
  readonly rule?: readonly string[]
  readonly minSeverity?: Severity
  readonly failOn?: Severity
  readonly budget?: number
  readonly reveal?: boolean
  readonly reason?: string
}

/** `audit`: puts the rules' questions to the lookups of a period. */
export async function audit(session: Session, options: AuditOptions): Promise<Exit> {
  const format = readable(session.options.format ?? 'table', auditFormats)
  const chosen = chooseRules(options.rule)
  const reveal = revealed(options)
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const period = await chosenPeriod(store, options)
    const settings = auditSettings(session, options.budget)
    const stored = await runAudit(store, chosen, period, settings, session.workspace.keyring)
    const { run, findings } = stored.document
    const trailHead = session.leaveTrail(findings.length, reveal ? (options.reason ?? null) : null)
    const head = (await knownTrailHead(store, run.run_id)) ?? trailHead
    const complete = { ...stored, document: { ...stored.document, run: { ...run, trail_head: head } } }
    await keepRun(store, complete)
    const report = await makeReport(session, store, complete, { reveal, minSeverity: options.minSeverity ?? 'info' })
    const render = auditFormats[format satisfies AuditFormat]
    session.write(render(report, session.language, { columns: session.io.columns ?? 80, color: session.color }))
    if (run.rules.some((rule) => rule.outcome === 'failed')) return Exit.partly
    const { failOn } = options
    return failOn !== undefined && findings.some(({ severity }) => atLeast(severity, failOn))
      ? Exit.findings
      : Exit.done
  } finally {
    store.close()
  }
}

function chooseRules(ids: readonly string[] | undefined) {
  if (ids === undefined || ids.length === 0) return rules
  return ids.map((id) => {
    const rule = ruleById(id)
    if (rule) return rule
    const near = nearest(
      id,
      rules.map((one) => one.id),
    )
    throw new Fault(
      Exit.usage,
      `there is no rule ${id}`,
      near ? `did you mean ${near}?` : `rules: ${rules.map((one) => one.id).join(', ')}`,
    )
  })
}

/** @throws {Fault} 64 when protected persons are to be shown without a reason */
export function revealed(options: { readonly reveal?: boolean; readonly reason?: string }): boolean {
  if (!options.reveal) return false
  if (!options.reason?.trim()) {
    throw new Fault(Exit.usage, '--reveal asks for a reason', 'give it with --reason TEXT; it is written to the trail')
  }
  return true
}
