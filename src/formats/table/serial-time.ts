import { numberText } from './number-text.ts'

const dayMs = 86_400_000
/** The day after the last that Excel knows, 9999-12-31. */
const end = 2_958_466
/** Days from 1899-12-30 to 1904-01-01, from which older Macs count. */
const days1904 = 1462
/** 1900 counts as a leap year in Excel: this is its 29 February, and the days before it are one less than they seem. */
const leapDay = 60

/**
 * The wall clock that a serial day says (ECMA-376 part 1, 18.17.4), as ISO 8601: a day, a day with a time, or a time of
 * day alone. A serial has no zone. Its fraction is rounded to milliseconds, finer than which it does not carry.
 * @param withTime whether the cell shows a time; a cell that shows only the day may hold one all the same
 */
export function serialTime(serial: number, withTime: boolean, from1904: boolean): string {
  const ms = Math.round((from1904 && serial >= 1 ? serial + days1904 : serial) * dayMs)
  const day = Math.floor(ms / dayMs)
  if (ms < 0 || day >= end || day === leapDay) return numberText(serial)
  const time = ms % dayMs
  if (day === 0) return clock(time)
  const date = new Date(Date.UTC(1899, 11, 30) + (day < leapDay ? day + 1 : day) * dayMs).toISOString().slice(0, 10)
  return withTime || time > 0 ? `${date}T${clock(time)}` : date
}

/** Hours, minutes and seconds, the hours going on beyond 24. */
export function serialDuration(serial: number): string {
  return (serial < 0 ? '-' : '') + clock(Math.round(Math.abs(serial) * dayMs))
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const fraction = ms % 1000
  const text = parts.map((part) => String(part).padStart(2, '0')).join(':')
  return fraction === 0 ? text : `${text}.${String(fraction).padStart(3, '0')}`
}
