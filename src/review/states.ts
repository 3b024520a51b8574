import type { Finding } from '../model/finding.ts'
import { isWeaker, type RelationGrade } from '../model/grade.ts'
import type { ReviewedCase } from './controls.ts'

type Asked = Pick<Finding, 'finding_id' | 'rule' | 'rule_version' | 'lookup_ids' | 'relation_grade'>

/** What the reviews have made of the findings of a run. */
export class Reviewed {
  readonly #byFinding = new Map<string, ReviewedCase>()
  readonly #byLookup = new Map<string, { readonly one: ReviewedCase; readonly grade: RelationGrade | null }>()

  constructor(cases: readonly ReviewedCase[]) {
    for (const one of cases) {
      for (const { finding_id } of one.findings) this.#byFinding.set(finding_id, one)
      for (const { lookup_id, grade } of one.lookups) this.#byLookup.set(lookup_id, { one, grade })
    }
  }

  /**
   * What was judged is asked again only for a new lookup, a weaker grade after corrected data, or a new entry in a register.
   * A rule that was not asked then, or in another version, reopens nothing by itself.
   */
  stateOf(finding: Asked): 'new' | 'open' | 'decided' {
    const handed = this.#byFinding.get(finding.finding_id)
    if (handed) {
      if (handed.status !== 'closed') return 'open'
      const judged = new Set(handed.lookups.map(({ lookup_id }) => lookup_id))
      const hasMore = finding.lookup_ids.some((lookup) => !judged.has(lookup))
      return hasMore || this.#isWeaker(finding) ? 'new' : 'decided'
    }
    const judged = finding.lookup_ids.map((lookup) => this.#byLookup.get(lookup))
    if (judged.length === 0 || judged.some((known) => known === undefined)) return 'new'
    if (this.#isWeaker(finding)) return 'new'
    const isAskedAnew = judged.some((known) => known?.one.rules[finding.rule] !== finding.rule_version)
    if (!isAskedAnew) return 'new'
    return judged.every((known) => known?.one.status === 'closed') ? 'decided' : 'open'
  }

  #isWeaker({ lookup_ids, relation_grade }: Asked): boolean {
    const [only] = lookup_ids
    if (lookup_ids.length !== 1 || only === undefined) return false
    return isWeaker(relation_grade, this.#byLookup.get(only)?.grade ?? null)
  }
}
