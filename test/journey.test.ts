import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { AuditDocument } from '../src/model/audit-document.ts'
import { builtProgram } from './harness/built-program.ts'
import { sample } from './harness/paths.ts'

/** The findings of the made-up week as they shall be; UPDATE_GOLDEN=1 writes them anew, to be read like code. */
const golden = join(sample, 'key/findings.golden.csv')

interface Row {
  readonly rule: string
  readonly user_id: string
  readonly patient_id: string
  readonly care_unit_id: string
  readonly day: string
  readonly severity: string
}
const keyOf = ({ rule, user_id, patient_id, care_unit_id, day }: Row): string =>
  [rule, user_id, patient_id, care_unit_id, day].join(' ')
const rowsOf = (text: string | Buffer): Row[] => parse(text, { columns: true })

describe('from the sample to the report, by the built program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'loggkoll-journey-'))
  const workspace = join(folder, 'workspace')
  const program = builtProgram()
  const loggkoll = (...words: string[]) =>
    spawnSync(process.execPath, [program, '-w', workspace, ...words], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { PATH: '/usr/bin' },
    })
  const week = ['--from', '2026-04-27', '--to', '2026-05-04']

  beforeAll(() => {
    const made = spawnSync(process.execPath, [program, 'init', workspace, '--seed', 'ward-week'], {
      encoding: 'utf8',
    })
    expect(made.stderr).toContain('Arbetsytan')
    const files = readdirSync(sample).filter((name) => name.endsWith('.csv'))
    const read = loggkoll('ingest', ...files.sort().map((name) => join(sample, name)))
    expect(read.status, read.stderr).toBe(0)
    expect(read.stderr).toContain('9560 rader = 9560 nya + 0 dubbletter + 0 avvisade')
    return () => rmSync(folder, { recursive: true, force: true })
  })

  it('finds what is planted, all of it and nothing else', () => {
    const found = rowsOf(loggkoll('audit', ...week, '--format', 'csv', '--reveal', '--reason', 'test').stdout)
    const expected = rowsOf(readFileSync(join(sample, 'key/expected.csv')))
    // The key speaks of the rules that the stories were written for.
    const keyed = new Set(expected.map(({ rule }) => rule))
    expect(
      found
        .filter(({ rule }) => keyed.has(rule))
        .map(keyOf)
        .toSorted(),
    ).toEqual(expected.map(keyOf).toSorted())
    const severity = new Map(found.map((row) => [keyOf(row), row.severity]))
    for (const row of expected) expect(severity.get(keyOf(row)), keyOf(row)).toBe(row.severity)
  })

  it('leaves what only looks so alone', () => {
    const found = new Set(
      rowsOf(loggkoll('audit', ...week, '--format', 'csv', '--reveal', '--reason', 'test').stdout).map(keyOf),
    )
    const alike = rowsOf(readFileSync(join(sample, 'key/look-alikes.csv')))
    expect(alike.length).toBeGreaterThan(12)
    expect(alike.filter((row) => found.has(keyOf(row)))).toEqual([])
  })

  it('gives the golden findings, masked', () => {
    const { stdout } = loggkoll('audit', ...week, '--format', 'csv', '--lang', 'sv')
    if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, stdout)
    expect(stdout).toBe(readFileSync(golden, 'utf8'))
    expect(stdout).toContain('skyddad-')
  })

  it('prints one whole JSON document of the published shape, the same bytes each time', () => {
    const first = loggkoll('audit', ...week, '--format', 'json')
    const second = loggkoll('audit', ...week, '--format', 'json')
    expect(second.stdout).toBe(first.stdout)
    const document = AuditDocument.parse(JSON.parse(first.stdout))
    expect(document.run.explained / document.run.lookups).toBeGreaterThan(0.94)
    expect(document.run.rules.length).toBeGreaterThan(20)
    expect(new Set(document.run.rules.map((rule) => rule.outcome))).toEqual(new Set(['answered']))
    for (const { evidence } of document.findings) expect(evidence.some((one) => one.direction === 'for')).toBe(true)
  })

  it('ends with 3 on --fail-on, and with 0 without', () => {
    expect(loggkoll('audit', ...week, '--fail-on', 'high').status).toBe(3)
    expect(loggkoll('audit', ...week, '--fail-on', 'critical').status).toBe(0)
  })

  it('explains a finding, its lookup, and the pair', () => {
    const [finding] = AuditDocument.parse(JSON.parse(loggkoll('audit', ...week, '--format', 'json').stdout)).findings
    const byFinding = loggkoll('explain', finding!.finding_id)
    expect(byFinding.stdout).toContain(finding!.lookup_ids[0])
    expect(loggkoll('explain', finding!.lookup_ids[0]!).stdout).toBe(byFinding.stdout)
    const byPair = loggkoll('explain', '--user', finding!.user_id!, '--patient', finding!.patient_id!)
    expect(byPair.stdout).toContain(finding!.finding_id)
  })

  it('writes a private report that asks the network for nothing', () => {
    const path = join(folder, 'report.html')
    expect(loggkoll('report', 'audit', '-o', path).status).toBe(0)
    const html = readFileSync(path, 'utf8')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(html).toContain('En träff är ett urvalskriterium, inte en misstanke')
    expect(html).not.toMatch(/(?:src|href)\s*=\s*["']?(?:https?:)?\/\//)
  })

  it('says that a Node is too old, instead of failing on it', () => {
    const older = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'22.9.0'}})`
    const said = spawnSync(process.execPath, ['--import', older, program, '--version'], { encoding: 'utf8' })
    expect(said.status).toBe(78)
    expect(said.stdout).toBe('')
    expect(said.stderr).toContain('needs Node 22.18.0 or later, and this is Node 22.9.0')
  })

  it.skipIf(!existsSync('/dev/full'))('says in words that there is no room for the result', () => {
    const full = openSync('/dev/full', 'w')
    const said = spawnSync(process.execPath, [program, '-w', workspace, 'audit', ...week, '--format', 'json'], {
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    })
    expect(said.status).toBe(74)
    expect(said.stderr).toContain('the result cannot be written (ENOSPC)')
    expect(said.stderr).not.toContain('    at ')
  })

  it('has left a whole trail', () => {
    const verdict = loggkoll('trail', 'verify')
    expect(verdict.status).toBe(0)
    expect(verdict.stdout).toContain('Spårloggen är hel')
  })
})
