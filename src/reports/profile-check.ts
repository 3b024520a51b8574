import { ingestWords } from '../language/ingest.ts'
import { profileWords } from '../language/profile.ts'
import type { Language } from '../model/language.ts'
import { plainText, textWidth } from './plain-text.ts'

/** What a file would become (ingest/infer/try-file.ts). */
interface Tried {
  readonly file: string
  readonly kind: string
  readonly profile: string
  readonly encoding: string
  readonly rows: number
  readonly stored: number
  readonly duplicate: number
  readonly rejected: number
  readonly conflict: number
  readonly first_rows: readonly { readonly source_row: number; readonly fields: Readonly<Record<string, string>> }[]
  readonly masked: boolean
  readonly unmapped: readonly string[]
  readonly unknown_codes: readonly { readonly field: string; readonly raw: string; readonly events: number }[]
  readonly rejects: readonly { cause: string; column_name: string | null; rows: number; first_row: number }[]
  readonly filled: Readonly<Record<string, number>>
  readonly time_quality: Readonly<Record<string, number>>
}

/** What a person holds against the file to see that the profile is right. */
export function profileCheckReport(tried: Tried, language: Language): string {
  const words = profileWords(language).check
  const read = tried.rows - tried.rejected - tried.conflict
  const counts = (pairs: Readonly<Record<string, number>>, name: (key: string) => string) =>
    Object.entries(pairs).map(([key, rows]): [string, string] => [
      name(key),
      words.count(rows, read > 0 ? rows / read : 0),
    ])
  const ingest = ingestWords(language)
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [`${tried.file}: ${ingest.readAs(tried)}`, [`  ${ingest.sum(tried)}`]],
    [words.rows, rowLines(tried, words)],
    [words.filled, pairLines(counts(tried.filled, (field) => field))],
    ...(Object.keys(tried.time_quality).length > 0
      ? ([[words.quality, pairLines(counts(tried.time_quality, (one) => words.qualities[one] ?? one))]] as const)
      : []),
    [
      words.rejects,
      tried.rejects.map(
        ({ cause, column_name, first_row, rows }) =>
          `  ${ingest.rejectedRows(rows, { source_row: first_row, cause, column_name })}`,
      ),
    ],
    [words.codes, pairLines(tried.unknown_codes.map(({ field, raw, events }) => [`${field}: ${raw}`, String(events)]))],
    [words.unmapped, tried.unmapped.map((header) => `  ${header}`)],
  ]
  return sections
    .map(([heading, lines]) => (lines.length === 0 ? [`${heading}: ${words.none}`] : [heading, ...lines]))
    .map((lines) => `${lines.map(plainText).join('\n')}\n`)
    .join('\n')
}

function rowLines({ first_rows, masked }: Tried, words: ReturnType<typeof profileWords>['check']): string[] {
  if (first_rows.length === 0) return [`  ${words.nothing}`]
  const lines = first_rows.flatMap(({ source_row, fields }) => [
    `  ${words.row(source_row)}`,
    ...pairLines(Object.entries(fields)).map((line) => `  ${line}`),
  ])
  return masked ? [...lines, `  ${words.masked}`] : lines
}

function pairLines(pairs: readonly (readonly [string, string])[]): string[] {
  const width = Math.min(30, Math.max(0, ...pairs.map(([key]) => textWidth(plainText(key)))))
  return pairs.map(([key, value]) => `  ${key}${' '.repeat(Math.max(0, width - textWidth(plainText(key))))}  ${value}`)
}
