import { child, textAt, type XmlElement } from '../xml/element.ts'
import { type GiveRow, rivReference } from './contract.ts'
import { numberAt } from './directory.ts'
import { isoTime } from './times.ts'

/** Care contacts: clinicalprocess:logistics:logistics. */
export const careContacts = rivReference({
  id: 'care-contacts',
  description: 'Care contacts (GetCareContacts)',
  based_on: 'RIV-TA clinicalprocess:logistics:logistics 2.0 and 3.0',
  kind: 'care_contact',
  messages: /^GetCareContactsResponse$/,
  domain: /clinicalprocess:logistics/i,
  records: ['careContact'],
  give: giveContact,
})

/** Bookings: crm:scheduling. */
export const bookings = rivReference({
  id: 'bookings',
  description: 'Bookings (GetSubjectOfCareSchedule, GetBookingDetails, MakeBooking, UpdateBooking)',
  based_on: 'RIV-TA crm:scheduling 1.0 and 1.1',
  kind: 'care_contact',
  messages: /^(?:GetSubjectOfCareScheduleResponse|GetBookingDetailsResponse|MakeBooking|UpdateBooking)$/,
  domain: /crm:scheduling/i,
  records: ['timeslotDetail', 'requestedTimeslot'],
  give(slot, row) {
    const at = (name: string) => textAt(slot, name)
    row('care_contact', {
      contact_id: at('bookingId'),
      patient_id: at('subject_of_care'),
      care_unit_id: at('healthcare_facility'),
      kind: 'booking',
      start_time: isoTime(at('startTimeInclusive')),
      end_time: isoTime(at('endTimeExclusive')),
      responsible_user_id: at('performer'),
    })
  },
})

/** Relations that staff have registered between themselves and a patient: ehr:patientrelationship. */
export const patientRelations = rivReference({
  id: 'patient-relations',
  description: 'Patient relations (GetPatientRelations…, GetExtendedPatientRelations…)',
  based_on: 'RIV-TA ehr:patientrelationship 1.0',
  kind: 'care_contact',
  messages: /^Get(?:All|Extended)?PatientRelations\w*Response$/,
  domain: /patientrelationship/i,
  records: ['patientRelations', 'extendedPatientRelations'],
  give: givePatientRelation,
})

/** Kinds of contact (CareContactCodeEnum): visit, telephone, admission, day care, other. */
const contactKinds: Readonly<Record<string, string>> = {
  '1': 'visit',
  '2': 'phone',
  '3': 'admission',
  '4': 'visit',
  '5': 'other',
}

function giveContact(contact: XmlElement, row: GiveRow): void {
  const header = child(contact, 'careContactHeader')
  const body = child(contact, 'careContactBody')
  const author = child(header, 'accountableHealthcareProfessional')
  const code = textAt(body, 'careContactCode', 'code') ?? textAt(body, 'careContactCode')
  const status = textAt(body, 'careContactStatus', 'displayName') ?? textAt(body, 'careContactStatus', 'code')
  const isNullified = textAt(header, 'nullified')?.toLowerCase() === 'true'
  row('care_contact', {
    contact_id: textAt(header, 'documentId') ?? textAt(header, 'careContactId'),
    patient_id: numberAt(header, 'patientId'),
    care_unit_id:
      textAt(body, 'careContactOrgUnit', 'orgUnitHSAId') ?? textAt(author, 'healthcareProfessionalCareUnitHSAId'),
    kind: contactKinds[code ?? ''] ?? 'other',
    start_time: isoTime(textAt(body, 'careContactTimePeriod', 'start')) ?? isoTime(textAt(author, 'authorTime')),
    end_time: isoTime(textAt(body, 'careContactTimePeriod', 'end')),
    responsible_user_id: textAt(author, 'healthcareProfessionalHSAId'),
    status: isNullified ? 'cancelled' : status,
    registered_time: isoTime(textAt(author, 'authorTime')),
  })
}

/** Nobody is made responsible: what a user attests explains nobody's own lookup, and is shown as self-registered. */
function givePatientRelation(element: XmlElement, row: GiveRow): void {
  const relation = child(element, 'PatientRelation') ?? element
  const registration = child(element, 'RegistrationInfo')
  const ended = child(element, 'CancellationInfo') ?? child(element, 'DeletionInfo')
  row('care_contact', {
    contact_id: textAt(relation, 'PatientRelationId'),
    patient_id: textAt(relation, 'PatientId'),
    care_unit_id: textAt(relation, 'CareUnitId'),
    kind: 'other',
    start_time: textAt(relation, 'StartDate'),
    end_time: textAt(ended, 'RequestDate') ?? textAt(relation, 'EndDate'),
    status: 'patient_relation',
    registered_time: textAt(registration, 'RequestDate') ?? textAt(relation, 'StartDate'),
    registered_by: textAt(registration, 'RequestedBy', 'EmployeeId') ?? textAt(relation, 'EmployeeId'),
  })
}
