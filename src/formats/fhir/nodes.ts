/** An object of FHIR, as JSON has it; XML is brought into the same form (from-xml.ts). */
export type Node = Readonly<Record<string, unknown>>

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The objects in a value: of a list those in it, of an object itself. Systems write lists of one both ways. */
export function nodes(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.every(isNode) ? value : value.filter(isNode)
  return isNode(value) ? [value] : nothing
}
const nothing: readonly never[] = []

export function firstNode(value: unknown): Node | undefined {
  return nodes(value)[0]
}

/** A text, number or truth as text, tidied; undefined when there is nothing. */
export function textOf(value: unknown): string | undefined {
  if (value === undefined) return undefined
  const one = Array.isArray(value) ? (value as unknown[])[0] : value
  if (typeof one === 'string') return one.trim() || undefined
  return typeof one === 'number' || typeof one === 'boolean' ? String(one) : undefined
}

export interface Coding {
  readonly system: string
  readonly code: string
  readonly display: string | undefined
}

/** The codes of a Coding, a CodeableConcept, or lists of them. */
export function codings(value: unknown): readonly Coding[] {
  const found: Coding[] = []
  if (value !== undefined) addCodings(value, found)
  return found
}

function addCodings(value: unknown, found: Coding[]): void {
  for (const one of nodes(value)) {
    if (one['coding'] !== undefined) {
      if (one['coding'] !== value) addCodings(one['coding'], found)
      continue
    }
    const code = textOf(one['code'])
    if (code !== undefined) found.push({ system: textOf(one['system']) ?? '', code, display: textOf(one['display']) })
  }
}

/** What a code is called: its text, what it shows as, or the code. */
export function wordsOf(value: unknown): string | undefined {
  for (const one of nodes(value)) {
    const text = textOf(one['text'])
    if (text !== undefined) return text
  }
  const [first] = codings(value)
  return first?.display ?? first?.code
}
