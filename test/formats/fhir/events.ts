import { fhirAuditEvent } from '../../../src/formats/fhir/audit-event.ts'
import { collect, sourceOf } from '../collecting-sink.ts'

export type Json = Readonly<Record<string, unknown>>

const dicom = 'http://dicom.nema.org/resources/ontology/DCM'
const participation = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType'

export const concept = (code: string, system = participation) => ({ coding: [{ system, code }] })
export const hsa = (value: string) => ({ identifier: { system: 'urn:oid:1.2.752.129.2.1.4.1', value } })
export const person = (value: string) => ({ identifier: { system: 'urn:oid:1.2.752.129.2.1.3.1', value } })

export const nurse = {
  type: concept('IRCP'),
  who: { ...hsa('SE5560000000-S001'), display: 'Annika Bergfeldt' },
  requestor: true,
}
export const client = {
  type: concept('110153', dicom),
  who: { reference: 'Device/journal' },
  requestor: false,
  network: { address: '10.0.0.7', type: '2' },
}
export const patient = {
  what: { reference: 'Patient/p1', ...person('199001012385') },
  type: { code: '1' },
  role: { system: 'http://terminology.hl7.org/CodeSystem/object-role', code: '1' },
}
export const note = { what: { reference: 'DocumentReference/d1' }, type: { code: '2' }, role: { code: '3' } }

/** An event of R4 as the usual system sends it, but for what is given. */
export function event(given: Json = {}): Json {
  return {
    resourceType: 'AuditEvent',
    id: 'e1',
    type: { system: 'http://terminology.hl7.org/CodeSystem/audit-event-type', code: 'rest' },
    subtype: [{ system: 'http://hl7.org/fhir/restful-interaction', code: 'read' }],
    action: 'R',
    recorded: '2026-03-04T10:00:00+01:00',
    outcome: '0',
    agent: [client, nurse],
    source: { observer: { display: 'Journal' } },
    entity: [patient, note],
    ...given,
  }
}

/** What the reader says of a file: an object as JSON, a text as it stands. */
export async function read(file: unknown, pieceSize?: number) {
  const sink = collect()
  const text = typeof file === 'string' ? file : JSON.stringify(file)
  await fhirAuditEvent.read(sourceOf(text, pieceSize, 'log.json'), sink, {})
  return sink
}

/** The values of the rows of a file. */
export async function rowsOf(file: unknown) {
  return (await read(file)).of('access')
}
