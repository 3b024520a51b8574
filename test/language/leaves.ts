/** Every text of a tree of words; of a function its source, in which its words stand. */
export function leaves(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves)
  return [typeof value === 'function' ? Function.prototype.toString.call(value) : String(value)]
}

/** What a tree of words names, and what kind of word each is. */
export function shape(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
}
