import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { beginFinding, nameFindings } from '../audit/findings.ts'
import { gradeLookups } from '../audit/grade-lookups.ts'
import { beginAsking } from '../audit/run-audit.ts'
import { parametersOf, runRule } from '../audit/run-rule.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Period } from '../model/period.ts'
import { severities } from '../model/severity.ts'
import type { Rule } from '../rules/rule.ts'
import { parseConfig } from '../workspace/config.ts'
import { makeWorkspace, openStore, openWorkspace } from '../workspace/workspace.ts'
import { ingest } from './ingest.ts'
import type { Io } from './io.ts'
import { ruleSettings } from './rule-settings.ts'
import { Session } from './session.ts'
import { caseLog, type Expected, lookupKey, readCase } from './written-case.ts'

export interface CaseRow extends Expected {
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
  const { log, wanted, tables, covers, period, settings } = readCase(folder)
  // Read where they lie first, so that a fault names that and not the copy.
  const given = settings && ruleSettings(parseConfig(settings.text, settings.path).rules, book, settings.path)
  const place = mkdtempSync(join(tmpdir(), 'loggkoll-case-'))
  try {
    const workspace = join(place, 'workspace')
    cpSync(empty, workspace, { recursive: true })
    if (settings) writeFileSync(join(workspace, 'loggkoll.yaml'), settings.text)
    const path = join(place, caseLog)
    writeFileSync(path, log)
    await read(workspace, [path, ...tables], covers).catch((error: unknown) => {
      if (!(error instanceof Fault)) throw error
      // What is read is a copy of the log without its last columns; the person has the one that it was made from.
      const said = error.message.replaceAll(path, join(folder, caseLog))
      throw new Fault(Exit.data, said.replace(/^--covers/, join(folder, 'covers.txt')), error.wayOut, error)
    })
    const answered = await ask(rule, book, workspace, { period: period(), given: given ?? noSettings })
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

const noSettings: ReturnType<typeof ruleSettings> = { parameters: {}, severities: {} }

async function ask(
  rule: Rule,
  book: readonly Rule[],
  folder: string,
  { period, given }: { readonly period: Period; readonly given: typeof noSettings },
): Promise<Map<string, CaseRow['said']>> {
  const workspace = openWorkspace(folder)
  const { config } = workspace
  // A second thread takes longer to start than a case to answer.
  const store = await openStore({ ...workspace, config: { ...config, threads: 1 } }, 0)
  try {
    const settings = { ...config.relation, care_providers: config.care_providers }
    const lookBack = rule.looks_back(parametersOf(rule, { chosen: given.parameters }))
    await gradeLookups(store, period, settings, undefined, lookBack)
    const asking = await beginAsking(store, period, { book, ...given })
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
        lookupKey(row),
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
