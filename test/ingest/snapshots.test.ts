import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeZip } from '../formats/archive/make-zip.ts'
import { folderWith, run, scratchFolder, workspace } from '../harness/program.ts'
import { allTables, select } from '../store/tables.ts'
import { log, table } from './read.ts'

const now = '2026-06-01T08:00:00Z'
const columns = ['patient_id', 'protection']
const [one, two, three] = ['199001012385', '199705182385', '199802092396']

const patients = (...ids: readonly string[]) =>
  table(
    columns,
    ids.map((patient_id) => ({ patient_id, protection: 'none' })),
  )
const refused = table(columns, [])

/** A drop directory that a workspace is fed from; files are an hour old unless a test says so. */
async function scene(files: Readonly<Record<string, string | Buffer>>) {
  const [folder, drop, done] = [await workspace(), folderWith({}), join(scratchFolder(), 'done')]
  const put = (more: Readonly<Record<string, string | Buffer>>, seconds = 3600) => {
    for (const [name, content] of Object.entries(more)) {
      writeFileSync(join(drop, name), content)
      const time = Date.parse(now) / 1000 - seconds
      utimesSync(join(drop, name), time, time)
    }
  }
  put(files)
  const read = (...words: readonly string[]) => run(['-w', folder, '--lang', 'en', 'ingest', drop, ...words], { now })
  return {
    folder,
    put,
    read,
    night: (...words: readonly string[]) => read('--move-to', done, ...words),
    known: async () =>
      (await select(folder, 'select patient_id from patient order by all')).map((row) => row['patient_id']),
    left: () => readdirSync(drop).toSorted(),
    done: () => (existsSync(done) ? readdirSync(done).toSorted() : []),
  }
}

describe('a snapshot of which one file is refused', () => {
  it.each([
    ['after', { 'a.csv': patients(three), 'b.csv': refused }],
    ['before', { 'a.csv': refused, 'b.csv': patients(three) }],
    [
      'in an archive with',
      {
        'a.zip': makeZip([
          { name: 'a', content: patients(three) },
          { name: 'b', content: refused },
        ]),
      },
    ],
  ])('%s another replaces nothing, and is read whole when it can be', async (_, files) => {
    const { folder, put, read, known } = await scene({ '1.csv': patients(one, two) })
    expect((await read()).code).toBe(0)
    const before = await allTables(folder)
    put({ '1.csv': patients(one), ...files })
    const { code, err } = await read()
    expect([code, await known()]).toEqual([65, [one, two]])
    expect(err).toContain('nothing of patient (default) is replaced')
    expect(await allTables(folder)).toEqual(before)
    put({ '1.csv': patients(one), 'a.csv': patients(three), 'b.csv': patients(two) })
    if ('a.zip' in files) put({ 'a.zip': makeZip([{ name: 'a', content: patients(three) }]) })
    expect([(await read()).code, await known()]).toEqual([0, [one, two, three]])
  })

  it('stays whole in the drop directory, what was refused too, until it can be read', async () => {
    const { put, night, known, left, done } = await scene({ 'a.csv': patients(one), 'b.csv': patients(two) })
    expect((await night()).code).toBe(0)
    put({ 'a.csv': refused, 'b.csv': patients(three), 'log.csv': log({ record_id: '1' }), 'bad.pdf': '%PDF-1.7\n' })
    const rejected = ['--rejected-to', join(scratchFolder(), 'rejected')]
    for (const _ of [1, 2]) {
      expect([(await night(...rejected)).code, await known()]).toEqual([65, [one, two]])
      expect(left()).toEqual(['a.csv', 'b.csv', 'bad.pdf'])
    }
    expect(done()).toContain('log.csv')
    put({ 'a.csv': patients(one) })
    expect([(await night(...rejected)).code, await known()]).toEqual([65, [one, two]])
  })

  it('keeps no log, no other kind and no other source out', async () => {
    const staff = table(['user_id', 'given_name'], [{ user_id: 'A', given_name: 'a' }])
    const { folder, read } = await scene({
      'a.csv': refused,
      'b.csv': patients(one),
      'c.csv': log({ record_id: '1' }),
      'd.csv': staff,
    })
    const { code, out } = await read('--source', 'x')
    expect([code, out]).toEqual([65, ''])
    expect(await select(folder, 'select kind from ingest_batch order by all')).toEqual([
      { kind: 'access' },
      { kind: 'staff' },
    ])
  })

  it('waits for a file of which nobody knows what it holds, unless it is said', async () => {
    const { read, known } = await scene({ 'a.csv': patients(one), 'b.csv': 'no,known,header\n1,2,3\n' })
    const { code, err } = await read()
    expect([code, await known()]).toEqual([65, []])
    expect(err).toContain('b.csv was not read, and may belong to the same snapshot as a.csv')
    expect(err).toContain('a.csv is left for the next time: another file that may belong to the same snapshot')
    expect([(await read('--mode', 'upsert')).code, await known()]).toEqual([65, [one]])
  })
})

describe('a snapshot of which one file is still being written', () => {
  it('waits for it, and is then read whole', async () => {
    const { put, night, known, left } = await scene({ 'a.csv': patients(one), 'b.csv': patients(two) })
    expect((await night()).code).toBe(0)
    put({ 'a.csv': patients(one), 'c.csv': log({ record_id: '1' }) })
    put({ 'b.csv': 'patient_id,prot' }, 1)
    const { code, err } = await night('--format', 'table')
    expect([code, await known(), left()]).toEqual([65, [one, two], ['a.csv', 'b.csv']])
    expect(err).toContain('b.csv was not read, and may belong to the same snapshot as a.csv')
    put({ 'b.csv': patients(three) })
    expect([(await night()).code, await known(), left()]).toEqual([0, [one, three], []])
  })

  it.each(['b.csv.part', 'b.csv'])('waits not for what its header says is another kind: %s', async (name) => {
    const { put, night, known, left } = await scene({ 'a.csv': patients(one) })
    put({ [name]: log({ record_id: '1' }) }, 1)
    expect([(await night()).code, await known(), left()]).toEqual([0, [one], [name]])
  })

  it('says what waits as JSON', async () => {
    const { folder, put, read } = await scene({ 'a.csv': patients(one) })
    put({ 'b.tmp': '' }, 1)
    const { code, out } = await read('--format', 'json')
    expect(code).toBe(65)
    expect(JSON.parse(out)).toMatchObject({
      files: [],
      failed: [],
      left: [{ cause: 'unfinished_name' }, { cause: 'snapshot' }],
    })
    expect(await select(folder, 'select count(*)::int as n from ingest_batch')).toEqual([{ n: 0 }])
  })
})

describe('a snapshot in several files', () => {
  it('is compared with none of what it replaces, though a file of it is what was read last', async () => {
    const { put, read, known } = await scene({ 'a.csv': patients(one), 'b.csv': patients(two) })
    for (const first of [patients(one), patients(three), patients(one, two)]) {
      put({ 'a.csv': first })
      expect((await read()).code).toBe(0)
    }
    expect(await known()).toEqual([one, two])
    put({ 'a.csv': patients(three) })
    expect((await read()).code).toBe(0)
    expect(await known()).toEqual([two, three])
  })

  it('is tried with --dry-run as it would be read', async () => {
    const { read, known } = await scene({ 'a.csv': patients(one), 'b.csv': patients(two) })
    await read()
    const { err } = await read('--dry-run')
    expect(err.match(/1 row = 1 stored/g)).toHaveLength(2)
    expect(await known()).toEqual([one, two])
  })
})
