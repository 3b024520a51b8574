import { spawn } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { Exit } from '../../src/model/exit.ts'
import { Fault } from '../../src/model/fault.ts'
import { root } from '../harness/paths.ts'
import { run, scratchFolder, workspace } from '../harness/program.ts'
import { allFingerprints, settle } from '../store/tables.ts'

const rows = 20_000

function log(): string {
  const line = (row: number): string =>
    `${row},2026-03-0${1 + (row % 5)}T10:00:${10 + (row % 50)},user-${row % 70},unit-${row % 9},local-${row % 9000},read`
  const lines = Array.from({ length: rows }, (_, row) => line(row))
  return ['record_id,occurred_at,user_id,care_unit_id,patient_id,activity', ...lines, ''].join('\n')
}

/** Starts the program as a process of its own, and gives how it ended. */
function start(words: readonly string[]): { readonly ended: Promise<{ code: number | null; err: string }> } {
  const child = spawn(process.execPath, [join(root, 'src/cli.ts'), ...words], { stdio: ['ignore', 'ignore', 'pipe'] })
  let err = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (err += text))
  return { ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, err }))) }
}

it('two nights at once: one waits, or ends because the store is busy; nothing is there twice', async () => {
  const folder = await workspace()
  const file = join(scratchFolder(), 'log.csv')
  writeFileSync(file, log())
  const one = join(scratchFolder(), 'one')
  cpSync(folder, one, { recursive: true })
  expect((await run(['-w', one, '-q', 'ingest', file])).code).toBe(0)
  const { ingest_batch: _, ...expected } = await allFingerprints(one)

  const night = (wait: string) => start(['-w', folder, '-q', '--wait', wait, 'ingest', file]).ended
  const ends = await Promise.all([night('120'), night('120'), night('0')])
  expect(ends.slice(0, 2).map(({ code }) => code)).toEqual([Exit.done, Exit.done])
  expect([Exit.done, Exit.busy]).toContain(ends[2].code)
  if (ends[2].code === Exit.busy) expect(ends[2].err).toContain('in use by another process')
  const { ingest_batch: __, ...found } = await allFingerprints(folder)
  expect(found).toEqual(expected)
  expect((await run(['-w', folder, 'trail', 'verify'])).code).toBe(0)
})

it('a store that is copied while it is written to opens as before or after, or is refused; a backup waits', async () => {
  const folder = await workspace()
  const place = scratchFolder()
  const file = join(place, 'log.csv')
  writeFileSync(file, log())
  const before = await allFingerprints(folder)
  const running = start(['-w', folder, '-q', 'ingest', file])
  const state = { isOver: false }
  void running.ended.then(() => (state.isOver = true))
  const backup = start(['-w', folder, '-q', '--wait', '120', '-o', join(place, 'copy.tar'), 'backup'])
  const copies: string[] = []
  for (; !state.isOver && copies.length < 60; await sleep(40)) {
    const copy = join(place, `copy-${copies.length}`)
    mkdirSync(copy)
    for (const name of ['loggkoll.yaml', 'loggkoll.key', 'loggkoll.duckdb', 'loggkoll.duckdb.wal']) {
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name))
    }
    copies.push(copy)
  }
  expect((await running.ended).code).toBe(0)
  expect((await backup.ended).code).toBe(0)
  const after = await allFingerprints(folder)
  for (const copy of copies) {
    try {
      await settle(copy)
    } catch (error) {
      expect(error, String(error)).toBeInstanceOf(Fault)
      continue
    }
    expect([before, after], copy).toContainEqual(await allFingerprints(copy))
  }
  expect(copies.length).toBeGreaterThan(2)
  const restored = join(place, 'restored')
  expect(await run(['restore', join(place, 'copy.tar'), restored])).toMatchObject({ code: 0 })
  expect([before, after]).toContainEqual(await allFingerprints(restored))
  expect(readFileSync(join(restored, 'loggkoll.key'))).toEqual(readFileSync(join(folder, 'loggkoll.key')))
})
