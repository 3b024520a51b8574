import type { InputKind } from '../../model/reference.ts'
import type { CodeGuesses } from './guess-codes.ts'
import type { Seen } from './value-fit.ts'

export type Sureness = 'certain' | 'likely' | 'guess'

/** Something about a column that a person should look at before the draft is used; words in language/profile.ts. */
export type ColumnNote =
  | 'day_or_month'
  | 'epoch_seconds'
  | 'epoch_milliseconds'
  | 'month_names'
  | 'no_clock'
  | 'names_for_ids'
  | 'personal_numbers_for_ids'
  | 'no_personal_numbers'
  | 'scientific_notation'
  | 'not_iso'
  | 'values_disagree'

/** A field of the tool, and the column or columns that hold it. */
export interface ColumnProposal {
  readonly field: string
  readonly headers: readonly string[]
  readonly sureness: Sureness
  /** How much of the header speaks for it. */
  readonly header: 'exact' | 'partial' | 'none'
  /** What the values are, and the share of those filled. */
  readonly seen: Seen | undefined
  readonly share: number
  readonly filled: number
  readonly notes: readonly ColumnNote[]
}

/** Why a column is no field. */
export interface LeftColumn {
  readonly header: string
  readonly why: 'empty' | 'unknown' | 'taken' | 'twice' | 'nameless'
  /** The field that it looks like, where another column is that field. */
  readonly field: string | undefined
}

/** What a file seems to be, before a person has looked. */
export interface ProfileProposal {
  readonly kind: InputKind
  readonly kindSureness: Sureness | 'given'
  /** The next best kind, where it fits nearly as well. */
  readonly otherKind: InputKind | undefined
  /** Rows looked at. */
  readonly rows: number
  readonly columns: readonly ColumnProposal[]
  readonly left: readonly LeftColumn[]
  readonly lacks: readonly string[]
  readonly timeFormats: readonly string[]
  readonly codes: Readonly<Record<string, CodeGuesses>>
  readonly delimiter: string | undefined
}
