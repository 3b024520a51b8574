/** The columns of each reference table, in the order of the design; the keys are the file names. */
export const columns = {
  staff: [
    'user_id',
    'person_id',
    'given_name',
    'family_name',
    'title',
    'address',
    'postal_code',
    'kind',
    'protection',
    'valid_from',
    'valid_to',
  ],
  assignment: ['user_id', 'care_unit_id', 'care_provider_id', 'name', 'purpose', 'valid_from', 'valid_to'],
  care_unit: ['care_unit_id', 'name', 'care_provider_id', 'care_provider_name', 'parent_unit_id', 'kind', 'opening'],
  patient: [
    'patient_id',
    'given_name',
    'family_name',
    'address',
    'postal_code',
    'city',
    'protection',
    'birth_date',
    'deceased_date',
    'is_test',
  ],
  person_alias: ['person_id', 'alias_id', 'kind'],
  relation: ['person_id', 'related_person_id', 'kind', 'valid_from', 'valid_to'],
  care_contact: [
    'contact_id',
    'patient_id',
    'care_unit_id',
    'kind',
    'start_time',
    'end_time',
    'responsible_user_id',
    'other_care_unit_id',
    'status',
    'registered_time',
    'registered_by',
  ],
  block: ['block_id', 'patient_id', 'kind', 'care_provider_id', 'care_unit_id', 'valid_from', 'valid_to'],
  block_override: ['patient_id', 'care_unit_id', 'user_id', 'reason', 'valid_from', 'valid_to'],
  consent: ['patient_id', 'care_provider_id', 'care_unit_id', 'user_id', 'kind', 'valid_from', 'valid_to'],
  shift: ['user_id', 'care_unit_id', 'start_time', 'end_time'],
  absence: ['user_id', 'kind', 'valid_from', 'valid_to'],
  watchlist: ['patient_id', 'reason', 'valid_from', 'valid_to'],
  reviewer: ['care_unit_id', 'user_id', 'role', 'valid_from', 'valid_to'],
} as const

export type TableName = keyof typeof columns
export const tableNames = Object.keys(columns) as TableName[]

/** One row as the file holds it; an empty text is unknown, or open. */
type Row<Table extends TableName> = Record<(typeof columns)[Table][number], string>
export type Staff = Row<'staff'>
export type CareUnit = Row<'care_unit'>
export type Patient = Row<'patient'>
export type Contact = Row<'care_contact'>

/** All reference data of the sample. */
export type World = { readonly [Table in TableName]: Row<Table>[] }

export function emptyWorld(): World {
  return {
    staff: [],
    assignment: [],
    care_unit: [],
    patient: [],
    person_alias: [],
    relation: [],
    care_contact: [],
    block: [],
    block_override: [],
    consent: [],
    shift: [],
    absence: [],
    watchlist: [],
    reviewer: [],
  }
}
