import type { Layout } from './header.ts'

/** What DuckDB reads. */
export type SourceTable =
  | {
      readonly form: 'csv'
      readonly path: string
      readonly delimiter: string
      readonly skip: number
      /** Rows that stood above these and were cut off (quoted-title.ts). */
      readonly above: number
      /** Whether it may hold blank lines, which count as rows of a spreadsheet and are none. */
      readonly maybeBlank: boolean
    }
  /** The copy of a file that is no CSV (formats/numbered-csv.ts). */
  | { readonly form: 'numbered'; readonly path: string }
  | { readonly form: 'parquet'; readonly path: string; readonly types: readonly string[] }

/** A file, or the part of a file that holds one kind, ready to be read by DuckDB: hashed, in UTF-8, its layout known. */
export interface PreparedFile {
  /** As the user named it; the name that messages and the batch carry. */
  readonly shownAs: string
  readonly sha256: string
  /** The encoding of a text; the form of what is none (`xlsx`, `parquet`, `arrow`). */
  readonly encoding: string
  readonly bytes: number
  readonly table: SourceTable
  readonly layout: Layout
  /** Is it of a standard format? Such a file may be an answer that holds nothing, or that speaks of a few persons only. */
  readonly standard: boolean
  /** What its schema does not allow and was read all the same, counted. */
  readonly deviations: Readonly<Record<string, number>>
  /** The span of time that the source says it speaks for. */
  readonly spoken: { readonly from: string; readonly to: string } | undefined
}

/**
 * What part of the work on a file each step is, as measured: what is no CSV is copied as one, which takes longer than to
 * store it. The bar of progress counts bytes by it.
 */
export const effort = { scan: 0.1, copy: 0.5 } as const

/** The part of the work that is left when a file is prepared. */
export function effortOfStoring({ form }: SourceTable): number {
  return form === 'numbered' ? 1 - effort.scan - effort.copy : 1 - effort.scan
}
