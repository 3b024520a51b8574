import { numberText } from './number-text.ts'

/**
 * Gives the values of a record by the names of their columns: what lies in an object in it is named `outer.inner`, scalars
 * in a list are joined with `; `, and any other list stands as JSON. How deep they may lie is the reader's to limit.
 */
export function flatten(record: object, put: (name: string, text: string) => void, prefix = ''): void {
  for (const [key, value] of Object.entries(record) as [string, unknown][]) {
    if (isObject(value)) flatten(value, put, `${prefix}${key}.`)
    else if (value !== null) put(prefix + key, Array.isArray(value) ? listText(value) : scalarText(value))
  }
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listText(list: readonly unknown[]): string {
  const present = list.filter((value) => value !== null)
  return present.some((value) => typeof value === 'object') ? JSON.stringify(list) : present.map(scalarText).join('; ')
}

function scalarText(value: unknown): string {
  return typeof value === 'number' ? numberText(value) : String(value)
}
