import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { nearest } from '../model/nearest.ts'
import { severities, type Severity } from '../model/severity.ts'
import { lineAt, shapeFault } from '../model/shape-fault.ts'
import type { Rule } from '../rules/rule.ts'

/** What a workspace says of one rule beside its parameters. */
export const RuleChoice = z.looseObject({ on: z.boolean().optional(), severity: z.enum(severities).optional() })

interface RuleSettings {
  /** Rule id → what is given in place of its defaults. */
  readonly parameters: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly severities: Readonly<Record<string, Severity>>
}

/**
 * What the settings say of rules, checked against those that there are.
 * @param path the file of the settings, which a fault names
 * @throws {Fault} 78 with the line
 */
export function ruleSettings(
  given: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  book: readonly Rule[],
  path: string,
): RuleSettings {
  const parameters: Record<string, Readonly<Record<string, unknown>>> = {}
  const chosen: Record<string, Severity> = {}
  for (const [id, said] of Object.entries(given)) {
    const at = ['rules', id]
    const rule = book.find((one) => one.id === id)
    if (!rule) {
      const ids = book.map((one) => one.id)
      const near = nearest(id, ids)
      const line = lineAt(readFileSync(path, 'utf8'), at)
      throw new Fault(
        Exit.config,
        `${path}${line}: there is no rule ${id}`,
        near ? `did you mean ${near}?` : 'loggkoll rules list shows them',
      )
    }
    const choice = RuleChoice.safeParse(said)
    const { on: _, severity: __, ...rest } = choice.data ?? said
    const parsed = rule.parameters.safeParse(rest)
    const error = choice.error ?? parsed.error
    if (error) {
      const known = [...Object.keys(rule.file.parameters), 'on', 'severity']
      throw shapeFault(path, readFileSync(path, 'utf8'), error, {
        at,
        known,
        wayOut: `loggkoll rules show ${id} has its settings`,
      })
    }
    parameters[id] = rest
    if (choice.data?.severity !== undefined) chosen[id] = choice.data.severity
  }
  return { parameters, severities: chosen }
}
