import type { InputKind } from '../model/reference.ts'

/** What a record says, by the names of the canonical columns of its kind; an absent field is absent from the source. */
export type RecordValues = Readonly<Record<string, string | undefined>>

/** Takes what a reader finds in a file of a standard format. */
export interface RecordSink {
  /**
   * One row of a kind: for `access` one event, so one record gives a row for each patient and resource.
   * @param place number of the record in its file, from 1; in a file of lines the number of the line
   */
  row(kind: InputKind, place: number, values: RecordValues): void
  /** A record that cannot be read. The cause is a word of `language/ingest.ts`, never what the record says. */
  reject(kind: InputKind, place: number, cause: string, column?: string): void
  /** Something that the schema does not allow and we read all the same: counted and said, never a gate. */
  deviation(code: string): void
  /** The span of time that the source says it speaks for, as ISO 8601. */
  covers(from: string, to: string): void
  /** Waits until what was given is written; a reader calls it after each piece of its file. */
  flush(): Promise<void>
}

/** A file to be read, as UTF-8. */
export interface RecordSource {
  /** The name that messages give it. */
  readonly shownAs: string
  /** Its text in pieces, from the start at each call. */
  text(): AsyncIterable<string>
}

/** What the file does not say and the one who reads it must. */
export interface ReadingOptions {
  /** The patient that an answer to GetAccessLogsForPatient was asked for. */
  readonly patient?: string
}

/** The beginning of a text file. */
export interface Head {
  /** Its first 64 thousand characters. */
  readonly text: string
  /** The first element of an XML file that is not an envelope, and its namespace. */
  readonly root: { readonly name: string; readonly namespace: string } | undefined
}

/** A format that a standard describes: recognised by its content, read without a profile. */
export interface StandardFormat {
  /** The name that `--profile`, the batch and the messages give it. */
  readonly id: string
  readonly description: string
  /** What a file without records is a file of. */
  readonly kind: InputKind
  /** The specification it is read by. */
  readonly based_on: string
  recognises(head: Head): boolean
  /** @throws {Fault} 65 when the file is broken, over a limit, or an answer that holds no log */
  read(source: RecordSource, sink: RecordSink, options: ReadingOptions): Promise<void>
}
