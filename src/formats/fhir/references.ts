import { limits } from '../limits.ts'
import { firstNode, type Node, nodes, textOf } from './nodes.ts'

/** Resources that say who someone is. */
const kinds = [
  'Practitioner',
  'PractitionerRole',
  'Patient',
  'RelatedPerson',
  'Organization',
  'Device',
  'Location',
  'Person',
]
const kept = new Set(kinds)

/** Marks of a text, as JSON or XML, that holds one of them. */
export const referencedMarks = {
  json: new RegExp(`"resourceType"\\s*:\\s*"(?:${kinds.join('|')})"`),
  xml: new RegExp(`<(?:\\w+:)?(?:${kinds.join('|')})[\\s>/]`),
} as const

export function isReferenced(resourceType: string): boolean {
  return kept.has(resourceType)
}

/** The resources of a file that its events refer to, reduced to who they are. */
export class References {
  readonly #known = new Map<string, Node>()

  /** Keeps a resource under its id and its full address; beyond the limit the rest stays unresolved. */
  add(resource: Node, fullUrl: string | undefined): void {
    const type = textOf(resource['resourceType'])
    if (type === undefined || !kept.has(type) || this.#known.size >= limits.referenced) return
    const { identifier, name, practitioner, organization, partOf, deviceName, patient } = resource
    const reduced = { resourceType: type, identifier, name, practitioner, organization, partOf, deviceName, patient }
    const id = textOf(resource['id'])
    if (id !== undefined) this.#known.set(`${type}/${id}`, reduced)
    if (fullUrl !== undefined) this.#known.set(fullUrl, reduced)
  }

  /** What a Reference stands for: in the event itself (`#id`), or in the file. */
  resolve(reference: Node | undefined, event: Node): Node | undefined {
    const target = textOf(reference?.['reference'])
    if (target === undefined) return undefined
    if (target.startsWith('#')) {
      return nodes(event['contained']).find((one) => textOf(one['id']) === target.slice(1))
    }
    if (this.#known.size === 0) return undefined
    const plain = target.replace(/\/_history\/[^/]*$/, '')
    const relative = /([A-Za-z]+\/[^/]+)$/.exec(plain)?.[1]
    return this.#known.get(plain) ?? (relative === undefined ? undefined : this.#known.get(relative))
  }
}

/** The type and id that a reference names, as far as it does. */
export function partsOf(reference: Node | undefined): {
  readonly type: string | undefined
  readonly id: string | undefined
} {
  const target = textOf(reference?.['reference'])
  const said = textOf(reference?.['type'])
  if (target === undefined || target.startsWith('#')) return { type: said, id: undefined }
  const found = /(?:^|\/)([A-Z][A-Za-z]+)\/([^/]+)(?:\/_history\/[^/]*)?$/.exec(target)
  return found ? { type: said ?? found[1], id: found[2] } : { type: said, id: target.replace(/\/_history\/[^/]*$/, '') }
}

/** The value of an Identifier; one national profile writes it as its `id`. */
export function identifierValue(identifier: Node | undefined): string | undefined {
  return textOf(identifier?.['value']) ?? textOf(identifier?.['id'])
}

/** The identifier of a system among several, else the first. */
export function chooseIdentifier(value: unknown, system: RegExp): string | undefined {
  const all = nodes(value)
  return identifierValue(all.find((one) => system.test(textOf(one['system']) ?? '')) ?? all[0])
}

/** HSA ids, by either of their two object identifiers, and personal numbers in Sweden. */
export const hsaSystem = /1\.2\.752\.129\.2\.1\.4\.1|1\.2\.752\.29\.6\.2\.1|hsa/i
export const personSystem = /1\.2\.752\.129\.2\.1\.3\.|1\.2\.752\.74\.9\.1|1\.2\.752\.97\.3\.1\.3|personnummer/i

/** A HumanName, or the plain name of an organization or a device. */
export function nameOf(resource: Node | undefined): string | undefined {
  const name = resource?.['name']
  if (typeof name === 'string') return textOf(name)
  const human = firstNode(name)
  if (!human) return textOf(firstNode(resource?.['deviceName'])?.['name'])
  const given = Array.isArray(human['given']) ? (human['given'] as unknown[]).map(textOf) : [textOf(human['given'])]
  const parts = [...given, textOf(human['family'])].filter((part) => part !== undefined)
  return textOf(human['text']) ?? (parts.join(' ') || undefined)
}
