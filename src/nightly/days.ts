import type { NightlyState } from '../audit/nightly-state.ts'
import { addDays } from '../model/period.ts'

/** Local days, both inclusive. */
export interface Days {
  readonly from: string
  readonly to: string
}

type Coverage = NightlyState['coverage']

/** The days of all. */
const ever: Days = { from: '0001-01-01', to: '9999-12-31' }

/** The days on which a unit's coverage, or whether it is settled, differs between two nights. */
export function coverageChanges(
  before: Coverage,
  after: Coverage,
  settle: { readonly before: number; readonly after: number },
): { readonly care_unit_id: string | null; readonly days: Days }[] {
  const [old, now] = [byUnit(before), byUnit(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((care_unit_id) => {
    const [was, is] = [old.get(care_unit_id), now.get(care_unit_id)]
    if (!was || !is) return [{ care_unit_id, days: ever }]
    const differing = difference(was, is)
    const settledOnce = addDays(was.at(-1)!.to, -settle.before)
    const settledNow = addDays(is.at(-1)!.to, -settle.after)
    // What is not settled says how far the contacts reach, which has changed as well.
    if (settledOnce !== settledNow || was.at(-1)!.to !== is.at(-1)!.to)
      differing.push({ from: addDays(settledOnce < settledNow ? settledOnce : settledNow, 1), to: ever.to })
    return differing.map((days) => ({ care_unit_id, days }))
  })
}

function byUnit(coverage: Coverage): Map<string | null, Days[]> {
  const units = new Map<string | null, Days[]>()
  for (const { care_unit_id, covers_from: from, covers_to: to } of coverage) {
    units.set(care_unit_id, [...(units.get(care_unit_id) ?? []), { from, to }])
  }
  return units
}

/** The days that are in the one and not in the other; each a list of spans in order that do not meet. */
export function difference(one: readonly Days[], other: readonly Days[]): Days[] {
  return [...without(one, other), ...without(other, one)]
}

function without(spans: readonly Days[], taken: readonly Days[]): Days[] {
  return taken.reduce<readonly Days[]>(
    (left, cut) =>
      left.flatMap((span) =>
        cut.to < span.from || cut.from > span.to
          ? [span]
          : [
              ...(cut.from > span.from ? [{ from: span.from, to: addDays(cut.from, -1) }] : []),
              ...(cut.to < span.to ? [{ from: addDays(cut.to, 1), to: span.to }] : []),
            ],
      ),
    spans,
  ) as Days[]
}

type Reviewing = NightlyState['reviewing']

/** Whose lookups of which record somebody's review explains since, or explains no more, and on which days. */
export function reviewChanges(before: Reviewing, after: Reviewing): Reviewing[number][] {
  const key = ({ user_id, patient_id }: Reviewing[number]) => JSON.stringify([user_id, patient_id])
  const [old, now] = [Map.groupBy(before, key), Map.groupBy(after, key)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((pair) => {
    const [was, is] = [merged(old.get(pair) ?? []), merged(now.get(pair) ?? [])]
    const [user_id, patient_id] = JSON.parse(pair) as [string, string]
    return difference(was, is).map((days) => ({ user_id, patient_id, ...days }))
  })
}

/** Spans in order, those that meet put together. */
function merged(spans: readonly Days[]): Days[] {
  const out: { from: string; to: string }[] = []
  for (const { from, to } of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = out.at(-1)
    if (last && from <= addDays(last.to, 1)) last.to = to > last.to ? to : last.to
    else out.push({ from, to })
  }
  return out
}
