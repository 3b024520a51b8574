import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { nearest } from '../model/nearest.ts'
import { addDays, localDate, type Period } from '../model/period.ts'
import { normalisePersonId } from '../model/person-id.ts'
import { referenceKinds } from '../model/reference.ts'
import { severities } from '../model/severity.ts'

/** What a rule is to answer of a lookup; `part` is one whose answer stands with another lookup, of the same user or patient. */
const answers = ['flag', 'clear', 'unknown', 'absent', 'part'] as const

/** The last columns of a case's log. */
const Expected = z.strictObject({
  expect: z.enum(answers),
  severity: z.union([z.enum(severities), z.literal('')]),
  because: z.string().regex(/^([A-Z].+\.)?$/s, 'is no sentence'),
})
export type Expected = z.infer<typeof Expected>

/** What the log of a case says of one lookup. */
interface Wanted extends Expected {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number
  readonly lookup: string
  readonly day: string
}

/** A case of a rule, as it lies in its folder (rule-cases.ts says what is what). */
interface WrittenCase {
  /** The log without its last columns. */
  readonly log: string
  readonly wanted: readonly Wanted[]
  /** The paths of its reference tables. */
  readonly tables: readonly string[]
  readonly covers: string | undefined
  /** The days asked about; it may only be asked once the log was read, which says what is no time. */
  readonly period: () => Period
  readonly settings: { readonly path: string; readonly text: string } | undefined
}

/** The name of the log of a case. */
export const caseLog = 'access-log.csv'

/** @throws {Fault} 65 when it is not as it should be */
export function readCase(folder: string): WrittenCase {
  const { log, wanted } = readLog(join(folder, caseLog))
  const beside = (file: string): string | undefined =>
    existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : undefined
  const days = wanted.map(({ day }) => day).toSorted()
  const asked = beside('period.txt')
  const period = asked === undefined ? undefined : parsePeriod(asked, join(folder, 'period.txt'))
  const settings = beside('settings.yaml')
  return {
    log,
    wanted,
    tables: tablesIn(folder),
    covers: beside('covers.txt'),
    period: () => period ?? { from: days[0]!, to: addDays(days.at(-1)!, 1) },
    settings: settings === undefined ? undefined : { path: join(folder, 'settings.yaml'), text: settings },
  }
}

function parsePeriod(text: string, path: string): Period {
  const [from, to] = text.split('..').map((day) => z.iso.date().safeParse(day).data)
  if (from !== undefined && to !== undefined && from < to) return { from, to }
  throw new Fault(
    Exit.data,
    `${path}: is no period`,
    'write it as 2026-03-01..2026-04-01, with the day after the last one',
  )
}

function tablesIn(folder: string): string[] {
  const tables = readdirSync(folder).filter((file) => file.endsWith('.csv') && file !== caseLog)
  const none = tables.find((file) => !(referenceKinds as readonly string[]).includes(basename(file, '.csv')))
  if (none === undefined) return tables.map((file) => join(folder, file))
  const near = nearest(basename(none, '.csv'), referenceKinds)
  throw new Fault(
    Exit.data,
    `${join(folder, none)} is named after no table`,
    near ? `did you mean ${near}.csv?` : `tables: ${referenceKinds.join(', ')}`,
  )
}

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
  return { lookup: lookupKey({ user_id, patient_id, care_unit_id: unit || null, day }), day }
}

/** By what a lookup is known: whose it is, of whose record, at which unit, on which day. */
export function lookupKey(one: {
  readonly user_id: string
  readonly patient_id: string | null
  readonly care_unit_id: string | null
  readonly day: string
}): string {
  return JSON.stringify([one.user_id, one.patient_id, one.care_unit_id, one.day])
}
