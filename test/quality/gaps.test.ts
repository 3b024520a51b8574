import { describe, expect, it } from 'vitest'
import type { Rows } from '../audit/world.ts'
import { asked, assess, checkOf, days, figureOf, remarkOf, remarksOf, row, rowsOfDay, weekday } from './log.ts'

/** Five weeks from a Monday without public holidays. */
const weeks = days('2026-01-12', 35)
const but =
  (...silent: string[]) =>
  (day: string): boolean =>
    !silent.includes(day)
const open = (day: string): boolean => weekday(day) <= 5
const logOf = (source: string, which: readonly string[], amount: number, given = {}): Rows =>
  which.flatMap((day) => rowsOfDay(day, amount, { source_system: source, ...given }))
/** Rows of a unit of its own beside those of a unit that never rests. */
const unitLog = (source: string, which: readonly string[], amount: number): Rows => [
  ...logOf(source, weeks, 30),
  ...logOf(source, which, amount, { care_unit_id: 'SE5560000000-U200', activity: 'search' }),
]
const wednesdays = weeks.filter((day) => weekday(day) === 3)

describe('days without rows', () => {
  // Each source is a case of its own.
  const answers = asked(() => [
    ...logOf('silent-day', weeks.filter(but('2026-01-28')), 40),
    ...logOf('silent-week', weeks.filter(but(...days('2026-01-26', 7))), 40),
    ...logOf('rests', weeks.filter(open), 40),
    ...logOf('under-floor', weeks.filter(but('2026-01-28')), 19),
    ...logOf('at-floor', weeks.filter(but('2026-01-28')), 20),
    ...unitLog('large-unit', weeks.filter(open).filter(but('2026-01-28', '2026-01-29')), 100),
    ...unitLog('small-unit', weeks.filter(open).filter(but('2026-01-28', '2026-01-29')), 99),
    ...unitLog(
      'other-weeks',
      wednesdays.filter((_, place) => place % 2 === 0),
      120,
    ),
    ...logOf('two-days', weeks.slice(0, 2), 40),
    ...logOf('thin', weeks.filter(but('2026-01-28')), 200),
    ...logOf('thin', ['2026-01-28'], 49),
    ...logOf('not-thin', weeks.filter(but('2026-01-28')), 200),
    ...logOf('not-thin', ['2026-01-28'], 50),
    ...logOf('stray', weeks, 40),
    row({ occurred_at: '1999-03-02T10:00:01', record_id: 'old', source_system: 'stray' }),
  ])
  const about = async (source: string) => remarkOf(await answers(), 'gaps', 'source_days', { source })

  it('at a source are a gap of high priority, and not said again of its units', async () => {
    expect(await about('silent-day')).toMatchObject({
      severity: 'high',
      part: 1,
      whole: 35,
      facts: { usual: 40, runs: 1 },
      places: [{ care_unit_id: null, from: '2026-01-28', to: '2026-01-28', part: 1 }],
    })
    expect(remarksOf(await answers(), 'gaps', 'silent-day')).toHaveLength(1)
  })

  it('are critical when they last a week', async () => {
    expect(await about('silent-week')).toMatchObject({
      severity: 'critical',
      part: 7,
      places: [{ from: '2026-01-26', to: '2026-02-01' }],
    })
  })

  it('are none on the Saturdays and Sundays of a log that rests then', async () => {
    expect(remarksOf(await answers(), 'gaps', 'rests')).toEqual([])
    expect(figureOf(await answers(), 'gaps', 'days_with_rows', { source: 'rests' })).toMatchObject({
      part: 25,
      whole: 33,
    })
  })

  it('are none at a source with fewer rows a day than the floor', async () => {
    expect(remarksOf(await answers(), 'gaps', 'under-floor')).toEqual([])
    expect((await about('at-floor'))?.part).toBe(1)
  })

  it('at a unit are low, and need a larger unit', async () => {
    expect(remarkOf(await answers(), 'gaps', 'unit_days', { source: 'large-unit' })).toMatchObject({
      severity: 'low',
      part: 2,
      facts: { units: 1, usual: 200 },
      places: [{ care_unit_id: 'SE5560000000-U200', from: '2026-01-28', to: '2026-01-29', part: 2 }],
    })
    expect(remarksOf(await answers(), 'gaps', 'small-unit')).toEqual([])
  })

  it('of a unit that works every other Wednesday are none', async () => {
    expect(remarksOf(await answers(), 'gaps', 'other-weeks')).toEqual([])
  })

  it('cannot be told of two days alone', async () => {
    expect(checkOf(await answers(), 'gaps').unanswered).toEqual([
      { cause: 'history_too_short', subject: 'days', source_system: 'two-days' },
    ])
  })

  it('are thin below a quarter of the usual, and not at it', async () => {
    expect(remarkOf(await answers(), 'gaps', 'thin_days', { source: 'thin' })).toMatchObject({
      severity: 'low',
      places: [{ from: '2026-01-28', part: 49, whole: 200 }],
    })
    expect(remarksOf(await answers(), 'gaps', 'not-thin')).toEqual([])
  })

  it('are not looked for between a stray row of another century and the log', async () => {
    expect(remarksOf(await answers(), 'gaps', 'stray')).toEqual([])
    expect(remarkOf(await answers(), 'times', 'stray')).toMatchObject({
      part: 1,
      severity: 'low',
      places: [{ from: '1999-03-02', to: '1999-03-02', part: 1 }],
    })
  })
})

describe('days without rows at the edges', () => {
  const wanted = { from: '2026-01-12', to: '2026-02-16' }
  const log = [
    ...logOf('ends-early', weeks.slice(0, 28), 40),
    ...logOf('begins-late', weeks.slice(7), 40),
    ...logOf('whole', weeks, 40),
  ]

  it('are missing when the days were asked for', async () => {
    const document = await assess(log, { period: wanted })
    expect(remarkOf(document, 'gaps', 'source_days', { source: 'ends-early' })).toMatchObject({
      part: 7,
      places: [{ from: '2026-02-09', to: '2026-02-15' }],
    })
    expect(remarkOf(document, 'gaps', 'source_days', { source: 'begins-late' })?.places).toMatchObject([
      { from: '2026-01-12', to: '2026-01-18' },
    ])
    expect(remarksOf(document, 'gaps', 'whole')).toEqual([])
  })

  it('are no gaps when the log itself says which days there are, nor when they have not been', async () => {
    expect(checkOf(await assess(log), 'gaps').answer).toBe('fit')
    const document = await assess(log, { period: wanted, today: '2026-02-10' })
    expect(remarkOf(document, 'gaps', 'source_days', { source: 'ends-early' })?.part).toBe(1)
  })

  it('are weighed by the weeks around the period', async () => {
    const document = await assess(logOf('journal', weeks.filter(but('2026-01-28')), 40), {
      period: { from: '2026-01-28', to: '2026-01-30' },
    })
    expect(remarkOf(document, 'gaps', 'source_days')).toMatchObject({ part: 1, whole: 2 })
  })
})

describe('public holidays and their eves', () => {
  it('are no gaps where days of rest are none, and the days beside them are', async () => {
    const which = days('2025-12-01', 70).filter(open)
    // From Christmas Eve to Epiphany (a Tuesday, its eve a Monday).
    const holidays = ['2025-12-24', '2025-12-25', '2025-12-26', '2025-12-31', '2026-01-01', '2026-01-05', '2026-01-06']
    const document = await assess([
      ...logOf('holidays', which.filter(but(...holidays)), 40),
      ...logOf('a-day-more', which.filter(but(...holidays, '2026-01-07')), 40),
    ])
    expect(remarksOf(document, 'gaps', 'holidays')).toEqual([])
    expect(remarkOf(document, 'gaps', 'source_days', { source: 'a-day-more' })?.places).toMatchObject([
      { from: '2026-01-07', to: '2026-01-07' },
    ])
  })
})

describe('hours without rows', () => {
  const hours = (source: string, day: string, without: readonly number[], amount = 20, given = {}): Rows =>
    Array.from({ length: 24 }, (_, hour) => hour)
      .filter((hour) => !without.includes(hour))
      .flatMap((hour) =>
        Array.from({ length: amount }, (_, place) =>
          row({
            occurred_at: `${day}T${String(hour).padStart(2, '0')}:${String(place).padStart(2, '0')}:0${place % 10}`,
            record_id: `${source}-${day}-${hour}-${place}-${Object.values(given).join('')}-x`,
            source_system: source,
            ...given,
          }),
        ),
      )
  const fortnight = days('2026-01-12', 14)
  const silentOn = (day: string, hours: readonly number[]) => (one: string) => (one === day ? hours : [])
  const other = { care_unit_id: 'SE5560000000-U300' }
  const answers = asked(() => {
    const two = silentOn('2026-01-20', [13, 14])
    const one = silentOn('2026-01-20', [13])
    const five = silentOn('2026-01-20', [9, 10, 11, 12, 13])
    const four = silentOn('2026-01-20', [9, 10, 11, 12])
    return [
      ...fortnight.flatMap((day) => hours('two-hours', day, two(day))),
      ...fortnight.flatMap((day) => hours('one-hour', day, one(day))),
      ...fortnight.flatMap((day, place) => hours('nights', day, place % 4 === 0 ? [1, 2, 3, 4] : [])),
      ...fortnight.flatMap((day) => [...hours('unit', day, []), ...hours('unit', day, five(day), 20, other)]),
      ...fortnight.flatMap((day) => [...hours('lesser', day, []), ...hours('lesser', day, four(day), 20, other)]),
    ]
  })

  it('are a gap where there nearly always are some', async () => {
    expect(remarksOf(await answers(), 'gaps', 'two-hours')).toMatchObject([
      {
        code: 'source_hours',
        severity: 'low',
        part: 2,
        facts: { usual: 40 },
        places: [{ from: '2026-01-20 13:00:00', to: '2026-01-20 15:00:00', part: 2 }],
      },
    ])
  })

  it('are none in one hour of few rows, nor at night where nights are often quiet', async () => {
    expect(remarksOf(await answers(), 'gaps', 'one-hour')).toEqual([])
    expect(remarksOf(await answers(), 'gaps', 'nights')).toEqual([])
  })

  it('of one unit are told of the unit, from a hundred usual rows', async () => {
    expect(remarksOf(await answers(), 'gaps', 'unit')).toMatchObject([
      { code: 'unit_hours', part: 5, facts: { units: 1, usual: 100 }, places: [other] },
    ])
    expect(remarksOf(await answers(), 'gaps', 'lesser')).toEqual([])
  })

  it('are none where the clock left the hour out', async () => {
    // 29 March 2026, 02:00 to 03:00; it is a Sunday among other days of rest.
    const rest = days('2026-03-02', 42).filter((day) => weekday(day) >= 6)
    const spring = await assess([
      ...rest.flatMap((day) => hours('spring', day, day === '2026-03-29' ? [2] : [], 40)),
      ...rest.flatMap((day) => hours('saturday', day, day === '2026-03-28' || day === '2026-03-29' ? [2] : [], 40)),
    ])
    expect(remarkOf(spring, 'gaps', 'source_hours', { source: 'spring' })).toBeUndefined()
    expect(remarkOf(spring, 'gaps', 'source_hours', { source: 'saturday' })?.places).toMatchObject([
      { from: '2026-03-28 02:00:00' },
    ])
  })
})
