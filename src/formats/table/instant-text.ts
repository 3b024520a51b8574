const second = 1_000_000n
const day = 86_400n * second
/** The first and last microsecond of the years that ISO 8601 writes with four digits. */
const first = BigInt(Date.parse('0001-01-01T00:00:00Z')) * 1000n
const last = BigInt(Date.parse('9999-12-31T00:00:00Z')) * 1000n + day - 1n

/**
 * A number of microseconds since 1970 as ISO 8601, without a zone; finer parts than these no log has.
 * @returns the number itself when it is no time of the years 1 to 9999
 */
export function instantText(micros: bigint): string {
  if (micros < first || micros > last) return String(micros)
  const time = ((micros % day) + day) % day
  return `${dayText(Number((micros - time) / day))}T${clockText(time)}`
}

/** A number of days since 1970 as ISO 8601. */
export function dayText(days: number): string {
  const date = new Date(days * 86_400_000)
  const year = date.getUTCFullYear()
  return year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : String(days)
}

/** Microseconds since midnight as hours, minutes, seconds, and a fraction if there is one. */
export function clockText(micros: bigint): string {
  const whole = Number(micros / second)
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const text = parts.map((part) => String(part).padStart(2, '0')).join(':')
  const fraction = String(micros % second)
    .padStart(6, '0')
    .replace(/(000)?(000)?$/, '')
  return fraction === '' ? text : `${text}.${fraction}`
}
