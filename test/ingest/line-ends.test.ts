import { describe, expect, it } from 'vitest'
import { workspace } from '../harness/program.ts'
import { select } from '../store/tables.ts'
import { ingest, log } from './read.ts'

const lines = log({ record_id: 'a' }, { record_id: 'b' }, { record_id: 'c' }, { record_id: 'd' }).trimEnd().split('\n')

/** The log with these ends after its lines, in turn. */
const ended = (...ends: readonly string[]) => lines.map((line, index) => line + ends[index % ends.length]).join('')

describe('lines that end', () => {
  it.each([
    ['in a line feed', ['\n']],
    ['in both signs', ['\r\n']],
    ['in a return', ['\r']],
    ['in both signs, then in one', ['\r\n', '\n']],
    ['in one sign, then in both', ['\n', '\r\n']],
    ['in a return, then in a line feed', ['\r', '\n']],
    ['in all three ways', ['\r\n', '\n', '\r']],
  ])('%s are read, each in its place', async (_, ends) => {
    const folder = await workspace()
    const { files, err } = await ingest(folder, ended(...ends))
    expect(files[0], err).toMatchObject({ rows: 4, stored: 4, rejected: 0 })
    const places = await select(folder, 'select record_id as id, source_row as row from access_event order by 2')
    expect(places).toEqual(['a', 'b', 'c', 'd'].map((id, index) => ({ id, row: index + 2 })))
  })

  it.each(['"', '""'])('in different ways may stand in a value with %s, as they are', async (mark) => {
    const declared_reason = `sa ${mark === '"' ? 'ja' : '"ja"'},\r\nsedan\rnej`
    const rows = log({ record_id: 'a', declared_reason }, { record_id: 'b' })
    const folder = await workspace()
    const { files } = await ingest(folder, rows.replace(/\n$/, '\r\n'))
    expect(files[0]).toMatchObject({ rows: 2, stored: 2 })
    expect(await select(folder, 'select declared_reason as reason from access_event order by source_row')).toEqual([
      { reason: declared_reason },
      { reason: null },
    ])
  })
})
