import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildExecutable } from '../../scripts/shipping/executable.ts'
import { here, targets } from '../../scripts/shipping/targets.ts'
import { smallDisk } from '../faults/small-disk.ts'
import { root, sample } from '../harness/paths.ts'
import { alone, executable, isRoot, libraryIn, nobody, openFolder, sampleTables, start } from './executable.ts'

let built = ''
beforeAll(async () => void (built = await executable()))

/** What makes DuckDB be loaded, and little else. */
const init = (workspace: string) => ['--lang', 'en', 'init', workspace, '--seed', 'x']

describe('the executable', () => {
  it('says and writes what the source does, in a folder where nothing else is', () => {
    const folder = openFolder()
    const tables = sampleTables(folder)
    const source = [join(root, 'scripts/node.cjs'), join(root, 'src/cli.ts')]
    const loggkoll = alone(built, folder)
    const env = { XDG_CACHE_HOME: join(folder, 'cache'), PATH: process.env['PATH']! }
    const week = ['--from', '2026-04-27', '--to', '2026-05-04']
    const steps = [
      ['init', 'kontroll', '--seed', 'ward-week'],
      ['-w', 'kontroll', 'ingest', ...tables],
      ['-w', 'kontroll', '--format', 'json', 'audit', ...week],
      ['-w', 'kontroll', '-q', '-o', 'kontroll.html', 'report', 'audit'],
      ['-w', 'kontroll', '-q', '-o', 'tackning.pdf', 'report', 'coverage', '--year', '2026'],
      ['-w', 'kontroll', '-q', '-o', 'granskning.xlsx', 'review', 'export', '--unit', 'SE5560000000-U110'],
      ['-w', 'kontroll', 'sample', '--size', '3', '--method', 'lookups', '--seed', '7', ...week],
      ['profile', 'list'],
      ['--lang', 'sv', 'rules', 'show', 'own-record'],
      ['train', 'new', 'ovning', '--scenario', 'slow-reader', '--size', 'ward', '--seed', '7', '--key', 'facit.json'],
      ['-o', 'sjalvstudier.html', 'train', 'new', '--self-study', '--seed', '7'],
      ['-w', 'nowhere', 'audit'],
      ['audti'],
    ]
    const run = (name: string, program: string, before: readonly string[]) => {
      const cwd = join(folder, name)
      mkdirSync(cwd)
      return steps.map((words) => {
        const { code, out, err } = start(program, [...before, ...words], { env, cwd })
        // The trail holds when each command was given.
        return { words, code, out: out.replace(/"trail_head": "\w+"/, ''), err }
      })
    }
    const [shipped, plain] = [run('shipped', loggkoll, []), run('plain', process.execPath, source)]
    expect(shipped).toEqual(plain)
    expect(shipped.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 78, 64])
    const text = (of: string, file: string) =>
      readFileSync(join(folder, of, file), 'utf8').replaceAll(/\b[0-9a-f]{64}\b/g, '')
    for (const file of ['kontroll.html', 'facit.json', 'sjalvstudier.html']) {
      expect(text('shipped', file) === text('plain', file), file).toBe(true)
    }
    expect(readFileSync(join(folder, 'shipped/tackning.pdf'), 'latin1')).toContain('Roboto')
  })

  it('is the same bytes when it is built again', async () => {
    const again = await buildExecutable(root, targets[here], openFolder())
    expect(readFileSync(again).equals(readFileSync(built))).toBe(true)
  })

  it('does not listen to NODE_OPTIONS, and reads nothing beside it', () => {
    const folder = openFolder()
    const loggkoll = alone(built, folder)
    const spy = join(folder, 'spy.cjs')
    writeFileSync(spy, `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'betrayed'))}, '')`)
    mkdirSync(join(folder, 'queries'))
    const env = { NODE_OPTIONS: `--require ${spy}`, NODE_PATH: folder, XDG_CACHE_HOME: join(folder, 'cache') }
    expect(start(loggkoll, init(join(folder, 'kontroll')), { env, cwd: folder }).code).toBe(0)
    expect(existsSync(join(folder, 'betrayed'))).toBe(false)
  })

  it('needs no variable at all', () => {
    const folder = openFolder()
    expect(start(alone(built, folder), init(join(folder, 'kontroll'))).code).toBe(0)
  })

  it('ends quietly when its reader has gone', async () => {
    const child = spawn(alone(built, openFolder()), ['profile', 'list', '--format', 'json'], { env: {} })
    let said = ''
    child.stderr.on('data', (text: Buffer) => (said += String(text)))
    child.stdout.destroy()
    expect((await once(child, 'exit'))[0], said).toBe(0)
    expect(said).toBe('')
  })

  it('ends with 130 on Ctrl-C', async () => {
    const folder = openFolder()
    const loggkoll = alone(built, folder)
    const env = { XDG_CACHE_HOME: join(folder, 'cache') }
    start(loggkoll, init(join(folder, 'kontroll')), { env })
    // A log that does not end.
    const child = spawn(loggkoll, ['-w', join(folder, 'kontroll'), 'ingest', '-'], {
      env,
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    child.stdin.write('occurred_at,user_id\n')
    await new Promise((done) => setTimeout(done, 1500))
    child.kill('SIGINT')
    expect((await once(child, 'exit'))[0]).toBe(130)
  })

  it('shows its progress in a terminal', ({ skip }) => {
    if (spawnSync('script', ['--version']).error) skip('script is not installed, so there is no terminal')
    const folder = openFolder()
    const loggkoll = alone(built, folder)
    const log = join(folder, 'log.csv')
    // Under 20 MB no bar is shown.
    const [head, ...rows] = readFileSync(join(sample, 'access-log.csv'), 'latin1').trimEnd().split('\n')
    writeFileSync(log, [head, ...Array.from({ length: 8 }, () => rows.join('\n'))].join('\n'), 'latin1')
    const env = { XDG_CACHE_HOME: join(folder, 'cache'), TERM: 'xterm', PATH: '/usr/bin:/bin' }
    start(loggkoll, init(join(folder, 'kontroll')), { env })
    const command = `${loggkoll} -w ${join(folder, 'kontroll')} ingest ${log}`
    const { code, out } = start('script', ['-qec', command, '/dev/null'], { env })
    expect(code, out).toBe(0)
    expect(out).toMatch(/\d+ %/)
  })
})

describe("DuckDB's library", () => {
  const unpacked = (folder: string) => join(folder, 'cache/loggkoll/native')
  const inCache = (folder: string) => ({ XDG_CACHE_HOME: join(folder, 'cache'), TMPDIR: join(folder, 'tmp') })

  it('lies where only its user can write', () => {
    const folder = openFolder()
    start(alone(built, folder), init(join(folder, 'kontroll')), { env: inCache(folder) })
    const library = libraryIn(unpacked(folder))
    expect(readdirSync(library).toSorted()).toEqual(['duckdb.node', 'libduckdb.so'])
    for (const path of [unpacked(folder), library]) expect(statSync(path).mode & 0o777, path).toBe(0o700)
    expect(statSync(join(library, 'libduckdb.so')).mode & 0o222).toBe(0)
  })

  it.each([
    ['was changed', (path: string) => (chmodSync(path, 0o700), appendFileSync(path, 'x'))],
    ['was cut off', (path: string) => (chmodSync(path, 0o700), truncateSync(path, 1000))],
    [
      'has other bytes',
      (path: string) => {
        const bytes = readFileSync(path)
        bytes[bytes.length >> 1]! ^= 1
        rmSync(path)
        writeFileSync(path, bytes)
      },
    ],
    ['is a link', (path: string) => (rmSync(path), symlinkSync('/bin/true', path))],
  ])('is written anew when it %s', (_, spoil) => {
    const folder = openFolder()
    const loggkoll = alone(built, folder)
    start(loggkoll, init(join(folder, 'first')), { env: inCache(folder) })
    const library = join(libraryIn(unpacked(folder)), 'libduckdb.so')
    const sound = readFileSync(library)
    spoil(library)
    expect(start(loggkoll, init(join(folder, 'second')), { env: inCache(folder) })).toMatchObject({ code: 0 })
    expect(readFileSync(library).equals(sound)).toBe(true)
  })

  it('is unpacked by six at once', async () => {
    const folder = openFolder()
    const loggkoll = alone(built, folder)
    const six = [1, 2, 3, 4, 5, 6].map((number) =>
      once(spawn(loggkoll, init(join(folder, `w${number}`)), { env: inCache(folder), stdio: 'ignore' }), 'exit'),
    )
    expect((await Promise.all(six)).map(([code]) => code as number)).toEqual([0, 0, 0, 0, 0, 0])
    expect(readdirSync(libraryIn(unpacked(folder))).toSorted()).toEqual(['duckdb.node', 'libduckdb.so'])
  })

  it.runIf(isRoot)('is unpacked for a user without a home', () => {
    const folder = openFolder(nobody)
    mkdirSync(join(folder, 'tmp'))
    chmodSync(join(folder, 'tmp'), 0o1777)
    const env = { HOME: '/nonexistent', TMPDIR: join(folder, 'tmp') }
    expect(start(alone(built, folder), init(join(folder, 'kontroll')), { env, uid: nobody })).toMatchObject({ code: 0 })
    expect(readdirSync(join(folder, 'tmp'))).toEqual([`loggkoll-native-${nobody}`])
  })

  it.runIf(isRoot)('goes elsewhere when the cache cannot be written to', () => {
    const folder = openFolder()
    const own = openFolder(nobody)
    for (const name of ['cache', 'tmp']) mkdirSync(join(folder, name))
    chmodSync(join(folder, 'tmp'), 0o1777)
    expect(start(alone(built, folder), init(join(own, 'kontroll')), { env: inCache(folder), uid: nobody }).code).toBe(0)
    expect(readdirSync(join(folder, 'tmp'))).toEqual([`loggkoll-native-${nobody}`])
  })

  it.runIf(isRoot)('goes elsewhere when the file system lets no program run', (context) => {
    const folder = openFolder()
    const disk = smallDisk(context, '200m')
    spawnSync('mount', ['-o', 'remount,noexec', disk])
    mkdirSync(join(folder, 'tmp'))
    const env = { XDG_CACHE_HOME: disk, TMPDIR: join(folder, 'tmp') }
    expect(start(alone(built, folder), init(join(folder, 'kontroll')), { env }).code).toBe(0)
    expect(readdirSync(join(folder, 'tmp'))).toHaveLength(1)
  })

  it.runIf(isRoot)('goes elsewhere when the disk is full, and leaves no half there', (context) => {
    const folder = openFolder()
    const disk = smallDisk(context, '20m')
    mkdirSync(join(folder, 'tmp'))
    const env = { XDG_CACHE_HOME: disk, TMPDIR: join(folder, 'tmp') }
    expect(start(alone(built, folder), init(join(folder, 'kontroll')), { env }).code).toBe(0)
    expect(readdirSync(libraryIn(join(disk, 'loggkoll/native')))).toEqual(['duckdb.node'])
  })

  const planted = (folder: string) => join(folder, 'native')
  it.each([
    [
      'is a link',
      /is a link/,
      (folder: string) => symlinkSync(mkdirSync(join(folder, 'a/b'), { recursive: true })!, planted(folder)),
    ],
    [
      'can be written to by others',
      /can be written to by others/,
      (folder: string) => (mkdirSync(planted(folder)), chmodSync(planted(folder), 0o777)),
    ],
    ['can be exchanged by others', /can be exchanged by others/, (folder: string) => chmodSync(folder, 0o777)],
    ['is a file', /EEXIST|not a directory/, (folder: string) => writeFileSync(planted(folder), '')],
  ])('does not go to a folder that %s', (_, because, plant) => {
    const folder = openFolder()
    const workspaces = openFolder()
    plant(folder)
    const env = { LOGGKOLL_NATIVE_DIR: planted(folder) }
    const { code, err } = start(alone(built, workspaces), init(join(workspaces, 'kontroll')), { env })
    expect(code).toBe(73)
    expect(err).toMatch(because)
    expect(err).toContain('set LOGGKOLL_NATIVE_DIR to a folder that only you can write to')
  })

  it.runIf(isRoot)('does not go to a folder of another user', () => {
    const folder = openFolder(nobody)
    const env = { LOGGKOLL_NATIVE_DIR: folder }
    expect(start(alone(built, openFolder()), init(join(openFolder(), 'w')), { env })).toMatchObject({
      code: 73,
      err: expect.stringContaining('belongs to another user'),
    })
  })
})
