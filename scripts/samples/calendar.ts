/** A wall-clock moment, in milliseconds on a clock without a zone: the sample never needs an instant. */
export type Moment = number

export const minute = 60_000
export const hour = 60 * minute
export const dayLength = 24 * hour

/** The week of the log: Monday to Sunday. */
export const week = {
  monday: '2026-04-27',
  sunday: '2026-05-03',
  start: at('2026-04-27'),
  end: at('2026-05-04'),
} as const

/** Eves are closed like the holidays they lead to, as the rule `off-hours` counts them. */
const closedDays = new Set([
  '2026-01-01',
  '2026-01-05',
  '2026-01-06',
  '2026-04-02',
  '2026-04-03',
  '2026-04-06',
  '2026-04-30',
  '2026-05-01',
  '2026-05-14',
])

export function at(day: string, clock = '00:00'): Moment {
  return Date.parse(`${day}T${clock}Z`)
}

export function dayOf(moment: Moment): string {
  return new Date(moment).toISOString().slice(0, 10)
}

export function clockOf(moment: Moment): string {
  return new Date(moment).toISOString().slice(11, 19)
}

/** A moment as the files write it: `2026-04-27 07:58:12`. */
export function stamp(moment: Moment): string {
  return `${dayOf(moment)} ${clockOf(moment)}`
}

export function momentOf(text: string): Moment {
  return Date.parse(`${text.replace(' ', 'T')}Z`)
}

export function addDays(day: string, days: number): string {
  return dayOf(at(day) + days * dayLength)
}

export function addYears(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
}

/** Every day from one to another, both included. */
export function days(from: string, to: string): string[] {
  const all: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) all.push(day)
  return all
}

/** Monday is 1, Sunday is 7. */
export function weekday(day: string): number {
  return new Date(at(day)).getUTCDay() || 7
}

/** A day on which units with opening hours are open. */
export function isOpenDay(day: string): boolean {
  return weekday(day) <= 5 && !closedDays.has(day)
}
