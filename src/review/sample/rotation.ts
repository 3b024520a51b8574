import type { Entry } from '../../model/review.ts'
import { inDrawOrder } from './draw-order.ts'

/** A member of staff as a rotation needs them. */
export interface Member {
  readonly user_id: string
  /** The first day that the log knows them. */
  readonly first_day: string
  /** Has lookups in the month, and is not registered as absent all of it. */
  readonly present: boolean
}

type Earlier = Pick<Entry<'drawn'>, 'from' | 'items' | 'left_out'>

/** Whom a rotation has chosen, and who of them are away and come first next month. */
export interface Rotation {
  readonly drawn: readonly string[]
  readonly postponed: readonly string[]
}

/** Everyone is drawn within so many months. */
const months = 12

/**
 * Chooses a month's twelfth of the staff, rounded up: first those who would otherwise not be drawn within twelve months,
 * then by lot those who have not been drawn in the last eleven; the places that are left, and one more, from all the rest,
 * so that no one can know to be done. Who was away last time comes first, over and above the twelfth.
 * @param earlier the rotations of the months before, in any order
 * @param from the first day of the month
 */
export function chooseRotation(
  members: readonly Member[],
  earlier: readonly Earlier[],
  from: string,
  seed: number,
): Rotation {
  const before = earlier.filter((draw) => draw.from < from)
  const known = history(before)
  const began = before.map((draw) => draw.from).toSorted()[0] ?? from
  const isDone = ({ user_id }: Member): boolean => {
    const last = known.drawn.get(user_id)
    return last !== undefined && monthsBetween(last, from) < months
  }
  const isDue = ({ user_id, first_day }: Member): boolean => {
    const last = known.drawn.get(user_id)
    if (last !== undefined) return monthsBetween(last, from) >= months
    // This month is the twelfth in which the user can be drawn.
    return monthsBetween(first_day > began ? first_day : began, from) >= months - 1
  }
  const quota = Math.ceil(members.length / months)
  const waiting = members.filter(({ user_id }) => known.postponed.has(user_id))
  const others = members.filter(({ user_id }) => !known.postponed.has(user_id))
  const due = others.filter(isDue)
  const turn = inDrawOrder(seed, idsOf(others.filter((one) => !isDone(one) && !isDue(one)))).slice(
    0,
    Math.max(0, quota - due.length),
  )
  const chosen = new Set([...idsOf(waiting), ...idsOf(due), ...turn])
  // Nobody is owed the places that are left: they go to those who are there.
  const rest = idsOf(members.filter(({ user_id, present }) => present && !chosen.has(user_id)))
  const places = Math.max(0, quota - due.length - turn.length) + 1
  for (const id of inDrawOrder(seed, rest, 'all ').slice(0, places)) chosen.add(id)
  const isPresent = new Map(members.map(({ user_id, present }) => [user_id, present]))
  return {
    drawn: inDrawOrder(
      seed,
      [...chosen].filter((id) => isPresent.get(id)),
    ),
    postponed: [...chosen].filter((id) => !isPresent.get(id)).toSorted(),
  }
}

function idsOf(members: readonly Member[]): string[] {
  return members.map(({ user_id }) => user_id)
}

/** In which month each was drawn last, and who has been postponed since. */
function history(before: readonly Earlier[]): { drawn: Map<string, string>; postponed: Set<string> } {
  const drawn = new Map<string, string>()
  const postponed = new Set<string>()
  for (const { from, items, left_out } of before.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    for (const { user_id, cause } of left_out) if (cause === 'absent') postponed.add(user_id)
    for (const { user_id } of items) {
      if (user_id === null) continue
      drawn.set(user_id, from)
      postponed.delete(user_id)
    }
  }
  return { drawn, postponed }
}

/** Whole months from the month of one day to the month of another. */
function monthsBetween(earlier: string, later: string): number {
  const count = (day: string): number => Number(day.slice(0, 4)) * months + Number(day.slice(5, 7))
  return count(later) - count(earlier)
}
