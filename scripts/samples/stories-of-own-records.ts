import { at } from './calendar.ts'
import { day, type Stage } from './stage.ts'

/** Records of people’s own. */
export function playOwnRecords(stage: Stage): void {
  const nurse = stage.asPatient('amina')
  stage.contact({
    patient: nurse,
    unit: 'clinic',
    kind: 'visit',
    start: at('2026-03-17', '14:00'),
    end: at('2026-03-17', '14:30'),
    responsible: 'helena',
    registered: at('2026-02-20', '09:00'),
    by: 'monica',
  })
  stage.plant(
    {
      who: 'amina',
      unit: 'emergency',
      patient: nurse,
      on: day.sunday,
      clock: '09:10',
      recipe: 'browse',
      owner: 'clinic',
    },
    { 'own-record': 'high', 'no-care-relation': 'medium' },
    'A nurse opened her own record, by her personal number, at a unit where she is no patient.',
  )

  const secretary = stage.asPatient('monica')
  stage.contact({
    patient: secretary,
    unit: 'clinic',
    kind: 'visit',
    start: at('2026-03-10', '08:30'),
    end: at('2026-03-10', '09:00'),
    responsible: 'helena',
    registered: at('2026-02-10', '09:00'),
    by: 'camilla',
  })
  stage.plant(
    { who: 'monica', unit: 'clinic', patient: secretary, on: day.wednesday, clock: '15:40', recipe: 'prepare' },
    { 'own-record': 'high' },
    'A secretary read the answer to her own sample at the clinic where she is a patient too (A).',
  )

  const districtNurse = stage.asPatient('kristina')
  stage.contact({ patient: districtNurse, unit: 'primaryCare', kind: 'listing', start: at('2018-05-02') })
  stage.plant(
    { who: 'kristina', unit: 'primaryCare', patient: districtNurse, on: day.monday, clock: '16:00', recipe: 'glance' },
    { 'own-record': 'high' },
    'A district nurse looked into her own record at the centre where she is listed.',
  )

  const rule = 'own-record'
  const double = stage.patient('Johanna', 'Karlsson', { from: 1955, to: 1985, sex: 'female' })
  stage.stay(double, '2026-04-25', day.thursday, 'bjorn')
  stage.leave(
    rule,
    { who: 'johanna', unit: 'ward', patient: double, on: day.monday, clock: '16:20', recipe: 'nursing' },
    'Nurse and patient are both called Johanna Karlsson and are two persons.',
  )

  const colleague = stage.asPatient('viktor')
  stage.contact({
    patient: colleague,
    unit: 'emergency',
    kind: 'visit',
    start: at(day.tuesday, '12:40'),
    end: at(day.tuesday, '16:00'),
    responsible: 'henrik',
    by: 'amina',
  })
  stage.leave(
    rule,
    { who: 'henrik', unit: 'emergency', patient: colleague, on: day.tuesday, clock: '13:10', recipe: 'assess' },
    'The patient is a nurse of the unit, treated by a colleague.',
  )

  const reader = stage.asPatient('stefan')
  stage.stay(reader, '2026-04-26', day.wednesday, 'oskar')
  stage.leave(
    rule,
    { who: 'oskar', unit: 'ward', patient: reader, on: day.tuesday, clock: '09:20', recipe: 'round' },
    'The patient works at the laboratory; the physician in charge read, not he.',
  )
}
