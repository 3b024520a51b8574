import { isEmergency, purposeOf } from '../purpose.ts'
import type { RecordSink, RecordValues } from '../record.ts'
import { child, children, type XmlElement } from '../xml/element.ts'
import { activityOf, codedValue, outcomes } from './codes.ts'
import { findObjects } from './objects.ts'
import { findActor } from './participants.ts'

/**
 * Gives an AuditMessage as rows, one for each patient and object. The format has no id of a message: the whole row is its
 * identity, so a message that comes again in another export is known again.
 * @param host the sender that the syslog header names, where the message does not
 */
export function giveMessage(message: XmlElement, place: number, host: string | undefined, sink: RecordSink): void {
  const event = child(message, 'EventIdentification')
  const kinds = children(event, 'EventTypeCode').flatMap((one) => codedValue(one) ?? [])
  const actor = findActor(message)
  const objects = findObjects(message)
  const letter = event?.attributes['EventActionCode']?.trim().toUpperCase() || undefined
  const time = event?.attributes['EventDateTime']?.trim() || undefined
  const outcome = event?.attributes['EventOutcomeIndicator']?.trim() || undefined
  if (time === undefined) sink.deviation('no_event_time')
  if (!actor.isRequestorSaid) sink.deviation('no_requestor')
  const shared: RecordValues = {
    occurred_at: time,
    ...actor.fields,
    ...activityOf(codedValue(child(event, 'EventID')), kinds, letter, objects.hasQuery),
    ...purposeFields(
      event,
      kinds.some(({ code }) => code === '110127'),
    ),
    activity_args: objects.query,
    outcome: outcome === undefined ? undefined : (outcomes[outcome] ?? outcome),
    source_system: sourceOf(message) ?? host,
  }
  const patients = objects.patients.length > 0 ? objects.patients : [undefined]
  const resources = objects.resources.length > 0 ? objects.resources : [undefined]
  for (const patient of patients) {
    for (const resource of resources) sink.row('access', place, { ...shared, ...patient, ...resource })
  }
}

function purposeFields(event: XmlElement | undefined, isOverride: boolean): RecordValues {
  const codes = children(event, 'PurposeOfUse').flatMap((one) => codedValue(one)?.code ?? [])
  const isBroken = isOverride || codes.some(isEmergency)
  const known = codes.map(purposeOf).find((fields) => fields['purpose_raw'] !== undefined)
  return {
    ...(codes.length === 0 ? {} : (known ?? purposeOf(codes[0]))),
    break_glass: isBroken ? 'true' : codes.length > 0 ? 'false' : undefined,
  }
}

function sourceOf(message: XmlElement): string | undefined {
  const source = child(message, 'AuditSourceIdentification')?.attributes
  return source?.['AuditSourceID']?.trim() || source?.['AuditEnterpriseSiteID']?.trim() || undefined
}
