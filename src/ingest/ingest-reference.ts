import { type ColumnKind, type ReferenceKind, type ReferenceTable, referenceTables } from '../model/reference.ts'
import { rowKey, rowTexts } from '../store/row-key.ts'
import type { Store } from '../store/store.ts'
import type { PreparedFile } from './prepared-file.ts'
import { mapCodes, mapPersons, type UnknownCode } from './value-maps.ts'

/** Turns the staged rows into rows of a reference table: the temporary tables `incoming` and `exception`. */
export async function readReference(
  store: Store,
  file: PreparedFile,
  kind: ReferenceKind,
  context: { today: string; mode: 'snapshot' | 'upsert' },
): Promise<UnknownCode[]> {
  const table: ReferenceTable = referenceTables[kind]
  const { layout, shownAs } = file
  const unknown: UnknownCode[] = []
  for (const [name, type] of Object.entries(table.columns)) {
    if (!layout.places.has(name)) continue
    if (type === 'person') await mapPersons(store, layout, shownAs, name, 'null::date', context.today)
    if (typeof type === 'object') unknown.push(...(await mapCodes(store, layout, name, type)))
    if (type === 'boolean') unknown.push(...(await mapCodes(store, layout, name, null)))
  }
  const names = Object.keys(table.columns)
  const typed = names.map((name) => `${typedColumn(name, table.columns[name]!)} as ${name}`)
  const joins = names.map((name) => joinOf(name, table.columns[name]!)).join(' ')
  const faults = names.flatMap((name) => rejectTest(name, table.columns[name]!, table.required.includes(name)))
  const cases = (pick: 'cause' | 'column') =>
    faults.length === 0
      ? 'null::varchar'
      : `case ${faults.map((f) => `when ${f.test} then '${pick === 'cause' ? f.cause : f.column}'`).join(' ')} end`
  await store.run(
    'ingest/incoming-reference',
    {},
    {
      columns: typed.join(', '),
      joins,
      reject_cause: cases('cause'),
      reject_column: cases('column'),
      key: rowKey(kind),
      content: rowTexts(names),
    },
  )
  await store.run('ingest/reference-exceptions', { mode: context.mode }, { table: kind, content: rowTexts(names) })
  return unknown
}

function typedColumn(name: string, type: ColumnKind): string {
  const text = `trim(r.${name})`
  if (typeof type === 'object') return `coalesce(code_${name}.word, tidy(r.${name}))`
  switch (type) {
    case 'text':
      return `nullif(${text}, '')`
    case 'id':
      return `plain_id(r.${name})`
    case 'person':
      return `person_${name}.id`
    case 'date':
      return `finite(try_cast(nullif(left(${text}, 10), '') as date))`
    case 'time':
      return `finite(if(has_offset(${text}), timezone(getvariable('zone'), try_cast(${text} as timestamptz)), try_cast(nullif(${text}, '') as timestamp)))`
    case 'boolean':
      return `code_${name}.word::boolean`
  }
}

function joinOf(name: string, type: ColumnKind): string {
  if (type === 'person')
    return `left join person_map person_${name} on person_${name}.field = '${name}' and person_${name}.raw = r.${name}`
  if (type === 'boolean' || typeof type === 'object') {
    return `left join code_map code_${name} on code_${name}.field = '${name}' and code_${name}.raw = tidy(r.${name})`
  }
  return ''
}

function rejectTest(
  name: string,
  type: ColumnKind,
  required: boolean,
): { test: string; cause: string; column: string }[] {
  const filled = `trim(r.${name}) <> ''`
  const tests = []
  if (type === 'date' || type === 'time') {
    tests.push({ test: `${filled} and ${typedColumn(name, type)} is null`, cause: `impossible_${type}`, column: name })
  }
  if (required) tests.push({ test: `coalesce(trim(r.${name}), '') = ''`, cause: 'missing_value', column: name })
  return tests
}
