import { describe, expect, it } from 'vitest'
import { workspace } from '../harness/program.ts'
import { select } from '../store/tables.ts'
import { eventsOf, ingest, log, usual } from './read.ts'

const header = 'record_id,occurred_at,user_id,care_unit_id,patient_id,activity'
const { occurred_at, user_id, care_unit_id, patient_id } = usual
const row = (id: string, activity = 'read') => [id, occurred_at, user_id, care_unit_id, patient_id, activity].join(',')
const file = (...lines: readonly string[]) => `${[header, ...lines].join('\n')}\n`

/** Where each stored row stood in its file, the header being row 1. */
async function rowsOf(folder: string): Promise<Record<string, unknown>> {
  const events = await select(folder, 'select record_id, source_row from access_event order by source_row')
  return Object.fromEntries(events.map(({ record_id, source_row }) => [String(record_id), source_row]))
}

const rejectsOf = (folder: string) =>
  select(folder, 'select source_row::int as source_row, cause, column_name from rejected_row order by source_row')

describe('the layout of a file', () => {
  const plain =
    'select record_id, occurred_at, user_id, patient_id, activity, source_row from access_event order by all'

  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['bars', '|'],
  ])('%s part its columns', async (_, delimiter) => {
    const folder = await workspace()
    const { files } = await ingest(folder, file(row('1'), row('2')).replaceAll(',', delimiter))
    expect(files[0]).toMatchObject({ kind: 'access', rows: 2, stored: 2 })
    expect(await rowsOf(folder)).toEqual({ 1: 2, 2: 3 })
  })

  it('a line sep=; before the header is passed over, and counted as a row', async () => {
    const folder = await workspace()
    const { files } = await ingest(folder, `sep=;\n${file(row('1'), 'x', row('2')).replaceAll(',', ';')}`)
    expect(files[0]).toMatchObject({ rows: 3, stored: 2, rejected: 1 })
    expect(await rowsOf(folder)).toEqual({ 1: 3, 2: 5 })
    expect(await rejectsOf(folder)).toMatchObject([{ source_row: 4, cause: 'too_few_columns' }])
  })

  it.each([
    ['\\r\\n', '\r\n'],
    ['\\r', '\r'],
  ])('lines may end in %s', async (_, end) => {
    const [folder, other] = [await workspace(), await workspace()]
    await ingest(folder, file(row('1'), row('2')))
    const { files } = await ingest(other, file(row('1'), row('2')).replaceAll('\n', end))
    expect(files[0]).toMatchObject({ rows: 2, stored: 2 })
    expect(await select(other, plain)).toEqual(await select(folder, plain))
  })

  it('a last line without an end is a row', async () => {
    const folder = await workspace()
    const { files } = await ingest(folder, file(row('1'), row('2')).trimEnd())
    expect(files[0]).toMatchObject({ rows: 2, stored: 2 })
  })

  it('a value may hold delimiters, quotation marks and line ends', async () => {
    const reason = 'sa: "ja",\nsedan nej; och\r\ndärefter ja'
    const [event, after] = await eventsOf(
      await workspace(),
      log({ record_id: '1', declared_reason: reason }, { record_id: '2' }),
      'declared_reason, source_row',
    )
    expect(event).toEqual({ declared_reason: reason, source_row: 2 })
    expect(after).toMatchObject({ source_row: 3 })
  })

  it('columns may stand in any order, and headers in any case, with blanks around them', async () => {
    const content = `Activity, PATIENT_ID ,user_id,occurred_at,care_unit_id\nread,${patient_id},${user_id},${occurred_at},${care_unit_id}\n`
    expect(await eventsOf(await workspace(), content, 'user_id, patient_id, activity')).toEqual([
      { user_id, patient_id, activity: 'read' },
    ])
  })
})

describe('rows that do not fit', () => {
  it('are rejected with row and cause, and the rows after them keep their places', async () => {
    const folder = await workspace()
    const content = file(
      row('a'),
      'too,few',
      row('b'),
      `${row('c')},more,columns`,
      row('d'),
      row('e').replace(occurred_at, '2026-02-30T10:00:00'),
      row('f'),
      `g,${occurred_at},"quoted"then not,${care_unit_id},${patient_id},read`,
      row('h'),
    )
    const { files, err } = await ingest(folder, content)
    expect(files[0]).toMatchObject({ rows: 9, stored: 5, rejected: 4, duplicate: 0, conflict: 0 })
    expect(await rowsOf(folder)).toEqual({ a: 2, b: 4, d: 6, f: 8, h: 10 })
    expect(await rejectsOf(folder)).toEqual([
      { source_row: 3, cause: 'too_few_columns', column_name: null },
      { source_row: 5, cause: 'too_many_columns', column_name: null },
      { source_row: 7, cause: 'impossible_time', column_name: 'occurred_at' },
      { source_row: 9, cause: 'broken_quotes', column_name: 'user_id' },
    ])
    expect(err).toContain('9 rows = 5 stored + 0 duplicate + 4 rejected')
    expect(err).toContain('row 3: too few columns')
    expect(err).toContain('row 7: impossible time (occurred_at)')
  })

  it('are told of columns that are not read too, each by its own header', async () => {
    const folder = await workspace()
    const lines = [`note,${header},remark`, ...['a', 'b', 'c', 'd'].map((id) => `x,${row(id)},y`), 'x', `x,${row('e')}`]
    const content = lines
      .join('\n')
      .replace(`x,${row('b')}`, `"x"y,${row('b')}`)
      .replace(`${row('c')},y`, `${row('c')},"y"y`)
      .replace(`d,${occurred_at},${user_id}`, `d,${occurred_at},"${user_id}"x`)
    const { files } = await ingest(folder, content)
    expect(files[0]).toMatchObject({ rows: 6, stored: 1, rejected: 5, unmapped: ['note', 'remark'] })
    expect(await rowsOf(folder)).toEqual({ a: 2 })
    expect(await rejectsOf(folder)).toEqual([
      { source_row: 3, cause: 'broken_quotes', column_name: 'note' },
      { source_row: 4, cause: 'broken_quotes', column_name: 'remark' },
      { source_row: 5, cause: 'broken_quotes', column_name: 'user_id' },
      { source_row: 6, cause: 'too_few_columns', column_name: null },
      { source_row: 7, cause: 'too_few_columns', column_name: null },
    ])
  })

  it('a footer is one of them', async () => {
    const folder = await workspace()
    const { files } = await ingest(folder, file(row('1'), row('2'), 'Antal rader: 2'))
    expect(files[0]).toMatchObject({ rows: 3, stored: 2, rejected: 1 })
    expect(await rejectsOf(folder)).toMatchObject([{ source_row: 4, cause: 'too_few_columns' }])
  })

  it('several in a row, and after quoted line ends, do not shift the others', async () => {
    const folder = await workspace()
    await ingest(folder, file('x', 'x', row('a'), row('"b\nb"'), 'x', row('c'), 'x', 'x', 'x', row('d')))
    expect(await rowsOf(folder)).toEqual({ a: 4, 'b\nb': 5, c: 7, d: 11 })
    expect((await rejectsOf(folder)).map(({ source_row }) => source_row)).toEqual([2, 3, 6, 8, 9, 10])
  })

  it('blank lines are no rows, and are counted as a spreadsheet counts them', async () => {
    const folder = await workspace()
    const { files } = await ingest(folder, file('', row('a'), '', '', row('"b ""\n\n"" b"'), 'x', '', row('c'), '', ''))
    expect(files[0]).toMatchObject({ rows: 4, stored: 3, rejected: 1 })
    expect(await rowsOf(folder)).toEqual({ a: 3, 'b "\n\n" b': 6, c: 9 })
    expect((await rejectsOf(folder)).map(({ source_row }) => source_row)).toEqual([7])
  })

  it('blank lines are counted in CRLF files and in UTF-16 too', async () => {
    for (const bytes of [
      Buffer.from(file(row('a'), '', row('b')).replaceAll('\n', '\r\n')),
      Buffer.from(file(row('a'), '', row('b')), 'utf16le'),
    ]) {
      const folder = await workspace()
      await ingest(folder, bytes)
      expect(await rowsOf(folder)).toEqual({ a: 2, b: 4 })
    }
  })

  it.each(['\n', '\r\n', '\r'])('a row of too few or too many columns is rejected alone (%j)', async (end) => {
    const folder = await workspace()
    const lines = file(row('a'), 'x', row('b'), '', `${row('c')},too,many`, row('d'), '', 'Antal rader: 4').trimEnd()
    const { files, err } = await ingest(folder, lines.replaceAll('\n', end) + end)
    expect(files[0], err).toMatchObject({ rows: 6, stored: 3, rejected: 3 })
    expect(await rowsOf(folder)).toEqual({ a: 2, b: 4, d: 7 })
    expect((await rejectsOf(folder)).map(({ source_row }) => source_row)).toEqual([3, 6, 9])
  })

  it('a rejected row that swallows the rows after it stops the file: nothing is lost in silence', async () => {
    const folder = await workspace()
    const swallowed = Array.from({ length: 9 }, (_, number) => row(String(number)))
    const content = file(row('a'), `b,${occurred_at},"${user_id},x`, ...swallowed, 'z,y"', row('c'))
    const { code, err } = await ingest(folder, content)
    expect({ code, err }).toMatchObject({ code: 65, err: expect.stringContaining('row 3') as string })
    expect(await rowsOf(folder)).toEqual({})
  })

  it('many of them cost no more than the rows do', { timeout: 200_000 }, async () => {
    const folder = await workspace()
    const lines = Array.from({ length: 105_000 }, (_, number) => (number % 21 === 20 ? 'x' : row(String(number + 2))))
    const content = file(...lines)
    const { files } = await ingest(folder, content, '--max-rejects', '5000')
    expect(files[0]).toMatchObject({ rows: 105_000, rejected: 5000 })
    const right = await select(
      folder,
      'select count(*)::int as right_ones from access_event where source_row = record_id::int',
    )
    expect(right).toEqual([{ right_ones: 100_000 }])
  })
})

describe('the sum', () => {
  it('in = stored + duplicate + rejected + conflict is printed for every file', async () => {
    const folder = await workspace()
    await ingest(folder, file(row('1'), row('2'), row('3')))
    const { files, err } = await ingest(
      folder,
      file(row('1'), row('2', 'print'), row('4'), row('4'), 'x', row('5').replace(occurred_at, 'soon')),
    )
    expect(files[0]).toMatchObject({ rows: 6, stored: 1, duplicate: 2, rejected: 2, conflict: 1 })
    expect(err).toContain('6 rows = 1 stored + 2 duplicate + 2 rejected + 1 conflict')
    expect(await select(folder, 'select count(*)::int as events from access_event')).toEqual([{ events: 4 }])
  })

  it('is kept with the batch', async () => {
    const folder = await workspace()
    await ingest(folder, file(row('1'), row('1'), 'x'))
    expect(
      await select(
        folder,
        'select rows_in::int as r, stored::int as s, duplicate::int as d, rejected::int as x from ingest_batch',
      ),
    ).toEqual([{ r: 3, s: 1, d: 1, x: 1 }])
  })

  it('of a rehearsal is the same, and nothing is stored', async () => {
    const folder = await workspace()
    const content = file(row('1'), row('1'), 'x')
    const rehearsed = await ingest(folder, content, '--dry-run')
    expect(await select(folder, 'select count(*)::int as batches from ingest_batch')).toEqual([{ batches: 0 }])
    const read = await ingest(folder, content)
    expect({ ...rehearsed.files[0], file: '', batch_id: 1 }).toEqual({ ...read.files[0], file: '' })
  })
})

describe('what the law asks for', () => {
  it('a row that lacks some of it is kept and counted', async () => {
    const folder = await workspace()
    const { files, err } = await ingest(
      folder,
      log(
        { record_id: '1', care_unit_id: '' },
        { record_id: '2', patient_id: '' },
        { record_id: '3', activity: '' },
        { record_id: '4', user_id: '' },
        { record_id: '5', occurred_at: '' },
        { record_id: '6', patient_id: '', activity: 'login' },
        { record_id: '7' },
      ),
    )
    expect(files[0]).toMatchObject({ rows: 7, stored: 7, rejected: 0, nonconforming: 5 })
    expect(err).toContain('5 rows lack something that the law asks for')
  })

  it('a row with neither user nor time is rejected', async () => {
    const folder = await workspace()
    const { files } = await ingest(folder, log({ record_id: '1', user_id: ' ', occurred_at: '' }, { record_id: '2' }))
    expect(files[0]).toMatchObject({ stored: 1, rejected: 1 })
    expect(await rejectsOf(folder)).toMatchObject([{ source_row: 2, cause: 'neither_user_nor_time' }])
  })
})
