import { type ColumnKind, type ReferenceKind, type ReferenceTable, referenceTables } from '../model/reference.ts'
import { rowKey, rowTexts } from '../store/row-key.ts'
import type { Store } from '../store/store.ts'
import { givenFields } from './header.ts'
import { joinPersons, joinWords, personOf, wordOf } from './mapped-columns.ts'
import type { PreparedFile } from './prepared-file.ts'
import { sourceNamed } from './profile.ts'
import { mapCodes, mapPersons, type UnknownCode } from './value-maps.ts'

/** Turns the staged rows into rows of a reference table: the temporary tables `incoming` and `exception`. */
export async function readReference(
  store: Store,
  file: PreparedFile,
  kind: ReferenceKind,
  context: { today: string; mode: 'snapshot' | 'upsert'; since?: number | undefined },
): Promise<UnknownCode[]> {
  const table: ReferenceTable = referenceTables[kind]
  const { layout, shownAs } = file
  const unknown: UnknownCode[] = []
  const columns = Object.entries(table.columns)
  const given = givenFields(layout)
  for (const [name, type] of columns) {
    if (!given.has(name)) continue
    if (type === 'person') await mapPersons(store, layout, shownAs, name, 'null::date', context.today)
    if (typeof type === 'object') unknown.push(...(await mapCodes(store, layout, name, type)))
    if (type === 'boolean') unknown.push(...(await mapCodes(store, layout, name, null)))
  }
  const typed = columns.map(
    ([name, type]) => `${given.has(name) ? typedColumn(name, type) : nothingOf(type)} as ${name}`,
  )
  const times = columns.filter(([name, type]) => type === 'time' && given.has(name))
  const joins = columns.filter(([name]) => given.has(name)).map(([name, type]) => joinOf(name, type))
  const faults = columns.flatMap(([name, type]) =>
    rejectTest(name, type, { isGiven: given.has(name), isRequired: table.required.includes(name) }),
  )
  const content = rowTexts(columns.map(([name]) => name))
  const cases = (pick: 'cause' | 'column') =>
    faults.length === 0
      ? 'null::varchar'
      : `case ${faults.map((f) => `when ${f.test} then '${pick === 'cause' ? f.cause : f.column}'`).join(' ')} end`
  await store.run(
    'ingest/incoming-reference',
    {},
    {
      times: times.map(([name]) => `, wall_clock(${name}) as ${timeRead(name)}`).join(''),
      columns: typed.join(', '),
      joins: joins.join(' '),
      reject_cause: cases('cause'),
      reject_column: cases('column'),
      key: rowKey(kind),
      content,
    },
  )
  await store.run('ingest/incoming-rows')
  const compared = { mode: context.mode, kind, source_system: sourceNamed(layout.profile), since: context.since ?? 0 }
  await store.run('ingest/reference-exceptions', compared, { table: kind, content })
  return unknown
}

function typedColumn(name: string, type: ColumnKind): string {
  const text = `r.${name}`
  if (typeof type === 'object') return `coalesce(${wordOf(name)}, ${text})`
  switch (type) {
    case 'text':
      return text
    case 'id':
      return `plain_id(r.${name})`
    case 'person':
      return personOf(name)
    case 'date':
      return `finite(try_cast(left(${text}, 10) as date))`
    case 'time':
      return `finite(r.${timeRead(name)})`
    case 'boolean':
      return `${wordOf(name)}::boolean`
  }
}

/** The column of the time that a text says. */
const timeRead = (name: string): string => `${name}_read`

/** SQL of a column that the file does not hold. */
function nothingOf(type: ColumnKind): string {
  switch (type) {
    case 'date':
      return 'null::date'
    case 'time':
      return 'null::timestamp'
    case 'boolean':
      return 'null::boolean'
    default:
      return 'null::varchar'
  }
}

function joinOf(name: string, type: ColumnKind): string {
  if (type === 'person') return joinPersons(name)
  return type === 'boolean' || typeof type === 'object' ? joinWords(name) : ''
}

function rejectTest(
  name: string,
  type: ColumnKind,
  { isGiven, isRequired }: { readonly isGiven: boolean; readonly isRequired: boolean },
): { test: string; cause: string; column: string }[] {
  const tests = []
  if (isGiven && (type === 'date' || type === 'time')) {
    const test = `r.${name} is not null and ${typedColumn(name, type)} is null`
    tests.push({ test, cause: `impossible_${type}`, column: name })
  }
  if (isRequired) {
    // A number of nothing but marks that are not seen is nobody's.
    const value = type === 'person' && isGiven ? personOf(name) : `r.${name}`
    tests.push({ test: `${value} is null`, cause: 'missing_value', column: name })
  }
  return tests
}
