import { relate } from '../samples/people.ts'
import { monthShifts, type Scene } from './grey.ts'
import type { Month } from './month.ts'
import { hide } from './registers.ts'
import type { Shift } from './rota.ts'
import type { Member } from './team.ts'

/** What is planted in each month, in the words of its key. */
export const plants: Readonly<Record<string, string>> = {
  'own-family': 'A sister, who is no patient here, opened on two days',
  'repeated-reader': 'One person, who is no patient here, opened on five days by the same user',
  'own-record': 'The own record opened on two days',
  'serial-reader': 'Twelve persons, who are no patients here, opened by an assistant in the course of the month',
  'protected-person': 'A person with protected identity, who is no patient here, opened once',
}

/** The five cases that a reviewer ought to be handed, each by another member of staff, all at work and in the daytime. */
export function plantCases(month: Month, scene: Scene): void {
  const random = month.begin('plants')
  const { town } = month
  const shifts = Map.groupBy(monthShifts(month, scene.unit), ({ member }) => member)
  const known = [...shifts.keys()].filter(
    ({ role, row, units }) => scene.roles.includes(role) && row.protection === 'none' && units.length === 1,
  )
  const actors = random.shuffled(known.filter((member) => (shifts.get(member)?.length ?? 0) >= 12))
  // Whoever has few patients: among the hundreds of a physician twelve more are no large share, and no rule sees them.
  const serial = actors.find(({ role }) => role === 'assistant')
  const [sister, repeated, own, curious] = actors.filter((member) => member !== serial)
  if (!sister || !repeated || !own || !serial || !curious) throw new Error(`${month.name} has too few people at work`)
  const daysOf = (member: Member, count: number): Shift[] => {
    const some = random.shuffled(shifts.get(member) ?? []).slice(0, count)
    return some.sort((a, b) => a.start - b.start)
  }
  const born = Number(sister.row.person_id.slice(0, 4))
  const family = town.person({ from: born - 4, to: born + 4, sex: 'female' })
  const { person_id } = sister.row
  // The register may know a member of staff whom the patients' register does not.
  relate(month.world, { ...family, patient_id: person_id }, family, 'sibling', family.birth_date)
  for (const shift of daysOf(sister, 2)) month.plant('own-family', shift, family, 'browse')

  const read = town.person({ from: 1975, to: 1995 })
  for (const shift of daysOf(repeated, 5)) month.plant('repeated-reader', shift, read, 'browse')

  for (const shift of daysOf(own, 2)) month.plant('own-record', shift, own.row.person_id, 'results')

  for (const shift of daysOf(serial, 12)) {
    month.plant('serial-reader', shift, town.person({ from: 1960, to: 2000 }), 'browse')
  }

  const hidden = town.person({ from: 1970, to: 1995 })
  hide(hidden, 'protected_registration')
  for (const shift of daysOf(curious, 1)) month.plant('protected-person', shift, hidden, 'browse')
}
