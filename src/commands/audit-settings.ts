import { join } from 'node:path'
import { z } from 'zod'
import type { AuditSettings } from '../audit/run-audit.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { addDays, monthPeriod, parseDay, type Period, period } from '../model/period.ts'
import type { Rule } from '../rules/rule.ts'
import type { Store } from '../store/store.ts'
import type { Noted } from '../model/review.ts'
import { casesOf, entriesOf, readControls, type ReviewedCase } from '../review/controls.ts'
import { judgedOf } from '../review/hand-out.ts'
import { reviewedRecords } from '../review/reviewing.ts'
import { readJournal } from '../workspace/journal.ts'
import { readSuppressions, type Suppression } from '../workspace/suppressions.ts'
import { RuleChoice, ruleSettings } from './rule-settings.ts'
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

/** The rules that are asked: those that are on, by themselves or by the workspace. */
export function rulesInUse(session: Session): readonly Rule[] {
  const { config } = session.workspace
  return session.book.filter((rule) => RuleChoice.safeParse(config.rules[rule.id] ?? {}).data?.on ?? rule.on)
}

/** The settings of the workspace, checked against the rules they speak of. @throws {Fault} 78 */
export function auditSettings(session: Session, budget: number | undefined): AuditSettings {
  const { config, folder } = session.workspace
  const { parameters, severities: chosen } = ruleSettings(config.rules, session.book, join(folder, 'loggkoll.yaml'))
  const journal = readJournal(session.workspace.journal)
  const cases = casesOf(readControls(journal))
  return {
    ...config.relation,
    reviewing: reviewedRecords(cases, session.today, config.zone),
    care_providers: config.care_providers,
    budget: budget ?? config.budget,
    zone: config.zone,
    parameters,
    severities: chosen,
    suppressions: readSuppressions(session.workspace.suppressions, session.today, {
      rules: session.book.map(({ id }) => id),
      hidesUnjustified: hidesUnjustified(journal, cases),
    }),
    book: session.book,
  }
}

/** Would a suppression hide a case that somebody has judged unjustified? */
export function hidesUnjustified(
  journal: readonly Noted[],
  cases: readonly ReviewedCase[],
): (one: Suppression) => boolean {
  const judgements = entriesOf(journal)('decided').filter(({ body }) => body.verdict === 'unjustified')
  const ids = new Set(judgements.map(({ body }) => body.case_id))
  const unjustified = cases.filter(({ case_id }) => ids.has(case_id)).map(judgedOf)
  return (one) =>
    unjustified.some(
      ({ rules, users, patients, care_unit_id }) =>
        rules.includes(one.rule) &&
        (one.user_id === undefined || users.includes(one.user_id)) &&
        (one.patient_id === undefined || patients.includes(one.patient_id)) &&
        (one.care_unit_id ?? care_unit_id) === care_unit_id,
    )
}
