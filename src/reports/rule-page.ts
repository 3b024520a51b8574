import { rulePageWords } from '../language/rule-page.ts'
import type { Language } from '../model/language.ts'
import { priorityOf } from '../model/severity.ts'
import type { RuleFile, When } from '../rules/rule-file.ts'
import type { Rule } from '../rules/rule.ts'

/** One case of a rule, as its test states it: a row of a table for the page. */
export interface RuleCase {
  readonly name: string
  readonly expect: 'flag' | 'clear' | 'unknown'
  readonly severity: string
  readonly because: string
}

type PageWords = ReturnType<typeof rulePageWords>

/** A rule as a page in Markdown: question, law, words, priority, parameters, cases, SQL. */
export function rulePage(rule: Rule, language: Language, sql: string, cases: readonly RuleCase[] = []): string {
  const words = rule.words[language]
  const page = rulePageWords(language)
  const { file } = rule
  return [
    `# ${words.title}`,
    '',
    `\`${rule.id}\` · ${page.version} ${rule.version} · ${page.subjects[rule.subject]}${rule.on ? '' : ` · ${page.off}`}`,
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
    `## ${page.priority}`,
    '',
    ...priorityLines(file, page),
    '',
    ...needLines(rule, page),
    ...parameterTable(file, language, page),
    ...caseTable(cases, page),
    '## SQL',
    '',
    '```sql',
    sql.trim(),
    '```',
    '',
  ].join('\n')
}

function priorityLines({ severity, lowered_at, opens }: RuleFile, page: PageWords): string[] {
  const steps = typeof severity === 'string' ? [{ is: severity }] : severity
  const lines = steps.map((step) => {
    const told = `${page.priority} ${priorityOf(step.is)} (\`${step.is}\`)`
    const when = 'when' in step ? conditions(step.when) : ''
    return when === '' ? `- ${steps.length > 1 ? `${page.otherwise}: ` : ''}${told}` : `- ${when}: ${told}`
  })
  if (lowered_at.length > 0) lines.push(`- ${page.lowered(lowered_at.join(', '))}`)
  if (opens === true) lines.push(`- ${page.opens}`)
  else if (opens === false) lines.push(`- ${page.adds}`)
  else if ('from' in opens) lines.push(`- ${page.opensFrom(priorityOf(opens.from))}`)
  else lines.push(`- ${page.opensWhen([opens.when].flat().map(conditions).join('; '))}`)
  return lines
}

function conditions(when: When | undefined): string {
  return Object.entries(when ?? {})
    .map(
      ([name, values]) =>
        `\`${name}\` = ${[values]
          .flat()
          .map((value) => value ?? '–')
          .join(', ')}`,
    )
    .join(', ')
}

function needLines(rule: Rule, page: PageWords): string[] {
  if (rule.needs.length === 0) return []
  const groups = rule.needs.map((group) => `- ${group.map((table) => `\`${table}\``).join(` ${page.or} `)}`)
  return [`## ${page.needs}`, '', ...groups, '']
}

function parameterTable({ parameters }: RuleFile, language: Language, page: PageWords): string[] {
  const rows = Object.entries(parameters).map(
    ([name, { default: standard, unit, means }]) =>
      `| \`${name}\` | ${standard} | ${page.units[unit] ?? unit} | ${means[language]} |`,
  )
  if (rows.length === 0) return []
  const head = `| ${page.name} | ${page.standard} | ${page.unit} | ${page.meaning} |`
  return [`## ${page.parameters}`, '', head, '|---|---|---|---|', ...rows, '']
}

/** What the tests of the rule hold, so that the page never says more than is so. */
function caseTable(cases: readonly RuleCase[], page: PageWords): string[] {
  if (cases.length === 0) return []
  const rows = (['flag', 'clear', 'unknown'] as const).flatMap((expect) =>
    cases
      .filter((one) => one.expect === expect)
      .map(
        ({ severity, because, name }) =>
          `| ${page[expect]}${severity ? `, \`${severity}\`` : ''} | ${because} | ${name} |`,
      ),
  )
  return [`## ${page.cases}`, '', `| ${page.answer} | ${page.because} | ${page.case} |`, '|---|---|---|', ...rows, '']
}
