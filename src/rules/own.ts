import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { shapeFault } from '../model/shape-fault.ts'
import { unfold } from '../model/unfold.ts'
import { compileRule } from './compile.ts'
import { fingerprint } from './fingerprint.ts'
import { rules } from './index.ts'
import { lockFault, readLock } from './lock.ts'
import type { Rule } from './rule.ts'
import { RuleFile } from './rule-file.ts'

/** Why a rule is not asked, by what the lock says of it. */
const barredWords = {
  unlocked: 'this version has not passed its cases: run loggkoll rules test',
  changed:
    'its query or its settings have changed while the version has not: raise the version and run loggkoll rules test',
  older: 'its version is lower than one that has been used',
} as const

export function lockPath(folder: string): string {
  return join(folder, 'rules.lock.json')
}

/** The names of what a rule of a workspace consists of, in `rules/<id>/`. */
export const ownRuleFiles = { rule: 'rule.yaml', query: 'rule.sql', cases: 'cases' } as const

/**
 * The rules of a workspace: a folder each, named by the id, with the rule, its query and its cases.
 * One that has not passed its cases as it stands is barred: an audit reports it as failed, and never skips it without a word.
 * @throws {Fault} 78 with file and cause when one is not as it should be
 */
export function readOwnRules(folder: string): Rule[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
    .map((id) => readOwnRule(folder, id))
}

function readOwnRule(folder: string, id: string): Rule {
  const path = join(folder, id, ownRuleFiles.rule)
  const text = readOwn(path)
  const document = parseDocument(text)
  const [broken] = document.errors
  if (broken) throw new Fault(Exit.config, `${path}: ${broken.message.split('\n', 1)[0]}`, 'mend the YAML', broken)
  const file = RuleFile.safeParse(unfold(document, path))
  if (!file.success) throw shapeFault(path, text, file.error, { wayOut: 'loggkoll rules new shows the form of a rule' })
  if (file.data.id !== id) {
    throw new Fault(Exit.config, `${path} says that it is ${file.data.id}`, 'name the folder by the id of its rule')
  }
  if (rules.some((rule) => rule.id === id)) {
    throw new Fault(Exit.config, `${path} has the id of a rule of the tool`, 'give it an id of its own')
  }
  if (file.data.prepares.length > 0) {
    throw new Fault(Exit.config, `${path} prepares tables`, 'write them as `with` in the query')
  }
  if (file.data.each_lookup) {
    throw new Fault(Exit.config, `${path} says each_lookup`, 'take it out: only rules of the tool are counted by it')
  }
  const sql = readOwn(join(folder, id, ownRuleFiles.query))
  const sha256 = fingerprint(file.data, [sql])
  const fault = lockFault({ id, version: file.data.version, sha256 }, readLock(lockPath(folder)))
  try {
    return compileRule(file.data, { sql, sha256, barred: fault && barredWords[fault] })
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault(
      Exit.config,
      `${path}: ${error instanceof Error ? error.message : 'is no rule'}`,
      namesOf(file.data),
      error,
    )
  }
}

/** What conditions and sentences may name. */
function namesOf({ facts, parameters }: RuleFile): string {
  return `it has the facts ${Object.keys(facts).join(', ') || 'none'}; the parameters ${Object.keys(parameters).join(', ') || 'none'}`
}

function readOwn(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new Fault(Exit.config, `${path} cannot be read`, 'a rule is a rule.yaml and a rule.sql in one folder', error)
  }
}
