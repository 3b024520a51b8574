import { z } from 'zod'
import type { InputKind } from '../../model/reference.ts'
import { createSchema } from '../../store/schema.ts'
import { Store } from '../../store/store.ts'
import { ingestFile, type IngestReport, rejectColumnOf } from '../ingest-file.ts'
import type { PreparedFile } from '../prepared-file.ts'
import { fieldsOf, requiredOfKind } from '../profile.ts'
import { looksPersonal } from './guess-codes.ts'
import { maskFields } from './mask-fields.ts'

const Row = z.record(z.string(), z.string().nullable())
const Counts = z.record(z.string(), z.coerce.number())
const Quality = z.object({ quality: z.string(), rows: z.coerce.number() })
const Cause = z.object({
  cause: z.string(),
  column_name: z.string().nullable(),
  rows: z.coerce.number(),
  first_row: z.coerce.number(),
})

/** What a file would become, had it been ingested. */
export interface TriedFile extends Pick<
  IngestReport,
  | 'file'
  | 'kind'
  | 'profile'
  | 'status'
  | 'encoding'
  | 'rows'
  | 'stored'
  | 'duplicate'
  | 'rejected'
  | 'conflict'
  | 'nonconforming'
> {
  /** The first rows: field → value. */
  readonly first_rows: readonly { readonly source_row: number; readonly fields: Readonly<Record<string, string>> }[]
  readonly masked: boolean
  readonly unmapped: readonly string[]
  readonly unknown_codes: IngestReport['unknown_codes']
  readonly rejects: readonly z.output<typeof Cause>[]
  /** Field that is required → rows that have it, of those that can be read. */
  readonly filled: Readonly<Record<string, number>>
  readonly time_quality: Readonly<Record<string, number>>
}

export interface TryOptions {
  readonly today: string
  readonly zone: string
  /** Where DuckDB may spill. */
  readonly spill: string
  /** So many rows are shown. */
  readonly most: number
  /** Show persons as they are. */
  readonly reveal: boolean
}

/**
 * Reads a file as ingest would, into a store in memory that is thrown away: whatever the profile says of the file, nothing
 * of the workspace is touched, and no number of rejected rows stops it.
 * @throws {Fault} 65 when it cannot be read at all
 */
export async function tryFile(file: PreparedFile, options: TryOptions): Promise<TriedFile> {
  const store = await Store.open({
    path: ':memory:',
    spill: options.spill,
    memory: '2GB',
    threads: 2,
    waitSeconds: 0,
    readable: [file.table.path],
    zone: options.zone,
  })
  try {
    await createSchema(store, options.zone)
    const report = await ingestFile(store, file, {
      today: options.today,
      mode: 'upsert',
      maxRejects: Number.MAX_SAFE_INTEGER,
      dryRun: true,
    })
    return await lookAtIncoming(store, report, { ...options, rejectColumn: rejectColumnOf(file) })
  } finally {
    store.close()
  }
}

async function lookAtIncoming(
  store: Store,
  report: IngestReport,
  options: TryOptions & { readonly rejectColumn: string },
): Promise<TriedFile> {
  const { file, kind, profile, status, encoding, rows, stored, duplicate, rejected, conflict, nonconforming } = report
  const columns = fieldsOf(kind).map((field) => `${textOf(kind, field)} as ${field}`)
  if (kind === 'access') columns.push('local_time::varchar as local_time', 'time_quality')
  const first = await store.rows('profile/first-rows', Row, { most: options.most }, { columns: columns.join(', ') })
  // An activity that is not known is there all the same.
  const counted = (field: string) => (kind === 'access' && field === 'activity' ? 'activity_raw' : field)
  const counts = requiredOfKind(kind)
    .map((field) => `count(${counted(field)}) as ${field}`)
    .join(', ')
  const { rows: _, ...filled } = await store.row('profile/filled', Counts, {}, { counts })
  const qualities = kind === 'access' ? await store.rows('profile/time-quality', Quality) : []
  const rejects =
    rejected + conflict === 0
      ? []
      : await store.rows('profile/reject-causes', Cause, {}, { reject_column: options.rejectColumn })
  return {
    file,
    kind,
    profile,
    status,
    encoding,
    rows,
    stored,
    duplicate,
    rejected,
    conflict,
    nonconforming,
    first_rows: first.map(({ source_row, ...values }) => {
      const filledIn = Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== null)
      const said = Object.fromEntries(filledIn)
      return { source_row: Number(source_row), fields: options.reveal ? said : maskFields(kind, said) }
    }),
    masked: !options.reveal,
    unmapped: report.unmapped,
    unknown_codes: report.unknown_codes.map((code) =>
      !options.reveal && looksPersonal(code.raw) ? { ...code, raw: '****' } : code,
    ),
    rejects,
    filled,
    time_quality: Object.fromEntries(qualities.map(({ quality, rows: events }) => [quality, events])),
  }
}

/** SQL of a field as text; an instant in UTC, whatever the zone of this machine. */
function textOf(kind: InputKind, field: string): string {
  if (kind === 'access' && field === 'occurred_at') {
    return `strftime(timezone('UTC', occurred_at), '%Y-%m-%dT%H:%M:%SZ')`
  }
  return `${field}::varchar`
}
