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
export interface Writing<One = Finding> {
  readonly head: () => string
  readonly finding: (finding: One) => string
  readonly tail: () => string
}

/** A format that is written finding by finding, so that a million of them need no room at once. */
export type StreamedFormat = (reading: Reading, told: Told) => Writing

/** Writes a list in such a format, in pieces. */
export async function* written<One>(writing: Writing<One>, list: AsyncIterable<One>): AsyncGenerator<string> {
  yield writing.head()
  for await (const one of list) yield writing.finding(one)
  yield writing.tail()
}
