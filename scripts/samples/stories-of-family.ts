import { at } from './calendar.ts'
import { day, type Stage } from './stage.ts'

const elder = { from: 1930, to: 1952 } as const

/** Relatives, homes and names that members of staff share with patients, and records of their own. */
export function playFamily(stage: Stage): void {
  const tie = (person_id: string, related_person_id: string, kind: string, valid_from: string, valid_to = ''): void => {
    stage.plan.world.relation.push({ person_id, related_person_id, kind, valid_from, valid_to })
  }
  const personOf = (key: string): string => stage.staff(key).row.person_id
  const homeOf = (key: string) => {
    const { address, postal_code } = stage.staff(key).row
    return { address, postal_code, city: 'Almvik' }
  }

  const child = stage.patient('Leah', 'Al-Rashid', { from: 2010, to: 2017, sex: 'female' }, homeOf('fatima'))
  tie(child.patient_id, personOf('fatima'), 'parent', child.birth_date)
  stage.plant(
    { who: 'fatima', unit: 'ward', patient: child, on: day.monday, clock: '12:15', recipe: 'browse' },
    { 'own-family': 'high', 'no-care-relation': 'medium' },
    'A physician opened the record of her own child at a unit where the child has never been.',
  )

  const sister = stage.patient('Anna', 'Lundgren', { from: 1960, to: 1985, sex: 'female' })
  tie(sister.patient_id, personOf('karin'), 'sibling', sister.birth_date)
  stage.stay(sister, '2026-04-26', day.friday, 'karin')
  stage.plant(
    { who: 'karin', unit: 'ward', patient: sister, on: day.monday, clock: '17:10', recipe: 'nursing' },
    { 'own-family': 'medium' },
    'A nurse opened the record of her sister, in whose stay she is the named nurse (A+ lowers one step).',
  )

  const former = stage.patient('Emma', 'Johansson', { from: 1965, to: 1995, sex: 'female' })
  tie(personOf('marcus'), former.patient_id, 'spouse', '2012-08-18', '2024-05-10')
  stage.contact({
    patient: former,
    unit: 'emergency',
    kind: 'visit',
    start: at(day.wednesday, '10:30'),
    end: at(day.wednesday, '14:10'),
    responsible: 'asa',
    by: 'asa',
  })
  stage.plant(
    { who: 'marcus', unit: 'emergency', patient: former, on: day.wednesday, clock: '12:00', recipe: 'nursing' },
    { 'own-family': 'medium' },
    'A nurse opened the record of his former wife while she was at his unit; the marriage ended two years ago.',
  )

  const partner = stage.patient('Josefin', 'Holmberg', { from: 1970, to: 1995, sex: 'female' }, homeOf('daniel'))
  stage.contact({
    patient: partner,
    unit: 'clinic',
    kind: 'visit',
    start: at(day.wednesday, '11:00'),
    end: at(day.wednesday, '11:30'),
    responsible: 'helena',
    registered: at('2026-03-30', '10:00'),
    by: 'monica',
  })
  stage.plant(
    { who: 'daniel', unit: 'clinic', patient: partner, on: day.wednesday, clock: '15:10', recipe: 'results' },
    { 'own-family': 'medium' },
    'A physician read the answers of someone who has his registered address, with no tie in the register; a colleague had met her.',
  )

  const namesake = stage.patient('Göran', 'Ekenberg', { ...elder, sex: 'male' })
  stage.contact({
    patient: namesake,
    unit: 'emergency',
    kind: 'visit',
    start: at(day.monday, '09:00'),
    end: at(day.monday, '13:30'),
    responsible: 'ulrika',
    by: 'ulrika',
  })
  stage.plant(
    { who: 'petra', unit: 'emergency', patient: namesake, on: day.monday, clock: '11:40', recipe: 'nursing' },
    { 'own-family': 'low' },
    'A nurse treated a patient who has the same family name as she and nobody else.',
  )

  const mother = stage.patient('Kerstin', 'Bergfeldt', { from: 1938, to: 1950, sex: 'female' })
  tie(mother.patient_id, personOf('annika'), 'child', '1999-01-01')
  stage.contact({
    patient: mother,
    unit: 'clinic',
    kind: 'visit',
    start: at('2026-03-20', '10:00'),
    end: at('2026-03-20', '10:45'),
    responsible: 'helena',
    registered: at('2026-02-16', '11:00'),
    by: 'monica',
  })
  stage.plant(
    { who: 'annika', unit: 'ward', patient: mother, on: day.tuesday, clock: '10:50', recipe: 'browse' },
    { 'own-family': 'high' },
    'A ward nurse read about her mother, who had been at the clinic next door (B+); the register has the tie from the mother’s side.',
  )

  const wife = stage.patient('Sofie', 'Andersson', { from: 1970, to: 1995, sex: 'female' }, homeOf('jonas'))
  tie(personOf('jonas'), wife.patient_id, 'spouse', '2015-07-04')
  stage.contact({ patient: wife, unit: 'primaryCare', kind: 'listing', start: at('2015-09-01') })
  stage.contact({
    patient: wife,
    unit: 'primaryCare',
    kind: 'visit',
    start: at(day.wednesday, '14:00'),
    end: at(day.wednesday, '14:30'),
    responsible: 'eva',
    registered: at('2026-04-20', '08:40'),
    by: 'yvonne',
  })
  stage.plant(
    { who: 'jonas', unit: 'primaryCare', patient: wife, on: day.wednesday, clock: '16:05', recipe: 'peek' },
    { 'own-family': 'high' },
    'A physician opened his wife’s record after she had been with a colleague at his centre.',
  )
  leaveFamilyAlone(stage, tie, personOf)
}

function leaveFamilyAlone(
  stage: Stage,
  tie: (...row: [string, string, string, string, string?]) => void,
  personOf: (key: string) => string,
): void {
  const rule = 'own-family'
  const stays = (given: string, family: string, sex: 'female' | 'male', changes = {}) => {
    const patient = stage.patient(given, family, { ...elder, sex }, changes)
    stage.stay(patient, '2026-04-24', day.saturday, 'fatima')
    return patient
  }
  const common = stays('Barbro', 'Andersson', 'female')
  stage.leave(
    rule,
    { who: 'sara', unit: 'ward', patient: common, on: day.tuesday, clock: '09:45', recipe: 'nursing' },
    'Nurse and patient are both called Andersson, like very many others.',
  )

  const divorced = stage.patient('Stefan', 'Öberg', { from: 1958, to: 1972, sex: 'male' })
  tie(personOf('ingrid'), divorced.patient_id, 'spouse', '1998-05-23', '2019-03-01')
  stage.stay(divorced, '2026-04-28', '2026-05-02', 'oskar')
  stage.leave(
    rule,
    { who: 'ingrid', unit: 'ward', patient: divorced, on: day.thursday, clock: '10:10', recipe: 'nursing' },
    'The marriage ended seven years ago: a tie that ended counts for five.',
  )

  // One house, two doors: the register tells flats apart by their number.
  Object.assign(stage.staff('monica').row, { address: 'Parkgränd 4 lgh 1102', postal_code: '99910' })
  const upstairs = stage.patient(
    'Pia',
    'Fredriksson',
    { from: 1955, to: 1985, sex: 'female' },
    { address: 'Parkgränd 4 lgh 1203', postal_code: '99910', city: 'Almvik' },
  )
  stage.contact({
    patient: upstairs,
    unit: 'clinic',
    kind: 'visit',
    start: at(day.tuesday, '13:00'),
    end: at(day.tuesday, '13:30'),
    responsible: 'helena',
    registered: at('2026-04-01', '10:00'),
    by: 'monica',
  })
  stage.leave(
    rule,
    { who: 'monica', unit: 'clinic', patient: upstairs, on: day.tuesday, clock: '12:48', recipe: 'checkIn' },
    'Secretary and patient live in the same building, in different flats.',
  )

  Object.assign(stage.staff('tobias').row, { address: 'Granitvägen 7', postal_code: '99920' })
  const nextDoor = stays('Gerd', 'Claesson', 'female', {
    address: 'Granitvägen 9',
    postal_code: '99920',
    city: 'Norrbyn',
  })
  stage.leave(
    rule,
    { who: 'tobias', unit: 'ward', patient: nextDoor, on: day.tuesday, clock: '11:00', recipe: 'nursing' },
    'Physiotherapist and patient live in the same street, in different houses.',
  )

  const father = stays('Rune', 'Hedenskog', 'male')
  tie(father.patient_id, personOf('bjorn'), 'child', '1980-01-01')
  stage.leave(
    rule,
    { who: 'sara', unit: 'ward', patient: father, on: day.tuesday, clock: '09:05', recipe: 'overview' },
    'The patient is the father of a colleague, not of the nurse who read.',
  )

  const passer = stage.patient('Per', 'Johansson', { from: 1955, to: 1985, sex: 'male' })
  stage.contact({
    patient: passer,
    unit: 'emergency',
    kind: 'visit',
    start: at(day.wednesday, '08:20'),
    end: at(day.wednesday, '11:50'),
    responsible: 'asa',
    by: 'marcus',
  })
  stage.leave(
    rule,
    { who: 'marcus', unit: 'emergency', patient: passer, on: day.wednesday, clock: '09:10', recipe: 'nursing' },
    'Nurse and patient are both called Johansson, like very many others.',
  )
}
