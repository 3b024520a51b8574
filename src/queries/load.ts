import { createHash } from 'node:crypto'
import { shippedText } from '../shipped/files.ts'

const texts = new Map<string, string>()

/** The text of a query by its path without ending, such as `rules/own-record`. */
export function queryText(name: string): string {
  const known = texts.get(name)
  if (known !== undefined) return known
  const text = shippedText('queries', `${name}.sql`)
  texts.set(name, text)
  return text
}

/**
 * A query whose `{{name}}` holes are filled with SQL of the tool's own making (column lists, typed expressions).
 * Text from a file or a person never goes there: values are parameters.
 */
export function fillQuery(name: string, parts: Readonly<Record<string, string>>): string {
  return queryText(name).replace(/\{\{(\w+)\}\}/g, (_, hole: string) => {
    const part = parts[hole]
    if (part === undefined) throw new Error(`query ${name} has a hole ${hole} that nothing fills`)
    return part
  })
}

/** The hash that a run keeps of the queries behind an answer. */
export function queryHash(...names: readonly string[]): string {
  const hash = createHash('sha256')
  for (const name of names) hash.update(queryText(name))
  return hash.digest('hex')
}
