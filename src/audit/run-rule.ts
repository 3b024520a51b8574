import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { RuleRun } from '../model/audit-document.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Period } from '../model/period.ts'
import { activities, purposes } from '../model/vocabulary.ts'
import { queryHash, queryText } from '../queries/load.ts'
import type { Severity } from '../model/severity.ts'
import type { Rule } from '../rules/rule.ts'
import { keepFlagged } from './findings.ts'
import { checkOwnAnswer } from './own-answer.ts'
import { ownQueryFault, ownQueryLimit } from './own-query.ts'
import type { Values } from '../store/statements.ts'
import { QueryError } from '../store/store-faults.ts'
import type { Store } from '../store/store.ts'

const Counted = z.object({ flagged: z.boolean().nullable(), cause: z.string().nullable(), lookups: z.coerce.number() })

type Counts = Pick<RuleRun, 'assessed' | 'flagged' | 'unknown' | 'unknown_by_cause'>

export interface RuleAnswer {
  readonly run: RuleRun
  /** Why it failed, for whoever writes rules; no part of a run. */
  readonly fault?: string
}

/** What a rule was given in the workspace, by its id. */
type ChosenParameters = Readonly<Record<string, unknown>>

/** What all rules of one audit share. */
export interface Asking {
  readonly store: Store
  readonly period: Period
  readonly book: readonly Rule[]
  readonly chosen: ChosenParameters
  readonly severities: Readonly<Record<string, Severity>>
  /** How many rows each reference table holds. */
  readonly tables: ReadonlyMap<string, number>
  /** So many lookups are graded. */
  readonly lookups: number
  /** Preparations that are made or under way, so that each is made once. */
  readonly prepared: Map<string, Promise<unknown>>
  /** Is each answer to be read afterwards, also those that are no? */
  readonly reads_noes?: boolean
}

/** Everything that stands for a rule's question: its query, and those that prepare for it. */
export function ruleHash(rule: Rule): string {
  const hash = createHash('sha256').update(rule.own?.sql ?? queryText(`rules/${rule.id}`))
  return hash.update(queryHash(...rule.prepares.map(({ query }) => query))).digest('hex')
}

/**
 * Puts one rule's question to the lookups of the period; what it flags becomes findings (findings.ts). A rule whose tables are empty, or that has nothing to look at,
 * is not applicable; one whose query fails is reported as failed and stops no other.
 */
export async function runRule(rule: Rule, asking: Asking): Promise<RuleAnswer> {
  const { store, tables } = asking
  const parameters = parametersOf(rule, asking)
  const empty = (table: string): boolean => (tables.get(table) ?? 0) === 0
  const base: RuleRun = {
    rule: rule.id,
    version: rule.version,
    sql_sha256: ruleHash(rule),
    parameters,
    outcome: 'not_applicable',
    assessed: 0,
    flagged: 0,
    unknown: 0,
    unknown_by_cause: {},
    missing: [...new Set(rule.needs.flat().filter((table) => table !== 'user_person' && empty(table)))],
  }
  if (rule.needs.some((group) => group.every(empty))) return { run: base }
  const barred = rule.own && (rule.own.barred ?? (await ownQueryFault(store, rule.own.sql)))
  if (barred !== undefined) return { run: { ...base, outcome: 'failed' }, fault: barred }
  const limit = rule.own && setTimeout(() => store.interrupt(), ownQueryLimit)
  try {
    const counts = await assessLookups(rule, asking)
    if (counts.assessed === 0) return { run: base }
    if (counts.flagged > 0) await keepFlagged(rule, asking)
    return { run: { ...base, ...counts, outcome: 'answered' } }
  } catch (error) {
    if (!(error instanceof QueryError) && rule.own === undefined) throw error
    return { run: { ...base, outcome: 'failed' }, fault: faultOf(error) }
  } finally {
    clearTimeout(limit)
  }
}

/** An error of a query may quote values: of DuckDB's only the class goes on, of what it gave only where it is wrong. */
function faultOf(error: unknown): string {
  if (error instanceof Fault && error.exit === Exit.interrupted) return `it takes more than ${ownQueryLimit / 1000} s`
  // What is wrong with the words of a query names columns and tables, no values.
  const said = error instanceof QueryError ? error.debugMessage.split('\n', 1)[0]! : ''
  if (/^(Binder|Catalog|Parser) Error/.test(said)) return said
  const unnamed = /^nothing is given for (\$\w+)$/.exec(said)?.[1]
  if (unnamed !== undefined) return `it uses ${unnamed}, which is no parameter of the rule`
  return error instanceof Error ? error.message : 'it failed'
}

/**
 * Makes the table `assessment` of the rule's answers, and counts them. Where each lookup has one, those that are no are left
 * out: they are nearly all, and writing them takes as long as finding them. @throws {QueryError} when its query fails
 */
export async function assessLookups(rule: Rule, asking: Asking): Promise<Counts> {
  await prepare(rule, asking)
  const { store, lookups, reads_noes } = asking
  const sql = rule.own?.sql ?? store.text(`rules/${rule.id}`)
  const frame = rule.each_lookup && !reads_noes ? 'audit/assess-all-but-noes' : 'audit/assess'
  await store.run(frame, valuesOf(parametersOf(rule, asking), asking), { rule: sql })
  const counts = counted(await store.rows('audit/count-assessed', Counted))
  if (rule.own) await checkOwnAnswer(rule, store)
  if (!rule.each_lookup) return counts
  if (reads_noes && counts.assessed !== lookups) throw new Error(`${rule.id} does not answer each lookup once`)
  return { ...counts, assessed: lookups }
}

function counted(rows: readonly z.infer<typeof Counted>[]): Counts {
  const sum = (some: typeof rows): number => some.reduce((all, { lookups }) => all + lookups, 0)
  const unknown = rows.filter(({ flagged }) => flagged === null)
  return {
    assessed: sum(rows),
    flagged: sum(rows.filter(({ flagged }) => flagged === true)),
    unknown: sum(unknown),
    unknown_by_cause: Object.fromEntries(unknown.map(({ cause, lookups }) => [cause ?? 'unknown', lookups])),
  }
}

export function parametersOf(rule: Rule, { chosen }: Pick<Asking, 'chosen'>): Readonly<Record<string, unknown>> {
  return rule.parameters.parse(chosen[rule.id] ?? {})
}

async function prepare(rule: Rule, asking: Asking): Promise<void> {
  for (const { query, of } of rule.prepares) {
    const owner = asking.book.find(({ id }) => id === of)
    if (!owner) throw new Error(`${rule.id} is prepared by the parameters of ${of}, which is no rule`)
    const made = asking.prepared.get(query) ?? asking.store.run(query, valuesOf(parametersOf(owner, asking), asking))
    asking.prepared.set(query, made)
    await made
  }
}

/** Drops what was prepared for a rule and no waiting one asks for: of a large log it takes as much room as the lookups. */
export async function letGo(
  { prepares }: Rule,
  waiting: readonly Rule[],
  { store, prepared }: Pick<Asking, 'store' | 'prepared'>,
): Promise<void> {
  const asked = new Set(waiting.flatMap((rule) => rule.prepares.map(({ query }) => query)))
  for (const { query } of prepares) {
    if (asked.has(query) || !prepared.delete(query)) continue
    for (const [, table] of store.text(query).matchAll(/^create or replace temp table (\w+)/gm)) {
      await store.run('audit/let-go', {}, { table: table! })
    }
  }
}

/** Masks for rules: the activity of searching; of purposes those that say nothing of what an assignment should hold, and those that are care. */
const masks = {
  output_bits: (1 << activities.indexOf('print')) | (1 << activities.indexOf('export')),
  search_bit: 1 << activities.indexOf('search'),
  vague_bits: (1 << purposes.indexOf('other')) | (1 << purposes.indexOf('unknown')),
  care_bits: (1 << purposes.indexOf('care')) | (1 << purposes.indexOf('unknown')),
}

function valuesOf(parameters: Readonly<Record<string, unknown>>, { period }: Asking): Values {
  return { ...(parameters as Values), ...period, ...masks }
}
