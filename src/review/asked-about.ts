import type { AskedAbout } from '../audit/grade-lookups.ts'
import type { StoredRun } from '../audit/keep-run.ts'
import type { Entry, HandedCase } from '../model/review.ts'
import type { Control } from './controls.ts'

/** Whose lookups these cases hold, which have been handed out. */
export function aboutHanded(cases: readonly Pick<HandedCase, 'lookups'>[]): AskedAbout[] {
  return cases.flatMap(({ lookups }) => lookups)
}

/**
 * Whose lookups may be handed out of a control, or have been.
 * @param unit one unit; null is all of them
 * @returns undefined where it is everyone's: who of them opened a record of the watchlist is yet to be seen
 */
export function aboutUnit(
  plan: Entry<'planned'>,
  control: Control | undefined,
  run: StoredRun,
  unit: string | null,
): AskedAbout[] | undefined {
  if (plan.cause === 'watchlist') return undefined
  const inUnit = (one: { readonly care_unit_id: string | null }): boolean => unit === null || one.care_unit_id === unit
  const drawn = (control?.draws ?? []).flatMap(({ body }) => body.items)
  const handed = (control?.parts ?? []).filter(inUnit).flatMap(({ cases }) => cases)
  return [
    ...(plan.kind === 'targeted' ? [plan.target] : []),
    ...[...run.cases, ...drawn].filter(inUnit),
    ...aboutHanded(handed),
  ]
}
