import { at } from './calendar.ts'
import { day, type Stage } from './stage.ts'

const elder = { from: 1935, to: 1955 } as const
const adult = { from: 1956, to: 1990 } as const

/** Lookups on the first and the last day that a contact explains. */
export function explainAtTheEdge(stage: Stage): void {
  const rule = 'no-care-relation'
  const thirtieth = stage.patient('Bengt', 'Jansson', { ...elder, sex: 'male' })
  stage.contact({
    patient: thirtieth,
    unit: 'emergency',
    kind: 'visit',
    start: at('2026-03-29', '09:20'),
    end: at('2026-03-29', '13:05'),
    responsible: 'ulrika',
    by: 'marcus',
  })
  stage.leave(
    rule,
    { who: 'henrik', unit: 'emergency', patient: thirtieth, on: day.tuesday, clock: '11:30', recipe: 'results' },
    'A follow-up on the 30th day after a visit, on the night of which the clocks went forward (A).',
  )

  const booked = stage.patient('Susanne', 'Axelsson', { ...adult, sex: 'female' })
  stage.contact({
    patient: booked,
    unit: 'clinic',
    kind: 'booking',
    start: at('2026-05-04', '10:00'),
    end: at('2026-05-04', '10:30'),
    status: 'planned',
    registered: at('2026-04-13', '14:20'),
    by: 'monica',
    responsible: 'helena',
  })
  stage.leave(
    rule,
    { who: 'camilla', unit: 'clinic', patient: booked, on: day.monday, clock: '14:30', recipe: 'prepare' },
    'The booking is 7 days ahead, the first day of the window (A).',
  )

  const sixtieth = stage.patient('Åke', 'Eklund', { ...elder, sex: 'male' })
  stage.stay(sixtieth, '2026-02-20', '2026-02-27', 'bjorn')
  stage.leave(
    rule,
    { who: 'sara', unit: 'ward', patient: sixtieth, on: day.tuesday, clock: '13:00', recipe: 'peek' },
    'The 60th day after a stay at a ward (A).',
  )

  const ninetieth = stage.patient('Helena', 'Wallin', { ...adult, sex: 'female' })
  stage.contact({
    patient: ninetieth,
    unit: 'clinic',
    kind: 'visit',
    start: at('2026-01-28', '13:30'),
    end: at('2026-01-28', '14:00'),
    responsible: 'daniel',
    registered: at('2025-12-17', '10:00'),
    by: 'monica',
  })
  stage.leave(
    rule,
    { who: 'helena', unit: 'clinic', patient: ninetieth, on: day.tuesday, clock: '15:10', recipe: 'results' },
    'The 90th day after a visit at a clinic (A).',
  )

  const coming = stage.patient('Nils', 'Holm', { ...elder, sex: 'male' })
  stage.stay(coming, day.saturday, '2026-05-06', 'oskar')
  stage.leave(
    rule,
    { who: 'mehmet', unit: 'ward', patient: coming, on: day.friday, clock: '14:20', recipe: 'overview' },
    'The patient is to be admitted the next day (A).',
  )
}
