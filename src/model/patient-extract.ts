import { z } from 'zod'
import { extractRequesters } from './extract-requesters.ts'
import { activities, purposes } from './vocabulary.ts'

export type { ExtractRequester } from './extract-requesters.ts'

const Count = z.int().nonnegative()
const Text = z.string().nullable()

/** What makes a person assess whether an extract may be given out, before it is. */
const assessmentCauses = [
  'protected',
  'deceased',
  'minor',
  'adult',
  'age_unknown',
  'proxy',
  'representative',
  'relative',
] as const
export type AssessmentCause = (typeof assessmentCauses)[number]

/** Who read: staff, a citizen through the service for patients, an automatic account. */
const extractReaders = ['staff', 'citizen', 'automatic'] as const

/** What one reading and a line of several have in common. */
const common = {
  reader: z.enum(extractReaders),
  /** A citizen who is the patient; null for staff, and where the log does not say who the citizen is. */
  is_patient: z.boolean().nullable(),
  /** Null unless staff are named, and always for protected staff, citizens and where no one is named. */
  user_id: Text,
  name: Text,
  /** The unit and provider of who read. */
  care_unit_id: Text,
  care_provider_id: Text,
  owner_care_provider_id: Text,
}

/** One reading of the patient's information. */
export const ExtractReading = z.strictObject({
  ...common,
  /** Wall clock of the workspace zone; null where the log gives no time. */
  time: Text,
  /** The log gives the day and no time of day. */
  day_only: z.boolean(),
  title: Text,
  owner_care_unit_id: Text,
  activity: z.enum(activities),
  purpose: z.enum(purposes),
  /** As logged. */
  resource_type: Text,
  /** Emergency access, or a block that was lifted. */
  emergency: z.boolean(),
  /** The patient was one of many in a list or a selection. */
  list_view: z.boolean(),
  /** The log says that it did not succeed. */
  failed: z.boolean(),
  source_system: Text,
})
export type ExtractReading = z.infer<typeof ExtractReading>

/** What one user, or one unit where staff are not named, read in a day of one provider's information. */
export const ExtractLine = z.strictObject({
  ...common,
  /** Null where the log gives no time. */
  day: z.iso.date().nullable(),
  first_time: Text,
  last_time: Text,
  day_only: z.boolean(),
  readings: Count,
  /** How many different members of staff. */
  people: Count,
  titles: z.array(z.string()),
  owner_care_unit_ids: z.array(z.string()),
  activities: z.array(z.enum(activities)),
  purposes: z.array(z.enum(purposes)),
  resource_types: z.array(z.string()),
  emergency: z.boolean(),
  /** All of it. */
  list_view: z.boolean(),
  failed: z.boolean(),
  source_systems: z.array(z.string()),
})
export type ExtractLine = z.infer<typeof ExtractLine>

/** Who has read a patient's record: what the patient gets, and how its disclosure was assessed. */
export const PatientExtract = z.strictObject({
  schema: z.literal('loggkoll/patient-extract/1'),
  tool: z.string(),
  zone: z.string(),
  /** An instant, ISO 8601 in UTC. */
  prepared: z.string(),
  /** Local days, half-open. */
  from: z.iso.date(),
  to: z.iso.date(),
  patient: z.strictObject({
    /** As asked for; a pseudonym for a protected person who is not revealed. */
    patient_id: z.string(),
    /** Other ids of the same person under which the log was searched. */
    other_ids: z.array(z.string()),
    name: Text,
    masked: z.boolean(),
  }),
  /** What the loaded logs cover: nothing is said of other days and systems. */
  covers: z.array(z.strictObject({ source_system: Text, first_day: z.iso.date(), last_day: z.iso.date() })),
  /** The period asked for reaches outside of what is loaded. */
  beyond_logs: z.boolean(),
  /** Where the period begins before it: the day before which the log has been purged, and readings are missing. */
  purged_before: z.iso.date().nullable(),
  disclosure: z.strictObject({
    requested_by: z.enum(extractRequesters),
    staff_names: z.boolean(),
    assessed_by: Text,
    assessed_on: z.iso.date().nullable(),
    /** What had to be assessed first. */
    causes: z.array(z.enum(assessmentCauses)),
    /** Why it is given out all the same. */
    assessed: Text,
    /** Readings whose user is shown by unit only: since names are off, since the user is protected. */
    withheld: z.strictObject({ names_off: Count, protected_staff: Count }),
    case_number: Text,
    archive_months: Count,
  }),
  trail_head: z.string(),
  units: z.array(z.strictObject({ care_unit_id: z.string(), name: z.string() })),
  providers: z.array(
    z.strictObject({
      care_provider_id: z.string(),
      name: Text,
      /** Whose log this is. */
      own: z.boolean(),
    }),
  ),
  lines: z.array(ExtractLine),
  readings: z.array(ExtractReading),
})
export type PatientExtract = z.infer<typeof PatientExtract>
