// SQL of what TypeScript has decided of the distinct values of a column (value-maps.ts), row by row. The rows stand under
// the name `r`.

export const personOf = (column: string): string => `person_${column}.id`
export const personTypeOf = (column: string): string => `person_${column}.type`
export const wordOf = (column: string): string => `code_${column}.word`

export function joinPersons(column: string): string {
  const map = `person_${column}`
  return `left join person_map ${map} on ${map}.field = '${column}' and ${map}.raw = r.${column}`
}

export function joinWords(column: string): string {
  const map = `code_${column}`
  return `left join code_map ${map} on ${map}.field = '${column}' and ${map}.raw = r.${column}`
}
