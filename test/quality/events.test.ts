import { describe, expect, it } from 'vitest'
import {
  assess,
  assessFolder,
  asked,
  checkOf,
  figureOf,
  patients,
  read,
  remarkOf,
  remarksOf,
  row,
  rowsOfDay,
} from './log.ts'
import { workspace } from '../harness/program.ts'

const clock = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 19)

describe('running numbers', () => {
  /** So many rows with running numbers but those left out, a minute apart. */
  const numbered = (source: string, amount: number, without: readonly number[], id = (n: number) => `${source}-${n}`) =>
    Array.from({ length: amount }, (_, place) => place + 1)
      .filter((number) => !without.includes(number))
      .map((number) =>
        row({
          source_system: source,
          record_id: id(number),
          occurred_at: `2026-03-02T${clock(number * 61)}`,
        }),
      )
  const answers = asked(() => [
    ...numbered('whole', 300, []),
    ...numbered('one', 1100, [500]),
    ...numbered('range', 300, [100, 101, 102, 200]),
    ...numbered('uuid', 300, [], (number) => `${(number * 7919).toString(16)}-${number % 2 ? 'b7' : 'ce'}`),
    ...numbered('short', 19, [7]),
    ...numbered('extract', 300, [], (number) => `X${number * 3}`),
    ...numbered('shuffled', 300, [], (number) => `X${(number * 7919) % 301}`),
    ...numbered('daily', 40, [20], (number) => `20260302-${String(number).padStart(4, '0')}`),
    ...numbered('none', 30, [], () => ''),
  ])
  const cause = async (source: string) =>
    checkOf(await answers(), 'record-numbers').unanswered.find(({ source_system }) => source_system === source)?.cause

  it('that are all there are fit', async () => {
    expect(remarksOf(await answers(), 'record-numbers', 'whole')).toEqual([])
    expect(figureOf(await answers(), 'record-numbers', 'numbers', { source: 'whole' })).toMatchObject({
      part: 300,
      whole: 300,
    })
  })

  it('that are missing are counted with the times around them', async () => {
    expect(remarksOf(await answers(), 'record-numbers', 'one')).toMatchObject([
      { severity: 'low', part: 1, whole: 1100 },
    ])
    expect(remarksOf(await answers(), 'record-numbers', 'range')).toMatchObject([
      {
        severity: 'high',
        part: 4,
        whole: 300,
        facts: { holes: 2 },
        places: [{ from: `2026-03-02 ${clock(99 * 61)}`, to: `2026-03-02 ${clock(103 * 61)}`, part: 3 }, { part: 1 }],
      },
    ])
    expect(JSON.stringify(remarksOf(await answers(), 'record-numbers', 'range'))).not.toContain('range-')
  })

  it('that begin anew each day have holes of their own', async () => {
    expect(remarksOf(await answers(), 'record-numbers', 'daily')).toMatchObject([{ part: 1, whole: 40 }])
  })

  it('cannot be told where there are none, or where they are no series', async () => {
    expect(await cause('none')).toBe('no_record_ids')
    expect(await cause('uuid')).toBe('no_running_numbers')
    expect(await cause('short')).toBe('no_running_numbers')
    expect(await cause('extract')).toBe('numbers_of_a_longer_series')
    expect(await cause('shuffled')).toBe('numbers_out_of_order')
    expect(await cause('whole')).toBeUndefined()
  })
})

describe('duplicates', () => {
  /** A log of which so many rows come again, so many seconds later. */
  const again = (source: string, amount: number, repeated: number, later: number, given = {}) => {
    const rows = rowsOfDay('2026-03-02', amount, { source_system: source })
    const copies = rows.slice(0, repeated).map((one) => ({
      ...one,
      record_id: `${one['record_id']}-again`,
      occurred_at: new Date(Date.parse(`${one['occurred_at']}Z`) + later * 1000).toISOString().slice(0, 19),
      ...given,
    }))
    return [...rows, ...copies]
  }
  const answers = asked(() => [
    ...again('none', 100, 0, 0),
    ...again('few', 100, 5, 0),
    ...again('same-second', 100, 6, 0),
    ...again('next-second', 100, 6, 1),
    ...again('two-seconds', 100, 30, 2),
    ...again('other-activity', 100, 30, 0, { activity: 'update' }),
    ...again('half', 100, 60, 0),
    ...rowsOfDay('2026-03-02', 40, { source_system: 'minutes' }).map((one) => ({
      ...one,
      occurred_at: `${one['occurred_at']!.slice(0, 16)}:00`,
    })),
  ])

  it('within a second are counted, and told from one row in twenty', async () => {
    const share = async (source: string) => figureOf(await answers(), 'duplicates', 'near_duplicates', { source })?.part
    expect(await share('none')).toBe(0)
    expect([await share('few'), await share('same-second'), await share('next-second')]).toEqual([5, 6, 6])
    expect([await share('two-seconds'), await share('other-activity')]).toEqual([0, 0])
    expect(remarksOf(await answers(), 'duplicates', 'few')).toEqual([])
    expect(remarksOf(await answers(), 'duplicates', 'same-second')).toMatchObject([
      { severity: 'low', part: 6, whole: 106 },
    ])
    expect(remarksOf(await answers(), 'duplicates', 'half')).toMatchObject([{ severity: 'medium', part: 60 }])
  })

  it('cannot be told where the log tells no seconds', async () => {
    expect(checkOf(await answers(), 'duplicates').unanswered).toEqual([
      { cause: 'no_seconds', subject: 'near_duplicates', source_system: 'minutes' },
    ])
    expect(remarkOf(await answers(), 'times', 'no_seconds')).toMatchObject({
      source_system: 'minutes',
      severity: 'low',
    })
  })

  it('that were read before are counted by file', async () => {
    const folder = await workspace()
    const log = rowsOfDay('2026-03-02', 40)
    await read(folder, 'access', log)
    await read(folder, 'access', [...log, ...rowsOfDay('2026-03-03', 40)])
    const document = await assessFolder(folder)
    expect(remarkOf(document, 'duplicates', 'read_before')).toMatchObject({ severity: 'info', part: 40, whole: 120 })
    expect(checkOf(document, 'duplicates').answer).toBe('fit')
  })
})

describe('lists on the screen', () => {
  const list = (source: string, amount: number, given = {}) =>
    Array.from({ length: amount }, (_, place) =>
      row({
        source_system: source,
        occurred_at: '2026-03-02T10:00:07',
        record_id: `${source}-${place}-x`,
        patient_id: patients[place]!,
        activity: 'sign',
        ...given,
      }),
    )
  const rest = (source: string, amount: number) => rowsOfDay('2026-03-03', amount, { source_system: source })
  const answers = asked(() => [
    ...list('twenty', 20),
    ...rest('twenty', 80),
    ...list('of-many', 20),
    ...rest('of-many', 2000),
    ...list('nineteen', 19),
    ...list('nineteen', 1, { record_id: 'again' }),
    ...rest('nineteen', 80),
    ...list('marked', 20, { incidental: 'true' }),
    ...rest('marked', 80),
  ])

  it('that are not marked are told, from twenty different patients in a second', async () => {
    expect(remarksOf(await answers(), 'list-views', 'twenty')).toMatchObject([
      { severity: 'medium', part: 20, whole: 100, facts: { lists: 1, patients: 20 } },
    ])
    expect(remarksOf(await answers(), 'list-views', 'of-many')).toMatchObject([{ severity: 'low', part: 20 }])
    expect(remarksOf(await answers(), 'list-views', 'nineteen')).toEqual([])
  })

  it('that are marked are counted only', async () => {
    expect(remarksOf(await answers(), 'list-views', 'marked')).toEqual([])
    expect(figureOf(await answers(), 'list-views', 'in_lists', { source: 'marked' })?.part).toBe(20)
    expect(figureOf(await answers(), 'list-views', 'incidental', { source: 'marked' })?.part).toBe(20)
  })
})

describe('rows that were not taken in', () => {
  it('are told by file and cause, rejected apart from changed', async () => {
    const folder = await workspace()
    const log = rowsOfDay('2026-03-02', 300)
    await read(folder, 'access', [...log, row({ occurred_at: '2026-13-45T10:00:00', record_id: 'bad' })])
    await read(folder, 'access', [{ ...log[0], user_id: 'SE5560000000-9Z9Z' }, ...rowsOfDay('2026-03-03', 299)])
    const document = await assessFolder(folder)
    expect(remarkOf(document, 'rejects', 'rejected')).toMatchObject({
      severity: 'medium',
      part: 1,
      whole: 601,
      places: [{ batch: '1', cause: 'impossible_time', part: 1, whole: 301 }],
    })
    expect(remarkOf(document, 'rejects', 'conflict')).toMatchObject({
      severity: 'medium',
      part: 1,
      places: [{ batch: '2', cause: 'conflict_with_known_record' }],
    })
  })
})

describe('times', () => {
  const timed = (source: string, times: readonly string[]) =>
    times.map((occurred_at, place) => row({ source_system: source, record_id: `${source}-${place}-x`, occurred_at }))
  const at = (amount: number, form: (place: number) => string) =>
    Array.from({ length: amount }, (_, place) => form(place))
  const usual = (amount: number) => at(amount, (place) => `2026-03-02T${clock(3600 + place * 37 + 1)}`)
  const answers = asked(() => [
    ...timed('usual', usual(1000)),
    ...timed(
      'offset',
      at(30, (place) => `2026-03-02T${clock(3600 + place * 37)}+01:00`),
    ),
    ...timed('days', [...at(30, () => '2026-03-02'), ...usual(30)]),
    ...timed(
      'hours',
      at(20, (place) => `2026-03-02T${String(place).padStart(2, '0')}:00:00`),
    ),
    ...timed(
      'few-hours',
      at(19, (place) => `2026-03-02T${String(place).padStart(2, '0')}:00:00`),
    ),
    ...timed('midnight', [...at(20, () => '2026-03-02T00:00:00'), ...usual(1000)]),
    ...timed('some-at-midnight', [...at(19, () => '2026-03-02T00:00:00'), ...usual(1000)]),
    ...timed('never', ['2026-03-29T02:30:00', ...usual(200)]),
    ...timed('twice', ['2025-10-26T02:30:00', ...at(5, (place) => `2025-10-27T10:00:0${place}`)]),
    ...timed('ahead', ['2026-03-09T10:00:00', '2026-03-08T10:00:00', ...usual(30)]),
  ])
  const codes = async (source: string) =>
    remarksOf(await answers(), 'times', source).map(({ code, severity }) => `${code} ${severity}`)
  const early = asked(() => timed('ahead', ['2026-03-09T10:00:00', '2026-03-08T10:00:00', ...usual(30)]), {
    today: '2026-03-08',
  })

  it('with seconds of one day are fit', async () => {
    expect(await codes('usual')).toEqual([])
    expect(figureOf(await answers(), 'times', 'offset', { source: 'offset' })).toMatchObject({ part: 30, whole: 30 })
    expect(figureOf(await answers(), 'times', 'local', { source: 'usual' })).toMatchObject({ part: 1000, whole: 1000 })
  })

  it('without a time of day, minutes or seconds are told', async () => {
    expect(await codes('days')).toEqual(['date_only high'])
    expect(await codes('hours')).toEqual(['no_minutes medium'])
    expect(await codes('few-hours')).toEqual([])
  })

  it('in a pile at midnight are told from twenty on', async () => {
    expect(await codes('midnight')).toEqual(['midnight medium'])
    expect(await codes('some-at-midnight')).toEqual([])
  })

  it('of the hours that the clock leaves out or repeats are told', async () => {
    expect(await codes('never')).toEqual(['local_gap low'])
    expect(await codes('twice')).toEqual(['local_ambiguous info'])
  })

  it('of days that have not been are told; today has', async () => {
    expect(await codes('ahead')).toEqual([])
    expect(remarkOf(await early(), 'times', 'future')).toMatchObject({
      part: 1,
      places: [{ from: '2026-03-09', to: '2026-03-09' }],
    })
  })
})

describe('who acts', () => {
  it('is counted, and a log without staff is nothing to review', async () => {
    const document = await assess([
      ...rowsOfDay('2026-03-02', 3, { source_system: 'staffed' }),
      ...rowsOfDay('2026-03-02', 4, { source_system: 'staffed', actor_kind: 'robot' }),
      ...rowsOfDay('2026-03-02', 2, { source_system: 'portal', actor_kind: 'citizen', care_unit_id: '' }),
    ])
    expect(figureOf(document, 'actors', 'actor', { source: 'staffed', subject: 'robot' })?.part).toBe(4)
    expect(remarksOf(document, 'actors', 'staffed')).toMatchObject([{ code: 'mostly_machines', severity: 'info' }])
    // What patients have read themselves, beside what staff have read, is as it should be.
    expect(remarksOf(document, 'actors', 'portal')).toMatchObject([{ code: 'no_staff', severity: 'info' }])
    const alone = await assess([
      ...rowsOfDay('2026-03-02', 2, { source_system: 'portal', actor_kind: 'citizen', care_unit_id: '' }),
    ])
    expect(remarksOf(alone, 'actors', 'portal')).toMatchObject([{ code: 'no_staff', severity: 'high' }])
  })

  it('and a source of accounts alone, beside one of staff, is perhaps read wrongly', async () => {
    const document = await assess([
      ...rowsOfDay('2026-03-02', 3, { source_system: 'staffed' }),
      ...rowsOfDay('2026-03-02', 2, { source_system: 'other', actor_kind: 'system' }),
    ])
    expect(remarksOf(document, 'actors', 'other')).toMatchObject([{ code: 'no_staff', severity: 'high' }])
  })
})
