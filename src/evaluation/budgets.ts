import { createHash } from 'node:crypto'
import type { CaseFile } from '../model/audit-document.ts'
import { type BudgetRecall, type CaseOrder, caseOrders } from '../model/evaluation-document.ts'
import { severities } from '../model/severity.ts'

/** A case in the order in which it is handed out. */
export type RankedCase = Pick<CaseFile, 'case_id' | 'severity'>

/** So many cases are looked at; null is all of them. */
const budgets = [10, 30, 100, 1000, null] as const

interface Chosen {
  readonly seed: number
  readonly rounds: number
}

/**
 * How many of what was planted is found among the first cases, all units together, in each order.
 * @param planted of each row of the key the cases that hold a finding about whom it names
 */
export function recallAtBudgets(
  cases: readonly RankedCase[],
  planted: readonly (readonly string[])[],
  { seed, rounds }: Chosen,
): BudgetRecall[] {
  // An order by score has no chance in it; among cases of one severity it is chance that comes first.
  return caseOrders.flatMap((order) => {
    const found = budgets.map(() => 0)
    const tries = order === 'score' ? 1 : rounds
    for (let round = 1; round <= tries; round++) {
      const place = new Map(ordered(cases, order, { seed, round }).map(({ case_id }, index) => [case_id, index]))
      const firsts = planted.map((ids) => Math.min(Infinity, ...ids.map((id) => place.get(id) ?? Infinity)))
      budgets.forEach((budget, at) => {
        found[at]! += firsts.filter((first) => first < (budget ?? Infinity)).length
      })
    }
    return budgets.map((budget, at) => {
      const mean = found[at]! / tries
      return {
        order,
        budget,
        cases: Math.min(budget ?? cases.length, cases.length),
        found: mean,
        recall: planted.length === 0 ? null : mean / planted.length,
      }
    })
  })
}

function ordered(
  cases: readonly RankedCase[],
  order: CaseOrder,
  { seed, round }: { readonly seed: number; readonly round: number },
): RankedCase[] {
  // Cases come in the order of their score, which is how they are handed out.
  if (order === 'score') return [...cases]
  const lot = new Map(
    cases.map(({ case_id }) => [case_id, createHash('sha256').update(`${seed} ${round} ${case_id}`).digest('hex')]),
  )
  const gravity = ({ severity }: RankedCase): number => (order === 'severity' ? severities.indexOf(severity) : 0)
  return cases.toSorted((a, b) => gravity(b) - gravity(a) || (lot.get(a.case_id)! < lot.get(b.case_id)! ? -1 : 1))
}
