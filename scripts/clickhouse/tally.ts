import Table from 'cli-table3'
import { duckdbOnly } from './duckdb-only.ts'
import type { Heard } from './listen.ts'

interface Line {
  cases: number
  rows: number
  same: number
  different: number
  /** Cases that ClickHouse could not run, with the last cause. */
  barred: number
  cause: string
  example: string
}

/** What both engines said, by rule and by table made for rules. */
export class Tally {
  readonly #lines = new Map<string, Line>()

  hear(name: string, { rows, difference, cause }: Heard): void {
    const line = this.#lines.get(name) ?? {
      cases: 0,
      rows: 0,
      same: 0,
      different: 0,
      barred: 0,
      cause: '',
      example: '',
    }
    this.#lines.set(name, line)
    line.cases++
    if (difference === undefined) {
      line.barred++
      line.cause = (cause ?? '').split('\n', 1)[0]!
    } else if (difference.duckdb.length + difference.clickhouse.length === 0) {
      line.same++
      line.rows += rows
    } else {
      line.different++
      line.rows += rows
      line.example ||= `DuckDB ${difference.duckdb[0] ?? '–'}\n  ClickHouse ${difference.clickhouse[0] ?? '–'}`
    }
  }

  /** The lines as a table; `kind` says what they are. */
  table(kind: string): string {
    const table = new Table({
      head: [kind, 'cases', 'rows', 'same', 'different', 'not run'],
      colAligns: ['left', 'right', 'right', 'right', 'right', 'right'],
      style: { head: [], border: [], compact: true },
    })
    for (const [name, line] of this.#lines) {
      table.push([name, line.cases, line.rows, line.same, line.different, line.barred])
    }
    return table.toString()
  }

  /** What is not as it should be, in words; a table that only DuckDB makes is to be one that ClickHouse cannot. */
  faults(): string[] {
    return [...this.#lines].flatMap(([name, line]) => {
      const table = name.split(' ').at(-1)!
      if (table in duckdbOnly) {
        return line.different + line.barred > 0 ? [] : [`${name} runs after all: take it out of duckdb-only.ts`]
      }
      if (line.different > 0) return [`${name} differs in ${line.different} cases:\n  ${line.example}`]
      if (line.barred > 0) return [`${name} does not run: ${line.cause}`]
      return []
    })
  }
}
