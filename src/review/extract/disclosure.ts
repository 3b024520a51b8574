import { Temporal } from 'temporal-polyfill'
import type { AssessmentCause, ExtractRequester } from '../../model/patient-extract.ts'
import { birthDate, normalisePersonId } from '../../model/person-id.ts'

/** What is known of a patient whose extract is asked for. */
export interface AskedPatient {
  /** Every id of the person. */
  readonly ids: readonly string[]
  /** As the register has it. */
  readonly birth_date: string | null
  readonly deceased: boolean
  readonly protected: boolean
}

/**
 * What a person must assess before an extract is given out; nothing when it may be given out as it is.
 * A guardian decides for a small child, but from about 13 the child's own will weighs more (FB 6 kap. 11 §, OSL 12 kap. 3 §).
 * @param today a local day
 */
export function causesToAssess(
  patient: AskedPatient,
  requested_by: ExtractRequester,
  today: string,
): AssessmentCause[] {
  const causes: AssessmentCause[] = []
  if (patient.protected) causes.push('protected')
  if (patient.deceased) causes.push('deceased')
  if (requested_by === 'proxy' || requested_by === 'representative' || requested_by === 'relative')
    causes.push(requested_by)
  if (requested_by === 'guardian') {
    const age = ageOn(patient, today)
    if (age === undefined) causes.push('age_unknown')
    else if (age >= 18) causes.push('adult')
    else if (age >= 13) causes.push('minor')
  }
  return causes
}

/** Whole years; by the register, else by the number. A reserve number that tells no day of birth leaves it open. */
function ageOn({ birth_date, ids }: AskedPatient, today: string): number | undefined {
  const born = birth_date ?? ids.map((id) => birthDate(normalisePersonId(id, today))).find((day) => day !== null)
  if (!born) return undefined
  return Temporal.PlainDate.from(born).until(Temporal.PlainDate.from(today), { largestUnit: 'years' }).years
}
