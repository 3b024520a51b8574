import { createHash } from 'node:crypto'
import { ruleHash } from '../audit/run-rule.ts'
import type { AuditSettings } from '../audit/run-audit.ts'
import { toolVersion } from '../model/version.ts'
import type { Rule } from '../rules/rule.ts'

/** What every answer goes by, whatever the day: when it changes, every month is asked again. */
export function settingsHash(rules: readonly Rule[], settings: AuditSettings, store: unknown): string {
  const { book, onBegin: _, onStep: __, onFault: ___, reviewing: ____, suppressions: _____, ...rest } = settings
  const about = {
    rules: rules.map((rule) => [rule.id, rule.version, ruleHash(rule), rule.file]),
    book: book.map((rule) => [rule.id, rule.version]),
    settings: rest,
    store,
    tool: toolVersion,
  }
  return createHash('sha256').update(JSON.stringify(about)).digest('hex')
}
