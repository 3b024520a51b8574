import { at } from './calendar.ts'
import { day, type Stage } from './stage.ts'

const elder = { from: 1935, to: 1955 } as const
const adult = { from: 1956, to: 1990 } as const

/** Lookups that no care explains. */
export function plantWithoutCare(stage: Stage): void {
  const neighbour = stage.patient('Gunilla', 'Persson', { ...adult, sex: 'female' })
  const curious = { who: 'sara', unit: 'ward', patient: neighbour, recipe: 'browse' } as const
  const looked = 'A ward nurse opened the record of her former neighbour, who has had no contact anywhere'
  stage.plant({ ...curious, on: day.monday, clock: '10:20' }, { 'no-care-relation': 'medium' }, `${looked}.`)
  stage.plant(
    { ...curious, on: day.wednesday, clock: '15:05' },
    { 'no-care-relation': 'medium' },
    `${looked}, for the second time in the week.`,
  )
  stage.plant(
    { ...curious, on: day.saturday, clock: '23:40' },
    { 'no-care-relation': 'medium' },
    `${looked}, for the third time in the week.`,
  )

  const former = stage.patient('Sven', 'Larsson', { ...elder, sex: 'male' })
  stage.contact({
    patient: former,
    unit: 'ward',
    kind: 'admission',
    start: at('2026-01-07', '14:00'),
    end: at('2026-01-12', '11:00'),
    responsible: 'fatima',
    by: 'karin',
  })
  stage.plant(
    { who: 'birgitta', unit: 'ward', patient: former, on: day.tuesday, clock: '11:15', recipe: 'peek' },
    { 'no-care-relation': 'low' },
    'A secretary read about a patient whose only stay at the ward ended in January, long before the 60 days.',
  )

  const caller = stage.patient('Pia', 'Svensson', { ...adult, sex: 'female' })
  stage.contact({
    patient: caller,
    unit: 'clinic',
    kind: 'phone',
    start: at(day.tuesday, '10:30'),
    responsible: 'camilla',
    by: 'camilla',
  })
  stage.plant(
    { who: 'camilla', unit: 'clinic', patient: caller, on: day.tuesday, clock: '10:10', recipe: 'browse' },
    { 'no-care-relation': 'medium' },
    'A nurse opened a record and registered a phone contact herself 20 minutes later: no one explains their own lookup.',
  )

  const cancelled = stage.patient('Roger', 'Lindberg', { ...adult, sex: 'male' })
  stage.contact({
    patient: cancelled,
    unit: 'clinic',
    kind: 'booking',
    start: at(day.wednesday, '09:00'),
    end: at(day.wednesday, '09:30'),
    status: 'cancelled',
    registered: at('2026-04-10', '10:15'),
    by: 'monica',
    responsible: 'helena',
  })
  stage.plant(
    { who: 'helena', unit: 'clinic', patient: cancelled, on: day.monday, clock: '13:20', recipe: 'prepare' },
    { 'no-care-relation': 'medium' },
    'A physician opened a record of which the only contact is a cancelled booking.',
  )

  const late = stage.patient('Kjell', 'Bengtsson', { ...elder, sex: 'male' })
  stage.contact({
    patient: late,
    unit: 'emergency',
    kind: 'visit',
    start: at('2026-03-28', '14:10'),
    end: at('2026-03-28', '18:40'),
    responsible: 'asa',
    by: 'sofia',
  })
  stage.plant(
    { who: 'henrik', unit: 'emergency', patient: late, on: day.tuesday, clock: '11:00', recipe: 'peek' },
    { 'no-care-relation': 'low' },
    'A physician followed up on the 31st day after the visit, one day past the window.',
  )

  const early = stage.patient('Anette', 'Jakobsson', { ...adult, sex: 'female' })
  stage.contact({
    patient: early,
    unit: 'clinic',
    kind: 'booking',
    start: at('2026-05-05', '10:00'),
    end: at('2026-05-05', '10:30'),
    status: 'planned',
    registered: at('2026-04-13', '14:00'),
    by: 'monica',
    responsible: 'helena',
  })
  stage.plant(
    { who: 'camilla', unit: 'clinic', patient: early, on: day.monday, clock: '14:05', recipe: 'prepare' },
    { 'no-care-relation': 'medium' },
    'A nurse prepared a visit 8 days ahead, one day before the window opens.',
  )

  const studied = stage.patient('Lennart', 'Olsson', { ...elder, sex: 'male' })
  stage.plant(
    {
      who: 'rebecka',
      unit: 'ward',
      patient: studied,
      on: day.thursday,
      clock: '10:30',
      recipe: 'review',
      purpose: 'quality',
    },
    { 'no-care-relation': 'medium' },
    'A nurse went on with a quality project on the day after its assignment had ended.',
  )

  const stranger = stage.patient('Mirjana', 'Šmid', { ...adult, sex: 'female' })
  stage.plant(
    {
      who: 'viktor',
      unit: 'emergency',
      patient: stranger,
      on: day.friday,
      clock: '11:25',
      recipe: 'emergencyOpening',
      breakGlass: true,
      reason: 'Akut – patienten kan inte tillfrågas',
    },
    { 'no-care-relation': 'medium' },
    'A nurse used emergency access and gave a reason, but no contact shows that the patient was there: what is only declared explains nothing.',
  )

  const mayor = stage.patient('Stig-Arne', 'Oxhufvud', { ...elder, sex: 'male' })
  stage.plan.world.watchlist.push({
    patient_id: mayor.patient_id,
    reason: 'Kommunalråd, omskriven i lokalpressen',
    valid_from: '2026-04-20',
    valid_to: '2026-07-20',
  })
  const known = { unit: 'ward', patient: mayor, recipe: 'browse' } as const
  stage.plant(
    { ...known, who: 'maria', on: day.tuesday, clock: '12:40' },
    { 'no-care-relation': 'medium' },
    'An assistant nurse opened the record of a local politician in the news, who is nobody’s patient.',
  )
  stage.plant(
    { ...known, who: 'annika', on: day.wednesday, clock: '09:50' },
    { 'no-care-relation': 'medium' },
    'A second member of the ward staff opened the record of the politician in the news.',
  )

  const rival = stage.patient('Carina', 'Sandberg', { ...adult, sex: 'female' })
  stage.plant(
    { who: 'eva', unit: 'primaryCare', patient: rival, on: day.wednesday, clock: '16:10', recipe: 'browse' },
    { 'no-care-relation': 'medium' },
    'A physician at the primary-care centre opened the record of someone who is neither listed there nor has been there.',
  )
}
