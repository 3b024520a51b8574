export interface Holiday {
  readonly day: string
  readonly name: string
  /** Wall clock from which the day is one: an eve such as Valborg begins at noon. */
  readonly from_time: string
}

/** The same day every year. */
const fixed: readonly Holiday[] = [
  { day: '01-01', name: 'nyårsdagen', from_time: '00:00' },
  { day: '01-05', name: 'trettondagsafton', from_time: '12:00' },
  { day: '01-06', name: 'trettondedag jul', from_time: '00:00' },
  { day: '04-30', name: 'valborgsmässoafton', from_time: '12:00' },
  { day: '05-01', name: 'första maj', from_time: '00:00' },
  { day: '06-06', name: 'nationaldagen', from_time: '00:00' },
  { day: '12-24', name: 'julafton', from_time: '00:00' },
  { day: '12-25', name: 'juldagen', from_time: '00:00' },
  { day: '12-26', name: 'annandag jul', from_time: '00:00' },
  { day: '12-31', name: 'nyårsafton', from_time: '00:00' },
]

/** So many days after Easter Sunday. */
const fromEaster: readonly (readonly [number, string])[] = [
  [-2, 'långfredagen'],
  [-1, 'påskafton'],
  [0, 'påskdagen'],
  [1, 'annandag påsk'],
  [39, 'Kristi himmelsfärdsdag'],
  [48, 'pingstafton'],
  [49, 'pingstdagen'],
]

/**
 * Swedish public holidays (lagen 1989:253, as since 2005) and their eves of the years that the days touch. Two on one day
 * are one, from when the first of them begins.
 */
export function swedishHolidays(from: string, to: string): Holiday[] {
  const found = new Map<string, Holiday>()
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    for (const holiday of holidaysOf(year)) {
      const known = found.get(holiday.day)
      if (!known || holiday.from_time < known.from_time) found.set(holiday.day, holiday)
    }
  }
  return [...found.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

function holidaysOf(year: number): Holiday[] {
  const easter = easterSunday(year)
  const midsummer = saturdayFrom(Date.UTC(year, 5, 20))
  const allSaints = saturdayFrom(Date.UTC(year, 9, 31))
  return [
    ...fixed.map((holiday) => ({ ...holiday, day: `${year}-${holiday.day}` })),
    ...fromEaster.map(([days, name]) => ({ day: dayOf(easter, days), name, from_time: '00:00' })),
    { day: dayOf(midsummer, -1), name: 'midsommarafton', from_time: '00:00' },
    { day: dayOf(midsummer), name: 'midsommardagen', from_time: '00:00' },
    { day: dayOf(allSaints, -1), name: 'allhelgonaafton', from_time: '12:00' },
    { day: dayOf(allSaints), name: 'alla helgons dag', from_time: '00:00' },
  ]
}

const milliseconds = 86_400_000

function dayOf(time: number, later = 0): string {
  return new Date(time + later * milliseconds).toISOString().slice(0, 10)
}

/** The first Saturday that is no earlier. */
function saturdayFrom(time: number): number {
  return time + (6 - new Date(time).getUTCDay()) * milliseconds
}

/** Easter Sunday in the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
function easterSunday(year: number): number {
  const [century, ofCentury] = [Math.floor(year / 100), year % 100]
  const golden = year % 19
  const epact = (19 * golden + century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const march = epact + weekday - 7 * late + 22
  return Date.UTC(year, 2, march)
}
