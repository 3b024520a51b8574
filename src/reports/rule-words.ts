import type { RuleRun } from '../model/audit-document.ts'
import type { Finding } from '../model/finding.ts'
import { wordsFor } from '../language/report/index.ts'
import { ruleById } from '../rules/index.ts'
import type { RuleWords } from '../rules/rule.ts'
import type { Reading } from './reading.ts'

/** The words of a rule, or undefined for one that is not in the rule book. */
export function ruleWords({ language, report }: Reading, id: string): RuleWords | undefined {
  return ruleById(id, report.book)?.words[language]
}

/** A rule's name in a heading; one without words is named by its id. */
export function ruleTitle(reading: Reading, id: string): string {
  return ruleWords(reading, id)?.title ?? id
}

/** The sentence of one finding, made from the facts that were kept with it. */
export function sentenceOf(reading: Reading, finding: Finding): string {
  const rule = ruleById(finding.rule, reading.report.book)
  const words = ruleWords(reading, finding.rule)
  const said = finding.evidence.find((evidence) => evidence.code === finding.rule)?.text
  if (!rule || !words) return said ?? toldFacts(finding)
  const kept = reading.report.document.run.rules.find((run) => run.rule === finding.rule)?.parameters
  const parameters = rule.parameters.safeParse(kept ?? {})
  const facts = rule.facts.safeParse(finding.facts)
  if (!facts.success || !parameters.success) return said ?? words.title
  return words.finding(facts.data, parameters.data)
}

/** The facts as they are, for a rule that has no words here. */
function toldFacts({ rule, facts }: Finding): string {
  const told = Object.entries(facts).map(([name, fact]) => `${name}: ${fact ?? '–'}`)
  return told.length > 0 ? told.join(', ') : rule
}

/** What a rule lacked, in words: every group of tables is a choice. */
export function missingText({ words, report }: Reading, run: RuleRun): string {
  if (run.missing.length === 0) return words.missingUnnamed
  const needs = ruleById(run.rule, report.book)?.needs ?? []
  const groups = needs
    .map((group) => group.filter((table) => run.missing.includes(table)))
    .filter((group) => group.length > 0)
  const grouped = new Set<string>(groups.flat())
  const told = groups.map((group) => group.map((table) => wordsFor(words.tables, table)).join(` ${words.or} `))
  const rest = run.missing.filter((table) => !grouped.has(table)).map((table) => wordsFor(words.tables, table))
  return words.missing(words.listed([...told, ...rest]))
}
