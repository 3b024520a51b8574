import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { gradeLookups } from '../../src/audit/grade-lookups.ts'
import { runRule } from '../../src/audit/run-rule.ts'
import { AuditDocument } from '../../src/model/audit-document.ts'
import type { Finding } from '../../src/model/finding.ts'
import { addDays } from '../../src/model/period.ts'
import { normalisePersonId } from '../../src/model/person-id.ts'
import { severities } from '../../src/model/severity.ts'
import { ruleById, rules } from '../../src/rules/index.ts'
import { openStore, openWorkspace } from '../../src/workspace/workspace.ts'
import { folderWith, run, workspace } from '../harness/program.ts'

/**
 * Runs `test/rules/<rule>/<case>/`. `access-log.csv` holds the log and, in its last columns, what the rule says of each
 * lookup: `flag` with a severity, `clear`, `unknown`, or `absent` where the rule looks at none. A row that is a further
 * event of a lookup above says nothing. The other CSV files are the reference tables, read after the log, as contacts
 * arrive after the lookups that they explain; `covers.txt` says what the contacts speak for, `settings.yaml` is the
 * workspace's own.
 */
const Case = z.strictObject({
  expect: z.enum(['flag', 'clear', 'unknown', 'absent']),
  severity: z.union([z.enum(severities), z.literal('')]),
  because: z.string().regex(/^[A-Z].+\.$/s, 'is no sentence'),
})

interface Row extends z.infer<typeof Case> {
  /** As a spreadsheet counts: the header is row 1. */
  readonly number: number
  readonly user_id: string
  readonly patient_id: string | null
  readonly day: string
  /** User, patient, unit and day. */
  readonly lookup: string
}

interface Answer {
  readonly run: AuditDocument['run']['rules'][number]
  readonly findings: readonly Finding[]
  /** What the rule says of the lookups of one row alone, for those that are neither flagged nor clear. */
  readonly alone: ReadonlyMap<Row, { readonly assessed: number; readonly unknown: number }>
}

const here = import.meta.dirname
const foldersIn = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

describe.each(rules.map(({ id }) => id))('%s', (rule) => {
  const cases = foldersIn(join(here, rule)).map((name) => ({ name, ...readCase(join(here, rule, name)) }))

  for (const { name, rows, ...files } of cases) {
    let answered: Promise<Answer> | undefined
    const answer = (): Promise<Answer> => (answered ??= ask(rule, rows, files))

    for (const row of rows) {
      it(`${rule} ${name} row ${row.number}`, async () => {
        const { findings, alone } = await answer()
        const severity = findings.filter((finding) => lookupOf(finding) === row.lookup).map((one) => one.severity)
        expect(severity, row.because).toEqual(row.expect === 'flag' ? [row.severity] : [])
        if (row.expect === 'unknown') expect(alone.get(row), row.because).toEqual({ assessed: 1, unknown: 1 })
        if (row.expect === 'absent') expect(alone.get(row), row.because).toEqual({ assessed: 0, unknown: 0 })
      })
    }

    // The unknown and the absent are known one by one: where these numbers agree, all others are clear.
    it(`${rule} ${name} says nothing else`, async () => {
      const { findings, run: said } = await answer()
      const lookups = new Set(rows.map((row) => row.lookup))
      expect(findings.filter((finding) => !lookups.has(lookupOf(finding)))).toEqual([])
      const count = (word: Row['expect']): number => rows.filter((row) => row.expect === word).length
      expect({ assessed: said.assessed, flagged: said.flagged, unknown: said.unknown }).toEqual({
        assessed: rows.length - count('absent'),
        flagged: count('flag'),
        unknown: count('unknown'),
      })
    })
  }

  it('has a lookup to flag, one to clear, one that it cannot tell, and near misses', () => {
    const words = new Set(cases.flatMap(({ rows }) => rows.map((row) => row.expect)))
    expect([...words]).toEqual(expect.arrayContaining(['flag', 'clear', 'unknown']))
    expect(cases.map(({ name }) => name)).toContain('near-miss')
  })
})

it('has no cases of a rule that is not in the book', () => {
  expect(foldersIn(here).toSorted()).toEqual(rules.map(({ id }) => id).toSorted())
})

it("every personal number is one of Skatteverket's test numbers", () => {
  const list = readFileSync(join(here, '../../scripts/samples/test-numbers.txt'), 'utf8')
  const free = new Set(list.split('\n').filter((line) => /^\d{12}$/.test(line)))
  const tables = readdirSync(join(here, '..'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^(?:rules|reasons|audit)\/.*\.csv$/.test(path),
  )
  const cells = tables.flatMap((path) => parse(readFileSync(join(here, '..', path))).flat())
  const numbers = cells.map((cell) => normalisePersonId(cell, '2026-06-01'))
  const real = numbers.filter(({ id, type }) => /^(?:personal|coordination)_number$/.test(type) && !free.has(id))
  expect(real.map(({ id }) => id)).toEqual([])
})

interface Files {
  readonly log: string
  readonly tables: readonly string[]
  readonly covers: string | undefined
  readonly settings: string | undefined
}

function readCase(folder: string): Files & { rows: Row[] } {
  const records = parse(readFileSync(join(folder, 'access-log.csv')), { columns: true }) as Record<string, string>[]
  const rows: Row[] = []
  const log = records.map(({ expect: word, severity, because, ...event }, index) => {
    const about = identify(event)
    if (word !== '') {
      rows.push({ number: index + 2, ...about, ...Case.parse({ expect: word, severity, because }) })
    } else if (!rows.some((row) => row.lookup === about.lookup)) {
      throw new Error(`${folder}: row ${index + 2} belongs to no lookup above it`)
    }
    return event
  })
  if (new Set(rows.map((row) => row.lookup)).size < rows.length) throw new Error(`${folder}: a lookup stands twice`)
  const beside = (name: string): string | undefined =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined
  return {
    rows,
    log: stringify(log, { header: true }),
    tables: readdirSync(folder)
      .filter((name) => name.endsWith('.csv') && name !== 'access-log.csv')
      .map((name) => join(folder, name)),
    covers: beside('covers.txt')?.trim(),
    settings: beside('settings.yaml'),
  }
}

/** The lookup of an event, worked out apart from the tool's SQL. */
function identify(event: Readonly<Record<string, string>>): Pick<Row, 'user_id' | 'patient_id' | 'day' | 'lookup'> {
  const { occurred_at: time = '', user_id = '', patient_id: patient = '', care_unit_id: unit = '' } = event
  const day = /(?:Z|[+-]\d\d:\d\d)$/.test(time)
    ? Temporal.Instant.from(time).toZonedDateTimeISO('Europe/Stockholm').toPlainDate().toString()
    : time.slice(0, 10)
  const patient_id = patient === '' ? null : normalisePersonId(patient, day).id
  return { user_id, patient_id, day, lookup: lookupOf({ user_id, patient_id, care_unit_id: unit || null, day }) }
}

function lookupOf(one: Pick<Finding, 'user_id' | 'patient_id' | 'care_unit_id' | 'day'>): string {
  return JSON.stringify([one.user_id, one.patient_id, one.care_unit_id, one.day])
}

async function ask(id: string, rows: readonly Row[], files: Files): Promise<Answer> {
  const folder = await workspace(files.settings)
  await ingest(
    folder,
    [join(folderWith({ 'access-log.csv': files.log }), 'access-log.csv'), ...files.tables],
    files.covers,
  )
  const audit = await run(['-w', folder, '--format', 'json', 'audit', '--rule', id, '--reveal', '--reason', 'test'])
  expect(audit.err).toBe('')
  const { run: said, findings } = AuditDocument.parse(JSON.parse(audit.out))
  const apart = rows.filter(({ expect: word }) => word === 'unknown' || word === 'absent')
  return { run: said.rules[0]!, findings, alone: await askAlone(folder, id, apart) }
}

const Read = z.object({ files: z.array(z.object({ kind: z.string(), rows: z.number(), stored: z.number() })) })

/** Reads files into the workspace; each must be taken for the table it is named after, and every row of it stored. */
async function ingest(folder: string, paths: readonly string[], covers: string | undefined): Promise<void> {
  const given = covers === undefined ? [] : ['--covers', covers]
  const read = await run(['-w', folder, '--format', 'json', 'ingest', ...paths, ...given])
  expect(read.code, read.err).toBe(0)
  const { files } = Read.parse(JSON.parse(read.out))
  const kinds = paths.map((path) => basename(path, '.csv').replace('access-log', 'access'))
  expect(
    files.map(({ kind }) => kind),
    read.err,
  ).toEqual(kinds)
  expect(
    files.filter(({ rows, stored }) => stored < rows),
    read.err,
  ).toEqual([])
}

/** Puts the question to the lookups of one row at a time, as `explain` does. */
async function askAlone(folder: string, id: string, rows: readonly Row[]): Promise<Answer['alone']> {
  const alone = new Map<Row, { assessed: number; unknown: number }>()
  if (rows.length === 0) return alone
  const opened = openWorkspace(folder)
  const store = await openStore(opened, 0)
  try {
    const settings = { ...opened.config.relation, care_providers: opened.config.care_providers }
    for (const row of rows) {
      const period = { from: row.day, to: addDays(row.day, 1) }
      await gradeLookups(store, period, settings, row)
      const sizes = await store.rows('audit/table-sizes', z.object({ name: z.string(), rows: z.coerce.number() }))
      const tables = new Map(sizes.map((table) => [table.name, table.rows]))
      const { run: said } = await runRule(store, ruleById(id)!, opened.config.rules[id], period, tables)
      alone.set(row, { assessed: said.assessed, unknown: said.unknown })
    }
  } finally {
    store.close()
  }
  return alone
}
