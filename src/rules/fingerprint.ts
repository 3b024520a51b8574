import { createHash } from 'node:crypto'
import type { RuleFile } from './rule-file.ts'

/**
 * What must not change without a new version: the query with those that prepare for it, and all of the file but its words,
 * its law, and how its answers are counted. A decision once made on a finding says which version it was made on.
 */
export function fingerprint(file: RuleFile, queries: readonly string[]): string {
  const { words: _, law: __, version: ___, each_lookup: ____, ...asked } = file
  const hash = createHash('sha256').update(JSON.stringify(sorted(asked)))
  for (const query of queries) hash.update('\0').update(query)
  return hash.digest('hex')
}

/** Objects with their keys in order, so that moving a line in the file is no change. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
