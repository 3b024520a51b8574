import { cpSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { run, scratchFolder, workspace } from '../harness/program.ts'
import { allFingerprints, settle } from '../store/tables.ts'
import { smallDisk } from './small-disk.ts'

const rows = 60_000

/** A made-up log; the later part meets lookups that are there already. */
function log(part: number): string {
  const line = (row: number) =>
    `${part}-${row},2026-03-0${1 + (row % 5)}T${String(8 + part).padStart(2, '0')}:00,läkare-${row % 700},unit-${row % 9},local-${row % 9000},read`
  const lines = Array.from({ length: rows }, (_, row) => line(row))
  return ['record_id,occurred_at,user_id,care_unit_id,patient_id,activity', ...lines, ''].join('\n')
}

const megabyte = 1 << 20

it('a disk that fills while a log is read leaves the store as before, and with room the same command does it', async (context) => {
  const disk = smallDisk(context, '40m')
  const files = scratchFolder()
  // In Windows-1252, so that a copy in UTF-8 is written too.
  writeFileSync(join(files, '0.csv'), Buffer.from(log(0), 'latin1'))
  writeFileSync(join(files, '1.csv'), Buffer.from(log(1), 'latin1'))
  const start = await workspace()
  expect(await run(['-w', start, 'ingest', join(files, '0.csv')])).toMatchObject({ code: 0 })
  const before = await allFingerprints(start)
  const whole = join(files, 'whole')
  cpSync(start, whole, { recursive: true })
  expect(await run(['-w', whole, 'ingest', join(files, '1.csv')])).toMatchObject({ code: 0 })
  const after = await allFingerprints(whole)

  const folder = join(disk, 'workspace')
  const filler = join(disk, 'filler')
  const ends = new Set<number>()
  for (const room of [0, 0.01, 1, 4, 6, 8, 10, 12]) {
    cpSync(start, folder, { recursive: true })
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(filler, Buffer.alloc(bavail * bsize - Math.floor(room * megabyte)))
    const words = ['-w', folder, 'ingest', join(files, '1.csv')]
    const { code, out, err } = await run(words)
    ends.add(code)
    expect({ code, out, err }).toMatchObject(
      code === 0 ? { code } : { code: expect.toBeOneOf([73, 74]) as number, out: '' },
    )
    if (code !== 0) expect(err).toMatch(/disk|space|cannot be written/)
    rmSync(filler)
    await settle(folder)
    expect(await allFingerprints(folder), `with room for ${room} MB`).toEqual(code === 0 ? after : before)
    expect(await run(words)).toMatchObject({ code: 0 })
    expect(await allFingerprints(folder), `with room for ${room} MB, and again`).toEqual(after)
    rmSync(folder, { recursive: true })
  }
  expect([...ends].sort()).toEqual(expect.arrayContaining([73, 74]))
})
