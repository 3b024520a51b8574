import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { scratchFolder, workspace } from '../harness/program.ts'
import { eventsOf, ingest } from './read.ts'

/** A Parquet file of a query. */
async function parquet(query: string): Promise<Buffer> {
  const path = join(scratchFolder(), 'made.parquet')
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`set timezone = 'America/New_York'`)
  await connection.run(`copy (${query}) to '${path}' (format parquet)`)
  connection.closeSync()
  instance.closeSync()
  return readFileSync(path)
}

const columns = `'SE5560000000-S001' as user_id, 'SE5560000000-U110' as care_unit_id, '199001012385' as patient_id, 'read' as activity`

describe('a Parquet file', () => {
  it.each([
    ['an instant', `timestamptz '2026-03-04 10:00:07.25+01'`, '2026-03-04 10:00:07.25', 'offset'],
    ['a wall clock', `timestamp '2026-03-04 10:00:07.25'`, '2026-03-04 10:00:07.25', 'local'],
    ['a day', `date '2026-03-04'`, '2026-03-04 00:00:00', 'date_only'],
    ['a text', `'2026-03-04T09:00:07Z'`, '2026-03-04 10:00:07', 'offset'],
  ])('tells the time as %s', async (_, sql, time, time_quality) => {
    const file = await parquet(`select ${sql} as occurred_at, ${columns}`)
    const events = await eventsOf(
      await workspace(),
      file,
      'local_time::varchar as time, time_quality::varchar as time_quality',
    )
    expect(events).toEqual([{ time, time_quality }])
  })

  it('is read by any profile, its rows counted from one, numbers as their digits', async () => {
    const query = `select 191212121212::bigint as patient_id, timestamp '2026-03-04 10:00:00' + to_seconds(n) as occurred_at,
      'SE5560000000-S001' as user_id, 'SE5560000000-U110' as care_unit_id, true as break_glass, 'Läsa' as activity, n as "Övrigt"
      from range(3) t(n)`
    const folder = await workspace()
    const read = 'source_row, patient_id, patient_id_type::varchar as type, break_glass, activity::varchar as activity'
    const events = await eventsOf(folder, await parquet(query), read)
    const row = { patient_id: '191212121212', type: 'personal_number', break_glass: true, activity: 'read' }
    expect(events).toEqual([1, 2, 3].map((source_row) => ({ source_row, ...row })))
    const { files } = await ingest(folder, await parquet(query))
    expect(files[0]).toMatchObject({ encoding: 'parquet', unmapped: ['Övrigt'] })
  })

  it.each([
    ['199001012385::double', '199001012385'],
    ['199001012385::decimal(18, 2)', '199001012385'],
    ['199001012385::decimal(18, 0)', '199001012385'],
    ['1234567::float', '1234567'],
    ['-0.0::double', '0'],
    ['1.5::double', '1.5'],
    ['1.50::decimal(18, 2)', '1.5'],
    ['10::decimal(18, 2)', '10'],
    ['0::decimal(2, 2)', '0'],
    ['(-7)::decimal(18, 2)', '-7'],
    ['9007199254740991::double', '9007199254740991'],
    ['9007199254740994::double', '9.007199254740994e+15'],
    ['-9200000000000000::double', '-9.2e+15'],
    ['123456789012345680::double', '1.2345678901234568e+17'],
    [`'nan'::double`, null],
    ['null::double', null],
  ])('gives the number %s as %s', async (sql, text) => {
    const file = await parquet(
      `select ${sql} as resource_id, timestamp '2026-03-04 10:00:00' as occurred_at, ${columns}`,
    )
    expect(await eventsOf(await workspace(), file, 'resource_id')).toEqual([{ resource_id: text }])
  })

  it('keeps the identity numbers of a column of fractions, which pandas makes of numbers with gaps', async () => {
    const query = `select unnest([199001012385, null])::double as patient_id, timestamp '2026-03-04 10:00:00' as occurred_at,
      'SE5560000000-S001' as user_id, 'SE5560000000-U110' as care_unit_id, 'read' as activity`
    const events = await eventsOf(
      await workspace(),
      await parquet(query),
      'patient_id, patient_id_type::varchar as type',
    )
    expect(events).toEqual([
      { patient_id: '199001012385', type: 'personal_number' },
      { patient_id: null, type: null },
    ])
  })

  it.each([
    [`['read']`, 'VARCHAR[]'],
    [`{'code': 'read'}`, 'STRUCT(code VARCHAR)'],
    [`map {'code': 'read'}`, 'MAP(VARCHAR, VARCHAR)'],
  ])('with a column of values that are no single ones is refused: %s', async (sql, type) => {
    const file = await parquet(`select timestamp '2026-03-04 10:00:00' as occurred_at, ${columns}, ${sql} as purpose`)
    const { code, err } = await ingest(await workspace(), file)
    const said = `log.csv: the column "purpose" holds ${type}, which is no single value\n  leave it out, or write it as text`
    expect([code, err]).toEqual([65, expect.stringContaining(said)])
  })

  it('is refused in words when it is cut or no profile knows it', async () => {
    const file = await parquet(`select timestamp '2026-03-04 10:00:00' as occurred_at, ${columns} from range(1000)`)
    const cut = await ingest(await workspace(), file.subarray(0, file.length - 100))
    expect([cut.code, cut.err]).toEqual([65, expect.stringMatching(/log\.csv is a broken Parquet file\n {2}export/)])
    const unknown = await ingest(await workspace(), await parquet('select 1 as one, 2 as two'))
    expect([unknown.code, unknown.err]).toEqual([65, expect.stringContaining('no profile knows the headers')])
  })
})
