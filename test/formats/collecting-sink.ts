import type { RecordSink, RecordSource, RecordValues } from '../../src/formats/record.ts'
import type { InputKind } from '../../src/model/reference.ts'

export interface Row {
  readonly kind: InputKind
  readonly place: number
  /** What the reader gave, without the absent fields. */
  readonly values: Readonly<Record<string, string>>
}

interface Reject {
  readonly kind: InputKind
  readonly place: number
  readonly cause: string
  readonly column?: string
}

/** A sink that keeps what a reader finds. */
export interface CollectingSink extends RecordSink {
  readonly rows: Row[]
  readonly rejects: Reject[]
  /** How often each was said. */
  readonly deviations: Record<string, number>
  readonly spans: { readonly from: string; readonly to: string }[]
  /** The pieces after which the reader waited for the disk. */
  readonly flushes: () => number
  /** The values of the rows of a kind, in order. */
  of(kind: InputKind): Readonly<Record<string, string>>[]
}

/** A sink for tests. An empty text is no value: it throws, so that no reader gives one. */
export function collect(): CollectingSink {
  const rows: Row[] = []
  const rejects: Reject[] = []
  const deviations: Record<string, number> = {}
  const spans: { from: string; to: string }[] = []
  let flushes = 0
  return {
    rows,
    rejects,
    deviations,
    spans,
    flushes: () => flushes,
    of: (kind) => rows.filter((row) => row.kind === kind).map((row) => row.values),
    row: (kind, place, values) => void rows.push({ kind, place, values: present(values) }),
    reject: (kind, place, cause, column) =>
      void rejects.push({ kind, place, cause, ...(column === undefined ? {} : { column }) }),
    deviation: (code) => void (deviations[code] = (deviations[code] ?? 0) + 1),
    covers: (from, to) => void spans.push({ from, to }),
    flush: () => Promise.resolve(void flushes++),
  }
}

/** A file that holds a text, given in pieces of a size, or in the pieces themselves. */
export function sourceOf(text: string | Iterable<string>, pieceSize = 65_536, shownAs = 'made-up.txt'): RecordSource {
  const whole = typeof text === 'string' ? piecesOf(text, pieceSize) : text
  return {
    shownAs,
    // oxlint-disable-next-line require-await -- a file comes in pieces over time, a made-up one all at once
    async *text() {
      yield* whole
    },
  }
}

function piecesOf(text: string, size: number): string[] {
  const pieces: string[] = []
  for (let from = 0; from < text.length; from += size) pieces.push(text.slice(from, from + size))
  return pieces
}

function present(values: RecordValues): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) {
    if (value === '') throw new Error(`the field ${name} is empty text; an absent value is undefined`)
    if (value !== undefined) kept[name] = value
  }
  return kept
}
