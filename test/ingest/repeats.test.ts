import { describe, expect, it } from 'vitest'
import { workspace } from '../harness/program.ts'
import { allTables, select } from '../store/tables.ts'
import { ingest, log } from './read.ts'

const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => ({ record_id: String(from + index), session_id: `s${from + index}` }))

const count = async (folder: string) =>
  (await select(folder, 'select count(*)::int as events from access_event'))[0]?.['events']

describe('a log that is read again', () => {
  it('adds nothing when it is the same file, and says so', async () => {
    const folder = await workspace()
    await ingest(folder, log(...rows(0, 5)))
    const before = await allTables(folder)
    const { files, err } = await ingest(folder, log(...rows(0, 5)))
    expect(files[0]).toMatchObject({ same_as: 1, batch_id: null, rows: 5, stored: 0, duplicate: 5 })
    expect(err).toContain('The same file has been read (batch 1); nothing is changed.')
    expect(await allTables(folder)).toEqual(before)
  })

  it('adds nothing when its rows stand in another order', async () => {
    const folder = await workspace()
    await ingest(folder, log(...rows(0, 5)))
    const { files } = await ingest(folder, log(...rows(0, 5).toReversed()))
    expect(files[0]).toMatchObject({ same_as: null, rows: 5, stored: 0, duplicate: 5 })
  })

  it('adds what an overlapping export has more', async () => {
    const folder = await workspace()
    await ingest(folder, log(...rows(0, 10)))
    const { files } = await ingest(folder, log(...rows(6, 14)))
    expect(files[0]).toMatchObject({ rows: 8, stored: 4, duplicate: 4 })
    expect(await count(folder)).toBe(14)
  })

  it('adds what an overlapping export in the same command has more', async () => {
    const folder = await workspace()
    const { files } = await ingest(folder, { 'one.csv': log(...rows(0, 10)), 'two.csv': log(...rows(6, 14)) })
    expect(files.map(({ stored, duplicate }) => [stored, duplicate])).toEqual([
      [10, 0],
      [4, 4],
    ])
  })

  it('is read twice from two sources: record ids are unique within a source only', async () => {
    const folder = await workspace()
    await ingest(folder, log({ record_id: '1' }), '--source', 'cosmic')
    const { files } = await ingest(folder, log({ record_id: '1' }, { record_id: '2' }), '--source', 'takecare')
    expect(files[0]).toMatchObject({ stored: 2, duplicate: 0, conflict: 0 })
    expect(await select(folder, 'select record_id, source_system from access_event order by all')).toEqual([
      { record_id: '1', source_system: 'cosmic' },
      { record_id: '1', source_system: 'takecare' },
      { record_id: '2', source_system: 'takecare' },
    ])
  })

  it('has its own word for the source where it has a column for it', async () => {
    const folder = await workspace()
    await ingest(folder, log({ source_system: 'npo' }, { source_system: '' }), '--source', 'cosmic')
    expect(await select(folder, 'select source_system from access_event order by source_row')).toEqual([
      { source_system: 'npo' },
      { source_system: 'cosmic' },
    ])
  })
})

describe('rows without a record id', () => {
  it('that stand twice in one file are two events, and in a later file none', async () => {
    const folder = await workspace()
    const first = await ingest(folder, log({}, {}, { activity: 'print' }))
    expect(first.files[0]).toMatchObject({ rows: 3, stored: 3, duplicate: 0 })
    const later = await ingest(folder, log({}, { activity: 'print' }, {}, { activity: 'export' }))
    expect(later.files[0]).toMatchObject({ rows: 4, stored: 1, duplicate: 3 })
    expect(await count(folder)).toBe(4)
  })

  it('that a later file has once more are one event more', async () => {
    const folder = await workspace()
    await ingest(folder, log({}))
    const { files } = await ingest(folder, log({}, {}, {}))
    expect(files[0]).toMatchObject({ rows: 3, stored: 2, duplicate: 1 })
    expect((await select(folder, 'select distinct event_id::varchar from access_event')).length).toBe(3)
  })

  it.each(['', ' ', '"   "'])(
    'are those whose record id is blank (%j) too, and differ by what they hold',
    async (blank) => {
      const folder = await workspace()
      const at = (time: string) => log({ occurred_at: time }).replace('\n,', `\n${blank},`)
      await ingest(folder, at('2026-03-04T10:00:00'))
      const { files } = await ingest(folder, at('2026-04-05T11:00:00'))
      expect(files[0]).toMatchObject({ rows: 1, stored: 1, duplicate: 0 })
      expect(await select(folder, 'select distinct record_id from access_event')).toEqual([{ record_id: null }])
    },
  )
})

describe('a known record id', () => {
  it('with the same content is a duplicate', async () => {
    const folder = await workspace()
    const { files } = await ingest(folder, log({ record_id: '1' }, { record_id: '1' }))
    expect(files[0]).toMatchObject({ stored: 1, duplicate: 1, conflict: 0 })
  })

  it('of another patient is another event: one record may touch several', async () => {
    const folder = await workspace()
    const { files } = await ingest(folder, log({ record_id: '1' }, { record_id: '1', patient_id: '199705182385' }))
    expect(files[0]).toMatchObject({ stored: 2, duplicate: 0, conflict: 0 })
  })

  it.each([
    { occurred_at: '2026-03-04T11:00:00' },
    { user_id: 'SE5560000000-S002' },
    { care_unit_id: 'SE5560000000-U120' },
    { activity: 'print' },
    { purpose: 'research' },
    { break_glass: 'true' },
    { owner_care_provider_id: 'SE5560000000-R009' },
    { declared_reason: 'remiss' },
  ])('with other content (%o) is a conflict: the first is kept, the second is kept as rejected', async (other) => {
    const folder = await workspace()
    await ingest(folder, log({ record_id: '1', ...Object.fromEntries(Object.keys(other).map((key) => [key, ''])) }, {}))
    const first = log({ record_id: '1', session_id: 's' })
    await ingest(folder, first)
    const before = await select(folder, 'select * exclude (batch_id, source_row) from access_event order by event_id')
    const { files, err } = await ingest(folder, log({ record_id: '0' }, { record_id: '1', ...other }))
    expect(files[0]).toMatchObject({ rows: 2, stored: 1, duplicate: 0, conflict: 1 })
    expect(err).toContain('row 3: the record id of a known record, with other content')
    expect(await select(folder, 'select source_row::int as row, cause from rejected_row')).toContainEqual({
      row: 3,
      cause: 'conflict_with_known_record',
    })
    const after = await select(
      folder,
      "select * exclude (batch_id, source_row) from access_event where record_id is distinct from '0' order by event_id",
    )
    expect(after).toEqual(before)
  })

  it('twice in one file with other content is a conflict as well', async () => {
    const folder = await workspace()
    const { files } = await ingest(folder, log({ record_id: '1' }, { record_id: '1', activity: 'print' }))
    expect(files[0]).toMatchObject({ stored: 1, conflict: 1 })
    expect(await select(folder, 'select activity from access_event')).toEqual([{ activity: 'read' }])
  })
})
