// npm run docs: what can be made from the code is made from the code; --check says what is out of date instead.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { rulePageWords } from '../src/language/rule-page.ts'
import { configSchema } from '../src/commands/config-schema.ts'
import { NightDocument } from '../src/model/night-document.ts'
import { AuditDocument } from '../src/model/audit-document.ts'
import { CoverageDocument } from '../src/model/coverage-document.ts'
import { EvaluationDocument } from '../src/model/evaluation-document.ts'
import { eventFields } from '../src/model/event-fields.ts'
import { GradeDocument } from '../src/model/grade-document.ts'
import { languages } from '../src/model/language.ts'
import { PatientExtract } from '../src/model/patient-extract.ts'
import { ProtocolDocument } from '../src/model/protocol-document.ts'
import { QualityDocument } from '../src/model/quality-document.ts'
import { type ColumnKind, type ReferenceTable, referenceTables } from '../src/model/reference.ts'
import { SampleDocument } from '../src/model/sample-document.ts'
import { TrendDocument } from '../src/model/trend-document.ts'
import { UnitDocument } from '../src/model/unit-document.ts'
import { queryText } from '../src/queries/load.ts'
import { type RuleCase, rulePage } from '../src/reports/rule-page.ts'
import { rules } from '../src/rules/index.ts'
import { RuleFile } from '../src/rules/rule-file.ts'
import { law } from '../src/rules/law.ts'
import { commandsPage } from './commands-page.ts'
import { manPage } from './man-page.ts'
import { pageScript } from './page-script.ts'
import { qualityPage } from './quality-page.ts'
import { sourcesPage } from './sources-page.ts'

const root = resolve(import.meta.dirname, '..')
const made = new Map<string, string>()

for (const rule of rules) {
  for (const language of languages) {
    const name = language === 'en' ? `${rule.id}.md` : `${rule.id}.${language}.md`
    made.set(`docs/rules/${name}`, rulePage(rule, language, queryText(`rules/${rule.id}`), casesOf(rule.id)))
  }
}
made.set('docs/rules/README.md', rulesIndex())
made.set('docs/law.md', lawPage())
made.set('docs/tables.md', tablesPage())
made.set('docs/sources.md', sourcesPage(root))
made.set('docs/quality.md', qualityPage())
made.set('src/reports/packet/page-script.ts', await pageScript(root, 'packet'))
made.set('src/reports/study/page-script.ts', await pageScript(root, 'study'))
made.set('docs/schema/audit-1.schema.json', `${JSON.stringify(z.toJSONSchema(AuditDocument), null, 2)}\n`)
made.set('docs/schema/night-1.schema.json', `${JSON.stringify(z.toJSONSchema(NightDocument), null, 2)}\n`)
made.set('docs/schema/evaluation-1.schema.json', `${JSON.stringify(z.toJSONSchema(EvaluationDocument), null, 2)}\n`)
// Editors check what a person writes: what has a default may be left out.
made.set('docs/schema/rule-1.schema.json', `${JSON.stringify(z.toJSONSchema(RuleFile, { io: 'input' }), null, 2)}\n`)
made.set('docs/schema/quality-1.schema.json', `${JSON.stringify(z.toJSONSchema(QualityDocument), null, 2)}\n`)
made.set('docs/schema/patient-extract-1.schema.json', `${JSON.stringify(z.toJSONSchema(PatientExtract), null, 2)}\n`)
made.set('docs/schema/coverage-1.schema.json', `${JSON.stringify(z.toJSONSchema(CoverageDocument), null, 2)}\n`)
made.set('docs/schema/protocol-1.schema.json', `${JSON.stringify(z.toJSONSchema(ProtocolDocument), null, 2)}\n`)
made.set('docs/schema/unit-1.schema.json', `${JSON.stringify(z.toJSONSchema(UnitDocument), null, 2)}\n`)
made.set('docs/schema/trend-1.schema.json', `${JSON.stringify(z.toJSONSchema(TrendDocument), null, 2)}\n`)
made.set('docs/schema/grade-1.schema.json', `${JSON.stringify(z.toJSONSchema(GradeDocument), null, 2)}\n`)
made.set('docs/schema/sample-1.schema.json', `${JSON.stringify(z.toJSONSchema(SampleDocument), null, 2)}\n`)
made.set('docs/schema/config-1.schema.json', configSchema())
made.set('docs/man/loggkoll.1', manPage('en'))
made.set('docs/man/sv/loggkoll.1', manPage('sv'))
made.set('docs/commands.md', await commandsPage('en'))
made.set('docs/kommandon.md', await commandsPage('sv'))

const check = process.argv.includes('--check')
const stale = [...made].filter(
  ([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
)
const pages = existsSync(join(root, 'docs/rules')) ? readdirSync(join(root, 'docs/rules')) : []
const surplus = pages.filter((name) => !made.has(`docs/rules/${name}`))
if (check) {
  for (const [path] of stale) console.error(`${path} is out of date: npm run docs`)
  for (const name of surplus) console.error(`docs/rules/${name} belongs to no rule`)
  process.exitCode = stale.length + surplus.length > 0 ? 1 : 0
} else {
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    console.log(path)
  }
}

/** All rules at a glance. */
function rulesIndex(): string {
  return [
    '# Rules',
    '',
    'Each rule is one question to the log. The log answers yes, no, or that it cannot tell; a person decides. A hit is a',
    'criterion for selection, not a suspicion.',
    '',
    '| rule | question | about | page |',
    '|---|---|---|---|',
    ...rules.map(
      ({ id, words, subject, on }) =>
        `| \`${id}\`${on ? '' : ' (off)'} | ${words.en.question} | ${rulePageWords('en').subjects[subject]} | [en](${id}.md), [sv](${id}.sv.md) |`,
    ),
    '',
    'How they do against chance and answer keys: `loggkoll rules evaluate`. What they cost a reader: [workload](../workload.md).',
    'Own rules: [own-rules](../own-rules.md).',
    '',
  ].join('\n')
}

/** The cases of a rule, as its tests state them, so that the examples of its page cannot be wrong. */
function casesOf(id: string): RuleCase[] {
  const folder = join(root, 'test/rules', id)
  if (!existsSync(folder)) return []
  const Row = z.object({ expect: z.string(), severity: z.string(), because: z.string() })
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const rows = z.array(Row).parse(parse(readFileSync(join(folder, name, 'access-log.csv')), { columns: true }))
      return rows.flatMap(({ expect, severity, because }) =>
        expect === 'flag' || expect === 'clear' || expect === 'unknown' ? [{ name, expect, severity, because }] : [],
      )
    })
}

function lawPage(): string {
  const sections = Object.values(law).map((basis) => {
    const resting = rules.filter((rule) => rule.law.some((one) => one.act === basis.act && one.place === basis.place))
    const list = resting.map((rule) => `- [${rule.id}](rules/${rule.id}.md): ${rule.words.en.question}`)
    return [
      `## ${basis.act}, ${basis.place}`,
      '',
      `${basis.heading.en}.`,
      `(${basis.heading.sv}.)`,
      '',
      ...(list.length > 0 ? list : ['No rule rests on it yet.']),
      '',
    ].join('\n')
  })
  return `# Law\n\nWhich rule rests on which paragraph. Made from \`src/rules\`; not legal advice.\n\n${sections.join('\n')}`
}

function tablesPage(): string {
  const kindOf = (kind: ColumnKind): string =>
    typeof kind === 'object' ? kind.map((word) => `\`${word}\``).join(' ') : kind
  const events = Object.entries(eventFields).map(([name, field]) => {
    const words = 'words' in field ? field.words.map((word) => `\`${word}\``).join(' ') : ''
    return `| \`${name}\` | ${field.kind} | ${words} |`
  })
  const tables = Object.entries(referenceTables as Readonly<Record<string, ReferenceTable>>).map(([kind, table]) => {
    const rows = Object.entries(table.columns).map(
      ([name, type]) => `| \`${name}\` | ${kindOf(type)} | ${table.required.includes(name) ? 'required' : ''} |`,
    )
    return [
      `## ${kind}`,
      '',
      `Key: ${table.key.map((name) => `\`${name}\``).join(', ')}`,
      '',
      '| column | holds | |',
      '|---|---|---|',
      ...rows,
      '',
    ].join('\n')
  })
  return [
    '# Tables',
    '',
    'The columns of canonical CSV files. Made from `src/model`. `id` is an id of the directory or of a system, `person` a',
    'personal identity number of any kind, `time` an ISO 8601 time (without an offset: wall clock of the workspace zone),',
    '`date` a day; `valid_from` and `valid_to` are both inclusive, times half-open, an empty end is open.',
    '',
    '## access',
    '',
    '| column | holds | words |',
    '|---|---|---|',
    ...events,
    '',
    ...tables,
  ].join('\n')
}
