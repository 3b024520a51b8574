import { addDays, days, isOpenDay, type Moment, at } from '../samples/calendar.ts'

/** The month that is counted: all of March 2026. */
export const month = { from: '2026-03-01', to: '2026-04-01' } as const

/**
 * The log begins more than 90 days before the month, or nobody could tell which lookup of a patient is a user's first;
 * care goes on for three weeks after it, or the last fourteen days would not be settled.
 */
export const span = { from: '2025-11-27', to: '2026-04-21' } as const

export const logEnd: Moment = at(month.to)

/** All days of the span, the last one included. */
export const allDays = days(span.from, addDays(span.to, -1))

export const monthDays = days(month.from, addDays(month.to, -1))

/** The sample's calendar begins with 2026; the span begins before Christmas. */
const closedBefore = new Set(['2025-12-24', '2025-12-25', '2025-12-26', '2025-12-31'])

export function isWorkday(day: string): boolean {
  return isOpenDay(day) && !closedBefore.has(day)
}

/** The next day on which offices are open. */
export function workdayAfter(day: string): string {
  const next = addDays(day, 1)
  return isWorkday(next) ? next : workdayAfter(next)
}
