import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { nearest } from '../model/nearest.ts'
import { rulePage } from '../reports/rule-page.ts'
import { queryText } from '../queries/load.ts'
import { ruleById, rules } from '../rules/index.ts'
import type { Session } from './session.ts'

/** `rules list`: each rule with its question. */
export function rulesList(session: Session): Promise<Exit> {
  const language = session.spokenLanguage
  session.write(rules.map((rule) => `${rule.id.padEnd(20)} ${rule.words[language].question}\n`).join(''))
  return Promise.resolve(Exit.done)
}

/** `rules show ID`: law, words, parameters and SQL, as the page in `docs/rules`. */
export function rulesShow(session: Session, id: string): Promise<Exit> {
  const rule = ruleById(id)
  if (!rule) {
    const near = nearest(
      id,
      rules.map((one) => one.id),
    )
    throw new Fault(
      Exit.usage,
      `there is no rule ${id}`,
      near ? `did you mean ${near}?` : 'loggkoll rules list shows them',
    )
  }
  session.write(rulePage(rule, session.spokenLanguage, queryText(`rules/${rule.id}`)))
  return Promise.resolve(Exit.done)
}
