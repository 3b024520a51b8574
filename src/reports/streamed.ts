import type { Finding } from '../model/finding.ts'
import type { Severity } from '../model/severity.ts'
import type { Reading } from './reading.ts'

/** What a format may know beside the run. */
export interface Told {
  /** Milliseconds since 1970, when the report is made. */
  readonly now: number
  /** From what severity a finding counts as a failure. */
  readonly failOn: Severity
}

/** A report on its way out: what stands first, what each finding adds, and what stands last. */
export interface Writing {
  readonly head: () => string
  readonly finding: (finding: Finding) => string
  readonly tail: () => string
}

/** A format that is written finding by finding, so that a million of them need no room at once. */
export type StreamedFormat = (reading: Reading, told: Told) => Writing

/** Writes the findings of a run in such a format, in pieces. */
export function* written(writing: Writing, findings: Iterable<Finding>): Generator<string> {
  yield writing.head()
  for (const finding of findings) yield writing.finding(finding)
  yield writing.tail()
}
