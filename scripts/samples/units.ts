import { type CareUnit, columns } from './tables.ts'

/** The care providers: organisation numbers that belong to no one. */
const providers = {
  region: { id: 'SE5560000000-R001', name: 'Region Almvik' },
  municipality: { id: 'SE5560000001-K001', name: 'Almviks kommun' },
  private: { id: 'SE5560000002-P001', name: 'Ekbackens Vårdcentral AB' },
} as const

/** The clinic that the ward, the outpatient clinic and day surgery belong to. */
const medicine = 'SE5560000000-U100'

function unit(
  provider: keyof typeof providers,
  id: string,
  name: string,
  kind: string,
  opening: string,
  parent = '',
): CareUnit & { readonly station: string } {
  return {
    care_unit_id: `${providers[provider].id.slice(0, 13)}${id}`,
    name,
    care_provider_id: providers[provider].id,
    care_provider_name: providers[provider].name,
    parent_unit_id: parent,
    kind,
    opening,
    station: id.replace('U', 'PC'),
  }
}

/** The cast of units. `diet` has no contacts at all and, like `staff`, no known opening hours. */
export const units = {
  medicine: unit('region', 'U100', 'Medicinkliniken', 'department', ''),
  ward: unit('region', 'U110', 'Medicinavdelning 3', 'ward', '24/7', medicine),
  clinic: unit('region', 'U120', 'Medicinmottagningen', 'clinic', 'Mo-Fr 07:30-16:30', medicine),
  daySurgery: unit('region', 'U130', 'Dagkirurgiska enheten', 'day_surgery', 'Mo-Fr 07:00-17:00', medicine),
  emergency: unit('region', 'U200', 'Akutmottagningen', 'emergency', '24/7'),
  laboratory: unit('region', 'U300', 'Kemiska laboratoriet', 'laboratory', '24/7'),
  staff: unit('region', 'U400', 'Enheten för kvalitet och statistik', 'administration', ''),
  diet: unit('region', 'U500', 'Dietistenheten', 'allied_health', ''),
  primaryCare: unit('private', 'U600', 'Ekbackens vårdcentral', 'primary_care', 'Mo-Fr 08:00-17:00'),
  homeCare: unit('municipality', 'U700', 'Hemsjukvården Norr', 'home_care', 'Mo-Su 07:00-22:00'),
} as const

export type UnitKey = keyof typeof units
export type Unit = (typeof units)[UnitKey]

const byId = new Map<string, Unit>(Object.values(units).map((known) => [known.care_unit_id, known]))

export function unitOf(careUnitId: string): Unit {
  const known = byId.get(careUnitId)
  if (!known) throw new Error(`no unit ${careUnitId}`)
  return known
}

/** The rows of care_unit.csv. */
export function careUnits(): CareUnit[] {
  return Object.values(units).map(
    (unit) => Object.fromEntries(columns.care_unit.map((column) => [column, unit[column]])) as CareUnit,
  )
}
