import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { queryText } from '../src/queries/load.ts'
import { fingerprint } from '../src/rules/fingerprint.ts'
import { rules } from '../src/rules/index.ts'
import type { Locked } from '../src/rules/lock.ts'
import { RuleFile } from '../src/rules/rule-file.ts'

const source = join(resolve(import.meta.dirname, '..'), 'src/rules')
export const toolLock = join(source, 'rules.lock.json')

/** What each rule of the tool stands for: its file but the words, its query, and those that prepare for it. */
export function toolRules(): Locked[] {
  return rules.map(({ id, version, prepares }) => {
    const file = RuleFile.parse(parse(readFileSync(join(source, 'book', `${id}.yaml`), 'utf8')))
    const queries = [`rules/${id}`, ...prepares.map(({ query }) => query)].map((name) => queryText(name))
    return { id, version, sha256: fingerprint(file, queries) }
  })
}
