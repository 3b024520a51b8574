import { gradeAgain } from '../audit/grade-lookups.ts'
import { type AuditSettings, beginAsking, daysBack } from '../audit/run-audit.ts'
import { assessLookups } from '../audit/run-rule.ts'
import type { EvaluatedRule } from '../model/evaluation-document.ts'
import type { Period } from '../model/period.ts'
import type { Rule } from '../rules/rule.ts'
import { QueryError } from '../store/store-faults.ts'
import type { Store } from '../store/store.ts'

export type Chance = NonNullable<EvaluatedRule['chance']>

/**
 * Asks the rules of the same lookups with the patients shuffled among them, so many times, and sums what they answer. The
 * lookups of the period must be graded; when this is done, what stands there is the last shuffle.
 * @param rules of those whose answer depends on who opened whom, and is read from lookups alone
 * @param asked all rules of the control, which say how many days before it are graded
 * @returns rule id → its answers; `failed` for one whose query failed
 */
export async function askByChance(
  store: Store,
  { rules, asked }: { readonly rules: readonly Rule[]; readonly asked: readonly Rule[] },
  period: Period,
  settings: AuditSettings,
  { seed, rounds }: { readonly seed: number; readonly rounds: number },
): Promise<ReadonlyMap<string, Chance | 'failed'>> {
  const sums = new Map<string, Chance | 'failed'>()
  if (rules.length === 0) return sums
  await store.run('evaluation/true-lookups')
  for (let round = 1; round <= rounds; round++) {
    await store.run('evaluation/shuffle-patients', { seed, round })
    await gradeAgain(store, period, settings, daysBack(asked, settings))
    settings.onStep?.(`shuffle ${round}`)
    // Asked from the beginning each time: what prepares for the rules is made of the lookups too.
    const asking = await beginAsking(store, period, settings)
    for (const rule of rules) {
      const sum = sums.get(rule.id) ?? { assessed: 0, flagged: 0 }
      if (sum === 'failed') continue
      try {
        const { assessed, flagged } = await assessLookups(rule, asking)
        sums.set(rule.id, { assessed: sum.assessed + assessed, flagged: sum.flagged + flagged })
      } catch (error) {
        if (!(error instanceof QueryError)) throw error
        sums.set(rule.id, 'failed')
      }
      settings.onStep?.(`chance ${round} ${rule.id}`)
    }
  }
  return sums
}
