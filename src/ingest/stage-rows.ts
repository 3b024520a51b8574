import { z } from 'zod'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { QueryError } from '../store/store-faults.ts'
import type { Store } from '../store/store.ts'
import { blankRows } from './blank-rows.ts'
import { readParquet } from './broken-parquet.ts'
import type { Layout } from './header.ts'
import { parquetText } from './parquet-columns.ts'
import type { PreparedFile, SourceTable } from './prepared-file.ts'
import { constantsOf, fieldsOf } from './profile.ts'

const Reject = z.object({
  source_row: z.coerce.number(),
  cause: z.string(),
  column_number: z.coerce.number().nullable(),
  hidden: z.boolean(),
})
const Count = z.object({ rows: z.coerce.number(), rejected: z.coerce.number() })

/** What DuckDB's reader says of a row that does not fit, in our words. */
const causes: Readonly<Record<string, string>> = {
  missing_columns: 'too_few_columns',
  too_many_columns: 'too_many_columns',
  unquoted_value: 'broken_quotes',
  line_size_over_maximum: 'line_too_long',
  invalid_encoding: 'broken_characters',
  invalid_state: 'broken_quotes',
}

/** What stands around a value and is no part of it: also what a spreadsheet or a web page leaves, and marks of no width. */
const blanks = {
  tab: '\t',
  hard_space: '\u00A0',
  blanks:
    ' \t\n\v\f\r\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u202F\u205F\u2060\u3000\uFEFF',
}

/** The stores that have been told how texts are read: it is the same for every file. */
const readers = new WeakSet<Store>()

export interface Staged {
  /** Rows of the file, the rejected ones included. */
  readonly rows: number
  readonly rejected: number
}

/**
 * Reads the columns of the file that are fields into `staged`, their values without the blanks around them: once, since all
 * that follows asks for them again. The view `raw_row` holds all fields.
 * @throws {Fault} 65 when a quote is never closed: what follows it cannot be told apart, so nothing is read
 */
export async function stageRows(store: Store, file: PreparedFile): Promise<Staged> {
  const { table, shownAs, standard } = file
  if (!readers.has(store)) {
    await store.run('ingest/readers', {}, blanks)
    readers.add(store)
  }
  await store.run('ingest/temp-tables')
  const { source_row, shift } = await stage[table.form](store, file, table as never, fieldsRead(file.layout))
  const { rows, rejected } = await store.row('ingest/count-staged', Count)
  if (rows + rejected === 0 && !standard) {
    throw new Fault(Exit.data, `${shownAs} has a header and no rows`, 'check the period of the export')
  }
  await nameColumns(store, file, source_row, shift ?? '')
  return { rows: rows + rejected, rejected }
}

interface Place {
  /** SQL of the place of a staged row in its file. */
  readonly source_row: string
  /** SQL that joins what the place is worked out from. */
  readonly shift?: string
}
type Csv = SourceTable & { form: 'csv' }
type Stage = (store: Store, file: PreparedFile, table: never, fields: string) => Promise<Place>

const stage: Readonly<Record<SourceTable['form'], Stage>> = {
  csv: stageCsv,
  async numbered(store, { layout }, { path }: SourceTable, fields) {
    const own = ['place', 'cause', 'cause_column']
    const columns = [...own, ...layout.headers.map((_, place) => `c${place}`)].map((name) => `'${name}': 'VARCHAR'`)
    await store.run('ingest/stage-numbered', { path }, { columns: `{${columns.join(', ')}}`, fields })
    return { source_row: 'place::uinteger' }
  },
  async parquet(store, { layout, shownAs }, { path, types }: SourceTable & { form: 'parquet' }, fields) {
    const columns = layout.headers.map(
      (header, place) => `${parquetText({ name: header, type: types[place]! })} as c${place}`,
    )
    await readParquet(shownAs, store.run('ingest/stage-parquet', { path }, { columns: columns.join(', '), fields }))
    return { source_row: '(staged.rowid + 1)::uinteger' }
  },
}

async function stageCsv(store: Store, { layout, shownAs }: PreparedFile, table: Csv, fields: string): Promise<Place> {
  const { path, skip, above, delimiter, maybeBlank } = table
  await store.run('ingest/drop-csv-rejects')
  const columns = layout.headers.map((_, place) => `'c${place}': 'VARCHAR'`)
  await readColumns(
    shownAs,
    store.run('ingest/stage-csv', { path, skip, delimiter }, { columns: `{${columns.join(', ')}}`, fields }),
  )
  const found = await store.rows('ingest/csv-rejects', Reject)
  const rejects = found.map((reject) => ({ ...reject, source_row: reject.source_row + above }))
  const hidden = rejects.find((reject) => reject.hidden)
  if (hidden) {
    throw new Fault(
      Exit.data,
      `${shownAs}, row ${hidden.source_row}: a quotation mark is opened and never closed, so the rows after it cannot be read`,
      'mend that row (a quotation mark inside a value is doubled: "")',
    )
  }
  await store.append(
    'csv_reject',
    rejects.map((reject) => [
      String(reject.source_row),
      causes[reject.cause] ?? 'unreadable',
      reject.cause === 'unquoted_value' ? (layout.headers[(reject.column_number ?? 1) - 1] ?? null) : null,
    ]),
  )
  const blank = maybeBlank ? (await blankRows(path, delimiter)).map((row) => row + above) : []
  const header = above + skip + 1
  const absent = [...rejects.map((reject) => reject.source_row), ...blank.filter((row) => row > header)]
  return placesAround(
    store,
    absent.sort((a, b) => a - b),
    header + 1,
  )
}

/** @throws {Fault} 65 when DuckDB gives up on the whole file, as it does where rows and columns cannot be told apart */
async function readColumns(shownAs: string, reading: Promise<unknown>): Promise<void> {
  try {
    await reading
  } catch (error) {
    if (!(error instanceof QueryError) || !/CSV/.test(error.debugMessage)) throw error
    throw new Fault(
      Exit.data,
      `${shownAs}: its rows and columns cannot be told apart`,
      'export it again; it may have been cut or pasted together',
      error,
    )
  }
}

/** A row that was rejected, or is blank, is not in `staged`; those after it are further down than their rowid says. */
async function placesAround(store: Store, absent: readonly number[], first: number): Promise<Place> {
  if (absent.length === 0) return { source_row: `(staged.rowid + ${first})::uinteger` }
  const skipped = new Map(absent.map((row, before) => [row - first - before, before + 1]))
  await store.run('ingest/row-shifts')
  await store.append(
    'row_shift',
    [...skipped].map((pair) => pair.map(String)),
  )
  return {
    source_row: `(staged.rowid + ${first} + coalesce(skipped, 0))::uinteger`,
    shift: ' asof left join row_shift on staged.rowid >= starts',
  }
}

/** SQL of the fields that the file has columns for. */
function fieldsRead({ places }: Layout): string {
  return [...places].map(([field, columns]) => `${columnOf(columns)} as ${field}`).join(', ')
}

/** The view `raw_row`: what has been staged, and constants from the profile; what the file lacks is NULL. */
async function nameColumns(store: Store, { layout }: PreparedFile, source_row: string, shift: string): Promise<void> {
  const constants = constantsOf(layout.profile)
  const names = Object.keys(constants)
  const columns = [...names, 'nothing'].map((name) => `${name} varchar`)
  await store.run('ingest/constants', {}, { columns: columns.join(', ') })
  await store.append('profile_constant', [[...Object.values(constants), null]])
  const fields = fieldsOf(layout.profile.kind).map((field) => {
    const constant = field in constants ? `(select ${field} from profile_constant)` : undefined
    if (!layout.places.has(field)) return `${constant ?? 'null::varchar'} as ${field}`
    return constant === undefined ? `staged.${field}` : `coalesce(staged.${field}, ${constant}) as ${field}`
  })
  await store.run('ingest/raw-rows', {}, { source_row, fields: fields.join(', '), shift })
}

/** SQL of the columns of a field: one as it stands, several put together with a space. */
function columnOf(places: readonly number[]): string {
  const [first, ...others] = places.map((place) => `tidy(c${place})`)
  return others.length === 0 ? first! : `nullif(concat_ws(' ', ${[first, ...others].join(', ')}), '')`
}
