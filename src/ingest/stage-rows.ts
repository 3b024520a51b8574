import { z } from 'zod'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Store } from '../store/store.ts'
import { blankRows } from './blank-rows.ts'
import { fieldsOf } from './profile.ts'
import type { PreparedFile } from './prepare-file.ts'

const Reject = z.object({
  source_row: z.coerce.number(),
  cause: z.string(),
  column_number: z.coerce.number().nullable(),
  hidden: z.boolean(),
})
const Count = z.object({ rows: z.coerce.number() })

/** What DuckDB's reader says of a row that does not fit, in our words. */
const causes: Readonly<Record<string, string>> = {
  missing_columns: 'too_few_columns',
  too_many_columns: 'too_many_columns',
  unquoted_value: 'broken_quotes',
  line_size_over_maximum: 'line_too_long',
  invalid_encoding: 'broken_characters',
  invalid_state: 'broken_quotes',
}

export interface Staged {
  /** Rows of the file, the rejected ones included. */
  readonly rows: number
  readonly rejected: number
}

/**
 * Reads the file into `staged`, and gives its columns the names of the fields in the view `raw_row`.
 * @throws {Fault} 65 when a quote is never closed: what follows it cannot be told apart, so nothing is read
 */
export async function stageRows(store: Store, file: PreparedFile): Promise<Staged> {
  const { layout, shownAs } = file
  await store.run('ingest/temp-tables')
  await store.run('ingest/drop-csv-rejects')
  const columns = layout.headers.map((_, place) => `'c${place}': 'VARCHAR'`)
  await store.run(
    'ingest/stage-csv',
    { path: file.utf8Path, skip: layout.skip, delimiter: layout.delimiter },
    { columns: `{${columns.join(', ')}}` },
  )
  const rejects = await store.rows('ingest/csv-rejects', Reject)
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
  const { rows } = await store.row('ingest/count-staged', Count)
  if (rows + rejects.length === 0) {
    throw new Fault(Exit.data, `${shownAs} has a header and no rows`, 'check the period of the export')
  }
  const blank = file.scanned.maybeBlank ? await blankRows(file.utf8Path, layout.delimiter) : []
  const absent = [...rejects.map((reject) => reject.source_row), ...blank].sort((a, b) => a - b)
  await nameColumns(store, file, absent)
  return { rows: rows + rejects.length, rejected: rejects.length }
}

/** The view `raw_row`: constants come from the profile, columns that the file lacks are NULL. */
async function nameColumns(store: Store, file: PreparedFile, absentRows: readonly number[]): Promise<void> {
  const { layout } = file
  const { constants, kind } = layout.profile
  const given: Record<string, string> = {
    ...(layout.profile.source_system === undefined ? {} : { source_system: layout.profile.source_system }),
    ...constants,
  }
  const names = Object.keys(given)
  await store.run(
    'ingest/constants',
    {},
    {
      columns: names
        .map((name) => `${name} varchar`)
        .concat('nothing varchar')
        .join(', '),
    },
  )
  await store.append('profile_constant', [[...names.map((name) => given[name] ?? null), null]])
  const fields = fieldsOf(kind).map((field) => {
    const place = layout.places.get(field)
    const column = place === undefined ? 'null::varchar' : `c${place}`
    if (!(field in given)) return `${column} as ${field}`
    const constant = `(select ${field} from profile_constant)`
    return place === undefined ? `${constant} as ${field}` : `coalesce(${column}, ${constant}) as ${field}`
  })
  const first = 2 + layout.skip
  // A row that was rejected, or is blank, is not in `staged`; those after it are further down than their rowid says.
  const shift = absentRows.length === 0 ? '' : ' asof left join row_shift on staged.rowid >= starts'
  if (shift) {
    const skipped = new Map(absentRows.map((row, before) => [row - first - before, before + 1]))
    await store.run('ingest/row-shifts')
    await store.append(
      'row_shift',
      [...skipped].map((pair) => pair.map(String)),
    )
  }
  await store.run(
    'ingest/raw-rows',
    {},
    {
      source_row: shift ? `(staged.rowid + ${first} + coalesce(skipped, 0))::uinteger` : `(rowid + ${first})::uinteger`,
      fields: fields.join(', '),
      shift,
    },
  )
}
