import { addDays, at, dayLength, days, hour, isOpenDay, minute, week } from './calendar.ts'
import { addContact, member, type Plan, someone } from './contacts.ts'
import type { StaffMember } from './staff.ts'
import type { Patient } from './tables.ts'
import type { UnitKey } from './units.ts'

interface Practice {
  readonly unit: UnitKey
  readonly secretary: string
  readonly physicians: readonly string[]
  readonly nurse: string
  /** Visits a day in the week of the log, and in the thinned-out months around it. */
  readonly busy: number
  readonly quiet: number
}

const practices: readonly Practice[] = [
  {
    unit: 'clinic',
    secretary: 'monica',
    physicians: ['helena', 'daniel', 'bjorn'],
    nurse: 'camilla',
    busy: 24,
    quiet: 3,
  },
  { unit: 'daySurgery', secretary: 'monica', physicians: ['daniel'], nurse: 'patrik', busy: 7, quiet: 0.6 },
  { unit: 'primaryCare', secretary: 'yvonne', physicians: ['eva', 'jonas'], nurse: 'kristina', busy: 18, quiet: 1.5 },
]

const yearDays = days('2026-01-02', '2026-05-29').filter(isOpenDay)

/** The clinic, day surgery and the primary-care centre. On the eve and the holiday of the week they are closed. */
export function planOutpatients(
  plan: Plan,
  patients: Readonly<Record<'clinic' | 'daySurgery' | 'primaryCare', readonly Patient[]>>,
): void {
  for (const practice of practices) {
    const own = patients[practice.unit as keyof typeof patients]
    for (const day of yearDays) {
      const isNear = day >= addDays(week.monday, -3) && day <= addDays(week.sunday, 4)
      const wanted = isNear ? practice.busy : practice.quiet
      const count = Math.floor(wanted) + (plan.random.chance(wanted % 1) ? 1 : 0)
      for (let place = 0; place < count; place += 1) visit(plan, practice, own, day, place)
    }
    for (let count = 0; count < 25; count += 1) book(plan, practice, own)
  }
  listPatients(plan, patients.primaryCare)
  talkAndPrescribe(plan, patients)
}

function clinicianOf(plan: Plan, practice: Practice, day: string): StaffMember {
  const present = practice.physicians.filter((key) =>
    plan.roster.of(practice.unit, 'physician', day).some((period) => period.member.key === key),
  )
  const keys = present.length > 0 ? present : practice.physicians
  return member(plan, plan.random.chance(0.3) ? practice.nurse : plan.random.pick(keys))
}

function visit(plan: Plan, practice: Practice, own: readonly Patient[], day: string, place: number): void {
  const { world, random } = plan
  const { patient_id } = random.pick(own)
  const start = at(day, '08:30') + (place % 12) * 30 * minute
  addContact(world, {
    patient: patient_id,
    unit: practice.unit,
    kind: 'visit',
    start,
    end: start + random.pick([20, 30, 45]) * minute,
    responsible: clinicianOf(plan, practice, day),
    by: member(plan, practice.secretary),
    registered: at(addDays(day, -random.int(8, 60)), '10:00') + random.int(0, 300) * minute,
  })
}

/** Visits to come when the data were drawn, at the end of May, and some that never came about. */
function book(plan: Plan, practice: Practice, own: readonly Patient[]): void {
  const { world, random } = plan
  const isCancelled = random.chance(0.3)
  const day = addDays(isCancelled ? '2026-03-02' : '2026-06-01', random.int(0, 60))
  const start = at(day, '09:00') + random.int(0, 12) * 30 * minute
  addContact(world, {
    patient: random.pick(own).patient_id,
    unit: practice.unit,
    kind: 'booking',
    start,
    end: start + 30 * minute,
    status: isCancelled ? 'cancelled' : 'planned',
    responsible: member(plan, random.pick(practice.physicians)),
    registered: start - random.int(10, 30) * dayLength,
    by: member(plan, practice.secretary),
  })
}

/** Everyone who comes to the primary-care centre is listed there. */
function listPatients({ world, random }: Plan, own: readonly Patient[]): void {
  for (const { patient_id } of own) {
    const day = addDays('2016-01-04', random.int(0, 3600))
    addContact(world, { patient: patient_id, unit: 'primaryCare', kind: 'listing', start: at(day) })
  }
}

/** Everyday contacts without a visit, and what one unit asks of another. */
function talkAndPrescribe(
  plan: Plan,
  { clinic, daySurgery, primaryCare }: Record<'clinic' | 'daySurgery' | 'primaryCare', readonly Patient[]>,
): void {
  const { world, random } = plan
  for (const day of yearDays) {
    const isOfWeek = day >= week.monday && day <= week.sunday
    for (let call = isOfWeek ? 10 : 1; call > 0; call -= 1) {
      const kind = random.weighted([
        ['phone', 5],
        ['prescription', 3],
        ['message', 1],
        ['certificate', 1],
        ['consultation', 1],
      ])
      const unit = random.chance(0.7) ? 'primaryCare' : 'clinic'
      const start = at(day, '08:45') + random.int(0, 400) * minute
      const by =
        kind === 'phone' || kind === 'message'
          ? someone(plan, unit, 'nurse', start)
          : someone(plan, unit, 'physician', start)
      const patient = random.pick(unit === 'clinic' ? clinic : primaryCare).patient_id
      addContact(world, {
        patient,
        unit,
        kind,
        start,
        responsible: by,
        registered: start + random.int(1, 9) * minute,
        by,
      })
    }
    if (random.chance(0.3)) {
      const start = at(day, '10:00') + random.int(0, 300) * minute
      const by = someone(plan, 'primaryCare', 'physician', start)
      addContact(world, {
        patient: random.pick(primaryCare).patient_id,
        unit: 'clinic',
        kind: 'referral',
        other: 'primaryCare',
        start,
        by,
      })
    }
    if (random.chance(0.1)) {
      const start = at(day, '11:00')
      const by = member(plan, 'monica')
      addContact(world, {
        patient: random.pick(daySurgery).patient_id,
        unit: 'daySurgery',
        kind: 'waitlist',
        start,
        end: start + 60 * dayLength + hour,
        by,
      })
    }
  }
}
