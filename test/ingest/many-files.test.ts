import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeZip } from '../formats/archive/make-zip.ts'
import { folderWith, run, workspace } from '../harness/program.ts'
import { select } from '../store/tables.ts'
import { log } from './read.ts'

const files = {
  'b.csv': log({ record_id: 'b' }),
  'a.csv': log({ record_id: 'a' }),
  'deeper/c.csv': log({ record_id: 'c' }),
  '.hidden.csv': 'not a log',
  '.hidden/d.csv': 'not a log',
}

async function read(folder: string, ...words: readonly string[]) {
  return await run(['-w', folder, '--lang', 'en', '--format', 'json', 'ingest', ...words])
}
const records = async (folder: string) =>
  (await select(folder, 'select record_id from access_event order by batch_id')).map((row) => row['record_id'])

describe('several files at once', () => {
  it('are the files of a directory, in the order of their names, hidden ones left out', async () => {
    const [folder, drop] = [await workspace(), folderWith(files)]
    expect((await read(folder, drop)).code).toBe(0)
    expect(await records(folder)).toEqual(['a', 'b', 'c'])
  })

  it('are what a pattern fits, where the shell has not looked', async () => {
    const [folder, drop] = [await workspace(), folderWith(files)]
    expect((await read(folder, join(drop, '*.csv'))).code).toBe(0)
    expect(await records(folder)).toEqual(['a', 'b'])
  })

  it('are read though one of them cannot be: it is said, and the exit code tells', async () => {
    const [folder, drop] = [await workspace(), folderWith({ ...files, 'aa.csv': 'no,known,header\n1,2,3\n' })]
    const { code, out, err } = await read(folder, drop)
    expect(code).toBe(65)
    expect(err).toContain(`loggkoll: ${join(drop, 'aa.csv')}: no profile knows the headers of this file`)
    expect(await records(folder)).toEqual(['a', 'b', 'c'])
    const document = JSON.parse(out) as { files: unknown[]; failed: unknown[] }
    expect(document.files).toHaveLength(3)
    expect(document.failed).toEqual([
      { file: join(drop, 'aa.csv'), exit: 65, cause: expect.stringContaining('aa.csv') },
    ])
  })

  it('is said once, and told in JSON, that one cannot be read: alone, and with others in an archive', async () => {
    const bad = 'no,known,header\n1,2,3\n'
    const packed = makeZip([
      { name: 'a paper.pdf', content: '%PDF-1.7\n' },
      { name: 'bad.csv', content: bad },
      { name: 'good.csv', content: log({ record_id: 'a' }) },
    ])
    const drop = folderWith({ 'bad.csv': bad, 'packed.zip': packed })
    for (const [name, stored, failed] of [
      ['bad.csv', 0, 1],
      ['packed.zip', 1, 2],
    ] as const) {
      const { code, out, err } = await read(await workspace(), join(drop, name))
      expect([code, err.match(/no profile knows/g)]).toEqual([65, ['no profile knows']])
      const document = JSON.parse(out) as { files: unknown[]; failed: unknown[] }
      expect([document.files.length, document.failed.length]).toEqual([stored, failed])
    }
  })

  it('are read though one of them has too many rows that cannot be', async () => {
    const bad = log({ occurred_at: 'yesterday' }, { record_id: 'x' })
    const [folder, drop] = [await workspace(), folderWith({ ...files, 'aa.csv': bad })]
    const { code, err } = await read(folder, drop, '--max-rejects', '0')
    expect([code, err]).toEqual([65, expect.stringContaining('1 of 2 rows cannot be read')])
    expect(await records(folder)).toEqual(['a', 'b', 'c'])
  })

  it('leave nothing behind in the workspace', async () => {
    const [folder, drop] = [await workspace(), folderWith(files)]
    mkdirSync(join(drop, 'empty'))
    await read(folder, drop)
    expect(await read(folder, drop)).toMatchObject({ code: 0 })
    expect(await records(folder)).toEqual(['a', 'b', 'c'])
  })
})

describe('a file of which no row can be read', () => {
  it('is refused, however few they are', async () => {
    const folder = await workspace()
    const drop = folderWith({ 'a.csv': log({ occurred_at: 'yesterday' }) })
    const { code, err } = await read(folder, drop)
    expect([code, err]).toEqual([65, expect.stringContaining('1 of 1 rows cannot be read; nothing of it is stored')])
  })
})
