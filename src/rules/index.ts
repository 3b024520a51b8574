import { shippedData } from '../shipped/files.ts'
import { compileRule } from './compile.ts'
import type { Rule } from './rule.ts'
import { RuleFile } from './rule-file.ts'

/** Every rule of the tool, in the order in which a report shows them: what matters most to a patient first. */
const order = [
  'no-care-relation',
  'listed-only',
  'protected-identity',
  'own-family',
  'own-record',
  'colleague',
  'neighbour',
  'watched-person',
  'blocked-record',
  'emergency-access',
  'missing-consent',
  'deceased',
  'repeated-lookup',
  'serial-lookup',
  'crowd',
  'many-patients',
  'many-units',
  'bulk-output',
  'name-search',
  'age-mismatch',
  'no-assignment',
  'purpose-mismatch',
  'absent',
  'off-hours',
  'shared-login',
  'robot-account',
] as const

export const rules: readonly Rule[] = order.map((id) => readRule(id))

/** A rule of the tool; the workspace's own are in its book (`workspace/own-rules.ts`). */
export function ruleById(id: string, book: readonly Rule[] = rules): Rule | undefined {
  return book.find((rule) => rule.id === id)
}

function readRule(id: string): Rule {
  const rule = compileRule(RuleFile.parse(shippedData('rules', `${id}.yaml`)))
  if (rule.id !== id) throw new Error(`the file of ${id} says that it is ${rule.id}`)
  return rule
}
