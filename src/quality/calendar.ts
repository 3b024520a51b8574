import { Temporal } from 'temporal-polyfill'
import { swedishHolidays } from '../audit/holidays.ts'

/** A day, what kind it is, and the weekday that it is like (1 Monday to 7 Sunday). */
export interface CalendarDay {
  readonly day: string
  readonly kind: 'work' | 'rest' | 'eve'
  readonly alike: number
}

/** The days from the first to the last: public holidays are like Sundays, and so, for want of better, are their eves. */
export function calendarDays(first: string, last: string): CalendarDay[] {
  const holidays = new Map(swedishHolidays(first, last).map((holiday) => [holiday.day, holiday]))
  const days: CalendarDay[] = []
  const end = Temporal.PlainDate.from(last)
  let date = Temporal.PlainDate.from(first)
  while (Temporal.PlainDate.compare(date, end) <= 0) {
    const day = date.toString()
    const holiday = holidays.get(day)
    const weekend = date.dayOfWeek >= 6
    const eve = holiday !== undefined && (holiday.from_time > '00:00' || holiday.name.endsWith('afton'))
    days.push(
      holiday === undefined || weekend
        ? { day, kind: weekend ? 'rest' : 'work', alike: date.dayOfWeek }
        : { day, kind: eve ? 'eve' : 'rest', alike: 7 },
    )
    date = date.add({ days: 1 })
  }
  return days
}
