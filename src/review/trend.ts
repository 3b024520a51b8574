import {
  type Precision,
  type RuleResult,
  ruleResults,
  type ShownCount,
  type TrendDocument,
  type TrendOutcome,
  trendOutcomes,
} from '../model/trend-document.ts'
import type { Period } from '../model/period.ts'
import type { Control, ReviewedCase } from './controls.ts'
import { type KeptRun, monthOf } from './kept-runs.ts'
import { leastShown, type PublishedCount, shownCount, suppressCounts } from './suppress-counts.ts'

type Figures = Pick<TrendDocument, 'months' | 'totals' | 'rules'>

interface DatedCase {
  readonly month: string
  readonly one: ReviewedCase
}

/**
 * What the controls came to: by month and by rule, no person in it, and no count under five that is shown or can be worked
 * out. A case belongs to the month in which the period of its control begins.
 */
export function readTrend(controls: readonly Control[], runs: readonly KeptRun[], within: Partial<Period>): Figures {
  const cases = controls
    .filter(({ plan: { body } }) => (within.from ?? body.from) <= body.from && (!within.to || body.from < within.to))
    .flatMap(({ plan, parts }) =>
      parts.flatMap((part) => part.cases.map((one): DatedCase => ({ month: monthOf(plan.body.from), one }))),
    )
  const byMonth = Map.groupBy(runs, ({ run }) => monthOf(run.from))
  const months = [...new Set([...cases.map(({ month }) => month), ...byMonth.keys()])].toSorted()
  return { ...monthFigures(months, cases, byMonth), rules: ruleFigures(months, cases) }
}

function outcomeOf({ status, verdict }: ReviewedCase): TrendOutcome {
  return status !== 'closed' || verdict === null || verdict === 'ask' ? 'remaining' : verdict
}

function resultOf(one: ReviewedCase): RuleResult {
  const outcome = outcomeOf(one)
  if (outcome === 'remaining' || outcome === 'undecidable') return outcome
  return outcome === 'unjustified' || outcome === 'mistake' ? 'hit' : 'miss'
}

function monthFigures(
  months: readonly string[],
  cases: readonly DatedCase[],
  runs: ReadonlyMap<string, readonly KeptRun[]>,
): Pick<Figures, 'months' | 'totals'> {
  const counted = (month: string | null, outcome: TrendOutcome | null): number =>
    cases.filter(
      (one) => (month === null || one.month === month) && (outcome === null || outcomeOf(one.one) === outcome),
    ).length
  const cells = months.flatMap((month) =>
    trendOutcomes.map((outcome) => published(`month ${month}`, outcome, counted(month, outcome))),
  )
  const sums = [
    ...months.map((month) => published('all', `month ${month}`, counted(month, null))),
    ...trendOutcomes.map((outcome) => published(outcome, 'end', counted(null, outcome))),
    published('end', 'all', cases.length),
  ]
  // Sums of nothing cannot be anything but nothing.
  const table = new ShownTable(months.length === 0 ? [] : [...cells, ...sums])
  const of = (from: string, to: string): ShownCount =>
    months.length === 0 ? shownCount(0, 'under_five') : table.of(from, to)
  const outcomes = (from: (outcome: TrendOutcome) => ShownCount) =>
    Object.fromEntries(trendOutcomes.map((outcome) => [outcome, from(outcome)])) as Record<TrendOutcome, ShownCount>
  return {
    months: months.map((month) => ({
      month,
      ...lookupFigures(runs.get(month)),
      cases: table.of('all', `month ${month}`),
      outcomes: outcomes((outcome) => table.of(`month ${month}`, outcome)),
    })),
    totals: { cases: of('end', 'all'), outcomes: outcomes((outcome) => of(outcome, 'end')) },
  }
}

function lookupFigures(
  runs: readonly KeptRun[] | undefined,
): Pick<Figures['months'][number], 'lookups' | 'explained' | 'not_explained'> {
  if (!runs) return { lookups: null, explained: null, not_explained: null }
  const sum = (of: 'lookups' | 'explained'): number => runs.reduce((all, { run }) => all + run[of], 0)
  const [lookups, explained] = [sum('lookups'), sum('explained')]
  const table = new ShownTable([
    published('all', 'lookups', lookups),
    published('lookups', 'explained', explained),
    published('lookups', 'rest', lookups - explained),
    unpublished('explained', 'all', explained),
    unpublished('rest', 'all', lookups - explained),
  ])
  return {
    lookups: table.of('all', 'lookups'),
    explained: table.of('lookups', 'explained'),
    not_explained: table.of('lookups', 'rest'),
  }
}

/**
 * A case stands at each of its rules, so the sums over the rules are of no use and are not printed; those over months and
 * over results are one, and are guarded together.
 */
function ruleFigures(months: readonly string[], cases: readonly DatedCase[]): Figures['rules'] {
  const asked = cases.flatMap(({ month, one }) =>
    [...new Set(one.findings.map(({ rule }) => rule))].map((rule) => ({ rule, month, result: resultOf(one) })),
  )
  const byRule = Map.groupBy(asked, ({ rule }) => rule)
  const rules = [...byRule.keys()].toSorted((a, b) => (a < b ? -1 : 1))
  const counts: PublishedCount[] = []
  const sums = new Map<string, number>()
  for (const rule of rules) {
    const mine = byRule.get(rule)!
    counts.push(published(`in ${rule}`, `out ${rule}`, mine.length))
    for (const month of months) {
      const value = mine.filter((one) => one.month === month).length
      counts.push(published(`month ${month}`, `in ${rule}`, value))
      sums.set(month, (sums.get(month) ?? 0) + value)
    }
    for (const result of ruleResults) {
      const value = mine.filter((one) => one.result === result).length
      // Precision is made of these two.
      counts.push({ ...published(`out ${rule}`, result, value), wanted: result === 'hit' || result === 'miss' })
      sums.set(result, (sums.get(result) ?? 0) + value)
    }
  }
  for (const month of months) counts.push(unpublished('all', `month ${month}`, sums.get(month) ?? 0))
  for (const result of ruleResults) counts.push(unpublished(result, 'all', sums.get(result) ?? 0))
  const table = new ShownTable(counts)
  return rules.map((rule) => {
    const results = Object.fromEntries(
      ruleResults.map((result) => [result, table.of(`out ${rule}`, result)]),
    ) as Record<RuleResult, ShownCount>
    return {
      rule,
      cases: table.of(`in ${rule}`, `out ${rule}`),
      results,
      months: months.map((month) => ({ month, cases: table.of(`month ${month}`, `in ${rule}`) })),
      precision: precisionOf(results.hit, results.miss),
    }
  })
}

/** The share of hits among hits and misses, from the counts that are shown; null when they do not say it. */
export function precisionOf(hit: ShownCount, miss: ShownCount): Precision | null {
  if (miss.count === null) return null
  if (hit.count !== null) {
    const all = hit.count + miss.count
    return { share: hit.count / all, below: null, ...wilson(hit.count, all) }
  }
  if (hit.shown === 'hidden') return null
  const most = leastShown - 1
  return {
    share: null,
    below: leastShown / (leastShown + miss.count),
    low: 0,
    high: wilson(most, most + miss.count).high,
  }
}

/** The interval of Wilson, 95 %: it holds for small numbers and shares near 0 and 1 too. */
export function wilson(part: number, whole: number): { readonly low: number; readonly high: number } {
  const z = 1.959964
  const share = part / whole
  const spread = z * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole))
  const middle = share + (z * z) / (2 * whole)
  const scale = 1 + (z * z) / whole
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) }
}

function published(from: string, to: string, value: number): PublishedCount {
  return { from, to, value, published: true }
}

function unpublished(from: string, to: string, value: number): PublishedCount {
  return { from, to, value, published: false }
}

class ShownTable {
  readonly #shown: ReadonlyMap<string, ShownCount>

  constructor(counts: readonly PublishedCount[]) {
    const shown = suppressCounts(counts)
    this.#shown = new Map(
      counts.map(({ from, to, value }, place) => [`${from}\n${to}`, shownCount(value, shown[place]!)]),
    )
  }

  of(from: string, to: string): ShownCount {
    return this.#shown.get(`${from}\n${to}`)!
  }
}
