import type { XmlElement } from '../xml/element.ts'
import type { Node } from './nodes.ts'

/** A resource of FHIR XML in the form of FHIR JSON: https://hl7.org/fhir/R4/xml.html. A list of one stays single. */
export function resourceFromXml(element: XmlElement): Node {
  return { resourceType: element.name, ...objectOf(element) }
}

function objectOf(element: XmlElement): Node {
  const object: Record<string, unknown> = {}
  for (const name in element.attributes) object[name] = element.attributes[name]
  for (const one of element.children) {
    const { name } = one
    // A name of JavaScript's own is none of FHIR's.
    if (name in Object.prototype) continue
    const value = valueOf(one)
    const known = object[name]
    if (known === undefined) object[name] = value
    else if (Array.isArray(known)) known.push(value)
    else object[name] = [known, value]
  }
  return object
}

function valueOf(element: XmlElement): unknown {
  if (element.name === 'contained' || element.name === 'resource') {
    const [inner] = element.children
    return inner ? resourceFromXml(inner) : {}
  }
  const { value } = element.attributes
  return value === undefined ? objectOf(element) : value
}
