import { type EventField, eventFieldNames, eventFields, mandatoryFields } from '../model/event-fields.ts'
import type { Store } from '../store/store.ts'
import { givenFields } from './header.ts'
import { findListViews } from './list-views.ts'
import { joinPersons, joinWords, personOf, personTypeOf, wordOf } from './mapped-columns.ts'
import type { PreparedFile } from './prepared-file.ts'
import { mapCodes, mapPersons, type UnknownCode } from './value-maps.ts'

/** So few rows are made into events once and kept for a while: DuckDB plans that query longer than it works on them. */
const fewRows = 50_000

/**
 * Turns the staged rows into events: the temporary view `incoming`, and the tables `identity` and `exception`.
 * @param rows how many are staged
 */
export async function readEvents(
  store: Store,
  file: PreparedFile,
  rows: number,
  context: { today: string },
): Promise<ReadEvents> {
  const { layout, shownAs } = file
  const given = givenFields(layout)
  const unknown: UnknownCode[] = []
  const { instant, local, day } = timeReaders(layout.profile.time_formats)
  for (const field of eventFieldNames) {
    const { kind, words }: EventField = eventFields[field]
    if (!given.has(field)) continue
    if (kind === 'person') await mapPersons(store, layout, shownAs, field, day, context.today)
    if (kind === 'code' || kind === 'boolean') unknown.push(...(await mapCodes(store, layout, field, words ?? null)))
  }
  await store.run('ingest/zone-shifts', {}, { day })
  const mapped = eventFieldNames.filter((field) => layout.places.has(field)).map((field) => `coalesce(r.${field}, '')`)
  const listViews = await findListViews(store, layout)
  const isKept = rows < fewRows
  const kept_as = isKept ? 'table incoming_row' : 'view incoming'
  await store.run(
    'ingest/incoming-event',
    {},
    { kept_as, instant, local, row_text: mapped.join(', '), ...columnsOf(given), ...listViews.parts },
  )
  if (isKept) await store.run('ingest/incoming-rows')
  await store.run('ingest/identity', {}, { nonconforming })
  await store.run('ingest/event-exceptions', {}, { content })
  return { unknown_codes: unknown, listed: listViews.patients }
}

export interface ReadEvents {
  readonly unknown_codes: readonly UnknownCode[]
  /** So many patients of one user within a second are a list on a screen; 0 where the log cannot show it. */
  readonly listed: number
}

/** SQL of each field of an event, by its name, and of what is joined for them. Of a field that no row can hold, NULL. */
function columnsOf(given: ReadonlySet<string>): Readonly<Record<string, string>> {
  const joins: string[] = []
  const columns: Record<string, string> = { patient_id_type: 'null::varchar' }
  for (const field of eventFieldNames) {
    const { kind }: EventField = eventFields[field]
    if (!given.has(field)) {
      columns[field] = kind === 'boolean' ? 'null::boolean' : 'null::varchar'
    } else if (kind === 'person') {
      joins.push(joinPersons(field))
      columns[field] = personOf(field)
      if (field === 'patient_id') columns['patient_id_type'] = personTypeOf(field)
    } else if (kind === 'code' || kind === 'boolean') {
      joins.push(joinWords(field))
      columns[field] = kind === 'code' ? wordOf(field) : `${wordOf(field)}::boolean`
    } else {
      columns[field] = kind === 'id' ? `plain_id(r.${field})` : `r.${field}`
    }
  }
  return { ...columns, joins: joins.join('\n') }
}

/**
 * SQL that reads a time as an instant, else as wall clock: ISO 8601 by DuckDB's own cast, other forms by the profile's
 * strptime patterns. Patterns with an offset and without are read apart: in one list an offset goes over to other rows.
 */
function timeReaders(formats: readonly string[]): { instant: string; local: string; day: string } {
  if (formats.length === 0) {
    return {
      instant: 'if(has_offset(occurred_at), instant_of(occurred_at), null)',
      local: 'if(has_offset(occurred_at), null, clock_of(occurred_at))',
      day: 'plausible(try_cast(left(occurred_at, 10) as date))',
    }
  }
  const reader = (column: string, chosen: (format: string) => boolean) => {
    const list = formats.filter(chosen).map((format) => `'${format}'`)
    const read = (text: string) => `try_strptime(${text}, [${list.join(', ')}])`
    return list.length === 0 ? 'null' : `coalesce(${read(column)}, ${read(`softened(${column})`)})`
  }
  const zoned = (format: string) => /%z/i.test(format)
  const inUtc = (format: string) => /[^%]Z$/.test(format)
  const instant = (column: string) =>
    `coalesce(${reader(column, zoned)}::timestamptz, timezone('UTC', ${reader(column, inUtc)}::timestamp))`
  const local = (column: string) => `${reader(column, (format) => !zoned(format) && !inUtc(format))}::timestamp`
  return {
    instant: instant('occurred_at'),
    local: local('occurred_at'),
    day: `plausible(coalesce(${local('occurred_at')}, timezone(getvariable('zone'), ${instant('occurred_at')}))::date)`,
  }
}

/** SQL of what a known record id must say again: when, who, from where, what, why, and whose information. */
const content = [
  'occurred_at',
  'user_id',
  'care_unit_id',
  'care_provider_id',
  'activity',
  'purpose',
  'owner_care_unit_id',
  'owner_care_provider_id',
  'break_glass',
  'declared_reason',
  'actor_kind',
]
  .map((field) => `${field}::varchar`)
  .join(', ')

/** SQL that is true of an event that lacks one of the five things the law wants in every row; a login has no patient. */
const lacking: Readonly<Record<(typeof mandatoryFields)[number], string>> = {
  occurred_at: 'occurred_at is null',
  user_id: 'user_id is null',
  care_unit_id: 'care_unit_id is null',
  patient_id: "patient_id is null and activity not in ('login', 'logout')",
  activity: 'activity_raw is null',
}
const nonconforming = mandatoryFields.map((field) => `(${lacking[field]})`).join(' or ')
