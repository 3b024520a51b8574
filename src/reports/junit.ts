import type { RuleRun } from '../model/audit-document.ts'
import type { Finding } from '../model/finding.ts'
import { atLeast } from '../model/severity.ts'
import { plainText } from './plain-text.ts'
import type { Reading } from './reading.ts'
import { missingText, ruleWords } from './rule-words.ts'
import type { StreamedFormat } from './streamed.ts'

/** A dashboard shows the first findings of a rule; `findings` lists them all. */
const mostNamed = 20

interface Told {
  count: number
  failing: number
  lines: string[]
}

/**
 * JUnit XML: the run is a suite and each rule a case. Findings from a severity on are its failure, a rule that lacks its
 * data is skipped, one that failed is an error. No person is named: a finding by its id, unit and day.
 */
export const junit: StreamedFormat = (reading, { failOn }) => {
  const told = new Map<string, Told>()
  return {
    head: () => '',
    finding: (finding) => {
      if (finding.suppressed) return ''
      const known = told.get(finding.rule) ?? { count: 0, failing: 0, lines: [] }
      known.count += 1
      if (atLeast(finding.severity, failOn)) {
        known.failing += 1
        if (known.lines.length < mostNamed) known.lines.push(lineOf(finding))
      }
      told.set(finding.rule, known)
      return ''
    },
    tail: () => suite(reading, told),
  }
}

function suite(reading: Reading, told: ReadonlyMap<string, Told>): string {
  const { run } = reading.report.document
  const failures = [...told.values()].filter(({ failing }) => failing > 0).length
  const errors = run.rules.filter(({ outcome }) => outcome === 'failed').length
  const counts = { tests: run.rules.length, failures, errors, skipped: run.rules.filter(isUnanswered).length }
  const numbers = attributes(counts)
  const known = {
    run_id: run.run_id,
    lookups: run.lookups,
    explained: run.explained,
    first_lookups: run.first_lookups,
    first_explained: run.first_explained,
    tool: run.tool,
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'loggkoll' })}${numbers}>`,
    `  <testsuite${attributes({ name: `loggkoll audit ${run.from}..${run.to}` })}${numbers}>`,
    '    <properties>',
    ...Object.entries(known).map(([name, value]) => `      <property${attributes({ name, value })}/>`),
    '    </properties>',
    ...run.rules.flatMap((rule) => testCase(reading, rule, told.get(rule.rule))),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

/** Nothing assessed is no answer either: it would read as all clear. */
function isUnanswered({ outcome, assessed }: RuleRun): boolean {
  return outcome === 'not_applicable' || (outcome === 'answered' && assessed === 0)
}

function testCase(reading: Reading, rule: RuleRun, told: Told | undefined): string[] {
  const question = ruleWords(reading, rule.rule)?.question ?? rule.rule
  return [
    `    <testcase${attributes({ classname: 'loggkoll.rules', name: rule.rule, assertions: rule.assessed })}>`,
    ...outcome(reading, rule, told).map((text) => `      ${text}`),
    `      <system-out>${text(`${question}\nassessed ${rule.assessed}, flagged ${rule.flagged}, unknown ${rule.unknown}`)}</system-out>`,
    '    </testcase>',
  ]
}

function outcome(reading: Reading, rule: RuleRun, told: Told | undefined): string[] {
  if (rule.outcome === 'failed') return [`<error${attributes({ message: 'the rule failed', type: 'failed' })}/>`]
  if (isUnanswered(rule)) return [`<skipped${attributes({ message: missingText(reading, rule) })}/>`]
  if (!told || told.failing === 0) return []
  const more = told.failing - told.lines.length
  const lines = more > 0 ? [...told.lines, `… ${more}`] : told.lines
  const message = ruleWords(reading, rule.rule)?.title ?? rule.rule
  return [
    `<failure${attributes({ message: `${message}: ${told.failing}`, type: 'finding' })}>${text(lines.join('\n'))}</failure>`,
  ]
}

function lineOf({ finding_id, severity, day, care_unit_id, state }: Finding): string {
  return [finding_id, severity, day, care_unit_id ?? '-', state].join('  ')
}

function attributes(given: Readonly<Record<string, string | number>>): string {
  return Object.entries(given)
    .map(([name, value]) => ` ${name}="${text(String(value)).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"`)
    .join('')
}

/** Text for XML 1.0: its markup escaped, and no character that it does not allow. */
function text(given: string): string {
  return given
    .split('\n')
    .map((row) => plainText(row).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
    .join('\n')
}
