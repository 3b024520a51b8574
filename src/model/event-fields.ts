import { activities, actorKinds, outcomes, purposes } from './vocabulary.ts'

/** What a column of the log holds, and so how its text becomes a value. */
type FieldKind = 'text' | 'id' | 'person' | 'time' | 'boolean' | 'code'

export interface EventField {
  readonly kind: FieldKind
  /** The closed vocabulary of a `code`. */
  readonly words?: readonly string[]
}

/**
 * Every field of an access event that a source can fill, in the order of the table `access_event`. Without `activity_raw`
 * and `purpose_raw` the raw words are those that the coded columns hold.
 */
export const eventFields = {
  record_id: { kind: 'text' },
  occurred_at: { kind: 'time' },
  user_id: { kind: 'id' },
  user_name: { kind: 'text' },
  user_title: { kind: 'text' },
  user_person_id: { kind: 'person' },
  assignment: { kind: 'text' },
  care_unit_id: { kind: 'id' },
  care_provider_id: { kind: 'id' },
  patient_id: { kind: 'person' },
  patient_name: { kind: 'text' },
  activity: { kind: 'code', words: activities },
  activity_raw: { kind: 'text' },
  activity_level: { kind: 'text' },
  activity_args: { kind: 'text' },
  purpose: { kind: 'code', words: purposes },
  purpose_raw: { kind: 'text' },
  resource_type: { kind: 'text' },
  resource_id: { kind: 'text' },
  owner_care_unit_id: { kind: 'id' },
  owner_care_provider_id: { kind: 'id' },
  break_glass: { kind: 'boolean' },
  declared_reason: { kind: 'text' },
  outcome: { kind: 'code', words: outcomes },
  source_system: { kind: 'text' },
  workstation: { kind: 'text' },
  network_address: { kind: 'text' },
  session_id: { kind: 'text' },
  incidental: { kind: 'boolean' },
  actor_kind: { kind: 'code', words: actorKinds },
} as const satisfies Record<string, EventField>

export type EventFieldName = keyof typeof eventFields
export const eventFieldNames = Object.keys(eventFields) as EventFieldName[]

/** The five that the law wants in every row (HSLF-FS 2016:40 4 kap. 9 §): when, who, from where, whose, what. */
export const mandatoryFields = ['occurred_at', 'user_id', 'care_unit_id', 'patient_id', 'activity'] as const
