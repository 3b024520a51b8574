import { stamp, week } from './calendar.ts'
import { asLogged } from './personal-numbers.ts'
import type { Random } from './random.ts'
import type { LogEvent } from './schedule.ts'
import type { World } from './tables.ts'
import { purposeWords } from './tasks.ts'
import type { Ties } from './ties.ts'
import { units } from './units.ts'

/** The header of the export. */
export const logColumns = [
  'Loggpost-id',
  'Tidpunkt',
  'Användar-id',
  'Användare',
  'Titel',
  'Medarbetaruppdrag',
  'Vårdenhet-id',
  'Vårdenhet',
  'Vårdgivare-id',
  'Patient-id',
  'Patientnamn',
  'Aktivitet',
  'Aktivitetsnivå',
  'Ändamål',
  'Informationstyp',
  'Informationsägare enhet',
  'Informationsägare vårdgivare',
  'Nödöppning',
  'Angiven orsak',
  'Arbetsstation',
  'Session',
] as const

/** The events of the week as the journal system exports them, in the order of time. */
export function logRows(world: World, ties: Ties, events: readonly LogEvent[], random: Random): string[][] {
  const inOrder = eventsOfWeek(events).sort(
    (a, b) => a.time - b.time || (a.member.row.user_id < b.member.row.user_id ? -1 : 1),
  )
  return inOrder.map((event) => logRow(world, ties, event, random))
}

/** Without the evening before and the night after. */
export function eventsOfWeek(events: readonly LogEvent[]): LogEvent[] {
  return events.filter(({ time }) => time >= week.start && time < week.end)
}

function logRow(
  world: World,
  ties: Ties,
  { time, member, session, station, unit, activity, step, task }: LogEvent,
  random: Random,
): string[] {
  const { user_id, given_name, family_name, title } = member.row
  const place = unit ? units[unit] : undefined
  const owner = ownerOf(unit, step?.information, task?.owner)
  return [
    random.uuid(),
    stamp(time),
    user_id,
    `${given_name} ${family_name}`.trim(),
    title,
    assignmentName(
      world,
      user_id,
      place?.care_unit_id,
      task?.purpose ?? (member.role === 'robot' ? 'administration' : undefined),
    ),
    place?.care_unit_id ?? '',
    place?.name ?? '',
    (place ?? units.ward).care_provider_id,
    task ? asLogged(task.patient) : '',
    task ? nameOf(ties, task.patient) : '',
    activity,
    step?.level ?? '',
    task ? purposeWords[task.purpose ?? 'care'] : '',
    step?.information ?? '',
    task ? owner.care_unit_id : '',
    task ? owner.care_provider_id : '',
    emergencyWord(unit, task?.breakGlass, Boolean(task)),
    task?.reason ?? '',
    member.role === 'robot' ? 'ROBOT-SRV1' : place ? `${place.station}-0${station}` : 'MOBIL',
    session,
  ]
}

/** Answers belong to the hospital’s laboratory; the primary-care centre and home care keep their own. */
function ownerOf(unit: LogEvent['unit'], information: string | undefined, owner: keyof typeof units | undefined) {
  if (owner) return units[owner]
  const own = units[unit === '' ? 'ward' : unit]
  return information === 'Labsvar' && own.care_provider_id === units.laboratory.care_provider_id
    ? units.laboratory
    : own
}

/** The laboratory’s system does not know emergency access, and so says neither yes nor no. */
function emergencyWord(unit: LogEvent['unit'], isEmergency: boolean | undefined, hasPatient: boolean): string {
  if (!hasPatient || unit === 'laboratory' || unit === '') return ''
  return isEmergency ? 'Ja' : 'Nej'
}

/** The assignment people chose when they logged in; when none fits their purpose, the ordinary one. */
function assignmentName(world: World, userId: string, careUnitId: string | undefined, purpose = 'care'): string {
  const own = world.assignment.filter((row) => row.user_id === userId && row.care_unit_id === careUnitId)
  return (own.find((row) => row.purpose === purpose) ?? own[0])?.name ?? ''
}

function nameOf(ties: Ties, patientId: string): string {
  const patient = ties.patient(patientId)
  return patient?.patient_id === patientId ? `${patient.given_name} ${patient.family_name}` : 'Okänd Person'
}
