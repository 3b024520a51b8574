import { cpSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Exit } from '../../src/model/exit.ts'
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
  const ends: number[] = []
  for (const room of [0, 4.2, 5.5, 8, 12, 18]) {
    cpSync(start, folder, { recursive: true })
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(filler, Buffer.alloc(bavail * bsize - Math.floor(room * megabyte)))
    const words = ['-w', folder, 'ingest', join(files, '1.csv')]
    const { code, out, err } = await run(words)
    ends.push(code)
    expect([Exit.done, Exit.io], err).toContain(code)
    expect(out).toBe('')
    if (code !== 0) expect(err).toMatch(/disk is full|cannot be copied[^]*free some space/)
    rmSync(filler)
    await settle(folder)
    expect(await allFingerprints(folder), `with room for ${room} MB`).toEqual(code === 0 ? after : before)
    expect(await run(words)).toMatchObject({ code: 0 })
    expect(await allFingerprints(folder), `with room for ${room} MB, and again`).toEqual(after)
    rmSync(folder, { recursive: true })
  }
  expect(ends.filter((code) => code === Exit.io).length).toBeGreaterThanOrEqual(3)
})

it('a disk that has no room for a line of the trail shows and changes nothing', async (context) => {
  const disk = smallDisk(context, '8m')
  const folder = join(disk, 'workspace')
  cpSync(await workspace(), folder, { recursive: true })
  const before = await allFingerprints(folder)
  const log = join(scratchFolder(), 'log.csv')
  writeFileSync(log, 'occurred_at,user_id,care_unit_id,patient_id,activity\n2026-03-04T10:00,u,e,p,read\n')
  mkdirSync(join(folder, 'tmp'))
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(join(disk, 'filler'), Buffer.alloc(bavail * bsize))
  const { code, out, err } = await run(['-w', folder, 'ingest', log])
  expect({ code, out }, err).toEqual({ code: Exit.cannotWrite, out: '' })
  rmSync(join(disk, 'filler'))
  await settle(folder)
  expect(await allFingerprints(folder)).toEqual(before)
  expect(await run(['-w', folder, 'ingest', log])).toMatchObject({ code: 0 })
  expect(await run(['-w', folder, 'trail', 'verify'])).toMatchObject({ code: 0 })
})

it('a full disk stops an audit, a plan and a backup in words; with room each does what it would have done', async (context) => {
  const disk = smallDisk(context, '24m')
  const folder = join(disk, 'workspace')
  const log = join(scratchFolder(), 'log.csv')
  writeFileSync(log, 'occurred_at,user_id,care_unit_id,patient_id,activity\n2026-03-04T10:00,u,e,p,read\n')
  cpSync(await workspace(), folder, { recursive: true })
  expect((await run(['-w', folder, '-q', 'ingest', log])).code).toBe(0)
  const { audit_run: _, audit_finding: __, ...before } = await allFingerprints(folder)
  const commands = [
    ['audit', '--month', '2026-03'],
    ['review', 'plan', '--month', '2026-03'],
    ['-o', join(disk, 'copy.tar'), 'backup'],
  ]
  for (const room of [0, 64 << 10, 300 << 10]) {
    for (const words of commands) {
      const { bavail, bsize } = statfsSync(disk)
      writeFileSync(join(disk, 'filler'), Buffer.alloc(bavail * bsize - room))
      const { code, out, err } = await run(['-w', folder, '-q', ...words])
      const isEnough = code === Exit.done && room > 0 && words[0] !== '-o'
      if (!isEnough) {
        expect([Exit.cannotWrite, Exit.io], `${words.join(' ')}: ${err}`).toContain(code)
        expect(out).toBe('')
        expect(err).toContain('disk')
      }
      rmSync(join(disk, 'filler'))
      expect(readdirSync(disk)).toEqual(['workspace'])
      await settle(folder)
      expect(await allFingerprints(folder)).toMatchObject(before)
    }
  }
  for (const words of commands) expect(await run(['-w', folder, '-q', ...words])).toMatchObject({ code: 0 })
  expect((await run(['-w', folder, 'trail', 'verify'])).code).toBe(0)
})
