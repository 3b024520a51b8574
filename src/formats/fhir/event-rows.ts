import { createHash } from 'node:crypto'
import type { RecordValues } from '../record.ts'
import { isEmergency, purposeOf } from '../purpose.ts'
import { activityOf, outcomeOf } from './activity.ts'
import { findActor, idOf } from './agents.ts'
import { findSubjects } from './entities.ts'
import { codings, firstNode, type Node, textOf } from './nodes.ts'
import type { References } from './references.ts'

/** An AuditEvent (R4, R4B or R5) as rows: one for each patient and resource, all of one record. */
export function rowsOf(event: Node, fullUrl: string | undefined, references: References): readonly RecordValues[] {
  const actor = findActor(event, references)
  const subjects = findSubjects(event, references)
  const shared: RecordValues = {
    record_id: textOf(event['id']) ?? fullUrl ?? hashOf(event),
    occurred_at: timeOf(event),
    ...actor.fields,
    actor_kind: actor.actor_kind,
    ...activityOf(event),
    ...purposesOf([actor.purposes, event['purposeOfEvent'], event['authorization']], event),
    activity_args: subjects.query,
    outcome: outcomeOf(event),
    source_system: sourceOf(event, references),
    session_id: actor.fields['session_id'] ?? subjects.requestId,
  }
  const patients = subjects.patients.length > 0 ? subjects.patients : [undefined]
  const resources = subjects.resources.length > 0 ? subjects.resources : [undefined]
  return patients.flatMap((patient) => resources.map((resource) => ({ ...shared, ...patient, ...resource })))
}

function timeOf(event: Node): string | undefined {
  const period = firstNode(event['period']) ?? firstNode(event['occurredPeriod'])
  return textOf(event['occurredDateTime']) ?? textOf(period?.['start']) ?? textOf(event['recorded'])
}

/** The first place that says why counts; whether it was an emergency may stand in any of its codes. */
function purposesOf(places: readonly unknown[], event: Node): RecordValues {
  const codes = places.map((place) => codings(place).map(({ code }) => code)).find((found) => found.length > 0) ?? []
  const kinds = [...codings(event['type']), ...codings(event['subtype']), ...codings(event['code'])]
  const isOverride = kinds.some(({ code }) => code === '110127') || codes.some(isEmergency)
  const known = codes.map(purposeOf).find((fields) => fields['purpose_raw'] !== undefined)
  return {
    ...(codes.length === 0 ? {} : (known ?? purposeOf(codes[0]))),
    break_glass: isOverride ? 'true' : codes.length > 0 ? 'false' : undefined,
  }
}

function sourceOf(event: Node, references: References): string | undefined {
  const source = firstNode(event['source'])
  const observer = firstNode(source?.['observer'])
  const site = source?.['site']
  return (
    (observer && idOf(observer, references.resolve(observer, event))) ??
    textOf(site) ??
    textOf(firstNode(site)?.['display'])
  )
}

function hashOf(event: Node): string {
  return createHash('sha256').update(JSON.stringify(event)).digest('hex')
}
