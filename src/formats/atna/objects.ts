import { isPlaceholder } from '../../model/person-id.ts'
import { child, children, textAt, type XmlElement } from '../xml/element.ts'
import { codedValue } from './codes.ts'

export interface Objects {
  readonly patients: readonly { readonly patient_id: string; readonly patient_name: string | undefined }[]
  readonly resources: readonly {
    readonly resource_type: string | undefined
    readonly resource_id: string | undefined
  }[]
  readonly query: string | undefined
  readonly hasQuery: boolean
}

/** What a message was about. Types: 1 person, 2 thing, 3 organization, 4 other; roles: 1 patient, 24 query. */
export function findObjects(message: XmlElement): Objects {
  const all = children(message, 'ParticipantObjectIdentification')
  const persons = all.filter(isPatient)
  const queries = all.filter((one) => role(one) === '24' || child(one, 'ParticipantObjectQuery') !== undefined)
  const patients = persons.flatMap((one) =>
    patientIds(one).map((patient_id) => ({ patient_id, patient_name: nameOf(one) })),
  )
  return {
    patients: [...new Map(patients.map((one) => [one.patient_id, one])).values()],
    resources: all.filter((one) => !persons.includes(one) && !queries.includes(one) && isThing(one)).map(resourceOf),
    query: queries.map(queryText).find((text) => text !== undefined),
    hasQuery: queries.length > 0,
  }
}

function isPatient(object: XmlElement): boolean {
  const type = object.attributes['ParticipantObjectTypeCode']
  if (type !== '1') return false
  return role(object) === undefined
    ? codedValue(child(object, 'ParticipantObjectIDTypeCode'))?.code === '2'
    : role(object) === '1'
}

function isThing(object: XmlElement): boolean {
  const type = object.attributes['ParticipantObjectTypeCode']
  return type !== '1' && type !== '3' && Boolean(object.attributes['ParticipantObjectID']?.trim())
}

/** Numbers of a patient: HL7 `id^^^&oid&ISO`, several with `~` between them, or of FHIR; `<none>` stands for nobody. */
function patientIds(object: XmlElement): string[] {
  return (object.attributes['ParticipantObjectID'] ?? '')
    .split('~')
    .map((one) =>
      one
        .split('^')[0]!
        .replace(/^Patient\/|^urn:[^|]*\|/, '')
        .trim(),
    )
    .filter((id) => id !== '' && !isPlaceholder(id))
}

/** HL7 writes `family^given^middle`. */
function nameOf(object: XmlElement): string | undefined {
  const [family, ...given] = (textAt(object, 'ParticipantObjectName') ?? '').split('^').map((part) => part.trim())
  return [...given.slice(0, 2), family].filter(Boolean).join(' ') || undefined
}

function resourceOf(object: XmlElement) {
  const type = codedValue(child(object, 'ParticipantObjectIDTypeCode'))
  return { resource_type: type?.text ?? type?.code, resource_id: object.attributes['ParticipantObjectID']?.trim() }
}

/** Characters of a query that are kept. */
const queryLimit = 8192

function queryText(object: XmlElement): string | undefined {
  const query = textAt(object, 'ParticipantObjectQuery')
  if (query === undefined) return undefined
  if (!/^[A-Za-z0-9+/=\s]+$/.test(query)) return query.slice(0, queryLimit)
  const bytes = Buffer.from(query.slice(0, queryLimit * 4), 'base64')
  const text = new TextDecoder('utf-8').decode(bytes)
  return (text.includes('\uFFFD') ? bytes.toString('latin1') : text).slice(0, queryLimit).trim() || undefined
}

function role(object: XmlElement): string | undefined {
  return object.attributes['ParticipantObjectTypeCodeRole']?.trim() || undefined
}
