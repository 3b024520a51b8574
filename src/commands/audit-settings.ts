import { z } from 'zod'
import type { AuditSettings } from '../audit/run-audit.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { nearest } from '../model/nearest.ts'
import { addDays, monthPeriod, parseDay, type Period, period } from '../model/period.ts'
import { rules } from '../rules/index.ts'
import type { Store } from '../store/store.ts'
import type { Session } from './session.ts'

export interface PeriodOptions {
  readonly from?: string
  readonly to?: string
  readonly month?: string
}

/**
 * The days asked for; without any, all days that the store has lookups of.
 * @throws {Fault} 64 when the options contradict, 65 when there is nothing to audit
 */
export async function chosenPeriod(store: Store, options: PeriodOptions): Promise<Period> {
  if (options.month !== undefined) {
    if (options.from !== undefined || options.to !== undefined) {
      throw new Fault(Exit.usage, '--month and --from or --to cannot both be given', 'choose one')
    }
    return monthPeriod(options.month)
  }
  const Days = z.object({ first_day: z.string().nullable(), last_day: z.string().nullable() })
  const { first_day, last_day } = await store.row('audit/log-days', Days)
  const from = options.from === undefined ? first_day : parseDay(options.from, '--from')
  const to = options.to === undefined ? last_day && addDays(last_day, 1) : parseDay(options.to, '--to')
  if (from === null || to === null) {
    throw new Fault(Exit.data, 'there is no access log to audit', 'read one first: loggkoll ingest FILE')
  }
  return period(from, to)
}

/** The settings of the workspace, checked against the rules they speak of. @throws {Fault} 78 */
export function auditSettings(session: Session, budget: number | undefined): AuditSettings {
  const { config } = session.workspace
  for (const [id, given] of Object.entries(config.rules)) {
    const rule = rules.find((one) => one.id === id)
    if (!rule) {
      const near = nearest(
        id,
        rules.map((one) => one.id),
      )
      throw new Fault(Exit.config, `loggkoll.yaml: there is no rule ${id}`, near ? `did you mean ${near}?` : undefined)
    }
    const parsed = rule.parameters.safeParse(given)
    if (!parsed.success) {
      throw new Fault(
        Exit.config,
        `loggkoll.yaml: rules.${id}: ${z.prettifyError(parsed.error).split('\n', 1)[0]}`,
        `see docs/rules/${id}.md`,
      )
    }
  }
  return {
    ...config.relation,
    care_providers: config.care_providers,
    budget: budget ?? config.budget,
    zone: config.zone,
    parameters: config.rules,
  }
}
