import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { beginFinding, nameFindings } from '../audit/findings.ts'
import { gradeLookups } from '../audit/grade-lookups.ts'
import { beginAsking } from '../audit/run-audit.ts'
import { parametersOf, runRule } from '../audit/run-rule.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { nearest } from '../model/nearest.ts'
import { localDate, type Period } from '../model/period.ts'
import { normalisePersonId } from '../model/person-id.ts'
import { referenceKinds } from '../model/reference.ts'
import { severities } from '../model/severity.ts'
import type { Rule } from '../rules/rule.ts'
import { parseConfig } from '../workspace/config.ts'
import { makeWorkspace, openStore, openWorkspace } from '../workspace/workspace.ts'
import { ingest } from './ingest.ts'
import type { Io } from './io.ts'
import { ruleSettings } from './rule-settings.ts'
import { Session } from './session.ts'

/** What a rule is to answer of a lookup; `part` is one whose answer stands with another lookup, of the same user or patient. */
const answers = ['flag', 'clear', 'unknown', 'absent', 'part'] as const

/** The last columns of a case's log. */
const Expected = z.strictObject({
  expect: z.enum(answers),
  severity: z.union([z.enum(severities), z.literal('')]),
  because: z.string().regex(/^([A-Z].+\.)?$/s, 'is no sentence'),
})

export interface CaseRow extends z.infer<typeof Expected> {
  readonly name: string
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number
  /** What the rule said, with the severity of its finding. */
  readonly said: { readonly answer: 'flag' | 'clear' | 'unknown' | 'absent'; readonly severity: string }
}

/** A row whose answer is not the one expected. */
export function isWrong({ expect, severity, said }: CaseRow): boolean {
  if (expect === 'part') return said.answer !== 'absent'
  return expect !== said.answer || (expect === 'flag' && severity !== said.severity)
}

const AnswerRow = z.object({
  lookup_no: z.coerce.number(),
  user_id: z.string(),
  patient_id: z.string().nullable(),
  care_unit_id: z.string().nullable(),
  day: z.string(),
  flagged: z.boolean().nullable(),
})

/**
 * Puts a rule's question to its cases: `<folder>/<name>/`. `access-log.csv` holds the log and, in its last columns, what
 * the rule is to say of each lookup; a row that is a further event of a lookup above says nothing. The other CSV files are
 * the reference tables, read after the log, as contacts arrive after the lookups that they explain. `covers.txt` says what
 * the contacts speak for, `period.txt` the days asked about (else all), `settings.yaml` is the workspace's own.
 * @throws {Fault} 65 when a case is not as it should be
 */
export async function askCases(rule: Rule, book: readonly Rule[], folder: string): Promise<CaseRow[]> {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []))
  const rows: CaseRow[] = []
  const place = mkdtempSync(join(tmpdir(), 'loggkoll-cases-'))
  try {
    const empty = join(place, 'empty')
    await makeWorkspace(empty)
    for (const name of names.toSorted()) rows.push(...(await askCase(rule, book, join(folder, name), name, empty)))
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
  return rows
}

/** What every rule must have among its cases. */
export function lackingCases(rows: readonly CaseRow[]): ('flag' | 'clear' | 'unknown')[] {
  return (['flag', 'clear', 'unknown'] as const).filter((word) => !rows.some(({ expect }) => expect === word))
}

/** @param empty a workspace that nobody has used, to be copied: making one takes longer */
export async function askCase(
  rule: Rule,
  book: readonly Rule[],
  folder: string,
  name: string,
  empty: string,
): Promise<CaseRow[]> {
  const { log, wanted } = readLog(join(folder, 'access-log.csv'))
  const beside = (file: string): string | undefined =>
    existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : undefined
  const place = mkdtempSync(join(tmpdir(), 'loggkoll-case-'))
  try {
    const workspace = join(place, 'workspace')
    cpSync(empty, workspace, { recursive: true })
    const settings = beside('settings.yaml')
    if (settings !== undefined) {
      const file = join(folder, 'settings.yaml')
      // Read where it lies first, so that a fault names it and not the copy.
      ruleSettings(parseConfig(settings, file).rules, book, file)
      writeFileSync(join(workspace, 'loggkoll.yaml'), settings)
    }
    const path = join(place, 'access-log.csv')
    writeFileSync(path, log)
    const tables = readdirSync(folder).filter((file) => file.endsWith('.csv') && file !== 'access-log.csv')
    const covers = beside('covers.txt')
    const none = tables.find((file) => !(referenceKinds as readonly string[]).includes(basename(file, '.csv')))
    if (none !== undefined) {
      const near = nearest(basename(none, '.csv'), referenceKinds)
      throw new Fault(
        Exit.data,
        `${join(folder, none)} is named after no table`,
        near ? `did you mean ${near}.csv?` : `tables: ${referenceKinds.join(', ')}`,
      )
    }
    const paths = [path, ...tables.map((file) => join(folder, file))]
    await read(workspace, paths, covers).catch((error: unknown) => {
      if (!(error instanceof Fault)) throw error
      // What is read is a copy of the log without its last columns; the person has the one that it was made from.
      const said = error.message.replaceAll(path, join(folder, 'access-log.csv'))
      throw new Fault(Exit.data, said.replace(/^--covers/, join(folder, 'covers.txt')), error.wayOut, error)
    })
    const days = wanted.map(({ day }) => day).toSorted()
    const given = beside('period.txt')?.split('..')
    const period = { from: given?.[0] ?? days[0]!, to: given?.[1] ?? nextDay(days.at(-1)!) }
    const answered = await ask(rule, book, workspace, period)
    return wanted.map(({ lookup, row, expect, severity, because }) => ({
      name,
      row,
      expect,
      severity,
      because,
      said: answered.get(lookup) ?? { answer: 'absent', severity: '' },
    }))
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

type Wanted = Omit<CaseRow, 'name' | 'said'> & { readonly lookup: string; readonly day: string }

function readLog(path: string): { log: string; wanted: Wanted[] } {
  if (!existsSync(path)) throw new Fault(Exit.data, `${path} is missing`, 'a case is an access-log.csv and its tables')
  const records = recordsOf(path)
  const wanted: Wanted[] = []
  const log = records.map(({ expect, severity, because, ...event }, index) => {
    const about = identify(event)
    if (expect !== undefined && expect !== '') {
      const parsed = Expected.safeParse({ expect, severity, because })
      if (!parsed.success) {
        throw new Fault(Exit.data, `${path}, row ${index + 2}: ${z.prettifyError(parsed.error).split('\n', 1)[0]}`)
      }
      wanted.push({ row: index + 2, ...about, ...parsed.data })
    } else if (!wanted.some((row) => row.lookup === about.lookup)) {
      throw new Fault(Exit.data, `${path}, row ${index + 2} says nothing and belongs to no lookup above it`)
    }
    return event
  })
  if (new Set(wanted.map((row) => row.lookup)).size < wanted.length) {
    throw new Fault(Exit.data, `${path}: a lookup stands twice`, 'leave `expect` of its further events empty')
  }
  return { log: stringify(log, { header: true }), wanted }
}

/** @throws {Fault} 65 without the text of the parser, which quotes the row */
function recordsOf(path: string): Record<string, string>[] {
  try {
    return parse(readFileSync(path), { columns: true })
  } catch (error) {
    const line = error instanceof CsvError && typeof error['lines'] === 'number' ? `, line ${error['lines']}` : ''
    throw new Fault(
      Exit.data,
      `${path}${line}: is no table`,
      'each row has as many columns as the header, and each quotation mark its other',
      error,
    )
  }
}

/** The lookup of an event, worked out apart from the tool's SQL. */
function identify(event: Readonly<Record<string, string>>): { lookup: string; day: string } {
  const { occurred_at: time = '', user_id = '', patient_id: patient = '', care_unit_id: unit = '' } = event
  const isInstant = /(?:Z|[+-]\d\d:\d\d)$/.test(time)
  const day = isInstant ? localDate(new Date(time), 'Europe/Stockholm') : time.slice(0, 10)
  const patient_id = patient === '' ? null : normalisePersonId(patient, day).id
  return { lookup: keyOf({ user_id, patient_id, care_unit_id: unit || null, day }), day }
}

function keyOf(one: Pick<z.infer<typeof AnswerRow>, 'user_id' | 'patient_id' | 'care_unit_id' | 'day'>): string {
  return JSON.stringify([one.user_id, one.patient_id, one.care_unit_id, one.day])
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

const FoundRow = z.object({ lookup_no: z.coerce.number(), severity: z.enum(severities) })

const Read = z.object({
  files: z.array(
    z.object({
      kind: z.string(),
      rows: z.number(),
      stored: z.number(),
      rejects: z.array(z.object({ source_row: z.number(), cause: z.string() })),
    }),
  ),
})

/** Reads the files; each must be taken for the table it is named after, and every row of it stored. */
async function read(workspace: string, paths: readonly string[], covers: string | undefined): Promise<void> {
  let out = ''
  const io: Io = {
    out: (text) => void (out += text),
    err: () => undefined,
    now: () => new Date(),
    env: {},
    input: Readable.from([]),
    columns: undefined,
    osUser: 'rules test',
  }
  const session = new Session(io, { workspace, quiet: true, format: 'json', wait: 0, lang: 'en' }, 'ingest', [])
  await ingest(session, [...paths], covers === undefined ? {} : { covers })
  const { files } = Read.parse(JSON.parse(out))
  const wrong = paths.findIndex((path, place) => {
    const file = files[place]
    const kind = basename(path, '.csv').replace('access-log', 'access')
    return file === undefined || file.kind !== kind || file.stored < file.rows
  })
  if (wrong >= 0) {
    const [first] = files[wrong]?.rejects ?? []
    throw new Fault(
      Exit.data,
      `${paths[wrong]}${first ? `, row ${first.source_row}: ${first.cause.replaceAll('_', ' ')}` : ' is not read whole'}`,
      `every row of a case is read as ${basename(paths[wrong]!, '.csv')}; loggkoll ingest --dry-run shows how a file is read`,
    )
  }
}

async function ask(
  rule: Rule,
  book: readonly Rule[],
  folder: string,
  period: Period,
): Promise<Map<string, CaseRow['said']>> {
  const workspace = openWorkspace(folder)
  const { config } = workspace
  const { on: _, severity, ...parameters } = config.rules[rule.id] ?? {}
  const chosen = { [rule.id]: parameters }
  // A second thread takes longer to start than a case to answer.
  const store = await openStore({ ...workspace, config: { ...config, threads: 1 } }, 0)
  try {
    const settings = { ...config.relation, care_providers: config.care_providers }
    await gradeLookups(store, period, settings, undefined, rule.looks_back(parametersOf(rule, { chosen })))
    const severitiesChosen = severity === undefined ? {} : { [rule.id]: z.enum(severities).parse(severity) }
    const asking = await beginAsking(store, period, { book, parameters: chosen, severities: severitiesChosen })
    await beginFinding(store, [])
    const answer = await runRule(rule, { ...asking, reads_noes: true })
    if (answer.run.outcome === 'failed') {
      throw new Fault(Exit.data, `the query of ${rule.id} fails: ${answer.fault ?? 'no cause is known'}`)
    }
    if (answer.run.outcome === 'not_applicable') return new Map()
    await nameFindings(store, period.from)
    const found = await store.rows('findings/of-lookups', FoundRow)
    const severityOf = new Map(found.map((one) => [one.lookup_no, one.severity]))
    const rows = await store.rows('audit/answers', AnswerRow)
    return new Map(
      rows.map((row) => [
        keyOf(row),
        {
          answer: row.flagged === null ? 'unknown' : row.flagged ? 'flag' : 'clear',
          severity: severityOf.get(row.lookup_no) ?? '',
        } as const,
      ]),
    )
  } finally {
    store.close()
  }
}
