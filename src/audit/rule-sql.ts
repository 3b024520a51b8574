import type { FactType, When } from '../rules/rule-file.ts'
import type { Rule } from '../rules/rule.ts'
import { oneLower, severities, type Severity } from '../model/severity.ts'
import type { Parts } from '../store/statements.ts'

/**
 * SQL of what a rule says of each of its answers: the severity, whether it opens a case, its facts and its source. The file of
 * a rule holds conditions and no SQL; names are of small letters, digits and underscores (rules/rule-file.ts).
 * @param columns what the query of the rule gives
 * @param chosen the severity that the workspace has chosen for all its findings
 */
export function columnsOf(rule: Rule, columns: ReadonlySet<string>, chosen: Severity | undefined): Parts {
  const { file } = rule
  const names = Object.keys(file.facts)
  const known = names.filter((name) => columns.has(name))
  const value = (name: string): string => {
    if (name === 'grade') return 'l.relation_grade'
    return known.includes(name) ? typed(`a."${name}"`, file.facts[name]!) : 'null'
  }
  const severity = chosen === undefined ? severityOf(rule, value) : rank(chosen)
  const facts = known.map((name) => `"${name}" := a."${name}"`).join(', ')
  return {
    columns: [
      `${severity} as severity`,
      `${opensOf(rule, value, severity)} as opens`,
      `${known.length === 0 ? `'{}'::json` : `to_json(struct_pack(${facts}))`} as facts`,
      `${rule.case_by === undefined ? 'null::varchar' : `coalesce(${value(rule.case_by)}::varchar, '')`} as apart`,
      `${columns.has('source') ? 'a.source' : 'null::varchar'} as source`,
    ].join(',\n  '),
  }
}

/** A word is compared as text, whatever the column is. */
function typed(column: string, type: FactType): string {
  return type === 'integer' || type === 'number' || type === 'boolean' ? column : `${column}::varchar`
}

type ValueOf = (name: string) => string

const rank = (severity: Severity): string => `${severities.indexOf(severity)}::utinyint`

function severityOf({ file }: Rule, value: ValueOf): string {
  const steps = typeof file.severity === 'string' ? [{ is: file.severity }] : file.severity
  const choose = (of: (severity: Severity) => Severity): string => {
    const cases = steps.map(({ when, is }) => `when ${holds(when, value)} then ${rank(of(is))}`)
    return `case ${cases.join(' ')} else ${rank(of('info'))} end`
  }
  if (file.lowered_at.length === 0) return choose((severity) => severity)
  const lowered = file.lowered_at.map(literal).join(', ')
  return `if(coalesce(l.relation_grade in (${lowered}), false), ${choose(oneLower)}, ${choose((severity) => severity)})`
}

function opensOf({ file }: Rule, value: ValueOf, severity: string): string {
  if (typeof file.opens === 'boolean') return String(file.opens)
  if ('from' in file.opens) return `(${severity}) >= ${rank(file.opens.from)}`
  return `(${[file.opens.when]
    .flat()
    .map((when) => holds(when, value))
    .join(' or ')})`
}

/** Does every value stand among those named? Without any it always does. */
function holds(when: When | undefined, value: ValueOf): string {
  const conditions = Object.entries(when ?? {}).map(([name, wanted]) => {
    const one = [wanted].flat().map((each) => `${value(name)} is not distinct from ${literal(each)}`)
    return `(${one.join(' or ')})`
  })
  return conditions.length === 0 ? 'true' : conditions.join(' and ')
}

function literal(value: string | number | boolean | null): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}
