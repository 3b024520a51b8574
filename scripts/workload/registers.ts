import type { Patient } from '../samples/tables.ts'
import type { Scene } from './grey.ts'
import type { Month } from './month.ts'
import { units } from './units.ts'

/** Reference data that rules ask for and that are quiet in most months: blocks, a watchlist, reserve numbers, reviewers. */
export function addRegisters(month: Month, { unit, roles, patients }: Scene & { patients: readonly Patient[] }): void {
  const random = month.begin('registers')
  const { world, team } = month
  const some = random.shuffled(patients)
  some.slice(0, 12).forEach(({ patient_id }, place) => {
    world.block.push({
      block_id: `SP-${String(place + 1).padStart(3, '0')}`,
      patient_id,
      kind: place % 3 ? 'inner' : 'outer',
      care_provider_id: units.clinic.care_provider_id,
      care_unit_id: place % 3 ? units.surgery.care_unit_id : '',
      valid_from: `2025-0${random.int(1, 9)}-01`,
      valid_to: '',
    })
  })
  world.watchlist.push({
    patient_id: month.town.person({ from: 1955, to: 1975 }).patient_id,
    reason: 'Omskriven i lokalpressen',
    valid_from: '2026-03-01',
    valid_to: '2026-05-31',
  })
  for (const { patient_id } of some.slice(20, 35)) {
    const digits = String(random.int(0, 99_999)).padStart(5, '0')
    // Of the form that Region Skåne has published, with a letter.
    world.person_alias.push({
      person_id: patient_id,
      alias_id: `20000101T${digits.slice(0, 3)}`,
      kind: 'reserve_number',
    })
  }
  const [reviewer, deputy] = team.members.filter(({ role }) => role === 'head' || role === roles[0])
  for (const [member, role] of [
    [team.of('head')[0] ?? reviewer, 'reviewer'],
    [deputy, 'deputy'],
  ] as const) {
    if (!member) continue
    const { care_unit_id } = unit
    world.reviewer.push({ care_unit_id, user_id: member.row.user_id, role, valid_from: '2026-01-01', valid_to: '' })
  }
}

const protections = [
  'confidentiality_flag',
  'protected_registration',
  'confidentiality_flag',
  'assumed_identity',
  'confidentiality_flag',
]

/** Protected persons with care of their own at the unit, and one among the staff. */
export function addProtection(month: Month, patients: readonly Patient[]): void {
  patients.forEach((patient, place) => hide(patient, protections[place % protections.length]!))
  const member = month.random.pick(
    month.team.members.filter(({ role, relatives }) => role !== 'robot' && relatives.length === 0),
  )
  member.row.protection = 'confidentiality_flag'
  member.row.address = ''
  member.row.postal_code = ''
}

/** The register gives no address of them. */
export function hide(patient: Patient, protection: string): void {
  Object.assign(patient, { protection, address: '', postal_code: '', city: '' })
}
