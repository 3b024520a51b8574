import { at } from './calendar.ts'
import { reserveNumber } from './personal-numbers.ts'
import { day, type Stage } from './stage.ts'

/** People who were someone else’s number for a while. */
export function playReserveNumbers(stage: Stage): void {
  const alias = (person_id: string, start: string): string => {
    const alias_id = reserveNumber(start)
    stage.plan.world.person_alias.push({ person_id, alias_id, kind: 'reserve_number' })
    return alias_id
  }

  const porter = stage.asPatient('pontus')
  const unconscious = alias(porter.patient_id, '22900615KP1')
  stage.contact({
    patient: unconscious,
    unit: 'emergency',
    kind: 'visit',
    start: at('2026-02-14', '03:20'),
    end: at('2026-02-14', '11:00'),
    responsible: 'henrik',
    by: 'amina',
  })
  stage.plant(
    { who: 'pontus', unit: 'ward', patient: unconscious, on: day.monday, clock: '14:50', recipe: 'browse' },
    { 'own-record': 'high', 'no-care-relation': 'medium' },
    'An assistant nurse opened his own record under the reserve number he had when he came in unconscious in February.',
  )

  const found = stage.patient('Sture', 'Håkansson', { from: 1932, to: 1946, sex: 'male' })
  const unknown = alias(found.patient_id, '00358244FTK')
  stage.stay(unknown, '2026-04-26', day.saturday, 'fatima')
  stage.leave(
    'no-care-relation',
    { who: 'sara', unit: 'ward', patient: found, on: day.tuesday, clock: '12:20', recipe: 'nursing' },
    'The stay was registered under a reserve number of the same person (A).',
  )

  const child = stage.patient('Tuva', 'Henriksson', { from: 2015, to: 2019, sex: 'female' })
  const arrived = alias(child.patient_id, '23180712AB2')
  stage.contact({
    patient: child,
    unit: 'emergency',
    kind: 'visit',
    start: at(day.monday, '10:05'),
    end: at(day.monday, '13:45'),
    responsible: 'ulrika',
    by: 'ulrika',
  })
  const bedside = {
    who: 'petra',
    unit: 'emergency',
    patient: arrived,
    on: day.monday,
    clock: '10:40',
    recipe: 'triage',
  } as const
  stage.leave(
    'no-care-relation',
    bedside,
    'The record was opened under a reserve number before the child’s personal number was known; the visit was registered under the latter (A).',
  )
}
