import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Arrivals } from '../../src/ingest/arrivals.ts'
import { moveFile } from '../../src/ingest/move-file.ts'
import { folderWith, run, scratchFolder, workspace } from '../harness/program.ts'
import { select } from '../store/tables.ts'
import { log } from './read.ts'

/** The clock of the program in tests; files are older than that unless a test says so. */
const now = '2026-06-01T08:00:00Z'

function age(path: string, seconds: number): void {
  const time = Date.parse(now) / 1000 - seconds
  utimesSync(path, time, time)
}

/** A drop directory whose files were written so many seconds ago. */
function dropOf(files: Readonly<Record<string, string>>, seconds = 3600): string {
  const drop = folderWith(files)
  for (const name of Object.keys(files)) age(join(drop, name), seconds)
  return drop
}

async function scene(files: Readonly<Record<string, string>>) {
  const [folder, drop, done] = [await workspace(), dropOf(files), join(scratchFolder(), 'done')]
  const read = (...words: readonly string[]) =>
    run(['-w', folder, '--lang', 'en', 'ingest', drop, '--move-to', done, ...words], { now })
  const records = async () =>
    (await select(folder, 'select record_id from access_event order by record_id')).map((row) => row['record_id'])
  return { folder, drop, done, read, records }
}

const listed = (folder: string): string[] => readdirSync(folder).toSorted()

describe('a drop directory', () => {
  it('is emptied of what was read, and what nobody has finished writing stays', async () => {
    const { drop, done, read, records } = await scene({
      'a.csv': log({ record_id: 'a' }),
      'b.csv.part': log({ record_id: 'b' }),
      'c.filepart': log({ record_id: 'c' }),
      '.hidden.csv': log({ record_id: 'd' }),
      'young.csv': log({ record_id: 'e' }),
    })
    age(join(drop, 'young.csv'), 59)
    const { code, err } = await read()
    expect([code, await records(), listed(done)]).toEqual([0, ['a'], ['a.csv']])
    expect(listed(drop)).toEqual(['.hidden.csv', 'b.csv.part', 'c.filepart', 'young.csv'])
    expect(err).toContain('b.csv.part is left for the next time: its name says that it is still being written.')
    expect(err).toContain('young.csv is left for the next time: it has just been written, and may still be.')
    expect(err).not.toContain('.hidden')
    age(join(drop, 'young.csv'), 60)
    expect((await read()).code).toBe(0)
    expect(await records()).toEqual(['a', 'e'])
  })

  it('may be empty, and says what was left as JSON', async () => {
    const { drop, read, folder, done } = await scene({})
    const { code, err } = await read()
    expect([code, err]).toEqual([0, `${drop} holds no file to read.\n`])
    writeFileSync(join(drop, 'x.tmp'), '')
    const { out } = await run(['-w', folder, '--format', 'json', 'ingest', drop, '--move-to', done], { now })
    expect(JSON.parse(out)).toMatchObject({
      files: [],
      failed: [],
      left: [{ file: join(drop, 'x.tmp'), cause: 'unfinished_name' }],
    })
  })

  it('keeps what was refused, or gives it to a directory of its own', async () => {
    const files = { 'a.csv': log({ record_id: 'a' }), 'bad.csv': 'no,known,header\n1,2,3\n' }
    const { drop, done, read } = await scene(files)
    const rejected = join(scratchFolder(), 'rejected')
    expect((await read()).code).toBe(65)
    expect([listed(done), listed(drop)]).toEqual([['a.csv'], ['bad.csv']])
    expect((await read('--rejected-to', rejected)).code).toBe(65)
    expect([listed(rejected), listed(drop)]).toEqual([['bad.csv'], []])
  })

  it('moves a file that was read before and never moved, as after a crash, and overwrites none', async () => {
    const { folder, drop, done, read, records } = await scene({ 'a.csv': log({ record_id: 'a' }) })
    mkdirSync(done)
    writeFileSync(join(done, 'a.csv'), 'of another day')
    expect((await run(['-w', folder, '-q', 'ingest', join(drop, 'a.csv')])).code).toBe(0)
    const { code, err } = await read()
    expect([code, err]).toEqual([0, expect.stringContaining('The same file has been read (batch 1)')])
    expect([listed(drop), listed(done), await records()]).toEqual([[], ['a.2.csv', 'a.csv'], ['a']])
    expect(readFileSync(join(done, 'a.csv'), 'utf8')).toBe('of another day')
  })

  it('says that a name comes back with other content', async () => {
    const { drop, read, records } = await scene({ 'a.csv': log({ record_id: 'a' }) })
    expect((await read()).err).not.toContain('was read before')
    writeFileSync(join(drop, 'a.csv'), log({ record_id: 'a' }, { record_id: 'b' }))
    age(join(drop, 'a.csv'), 3600)
    expect((await read()).err).toContain('A file named a.csv was read before (batch 1) with other content.')
    expect(await records()).toEqual(['a', 'b'])
  })

  it('may hold links, which are said and not followed; hidden ones are not said', async () => {
    const { drop, read, records } = await scene({ 'a.csv': log({ record_id: 'a' }) })
    const elsewhere = dropOf({ 'b.csv': log({ record_id: 'b' }) })
    symlinkSync(join(elsewhere, 'b.csv'), join(drop, 'b.csv'))
    symlinkSync(elsewhere, join(drop, 'more'))
    symlinkSync(elsewhere, join(drop, '.more'))
    const { code, err } = await read()
    expect([code, await records(), listed(drop)]).toEqual([0, ['a'], ['.more', 'b.csv', 'more']])
    expect(err.match(/^.* is a link.*$/gm)).toEqual(
      ['b.csv', 'more'].map((name) => `${join(drop, name)} is a link, and is not read.`),
    )
  })

  it('may hold the directory that files are moved to', async () => {
    const { folder, drop } = await scene({ 'a.csv': log({ record_id: 'a' }) })
    const words = ['-w', folder, '-q', 'ingest', drop, '--move-to', join(drop, 'done')]
    expect((await run(words, { now })).code).toBe(0)
    expect((await run(words, { now })).code).toBe(0)
    expect(listed(join(drop, 'done'))).toEqual(['a.csv'])
  })

  it.each([
    [['--rejected-to', 'x'], '--rejected-to goes with --move-to'],
    [['--move-to', 'x', '--dry-run'], '--dry-run moves nothing'],
  ])('is not asked for %j', async (words, said) => {
    const { code, err } = await run(['-w', await workspace(), 'ingest', '.', ...words])
    expect([code, err]).toEqual([64, expect.stringContaining(said)])
  })

  it('refuses a target that cannot be one before anything is read', async () => {
    const { folder, drop, records } = await scene({ 'a.csv': log({ record_id: 'a' }) })
    const target = join(folderWith({ file: '' }), 'file')
    expect((await run(['-w', folder, '-q', 'ingest', drop, '--move-to', target], { now })).code).toBe(73)
    expect(await records()).toEqual([])
  })
})

describe('a file that grows while it is read', () => {
  it('is seen by its size, its time, or being another file', async () => {
    const drop = dropOf({ 'a.csv': 'one', 'b.csv': 'two', 'c.csv': 'three' })
    const paths = ['a.csv', 'b.csv', 'c.csv'].map((name) => join(drop, name)) as [string, string, string]
    const arrivals = new Arrivals(60, new Date(now))
    expect(await arrivals.settled(paths, new Set())).toEqual(paths)
    const { mtimeMs } = statSync(paths[0])
    writeFileSync(paths[0], 'one and more')
    utimesSync(paths[0], mtimeMs / 1000, mtimeMs / 1000)
    age(paths[1], 10)
    expect(await Promise.all(paths.map((path) => arrivals.isAsSeen(path)))).toEqual([false, false, true])
    expect(arrivals.left.map(({ cause }) => cause)).toEqual(['changing', 'changing'])
  })
})

describe('moving a file', () => {
  it('goes to another file system too', async () => {
    if (!existsSync('/dev/shm')) {
      console.warn('skipped: there is no second file system here')
      return
    }
    const source = folderWith({ 'a.csv': 'content' })
    const target = join('/dev/shm', `loggkoll-${process.pid}`)
    mkdirSync(target)
    writeFileSync(join(target, 'a.csv'), 'of another day')
    try {
      expect(await moveFile(join(source, 'a.csv'), target)).toBe(join(target, 'a.2.csv'))
      expect([listed(source), listed(target)]).toEqual([[], ['a.2.csv', 'a.csv']])
      expect(readFileSync(join(target, 'a.2.csv'), 'utf8')).toBe('content')
    } finally {
      rmSync(target, { recursive: true })
    }
  })
})
