/** One stretch of opening on one weekday (1 is Monday); `closes` at or before `opens` is the day after. */
export interface Opening {
  readonly weekday: number
  readonly opens: string
  readonly closes: string
}

const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
/** The Swedish abbreviations too, since people will write them. */
const aliases: Readonly<Record<string, string>> = { Må: 'Mo', Ti: 'Tu', On: 'We', To: 'Th', Lö: 'Sa', Sö: 'Su' }
const part =
  /^([\p{L}]{2}(?:\s*[-,]\s*[\p{L}]{2})*)\s+(\d{1,2}:\d{2}\s*-\s*\d{1,2}:\d{2}(?:\s*,\s*\d{1,2}:\d{2}\s*-\s*\d{1,2}:\d{2})*)$/u

/**
 * Reads the hours of a unit: `24/7`, or parts such as `Mo-Fr 07:00-17:00; Sa 10:00-14:00`.
 * @returns the openings, `always` for 24/7, undefined for what cannot be read
 */
export function parseOpeningHours(text: string): readonly Opening[] | 'always' | undefined {
  const trimmed = text.trim()
  if (trimmed === '24/7') return 'always'
  const openings: Opening[] = []
  for (const piece of trimmed.split(';').map((one) => one.trim())) {
    if (piece === '') continue
    const match = part.exec(piece)
    const days = match && readDays(match[1]!)
    const times = match && readTimes(match[2]!)
    if (!days || !times) return undefined
    for (const weekday of days) for (const time of times) openings.push({ weekday, ...time })
  }
  return openings.length > 0 ? openings : undefined
}

function readDays(text: string): number[] | undefined {
  const days: number[] = []
  for (const range of text.split(',')) {
    const [first, last = first, ...rest] = range.split('-').map((day) => weekdayOf(day.trim()))
    if (first === undefined || last === undefined || first < 1 || last < 1 || rest.length > 0) return undefined
    for (let day = first; ; day = (day % 7) + 1) {
      days.push(day)
      if (day === last) break
    }
  }
  return days
}

function weekdayOf(day: string): number {
  const name = day.charAt(0).toUpperCase() + day.slice(1).toLowerCase()
  return weekdays.indexOf(aliases[name] ?? name) + 1
}

function readTimes(text: string): { opens: string; closes: string }[] | undefined {
  const times = text.split(',').map((range) => range.split('-').map((time) => time.trim().padStart(5, '0')))
  const valid = times.every(([opens, closes]) => isTime(opens) && opens !== '24:00' && isTime(closes))
  return valid
    ? times.map(([opens, closes]) => ({ opens: opens!, closes: closes === '24:00' ? '00:00' : closes! }))
    : undefined
}

function isTime(time: string | undefined): boolean {
  return time !== undefined && /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time)
}
