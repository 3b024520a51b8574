import { at } from './calendar.ts'
import { relate } from './people.ts'
import { day, type Stage } from './stage.ts'

/** Nobody is told where these people live. */
const hidden = { address: '', postal_code: '', city: '' } as const
const adult = { from: 1948, to: 1990 } as const

/** Persons with protected identity: every lookup of theirs is listed, and how gravely depends on the care. */
export function playProtectedIdentity(stage: Stage): void {
  const secret = stage.patient(
    'Ewa',
    'Isaksson',
    { ...adult, sex: 'female' },
    { ...hidden, protection: 'protected_registration' },
  )
  stage.plant(
    { who: 'camilla', unit: 'clinic', patient: secret, on: day.wednesday, clock: '11:05', recipe: 'browse' },
    { 'protected-identity': 'high', 'no-care-relation': 'medium' },
    'A clinic nurse opened the record of a person with protected registration who has never been at the clinic.',
  )

  const renamed = stage.patient(
    'Jörgen',
    'Fransson',
    { ...adult, sex: 'male' },
    { ...hidden, protection: 'assumed_identity' },
  )
  stage.contact({
    patient: renamed,
    unit: 'emergency',
    kind: 'visit',
    start: at('2026-01-20', '19:00'),
    end: at('2026-01-20', '23:10'),
    responsible: 'henrik',
    by: 'sofia',
  })
  stage.plant(
    { who: 'asa', unit: 'emergency', patient: renamed, on: day.wednesday, clock: '14:30', recipe: 'browse' },
    { 'protected-identity': 'high', 'no-care-relation': 'low' },
    'A physician opened the record of a person with an assumed identity, three months after the only visit.',
  )

  const flagged = stage.patient(
    'Maria',
    'Blomqvist',
    { ...adult, sex: 'female' },
    { ...hidden, protection: 'confidentiality_flag' },
  )
  stage.contact({ patient: flagged, unit: 'primaryCare', kind: 'listing', start: at('2022-08-15') })
  stage.plant(
    { who: 'eva', unit: 'primaryCare', patient: flagged, on: day.monday, clock: '15:00', recipe: 'prescribe' },
    { 'protected-identity': 'medium' },
    'A listed patient with a confidentiality flag was opened with nothing but the listing to explain it (B).',
  )

  const sampled = stage.patient(
    'Karin',
    'Söderberg',
    { ...adult, sex: 'female' },
    { ...hidden, protection: 'protected_registration' },
  )
  stage.plant(
    {
      who: 'margareta',
      unit: 'staff',
      patient: sampled,
      on: day.wednesday,
      clock: '10:00',
      recipe: 'review',
      purpose: 'quality',
      owner: 'emergency',
    },
    { 'protected-identity': 'medium' },
    'A protected record came into a quality review under a valid assignment (P).',
  )
  stage.plant(
    { who: 'ylva', unit: 'diet', patient: sampled, on: day.monday, clock: '13:00', recipe: 'nursing' },
    { 'protected-identity': 'medium' },
    'A dietitian opened a protected record, and nobody can tell why: no contacts of the unit were loaded.',
  )

  const inBed = stage.patient(
    'Peter',
    'Arvidsson',
    { ...adult, sex: 'male' },
    { ...hidden, protection: 'confidentiality_flag' },
  )
  stage.stay(inBed, '2026-04-25', '2026-05-04', 'oskar')
  stage.plant(
    { who: 'sara', unit: 'ward', patient: inBed, on: day.monday, clock: '09:40', recipe: 'nursing' },
    { 'protected-identity': 'info' },
    'A protected patient in bed at the ward was opened by the nurse on shift.',
  )
  stage.leave(
    'own-family',
    { who: 'linnea', unit: 'ward', patient: inBed, on: day.monday, clock: '17:30', recipe: 'nursing' },
    'Neither the assistant nurse nor the patient has an address in the data, both being protected: two unknowns are not one home.',
  )

  const expected = stage.patient(
    'Åsa',
    'Wikström',
    { ...adult, sex: 'female' },
    { ...hidden, protection: 'protected_registration' },
  )
  stage.contact({
    patient: expected,
    unit: 'clinic',
    kind: 'visit',
    start: at(day.tuesday, '09:30'),
    end: at(day.tuesday, '10:00'),
    responsible: 'helena',
    registered: at('2026-04-02', '09:00'),
    by: 'monica',
  })
  stage.plant(
    { who: 'helena', unit: 'clinic', patient: expected, on: day.tuesday, clock: '09:32', recipe: 'assess' },
    { 'protected-identity': 'info' },
    'A protected patient was opened by the physician who met her (A+).',
  )

  const husband = stage.patient('Håkan', 'Wikström', { ...adult, sex: 'male' })
  relate(stage.plan.world, husband, expected, 'spouse', '2004-06-12')
  stage.stay(husband, '2026-04-26', day.friday, 'bjorn')
  stage.leave(
    'protected-identity',
    { who: 'emil', unit: 'ward', patient: husband, on: day.monday, clock: '10:50', recipe: 'nursing' },
    'The patient’s wife is protected, the patient is not.',
  )

  const homeless = stage.patient('Robin', 'Strandberg', { ...adult, sex: 'male' }, hidden)
  stage.stay(homeless, '2026-04-23', day.wednesday, 'fatima')
  stage.leave(
    'protected-identity',
    { who: 'tobias', unit: 'ward', patient: homeless, on: day.monday, clock: '13:20', recipe: 'nursing' },
    'The patient has no known address, which is not the same as a protected one.',
  )
  stage.leave(
    'protected-identity',
    { who: 'linnea', unit: 'ward', patient: homeless, on: day.monday, clock: '18:10', recipe: 'nursing' },
    'The one who read has a protected identity, the patient has none.',
  )
}
