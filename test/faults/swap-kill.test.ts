import { spawn } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliDecompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { root } from '../harness/paths.ts'
import { run, scratchFolder, workspace } from '../harness/program.ts'
import { allFingerprints, select, settle } from '../store/tables.ts'

/** How often each is killed; `npm run test:faults` takes its time. */
const often = process.env['LOGGKOLL_FAULTS'] === undefined ? 3 : 50

/** Runs the program as a process of its own, and kills it after so many milliseconds; how long it took, if it was done. */
async function kill(delay: number, words: readonly string[]): Promise<number | undefined> {
  const began = performance.now()
  const child = spawn(process.execPath, [join(root, 'src/cli.ts'), ...words], { stdio: 'ignore' })
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)))
  void sleep(delay).then(() => child.kill('SIGKILL'))
  return (await ended) === 'SIGKILL' ? undefined : performance.now() - began
}

/** Moments over the second half of the time that a command takes: the first is the start of the process. */
async function moments(words: readonly string[]): Promise<number[]> {
  const took = (await kill(120_000, words)) ?? 120_000
  return Array.from({ length: often }, (_, place) => took * (0.4 + (0.6 * (place + 1)) / (often + 1)))
}

it('killed at any time, a migration leaves the old store or the new one', async () => {
  const old = await workspace()
  const store = join(root, 'test/store/kept/schema-1.duckdb.br')
  writeFileSync(join(old, 'loggkoll.duckdb'), brotliDecompressSync(readFileSync(store)))
  const before = await allFingerprints(old)
  const work = join(scratchFolder(), 'work')
  const words = ['-w', work, '-q', 'trail', 'verify']
  const fresh = (): void => {
    rmSync(work, { recursive: true, force: true })
    cpSync(old, work, { recursive: true })
  }
  fresh()
  const times = await moments(words)
  const after = await allFingerprints(work)
  expect(after).not.toEqual(before)
  for (const time of times) {
    fresh()
    await kill(time, words)
    expect([before, after], `after ${time} ms`).toContainEqual(await allFingerprints(work))
    await settle(work)
    expect(await allFingerprints(work), `after ${time} ms, and opened`).toEqual(after)
    expect(await select(work, 'select count(*)::int as batches from ingest_batch')).toEqual([{ batches: 15 }])
    // Killed just after the copy was put in place, its folder is left, empty, until the next one is made.
    const left = readdirSync(join(work, 'tmp'), { recursive: true, encoding: 'utf8' })
    expect(left.filter((name) => dirname(name).endsWith('-migration'))).toEqual([])
  }
}, 3_600_000)

it('killed at any time, a backup leaves no file by its name that is not whole, and a restore all or nothing', async () => {
  const folder = await workspace()
  const place = scratchFolder()
  writeFileSync(join(folder, 'profiles/large.bin'), Buffer.alloc(20 << 20, 'x'))
  const [file, target] = [join(place, 'copy.tar'), join(place, 'restored')]
  const tables = await allFingerprints(folder)
  const backup = ['-w', folder, '-q', '-o', file, 'backup']
  for (const time of await moments(backup)) {
    rmSync(file, { force: true })
    await kill(time, backup)
    if (!existsSync(file)) continue
    expect((await run(['restore', file, target])).code, `after ${time} ms`).toBe(0)
    rmSync(target, { recursive: true })
  }
  rmSync(file, { force: true })
  expect((await run(backup)).code).toBe(0)
  const restore = ['restore', file, target]
  for (const time of await moments(restore)) {
    rmSync(target, { recursive: true, force: true })
    await kill(time, restore)
    if (!existsSync(target)) expect((await run(restore)).code).toBe(0)
    expect(await allFingerprints(target), `after ${time} ms`).toEqual(tables)
    expect((await run(['-w', target, 'trail', 'verify'])).code).toBe(0)
    expect(readdirSync(place).filter((name) => name.startsWith('restored.'))).toEqual([])
  }
}, 3_600_000)
