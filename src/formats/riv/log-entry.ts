import type { RecordSink, RecordValues } from '../record.ts'
import { child, children, textAt, type XmlElement } from '../xml/element.ts'
import { isEmergency, purposeOf } from '../purpose.ts'

/**
 * The events of a log entry (LogType of informationsecurity:auditing:log 2 and of ehr:log 1): one for each resource and
 * patient, for an entry may tell of several. What is missing is said; only an entry that says nothing known is rejected.
 */
export function readLogEntry(log: XmlElement, place: number, sink: RecordSink): void {
  const resources = resourcesOf(log)
  if (!parts.some((name) => child(log, name)) && resources.length === 0) {
    sink.reject('access', place, 'unreadable')
    return
  }
  const shared = sharedValues(log)
  sayMissing(shared, mandatory, sink)
  if (resources.length === 0) {
    sink.deviation('no_resources')
    sink.row('access', place, shared)
  }
  for (const resource of resources) {
    const values = { ...shared, ...resourceValues(resource) }
    sayMissing(values, mandatoryOfResource, sink)
    for (const patient of patientsOf(resource, sink)) sink.row('access', place, { ...values, ...patient })
  }
}

/**
 * The event of an entry of GetAccessLogsForPatient (AccessLogType): who opened the record of the patient that the question
 * named, and from where. It says that there was an access, not what was done: the least that an access is, is reading.
 */
export function readAccessEntry(entry: XmlElement, place: number, sink: RecordSink, patient: string): void {
  const purpose = textAt(entry, 'purpose')
  const values: RecordValues = {
    occurred_at: textAt(entry, 'accessDate'),
    user_id: textAt(entry, 'userId'),
    user_name: textAt(entry, 'userName'),
    user_title: textAt(entry, 'userTitle'),
    care_unit_id: textAt(entry, 'careUnitId'),
    care_provider_id: textAt(entry, 'careProviderId'),
    ...purposeOf(purpose),
    resource_type: textAt(entry, 'resourceType'),
  }
  if (Object.values(values).every((value) => value === undefined)) {
    sink.reject('access', place, 'unreadable')
    return
  }
  sayMissing(values, mandatoryOfAccess, sink)
  sink.row('access', place, {
    ...values,
    patient_id: patient,
    activity: 'read',
    break_glass: isEmergency(purpose) ? 'true' : undefined,
  })
}

const parts = ['logId', 'system', 'activity', 'user'] as const

function sharedValues(log: XmlElement): RecordValues {
  const activity = child(log, 'activity')
  const user = child(log, 'user')
  const type = textAt(activity, 'activityType')
  const level = textAt(activity, 'activityLevel')
  const purpose = textAt(activity, 'purpose')
  return {
    record_id: textAt(log, 'logId'),
    occurred_at: textAt(activity, 'startDate'),
    user_id: textAt(user, 'userId'),
    user_name: textAt(user, 'name'),
    user_title: textAt(user, 'title'),
    user_person_id: identifier(child(user, 'personId')),
    assignment: textAt(user, 'assignment'),
    care_unit_id: textAt(user, 'careUnit', 'careUnitId'),
    care_provider_id: textAt(user, 'careProvider', 'careProviderId'),
    activity: type,
    activity_level: level,
    activity_args: textAt(activity, 'activityArgs'),
    ...purposeOf(purpose),
    resource_id: level && looksLikeId.test(level) ? level : undefined,
    break_glass: breakGlass(type, purpose),
    source_system: textAt(log, 'system', 'systemId') ?? textAt(log, 'system', 'systemName'),
  }
}

/** The level holds the id of a document in practice, and in theory a word of the source ("Översikt", "Nivå 2"). */
const looksLikeId = /^(?=\S*\d)\S{8,}$/

function breakGlass(type: string | undefined, purpose: string | undefined): string | undefined {
  if (isEmergency(purpose)) return 'true'
  const word = type?.normalize('NFC').toLowerCase()
  return word && String(word === 'nödöppning' || word === 'emergency_access')
}

function resourcesOf(log: XmlElement): readonly XmlElement[] {
  return [...children(log, 'resources').flatMap((list) => children(list, 'resource')), ...children(log, 'resource')]
}

function resourceValues(resource: XmlElement): RecordValues {
  return {
    resource_type: textAt(resource, 'resourceType'),
    owner_care_unit_id: textAt(resource, 'careUnit', 'careUnitId'),
    owner_care_provider_id: textAt(resource, 'careProvider', 'careProviderId'),
  }
}

/** The contract has room for one patient in a resource, or none. Were there more, not one of them may be lost. */
function patientsOf(resource: XmlElement, sink: RecordSink): readonly RecordValues[] {
  const patients = children(resource, 'patient')
  if (patients.length > 1) sink.deviation('several_patients_in_a_resource')
  if (patients.length === 0) return [{}]
  return patients.map((patient) => {
    const patient_id = identifier(child(patient, 'patientId'))
    if (patient_id === undefined) sink.deviation('no_patient_id')
    return { patient_id, patient_name: textAt(patient, 'patientName') }
  })
}

/** A number as written: in version 2 an II with root and extension, in version 1 plain text; some write II as HL7 does. */
function identifier(id: XmlElement | undefined): string | undefined {
  if (!id) return undefined
  return textAt(id, 'extension') ?? (id.attributes['extension']?.trim() || textAt(id))
}

const mandatory: readonly (readonly [field: string, code: string])[] = [
  ['record_id', 'no_log_id'],
  ['source_system', 'no_system'],
  ['activity', 'no_activity_type'],
  ['occurred_at', 'no_start_date'],
  ['purpose', 'no_purpose'],
  ['user_id', 'no_user_id'],
  ['care_provider_id', 'no_care_provider'],
  ['care_unit_id', 'no_care_unit'],
]
const mandatoryOfResource: typeof mandatory = [
  ['resource_type', 'no_resource_type'],
  ['owner_care_provider_id', 'no_owner'],
]
const mandatoryOfAccess: typeof mandatory = [
  ...mandatory.filter(([field]) => !['record_id', 'source_system', 'activity', 'occurred_at'].includes(field)),
  ['occurred_at', 'no_access_date'],
  ['resource_type', 'no_resource_type'],
]

function sayMissing(values: RecordValues, wanted: typeof mandatory, sink: RecordSink): void {
  for (const [field, code] of wanted) if (values[field] === undefined) sink.deviation(code)
}
