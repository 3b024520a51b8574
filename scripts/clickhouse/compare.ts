import type { Column } from './columns.ts'

/** Rows that only one of the two engines gave, as texts. */
export interface Difference {
  readonly duckdb: readonly string[]
  readonly clickhouse: readonly string[]
}

/** Compares two answers row by row, in whatever order the rows and the items of their lists come. */
export function compareRows(
  columns: readonly Column[],
  duckdb: readonly (readonly unknown[])[],
  clickhouse: readonly (readonly unknown[])[],
  leftOut: ReadonlySet<string>,
): Difference {
  const text = (row: readonly unknown[]): string => canonical(row, columns, leftOut)
  const [one, other] = [duckdb.map(text), clickhouse.map(text)]
  return { duckdb: without(one, other), clickhouse: without(other, one) }
}

/** What is left of the rows when each of the others has taken away one like itself. */
function without(rows: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const row of others) left.set(row, (left.get(row) ?? 0) + 1)
  return rows.filter((row) => {
    const count = left.get(row) ?? 0
    left.set(row, count - 1)
    return count <= 0
  })
}

function canonical(row: readonly unknown[], columns: readonly Column[], leftOut: ReadonlySet<string>): string {
  if (row.length !== columns.length) throw new Error(`${row.length} columns in place of ${columns.length}`)
  const cells = columns.map(({ name, type }, place) => [name, value(row[place], type)] as const)
  return JSON.stringify(Object.fromEntries(cells.filter(([name]) => !leftOut.has(name))))
}

function value(given: unknown, type: string): unknown {
  if (type.endsWith('[]')) {
    // ClickHouse has no list that is NULL
    const items = ((given ?? []) as readonly unknown[]).map((item) => value(item, type.slice(0, -2)))
    return items.toSorted((a, b) => (String(a) < String(b) ? -1 : 1))
  }
  if (given === null || given === undefined) return null
  const text = typeof given === 'string' ? given : JSON.stringify(given)
  if (type === 'BOOLEAN') return text === 'true' || text === '1'
  // the last digits depend on the order in which numbers were added
  if (/^(DOUBLE|DECIMAL)/.test(type)) return Number(Number(text).toPrecision(12))
  if (type.startsWith('TIMESTAMP')) return text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
  return text
}
