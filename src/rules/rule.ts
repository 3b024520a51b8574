import type { z } from 'zod'
import type { RelationGrade } from '../model/grade.ts'
import type { Language } from '../model/language.ts'
import type { ReferenceKind } from '../model/reference.ts'
import type { Severity } from '../model/severity.ts'
import type { LegalBasis } from './law.ts'

/** What a rule says to people, in one language. */
export interface RuleWords<Facts, Parameters> {
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
  readonly finding: (facts: Facts, parameters: Parameters) => string
}

/** One question to the log. Its SQL is `queries/rules/<id>.sql`, its cases `test/rules/<id>/`, its page `docs/rules/<id>.md`. */
export interface Rule<P extends z.ZodType = z.ZodType, F extends z.ZodType = z.ZodType> {
  readonly id: string
  readonly version: number
  readonly law: readonly [LegalBasis, ...LegalBasis[]]
  /** Each group is a choice: the rule can answer when every group has one table that holds rows. */
  readonly needs: readonly (readonly (ReferenceKind | 'user_person')[])[]
  /** Queries that prepare temporary tables for the rule's own, by name. */
  readonly prepares?: readonly string[]
  readonly parameters: P
  readonly facts: F
  readonly severity: (facts: z.output<F>, grade: RelationGrade | null) => Severity
  /** Does a finding open a case, or only add to one that others open? */
  readonly opens: (facts: z.output<F>, severity: Severity) => boolean
  readonly words: Record<Language, RuleWords<z.output<F>, z.output<P>>>
}

/** Checks one rule's shape where it is written, and keeps its own types. */
export function defineRule<P extends z.ZodType, F extends z.ZodType>(rule: Rule<P, F>): Rule<P, F> {
  return rule
}

// A list of rules holds rules of different facts; each reads its own facts through its own zod shape.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyRule = Rule<any, any>
