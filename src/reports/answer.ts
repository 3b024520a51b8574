import { arrowStream, type Column, type ColumnKind } from './arrow.ts'
import { escaped, line } from './json.ts'
import { listTable } from './list-table.ts'
import type { ListFormat } from './lists.ts'

/** What a query gave: columns with DuckDB's names of their types, and rows. */
export interface AnswerTable {
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly rows: readonly (readonly unknown[])[]
  /** Are there more rows than these? */
  readonly isCut: boolean
}

/** `query`: the rows of an answer. @param name of a saved query, or null */
export function answerText(
  { columns, rows, isCut }: AnswerTable,
  name: string | null,
  format: ListFormat,
  width?: number,
): string | Promise<Uint8Array> {
  const objects = () => rows.map((row) => Object.fromEntries(columns.map((column, place) => [column.name, row[place]])))
  switch (format) {
    case 'json':
      return `${escaped(JSON.stringify({ schema: 'loggkoll/query/1', query: name, columns, cut: isCut, rows: objects() }, null, 2))}\n`
    case 'ndjson':
      return objects().map(line).join('')
    case 'arrow':
      return arrowStream(columns.map(typed), rows)
    default:
      return listTable(
        columns.map((column) => column.name),
        rows.map((row) => row.map(cellText)),
        format,
        width,
      )
  }
}

/** DuckDB's type → the kind of column. Sums are wider than whole numbers of 64 bits, and become floating ones. */
const kinds: readonly (readonly [RegExp, ColumnKind])[] = [
  [/^U?(TINY|SMALL)INT$|^U?INTEGER$|^BIGINT$/, 'whole'],
  [/^(U?HUGEINT|UBIGINT|FLOAT|DOUBLE|DECIMAL.*)$/, 'decimal'],
  [/^BOOLEAN$/, 'yes_no'],
  [/^DATE$/, 'day'],
  [/^TIMESTAMP$/, 'time'],
  [/^TIMESTAMP WITH TIME ZONE$/, 'instant'],
  [/^VARCHAR\[\]$/, 'texts'],
]

function typed({ name, type }: AnswerTable['columns'][number], place: number): Column<readonly unknown[]> {
  const kind = kinds.find(([pattern]) => pattern.test(type))?.[1] ?? 'text'
  return {
    name,
    kind,
    of: (row) => {
      const value = row[place]
      return kind === 'text' ? (value === null ? null : cellText(value)) : (value as string | number | boolean | null)
    },
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
