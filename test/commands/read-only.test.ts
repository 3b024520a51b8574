import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it, type TestContext, vi } from 'vitest'
import { Store } from '../../src/store/store.ts'
import { remount, smallDisk } from '../faults/small-disk.ts'
import { root } from '../harness/paths.ts'
import { folderWith, preparedOnce, run, scratchFolder } from '../harness/program.ts'
import { ingest, log } from '../ingest/read.ts'
import { allTables, change } from '../store/tables.ts'

// An auditor years later: a workspace on a disk that is mounted to be read only.

const made = preparedOnce(async (folder) => {
  expect(await ingest(folder, log({ occurred_at: '2026-03-01T10:00' }))).toMatchObject({ code: 0 })
  expect(await run(['-w', folder, 'audit', '--month', '2026-03'])).toMatchObject({ code: 0 })
  return {}
})

/** A workspace on such a disk; skipped, and said, where none may be mounted. */
async function readOnly(context: TestContext, prepare: (folder: string) => Promise<unknown> | void = () => undefined) {
  const { folder: workspace } = await made()
  await prepare(workspace)
  const disk = smallDisk(context, '16m')
  const folder = join(disk, 'workspace')
  cpSync(workspace, folder, { recursive: true, preserveTimestamps: true })
  remount(disk, 'ro')
  return { workspace, folder, said: async (...words: string[]) => await run(['-w', folder, '--lang', 'en', ...words]) }
}

/** Leaves of a command what it leaves when it is killed just before it closes the store: all it wrote is in the log. */
async function killed(folder: string, ...words: string[]): Promise<void> {
  const left = scratchFolder()
  const close = Store.prototype.close
  vi.spyOn(Store.prototype, 'close').mockImplementationOnce(function (this: Store) {
    cpSync(folder, left, { recursive: true })
    close.call(this)
  })
  expect(await run(['-w', folder, ...words])).toMatchObject({ code: 0 })
  cpSync(left, folder, { recursive: true })
  expect(readdirSync(folder)).toContain('loggkoll.duckdb.wal')
}
afterEach(() => vi.restoreAllMocks())

const withoutLastLine = (path: string): void => {
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1))
}

describe('a workspace that may only be read', () => {
  it('is verified as any other: the heads that its runs were printed with are looked for', async (context) => {
    const { workspace, said } = await readOnly(context)
    const whole = await said('--format', 'json', 'trail', 'verify')
    expect(whole).toMatchObject({ code: 0, err: '' })
    expect(whole.out).toBe((await run(['-w', workspace, '--format', 'json', 'trail', 'verify'])).out)
    const cut = await readOnly(context, (folder) => withoutLastLine(join(folder, 'trail.ndjson')))
    expect(await cut.said('trail', 'verify')).toMatchObject({ code: 65 })
  })

  it('is verified with what a killed command left in the log of its store', async (context) => {
    const { said } = await readOnly(context, async (folder) => {
      await killed(folder, 'audit', '--month', '2026-04')
      withoutLastLine(join(folder, 'trail.ndjson'))
    })
    const { code, out } = await said('--format', 'json', 'trail', 'verify')
    expect(code).toBe(65)
    expect((JSON.parse(out) as { missing_heads: string[] }).missing_heads).toHaveLength(1)
  })

  it('is copied whole, without a line in the trail, and that is said', async (context) => {
    const { workspace, folder, said } = await readOnly(context)
    const place = scratchFolder()
    const { code, err } = await said('-o', join(place, 'copy.tar'), 'backup')
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('trail cannot be written') as string })
    const [, head] = /head of the trail: ([0-9a-f]{64})/.exec(err) ?? []
    expect(readFileSync(join(folder, 'trail.ndjson'), 'utf8').trim().split('\n').at(-1)).toContain(head)
    const restored = join(place, 'restored')
    expect(await run(['restore', join(place, 'copy.tar'), restored])).toMatchObject({ code: 0 })
    expect(await allTables(restored)).toEqual(await allTables(workspace))
  })

  it('is not copied without what a killed command left in the log of its store', async (context) => {
    const { said } = await readOnly(context, async (folder) => await killed(folder, 'audit', '--month', '2026-04'))
    const place = scratchFolder()
    const { code, err } = await said('-o', join(place, 'copy.tar'), 'backup')
    expect({ code, err }).toMatchObject({ code: 73, err: expect.stringContaining('killed') as string })
    expect(err).toContain('copy the workspace')
    expect(readdirSync(place)).toEqual([])
  })

  it('is looked at by doctor, which says that nothing can be done there', async (context) => {
    const { said } = await readOnly(context)
    const { code, out } = await said('doctor')
    expect(code).toBe(78)
    expect(out).toContain('may only be read')
    expect(out).toContain('the store opens')
  })

  it('of an older version is to be copied first', async (context) => {
    const { said } = await readOnly(
      context,
      async (folder) => await change(folder, `update store_fact set value = '3' where name = 'schema'`),
    )
    const { code, err } = await said('trail', 'verify')
    expect({ code, err }).toMatchObject({ code: 73, err: expect.stringContaining('schema 3') as string })
    expect(err).toContain('copy the workspace')
  })

  it('lets two read at once', async (context) => {
    const { said } = await readOnly(context)
    const both = await Promise.all([said('trail', 'verify'), said('trail', 'verify')])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
  })

  it('shows no one, since no trail can be left, and changes nothing; what to look at is told', async (context) => {
    const { said } = await readOnly(context)
    const file = join(folderWith({ 'log.csv': log({}) }), 'log.csv')
    const commands = [
      ['audit'],
      ['cases'],
      ['findings'],
      ['hold'],
      ['ingest', file],
      ['purge', '--dry-run'],
      ['quality'],
      ['query', 'sources'],
      ['report', 'audit', '--format', 'json'],
      ['review', 'status'],
      ['explain', '--user', 'a', '--patient', 'b'],
    ]
    for (const words of commands) {
      const { code, out, err } = await said(...words)
      expect({ words, code, out, err }).toMatchObject({ words, code: 73, out: '' })
      expect({ words, err }).toMatchObject({
        err: expect.stringContaining('check the disk and the permissions') as string,
      })
    }
  })
})

it('what a killed command left in the log of the store is brought there by the next that may write', async () => {
  const { folder } = await made()
  await killed(folder, 'audit', '--month', '2026-04')
  expect(await run(['-w', folder, 'trail', 'verify'])).toMatchObject({ code: 0 })
  expect(readdirSync(folder)).not.toContain('loggkoll.duckdb.wal')
})

it('a workspace of which a file is somebody else’s says which one', async (context) => {
  if (process.getuid?.() !== 0) return context.skip('only root can become another user')
  const { folder } = await made()
  for (const place of [dirname(folder), folder]) chmodSync(place, 0o755)
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), name === 'loggkoll.key' ? 0o600 : 0o755)
  const words = [join(root, 'src/cli.ts'), '-w', folder, 'trail', 'verify']
  const { status, stderr } = spawnSync(process.execPath, words, { uid: 65_534, gid: 65_534, encoding: 'utf8' })
  expect({ status, stderr }).toMatchObject({
    status: 77,
    stderr: expect.stringContaining('loggkoll.key may not be read') as string,
  })
  chmodSync(join(folder, 'loggkoll.key'), 0o644)
  const allowed = spawnSync(process.execPath, words, { uid: 65_534, gid: 65_534, encoding: 'utf8' })
  expect(allowed).toMatchObject({ status: 0, stderr: '' })
})
