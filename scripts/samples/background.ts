import { at } from './calendar.ts'
import { day, type Stage } from './stage.ts'
import { units } from './units.ts'

const region = units.ward.care_provider_id

/** Reference data that other rules ask for: blocks and what lifts them, absences, the watchlist, and who reviews. */
export function playBackground(stage: Stage): void {
  const { world } = stage.plan
  const blocked = stage.patient('Anette', 'Bergman', { from: 1958, to: 1985, sex: 'female' })
  stage.contact({
    patient: blocked,
    unit: 'clinic',
    kind: 'visit',
    start: at('2026-02-03', '10:00'),
    end: at('2026-02-03', '10:30'),
    responsible: 'helena',
    registered: at('2026-01-14', '10:00'),
    by: 'monica',
  })
  stage.contact({
    patient: blocked,
    unit: 'emergency',
    kind: 'visit',
    start: at(day.saturday, '10:50'),
    end: at(day.saturday, '15:20'),
    responsible: 'henrik',
    by: 'petra',
  })
  stage.opens({
    who: 'henrik',
    unit: 'emergency',
    patient: blocked,
    on: day.saturday,
    clock: '11:05',
    recipe: 'emergencyOpening',
    owner: 'clinic',
    breakGlass: true,
    reason: 'Medvetslös – inga anhöriga på plats',
  })
  const { care_unit_id: emergency } = units.emergency
  world.block_override.push({
    patient_id: blocked.patient_id,
    care_unit_id: emergency,
    user_id: stage.staff('henrik').row.user_id,
    reason: 'emergency',
    valid_from: day.saturday,
    valid_to: day.saturday,
  })

  const outer = stage.patient('Lovisa', 'Mårtensson', { from: 1970, to: 1999, sex: 'female' })
  const inner = stage.patient('Jesper', 'Jönsson', { from: 1960, to: 1990, sex: 'male' })
  stage.contact({
    patient: inner,
    unit: 'ward',
    kind: 'admission',
    start: at('2026-03-05', '16:00'),
    end: at('2026-03-09', '11:00'),
    responsible: 'bjorn',
    by: 'annika',
  })
  world.block_override.push({
    patient_id: inner.patient_id,
    care_unit_id: units.clinic.care_unit_id,
    user_id: '',
    reason: 'consent',
    valid_from: '2026-04-01',
    valid_to: '2026-06-30',
  })
  world.block.push(
    {
      block_id: 'SP-001',
      patient_id: blocked.patient_id,
      kind: 'inner',
      care_provider_id: region,
      care_unit_id: units.clinic.care_unit_id,
      valid_from: '2026-02-10',
      valid_to: '',
    },
    {
      block_id: 'SP-002',
      patient_id: outer.patient_id,
      kind: 'outer',
      care_provider_id: region,
      care_unit_id: '',
      valid_from: '2024-10-01',
      valid_to: '',
    },
    {
      block_id: 'SP-003',
      patient_id: inner.patient_id,
      kind: 'inner',
      care_provider_id: region,
      care_unit_id: units.ward.care_unit_id,
      valid_from: '2026-03-12',
      valid_to: '',
    },
    {
      block_id: 'SP-004',
      patient_id: inner.patient_id,
      kind: 'outer',
      care_provider_id: region,
      care_unit_id: '',
      valid_from: '2025-01-01',
      valid_to: '2025-12-31',
    },
  )
  world.watchlist.push({
    patient_id: outer.patient_id,
    reason: 'Målsägande i uppmärksammad rättegång',
    valid_from: '2026-02-01',
    valid_to: '2026-03-31',
  })

  for (const [who, kind, valid_from, valid_to] of [
    ['ylva', 'sick', day.thursday, day.friday],
    ['tobias', 'parental', day.friday, '2026-05-10'],
    ['sofia', 'vacation', '2026-05-11', '2026-05-17'],
    ['birgitta', 'vacation', '2026-04-13', '2026-04-17'],
    ['linnea', 'sick', day.wednesday, day.wednesday],
  ] as const) {
    world.absence.push({ user_id: stage.staff(who).row.user_id, kind, valid_from, valid_to })
  }
  for (const [unit, who, role] of [
    ['ward', 'ingrid', 'reviewer'],
    ['ward', 'karin', 'deputy'],
    ['clinic', 'camilla', 'reviewer'],
    ['clinic', 'jenny', 'deputy'],
    ['daySurgery', 'patrik', 'reviewer'],
    ['emergency', 'ulrika', 'reviewer'],
    ['emergency', 'petra', 'deputy'],
    ['laboratory', 'stefan', 'reviewer'],
    ['primaryCare', 'eva', 'reviewer'],
    ['homeCare', 'anneli', 'reviewer'],
    ['staff', 'tomas', 'reviewer'],
    ['ward', 'fatima', 'second'],
  ] as const) {
    world.reviewer.push({
      care_unit_id: units[unit].care_unit_id,
      user_id: stage.staff(who).row.user_id,
      role,
      valid_from: '2026-01-01',
      valid_to: '',
    })
  }
  world.reviewer.push({
    care_unit_id: '',
    user_id: stage.staff('margareta').row.user_id,
    role: 'central',
    valid_from: '2026-01-01',
    valid_to: '',
  })
}
