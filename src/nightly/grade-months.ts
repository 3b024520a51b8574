import { z } from 'zod'
import { type GradeSettings, relateLookups } from '../audit/grade-lookups.ts'
import { addMonths } from '../model/period.ts'
import type { Store } from '../store/store.ts'

const Month = z.object({ month: z.string(), lookups: z.coerce.number() })

/** What explains so many lookups is worked out at a time: that of more takes too much memory while the rules are asked. */
const mostTogether = 2_000_000

/**
 * How the lookups of each month are graded. What explains them is worked out for months in a row together: rules look back,
 * so that of one month alone most of the one before would be worked out as well.
 * @param months their first days, in order; they are to be graded in this order
 */
export async function gradersOf(
  store: Store,
  months: readonly string[],
  settings: GradeSettings,
  looksBack: number,
): Promise<Map<string, () => Promise<void>>> {
  const sizes = new Map((await store.rows('nightly/months', Month)).map(({ month, lookups }) => [month, lookups]))
  const graders = new Map<string, () => Promise<void>>()
  for (const group of inARow(months, sizes)) {
    const last = group.at(-1)!
    const span = { from: group[0]!, to: addMonths(last, 1) }
    let grade: Awaited<ReturnType<typeof relateLookups>> | undefined
    for (const month of group) {
      graders.set(month, async () => {
        grade ??= await relateLookups(store, span, settings, undefined, looksBack)
        await grade({ from: month, to: addMonths(month, 1) })
        if (month === last) await store.run('grade/let-go')
      })
    }
  }
  return graders
}

function inARow(months: readonly string[], sizes: ReadonlyMap<string, number>): string[][] {
  const groups: string[][] = []
  let lookups = 0
  for (const month of months) {
    const group = groups.at(-1)
    lookups += sizes.get(month) ?? 0
    if (group && addMonths(group.at(-1)!, 1) === month && lookups <= mostTogether) {
      group.push(month)
    } else {
      groups.push([month])
      lookups = sizes.get(month) ?? 0
    }
  }
  return groups
}
