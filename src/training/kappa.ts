/**
 * Cohen's kappa of two people who have sorted the same things: how much more they agree than chance would have them do
 * (Cohen 1960). Null where there is nothing, or where chance alone agrees in everything: both have used one and the same
 * word throughout.
 */
export function cohensKappa(pairs: readonly (readonly [string, string])[]): number | null {
  if (pairs.length === 0) return null
  const agreed = pairs.filter(([one, other]) => one === other).length
  const [first, second] = [countsOf(pairs.map(([one]) => one)), countsOf(pairs.map(([, other]) => other))]
  // In whole numbers: what chance agrees in, times the pairs squared.
  const byChance = [...first].reduce((sum, [word, count]) => sum + count * (second.get(word) ?? 0), 0)
  const all = pairs.length ** 2
  return byChance === all ? null : (agreed * pairs.length - byChance) / (all - byChance)
}

function countsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
