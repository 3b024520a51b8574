import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { AuditDocument, AuditSummary, CaseFile } from '../model/audit-document.ts'
import type { Finding } from '../model/finding.ts'
import type { Period } from '../model/period.ts'
import { toolVersion } from '../model/version.ts'
import { queryHash } from '../queries/load.ts'
import type { AnyRule } from '../rules/rule.ts'
import type { Store } from '../store/store.ts'
import { makeCases } from './cases.ts'
import { gatherEvidence, type Seen } from './evidence.ts'
import { type IdMaker, makeFinding } from './findings.ts'
import { type GradeSettings, gradeLookups } from './grade-lookups.ts'
import { runRule } from './run-rule.ts'
import { countLookups, findUnitNotices, InputRow, summarise } from './summarise.ts'

export interface AuditSettings extends GradeSettings {
  readonly budget: number
  readonly zone: string
  /** Rule id → parameters chosen in the workspace. */
  readonly parameters: Readonly<Record<string, unknown>>
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
  rules: readonly AnyRule[],
  period: Period,
  settings: AuditSettings,
  ids: IdMaker,
): Promise<StoredRun> {
  const inputs = await store.rows('audit/inputs', InputRow)
  const run_id = runId(inputs, rules, period, settings)
  await gradeLookups(store, period, settings)
  const sizes = await store.rows('audit/table-sizes', z.object({ name: z.string(), rows: z.coerce.number() }))
  const tables = new Map(sizes.map(({ name, rows }) => [name, rows]))
  const denominators = await countLookups(store)
  const unit_notices = await findUnitNotices(store)
  const answers = []
  for (const rule of rules) {
    answers.push({ rule, answer: await runRule(store, rule, settings.parameters[rule.id], period, tables) })
  }
  const numbers = new Set(answers.flatMap(({ answer }) => answer.flagged.map((flagged) => flagged.lookup_no)))
  const evidence = await gatherEvidence(store, [...numbers], settings, mostSaid)
  const found = answers.flatMap(({ rule, answer }) =>
    answer.flagged.map((flagged) => makeFinding(rule, flagged, evidence.get(flagged.lookup_no) ?? [])),
  )
  const { findings, cases } = makeCases(found, unit_notices, ids, period.from, settings.budget)
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

/** A run is known by what goes into it: data, rules, parameters, settings, tool. */
function runId(
  inputs: readonly InputRow[],
  rules: readonly AnyRule[],
  period: Period,
  settings: AuditSettings,
): string {
  const about = {
    period,
    inputs: inputs.map(({ kind, profile, sha256 }) => [kind, profile, sha256]),
    rules: rules.map((rule) => [rule.id, rule.version, queryHash(...(rule.prepares ?? []), `rules/${rule.id}`)]),
    settings,
    tool: toolVersion,
  }
  return `R-${createHash('sha256').update(JSON.stringify(about)).digest('hex').slice(0, 16)}`
}
