import { isDate } from '../../model/person-id/calendar.ts'

/** Which number of a written date is the day: a Swedish one, an American one, one that begins with a short year. */
type Order = 'dmy' | 'mdy' | 'ymd'

/** How the times of a column are written. */
export interface TimeForms {
  /** Share of the values that are times or dates in a form that can be read. */
  readonly share: number
  /** Share of the values that tell a time of day too. */
  readonly clocks: number
  /** Share with an offset or Z. */
  readonly offsets: number
  /** strptime patterns; none when all is ISO 8601. */
  readonly formats: readonly string[]
  /** Could the day be the month? The values do not tell. */
  readonly isAmbiguous: boolean
  /** Are they digits only, as numbers of orders are too? */
  readonly isCompact: boolean
  /** A form of time that no pattern reads. */
  readonly unreadable: 'epoch_seconds' | 'epoch_milliseconds' | 'month_names' | undefined
  readonly years: { readonly first: number; readonly last: number } | undefined
}

interface Form {
  /** A strptime pattern, with `{date}` where the order of day and month is not known. */
  readonly pattern: string
  readonly separator: string
  readonly orders: readonly Order[] | undefined
  readonly year: number
  readonly isIso: boolean
  readonly isCompact: boolean
  readonly hasClock: boolean
  readonly hasOffset: boolean
  readonly hasLongYear: boolean
}

const none: TimeForms = {
  share: 0,
  clocks: 0,
  offsets: 0,
  formats: [],
  isAmbiguous: false,
  isCompact: false,
  unreadable: undefined,
  years: undefined,
}

const datePart =
  /^(?:(?<y1>\d{4})(?<s1>[-/.])(?<m1>\d{1,2})\k<s1>(?<d1>\d{1,2})|(?<a>\d{1,2})(?<s2>[-/.])(?<b>\d{1,2})\k<s2>(?<c>\d{4}|\d{2})|(?<y3>\d{4})(?<m3>\d{2})(?<d3>\d{2})|(?<d4>\d{1,2}) (?<m4>\p{L}{3,9})\.? (?<y4>\d{4}))/u
const clockPart =
  /^(?<gap>T| kl\.? ?|, ?| )?(?:(?<h>\d{1,2})(?<s>[:.])(?<m>\d{2})(?:\k<s>(?<sec>\d{2}))?|(?<ch>\d{2})(?<cm>\d{2})(?<cs>\d{2})?)(?:(?<point>[.,])(?<fraction>\d{1,9}))?(?<half> ?[AaPp][Mm])?(?<offset> ?(?:Z|[+-]\d{2}(?::?\d{2})?))?$/u
const englishMonths = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const swedishMonths =
  /\b(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|maj|okt)\b/i

/** Finds out how the times of a column are written; a column of none gives a share of 0. */
export function findTimeForms(values: readonly string[]): TimeForms {
  if (values.length === 0) return none
  const forms = values.map(timeForm).filter((form) => form !== undefined)
  if (forms.length * 2 < values.length) return { ...none, unreadable: unreadableForm(values) }
  const order = commonOrder(forms)
  const readable = forms.filter((form) => form.orders === undefined || (order && form.orders.includes(order.order)))
  const patterns = new Map<string, number>()
  for (const form of readable) {
    const pattern = order ? patternOf(form, order.order) : form.pattern
    patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1)
  }
  const years = readable.map(({ year }) => year)
  const share = (test: (form: Form) => boolean) => readable.filter(test).length / values.length
  return {
    share: readable.length / values.length,
    clocks: share(({ hasClock }) => hasClock),
    offsets: share(({ hasOffset }) => hasOffset),
    formats: readable.every(({ isIso }) => isIso)
      ? []
      : [...patterns]
          .sort(([, a], [, b]) => b - a)
          .map(([pattern]) => pattern)
          .slice(0, 6),
    isAmbiguous: order?.isAmbiguous ?? false,
    isCompact: readable.length > 0 && readable.every(({ isCompact }) => isCompact),
    unreadable: undefined,
    years: years.length === 0 ? undefined : { first: Math.min(...years), last: Math.max(...years) },
  }
}

/** Is it a time of day without a day? */
export function isClock(text: string): boolean {
  return /^(?:[01]?\d|2[0-3])(?:[:.][0-5]\d){1,2}(?:[.,]\d{1,6})?(?: ?[AaPp][Mm])?$|^(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?$/.test(
    text,
  )
}

function timeForm(text: string): Form | undefined {
  const date = datePart.exec(text)
  if (!date?.groups) return undefined
  const day = dateForm(date.groups)
  if (!day) return undefined
  const rest = text.slice(date[0].length)
  if (rest === '') return { ...day, hasClock: false, hasOffset: false }
  const clock = clockPart.exec(rest)?.groups
  if (!clock) return undefined
  const { gap = '', h, s = '', m, sec, ch, cm, cs, point = '', fraction, half, offset } = clock
  const hour = Number(h ?? ch)
  if (hour > 23 || Number(m ?? cm) > 59 || Number(sec ?? cs ?? 0) > 59) return undefined
  if (half !== undefined && (hour === 0 || hour > 12)) return undefined
  const isCompactClock = ch !== undefined
  // Digits after digits are a time only when both are written without signs.
  if (gap === '' && !(isCompactClock && day.isCompact)) return undefined
  const seconds = sec ?? cs
  if (fraction !== undefined && seconds === undefined) return undefined
  const digits = fraction === undefined ? '' : point + (fraction.length > 6 ? '%n' : '%f')
  const hourSign = half === undefined ? '%H' : '%I'
  const between = isCompactClock ? '' : s
  const meridiem = half === undefined ? '' : half.startsWith(' ') ? ' %p' : '%p'
  const zone = offset === undefined ? '' : offset.startsWith(' ') ? ' ' : ''
  const zoneSign = offset === undefined ? '' : offset.endsWith('Z') ? 'Z' : '%z'
  const isIso =
    day.isIso && (gap === 'T' || gap === ' ') && s === ':' && h?.length === 2 && half === undefined && point !== ','
  return {
    ...day,
    pattern: `${day.pattern}${gap}${hourSign}${between}%M${seconds === undefined ? '' : `${between}%S`}${digits}${meridiem}${zone}${zoneSign}`,
    isIso,
    isCompact: day.isCompact && isCompactClock,
    hasClock: true,
    hasOffset: offset !== undefined,
  }
}

type Groups = Record<string, string | undefined>

function dateForm(groups: Groups): Omit<Form, 'hasClock' | 'hasOffset'> | undefined {
  const { y1, s1 = '', m1, d1, a, s2 = '', b, c, y3, m3, d3, d4, m4, y4 } = groups
  const plain = { separator: '', orders: undefined, isIso: false, isCompact: false, hasLongYear: true }
  if (y1 !== undefined) {
    if (!isDate(Number(y1), Number(m1), Number(d1))) return undefined
    const isIso = s1 === '-' && m1?.length === 2 && d1?.length === 2
    return { ...plain, pattern: `%Y${s1}%m${s1}%d`, year: Number(y1), isIso }
  }
  if (y3 !== undefined) {
    if (!isDate(Number(y3), Number(m3), Number(d3)) || Number(y3) < 1850 || Number(y3) > 2100) return undefined
    return { ...plain, pattern: '%Y%m%d', year: Number(y3), isCompact: true }
  }
  if (m4 !== undefined) {
    const month = englishMonths.indexOf(m4.slice(0, 3).toLowerCase())
    if (month < 0 || swedishMonths.test(m4) || !isDate(Number(y4), month + 1, Number(d4))) return undefined
    return { ...plain, pattern: `%d ${m4.length === 3 ? '%b' : '%B'} %Y`, year: Number(y4) }
  }
  const [first, second, third] = [Number(a), Number(b), Number(c)]
  const hasLongYear = c?.length === 4
  const year = (short: number) => (hasLongYear ? short : short + (short < 70 ? 2000 : 1900))
  const orders: Order[] = []
  if (isDate(year(third), second, first)) orders.push('dmy')
  if (isDate(year(third), first, second)) orders.push('mdy')
  if (!hasLongYear && a?.length === 2 && isDate(year(first), second, third)) orders.push('ymd')
  if (orders.length === 0) return undefined
  return {
    ...plain,
    pattern: '{date}',
    separator: s2,
    orders,
    year: year(orders[0] === 'ymd' ? first : third),
    hasLongYear,
  }
}

/** The order that most values allow; a Swedish one where the values allow several. */
function commonOrder(forms: readonly Form[]): { order: Order; isAmbiguous: boolean } | undefined {
  const open = forms.filter(({ orders }) => orders !== undefined)
  if (open.length === 0) return undefined
  const dashed = open.every(({ separator, hasLongYear }) => separator === '-' && !hasLongYear)
  const preferred: readonly Order[] = dashed ? ['ymd', 'dmy', 'mdy'] : ['dmy', 'mdy', 'ymd']
  const counts = preferred.map((order) => open.filter(({ orders }) => orders?.includes(order)).length)
  const most = Math.max(...counts)
  return { order: preferred[counts.indexOf(most)]!, isAmbiguous: counts.filter((count) => count === most).length > 1 }
}

function patternOf({ pattern, separator, hasLongYear }: Form, order: Order): string {
  const year = hasLongYear ? '%Y' : '%y'
  const signs = { dmy: ['%d', '%m', year], mdy: ['%m', '%d', year], ymd: [year, '%m', '%d'] }[order]
  return pattern.replace('{date}', () => signs.join(separator))
}

function unreadableForm(values: readonly string[]): TimeForms['unreadable'] {
  const share = (test: (value: string) => boolean) => values.filter(test).length / values.length
  const inTime = (seconds: number) => seconds >= 946_684_800 && seconds < 4_102_444_800
  if (share((value) => /^\d{10}$/.test(value) && inTime(Number(value))) > 0.9) return 'epoch_seconds'
  if (share((value) => /^\d{13}$/.test(value) && inTime(Number(value) / 1000)) > 0.9) return 'epoch_milliseconds'
  if (share((value) => /\d/.test(value) && swedishMonths.test(value)) > 0.9) return 'month_names'
  return undefined
}
