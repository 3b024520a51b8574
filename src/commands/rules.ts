import { Exit } from '../model/exit.ts'
import { queryText } from '../queries/load.ts'
import { rulePage } from '../reports/rule-page.ts'
import { rules } from '../rules/index.ts'
import type { Rule } from '../rules/rule.ts'
import { isWorkspace } from '../workspace/workspace.ts'
import { rulesInUse } from './audit-settings.ts'
import { findRule } from './audit.ts'
import type { Session } from './session.ts'

/** `rules list`: each rule with its question; what is off or the workspace's own says so. */
export function rulesList(session: Session): Promise<Exit> {
  const language = session.spokenLanguage
  const inUse = new Set(isWorkspace(session.folder) ? rulesInUse(session) : rules.filter(({ on }) => on))
  const marks = language === 'sv' ? { off: ' (avslagen)', own: ' (egen)' } : { off: ' (off)', own: ' (own)' }
  session.write(
    bookOf(session)
      .map((rule) => {
        const marked = `${rule.own ? marks.own : ''}${inUse.has(rule) ? '' : marks.off}`
        return `${rule.id.padEnd(20)} ${rule.words[language].question}${marked}\n`
      })
      .join(''),
  )
  return Promise.resolve(Exit.done)
}

/** `rules show ID`: law, words, parameters and SQL, as the page in `docs/rules`. */
export function rulesShow(session: Session, id: string): Promise<Exit> {
  const rule = findRule(bookOf(session), id)
  session.write(rulePage(rule, session.spokenLanguage, rule.own?.sql ?? queryText(`rules/${rule.id}`)))
  return Promise.resolve(Exit.done)
}

function bookOf(session: Session): readonly Rule[] {
  return isWorkspace(session.folder) ? session.book : rules
}
