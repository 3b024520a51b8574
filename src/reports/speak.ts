import type { Evidence } from '../model/finding.ts'
import type { Language } from '../model/language.ts'
import { evidenceSentence } from '../language/evidence.ts'
import { ruleById } from '../rules/index.ts'
import type { Rule, Values } from '../rules/rule.ts'

/** Evidence in words: a rule's own sentence where the code is the rule's id, else the language's. */
export function speak(
  seen: Omit<Evidence, 'text'>,
  language: Language,
  parameters: Values | undefined,
  book: readonly Rule[],
): Evidence {
  const rule = ruleById(seen.code, book)
  const text = rule
    ? rule.words[language].finding(rule.facts.parse(seen.facts), rule.parameters.parse(parameters ?? {}))
    : evidenceSentence(seen.code, seen.facts, language)
  return { direction: seen.direction, code: seen.code, facts: seen.facts, text, source: seen.source }
}
