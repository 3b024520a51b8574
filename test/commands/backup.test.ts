import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTar, tarHeader } from '../../src/workspace/backup/tar.ts'
import { run, scratchFolder, workspace } from '../harness/program.ts'
import { log } from '../ingest/read.ts'
import { allTables, change } from '../store/tables.ts'

const audit = ['--format', 'json', 'audit', '--from', '2026-01-01', '--to', '2026-02-01']
let made: string

/** A workspace with something of each kind in it. */
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'loggkoll-backup-'))
  const folder = join(made, 'workspace')
  expect((await run(['init', folder, '--seed', 'test'])).code).toBe(0)
  writeFileSync(join(made, 'log.csv'), log({ occurred_at: '2024-03-01T10:00' }, { activity: 'print' }))
  expect((await run(['-w', folder, 'ingest', join(made, 'log.csv')])).code).toBe(0)
  mkdirSync(join(folder, 'profiles/inre'))
  writeFileSync(join(folder, 'profiles/inre/läs mig.txt'), 'om profilerna')
  writeFileSync(join(folder, 'suppressions.yaml'), 'suppressions: []\n')
  mkdirSync(join(folder, 'tmp'), { recursive: true })
  writeFileSync(join(folder, 'tmp/left.csv'), 'what a killed process left')
  writeFileSync(join(folder, 'report.html'), 'what is no part of it')
  expect((await run(['-w', folder, ...audit])).code).toBe(0)
})
afterAll(() => rmSync(made, { recursive: true }))

/** A copy of that workspace, and a place for files. */
function world() {
  const place = scratchFolder()
  const folder = join(scratchFolder(), 'workspace')
  cpSync(join(made, 'workspace'), folder, { recursive: true })
  return { folder, place, file: join(place, 'copy.tar'), target: join(place, 'restored') }
}

const backup = async (folder: string, file: string, ...global: string[]) =>
  await run(['-w', folder, '-o', file, ...global, 'backup'])

/** Every file of a folder, by its path. */
function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter((name) => statSync(join(folder, name)).isFile())
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'base64')]))
}

describe('a backup', () => {
  it('is restored as the workspace that it was: tables, settings, trail, and the bytes of an audit', async () => {
    const { folder, file, target } = world()
    const { code, out, err } = await backup(folder, file)
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toContain('nyckeln')
    const [, head] = /slutvärde: ([0-9a-f]{64})/.exec(err) ?? []

    const restored = await run(['restore', file, target])
    expect(restored).toMatchObject({ code: 0, err: '' })
    expect(restored.out).toContain(`slutvärde ${head}`)
    const { 'trail.ndjson': trail, 'tmp/left.csv': _, 'report.html': __, ...rest } = contents(folder)
    const { 'trail.ndjson': trailAfter, ...restAfter } = contents(target)
    expect(restAfter).toEqual(rest)
    expect(await allTables(target)).toEqual(await allTables(folder))
    expect(statSync(target).mode & 0o777).toBe(0o700)
    expect(statSync(join(target, 'loggkoll.key')).mode & 0o777).toBe(0o600)

    const lines = Buffer.from(trailAfter!, 'base64').toString()
    expect(lines.startsWith(Buffer.from(trail!, 'base64').toString())).toBe(true)
    expect(lines.trim().split('\n').at(-1)).toMatch(
      /"command":"restore".*"reason":"copy\.tar, made 2026-06-01T08:00:00\.000Z"/,
    )
    expect((await run(['-w', target, ...audit])).out).toBe((await run(['-w', folder, ...audit])).out)
    expect((await run(['-w', target, 'trail', 'verify', '--head', head!])).code).toBe(0)
  })

  it('is an ordinary archive, private, and the same each time', async () => {
    const { folder, place, file } = world()
    expect(await backup(folder, place)).toMatchObject({ code: 0 })
    const [name] = readdirSync(place)
    expect(name).toBe('loggkoll-20260601T080000Z.tar')
    expect(statSync(join(place, name!)).mode & 0o777).toBe(0o600)
    const unpacked = spawnSync('tar', ['-xOf', join(place, name!), 'profiles/inre/läs mig.txt'], { encoding: 'utf8' })
    expect(unpacked).toMatchObject({ status: 0, stdout: 'om profilerna' })
    const trail = readFileSync(join(folder, 'trail.ndjson'))
    writeFileSync(join(folder, 'trail.ndjson'), trail.subarray(0, trail.lastIndexOf('\n', trail.length - 2) + 1))
    expect(await backup(folder, place)).toMatchObject({ code: 0 })
    expect(readdirSync(place)).toEqual([name])
    expect(existsSync(file)).toBe(false)
  })

  it('is sealed to a recipient, and opened by the identity alone', async () => {
    const { folder, place, file, target } = world()
    const identity = await generateX25519Identity()
    writeFileSync(join(place, 'nyckel.txt'), `${identity}\n`)
    const sealed = await backup(folder, file, '--seal', await identityToRecipient(identity))
    expect(sealed.code).toBe(0)
    expect(sealed.err).not.toContain('nyckeln')
    expect(readFileSync(`${file}.age`).includes('199001012385')).toBe(false)
    const other = join(place, 'annan.txt')
    writeFileSync(other, `${await generateX25519Identity()}\n`)
    expect((await run(['restore', `${file}.age`, target, '--identity', other])).code).toBe(77)
    expect(readdirSync(place).sort()).toEqual(['annan.txt', 'copy.tar.age', 'nyckel.txt'])
    const bytes = readFileSync(`${file}.age`)
    writeFileSync(join(place, 'cut.age'), bytes.subarray(0, -100))
    const words = ['--identity', join(place, 'nyckel.txt')]
    expect((await run(['restore', join(place, 'cut.age'), target, ...words])).code).toBe(65)
    expect(await run(['restore', `${file}.age`, target, ...words])).toMatchObject({ code: 0 })
  })

  it('is made of a trail that is not whole, and says so; such a one is restored only on purpose', async () => {
    const { folder, file, target } = world()
    const trail = join(folder, 'trail.ndjson')
    writeFileSync(trail, readFileSync(trail, 'utf8').replace('tester', 'nobody'))
    expect(await backup(folder, file)).toMatchObject({ code: 2, err: expect.stringContaining('trail') as string })
    expect(await run(['restore', file, target])).toMatchObject({ code: 65 })
    expect(existsSync(target)).toBe(false)
    expect(await run(['restore', file, target, '--unsound'])).toMatchObject({ code: 0 })
  })

  it('needs a file to go to', async () => {
    const { folder } = world()
    expect((await run(['-w', folder, 'backup'])).code).toBe(64)
    expect((await run(['-w', folder, '-o', '-', 'backup'])).code).toBe(64)
    expect((await run(['-w', folder, '-o', join(folder, 'no/such/place.tar'), 'backup'])).code).toBe(73)
  })
})

describe('a restore', () => {
  it('goes into an empty directory, and into no other', async () => {
    const { folder, file, target } = world()
    await backup(folder, file)
    mkdirSync(target)
    writeFileSync(join(target, 'mine.txt'), 'mine')
    expect((await run(['restore', file, target])).code).toBe(73)
    expect((await run(['restore', file, file])).code).toBe(73)
    expect(readdirSync(target)).toEqual(['mine.txt'])
    const empty = `${target}-empty`
    mkdirSync(empty)
    expect((await run(['restore', file, empty])).code).toBe(0)
    expect((await run(['restore', join(target, 'none.tar'), `${target}-2`])).code).toBe(65)
  })

  it('puts nothing in place of a backup that is damaged anywhere', async () => {
    const { folder, place, file, target } = world()
    await backup(folder, file)
    const whole = readFileSync(file)
    const flip = (at: number): Buffer => {
      const bytes = Buffer.from(whole)
      bytes[at]! ^= 1
      return bytes
    }
    const manifest = whole.lastIndexOf('manifest.json')
    const rename = (to: string): Buffer => {
      // With a right checksum, so that it is the name which is refused.
      const from = whole.indexOf('profiles/inre')
      return Buffer.concat([whole.subarray(0, from), tarHeader(to, 13, 1_780_300_800), whole.subarray(from + 512)])
    }
    const cases: Record<string, Buffer> = {
      'a flipped bit of the store': flip(5000),
      'a flipped bit of a header': flip(40),
      'a flipped bit of the manifest': flip(manifest + 700),
      'a cut end': whole.subarray(0, manifest),
      'a cut manifest': whole.subarray(0, manifest + 600),
      'no end': whole.subarray(0, -1024),
      'something after the end': Buffer.concat([whole, Buffer.from('x')]),
      'no archive': Buffer.from('PK\u0003\u0004'.repeat(400)),
      nothing: Buffer.alloc(0),
      'only an end': Buffer.alloc(1024),
      'a name outside': rename('../../evil'),
      'an absolute name': rename('/tmp/evil'),
      'a name of another part': rename('evil/profiles'),
      'a name twice': rename('loggkoll.KEY'),
      'a part that is no folder': rename('profiles'),
    }
    const before = readdirSync(place)
    for (const [name, bytes] of Object.entries(cases)) {
      writeFileSync(file, bytes)
      const { code, err } = await run(['restore', file, target])
      expect(code, `${name}: ${err}`).toBe(65)
      expect(readdirSync(place), name).toEqual(before)
    }
  })

  it.each([
    ['"loggkoll/backup/1"', '"loggkoll/backup/2"'],
    ['"store_schema": ', '"store_schema": 9'],
  ])('refuses a backup of a newer version: %s', async (from, to) => {
    const { folder, file, target } = world()
    await backup(folder, file)
    const whole = readFileSync(file)
    const at = whole.lastIndexOf('manifest.json')
    const size = Number.parseInt(whole.toString('latin1', at + 124, at + 135), 8)
    const text = Buffer.from(whole.toString('utf8', at + 512, at + 512 + size).replace(from, to))
    const padding = Buffer.alloc(2048 - (text.length % 512))
    writeFileSync(
      file,
      Buffer.concat([whole.subarray(0, at), tarHeader('manifest.json', text.length, 0), text, padding]),
    )
    expect(await run(['restore', file, target])).toMatchObject({
      code: 78,
      err: expect.stringContaining('newer') as string,
    })
    expect(existsSync(target)).toBe(false)
  })

  it('removes what a killed one left, and leaves alone what another is doing', async () => {
    const { folder, file, target } = world()
    await backup(folder, file)
    for (const pid of [2 ** 22 + 5, process.ppid]) mkdirSync(`${target}.restoring-${pid}`)
    expect((await run(['restore', file, target])).code).toBe(0)
    expect(existsSync(`${target}.restoring-${2 ** 22 + 5}`)).toBe(false)
    expect(existsSync(`${target}.restoring-${process.ppid}`)).toBe(true)
  })

  it('says that what has passed its time is back, and which purges came after the backup', async () => {
    const { folder, file, target } = world()
    await backup(folder, file)
    expect(await run(['-w', folder, '-q', 'purge', '--dry-run'])).toMatchObject({ code: 0 })
    expect(await run(['-w', folder, '-q', 'purge', '--before', '2024-06-01'])).toMatchObject({ code: 0 })
    const restored = await run(['restore', file, target])
    expect(restored.out).toContain('ur säkerhetskopian från 2026-06-01 10:00.')
    expect(restored.out).toMatch(
      /har passerat sin gallringstid[^]*1 {2}händelse i[^]*Gallra igen: loggkoll -w \S+ purge\n/,
    )
    const json = ['--format', 'json', 'restore', file, `${target}-2`, '--trail', join(folder, 'trail.ndjson')]
    expect(JSON.parse((await run(json)).out)).toMatchObject({
      past: { access_event: 1, lookup: 1 },
      purged_since: [{ before: '2024-06-01' }],
    })
    const other = await workspace()
    await run(['-w', other, 'trail', 'list'])
    const wrong = await run(['restore', file, `${target}-3`, '--trail', join(other, 'trail.ndjson')])
    expect(wrong.code).toBe(65)
    expect(existsSync(`${target}-3`)).toBe(false)
  })

  it('takes a store that does not belong to the trail for what it is', async () => {
    const { folder, file, target } = world()
    await change(folder, `update audit_run set document = replace(document, '"trail_head":"', '"trail_head":"0')`)
    await backup(folder, file)
    expect((await run(['restore', file, target])).code).toBe(65)
  })
})

it('a file of more than 8 GiB has its size in the header', async () => {
  const bytes = 20 * 2 ** 30
  const source = async function* (): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(tarHeader(`rules/${'å'.repeat(40)}/${'b'.repeat(60)}.csv`, bytes, 0))
  }
  for await (const entry of readTar(source())) {
    expect(entry).toMatchObject({ path: `rules/${'å'.repeat(40)}/${'b'.repeat(60)}.csv`, bytes })
    break
  }
})
