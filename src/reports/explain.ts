import { stringify } from 'csv-stringify/sync'
import { explainWords } from '../language/explain.ts'
import type { Evidence } from '../model/finding.ts'
import type { RelationGrade } from '../model/grade.ts'
import type { Language } from '../model/language.ts'
import { priorityOf, type Severity } from '../model/severity.ts'
import { ruleById, rules } from '../rules/index.ts'
import type { Rule } from '../rules/rule.ts'
import { plainText, wrap } from './plain-text.ts'

/** A lookup with its evidence in words, masked. */
export interface SpokenLookup {
  readonly lookup_id: string
  readonly user_id: string
  readonly patient_id: string | null
  readonly care_unit_id: string | null
  readonly day: string
  readonly first_time: string
  readonly last_time: string
  readonly event_count: number
  readonly relation_grade: RelationGrade | null
  readonly relation_cause: string | null
  readonly findings: readonly { readonly rule: string; readonly severity: Severity; readonly finding_id: string }[]
  readonly evidence: readonly Evidence[]
}

/** `explain` for a terminal: each lookup with what speaks for and against, a row behind each sentence. */
export function explainTable(
  lookups: readonly SpokenLookup[],
  language: Language,
  { columns, book = rules }: { columns: number; color: boolean; book?: readonly Rule[] },
): string {
  const words = explainWords(language)
  if (lookups.length === 0) return `${words.none}\n`
  return lookups.map((lookup) => oneLookup(lookup, language, Math.max(40, columns), book)).join('\n')
}

function oneLookup(lookup: SpokenLookup, language: Language, columns: number, book: readonly Rule[]): string {
  const words = explainWords(language)
  const times = [...new Set([lookup.first_time, lookup.last_time].map((time) => time.slice(11, 16)))].join('–')
  const cause = lookup.relation_cause === null ? '' : `: ${words.cause(lookup.relation_cause)}`
  const lines = [
    `${words.lookup} ${lookup.lookup_id}`,
    `${lookup.user_id} → ${lookup.patient_id ?? words.noPatient}`,
    `${lookup.day} ${times}, ${words.events(lookup.event_count)}, ${words.unit} ${lookup.care_unit_id ?? words.noUnit}`,
    `${words.relation(lookup.relation_grade)}${cause}.`,
  ]
  const text = lines.flatMap((line) => wrap(plainText(line), columns, ''))
  if (lookup.findings.length > 0) {
    text.push('', `${words.findings}:`)
    for (const { rule, severity, finding_id } of lookup.findings) {
      const title = ruleById(rule, book)?.words[language].title ?? rule
      text.push(...wrap(`${title} (${words.priority} ${priorityOf(severity)}) ${finding_id}`, columns, '  '))
    }
  }
  for (const direction of ['for', 'against'] as const) {
    const said = lookup.evidence.filter((one) => one.direction === direction)
    text.push('', `${words[direction]}:`)
    if (said.length === 0) text.push(`  ${words.nothing}`)
    for (const one of said) text.push(...wrap(plainText(`• ${one.text} [${one.source}]`), columns, '  '))
  }
  return `${text.join('\n')}\n`
}

export function explainJson(lookups: readonly SpokenLookup[]): string {
  return `${JSON.stringify({ schema: 'loggkoll/explain/1', lookups }, null, 2)}\n`
}

export function explainNdjson(lookups: readonly SpokenLookup[]): string {
  return lookups.map((lookup) => `${JSON.stringify(lookup)}\n`).join('')
}

/** One row for each sentence. */
export function explainCsv(lookups: readonly SpokenLookup[]): string {
  const rows = lookups.flatMap(({ lookup_id, user_id, patient_id, care_unit_id, day, relation_grade, evidence }) =>
    evidence.map(({ direction, code, text, source }) => ({
      lookup_id,
      user_id,
      patient_id,
      care_unit_id,
      day,
      relation_grade,
      direction,
      code,
      text,
      source,
    })),
  )
  return stringify(rows, { header: true, escape_formulas: true })
}
