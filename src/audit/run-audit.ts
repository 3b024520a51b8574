import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { AuditDocument, AuditSummary, CaseFile } from '../model/audit-document.ts'
import type { Finding } from '../model/finding.ts'
import type { Period } from '../model/period.ts'
import { toolVersion } from '../model/version.ts'
import type { Severity } from '../model/severity.ts'
import type { Rule } from '../rules/rule.ts'
import type { Store } from '../store/store.ts'
import { makeCases } from './cases.ts'
import { gatherEvidence, type Seen } from './evidence.ts'
import { type IdMaker, makeFindings, type RawFinding } from './findings.ts'
import { type GradeSettings, gradeLookups } from './grade-lookups.ts'
import { type Asking, parametersOf, ruleHash, runRule } from './run-rule.ts'
import { countLookups, findUnitNotices, InputRow, summarise } from './summarise.ts'

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
  /** Hears what has just been done, for whoever measures; nothing here reads a clock. */
  readonly onStep?: (step: string) => void
}

/** Findings of one rule of a user, a patient or at a unit. */
interface FindingMatcher {
  readonly rule: string
  readonly user_id?: string | undefined
  readonly patient_id?: string | undefined
  readonly care_unit_id?: string | undefined
}

/** A report says so many contacts of each lookup; `explain` says them all. */
const mostSaid = 3

/** A run as it is kept: unmasked, its evidence without words, so that it can be read in any language. */
export interface StoredRun {
  readonly document: Omit<AuditDocument, 'findings'> & {
    readonly findings: readonly (Omit<Finding, 'evidence'> & { readonly evidence: readonly Seen[] })[]
  }
  readonly cases: readonly CaseFile[]
  readonly summary: AuditSummary
}

/** Puts the rules' questions to the lookups of a period. The same store and settings give the same run, byte for byte. */
export async function runAudit(
  store: Store,
  rules: readonly Rule[],
  period: Period,
  settings: AuditSettings,
  ids: IdMaker,
): Promise<StoredRun> {
  const inputs = await store.rows('audit/inputs', InputRow)
  const run_id = runId(inputs, rules, period, settings)
  await gradeLookups(store, period, settings, undefined, daysBack(rules, settings))
  settings.onStep?.('grade')
  const asking = await beginAsking(store, period, settings)
  const denominators = await countLookups(store)
  const unit_notices = await findUnitNotices(store)
  const answers = []
  for (const rule of rules) {
    const answer = await runRule(rule, asking)
    answers.push({ rule, answer })
    if (answer.fault !== undefined) settings.onFault?.(rule.id, answer.fault)
    settings.onStep?.(rule.id)
  }
  const maker = { ids, from: period.from, severities: settings.severities }
  const found = answers
    .flatMap(({ rule, answer }) => makeFindings(rule, answer.flagged, maker))
    .map((raw) => suppress(raw, settings.suppressions))
  const { findings: bare, cases } = makeCases(found, unit_notices, ids, period.from, settings.budget)
  settings.onStep?.('cases')
  const inCases = new Set(cases.flatMap(({ finding_ids }) => finding_ids))
  const findings = await withEvidence(store, bare, inCases, settings)
  settings.onStep?.('evidence')
  const { unsettled: _, incidental: __, ...counts } = denominators
  const run: AuditDocument['run'] = {
    run_id,
    ...period,
    ...counts,
    zone: settings.zone,
    tool: toolVersion,
    inputs: inputs.map(({ batch, file, sha256, rows }) => ({ batch, file, sha256, rows })),
    trail_head: '',
    rules: answers.map(({ answer }) => answer.run),
  }
  const summary = await summarise(
    store,
    period,
    answers.map(({ answer }) => answer),
    {
      denominators,
      unit_notices,
      inputs,
      run,
      budget: settings.budget,
      allProviders: settings.care_providers.length === 0,
    },
  )
  const ordered = findings.map(({ finding }) => finding)
  return { document: { schema: 'loggkoll/audit/1', run, findings: ordered }, cases, summary }
}

/** Marks a finding that a person has decided not to hand out; it is counted and listed, and opens no case. */
function suppress(raw: RawFinding, matchers: readonly FindingMatcher[]): RawFinding {
  const { finding } = raw
  const matches = matchers.some(
    (one) =>
      one.rule === finding.rule &&
      (one.user_id ?? finding.user_id) === finding.user_id &&
      (one.patient_id ?? finding.patient_id) === finding.patient_id &&
      (one.care_unit_id ?? finding.care_unit_id) === finding.care_unit_id,
  )
  return matches ? { ...raw, finding: { ...finding, suppressed: true } } : raw
}

/** The days before the period that any of the rules looks back on. */
export function daysBack(rules: readonly Rule[], { parameters }: Pick<AuditSettings, 'parameters'>): number {
  return Math.max(0, ...rules.map((rule) => rule.looks_back(parametersOf(rule, { chosen: parameters }))))
}

/** What rules are asked with, once the lookups are graded. */
export async function beginAsking(
  store: Store,
  period: Period,
  { book, parameters }: Pick<AuditSettings, 'book' | 'parameters'>,
): Promise<Asking> {
  const sizes = await store.rows('audit/table-sizes', z.object({ name: z.string(), rows: z.coerce.number() }))
  const tables = new Map(sizes.map(({ name, rows }) => [name, rows]))
  await store.run('audit/unit-sizes')
  return { store, period, book, chosen: parameters, tables, prepared: new Set() }
}

/**
 * Adds what else speaks for and against the lookup of each finding of a case. What gathers many lookups, and what opens
 * nothing and adds to no case, has its own sentence only: `explain` says the rest.
 */
async function withEvidence(
  store: Store,
  found: readonly RawFinding[],
  inCases: ReadonlySet<string>,
  settings: AuditSettings,
): Promise<RawFinding[]> {
  const ofOne = ({ finding }: RawFinding): boolean =>
    finding.patient_id !== null && finding.user_id !== null && inCases.has(finding.finding_id)
  const numbers = new Set(found.filter(ofOne).map(({ lookup_no }) => lookup_no))
  const evidence = await gatherEvidence(store, [...numbers], settings, mostSaid)
  return found.map((raw) => {
    if (!ofOne(raw)) return raw
    const more = evidence.get(raw.lookup_no) ?? []
    return { ...raw, finding: { ...raw.finding, evidence: [...raw.finding.evidence, ...more] } }
  })
}

/** A run is known by what goes into it: data, rules, parameters, settings, tool. */
function runId(inputs: readonly InputRow[], rules: readonly Rule[], period: Period, settings: AuditSettings): string {
  const about = {
    period,
    inputs: inputs.map(({ kind, profile, sha256 }) => [kind, profile, sha256]),
    rules: rules.map((rule) => [rule.id, rule.version, ruleHash(rule)]),
    settings: { ...settings, book: undefined, onStep: undefined, onFault: undefined },
    tool: toolVersion,
  }
  return `R-${createHash('sha256').update(JSON.stringify(about)).digest('hex').slice(0, 16)}`
}
