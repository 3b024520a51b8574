import { describe, expect, it } from 'vitest'
import type { RunTold } from '../../src/model/run-told.ts'
import { lastSuccessIn, metricsText } from '../../src/reports/metrics.ts'
import { syslogLine, syslogPriority } from '../../src/reports/syslog.ts'
import { emptyReport, report } from './fixture.ts'

const now = Date.parse('2026-06-01T08:00:00Z')
const told: RunTold = {
  command: 'audit',
  workspace: 'kontroll "norr"\\',
  tool: '0.1.0',
  exit: 0,
  now,
  lastSuccess: now,
  audit: { run: report.document.run, findings: report.tally.findings },
  ingest: {
    files: { stored: 2, known: 1, failed: 1 },
    rows: { stored: 61_482, duplicate: 3, rejected: 4, conflict: 0 },
  },
  store: {
    bytes: 7_090_176,
    sources: [
      { kind: 'access', source_system: 'cosmic', stored: 5, rejected: 1, unknown_codes: 2, last_day: '2026-03-31' },
      { kind: 'staff', source_system: 'default', stored: 5, rejected: 0, unknown_codes: 0, last_day: null },
    ],
    coverage: [{ kind: 'care_contact', covers_to: '2026-04-20' }],
  },
}
const samples = (text: string): string[] => text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
const valueOf = (text: string, name: string, label = ''): number =>
  Number(
    samples(text)
      .find((line) => line.startsWith(`${name}{`) && line.includes(label))
      ?.split(' ')
      .at(-1),
  )

describe('metrics', () => {
  const text = metricsText(told)

  it('are the text format: every sample under its HELP and TYPE, each name once, no label twice', () => {
    let current = ''
    const seen = new Set<string>()
    for (const line of text.trimEnd().split('\n')) {
      const [, help] = /^# HELP (\w+) \S/.exec(line) ?? []
      if (help !== undefined) {
        expect(seen).not.toContain(help)
        seen.add(help)
        current = help
        continue
      }
      if (line.startsWith('#')) expect(line).toBe(`# TYPE ${current} gauge`)
      else expect(line).toMatch(new RegExp(`^${current}\\{(\\w+="(?:[^"\\\\\n]|\\\\["\\\\n])*",?)+\\} [-0-9.e+]+$`))
    }
    expect(text.endsWith('\n')).toBe(true)
    const keys = samples(text).map((line) => line.slice(0, line.lastIndexOf(' ')))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('tell the denominators, the findings by rule and severity, and what could not be answered', () => {
    expect(valueOf(text, 'loggkoll_lookups')).toBe(12_345)
    expect(valueOf(text, 'loggkoll_lookups_explained_ratio')).toBeCloseTo(11_820 / 12_345)
    const own = report.document.findings.filter((one) => one.rule === 'own-family' && !one.suppressed)
    expect(valueOf(text, 'loggkoll_findings', 'rule="own-family",severity="high"')).toBe(
      own.filter(({ severity }) => severity === 'high').length,
    )
    // A rule without findings is told with nought, one that could not answer is not.
    expect(valueOf(text, 'loggkoll_findings', 'rule="own-family",severity="critical"')).toBe(0)
    expect(text).not.toMatch(/loggkoll_findings\{.*ward-broken/)
    expect(valueOf(text, 'loggkoll_rule_unanswered', 'rule="ward-broken",outcome="failed"')).toBe(1)
    expect(valueOf(text, 'loggkoll_findings_suppressed')).toBe(
      report.document.findings.filter(({ suppressed }) => suppressed).length,
    )
  })

  it('tell of the store: the last day of each source, and how long reference data speak', () => {
    const day = 'loggkoll_store_last_day_timestamp_seconds'
    expect(valueOf(text, day, 'cosmic')).toBe(Date.parse('2026-03-31') / 1000)
    expect(valueOf(text, day, 'kind="staff"')).toBeNaN()
    expect(valueOf(text, 'loggkoll_coverage_until_timestamp_seconds')).toBe(Date.parse('2026-04-20') / 1000)
    expect(valueOf(text, 'loggkoll_store_bytes')).toBe(7_090_176)
  })

  it('name nobody and no unit', () => {
    expect(text).not.toMatch(/SEPROV|(?<![.\d])\d{12}|care_unit|F-|C-/)
    expect(syslogLine(told)).not.toMatch(/SEPROV|\d{12}|F-|C-/)
  })

  it('of an empty log hold no share that would read as all clear', () => {
    const empty = metricsText({ ...told, audit: { run: emptyReport.document.run, findings: [] } })
    expect(valueOf(empty, 'loggkoll_lookups')).toBe(0)
    expect(empty).not.toContain('loggkoll_lookups_explained_ratio')
  })

  it('remember the last success', () => {
    expect(lastSuccessIn(text)).toBe(now)
    expect(lastSuccessIn(metricsText({ ...told, lastSuccess: undefined }))).toBeUndefined()
    expect(lastSuccessIn('anything')).toBeUndefined()
  })
})

describe('the line for syslog', () => {
  it('is structured data and a sentence, as RFC 5424 has them', () => {
    const line = syslogLine(told)
    const shape = /^\[loggkoll@32473((?: [\w]{1,32}="(?:[^"\\\]]|\\["\\\]])*")+)\] [\x20-\x7e]+$/
    expect(line).toMatch(shape)
    expect(line).toContain(' workspace="kontroll \\"norr\\"\\\\"')
    expect(line).toContain(' lookups="12345"')
    expect(line).toContain(' unanswered="2"')
    expect(line).toMatch(/audit of 2026-03-01\.\.2026-04-01: \d+ findings, exit 0$/)
  })

  it('stays one line whatever the workspace is called', () => {
    expect(syslogLine({ ...told, workspace: 'a]\n<34>1 x' })).not.toMatch(/\n|[^\\]\]\u240a/)
  })

  it.each([
    [0, 'notice'],
    [2, 'warning'],
    [3, 'warning'],
    [65, 'err'],
    [75, 'err'],
  ] as const)('of exit %i has the priority %s', (exit, priority) => {
    expect(syslogPriority({ ...told, exit })).toBe(priority)
  })

  it('tells of a command that came to nothing by its exit code', () => {
    const { audit: _, ingest: __, ...nothing } = told
    expect(syslogLine({ ...nothing, exit: 75 })).toMatch(/\] audit: exit 75$/)
  })
})
