import type { XmlElement } from '../xml/element.ts'
import type { Node } from './nodes.ts'

/** A resource of FHIR XML in the form of FHIR JSON: https://hl7.org/fhir/R4/xml.html. A list of one stays single. */
export function resourceFromXml(element: XmlElement): Node {
  return { resourceType: element.name, ...objectOf(element) }
}

function objectOf(element: XmlElement): Node {
  const object: Record<string, unknown> = { ...element.attributes }
  for (const one of element.children) {
    const value = valueOf(one)
    const known = object[one.name]
    if (!Object.hasOwn(object, one.name)) object[one.name] = value
    else if (Array.isArray(known)) known.push(value)
    else object[one.name] = [known, value]
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
