import { nestedColumnFault } from '../formats/table/nested-column.ts'

interface ParquetColumn {
  readonly name: string
  /** As DuckDB names it. */
  readonly type: string
}

/** SQL of a Parquet column as text, as the Arrow reader writes it (formats/table/arrow-columns.ts). */
export function parquetText({ name, type }: ParquetColumn): string {
  const column = `"${name.replaceAll('"', '""')}"`
  // An instant is written in UTC, not in the zone of this machine.
  if (type === 'TIMESTAMP WITH TIME ZONE') return `strftime(timezone('UTC', ${column}), '%Y-%m-%dT%H:%M:%S.%fZ')`
  if (type === 'DOUBLE' || type === 'FLOAT') return floatText(column)
  if (type.startsWith('DECIMAL')) {
    return `if(${column} = trunc(${column}), ${column}::hugeint::varchar, rtrim(${column}::varchar, '0'))`
  }
  return `${column}::varchar`
}

/**
 * A whole number is its digits: identity numbers in a column with gaps are often kept as fractions. Those beyond 2^53 have
 * lost digits and get an exponent, which says so; from 10^16 on DuckDB writes one of itself.
 */
function floatText(column: string): string {
  return `case
    when isnan(${column}) then null
    when ${column} = trunc(${column}) and abs(${column}) < 9007199254740992 then ${column}::bigint::varchar
    when abs(${column}) between 9007199254740992 and 9999999999999999
      then regexp_replace(format('{:.15e}', ${column}::double), '[.]?0+e', 'e')
    else ${column}::varchar
  end`
}

/** @throws {Fault} 65 naming the first column whose values are no single ones (lists, records, maps) */
export function refuseNested(columns: readonly ParquetColumn[], shownAs: string): void {
  const nested = columns.find(({ type }) => /^(?:STRUCT|MAP|UNION|VARIANT)\b|\]$/.test(type))
  if (nested) throw nestedColumnFault(shownAs, nested.name, nested.type)
}
