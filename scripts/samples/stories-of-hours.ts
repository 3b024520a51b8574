import { addDays, at } from './calendar.ts'
import type { Sex } from './personal-numbers.ts'
import { day, type Stage } from './stage.ts'
import type { Patient } from './tables.ts'

type Name = readonly [given: string, family: string, sex: Sex]

const anyone = { from: 1935, to: 1990 } as const

/** Work at other hours than people have. */
export function playHours(stage: Stage): void {
  const inpatients = [
    ['Märta', 'Berglund'],
    ['Siv', 'Eliasson'],
    ['Britta', 'Norberg'],
  ].map(([given = '', family = '']) => {
    const patient = stage.patient(given, family, { from: 1930, to: 1950, sex: 'female' })
    stage.stay(patient, '2026-04-25', day.sunday, 'oskar')
    return patient
  })
  inpatients.forEach((patient, place) => {
    stage.plant(
      { who: 'johanna', unit: 'ward', patient, on: day.friday, clock: `02:${10 + place * 15}`, recipe: 'overview' },
      { 'off-hours': 'low' },
      'A ward nurse read about a patient of the ward in the night to a day off.',
    )
  })
  closedUnits(stage)

  const rule = 'off-hours'
  const [first, second, third] = inpatients
  if (!first || !second || !third) return
  stage.leave(
    rule,
    { who: 'mehmet', unit: 'ward', patient: first, on: day.tuesday, clock: '00:40', recipe: 'nightCheck' },
    'A night shift that began the evening before.',
  )
  const twoNights = { who: 'mehmet', unit: 'ward', patient: second, on: day.tuesday, recipe: 'nightCheck' } as const
  stage.leave(
    rule,
    { ...twoNights, clock: '02:10' },
    'One day, two night shifts: read at two in the morning and again at eleven in the evening.',
  )
  stage.opens({ ...twoNights, clock: '23:05' })
  stage.leave(
    rule,
    { who: 'lena', unit: 'ward', patient: third, on: day.tuesday, clock: '04:30', recipe: 'nightCheck' },
    'An assistant nurse at half past four, on her night shift.',
  )

  const night = stage.patient('Amanda', 'Ström', { from: 1975, to: 1999, sex: 'female' })
  stage.contact({
    patient: night,
    unit: 'emergency',
    kind: 'visit',
    start: at(day.tuesday, '02:30'),
    end: at(day.tuesday, '06:10'),
    responsible: 'reza',
    by: 'sofia',
  })
  stage.leave(
    rule,
    { who: 'reza', unit: 'emergency', patient: night, on: day.tuesday, clock: '03:12', recipe: 'assess' },
    'The emergency department is open round the clock and the physician was on shift.',
  )

  const morning = booked(stage, ['Alma', 'Björk', 'female'], 'clinic', day.monday, '08:00', 'camilla')
  stage.leave(
    rule,
    { who: 'camilla', unit: 'clinic', patient: morning, on: day.monday, clock: '07:34', recipe: 'prepare' },
    'Four minutes after the clinic opened.',
  )
  const closing = booked(stage, ['Gun', 'Löfgren', 'female'], 'clinic', day.monday, '15:30', 'camilla')
  stage.leave(
    rule,
    { who: 'camilla', unit: 'clinic', patient: closing, on: day.monday, clock: '16:24', recipe: 'nursing' },
    'Some minutes before the clinic closed.',
  )

  const diet = stage.patient('Carina', 'Samuelsson', { ...anyone, sex: 'female' })
  stage.leave(
    rule,
    { who: 'ylva', unit: 'diet', patient: diet, on: day.monday, clock: '19:20', recipe: 'nursing' },
    'Neither the dietitian’s shifts nor the opening hours of her unit are known: nobody can tell.',
  )
  stage.leave(
    rule,
    {
      who: 'margareta',
      unit: 'staff',
      patient: diet,
      on: day.monday,
      clock: '18:30',
      recipe: 'review',
      purpose: 'quality',
      owner: 'emergency',
    },
    'Neither shifts nor opening hours are known for the quality coordinator: nobody can tell.',
  )

  const elsewhere = booked(stage, ['Thomas', 'Ekström', 'male'], 'clinic', day.tuesday, '10:00', 'bjorn')
  stage.leave(
    rule,
    { who: 'bjorn', unit: 'clinic', patient: elsewhere, on: day.tuesday, clock: '10:20', recipe: 'assess' },
    'The ward’s physician had a shift at the clinic that day.',
  )

  const atHome = stage.patient('Gunborg', 'Dahlberg', { from: 1925, to: 1938, sex: 'female' })
  stage.contact({ patient: atHome, unit: 'homeCare', kind: 'home_care', start: at('2024-11-04', '08:00') })
  stage.leave(
    rule,
    { who: 'anneli', unit: 'homeCare', patient: atHome, on: day.saturday, clock: '09:00', recipe: 'homeVisit' },
    'Home care works at weekends, and the nurse was on shift.',
  )

  const sample = stage.patient('Lars', 'Hellström', { ...anyone, sex: 'male' })
  stage.contact({
    patient: sample,
    unit: 'laboratory',
    kind: 'order',
    start: at(day.friday, '09:10'),
    other: 'emergency',
    by: 'ulrika',
  })
  stage.leave(
    rule,
    { who: 'maja', unit: 'laboratory', patient: sample, on: day.friday, clock: '10:30', recipe: 'analyse' },
    'A public holiday, but the laboratory never closes and the analyst was on shift.',
  )
}

/** Units that keep opening hours, on days and at times when they are closed. */
function closedUnits(stage: Stage): void {
  for (const [given, family, visitDay, clock] of [
    ['Ida', 'Lindgren', '2026-05-04', '10:10'],
    ['Moa', 'Pålsson', '2026-05-05', '10:25'],
    ['Hanna', 'Sjögren', '2026-05-06', '10:40'],
  ] as const) {
    const patient = booked(stage, [given, family, 'female'], 'clinic', visitDay, '09:00', 'jenny')
    stage.plant(
      { who: 'jenny', unit: 'clinic', patient, on: day.friday, clock, recipe: 'prepare' },
      { 'off-hours': 'low' },
      'A clinic nurse prepared next week’s visit on the first of May, a public holiday, when the clinic is closed.',
    )
  }
  for (const [given, family, clock] of [
    ['Ulla', 'Nyberg', '13:30'],
    ['Inger', 'Falk', '13:50'],
  ] as const) {
    const patient = booked(stage, [given, family, 'female'], 'clinic', day.wednesday, clock, 'helena')
    stage.plant(
      { who: 'monica', unit: 'clinic', patient, on: day.thursday, clock, recipe: 'transcribe' },
      { 'off-hours': 'low' },
      'A clinic secretary wrote up Wednesday’s visit in the afternoon of Walpurgis Eve, when the clinic is closed.',
    )
  }
  for (const [given, family, sex, clock] of [
    ['Anders', 'Engström', 'male', '21:15'],
    ['Susanne', 'Bergqvist', 'female', '21:30'],
  ] as const) {
    const patient = booked(stage, [given, family, sex], 'primaryCare', day.wednesday, '10:30', 'eva')
    stage.contact({ patient, unit: 'primaryCare', kind: 'listing', start: at('2021-02-01') })
    stage.plant(
      { who: 'eva', unit: 'primaryCare', patient, on: day.sunday, clock, recipe: 'results' },
      { 'off-hours': 'low' },
      'A physician at the primary-care centre read the answers of Wednesday’s patient on Sunday evening.',
    )
  }
  const operated = booked(stage, ['Mats', 'Lundström', 'male'], 'daySurgery', day.monday, '09:00', 'daniel')
  stage.plant(
    { who: 'patrik', unit: 'daySurgery', patient: operated, on: day.tuesday, clock: '19:40', recipe: 'peek' },
    { 'off-hours': 'low' },
    'A nurse at day surgery came back to a record in the evening, hours after the unit had closed.',
  )
}

function booked(
  stage: Stage,
  name: Name,
  unit: 'clinic' | 'primaryCare' | 'daySurgery',
  on: string,
  clock: string,
  responsible: string,
): Patient {
  const [given, family, sex] = name
  const patient = stage.patient(given, family, { ...anyone, sex })
  const start = at(on, clock)
  const by = unit === 'primaryCare' ? 'yvonne' : 'monica'
  stage.contact({
    patient,
    unit,
    kind: 'visit',
    start,
    end: start + 30 * 60_000,
    responsible,
    registered: at(addDays(on, -20), '10:00'),
    by,
  })
  return patient
}
