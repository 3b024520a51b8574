import { dicomAuditMessage } from '../../../src/formats/atna/audit-message.ts'
import { collect, sourceOf } from '../collecting-sink.ts'

export const nurse =
  '<ActiveParticipant UserID="SE5560000000-S001" UserName="Annika Bergfeldt" UserIsRequestor="true" NetworkAccessPointID="WS7" NetworkAccessPointTypeCode="1"><RoleIDCode csd-code="NURSE" codeSystemName="local" originalText="Sjuksköterska"/></ActiveParticipant>'
export const program =
  '<ActiveParticipant UserID="JOURNAL|PROV" UserIsRequestor="true" NetworkAccessPointID="10.0.0.7" NetworkAccessPointTypeCode="2"><RoleIDCode csd-code="110153" codeSystemName="DCM" originalText="Source"/></ActiveParticipant>'
export const patient = (id = '199001012385^^^&amp;1.2.752.129.2.1.3.1&amp;ISO', inside = '') =>
  `<ParticipantObjectIdentification ParticipantObjectID="${id}" ParticipantObjectTypeCode="1" ParticipantObjectTypeCodeRole="1"><ParticipantObjectIDTypeCode csd-code="2" codeSystemName="RFC-3881" originalText="Patient Number"/>${inside}</ParticipantObjectIdentification>`
export const study =
  '<ParticipantObjectIdentification ParticipantObjectID="1.2.3" ParticipantObjectTypeCode="2" ParticipantObjectTypeCodeRole="3"><ParticipantObjectIDTypeCode csd-code="110180" codeSystemName="DCM" originalText="Study Instance UID"/></ParticipantObjectIdentification>'
export const query = (text: string) =>
  `<ParticipantObjectIdentification ParticipantObjectID="q" ParticipantObjectTypeCode="2" ParticipantObjectTypeCodeRole="24"><ParticipantObjectIDTypeCode csd-code="ITI-47"/><ParticipantObjectQuery>${text}</ParticipantObjectQuery></ParticipantObjectIdentification>`

interface Given {
  readonly id?: string
  readonly action?: string
  readonly kind?: string
  readonly inside?: string
  readonly participants?: string
  readonly objects?: string
  readonly attributes?: string
}

/** A message as the usual system sends it, but for what is given. */
export function message(given: Given = {}): string {
  const { id = '110110', action = 'R', kind, inside = '', participants = program + nurse, objects = patient() } = given
  const attributes = given.attributes ?? 'EventDateTime="2026-03-04T10:00:00+01:00" EventOutcomeIndicator="0"'
  const type = kind === undefined ? '' : `<EventTypeCode csd-code="${kind}" originalText="x"/>`
  return `<AuditMessage><EventIdentification EventActionCode="${action}" ${attributes}><EventID csd-code="${id}" codeSystemName="DCM" originalText="x"/>${type}${inside}</EventIdentification>${participants}<AuditSourceIdentification AuditSourceID="PACS" AuditEnterpriseSiteID="LUND"/>${objects}</AuditMessage>`
}

export async function read(text: string, pieceSize?: number) {
  const sink = collect()
  await dicomAuditMessage.read(sourceOf(text, pieceSize, 'audit.log'), sink, {})
  return sink
}

export const line = (xml: string, header = '<85>1 2026-03-04T10:00:00+01:00 pacs.example PACS 7 IHE+RFC-3881 - ') =>
  `${header}${xml}`
export const frame = (text: string) => `${Buffer.byteLength(text)} ${text}`
