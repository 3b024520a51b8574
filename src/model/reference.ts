/** What a column of a reference table holds. `date` and `time` are the wall clock of the workspace. */
export type ColumnKind = 'text' | 'id' | 'person' | 'date' | 'time' | 'boolean' | readonly string[]

export interface ReferenceTable {
  readonly columns: Readonly<Record<string, ColumnKind>>
  /** A row without one of these is refused. */
  readonly required: readonly string[]
  /** Two rows with the same key speak of the same thing: the later one holds. */
  readonly key: readonly string[]
}

const purposeWords = [
  'care',
  'quality',
  'statutory',
  'statistics',
  'administration',
  'registry',
  'research',
  'patient_request',
  'other',
  'unknown',
] as const

const protectionWords = ['none', 'confidentiality_flag', 'protected_registration', 'assumed_identity'] as const

/** The reference tables: canonical CSV headers are the column names. */
export const referenceTables = {
  staff: {
    columns: {
      user_id: 'id',
      person_id: 'person',
      given_name: 'text',
      family_name: 'text',
      title: 'text',
      address: 'text',
      postal_code: 'text',
      kind: ['person', 'robot', 'shared', 'service'],
      protection: protectionWords,
      valid_from: 'date',
      valid_to: 'date',
    },
    required: ['user_id'],
    key: ['user_id', 'valid_from'],
  },
  assignment: {
    columns: {
      user_id: 'id',
      care_unit_id: 'id',
      care_provider_id: 'id',
      name: 'text',
      purpose: purposeWords,
      valid_from: 'date',
      valid_to: 'date',
    },
    required: ['user_id'],
    key: ['user_id', 'care_unit_id', 'name', 'purpose', 'valid_from'],
  },
  care_unit: {
    columns: {
      care_unit_id: 'id',
      name: 'text',
      care_provider_id: 'id',
      care_provider_name: 'text',
      parent_unit_id: 'id',
      kind: 'text',
      opening: 'text',
    },
    required: ['care_unit_id'],
    key: ['care_unit_id'],
  },
  patient: {
    columns: {
      patient_id: 'person',
      given_name: 'text',
      family_name: 'text',
      address: 'text',
      postal_code: 'text',
      city: 'text',
      protection: protectionWords,
      birth_date: 'date',
      deceased_date: 'date',
      is_test: 'boolean',
    },
    required: ['patient_id'],
    key: ['patient_id'],
  },
  person_alias: {
    columns: { person_id: 'person', alias_id: 'person', kind: 'text' },
    required: ['person_id', 'alias_id'],
    key: ['person_id', 'alias_id'],
  },
  relation: {
    columns: {
      person_id: 'person',
      related_person_id: 'person',
      kind: ['parent', 'child', 'guardian', 'spouse', 'partner', 'sibling', 'household', 'representative', 'other'],
      valid_from: 'date',
      valid_to: 'date',
    },
    required: ['person_id', 'related_person_id'],
    key: ['person_id', 'related_person_id', 'kind', 'valid_from'],
  },
  care_contact: {
    columns: {
      contact_id: 'text',
      patient_id: 'person',
      care_unit_id: 'id',
      kind: [
        'visit',
        'admission',
        'booking',
        'waitlist',
        'referral',
        'order',
        'lab_result',
        'prescription',
        'phone',
        'message',
        'consultation',
        'conference',
        'certificate',
        'listing',
        'home_care',
        'coordination',
        'note',
        'other',
      ],
      start_time: 'time',
      end_time: 'time',
      responsible_user_id: 'id',
      other_care_unit_id: 'id',
      status: 'text',
      registered_time: 'time',
      registered_by: 'id',
    },
    required: ['patient_id', 'kind', 'start_time'],
    key: ['contact_id'],
  },
  block: {
    columns: {
      block_id: 'text',
      patient_id: 'person',
      kind: ['inner', 'outer'],
      care_provider_id: 'id',
      care_unit_id: 'id',
      valid_from: 'date',
      valid_to: 'date',
    },
    required: ['patient_id', 'kind'],
    key: ['block_id'],
  },
  block_override: {
    columns: {
      patient_id: 'person',
      care_unit_id: 'id',
      user_id: 'id',
      reason: ['consent', 'emergency'],
      valid_from: 'date',
      valid_to: 'date',
    },
    required: ['patient_id'],
    key: ['patient_id', 'care_unit_id', 'user_id', 'reason', 'valid_from'],
  },
  consent: {
    columns: {
      patient_id: 'person',
      care_provider_id: 'id',
      care_unit_id: 'id',
      user_id: 'id',
      kind: ['consent', 'emergency'],
      valid_from: 'date',
      valid_to: 'date',
    },
    required: ['patient_id'],
    key: ['patient_id', 'care_provider_id', 'care_unit_id', 'user_id', 'kind', 'valid_from'],
  },
  shift: {
    columns: { user_id: 'id', care_unit_id: 'id', start_time: 'time', end_time: 'time' },
    required: ['user_id', 'start_time', 'end_time'],
    key: ['user_id', 'care_unit_id', 'start_time'],
  },
  absence: {
    columns: { user_id: 'id', kind: 'text', valid_from: 'date', valid_to: 'date' },
    required: ['user_id', 'valid_from'],
    key: ['user_id', 'kind', 'valid_from'],
  },
  watchlist: {
    columns: { patient_id: 'person', reason: 'text', valid_from: 'date', valid_to: 'date' },
    required: ['patient_id'],
    key: ['patient_id', 'valid_from'],
  },
  reviewer: {
    columns: {
      care_unit_id: 'id',
      user_id: 'id',
      role: ['reviewer', 'deputy', 'second', 'central'],
      valid_from: 'date',
      valid_to: 'date',
    },
    required: ['user_id', 'role'],
    key: ['care_unit_id', 'user_id', 'role', 'valid_from'],
  },
} as const satisfies Record<string, ReferenceTable>

export type ReferenceKind = keyof typeof referenceTables
export const referenceKinds = Object.keys(referenceTables) as ReferenceKind[]

/** What one file can hold: the access log, or one of the reference tables. */
export type InputKind = 'access' | ReferenceKind
export const inputKinds: readonly InputKind[] = ['access', ...referenceKinds]
