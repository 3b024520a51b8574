import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { queryText } from '../queries/load.ts'
import { type RuleCase, rulePage } from '../reports/rule-page.ts'
import { lockPath, ownRuleFiles } from '../rules/own.ts'
import { readLock, writeLock } from '../rules/lock.ts'
import type { Rule } from '../rules/rule.ts'
import { findRule } from './audit.ts'
import { onlyWords } from './only-words.ts'
import { askCases, type CaseRow, isWrong, lackingCases } from './rule-cases.ts'
import { newRuleFiles } from './new-rule.ts'
import type { Session } from './session.ts'

/** `rules new ID`: an own rule that works, to be changed: the rule, its query and its cases. */
export function rulesNew(session: Session, id: string): Promise<Exit> {
  onlyWords(session)
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    throw new Fault(
      Exit.usage,
      `${id} is no id of a rule`,
      'words of small letters, with hyphens between: late-printing',
    )
  }
  const folder = join(session.workspace.rules, id)
  if (session.book.some((rule) => rule.id === id) || existsSync(folder)) {
    throw new Fault(Exit.cannotWrite, `there is a rule ${id} already`, 'choose another id')
  }
  for (const [name, text] of Object.entries(newRuleFiles(id))) {
    const path = join(folder, name)
    mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 })
    writeFileSync(path, text, { mode: 0o600 })
  }
  session.note(
    session.language === 'sv'
      ? `${folder}: ändra regeln, frågan och fallen, och pröva dem: loggkoll -w ${session.folder} rules test ${id}`
      : `${folder}: change the rule, the query and the cases, and try them: loggkoll -w ${session.folder} rules test ${id}`,
  )
  return Promise.resolve(Exit.done)
}

/** `rules test [ID]`: do own rules answer their cases as expected? Only one that does is asked in an audit. */
export async function rulesTest(session: Session, id: string | undefined): Promise<Exit> {
  onlyWords(session)
  const own = session.book.filter((rule) => rule.own !== undefined)
  const chosen = id === undefined ? own : [findRule(own, id)]
  const folder = session.workspace.rules
  let isWhole = true
  for (const rule of chosen) {
    const told = await testRule(session, rule, folder)
    session.write(told.text)
    if (!told.passed) isWhole = false
  }
  if (chosen.length === 0)
    session.note(session.language === 'sv' ? 'Det finns inga egna regler.\n' : 'There are no own rules.\n')
  return isWhole ? Exit.done : Exit.data
}

async function testRule(session: Session, rule: Rule, folder: string): Promise<{ passed: boolean; text: string }> {
  const words = session.language === 'sv' ? sv : en
  const own = rule.own!
  const known = readLock(lockPath(folder))[rule.id]
  if (known && known.version >= rule.version && known.sha256 !== own.sha256) {
    return { passed: false, text: `✗ ${rule.id}: ${words.raise(known.version)}\n` }
  }
  // The lock says whether it may be asked in an audit; here it is asked to get into the lock.
  const open: Rule = { ...rule, own: { ...own, barred: undefined } }
  const rows = await askCases(
    open,
    [...session.book.filter((one) => one !== rule), open],
    join(folder, rule.id, ownRuleFiles.cases),
  )
  const wrong = rows.filter(isWrong)
  const lacking = lackingCases(rows)
  const lines = [
    ...wrong.map((row) => `  ${row.name}, ${words.row} ${row.row}: ${words.expected(row)}`),
    ...lacking.map((word) => `  ${words.lacks(word)}`),
  ]
  const passed = lines.length === 0
  if (passed)
    writeLock(lockPath(folder), readLock(lockPath(folder)), [
      { id: rule.id, version: rule.version, sha256: own.sha256 },
    ])
  const head = `${passed ? '✓' : '✗'} ${rule.id}, version ${rule.version}: ${words.answered(rows.length - wrong.length, rows.length)}`
  return { passed, text: `${[head, ...lines].join('\n')}\n` }
}

/** `rules docs DIR`: the page of every rule in both languages, the workspace's own with tables of their cases. */
export async function rulesDocs(session: Session, target: string): Promise<Exit> {
  onlyWords(session)
  mkdirSync(target, { recursive: true })
  for (const rule of session.book) {
    const cases = rule.own ? await casesOf(session, rule) : []
    const sql = rule.own?.sql ?? queryText(`rules/${rule.id}`)
    writeFileSync(join(target, `${rule.id}.md`), rulePage(rule, 'en', sql, cases))
    writeFileSync(join(target, `${rule.id}.sv.md`), rulePage(rule, 'sv', sql, cases))
  }
  return Exit.done
}

async function casesOf(session: Session, rule: Rule): Promise<RuleCase[]> {
  const open: Rule = { ...rule, own: { ...rule.own!, barred: undefined } }
  const rows = await askCases(open, session.book, join(session.workspace.rules, rule.id, ownRuleFiles.cases))
  return rows.flatMap(({ name, expect, severity, because }) =>
    expect === 'absent' || expect === 'part' ? [] : [{ name, expect, severity, because }],
  )
}

const sv = {
  row: 'rad',
  expected: ({ expect, severity, said }: CaseRow) =>
    `väntat ${expect}${severity ? ` ${severity}` : ''}, svar ${said.answer}${said.severity ? ` ${said.severity}` : ''}`,
  lacks: (word: string) =>
    `inget fall väntar ${word}: en regel har minst ett som ger ja (flag), nej (clear) och vet ej (unknown)`,
  answered: (right: number, all: number) => `${right} av ${all} fall svarar som väntat`,
  raise: (version: number) => `frågan eller inställningarna har ändrats; höj version (den var ${version})`,
}

const en: typeof sv = {
  row: 'row',
  expected: ({ expect, severity, said }) =>
    `expected ${expect}${severity ? ` ${severity}` : ''}, said ${said.answer}${said.severity ? ` ${said.severity}` : ''}`,
  lacks: (word) => `no case expects ${word}: a rule has at least one that flags, one clear and one unknown`,
  answered: (right, all) => `${right} of ${all} cases answer as expected`,
  raise: (version) => `the query or the settings have changed; raise the version (it was ${version})`,
}
