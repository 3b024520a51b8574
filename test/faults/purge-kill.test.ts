import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, it } from 'vitest'
import { run, scratchFolder, workspace } from '../harness/program.ts'
import { allFingerprints, settle } from '../store/tables.ts'
import { killProgram } from './kill-program.ts'

/** A made-up log, half of which has passed its time. */
function log(rows: number): string {
  const lines = ['record_id,occurred_at,user_id,care_unit_id,patient_id,activity']
  for (let row = 0; row < rows; row++) {
    const day = `${row % 2 === 0 ? '2024-03' : '2026-03'}-${10 + (row % 18)}`
    lines.push(`${row},${day}T10:00:${10 + (row % 50)},user-${row % 700},unit-${row % 9},local-${row % 9000},read`)
  }
  return `${lines.join('\n')}\n`
}

/** How often it is killed; `npm run test:faults` takes its time. */
const often = process.env['LOGGKOLL_FAULTS'] === undefined ? 5 : 60

it('killed at any time, a purge leaves the store as before or as after, and the trail whole', async () => {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'log.csv'), log(120_000))
  const start = await workspace()
  expect((await run(['-w', start, '-q', 'ingest', join(folder, 'log.csv')])).code).toBe(0)
  const asBefore = await allFingerprints(start)
  const end = join(folder, 'end')
  cpSync(start, end, { recursive: true })
  const began = performance.now()
  expect((await run(['-w', end, '-q', 'purge'])).code).toBe(0)
  const took = performance.now() - began
  const asAfter = await allFingerprints(end)
  expect(asAfter).not.toEqual(asBefore)

  const work = join(folder, 'work')
  let kills = 0
  const times = Array.from({ length: often }, (_, place) => ({
    delay: 250 + (place * took * 2) / often,
    target: undefined,
  }))
  const commits = ['purge/copy-kept', 'purge/clip-coverage'].flatMap((target) =>
    Array.from({ length: Math.ceil(often / 6) }, (_, place) => ({ delay: (place * 5) % 21, target })),
  )
  for (const { delay, target } of [...times, ...commits]) {
    rmSync(work, { recursive: true, force: true })
    cpSync(start, work, { recursive: true })
    if (await killProgram(target, delay, ['-w', work, '-q', 'purge'])) kills++
    await settle(work)
    expect([asBefore, asAfter], `${target ?? 'anywhere'} after ${delay} ms`).toContainEqual(await allFingerprints(work))
    expect((await run(['-w', work, 'trail', 'verify'])).code).toBe(0)
    expect((await run(['-w', work, '-q', 'purge'])).code).toBe(0)
    expect(await allFingerprints(work), `${target ?? 'anywhere'} after ${delay} ms, and once more`).toEqual(asAfter)
    // the copy that was being written does not stay
    expect(readdirSync(join(work, 'tmp')).filter((name) => /^\d+$/.test(name))).toEqual([])
  }
  expect(kills).toBeGreaterThan((times.length + commits.length) / 3)
}, 3_600_000)
