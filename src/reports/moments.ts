import type { Reading } from './reading.ts'

/** Whatever has the words that days are told in. */
type Worded = Pick<Reading, 'words'>

const dayLength = 86_400_000

/** `4 mars 2026`; what is no date stays as it is. */
export function dayText({ words }: Worded, day: string): string {
  const date = parseDay(day)
  return date ? `${date.day} ${words.months[date.month - 1]} ${date.year}` : day
}

/** `onsdag 4 mars 2026`. */
export function weekdayText(reading: Worded, day: string): string {
  const date = parseDay(day)
  return date ? `${reading.words.weekdays[date.weekday - 1]} ${dayText(reading, day)}` : day
}

/** `1–31 mars 2026`, both days included, saying no month or year twice. */
export function spanText(reading: Worded, first: string, last: string): string {
  if (first === last) return dayText(reading, first)
  const [from, to] = [parseDay(first), parseDay(last)]
  if (!from || !to) return `${first} – ${last}`
  if (from.year !== to.year) return `${dayText(reading, first)} – ${dayText(reading, last)}`
  if (from.month !== to.month) return `${from.day} ${reading.words.months[from.month - 1]} – ${dayText(reading, last)}`
  return `${from.day}–${dayText(reading, last)}`
}

/** The half-open period of the run, told from its first to its last day. */
export function periodText(reading: Reading): string {
  const { from, to } = reading.report.document.run
  const end = Date.parse(`${to}T00:00:00Z`)
  const last = Number.isNaN(end) ? to : new Date(end - dayLength).toISOString().slice(0, 10)
  return spanText(reading, from, last < from ? from : last)
}

/** `21:14` of a wall-clock time. */
export function clockText(time: string): string {
  return /T(\d\d:\d\d)/.exec(time)?.[1] ?? time
}

/** `21:14–21:39`, or one time where both are the same. */
export function clockSpan(first: string, last: string): string {
  const [from, to] = [clockText(first), clockText(last)]
  return from === to ? from : `${from}–${to}`
}

function parseDay(day: string): { year: number; month: number; day: number; weekday: number } | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)
  const instant = Date.parse(`${day}T00:00:00Z`)
  if (!parts || Number.isNaN(instant)) return undefined
  return {
    year: Number(parts[1]),
    month: Number(parts[2]),
    day: Number(parts[3]),
    weekday: new Date(instant).getUTCDay() || 7,
  }
}
