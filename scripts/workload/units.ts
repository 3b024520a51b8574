import type { CareUnit } from '../samples/tables.ts'

/** A care unit, and how its workstations are named. */
export interface Unit extends CareUnit {
  readonly station: string
}

const region = { care_provider_id: 'SE5560000000-R001', care_provider_name: 'Region Almvik' }
const municipality = { care_provider_id: 'SE5560000001-K001', care_provider_name: 'Almviks kommun' }
const company = { care_provider_id: 'SE5560000002-P001', care_provider_name: 'Ekbackens Vårdcentral AB' }

function unit(provider: typeof region, id: string, name: string, kind: string, opening: string, parent = ''): Unit {
  const start = provider.care_provider_id.slice(0, 13)
  const parent_unit_id = parent && `${start}${parent}`
  return {
    care_unit_id: `${start}${id}`,
    name,
    ...provider,
    parent_unit_id,
    kind,
    opening,
    station: `PC${id.slice(1)}`,
  }
}

/** The units of both months, as the directory has them. */
export const units = {
  centre: unit(company, 'U600', 'Ekbackens vårdcentral', 'primary_care', 'Mo-Fr 08:00-17:00', 'U690'),
  childHealth: unit(company, 'U610', 'Ekbackens barnavårdscentral', 'child', 'Mo-Fr 08:00-16:30', 'U690'),
  medicine: unit(region, 'U100', 'Medicinkliniken', 'department', ''),
  ward: unit(region, 'U110', 'Medicinavdelning 3', 'ward', '24/7', 'U100'),
  clinic: unit(region, 'U120', 'Medicinmottagningen', 'clinic', 'Mo-Fr 07:30-16:30', 'U100'),
  emergency: unit(region, 'U200', 'Akutmottagningen', 'emergency', '24/7'),
  surgery: unit(region, 'U220', 'Kirurgavdelning 2', 'ward', '24/7', 'U221'),
  laboratory: unit(region, 'U300', 'Kemiska laboratoriet', 'laboratory', '24/7'),
  quality: unit(region, 'U400', 'Enheten för kvalitet och statistik', 'administration', ''),
  diet: unit(region, 'U500', 'Dietistenheten', 'allied_health', ''),
  homeCare: unit(municipality, 'U700', 'Hemsjukvården Norr', 'home_care', 'Mo-Su 07:00-22:00'),
} as const satisfies Record<string, Unit>
