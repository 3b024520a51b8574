import { z } from 'zod'
import { relationGrades } from '../model/grade.ts'
import type { FactType } from '../rules/rule-file.ts'
import type { Rule } from '../rules/rule.ts'
import type { Store } from '../store/store.ts'

const whole = /^U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?$/
const words = /^(?:VARCHAR|ENUM\(.*\))$/

/** What a column of a query may be to be a fact of each type, as DuckDB names it. */
const columnTypes: Readonly<Record<Exclude<FactType, string[]>, RegExp>> = {
  integer: whole,
  number: new RegExp(`${whole.source}|^(?:FLOAT|DOUBLE|DECIMAL\\(.*\\))$`),
  boolean: /^BOOLEAN$/,
  text: words,
  grade: words,
  day: /^(?:DATE|VARCHAR)$/,
  time: /^(?:TIME|TIMESTAMP.*|VARCHAR)$/,
}

const Twice = z.object({ lookups: z.coerce.number() })
const Word = z.object({ word: z.string() })

/**
 * Holds what the query of a workspace's own rule gave (`assessment`) against what its file says: the cases of a rule try its
 * answers, not its facts, and a finding whose facts are others than it says cannot be told.
 * @throws {Error} saying what is not as it should be; no value of a log is quoted
 */
export async function checkOwnAnswer(rule: Rule, store: Store): Promise<void> {
  const { columns } = await store.table('audit/assessment-columns')
  const types = new Map(columns.map(({ name, type }) => [name, type]))
  for (const [name, fact] of Object.entries(rule.file.facts)) {
    const type = types.get(name)
    if (type === undefined) throw new Error(`it has no column ${name}, which the rule names as a fact`)
    const isWords = Array.isArray(fact)
    // Lists and the like are said to be no single value, where findings are made.
    if (!(isWords ? words : columnTypes[fact]).test(type) && !/[[(]/.test(type)) {
      throw new Error(`its column ${name} is ${type}, and the rule says ${isWords ? 'words' : fact}`)
    }
    if (isWords || fact === 'grade') await checkWords(store, name, isWords ? fact : relationGrades)
  }
  if (rule.gathers) return
  const { lookups } = await store.row('audit/answered-twice', Twice)
  if (lookups > 0) throw new Error(`it answers ${lookups} lookups more than once: it gives one row for each`)
}

async function checkWords(store: Store, fact: string, known: readonly string[]): Promise<void> {
  const held = await store.rows('audit/words-of-fact', Word, {}, { fact: `"${fact}"` })
  if (held.some(({ word }) => !known.includes(word))) {
    throw new Error(`its column ${fact} holds another word than the rule names: ${known.join(', ')}`)
  }
}
