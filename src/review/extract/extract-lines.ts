import type { ExtractLine, ExtractReading } from '../../model/patient-extract.ts'
import { activities, purposes } from '../../model/vocabulary.ts'

/** A reading with who made it, for counting people whom the line does not name. */
export interface CountedReading {
  readonly reading: ExtractReading
  readonly user: string | null
}

/** One line for each user, or unit where no one is named, and day and owner; in the order of their first reading. */
export function extractLines(counted: readonly CountedReading[]): ExtractLine[] {
  const groups = Map.groupBy(counted, ({ reading }) => keyOf(reading))
  return [...groups.values()].map(lineOf)
}

function keyOf(reading: ExtractReading): string {
  const { reader, is_patient, care_unit_id, care_provider_id, owner_care_provider_id, user_id, name, time } = reading
  const day = time?.slice(0, 10) ?? null
  const parts = [reader, is_patient, care_unit_id, care_provider_id, owner_care_provider_id, user_id, name, day]
  return JSON.stringify(parts)
}

function lineOf(group: readonly CountedReading[]): ExtractLine {
  const readings = group.map(({ reading }) => reading)
  const [first] = readings as [ExtractReading, ...ExtractReading[]]
  const last = readings.at(-1)!
  const { reader, is_patient, user_id, name, care_unit_id, care_provider_id, owner_care_provider_id } = first
  const named = <T>(pick: (reading: ExtractReading) => T | null): T[] => [
    ...new Set(readings.map(pick).filter((value) => value !== null)),
  ]
  const users = new Set(group.flatMap(({ user }) => user ?? []))
  return {
    reader,
    is_patient,
    user_id,
    name,
    care_unit_id,
    care_provider_id,
    owner_care_provider_id,
    day: first.time?.slice(0, 10) ?? null,
    first_time: first.time,
    last_time: last.time,
    day_only: readings.every(({ day_only }) => day_only),
    readings: readings.length,
    people: reader === 'staff' ? users.size : 0,
    titles: named(({ title }) => title).toSorted((one, other) => one.localeCompare(other, 'sv')),
    owner_care_unit_ids: named(({ owner_care_unit_id }) => owner_care_unit_id).toSorted(),
    activities: activities.filter((word) => readings.some(({ activity }) => activity === word)),
    purposes: purposes.filter((word) => readings.some(({ purpose }) => purpose === word)),
    resource_types: named(({ resource_type }) => resource_type).toSorted((one, other) =>
      one.localeCompare(other, 'sv'),
    ),
    emergency: readings.some(({ emergency }) => emergency),
    list_view: readings.every(({ list_view }) => list_view),
    failed: readings.every(({ failed }) => failed),
    source_systems: named(({ source_system }) => source_system).toSorted(),
  }
}
