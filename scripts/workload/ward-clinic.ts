import { addDays, at, dayOf, hour, minute } from '../samples/calendar.ts'
import type { Patient } from '../samples/tables.ts'
import { workdayAfter } from './calendar.ts'
import type { Month } from './month.ts'
import { units } from './units.ts'
import type { Stay } from './ward.ts'

const { ward, clinic, surgery, emergency } = units

/** What the ward's people do elsewhere on a workday: at the clinic, for other wards, about patients yet to come. */
export function clinicWork(month: Month, stays: readonly Stay[], others: readonly Patient[], day: string): void {
  const { random, rota } = month
  for (const shift of rota.of(clinic, 'physician', day)) {
    for (let place = 0; place < 9; place += 1) {
      const { patient_id: patient } = random.pick(others)
      const start = at(day, '08:30') + place * 45 * minute
      const registered = start - random.int(3, 40) * 24 * hour
      month.contact({
        patient,
        unit: clinic,
        kind: 'visit',
        start,
        end: start + hour / 2,
        responsible: shift.member,
        registered,
      })
      month.does(shift, patient, start + 3 * minute, 'assess')
      // The secretaries write for the ward and the clinic alike.
      const secretary = month.pickShift(rota.of(ward, 'secretary', workdayAfter(day)))
      if (random.chance(0.5)) month.somewhen(secretary, patient, 'transcribe')
    }
  }
  const physicians = rota.of(ward, 'physician', day)
  for (let count = month.some(5); count > 0; count -= 1) consult(month, others, day)
  // Referrals to the clinic are weighed by the ward's physicians.
  for (let count = month.some(6); count > 0; count -= 1) {
    const { patient_id: patient } = random.pick(others)
    month.contact({ patient, unit: clinic, kind: 'referral', start: at(day, '07:00'), other: units.centre })
    month.somewhen(month.pickShift(physicians), patient, 'readAnswer')
  }
  // Calls from those who were here, or from their next of kin.
  const gone = stays.filter(({ end }) => end < at(day) && end > at(addDays(day, -50)))
  for (let count = month.some(4); count > 0 && gone.length > 0; count -= 1) {
    const { patient } = random.pick(gone)
    month.contact({ patient, unit: ward, kind: 'phone', start: at(day, '09:00') + random.int(0, 300) * minute })
    month.somewhen(month.pickShift(rota.of(ward, 'nurse', day, '07:00')), patient, 'phoneCall')
  }
  // Advice to those who ring and have never been here, registered by the telephone system.
  for (let count = month.some(2.5); count > 0; count -= 1) {
    const { patient_id: patient } = random.pick(others)
    month.contact({ patient, unit: ward, kind: 'phone', start: at(day, '08:30') + random.int(0, 300) * minute })
    month.somewhen(month.pickShift(rota.of(ward, 'nurse', day, '07:00')), patient, 'phoneCall')
  }
  pool(month, others, day)
}

/** Asked for advice by the emergency department and other wards; most of it is registered. */
function consult(month: Month, others: readonly Patient[], day: string): void {
  const { random } = month
  const { patient_id: patient } = random.pick(others)
  const start = at(day, '09:00') + random.int(0, 360) * minute
  month.contact({ patient, unit: emergency, kind: 'visit', start: start - 3 * hour, end: start + 3 * hour })
  if (random.chance(0.75))
    month.contact({ patient, unit: ward, kind: 'consultation', start, end: start + hour / 2, other: emergency })
  month.somewhen(month.pickShift(month.rota.of(ward, 'physician', day)), patient, 'assess')
  const coordinator = month.rota.of(ward, 'nurse', day, '07:00')[0]
  if (random.chance(0.4)) month.does(coordinator, patient, start + hour / 2, 'prepare')
}

/** Whoever helps out at the surgical ward has patients there. */
function pool(month: Month, others: readonly Patient[], day: string): void {
  for (const shift of month.rota.of(surgery, 'nurse', day)) {
    for (let count = 7; count > 0; count -= 1) {
      const { patient_id: patient } = month.random.pick(others)
      const start = at(day, '06:00') - month.random.int(5, 60) * hour
      month.contact({
        patient,
        unit: surgery,
        kind: 'admission',
        start,
        end: at(addDays(dayOf(shift.start), 2), '11:00'),
      })
      month.somewhen(shift, patient, 'nursing')
    }
  }
}
