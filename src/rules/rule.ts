import type { z } from 'zod'
import type { Subject } from '../model/finding.ts'
import type { RelationGrade } from '../model/grade.ts'
import type { Language } from '../model/language.ts'
import type { ReferenceKind } from '../model/reference.ts'
import type { Severity } from '../model/severity.ts'
import type { LegalBasis } from './law.ts'
import type { RuleFile } from './rule-file.ts'

/** The facts of a finding, or the parameters of a rule, by name. */
export type Values = Readonly<Record<string, unknown>>

/** What a rule says to people, in one language. */
export interface RuleWords {
  /** The rule's name in a heading. */
  readonly title: string
  /** The question put to the log. */
  readonly question: string
  readonly why: string
  /** What to ask the employee. */
  readonly ask: string
  /** Legitimate explanations that are common. */
  readonly explanations: readonly string[]
  readonly misses: string
  /** The sentence of one finding. */
  readonly finding: (facts: Values, parameters: Values) => string
}

export interface OwnQuery {
  readonly sql: string
  readonly sha256: string
  readonly barred: string | undefined
}

/** A query that prepares temporary tables, and the rule whose parameters it goes by. */
interface Preparation {
  readonly query: string
  readonly of: string
}

/**
 * One question to the log, read from `<id>.yaml` (rule-file.ts). Its SQL is `queries/rules/<id>.sql`, its cases
 * `test/rules/<id>/`, its page `docs/rules/<id>.md`; a workspace's own rules have all of it in one folder.
 */
export interface Rule {
  readonly id: string
  readonly version: number
  /** Is it asked unless the workspace says otherwise? */
  readonly on: boolean
  readonly law: readonly LegalBasis[]
  /** Each group is a choice: the rule can answer when every group has one table that holds rows. */
  readonly needs: readonly (readonly (ReferenceKind | 'user_person')[])[]
  readonly prepares: readonly Preparation[]
  /** What one finding, and the case that it goes to, is about. */
  readonly subject: Subject
  /** Does an answer rest on several lookups, listed in the column `lookups` of its query? */
  readonly gathers: boolean
  /** Does its query give one answer to each graded lookup? */
  readonly each_lookup: boolean
  /** The fact by which cases of one subject are told apart: one case for each user and provider. */
  readonly case_by: string | undefined
  /** Does the answer depend on who opened whom, and from what is it read? Only from lookups can it be asked by chance. */
  readonly pairs: 'lookups' | 'events' | 'none'
  /** Days before the period that the query looks back on. */
  readonly looks_back: (parameters: Values) => number
  readonly parameters: z.ZodType<Values>
  readonly facts: z.ZodType<Values>
  readonly severity: (facts: Values, grade: RelationGrade | null) => Severity
  /** Does a finding open a case, or only add to one that others open? */
  readonly opens: (facts: Values, severity: Severity) => boolean
  readonly words: Record<Language, RuleWords>
  /** As it is written. */
  readonly file: RuleFile
  /** Of the workspace: the text of its query, its fingerprint (fingerprint.ts), and why it may not be asked as it stands. */
  readonly own: OwnQuery | undefined
}
