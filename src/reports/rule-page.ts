import { z } from 'zod'
import { rulePageWords } from '../language/rule-page.ts'
import type { Language } from '../model/language.ts'
import type { AnyRule } from '../rules/rule.ts'

/** One case of a rule, as its test states it: a row of a table for the page. */
export interface RuleCase {
  readonly name: string
  readonly expect: 'flag' | 'clear' | 'unknown'
  readonly because: string
}

/** A rule as a page in Markdown: question, law, words, cases, parameters, SQL. */
export function rulePage(rule: AnyRule, language: Language, sql: string, cases: readonly RuleCase[] = []): string {
  const words = rule.words[language]
  const page = rulePageWords(language)
  const parameters = Object.entries(
    (z.toJSONSchema(rule.parameters, { io: 'input' }).properties ?? {}) as Record<string, ParameterSchema>,
  )
  const lines = [
    `# ${words.title}`,
    '',
    `\`${rule.id}\` · ${page.version} ${rule.version}`,
    '',
    `**${words.question}**`,
    '',
    words.why,
    '',
    `## ${page.ask}`,
    '',
    words.ask,
    '',
    `## ${page.explanations}`,
    '',
    ...words.explanations.map((explanation) => `- ${explanation}`),
    '',
    `## ${page.misses}`,
    '',
    words.misses,
    '',
    `## ${page.law}`,
    '',
    ...rule.law.map((law) => `- ${law.act}, ${law.place}: ${law.heading[language]}`),
    '',
    `## ${page.needs}`,
    '',
    ...rule.needs.map((group) => `- ${group.map((table) => `\`${table}\``).join(` ${page.or} `)}`),
    '',
    ...(parameters.length > 0
      ? [
          `## ${page.parameters}`,
          '',
          `| ${page.name} | ${page.standard} | ${page.meaning} |`,
          '|---|---|---|',
          ...parameters.map(
            ([name, schema]) => `| \`${name}\` | ${String(schema.default)} | ${schema.description ?? ''} |`,
          ),
          '',
        ]
      : []),
    ...caseTables(cases, page),
    '## SQL',
    '',
    '```sql',
    sql.trim(),
    '```',
    '',
  ]
  return lines.join('\n')
}

interface ParameterSchema {
  readonly default?: unknown
  readonly description?: string
}

function caseTables(cases: readonly RuleCase[], page: ReturnType<typeof rulePageWords>): string[] {
  return (['flag', 'clear', 'unknown'] as const).flatMap((expect) => {
    const rows = cases.filter((one) => one.expect === expect)
    if (rows.length === 0) return []
    return [`## ${page[expect]}`, '', ...rows.map((row) => `- ${row.because} (\`${row.name}\`)`), '']
  })
}
