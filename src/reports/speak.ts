import type { Evidence } from '../model/finding.ts'
import type { Language } from '../model/language.ts'
import { evidenceSentence } from '../language/evidence.ts'
import { ruleById } from '../rules/index.ts'

/** Evidence in words: a rule's own sentence where the code is the rule's id, else the language's. */
export function speak(seen: Omit<Evidence, 'text'>, language: Language, parameters: unknown): Evidence {
  const rule = ruleById(seen.code)
  const text = rule
    ? rule.words[language].finding(rule.facts.parse({ ...withoutSource, ...seen.facts }), parameters)
    : evidenceSentence(seen.code, seen.facts, language)
  return { direction: seen.direction, code: seen.code, facts: seen.facts, text, source: seen.source }
}

/** The row behind a sentence stands beside it, not in its facts, and no sentence names it. */
const withoutSource = { source: '' }
