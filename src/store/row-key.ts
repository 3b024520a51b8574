import { type ReferenceKind, type ReferenceTable, referenceTables } from '../model/reference.ts'

/** SQL of what says that two rows speak of the same thing; a contact or block without an id is known by all of it. */
export function rowKey(kind: ReferenceKind): string {
  const table: ReferenceTable = referenceTables[kind]
  const [first] = table.key
  if (table.key.length > 1 || first === undefined || table.required.includes(first)) return rowTexts(table.key)
  return `if(${first} is null, concat_ws(chr(31), ${rowTexts(Object.keys(table.columns))}), ${first})`
}

/** SQL of columns as texts, so that a missing value differs from an empty one. */
export function rowTexts(names: readonly string[]): string {
  return names.map((name) => `coalesce(${name}::varchar, chr(30))`).join(', ')
}
