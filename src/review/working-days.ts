import { Temporal } from 'temporal-polyfill'
import { swedishHolidays } from '../audit/holidays.ts'

/** The working day after an instant: neither Saturday, Sunday nor a public holiday. */
export function nextWorkingDay(instant: string, zone: string): string {
  let day = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 })
  const holidays = new Set(
    swedishHolidays(day.toString(), day.add({ days: 14 }).toString()).map((holiday) => holiday.day),
  )
  while (day.dayOfWeek > 5 || holidays.has(day.toString())) day = day.add({ days: 1 })
  return day.toString()
}
