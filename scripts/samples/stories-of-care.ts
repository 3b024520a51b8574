import { at } from './calendar.ts'
import { day, type Stage } from './stage.ts'

const elder = { from: 1935, to: 1955 } as const
const adult = { from: 1956, to: 1990 } as const

/** Lookups that something explains, at the edges of what explains. */
export function explainByCare(stage: Stage): void {
  const rule = 'no-care-relation'
  const sister = stage.patient('Ulf', 'Lindqvist', { ...elder, sex: 'male' })
  stage.contact({
    patient: sister,
    unit: 'daySurgery',
    kind: 'visit',
    start: at('2026-04-15', '09:00'),
    end: at('2026-04-15', '14:00'),
    responsible: 'daniel',
    registered: at('2026-03-20', '09:30'),
    by: 'monica',
  })
  stage.leave(
    rule,
    { who: 'camilla', unit: 'clinic', patient: sister, on: day.wednesday, clock: '09:20', recipe: 'results' },
    'The visit was at the day-surgery unit of the same clinic (B+).',
  )

  const listed = stage.patient('Inger', 'Magnusson', { ...elder, sex: 'female' })
  stage.contact({ patient: listed, unit: 'primaryCare', kind: 'listing', start: at('2019-03-04') })
  stage.leave(
    rule,
    { who: 'jonas', unit: 'primaryCare', patient: listed, on: day.tuesday, clock: '10:00', recipe: 'prescribe' },
    'The patient is listed at the centre, and nothing more (B): another rule asks about that.',
  )

  const staying = stage.patient('Ragnar', 'Hansson', { from: 1926, to: 1938, sex: 'male' })
  stage.stay(staying, '2026-01-19', undefined, 'fatima')
  stage.leave(
    rule,
    { who: 'annika', unit: 'ward', patient: staying, on: day.tuesday, clock: '10:05', recipe: 'nursing' },
    'The stay began in January and has no end: it still goes on (A).',
  )

  const reviewed = stage.patient('Arne', 'Gustafsson', { ...elder, sex: 'male' })
  stage.contact({
    patient: reviewed,
    unit: 'emergency',
    kind: 'visit',
    start: at('2026-02-11', '20:15'),
    end: at('2026-02-12', '01:30'),
    responsible: 'reza',
    by: 'petra',
  })
  stage.leave(
    rule,
    {
      who: 'margareta',
      unit: 'staff',
      patient: reviewed,
      on: day.tuesday,
      clock: '10:40',
      recipe: 'review',
      purpose: 'quality',
      owner: 'emergency',
    },
    'The quality coordinator read with the purpose and a valid assignment of quality (P).',
  )
  stage.leave(
    rule,
    {
      who: 'tomas',
      unit: 'staff',
      patient: reviewed,
      on: day.tuesday,
      clock: '14:10',
      recipe: 'countUp',
      purpose: 'statistics',
      owner: 'emergency',
    },
    'The statistician counted visits under an assignment for statistics (P).',
  )

  const studied = stage.patient('Birgit', 'Olofsson', { ...elder, sex: 'female' })
  stage.leave(
    rule,
    {
      who: 'rebecka',
      unit: 'ward',
      patient: studied,
      on: day.wednesday,
      clock: '10:45',
      recipe: 'review',
      purpose: 'quality',
    },
    'The assignment of the quality project was valid to and including that day (P).',
  )

  const referred = stage.patient('Jan', 'Mattsson', { ...adult, sex: 'male' })
  stage.contact({
    patient: referred,
    unit: 'emergency',
    kind: 'visit',
    start: at('2026-03-25', '10:00'),
    end: at('2026-03-25', '15:00'),
    responsible: 'reza',
    by: 'viktor',
  })
  stage.contact({
    patient: referred,
    unit: 'clinic',
    kind: 'referral',
    other: 'emergency',
    start: at('2026-04-08', '16:00'),
    by: 'asa',
  })
  stage.leave(
    rule,
    {
      who: 'reza',
      unit: 'emergency',
      patient: referred,
      on: day.thursday,
      clock: '10:15',
      recipe: 'readAnswer',
      owner: 'clinic',
    },
    'The sender of a referral read the answer, after the visit’s own window had closed (B+).',
  )

  const phoned = stage.patient('Lena', 'Bergström', { ...adult, sex: 'female' })
  stage.contact({
    patient: phoned,
    unit: 'clinic',
    kind: 'phone',
    start: at(day.tuesday, '13:35'),
    responsible: 'jenny',
    by: 'jenny',
  })
  stage.leave(
    rule,
    { who: 'camilla', unit: 'clinic', patient: phoned, on: day.tuesday, clock: '13:15', recipe: 'peek' },
    'A colleague registered the phone contact 20 minutes after the lookup: someone else’s word counts (A).',
  )

  const rang = stage.patient('Tommy', 'Lundberg', { ...adult, sex: 'male' })
  stage.contact({
    patient: rang,
    unit: 'clinic',
    kind: 'phone',
    start: at(day.wednesday, '10:05'),
    registered: at(day.wednesday, '09:58'),
    by: 'camilla',
  })
  stage.leave(
    rule,
    { who: 'camilla', unit: 'clinic', patient: rang, on: day.wednesday, clock: '10:20', recipe: 'phoneCall' },
    'The nurse registered the phone contact herself, but before the lookup (A).',
  )

  const home = stage.patient('Elsa', 'Forsberg', { from: 1926, to: 1940, sex: 'female' })
  stage.stay(home, '2026-04-24', day.thursday, 'oskar')
  stage.contact({
    patient: home,
    unit: 'homeCare',
    kind: 'coordination',
    start: at(day.monday, '11:00'),
    other: 'ward',
    by: 'birgitta',
  })
  stage.plan.world.consent.push({
    patient_id: home.patient_id,
    care_provider_id: 'SE5560000001-K001',
    care_unit_id: '',
    user_id: '',
    kind: 'consent',
    valid_from: day.monday,
    valid_to: '',
  })
  stage.leave(
    rule,
    {
      who: 'anneli',
      unit: 'homeCare',
      patient: home,
      on: day.wednesday,
      clock: '14:15',
      recipe: 'prepare',
      owner: 'ward',
    },
    'The municipality’s nurse prepared a discharge in an open coordination case (A).',
  )

  const uncovered = stage.patient('Göran', 'Danielsson', { ...elder, sex: 'male' })
  stage.leave(
    rule,
    { who: 'ylva', unit: 'diet', patient: uncovered, on: day.tuesday, clock: '10:10', recipe: 'nursing' },
    'No contacts of the dietitian’s unit were loaded: nobody can tell.',
  )

  const test = stage.patient(
    'Tolvan',
    'Testsson',
    { ...adult, sex: 'male' },
    { is_test: 'true', address: 'Testvägen 12' },
  )
  stage.leave(
    rule,
    { who: 'monica', unit: 'clinic', patient: test, on: day.tuesday, clock: '15:30', recipe: 'checkIn' },
    'A test patient, opened to try out a form: nobody can tell.',
  )

  const dead = stage.patient('Rut', 'Nyström', { from: 1925, to: 1936, sex: 'female' }, { deceased_date: '2026-04-22' })
  stage.stay(dead, '2026-04-16', '2026-04-22', 'bjorn')
  stage.leave(
    rule,
    { who: 'birgitta', unit: 'ward', patient: dead, on: day.wednesday, clock: '09:40', recipe: 'transcribe' },
    'A week after a patient died at the ward, the secretary finished the papers (A).',
  )
  stage.patient('Harry', 'Åberg', { from: 1925, to: 1936, sex: 'male' }, { deceased_date: '2026-02-03' })
}
