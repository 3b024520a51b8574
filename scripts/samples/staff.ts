import type { Home } from './names.ts'
import type { NumberPool, Sex } from './personal-numbers.ts'
import type { Staff, World } from './tables.ts'
import { units, type UnitKey } from './units.ts'

export type Role =
  | 'nurse'
  | 'assistant'
  | 'physician'
  | 'secretary'
  | 'physiotherapist'
  | 'analyst'
  | 'office'
  | 'robot'

export interface StaffMember {
  readonly key: string
  readonly role: Role
  readonly units: readonly UnitKey[]
  readonly row: Staff
}

type Actor = readonly [
  key: string,
  given: string,
  family: string,
  sex: Sex,
  role: Role,
  title: string,
  units: readonly UnitKey[],
]

const nurse = 'Sjuksköterska'
const assistant = 'Undersköterska'
const physician = 'Läkare'
const secretary = 'Medicinsk sekreterare'

/** The cast. Their order within a unit and role is their place in the rota. */
const cast: readonly Actor[] = [
  ['annika', 'Annika', 'Bergfeldt', 'female', 'nurse', nurse, ['ward']],
  ['sara', 'Sara', 'Andersson', 'female', 'nurse', nurse, ['ward']],
  ['emil', 'Emil', 'Tornberg', 'male', 'nurse', nurse, ['ward']],
  ['karin', 'Karin', 'Löfqvist', 'female', 'nurse', nurse, ['ward']],
  ['johanna', 'Johanna', 'Karlsson', 'female', 'nurse', nurse, ['ward']],
  ['mehmet', 'Mehmet', 'Demirel', 'male', 'nurse', nurse, ['ward']],
  ['ingrid', 'Ingrid', 'Åsbrink', 'female', 'nurse', nurse, ['ward']],
  ['rebecka', 'Rebecka', 'Hjortvall', 'female', 'nurse', nurse, ['ward']],
  ['lena', 'Lena', 'Johansson', 'female', 'assistant', assistant, ['ward']],
  ['ahmed', 'Ahmed', 'Farah', 'male', 'assistant', assistant, ['ward']],
  ['maria', 'Maria', 'Nilsson', 'female', 'assistant', assistant, ['ward']],
  ['pontus', 'Pontus', 'Sköldmark', 'male', 'assistant', assistant, ['ward']],
  ['linnea', 'Linnea', 'Mårdh', 'female', 'assistant', assistant, ['ward']],
  ['bjorn', 'Björn', 'Hedenskog', 'male', 'physician', physician, ['ward', 'clinic']],
  ['fatima', 'Fatima', 'Al-Rashid', 'female', 'physician', physician, ['ward']],
  ['oskar', 'Oskar', 'Ljungdahl', 'male', 'physician', physician, ['ward']],
  ['birgitta', 'Birgitta', 'Ahlgren', 'female', 'secretary', secretary, ['ward']],
  ['tobias', 'Tobias', 'Renvall', 'male', 'physiotherapist', 'Fysioterapeut', ['ward']],
  ['helena', 'Helena', 'Stjernfält', 'female', 'physician', physician, ['clinic']],
  ['daniel', 'Daniel', 'Eriksson', 'male', 'physician', physician, ['clinic', 'daySurgery']],
  ['camilla', 'Camilla', 'Rosenqvist', 'female', 'nurse', nurse, ['clinic']],
  ['jenny', 'Jenny', 'Vallgren', 'female', 'nurse', nurse, ['clinic', 'daySurgery']],
  ['monica', 'Monica', 'Karlsson', 'female', 'secretary', secretary, ['clinic']],
  ['patrik', 'Patrik', 'Örnfelt', 'male', 'nurse', nurse, ['daySurgery']],
  ['sofia', 'Sofia', 'Lindgard', 'female', 'nurse', nurse, ['emergency']],
  ['marcus', 'Marcus', 'Johansson', 'male', 'nurse', nurse, ['emergency']],
  ['amina', 'Amina', 'Warsame', 'female', 'nurse', nurse, ['emergency']],
  ['petra', 'Petra', 'Ekenberg', 'female', 'nurse', nurse, ['emergency']],
  ['viktor', 'Viktor', 'Nilsson', 'male', 'nurse', nurse, ['emergency']],
  ['henrik', 'Henrik', 'Sandelin', 'male', 'physician', physician, ['emergency']],
  ['ulrika', 'Ulrika', 'Tegnander', 'female', 'physician', physician, ['emergency']],
  ['reza', 'Reza', 'Karimi', 'male', 'physician', physician, ['emergency']],
  ['asa', 'Åsa', 'Wikner', 'female', 'physician', physician, ['emergency']],
  ['eva', 'Eva', 'Grönvall', 'female', 'physician', physician, ['primaryCare']],
  ['jonas', 'Jonas', 'Andersson', 'male', 'physician', physician, ['primaryCare']],
  ['kristina', 'Kristina', 'Hallerstedt', 'female', 'nurse', 'Distriktssköterska', ['primaryCare']],
  ['yvonne', 'Yvonne', 'Eriksson', 'female', 'secretary', secretary, ['primaryCare']],
  ['stefan', 'Stefan', 'Myrstedt', 'male', 'analyst', 'Biomedicinsk analytiker', ['laboratory']],
  ['maja', 'Maja', 'Brännlid', 'female', 'analyst', 'Biomedicinsk analytiker', ['laboratory']],
  ['anneli', 'Anneli', 'Kvarnström', 'female', 'nurse', nurse, ['homeCare']],
  ['david', 'David', 'Fjällner', 'male', 'nurse', nurse, ['homeCare']],
  ['margareta', 'Margareta', 'Zetterlöf', 'female', 'office', 'Kvalitetssamordnare', ['staff']],
  ['tomas', 'Tomas', 'Wickander', 'male', 'office', 'Statistiker', ['staff']],
  ['ylva', 'Ylva', 'Sundevall', 'female', 'office', 'Dietist', ['diet']],
]

/** Has a protected identity, and so no address in the register. */
const protectedMember = 'linnea'

/** Works at the ward for some weeks and stops in the middle of the log's week. */
export const temporary = { key: 'emil', from: '2026-03-02', to: '2026-04-29' } as const

/** Leads a quality project at the ward until this day, beside nursing. */
const qualityProject = { key: 'rebecka', from: '2026-02-01', to: '2026-04-29' } as const

export function makeStaff(world: World, pool: NumberPool, home: () => Home): Map<string, StaffMember> {
  const members = new Map<string, StaffMember>()
  cast.forEach(([key, given_name, family_name, sex, role, title, at], place) => {
    const [first = 'ward'] = at
    const shown = key !== protectedMember
    const { address, postal_code } = home()
    const row: Staff = {
      user_id: `${units[first].care_unit_id.slice(0, 13)}S${String(place + 1).padStart(3, '0')}`,
      person_id: pool.take({ from: 1962, to: 2001, sex }).id,
      given_name,
      family_name,
      title,
      address: shown ? address : '',
      postal_code: shown ? postal_code : '',
      kind: 'person',
      protection: shown ? 'none' : 'confidentiality_flag',
      valid_from: key === temporary.key ? temporary.from : '2021-01-01',
      valid_to: '',
    }
    members.set(key, { key, role, units: at, row })
  })
  members.set('robot', { key: 'robot', role: 'robot', units: ['clinic'], row: robot() })
  for (const member of members.values()) {
    world.staff.push(member.row)
    assign(world, member)
  }
  return members
}

function robot(): Staff {
  return {
    user_id: 'SE5560000000-S900',
    person_id: '',
    given_name: 'Kallelserobot',
    family_name: '',
    title: 'Automatisering',
    address: '',
    postal_code: '',
    kind: 'robot',
    protection: 'none',
    valid_from: '2023-09-01',
    valid_to: '',
  }
}

const officePurposes: Readonly<Record<string, readonly [purpose: string, name: string]>> = {
  margareta: ['quality', 'Kvalitetssäkring'],
  tomas: ['statistics', 'Statistik'],
  robot: ['administration', 'Administration'],
}

function assign(world: World, { key, units: at, row }: StaffMember): void {
  const add = (unit: UnitKey, purpose: string, name: string, valid_from = row.valid_from, valid_to = ''): void => {
    const { care_unit_id, care_provider_id, name: place } = units[unit]
    world.assignment.push({
      user_id: row.user_id,
      care_unit_id,
      care_provider_id,
      name: `${name}, ${place}`,
      purpose,
      valid_from,
      valid_to,
    })
  }
  const [purpose, name] = officePurposes[key] ?? ['care', 'Vård och behandling']
  for (const unit of at) add(unit, purpose, name, row.valid_from, key === temporary.key ? temporary.to : '')
  if (key === qualityProject.key) add('ward', 'quality', 'Kvalitetssäkring', qualityProject.from, qualityProject.to)
  if (key === 'yvonne' || key === 'birgitta') add(at[0] ?? 'ward', 'administration', 'Administration')
}
