import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../harness/paths.ts'
import { folderWith, workspace } from '../harness/program.ts'
import { allTables, select } from '../store/tables.ts'
import { eventsOf, ingest, log, table, usual } from './read.ts'

const columns = `strftime(timezone('UTC', occurred_at), '%Y-%m-%dT%H:%M:%S.%gZ') as instant, local_time::varchar as local,
  time_quality as quality`

/** What becomes of each time, in the order given; NULL where the row is rejected. */
async function read(...times: readonly string[]): Promise<unknown[]> {
  const folder = await workspace()
  const rows = times.map((occurred_at, number) => ({ record_id: String(number), occurred_at }))
  const events = await eventsOf(folder, log(...rows), `record_id, ${columns}`)
  return times.map((_, number) => {
    const event = events.find(({ record_id }) => record_id === String(number))
    return event ? [event['instant'], event['local'], event['quality']] : null
  })
}

describe('a time', () => {
  it('without an offset is the wall clock of the workspace', async () => {
    expect(
      await read('2026-03-04T10:00:00', '2026-07-04 10:00:00', '2026-03-04T10:00', '2026-03-04T10:00:00.123'),
    ).toEqual([
      ['2026-03-04T09:00:00.000Z', '2026-03-04 10:00:00', 'local'],
      ['2026-07-04T08:00:00.000Z', '2026-07-04 10:00:00', 'local'],
      ['2026-03-04T09:00:00.000Z', '2026-03-04 10:00:00', 'local'],
      ['2026-03-04T09:00:00.123Z', '2026-03-04 10:00:00.123', 'local'],
    ])
  })

  it.each(['Z', '+00:00', '+0000', '+00', ' UTC'])('with the offset %s is that instant', async (offset) => {
    expect(await read(`2026-03-04T23:30:00${offset}`)).toEqual([
      ['2026-03-04T23:30:00.000Z', '2026-03-05 00:30:00', 'offset'],
    ])
  })

  it.each([
    ['2026-03-04T10:00:00+05:30', '2026-03-04T04:30:00.000Z'],
    ['2026-03-04T10:00:00.5-0800', '2026-03-04T18:00:00.500Z'],
    ['2026-03-04T10:00:00-03', '2026-03-04T13:00:00.000Z'],
    ['2026-03-04 10:00:00+01', '2026-03-04T09:00:00.000Z'],
    ['2026-03-04 10:00:00 CET', '2026-03-04T09:00:00.000Z'],
    ['2026-03-04T10:00Z', '2026-03-04T10:00:00.000Z'],
    ['2026-03-04T10:00+01:00', '2026-03-04T09:00:00.000Z'],
    ['2026-03-04 10:00-0330', '2026-03-04T13:30:00.000Z'],
    ['2026-03-04T10:00+01', '2026-03-04T09:00:00.000Z'],
    ['2026-03-04T10:00 +01:00', '2026-03-04T09:00:00.000Z'],
    ['2026-03-04 10:00 CET', '2026-03-04T09:00:00.000Z'],
    ['2026-03-04T10:00:00 +01:00', '2026-03-04T09:00:00.000Z'],
    ['2026-03-04 10:00:00.1230000 +01:00', '2026-03-04T09:00:00.123Z'],
    ['2026-03-04T10:00:00 Z', '2026-03-04T10:00:00.000Z'],
    ['2026-03-04T10:00:00+15:59', '2026-03-03T18:01:00.000Z'],
    ['2026-03-04T10:00:00-14:00', '2026-03-05T00:00:00.000Z'],
  ])('%s is the instant %s', async (written, instant) => {
    const [event] = (await read(written)) as [[string, string, string]]
    expect([event[0], event[2]]).toEqual([instant, 'offset'])
  })

  it('with a hard space for a blank is read as with a blank', async () => {
    const times = ['2026-03-04 10:00:00', '2026-03-04 10:00', '2026-03-04 10:00:00 +01:00', '2026-03-04 10:00 Z']
    const soft = await read(...times)
    expect(soft).not.toContain(null)
    expect(await read(...times.map((time) => time.replaceAll(' ', '\u00A0')))).toEqual(soft)
    expect(await read('2026-03-04\u00A0', '\u00A02026-03-04\u00A0x')).toEqual([
      ['2026-03-03T23:00:00.000Z', '2026-03-04 00:00:00', 'date_only'],
      null,
    ])
  })

  it('that is a date only is the start of that day, and says so', async () => {
    expect(await read('2026-03-04', ' 2026-07-04 ')).toEqual([
      ['2026-03-03T23:00:00.000Z', '2026-03-04 00:00:00', 'date_only'],
      ['2026-07-03T22:00:00.000Z', '2026-07-04 00:00:00', 'date_only'],
    ])
  })

  it('in the hour that the autumn repeats is kept as written, and called ambiguous', async () => {
    const [first, inside, last, before, after, known] = await read(
      '2026-10-25T02:00:00',
      '2026-10-25T02:30:00',
      '2026-10-25T02:59:59',
      '2026-10-25T01:59:59',
      '2026-10-25T03:00:00',
      '2026-10-25T02:30:00+02:00',
    )
    for (const hour of [first, inside, last]) expect(hour).toMatchObject({ 2: 'local_ambiguous' })
    expect(inside).toEqual(['2026-10-25T01:30:00.000Z', '2026-10-25 02:30:00', 'local_ambiguous'])
    expect(before).toEqual(['2026-10-24T23:59:59.000Z', '2026-10-25 01:59:59', 'local'])
    expect(after).toEqual(['2026-10-25T02:00:00.000Z', '2026-10-25 03:00:00', 'local'])
    expect(known).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25 02:30:00', 'offset'])
  })

  it('in the hour that the spring leaves out is kept as written, and said to be in the gap', async () => {
    const [first, inside, last, before, after] = await read(
      '2026-03-29T02:00:00',
      '2026-03-29T02:30:00',
      '2026-03-29T02:59:59',
      '2026-03-29T01:59:59',
      '2026-03-29T03:00:00',
    )
    for (const hour of [first, inside, last]) expect(hour).toMatchObject({ 2: 'local_gap' })
    expect(inside).toEqual(['2026-03-29T01:30:00.000Z', '2026-03-29 02:30:00', 'local_gap'])
    expect(before).toEqual(['2026-03-29T00:59:59.000Z', '2026-03-29 01:59:59', 'local'])
    expect(after).toEqual(['2026-03-29T01:00:00.000Z', '2026-03-29 03:00:00', 'local'])
  })

  it('that cannot be is rejected, and disturbs no other', async () => {
    const impossible = [
      '2026-02-30T10:00:00',
      '2026-13-01T10:00:00',
      '2026-03-04T25:00:00',
      '2026-03-04T10:61:00',
      '2026-03-04T23:59:60',
      '04.03.2026 10:00',
      '3/4/2026 10:00',
      '46085.4166',
      'i går',
      'infinity',
      '-infinity',
      'epoch',
      'now',
      'today',
      '0001-01-01T00:00:00',
      '1900-01-01T00:00:00',
      '9999-12-31T23:59:59',
      '12026-03-04T10:00:00',
      '2026-03-04 (BC)',
      '9999-12-31T23:59:59Z',
      '2026-03-04T10:00:00+99:00',
      '2026-03-04T10:00:00-9900',
      '2026-03-04T10:00:00+99',
      '2026-03-04T10:00:00+16:00',
      '2026-03-04T10:00:00-19:00',
      '2026-03-04T10:00:00+01:60',
      '2026-03-04T10:00+24:00',
      '2026-03-04T10:61+01:00',
    ]
    const [first, ...others] = await read('2026-03-04T10:00:00', ...impossible, '2026-03-05T10:00:00Z')
    expect(first).toEqual(['2026-03-04T09:00:00.000Z', '2026-03-04 10:00:00', 'local'])
    expect(others.pop()).toEqual(['2026-03-05T10:00:00.000Z', '2026-03-05 11:00:00', 'offset'])
    expect(Object.fromEntries(impossible.map((time, place) => [time, others[place]]))).toEqual(
      Object.fromEntries(impossible.map((time) => [time, null])),
    )
  })

  it('is read in the zone of the workspace, whatever it is', async () => {
    const folder = await workspace('zone: Atlantic/Azores\n')
    const { code, err } = await ingest(folder, log({}))
    expect({ code, err }).toMatchObject({ code: 78, err: expect.stringContaining('Europe/Stockholm') as string })
  })
})

describe('times of a profile with its own forms', () => {
  const formats = ['%d.%m.%Y %H:%M:%S', '%d/%m/%Y %I:%M %p', '%d.%m.%Y', '%Y-%m-%d %H:%M:%S%z', '%Y%m%dT%H%M%SZ']
  const profile = `profile: ours\ndescription: ours\nstatus: draft\nbased_on: a file\ntime_formats: ${JSON.stringify(formats)}
columns:\n${Object.keys(usual)
    .map((field) => `  ${field}: X${field}\n`)
    .join('')}`

  it('are read one by one: what one row says of its zone says nothing of the next', async () => {
    const folder = await workspace()
    writeFileSync(join(folder, 'profiles/ours.yaml'), profile)
    const times = [
      '04.03.2026 10:00:00',
      '2026-03-04 10:00:00+05:00',
      '04.03.2026\u00A010:00:00',
      '04/03/2026 10:00 PM',
      '04.03.2026',
      '20260304T100000Z',
      '2026-03-04 10:00:00-0100',
      '04.03.2026',
    ]
    const rows = times.map((occurred_at) => ({ ...usual, occurred_at }))
    const named = Object.fromEntries(Object.keys(usual).map((field) => [field, `X${field}`]))
    const content = table(Object.keys(usual), rows).replace(Object.keys(named).join(), Object.values(named).join())
    const { files, err } = await ingest(folder, content)
    expect(files[0], err).toMatchObject({ profile: 'ours', rows: 8, stored: 8 })
    const events = await select(folder, `select ${columns} from access_event order by source_row`)
    expect(events.map(Object.values)).toEqual([
      ['2026-03-04T09:00:00.000Z', '2026-03-04 10:00:00', 'local'],
      ['2026-03-04T05:00:00.000Z', '2026-03-04 06:00:00', 'offset'],
      ['2026-03-04T09:00:00.000Z', '2026-03-04 10:00:00', 'local'],
      ['2026-03-04T21:00:00.000Z', '2026-03-04 22:00:00', 'local'],
      ['2026-03-03T23:00:00.000Z', '2026-03-04 00:00:00', 'date_only'],
      ['2026-03-04T10:00:00.000Z', '2026-03-04 11:00:00', 'offset'],
      ['2026-03-04T11:00:00.000Z', '2026-03-04 12:00:00', 'offset'],
      ['2026-03-03T23:00:00.000Z', '2026-03-04 00:00:00', 'date_only'],
    ])
  })
})

it('a log is read the same on computers in other zones', async () => {
  const folder = folderWith({
    'log.csv': log(
      { record_id: '1', occurred_at: '2026-03-04T23:30:00Z' },
      { record_id: '2', occurred_at: '2026-03-04T23:30:00' },
      { record_id: '3', occurred_at: '2026-10-25' },
    ),
  })
  const found = []
  for (const TZ of ['America/New_York', 'Asia/Tokyo']) {
    const loggkoll = (...words: readonly string[]) =>
      execFileSync(process.execPath, [join(root, 'src/cli.ts'), '-q', ...words], { env: { ...process.env, TZ } })
    loggkoll('init', join(folder, TZ), '--seed', 'test')
    loggkoll('-w', join(folder, TZ), 'ingest', join(folder, 'log.csv'))
    found.push(await allTables(join(folder, TZ)))
  }
  expect(found[0]?.['access_event']).toHaveLength(3)
  expect(found[1]).toEqual(found[0])
})

describe('a row without a time', () => {
  it('is kept, and makes no lookup', async () => {
    const folder = await workspace()
    const { files } = await ingest(folder, log({ occurred_at: '' }, { record_id: '2' }))
    expect(files[0]).toMatchObject({ stored: 2, nonconforming: 1 })
    expect(await select(folder, 'select time_quality, occurred_at from access_event where local_time is null')).toEqual(
      [{ time_quality: null, occurred_at: null }],
    )
    expect(await select(folder, 'select event_count::int as events from lookup')).toEqual([{ events: 1 }])
  })

  it('and nothing else makes a batch without days', async () => {
    const folder = await workspace()
    const { files } = await ingest(folder, log({ occurred_at: '' }))
    expect(files[0]).toMatchObject({ stored: 1, first_day: null, last_day: null })
  })
})
