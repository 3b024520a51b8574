import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { AuditRun, AuditSummary } from '../model/audit-document.ts'
import type { Period } from '../model/period.ts'
import type { RunTally } from '../model/run-tally.ts'
import { toolVersion } from '../model/version.ts'
import type { Severity } from '../model/severity.ts'
import type { Rule } from '../rules/rule.ts'
import { purgedSince } from '../store/purge.ts'
import type { Store } from '../store/store.ts'
import { makeCases, tallyRun } from './cases.ts'
import { beginFinding, type FindingMatcher, nameFindings } from './findings.ts'
import { type GradeSettings, gradeLookups } from './grade-lookups.ts'
import { type Asking, letGo, parametersOf, type RuleAnswer, ruleHash, runRule } from './run-rule.ts'
import { sideBySide, type Task } from './side-by-side.ts'
import { InputRow, summarise, surveyLookups } from './summarise.ts'

export interface AuditSettings extends GradeSettings {
  readonly budget: number
  readonly zone: string
  /** Rule id → parameters chosen in the workspace. */
  readonly parameters: Readonly<Record<string, unknown>>
  /** Rule id → the severity that the workspace has chosen. */
  readonly severities: Readonly<Record<string, Severity>>
  /** All rules of the tool and the workspace: one may go by the parameters of another. */
  readonly book: readonly Rule[]
  /** What a person has decided not to hand out. */
  readonly suppressions: readonly FindingMatcher[]
  /** Hears why a rule failed. */
  readonly onFault?: (rule: string, cause: string) => void
  /** Hears which rule is about to be asked, and what has just been done, for whoever measures; nothing here reads a clock. */
  readonly onBegin?: (step: string) => void
  readonly onStep?: (step: string) => void
}

/** What an audit has found. The findings and cases themselves lie in the store (`finding`, `case_file`) until they are kept. */
export interface MadeRun {
  readonly run: AuditRun
  readonly summary: AuditSummary
  readonly tally: RunTally
}

/** Of more lookups than this two rules at a time gain nothing: each keeps all cores busy. */
const mostSideBySide = 2_000_000

/**
 * Puts the rules' questions to the lookups of a period. The same store and settings give the same run, byte for byte.
 * @param grade grades the lookups of the period, for whoever grades several together
 */
export async function runAudit(
  store: Store,
  rules: readonly Rule[],
  period: Period,
  settings: AuditSettings,
  grade = async (): Promise<void> => {
    await gradeLookups(store, period, settings, undefined, daysBack(rules, settings))
    await store.run('grade/let-go')
  },
): Promise<MadeRun> {
  const inputs = await store.rows('audit/inputs', InputRow)
  const purged = await purgedSince(store, period.from)
  const run_id = runId(inputs, rules, period, settings, purged)
  await grade()
  settings.onStep?.('grade')
  const asking = await beginAsking(store, period, settings)
  await beginFinding(store, settings.suppressions)
  const connections = asking.lookups > mostSideBySide ? [store] : await store.connections()
  const [survey, ...answers] = await sideBySide(connections, [
    (free) => surveyLookups(free, period),
    ...askingOf(rules, asking, settings),
  ])
  for (const { run, fault } of answers) if (fault !== undefined) settings.onFault?.(run.rule, fault)
  await nameFindings(store, period.from)
  await makeCases(store, survey.unit_notices, period.from, settings.budget)
  const tally = await tallyRun(store)
  settings.onStep?.('cases')
  const { unsettled: _, incidental: __, ...counts } = survey.denominators
  const run: AuditRun = {
    run_id,
    ...period,
    ...counts,
    zone: settings.zone,
    tool: toolVersion,
    inputs: inputs.map(({ batch, file, sha256, rows }) => ({ batch, file, sha256, rows })),
    trail_head: '',
    rules: answers.map((answer) => answer.run),
  }
  const allProviders = settings.care_providers.length === 0
  const summary = await summarise(store, survey, { inputs, run, budget: settings.budget, allProviders, purged })
  settings.onStep?.('summary')
  return { run, summary, tally }
}

/** The rules, each to be asked by a connection that is free. */
function askingOf(rules: readonly Rule[], asking: Asking, { onBegin, onStep }: AuditSettings): Task<RuleAnswer>[] {
  const waiting = new Set(rules)
  return rules.map((rule) => async (store) => {
    const free = { ...asking, store }
    onBegin?.(rule.id)
    const answer = await runRule(rule, free)
    waiting.delete(rule)
    await letGo(rule, [...waiting], free)
    onStep?.(rule.id)
    return answer
  })
}

/** The days before the period that any of the rules looks back on. */
export function daysBack(rules: readonly Rule[], { parameters }: Pick<AuditSettings, 'parameters'>): number {
  return Math.max(0, ...rules.map((rule) => rule.looks_back(parametersOf(rule, { chosen: parameters }))))
}

/** What rules are asked with, once the lookups are graded. */
export async function beginAsking(
  store: Store,
  period: Period,
  { book, parameters, severities }: Pick<AuditSettings, 'book' | 'parameters' | 'severities'>,
): Promise<Asking> {
  const sizes = await store.rows('audit/table-sizes', z.object({ name: z.string(), rows: z.coerce.number() }))
  const tables = new Map(sizes.map(({ name, rows }) => [name, rows]))
  await store.run('audit/unit-sizes')
  const { lookups } = await store.row('audit/count-graded', z.object({ lookups: z.coerce.number() }))
  return { store, period, book, chosen: parameters, severities, tables, lookups, prepared: new Map() }
}

/**
 * A run is known by what goes into it: data, rules, parameters, settings, tool. What is left after a purge is other data: a run of
 * it never takes the place of one that was made before.
 */
function runId(
  inputs: readonly InputRow[],
  rules: readonly Rule[],
  period: Period,
  settings: AuditSettings,
  purged: string | null,
): string {
  const about = {
    period,
    purged: purged ?? undefined,
    inputs: inputs.map(({ kind, profile, sha256 }) => [kind, profile, sha256]),
    rules: rules.map((rule) => [rule.id, rule.version, ruleHash(rule)]),
    settings: { ...settings, book: undefined, onBegin: undefined, onStep: undefined, onFault: undefined },
    tool: toolVersion,
  }
  return `R-${createHash('sha256').update(JSON.stringify(about)).digest('hex').slice(0, 16)}`
}
