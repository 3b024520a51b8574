import { stringify } from 'csv-stringify/sync'
import type { Language } from '../../model/language.ts'
import type { PatientExtract } from '../../model/patient-extract.ts'
import { escaped } from '../json.ts'
import { plainText } from '../plain-text.ts'
import {
  kindsText,
  providerText,
  purposesText,
  tellExtract,
  titlesText,
  unitText,
  whatText,
  whoText,
} from './telling.ts'

/** The extract as one JSON document (`docs/schema/patient-extract-1.schema.json`). */
export function extractJson(extract: PatientExtract): string {
  return `${escaped(JSON.stringify(extract, null, 2))}\n`
}

const columns = [
  'date',
  'time',
  'reader',
  'who',
  'user_id',
  'title',
  'care_unit_id',
  'care_unit',
  'care_provider_id',
  'care_provider',
  'owner_care_provider_id',
  'owner_care_provider',
  'activity',
  'what',
  'resource_type',
  'purpose',
  'emergency',
  'list_view',
  'failed',
  'source_system',
] as const

/** Every reading on a row, the codes beside the words; what a spreadsheet would take for a formula is escaped. */
export function extractCsv(extract: PatientExtract, language: Language): string {
  const telling = tellExtract(extract, language)
  const rows = extract.readings.map((reading): Record<(typeof columns)[number], string> => {
    const { care_unit_id, care_provider_id, owner_care_provider_id, resource_type, time } = reading
    return {
      date: time?.slice(0, 10) ?? '',
      time: time === null || reading.day_only ? '' : time.slice(11),
      reader: reading.reader,
      who: whoText(telling, reading),
      user_id: reading.user_id ?? '',
      title: titlesText(telling, reading.title === null ? [] : [reading.title]),
      care_unit_id: care_unit_id ?? '',
      care_unit: unitText(telling, care_unit_id),
      care_provider_id: care_provider_id ?? '',
      care_provider: care_provider_id === null ? '' : providerText(telling, care_provider_id),
      owner_care_provider_id: owner_care_provider_id ?? '',
      owner_care_provider: owner_care_provider_id === null ? '' : providerText(telling, owner_care_provider_id),
      activity: reading.activity,
      what: whatText(telling, { ...reading, activities: [reading.activity] }),
      resource_type: kindsText(telling, resource_type === null ? [] : [resource_type]),
      purpose: purposesText(telling, [reading.purpose]),
      emergency: String(reading.emergency),
      list_view: String(reading.list_view),
      failed: String(reading.failed),
      source_system: reading.source_system ?? '',
    }
  })
  return stringify(rows, { header: true, columns, escape_formulas: true, cast: { string: plainText } })
}
