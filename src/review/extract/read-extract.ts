import { z } from 'zod'
import type { AskedPatient } from './disclosure.ts'
import { readPeople } from '../../audit/grade-lookups.ts'
import { ExtractReading, type PatientExtract } from '../../model/patient-extract.ts'
import type { Period } from '../../model/period.ts'
import type { Store } from '../../store/store.ts'
import { type CountedReading, extractLines } from './extract-lines.ts'

const Covers = z.object({ source_system: z.string().nullable(), first_day: z.string(), last_day: z.string() })
const PatientRow = z.object({
  name: z.string().nullable(),
  birth_date: z.string().nullable(),
  deceased: z.boolean(),
  protected: z.boolean(),
})
const ReadingRow = ExtractReading.extend({ hidden: z.boolean() })
const PlaceRow = z.object({
  care_unit_id: z.string(),
  name: z.string().nullable(),
  care_provider_id: z.string().nullable(),
  care_provider_name: z.string().nullable(),
})

/** Which days of which systems the loaded logs speak of. */
export async function readCovers(store: Store): Promise<PatientExtract['covers']> {
  return await store.rows('extract/covers', Covers)
}

/** What is known of the patient, under every id of the person. Must come before `readExtract`. */
export async function readAskedPatient(
  store: Store,
  patient_id: string,
  period: Period,
): Promise<AskedPatient & { readonly name: string | null }> {
  await readPeople(store, period)
  const ids = await store.rows('extract/patient-ids', z.object({ id: z.string() }), { patient_id })
  await store.run('extract/patient-table')
  await store.append(
    'extract_patient',
    ids.map(({ id }) => [id]),
  )
  const patient = await store.row('extract/patient', PatientRow, { patient_id })
  return { ids: ids.map(({ id }) => id), ...patient }
}

/** The readings of the patient's information in a period, and their units and providers. */
export async function readExtract(
  store: Store,
  period: Period,
  options: { readonly staff_names: boolean; readonly care_providers: readonly string[] },
): Promise<Pick<PatientExtract, 'lines' | 'readings' | 'units' | 'providers'> & { readonly withheld: Withheld }> {
  const rows = await store.rows('extract/readings', ReadingRow, { from: period.from, to: period.to })
  const counted = rows.map(({ hidden, ...row }): CountedReading => {
    const isNamed = row.reader === 'staff' && options.staff_names && !hidden
    const reading = {
      ...row,
      user_id: isNamed ? row.user_id : null,
      name: isNamed || row.reader === 'automatic' ? row.name : null,
      title: hidden ? null : row.title,
    }
    return { reading, user: row.user_id }
  })
  const staff = rows.filter(({ reader }) => reader === 'staff')
  const protected_staff = staff.filter(({ hidden }) => hidden).length
  const readings = counted.map(({ reading }) => reading)
  return {
    lines: extractLines(counted),
    readings,
    ...(await readPlaces(store, readings, options.care_providers)),
    withheld: { protected_staff, names_off: options.staff_names ? 0 : staff.length - protected_staff },
  }
}

type Withheld = PatientExtract['disclosure']['withheld']

/** The units and providers that the readings name, as the directory names them. */
async function readPlaces(
  store: Store,
  readings: readonly ExtractReading[],
  own: readonly string[],
): Promise<Pick<PatientExtract, 'units' | 'providers'>> {
  const places = await store.rows('extract/places', PlaceRow)
  const units = new Set(readings.flatMap((one) => [one.care_unit_id, one.owner_care_unit_id]))
  const providers = new Set(readings.flatMap((one) => [one.care_provider_id, one.owner_care_provider_id]))
  providers.delete(null)
  const names = new Map(places.map((place) => [place.care_provider_id, place.care_provider_name]))
  return {
    units: places.flatMap(({ care_unit_id, name }) =>
      name !== null && units.has(care_unit_id) ? [{ care_unit_id, name }] : [],
    ),
    providers: [...providers]
      .filter((id) => id !== null)
      .toSorted()
      .map((id) => ({ care_provider_id: id, name: names.get(id) ?? null, own: own.includes(id) })),
  }
}
