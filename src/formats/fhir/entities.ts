import { codings, firstNode, type Node, nodes, textOf, wordsOf } from './nodes.ts'
import { chooseIdentifier, identifierValue, nameOf, partsOf, personSystem, type References } from './references.ts'

interface EventPatient {
  readonly patient_id: string | undefined
  readonly patient_name: string | undefined
}

interface EventResource {
  readonly resource_type: string | undefined
  readonly resource_id: string | undefined
}

/** What an event was about. */
export interface Subjects {
  readonly patients: readonly EventPatient[]
  readonly resources: readonly EventResource[]
  readonly query: string | undefined
  readonly requestId: string | undefined
}

/** Object roles: https://terminology.hl7.org/CodeSystem-object-role.html. */
const patientRole = '1'
const queryRole = '24'
/** Users, subscribers, security objects: what the event was done by or with, not what was read. */
const otherRoles = new Set(['6', '9', '10', '11', '12', '13', '14', '15', '16'])

export function findSubjects(event: Node, references: References): Subjects {
  const entities = nodes(event['entity'])
  const ofPatients = entities.filter((entity) => isPatient(entity, event, references))
  const others = entities.filter((entity) => !ofPatients.includes(entity))
  const queries = others.filter((entity) => entity['query'] !== undefined || roleOf(entity) === queryRole)
  const patients = [
    ...nodes(event['patient']).map((reference) => patientOf(reference, undefined, event, references)),
    ...ofPatients.map((entity) => patientOf(firstNode(entity['what']), entity, event, references)),
    ...extensions(event)
      .filter(({ url }) => /patient/i.test(textOf(url) ?? ''))
      .map((one) => patientOf(extensionReference(one), undefined, event, references)),
  ].filter(({ patient_id, patient_name }) => (patient_id ?? patient_name) !== undefined)
  return {
    patients: [...new Map(patients.map((one) => [one.patient_id ?? one.patient_name, one])).values()],
    resources: others
      .filter((entity) => !queries.includes(entity) && isResource(entity))
      .map((entity) => resourceOf(entity))
      .filter(({ resource_type, resource_id }) => (resource_type ?? resource_id) !== undefined),
    query: queries.map(queryText).find((text) => text !== undefined),
    requestId: others.filter(isRequestId).map((entity) => whatId(entity))[0],
  }
}

function isPatient(entity: Node, event: Node, references: References): boolean {
  const what = firstNode(entity['what'])
  const kind = textOf(references.resolve(what, event)?.['resourceType']) ?? partsOf(what).type
  if (kind !== undefined) return kind === 'Patient'
  const role = roleOf(entity)
  if (role !== undefined) return role === patientRole
  return codings(entity['type']).some(
    ({ code, system }) => code === 'Patient' || (code === '1' && !/resource-types/.test(system)),
  )
}

function patientOf(
  reference: Node | undefined,
  entity: Node | undefined,
  event: Node,
  references: References,
): EventPatient {
  const resource = references.resolve(reference, event)
  const name = textOf(entity?.['name'])
  const id =
    identifierValue(firstNode(reference?.['identifier'])) ??
    chooseIdentifier(resource?.['identifier'], personSystem) ??
    partsOf(reference).id
  return {
    // One national profile has the number where the name should be.
    patient_id: id ?? textOf(reference?.['display']) ?? name,
    patient_name: id === undefined ? undefined : (textOf(reference?.['display']) ?? name ?? nameOf(resource)),
  }
}

function isResource(entity: Node): boolean {
  if (isRequestId(entity)) return false
  const role = roleOf(entity)
  if (role !== undefined && otherRoles.has(role)) return false
  const type = codings(entity['type']).find(({ system }) => system.includes('audit-entity-type'))?.code
  const kind = partsOf(firstNode(entity['what'])).type
  return type !== '1' && type !== '3' && !['Patient', 'Practitioner', 'Organization'].includes(kind ?? '')
}

function resourceOf(entity: Node): EventResource {
  const what = firstNode(entity['what'])
  const typed = codings(entity['type']).find(({ system }) => system.includes('resource-types'))?.code
  return {
    resource_type: partsOf(what).type ?? typed ?? wordsOf(entity['role']) ?? wordsOf(entity['type']),
    resource_id: whatId(entity) ?? textOf(entity['name']),
  }
}

function whatId(entity: Node): string | undefined {
  const what = firstNode(entity['what'])
  return partsOf(what).id ?? identifierValue(firstNode(what?.['identifier']))
}

function isRequestId(entity: Node): boolean {
  return codings(entity['type']).some(({ code }) => /^XrequestId$/i.test(code))
}

function roleOf(entity: Node): string | undefined {
  const [role] = codings(entity['role'])
  if (role === undefined) return undefined
  return /^(?:Patient|patient)$/.test(role.code) ? patientRole : role.code
}

/** Characters of a search that are kept. */
const queryLimit = 8192

/** A query is base64 of nearly anything; what is no base64 is taken as it stands. */
function queryText(entity: Node): string | undefined {
  const query = textOf(entity['query'])
  if (query === undefined) return textOf(entity['description'])
  const isBase64 = /^[A-Za-z0-9+/=\s_-]+$/.test(query)
  const bytes = isBase64 ? Buffer.from(query.slice(0, queryLimit * 4), 'base64') : Buffer.from(query)
  const text = new TextDecoder('utf-8').decode(bytes)
  const readable = text.includes('\uFFFD') ? bytes.toString('latin1') : text
  return readable.slice(0, queryLimit).trim() || undefined
}

function extensions(event: Node): readonly Node[] {
  return nodes(event['extension'])
}

function extensionReference(extension: Node): Node | undefined {
  const identifier = firstNode(extension['valueIdentifier'])
  if (identifier) return { identifier }
  const text = textOf(extension['valueString'])
  return firstNode(extension['valueReference']) ?? (text === undefined ? undefined : { display: text })
}
