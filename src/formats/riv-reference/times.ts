import { addDays } from '../../model/period.ts'

/** A time as ISO 8601: the contracts write `20260304`, `20260304101500`, or XML's own form. */
export function isoTime(text: string | undefined): string | undefined {
  const digits = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$/.exec(text ?? '')
  if (!digits) return text
  const [, year, month, day, hour, minute, second] = digits
  return hour === undefined ? `${year}-${month}-${day}` : `${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}`
}

/** The day of a time. A year or month alone is no day. */
export function isoDay(text: string | undefined): string | undefined {
  const day = isoTime(text)?.slice(0, 10)
  return day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) && !day.includes('-00') ? day : undefined
}

/** The last day before an end: one at midnight is the day before. */
export function lastDay(text: string | undefined): string | undefined {
  const day = isoDay(text)
  return day !== undefined && /T00:00(?::00(?:\.0+)?)?$/.test(isoTime(text) ?? '') ? addDays(day, -1) : day
}

/** The earlier of two days, where nothing is no end. */
export function earlierDay(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a
}
