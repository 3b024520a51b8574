import { Exit } from '../model/exit.ts'
import type { Language } from '../model/language.ts'
import { queryText } from '../queries/load.ts'
import { rulePage } from '../reports/rule-page.ts'
import { rules } from '../rules/index.ts'
import type { Rule } from '../rules/rule.ts'
import { isWorkspace } from '../workspace/workspace.ts'
import { rulesInUse } from './audit-settings.ts'
import { findRule } from './audit.ts'
import { readable } from './make-report.ts'
import { onlyWords } from './only-words.ts'
import type { Session } from './session.ts'

/** `rules list`: each rule with its question; what is off or the workspace's own says so. */
export function rulesList(session: Session): Promise<Exit> {
  const format = readable(session.options.format ?? 'table', { table: 1, json: 1 })
  const language = session.spokenLanguage
  const inUse = new Set(isWorkspace(session.folder) ? rulesInUse(session) : rules.filter(({ on }) => on))
  const listed = bookOf(session).map((rule) => ({
    id: rule.id,
    version: rule.version,
    question: rule.words[language].question,
    on: inUse.has(rule),
    own: rule.own !== undefined,
  }))
  session.write(
    format === 'json' ? `${JSON.stringify(listed, null, 2)}\n` : listed.map((one) => lineOf(one, language)).join(''),
  )
  return Promise.resolve(Exit.done)
}

function lineOf(
  { id, question, on, own }: { id: string; question: string; on: boolean; own: boolean },
  language: Language,
) {
  const marks = language === 'sv' ? { off: ' (avslagen)', own: ' (egen)' } : { off: ' (off)', own: ' (own)' }
  return `${id.padEnd(20)} ${question}${own ? marks.own : ''}${on ? '' : marks.off}\n`
}

/** `rules show ID`: law, words, parameters and SQL, as the page in `docs/rules`. */
export function rulesShow(session: Session, id: string): Promise<Exit> {
  onlyWords(session)
  const rule = findRule(bookOf(session), id)
  session.write(rulePage(rule, session.spokenLanguage, rule.own?.sql ?? queryText(`rules/${rule.id}`)))
  return Promise.resolve(Exit.done)
}

function bookOf(session: Session): readonly Rule[] {
  return isWorkspace(session.folder) ? session.book : rules
}
