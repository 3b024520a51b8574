import Holidays from 'date-holidays'
import { stringify } from 'csv-stringify/sync'

/** Logs of care are younger than this, and a year that far ahead is asked of a later version. */
const years = { first: 1970, last: 2100 }

/**
 * Swedish public holidays and their eves (every *afton*), as `src/audit/calendar/holidays.csv` has them, from `date-holidays`.
 * What the library calls an observance or optional day counts only when it is an eve.
 */
export function holidaysCsv(): string {
  const calendar = new Holidays('SE', { languages: 'sv' })
  const found = new Map<string, { day: string; from_time: string; name: string }>()
  for (let year = years.first; year <= years.last; year++) {
    for (const { date, type, name } of calendar.getHolidays(year)) {
      if (type !== 'public' && type !== 'bank' && !name.endsWith('afton')) continue
      const day = date.slice(0, 10)
      const from_time = date.slice(11, 16)
      const known = found.get(day)
      if (!known || from_time < known.from_time) found.set(day, { day, from_time, name })
    }
  }
  const rows = [...found.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
  return stringify(rows, { header: true, columns: ['day', 'from_time', 'name'] })
}
