import { isNode, type Node, nodes } from './nodes.ts'

export type FhirVersion = 'R4' | 'R5' | 'STU3' | 'DSTU2'

/** Which version of FHIR an AuditEvent is of; it does not say so itself. R4B has the AuditEvent of R4. */
export function versionOf(event: Node): FhirVersion {
  if ('event' in event || 'participant' in event || 'object' in event) return 'DSTU2'
  const isR5 = ['code', 'category', 'authorization', 'patient', 'encounter', 'occurredDateTime', 'occurredPeriod']
  if (isR5.some((name) => name in event) || isNode(event['outcome'])) return 'R5'
  const isOld =
    nodes(event['agent']).some((agent) => 'userId' in agent || 'reference' in agent) ||
    nodes(event['entity']).some((entity) => 'identifier' in entity || 'reference' in entity)
  return isOld ? 'STU3' : 'R4'
}
