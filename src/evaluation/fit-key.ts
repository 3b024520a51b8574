import type { KeyFit } from '../model/evaluation-document.ts'
import type { KeyRow } from './answer-key.ts'
import type { Found, FoundIndex } from './found.ts'

export interface Fitted {
  readonly fit: KeyFit
  readonly missed: readonly number[]
  readonly wrong: readonly number[]
}

/**
 * Holds the findings of one rule against its rows of the key. A finding that is what a `flag` row speaks of is right, also
 * where a `clear` row says less exactly the same; so a `clear` row is wrong only by a finding that no `flag` row expects.
 */
export function fitKey(rows: readonly KeyRow[], found: readonly Found[], index: FoundIndex): Fitted {
  const flag = rows.filter(({ expect }) => expect === 'flag').map((row) => ({ row, matches: index.matching(row) }))
  const clear = rows.filter(({ expect }) => expect === 'clear').map((row) => ({ row, matches: index.matching(row) }))
  const right = new Set(flag.flatMap(({ matches }) => matches))
  const named = new Set([...right, ...clear.flatMap(({ matches }) => matches)])
  const missed = flag.filter(({ matches }) => matches.length === 0).map(({ row }) => row.row)
  const wrong = clear.filter(({ matches }) => matches.some((one) => !right.has(one))).map(({ row }) => row.row)
  const counts = {
    flag: flag.length,
    found: flag.length - missed.length,
    clear: clear.length,
    wrong: wrong.length,
    other: found.filter((one) => !named.has(one)).length,
  }
  return { fit: withShares(counts), missed, wrong }
}

/** The fits of several rules as one. */
export function sumFits(fits: readonly KeyFit[]): KeyFit {
  const sum = (of: 'flag' | 'found' | 'clear' | 'wrong' | 'other'): number =>
    fits.reduce((all, fit) => all + fit[of], 0)
  return withShares({
    flag: sum('flag'),
    found: sum('found'),
    clear: sum('clear'),
    wrong: sum('wrong'),
    other: sum('other'),
  })
}

function withShares(counts: Omit<KeyFit, 'precision' | 'recall'>): KeyFit {
  const { flag, found, wrong } = counts
  return {
    ...counts,
    precision: found + wrong === 0 ? null : found / (found + wrong),
    recall: flag === 0 ? null : found / flag,
  }
}
