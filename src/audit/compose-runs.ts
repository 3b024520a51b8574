import { createHash } from 'node:crypto'
import type { AuditSummary, RuleRun } from '../model/audit-document.ts'
import { severities } from '../model/severity.ts'
import type { RunTally } from '../model/run-tally.ts'
import type { StoredRun } from './keep-run.ts'

/** The runs of several months, in their order, as one: findings and cases of all, denominators added up. */
export function composeRuns(runs: readonly StoredRun[]): StoredRun {
  const last = runs.at(-1)!
  if (runs.length === 1) return last
  const heads = runs.map(({ document }) => document.run)
  const sum = (key: 'lookups' | 'explained' | 'first_lookups' | 'first_explained') => added(heads, (head) => head[key])
  const hash = createHash('sha256')
    .update(heads.map(({ run_id }) => run_id).join(' '))
    .digest('hex')
  return {
    document: {
      schema: last.document.schema,
      run: {
        ...last.document.run,
        run_id: `R-${hash.slice(0, 16)}`,
        from: heads[0]!.from,
        lookups: sum('lookups'),
        explained: sum('explained'),
        first_lookups: sum('first_lookups'),
        first_explained: sum('first_explained'),
        rules: [
          ...Map.groupBy(
            heads.flatMap(({ rules }) => rules),
            ({ rule }) => rule,
          ).values(),
        ].map(addRules),
      },
      findings: runs.flatMap(({ document }) => document.findings),
    },
    cases: runs
      .flatMap(({ cases }) => cases)
      .toSorted(
        (a, b) =>
          b.score - a.score ||
          severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
          (a.case_id < b.case_id ? -1 : 1),
      ),
    tally: addTallies(runs.map(({ tally }) => tally)),
    summary: addSummaries(runs.map(({ summary }) => summary)),
  }
}

function addTallies(tallies: readonly RunTally[]): RunTally {
  const kinds = Map.groupBy(
    tallies.flatMap(({ findings }) => findings),
    (kind) => JSON.stringify({ ...kind, findings: null }),
  )
  const units = Map.groupBy(
    tallies.flatMap(({ cases }) => cases),
    ({ care_unit_id }) => care_unit_id,
  )
  return {
    findings: [...kinds.values()].map((group) => ({
      ...group[0]!,
      findings: added(group, ({ findings }) => findings),
    })),
    cases: [...units.values()].map((group) => ({
      ...group[0]!,
      cases: added(group, ({ cases }) => cases),
      handed_out: added(group, ({ handed_out }) => handed_out),
    })),
  }
}

function addRules(runs: readonly RuleRun[]): RuleRun {
  const outcomes = new Set(runs.map(({ outcome }) => outcome))
  const causes = Map.groupBy(
    runs.flatMap((run) => Object.entries(run.unknown_by_cause)),
    ([cause]) => cause,
  )
  return {
    ...runs.at(-1)!,
    outcome: outcomes.has('failed') ? 'failed' : outcomes.has('answered') ? 'answered' : 'not_applicable',
    assessed: added(runs, ({ assessed }) => assessed),
    flagged: added(runs, ({ flagged }) => flagged),
    unknown: added(runs, ({ unknown }) => unknown),
    unknown_by_cause: Object.fromEntries(
      [...causes].map(([cause, counts]) => [cause, added(counts, ([, count]) => count)]),
    ),
  }
}

function addSummaries(parts: readonly AuditSummary[]): AuditSummary {
  const last = parts.at(-1)!
  const apart = (key: Exclude<keyof AuditSummary['apart'], 'other_providers'>) =>
    added(parts, (part) => part.apart[key])
  return {
    ...last,
    by_unit: addRows(
      parts.flatMap(({ by_unit }) => by_unit),
      ({ care_unit_id }) => care_unit_id,
      ['lookups', 'explained', 'first_lookups', 'first_explained', 'unexplained', 'unknown'],
    ),
    by_reason: addRows(
      parts.flatMap(({ by_reason }) => by_reason),
      ({ grade, reason }) => `${grade} ${reason}`,
      ['lookups'],
    ),
    by_hour: addRows(
      parts.flatMap(({ by_hour }) => by_hour),
      ({ weekday, hour }) => `${weekday} ${hour}`,
      ['lookups'],
    ).toSorted((a, b) => a.weekday - b.weekday || a.hour - b.hour),
    apart: {
      other_providers: addRows(
        parts.flatMap(({ apart: { other_providers } }) => other_providers),
        ({ care_provider_id }) => care_provider_id,
        ['lookups'],
      ),
      robot_lookups: apart('robot_lookups'),
      citizen_events: apart('citizen_events'),
      system_events: apart('system_events'),
      events_without_user: apart('events_without_user'),
      // These have no day, and no month.
      events_without_time: last.apart.events_without_time,
      session_events: apart('session_events'),
    },
    unit_notices: parts.flatMap(({ unit_notices }) => unit_notices),
    ill_fitting: addRows(
      parts.flatMap(({ ill_fitting }) => ill_fitting),
      (row) => `${row.rule} ${row.care_unit_id}`,
      ['lookups', 'flagged'],
    ),
    notices: addNotices(parts),
  }
}

/** What is counted in lookups is added up; what is true of one month only is not said of all. */
function addNotices(parts: readonly AuditSummary[]): AuditSummary['notices'] {
  const groups = Map.groupBy(
    parts.flatMap(({ notices }) => notices),
    ({ code, facts }) => JSON.stringify([code, { ...facts, lookups: null }]),
  )
  return [...groups.values()]
    .filter((group) => !['empty_period', 'no_findings'].includes(group[0]!.code) || group.length === parts.length)
    .map((group) => {
      const { code, facts } = group[0]!
      if (!('lookups' in facts)) return { code, facts }
      return { code, facts: { ...facts, lookups: added(group, (one) => Number(one.facts['lookups'])) } }
    })
}

/** Adds up rows of one key, the largest first. */
function addRows<Key extends string, Row extends Record<Key, number>>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | null,
  counts: readonly Key[],
): Row[] {
  return [...Map.groupBy(rows, keyOf).values()]
    .map((group) => ({
      ...group.at(-1)!,
      ...Object.fromEntries(counts.map((key) => [key, added(group, (row) => row[key])])),
    }))
    .toSorted((a, b) => b[counts[0]!] - a[counts[0]!])
}

function added<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0)
}
