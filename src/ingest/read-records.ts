import { NumberedCsv } from '../formats/numbered-csv.ts'
import type { ReadingOptions, RecordSink, RecordSource, StandardFormat } from '../formats/record.ts'
import type { InputKind } from '../model/reference.ts'
import type { Layout } from './header.ts'
import type { SourceTable } from './prepared-file.ts'
import { canonicalProfile, fieldsOf } from './profile.ts'
import type { Scratch } from './scratch.ts'

/** What a file of a standard format held: a table for each kind. */
export interface ReadRecords {
  readonly parts: readonly { readonly table: SourceTable; readonly layout: Layout }[]
  readonly deviations: Readonly<Record<string, number>>
  readonly spoken: { readonly from: string; readonly to: string } | undefined
}

/**
 * Reads a file of a standard format into a table for each kind that it holds; an answer without rows is an empty log.
 */
export async function readRecords(
  format: StandardFormat,
  source: RecordSource,
  options: ReadingOptions,
  scratch: Scratch,
): Promise<ReadRecords> {
  const tables = new Map<InputKind, { csv: NumberedCsv; path: string; fields: readonly string[] }>()
  const deviations = new Map<string, number>()
  let spoken: { from: string; to: string } | undefined
  const tableOf = (kind: InputKind) => {
    let table = tables.get(kind)
    if (!table) {
      const path = scratch.path('csv')
      const fields = fieldsOf(kind)
      tables.set(kind, (table = { csv: new NumberedCsv(path, fields), path, fields }))
    }
    return table
  }
  const sink: RecordSink = {
    row(kind, place, values) {
      const { csv, fields } = tableOf(kind)
      csv.row(
        place,
        fields.map((field) => values[field]),
      )
    },
    reject: (kind, place, cause, column) => tableOf(kind).csv.reject(place, cause, column),
    deviation: (code) => void deviations.set(code, (deviations.get(code) ?? 0) + 1),
    covers(from, to) {
      spoken = { from: earlier(spoken?.from, from), to: later(spoken?.to, to) }
    },
    async flush() {
      for (const { csv } of tables.values()) await csv.flush()
    },
  }
  try {
    await format.read(source, sink, options)
    if (tables.size === 0) tableOf(format.kind)
  } finally {
    for (const { csv } of tables.values()) await csv.close()
  }
  const parts = [...tables].map(([kind, { path, fields }]) => ({
    table: { form: 'numbered' as const, path },
    layout: layoutOf(format, kind, fields),
  }))
  return { parts, deviations: Object.fromEntries([...deviations].sort(([a], [b]) => (a < b ? -1 : 1))), spoken }
}

function layoutOf(format: StandardFormat, kind: InputKind, fields: readonly string[]): Layout {
  const profile = {
    ...canonicalProfile(kind),
    profile: format.id,
    description: format.description,
    based_on: format.based_on,
  }
  return { headers: fields, profile, places: new Map(fields.map((field, place) => [field, [place]])), unmapped: [] }
}

function earlier(a: string | undefined, b: string): string {
  return a === undefined || b < a ? b : a
}

function later(a: string | undefined, b: string): string {
  return a === undefined || b > a ? b : a
}
