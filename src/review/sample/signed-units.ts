import type { Control } from '../controls.ts'

/**
 * The units of a control that are signed, of those that a draw is from: what is drawn into them would be in a protocol that
 * has been signed, and be judged by nobody. The central reviewer's part has no unit.
 * @param scope the unit that is drawn from by itself; null for a draw from everyone
 */
export function signedUnits(control: Control | undefined, scope: string | null): (string | null)[] {
  return (control?.parts ?? [])
    .filter(({ stage, care_unit_id }) => stage === 'signed' && (scope === null || scope === care_unit_id))
    .map(({ care_unit_id }) => care_unit_id)
}
