import type { RelationGrade } from './grade.ts'
import type { PacketCase } from './packet.ts'
import type { Verdict } from './review.ts'
import type { Activity } from './vocabulary.ts'

/** A text in both languages. */
export interface Text {
  readonly sv: string
  readonly en: string
}

/** One lookup of a case: a day, from one time to another, what was done, and the care relation that explains it. */
export interface StudyRow {
  readonly day: string
  /** Wall clock, `14:02`. */
  readonly from: string
  readonly to: string
  readonly did: readonly Activity[]
  readonly events: number
  readonly grade: RelationGrade | null
  /** Where the row stands for more than one. */
  readonly lookups?: number
  /** Where it is not the same for the whole case. */
  readonly who?: string | Text
  readonly whose?: string | Text
  readonly unit?: Text
}

/** A case of the self-study: what a reviewer is shown, what is right, and what there is to learn. Everyone is made up. */
export interface StudySource {
  readonly id: string
  readonly truth: 'unjustified' | 'justified' | 'grey'
  /** What chose it. */
  readonly source: 'rules' | 'draw'
  /** From 1 to 5; null for what was drawn. */
  readonly priority: 1 | 2 | 3 | 4 | 5 | null
  /** A member of staff with a title, or several in words. */
  readonly who: { readonly name: string; readonly title: Text } | Text
  /** A patient with one of Skatteverket's test numbers, or several in words. */
  readonly whose: { readonly name: string; readonly number: string } | Text
  readonly masked?: true
  readonly unit: Text
  readonly rows: readonly StudyRow[]
  /** Beyond the rows shown. */
  readonly more?: { readonly lookups: number; readonly events: number }
  /** The rules that ask, with the facts of what they saw. */
  readonly asked: readonly { readonly rule: string; readonly facts: Readonly<Record<string, unknown>> }[]
  readonly against: readonly Text[]
  readonly best: Verdict
  /** Other steps that are right too. */
  readonly right: readonly Verdict[]
  /** Why that step is best. */
  readonly why: Text
  /** What on the card tells it. */
  readonly look: Text
  readonly teaches: Text
}

/** A case of the self-study in the words of its reader, with its answer. */
export interface StudyCase {
  readonly shown: PacketCase
  readonly truth: StudySource['truth']
  readonly best: Verdict
  readonly right: readonly Verdict[]
  readonly why: string
  readonly look: string
  readonly teaches: string
}
