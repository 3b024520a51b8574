import type { StreamedFormat, Writing } from './streamed.ts'

// JSON leaves these as they are, and a terminal would act on them.
const unsafe = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** The document of a run as it is, one JSON document. */
export const json: StreamedFormat = ({ report }) => {
  const { findings: _, ...head } = report.document
  return jsonList(head, 'findings')
}

/** One JSON document that ends in a list. */
export function jsonList(head: object, name: string): Writing<object> {
  let isFirst = true
  return {
    head: () => escaped(JSON.stringify(head, null, 2)).replace(/\n\}$/, `,\n  "${name}": [`),
    finding: (one) => {
      const comma = isFirst ? '' : ','
      isFirst = false
      return `${comma}\n${escaped(JSON.stringify(one, null, 2)).replace(/^/gm, '    ')}`
    },
    tail: () => (isFirst ? ']\n}\n' : '\n  ]\n}\n'),
  }
}

/** One JSON document a line: the run with its denominators first, since no findings is not all clear; then each finding. */
export const ndjson: StreamedFormat = ({ report }) => ({
  head: () => {
    const { findings: _, ...head } = report.document
    return line(head)
  },
  finding: line,
  tail: () => '',
})

/** An object as one line of JSON. */
export function line(one: object): string {
  return `${escaped(JSON.stringify(one))}\n`
}

/** JSON in which no character is left that a terminal would act on. */
export function escaped(json: string): string {
  return json.replace(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
