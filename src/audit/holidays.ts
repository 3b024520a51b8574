import Holidays from 'date-holidays'

export interface Holiday {
  readonly day: string
  readonly name: string
  /** Wall clock from which the day is one: an eve such as Valborg begins at noon. */
  readonly from_time: string
}

/**
 * Swedish public holidays and their eves (every *afton*) of the years that the days touch, from `date-holidays`.
 * What the library calls an observance or optional day counts only when it is an eve.
 */
export function swedishHolidays(from: string, to: string): Holiday[] {
  const calendar = new Holidays('SE', { languages: 'sv' })
  const found = new Map<string, Holiday>()
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    for (const { date, type, name } of calendar.getHolidays(year)) {
      if (type !== 'public' && type !== 'bank' && !name.endsWith('afton')) continue
      const day = date.slice(0, 10)
      const from_time = date.slice(11, 16)
      const known = found.get(day)
      if (!known || from_time < known.from_time) found.set(day, { day, name, from_time })
    }
  }
  return [...found.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}
