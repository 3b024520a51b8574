/** A remark as its sentence needs it: the subject is in words already. */
export interface Told {
  /** The subject as a code. */
  readonly code: string
  readonly subject: string
  readonly part: number
  readonly whole: number | null
  readonly facts: Readonly<Record<string, string | number>>
  /** Titles of the rules that it concerns. */
  readonly rules: readonly string[]
}
