import { isMap, isSeq, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { Exit } from './exit.ts'
import { Fault } from './fault.ts'
import { nearest } from './nearest.ts'

type Place = readonly PropertyKey[]

interface Written {
  /** Where in the file that which was checked stands. */
  readonly at?: Place
  /** The fields that it may have, where the shape does not tell. */
  readonly known?: readonly string[]
  /** For what has none of its own, such as the nearest known field. */
  readonly wayOut?: string
}

/**
 * What a person has written wrong in a YAML file: the line, the field and the cause.
 * @param text the file, to find the line in
 */
export function shapeFault(path: string, text: string, error: z.ZodError, { at = [], known, wayOut }: Written): Fault {
  const { place: inner, message, unknown, missing = [] } = chosen(error.issues)
  const place = [...at, ...inner]
  const field = place.join('.')
  const said = unknown === undefined ? `${field && `${field}: `}${message}` : `there is no field ${field}`
  const meant = unknown === undefined ? undefined : nearest(unknown, known ?? missing)
  return new Fault(
    Exit.config,
    `${path}${lineAt(text, place)}: ${said}`,
    meant === undefined ? wayOut : `did you mean ${meant}?`,
  )
}

/** The line of what a path leads to, as `, line 7`: of what is not there, the line of what it should stand in. */
export function lineAt(text: string, place: Place): string {
  const lines = new LineCounter()
  let node: unknown = parseDocument(text, { lineCounter: lines }).contents
  let offset: number | undefined
  for (const name of place) {
    const pair = isMap(node) ? node.items.find(({ key }) => String(key) === String(name)) : undefined
    const next = isSeq(node) ? node.items[Number(name)] : pair?.value
    const start = rangeOf(pair?.key ?? next)
    if (start === undefined) break
    offset = start
    node = next
  }
  return offset === undefined ? '' : `, line ${lines.linePos(offset).line}`
}

function rangeOf(node: unknown): number | undefined {
  return (node as { range?: readonly number[] | null } | null | undefined)?.range?.[0]
}

interface Chosen {
  readonly place: Place
  readonly message: string
  /** The name of a field that there is none of. */
  readonly unknown?: string
  /** The fields that are missing beside it: it most likely stands for one of them. */
  readonly missing?: readonly string[]
}

/** The one issue that is told: a misspelt field first, for it makes another missing. */
function chosen(issues: readonly z.core.$ZodIssue[]): Chosen {
  const misspelt = issues.find((issue) => issue.code === 'unrecognized_keys')
  if (misspelt) {
    const unknown = misspelt.keys[0]!
    const missing = issues.filter(({ path }) => isIn(path, misspelt.path)).map(({ path }) => String(path.at(-1)))
    return { place: [...misspelt.path, unknown], message: misspelt.message, unknown, missing }
  }
  const [first] = issues
  if (first?.code === 'invalid_union') {
    // Of the forms that it may have, the one that was followed furthest.
    const followed = first.errors.map(chosen).toSorted((a, b) => b.place.length - a.place.length)[0]
    if (followed && followed.place.length > 0) return { ...followed, place: [...first.path, ...followed.place] }
  }
  return { place: first?.path ?? [], message: first?.message ?? 'is not as it should be' }
}

function isIn(path: Place, of: Place): boolean {
  return path.length === of.length + 1 && of.every((name, at) => path[at] === name)
}
