import { join } from 'node:path'
import { loadProfiles } from '../ingest/profile.ts'
import { Fault } from '../model/fault.ts'
import type { Health, HealthCheck, HealthCode } from '../model/health.ts'
import { addDays } from '../model/period.ts'
import { casesOf, readControls } from '../review/controls.ts'
import { readJournal } from '../workspace/journal.ts'
import { readSuppressions } from '../workspace/suppressions.ts'
import { hidesUnjustified } from './audit-settings.ts'
import { ruleSettings } from './rule-settings.ts'
import type { Session } from './session.ts'

/** So many days before a suppression expires it is worth a note. */
const soon = 30

/** Can `loggkoll.yaml` and the key be read? */
export function lookAtConfig(session: Session): Health {
  const [seen] = tried('config', 'config_wrong', () => [
    { check: 'config', code: 'config_sound', facts: { zone: session.workspace.config.zone } },
  ])
  return seen!
}

/** What people have written beside the settings, and in them of rules: as `audit` reads it, which refuses what is wrong. */
export function lookAtWritten(session: Session): Health[] {
  return [
    ...tried('profiles', 'profiles_wrong', () => {
      const own = loadProfiles(session.workspace.profiles).length - loadProfiles(undefined).length
      return [{ check: 'profiles', code: 'profiles_sound', facts: { own } }]
    }),
    ...tried('rules', 'rules_wrong', () => lookAtRules(session)),
    ...tried('suppressions', 'suppressions_wrong', () => lookAtSuppressions(session)),
  ]
}

function lookAtRules({ book, workspace: { config, folder } }: Session): Health[] {
  ruleSettings(config.rules, book, join(folder, 'loggkoll.yaml'))
  const own = book.filter((rule) => rule.own !== undefined)
  const barred = own.filter((rule) => rule.own?.barred !== undefined)
  return [
    { check: 'rules', code: 'rules_sound', facts: { rules: book.length, own: own.length } },
    ...barred.map(({ id }): Health => ({ check: 'rules', code: 'rule_barred', facts: { rule: id } })),
  ]
}

function lookAtSuppressions(session: Session): Health[] {
  const { workspace, today } = session
  // Rules and a journal that cannot be read are told where those are looked at.
  const all = readSuppressions(workspace.suppressions, today, {
    rules: ifSound(() => session.book.map(({ id }) => id)),
    hidesUnjustified: ifSound(() => {
      const journal = readJournal(workspace.journal)
      return hidesUnjustified(journal, casesOf(readControls(journal)))
    }),
  })
  const expiring = all
    .map(({ expires }) => expires)
    .filter((day) => day <= addDays(today, soon))
    .toSorted()
  return [
    { check: 'suppressions', code: 'suppressions_sound', facts: { count: all.length } },
    ...expiring.slice(0, 1).map((day): Health => ({
      check: 'suppressions',
      code: 'suppressions_expiring',
      facts: { count: expiring.length, day },
    })),
  ]
}

/** What a look gives; or, when it meets a fault, that fault as something seen. */
function tried(check: HealthCheck, code: HealthCode, look: () => Health[]): Health[] {
  try {
    return look()
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return [said(check, code, error)]
  }
}

function ifSound<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return undefined
  }
}

/** A fault as something seen. */
export function said(check: HealthCheck, code: HealthCode, fault: Fault): Health {
  return { check, code, facts: { cause: fault.message, way_out: fault.wayOut ?? '' } }
}
