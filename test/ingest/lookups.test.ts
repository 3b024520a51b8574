import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/model/period.ts'
import { activities, purposes, wordsOf } from '../../src/model/vocabulary.ts'
import { workspace } from '../harness/program.ts'
import { select } from '../store/tables.ts'
import { type Fields, ingest, log } from './read.ts'

const other = '199705182385'

/** The lookups of a workspace, one line each. */
const lookups = (folder: string) =>
  select(
    folder,
    `select day, patient_id, strftime(first_time, '%H:%M') as first, strftime(last_time, '%H:%M') as last,
       event_count::int as events from lookup order by all`,
  )

const at = (day: string, time: string, more: Fields = {}): Fields => ({
  record_id: `${day}${time}${more.patient_id ?? ''}`,
  occurred_at: `${day}T${time}`,
  ...more,
})

describe('a lookup', () => {
  it('is one user, one patient, one unit and one local day', async () => {
    const folder = await workspace()
    await ingest(
      folder,
      log(
        at('2026-03-04', '00:00'),
        at('2026-03-04', '23:59'),
        at('2026-03-05', '00:00'),
        at('2026-03-04', '10:00', { patient_id: other }),
        at('2026-03-04', '11:00', { care_unit_id: 'SE5560000000-U120' }),
        at('2026-03-04', '12:00', { user_id: 'SE5560000000-S002' }),
        { ...at('2026-03-04', '13:00'), occurred_at: '2026-03-03T23:30:00Z' },
      ),
    )
    const found = await select(
      folder,
      'select day, user_id, care_unit_id, patient_id, event_count::int as events from lookup order by all',
    )
    expect(found.map(Object.values)).toEqual(
      [
        ['2026-03-04', 'SE5560000000-S001', 'SE5560000000-U110', other, 1],
        ['2026-03-04', 'SE5560000000-S001', 'SE5560000000-U110', '199001012385', 3],
        ['2026-03-04', 'SE5560000000-S001', 'SE5560000000-U120', '199001012385', 1],
        ['2026-03-04', 'SE5560000000-S002', 'SE5560000000-U110', '199001012385', 1],
        ['2026-03-05', 'SE5560000000-S001', 'SE5560000000-U110', '199001012385', 1],
      ].sort(),
    )
  })

  it('holds what was done, when, why and how', async () => {
    const folder = await workspace()
    await ingest(
      folder,
      log(
        at('2026-03-04', '08:15', { activity: 'read', purpose: 'care', incidental: 'true' }),
        at('2026-03-04', '14:45', { activity: 'print', purpose: 'quality', declared_reason: 'b' }),
        at('2026-03-04', '14:46', {
          activity: 'print',
          purpose: 'nonsense',
          break_glass: 'true',
          declared_reason: 'a',
        }),
      ),
    )
    const [found] = await select(folder, 'from lookup')
    const { hours, activities: done, purposes: why, ...rest } = found!
    expect(rest).toMatchObject({
      first_time: '2026-03-04 08:15:00',
      last_time: '2026-03-04 14:46:00',
      event_count: 3,
      break_glass: true,
      declared_reason: 'a',
      incidental: false,
      robot: false,
      is_first: null,
    })
    expect(hours).toBe((1 << 8) | (1 << 14))
    expect(wordsOf(activities, Number(done))).toEqual(['read', 'print'])
    expect(wordsOf(purposes, Number(why))).toEqual(['care', 'quality', 'unknown'])
  })

  it('is made by staff and robots who open a record, and by nobody and nothing else', async () => {
    const folder = await workspace()
    const { files } = await ingest(
      folder,
      log(
        at('2026-03-01', '10:00', { actor_kind: 'citizen' }),
        at('2026-03-02', '10:00', { actor_kind: 'system' }),
        at('2026-03-03', '10:00', { activity: 'login' }),
        at('2026-03-04', '10:00', { activity: 'logout' }),
        at('2026-03-05', '10:00', { activity: 'consent' }),
        at('2026-03-06', '10:00', { user_id: '' }),
        at('2026-03-07', '10:00', { actor_kind: 'robot' }),
        at('2026-03-08', '10:00', { patient_id: '' }),
        at('2026-03-09', '10:00', { care_unit_id: '' }),
        at('2026-03-10', '10:00', { activity: 'search' }),
      ),
    )
    expect(files[0]).toMatchObject({ rows: 10, stored: 10 })
    expect(await select(folder, 'select day, robot, event_count::int as events from lookup order by day')).toEqual([
      { day: '2026-03-07', robot: true, events: 1 },
      { day: '2026-03-08', robot: false, events: 1 },
      { day: '2026-03-09', robot: false, events: 1 },
      { day: '2026-03-10', robot: false, events: 1 },
    ])
  })
})

describe('rows that come late', () => {
  it('update the lookups they belong to, and no other', async () => {
    const folder = await workspace()
    await ingest(folder, log(at('2026-03-04', '10:00'), at('2026-03-04', '10:00', { patient_id: other })))
    await ingest(folder, log(at('2026-03-04', '08:00'), at('2026-03-04', '17:00'), at('2026-03-05', '09:00')))
    expect((await lookups(folder)).map(Object.values)).toEqual([
      ['2026-03-04', '199001012385', '08:00', '17:00', 3],
      ['2026-03-04', other, '10:00', '10:00', 1],
      ['2026-03-05', '199001012385', '09:00', '09:00', 1],
    ])
  })

  it('without patient or unit find their lookup too', async () => {
    const folder = await workspace()
    for (const time of ['10:00', '11:00']) {
      await ingest(folder, log(at('2026-03-04', time, { patient_id: '', care_unit_id: '' })))
    }
    expect(await lookups(folder)).toMatchObject([{ patient_id: null, events: 2 }])
  })

  it('that are known already do not count twice', async () => {
    const folder = await workspace()
    await ingest(folder, log(at('2026-03-04', '10:00'), at('2026-03-04', '11:00')))
    await ingest(folder, log(at('2026-03-04', '11:00'), at('2026-03-04', '12:00'), at('2026-03-04', '10:00')))
    expect(await lookups(folder)).toMatchObject([{ first: '10:00', last: '12:00', events: 3 }])
  })
})

describe('the first lookup of a patient by a user', () => {
  const start = '2026-01-01'
  const day = (number: number, more: Fields = {}) => at(addDays(start, number), '10:00', more)
  const firsts = async (folder: string) => {
    const found = await select(
      folder,
      `select datediff('day', date '${start}', day)::int as number, is_first from lookup
       where patient_id = '199001012385' order by day`,
    )
    return Object.fromEntries(found.map(({ number, is_first }) => [String(number), is_first]))
  }
  const longAgo = day(0, { patient_id: other })

  it('is not known until the store holds 90 earlier days', async () => {
    const folder = await workspace()
    await ingest(folder, log(longAgo, day(89), day(90)))
    expect(await firsts(folder)).toEqual({ 89: null, 90: false })
    const empty = await workspace()
    await ingest(empty, log(longAgo, day(90), day(91)))
    expect(await firsts(empty)).toEqual({ 90: true, 91: false })
  })

  it('is known per patient, whatever the unit', async () => {
    const folder = await workspace()
    await ingest(folder, log(longAgo, day(100), day(101, { care_unit_id: 'SE5560000000-U120' })))
    expect(await firsts(folder)).toEqual({ 100: true, 101: false })
  })

  it('is another when an earlier one comes late', async () => {
    const folder = await workspace()
    await ingest(folder, log(longAgo, day(120)))
    expect(await firsts(folder)).toEqual({ 120: true })
    await ingest(folder, log(day(100)))
    expect(await firsts(folder)).toEqual({ 100: true, 120: false })
    await ingest(folder, log(day(10)))
    expect(await firsts(folder)).toEqual({ 10: null, 100: false, 120: false })
  })

  it('becomes known when older logs are read after newer ones', async () => {
    const folder = await workspace()
    await ingest(folder, log(day(100), day(101)))
    expect(await firsts(folder)).toEqual({ 100: null, 101: null })
    await ingest(folder, log(longAgo))
    expect(await firsts(folder)).toEqual({ 100: true, 101: false })
  })
})
