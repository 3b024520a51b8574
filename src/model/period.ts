import { Temporal } from 'temporal-polyfill'
import { Exit } from './exit.ts'
import { Fault } from './fault.ts'

/** Local days, half-open: `from` is in it, `to` is not. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** @throws {Fault} 64 when the text is no date (YYYY-MM-DD) */
export function parseDay(text: string, option: string): string {
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError('form')
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString()
  } catch (error) {
    throw new Fault(Exit.usage, `${option}: "${text}" is no date`, 'write it as 2026-03-31', error)
  }
}

/** The local days of a month written 2026-03. @throws {Fault} 64 when it is none */
export function monthPeriod(text: string): Period {
  try {
    if (!/^\d{4}-\d{2}$/.test(text)) throw new RangeError('form')
    const first = Temporal.PlainYearMonth.from(text).toPlainDate({ day: 1 })
    return { from: first.toString(), to: first.add({ months: 1 }).toString() }
  } catch (error) {
    throw new Fault(Exit.usage, `--month: "${text}" is no month`, 'write it as 2026-03', error)
  }
}

/** @throws {Fault} 64 when the period holds no day */
export function period(from: string, to: string): Period {
  if (from >= to)
    throw new Fault(Exit.usage, `the period from ${from} to ${to} holds no day`, '--to is the day after the last one')
  return { from, to }
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** The first day of the month so many months after that of a day. */
export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).with({ day: 1 }).add({ months }).toString()
}

/** The local date of an instant in a zone. */
export function localDate(now: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** The local time of an instant in a zone, to the minute: `2026-06-04 10:00`. */
export function localMinute(instant: string, zone: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString()
    .slice(0, 16)
    .replace('T', ' ')
}
