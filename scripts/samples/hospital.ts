import { addDays, at, dayLength, days, hour, minute, type Moment, week } from './calendar.ts'
import { addContact, type Plan, roundly, someone } from './contacts.ts'
import type { Patient } from './tables.ts'

/** Beds that ordinary patients lie in; the stories fill some more. */
const beds = 15

/** How many come to the emergency department at which hour. */
const arrivals: readonly (readonly [hour: number, weight: number])[] = [
  [0, 2],
  [1, 1.5],
  [2, 1],
  [3, 1],
  [4, 1],
  [5, 1],
  [6, 1.5],
  [7, 2],
  [8, 4],
  [9, 6],
  [10, 7],
  [11, 7],
  [12, 6],
  [13, 6],
  [14, 6],
  [15, 6],
  [16, 6],
  [17, 5],
  [18, 5],
  [19, 5],
  [20, 4],
  [21, 4],
  [22, 3],
  [23, 2.5],
]

/** The ward and the emergency department from January to May: full around the week of the log, thinned out otherwise. */
export function planHospital(plan: Plan, inpatients: readonly Patient[], emergencies: readonly Patient[]): void {
  const { random } = plan
  const turns = cycle(random.shuffled(inpatients))
  for (const day of days('2026-01-02', '2026-05-31')) {
    const isThin = day < '2026-04-14' || day > '2026-05-08'
    if (isThin && random.chance(0.4)) admit(plan, turns(), at(day) + random.int(9, 20) * hour)
  }
  for (let bed = 0; bed < beds; bed += 1) {
    let start = at('2026-04-19') + random.int(0, 6 * 24) * hour
    while (start < at('2026-05-06')) start = admit(plan, turns(), start) + random.int(4, 20) * hour
  }
  const visitors = cycle(random.shuffled(emergencies))
  for (const day of days('2026-01-01', '2026-05-31')) {
    const isOfWeek = day >= addDays(week.monday, -1) && day <= week.sunday
    const count = isOfWeek ? 20 + random.int(-2, 3) : 1
    for (let visit = 0; visit < count; visit += 1) {
      comeToEmergency(plan, visitors(), at(day) + random.weighted(arrivals) * hour + random.int(0, 59) * minute)
    }
  }
}

/** Most come through the emergency department; all are registered before anyone at the ward reads about them. */
function admit(plan: Plan, patient: Patient, start: Moment): Moment {
  const { world, random } = plan
  const arrival = roundly(start + random.int(0, 59) * minute)
  const end = roundly(arrival + random.int(2 * 24, 8 * 24) * hour)
  let by = someone(plan, 'ward', 'nurse', arrival)
  if (random.chance(0.7)) {
    by = comeToEmergency(plan, patient, arrival - random.int(3, 6) * hour, arrival)
  }
  const responsible = someone(plan, 'ward', 'physician', at(new Date(arrival).toISOString().slice(0, 10), '10:00'))
  addContact(world, {
    patient: patient.patient_id,
    unit: 'ward',
    kind: 'admission',
    start: arrival,
    end,
    responsible,
    registered: arrival - random.int(5, 40) * minute,
    by,
  })
  if (random.chance(0.2))
    addContact(world, {
      patient: patient.patient_id,
      unit: 'ward',
      kind: 'note',
      start: end - 2 * hour,
      responsible,
      by: responsible,
    })
  // A care plan with the municipality for the frail, made while they still lie in bed.
  if (random.chance(0.2) && patient.birth_date < '1950') {
    addContact(world, {
      patient: patient.patient_id,
      unit: 'homeCare',
      kind: 'coordination',
      start: arrival + dayLength,
      end: end + 5 * dayLength,
      other: 'ward',
      by,
    })
  }
  return end
}

/** The nurse who meets the patient registers the visit, and only then opens the record. */
function comeToEmergency(plan: Plan, { patient_id }: Patient, start: Moment, until?: Moment) {
  const { world, random } = plan
  const end = until ?? start + random.int(90, 360) * minute
  const by = someone(plan, 'emergency', 'nurse', start)
  const responsible = someone(plan, 'emergency', 'physician', start + 30 * minute)
  addContact(world, { patient: patient_id, unit: 'emergency', kind: 'visit', start, end, responsible, by })
  return by
}

function cycle<Item>(items: readonly Item[]): () => Item {
  let place = 0
  return () => {
    const item = items[place % items.length]
    place += 1
    if (item === undefined) throw new Error('nobody to choose')
    return item
  }
}
