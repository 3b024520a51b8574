import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { languages } from '../../src/model/language.ts'
import { healthChecks, healthCodes } from '../../src/model/health.ts'
import { doctorWords } from '../../src/language/doctor/index.ts'
import { diskEncryption, lookAtModes } from '../../src/workspace/disk.ts'
import { persons, world } from '../audit/world.ts'
import { folderWith, run, scratchFolder, workspace } from '../harness/program.ts'

interface Seen {
  readonly code: number
  readonly sound: boolean
  /** Check → what was said of it. */
  readonly codes: Readonly<Record<string, readonly string[]>>
}
const doctor = async (folder: string, now?: string): Promise<Seen> => {
  const { code, out, err } = await run(['-w', folder, '--format', 'json', 'doctor'], now === undefined ? {} : { now })
  expect(err).toBe('')
  const { sound, checks } = JSON.parse(out) as { sound: boolean; checks: { check: string; code: string }[] }
  const codes = Object.groupBy(checks, ({ check }) => check)
  return {
    code,
    sound,
    codes: Object.fromEntries(Object.entries(codes).map(([check, list]) => [check, list!.map((one) => one.code)])),
  }
}
const filled = () =>
  world(
    {
      access: [
        {
          occurred_at: '2026-05-28T08:10:00',
          user_id: 'nurse-1',
          care_unit_id: 'u',
          patient_id: persons(1)[0],
          activity: 'read',
        },
      ],
      care_contact: [
        { patient_id: persons(1)[0], care_unit_id: 'u', kind: 'visit', start_time: '2026-05-28T08:00:00' },
      ],
    },
    { covers: '2026-01-01..2026-05-30' },
  )

describe('doctor', () => {
  it('finds a workspace in use sound, and says what it lacks', async () => {
    const folder = await filled()
    await run(['-w', folder, 'audit'])
    const { code, sound, codes } = await doctor(folder)
    expect([code, sound]).toEqual([0, true])
    expect(Object.keys(codes)).toEqual(healthChecks)
    expect(codes).toMatchObject({
      sandbox: ['sandbox_shut'],
      permissions: ['private'],
      clock: ['clock_right'],
      store: ['store_sound'],
      trail: ['trail_whole'],
      reference: ['reference_loaded', 'reference_missing'],
      ingest: ['ingest_last'],
      run: ['run_last'],
    })
    const later = await doctor(folder, '2026-07-20T08:00:00Z')
    expect(later.codes).toMatchObject({
      reference: ['reference_old', 'reference_missing'],
      ingest: ['ingest_old'],
      run: ['run_old'],
    })
    expect(later.code).toBe(0)
  })

  it('finds what is wrong with the files of a workspace, each by itself, and goes on', async () => {
    const folder = await workspace()
    expect((await doctor(folder)).codes).toMatchObject({ ingest: ['ingest_never'], run: ['run_never'] })
    chmodSync(join(folder, 'loggkoll.key'), 0o640)
    writeFileSync(join(folder, 'profiles/mine.yaml'), 'profile: [', { mode: 0o600 })
    writeFileSync(
      join(folder, 'suppressions.yaml'),
      'suppressions: [{ rule: off-hours, user_id: a, reason: works at night only, owner: b, expires: 2026-06-20 }]',
      { mode: 0o600 },
    )
    await run(['-w', folder, 'rules', 'new', 'late-printing'])
    const { code, sound, codes } = await doctor(folder)
    expect([code, sound]).toEqual([78, false])
    expect(codes).toMatchObject({
      permissions: ['not_private'],
      profiles: ['profiles_wrong'],
      rules: ['rules_sound', 'rule_barred'],
      suppressions: ['suppressions_sound', 'suppressions_expiring'],
      store: ['store_sound'],
    })
    writeFileSync(join(folder, 'loggkoll.yaml'), 'zon: Europe/Stockholm')
    expect((await doctor(folder)).codes).toMatchObject({ config: ['config_wrong'], sandbox: ['sandbox_shut'] })
  })

  it('tells damage from settings: a changed trail, a store that is none', async () => {
    const folder = await filled()
    const trail = join(folder, 'trail.ndjson')
    writeFileSync(trail, readFileSync(trail, 'utf8').replace('tester', 'nobody'))
    expect(await doctor(folder)).toMatchObject({ code: 65, codes: { trail: ['trail_broken'] } })
    writeFileSync(trail, readFileSync(trail, 'utf8').replace(/"time":"[^"]*"/, '"time":"nyss"'))
    expect(await doctor(folder)).toMatchObject({ code: 65, codes: { trail: ['trail_broken'] } })
    expect((await run(['-w', folder, 'doctor'])).code).toBe(65)
    writeFileSync(join(folder, 'loggkoll.duckdb'), 'this is no store, and never was one'.repeat(1000))
    expect(await doctor(folder)).toMatchObject({ code: 65, codes: { store: ['store_wrong'] } })
  })

  it('sees a clock that was set back', async () => {
    const folder = await filled()
    expect(await doctor(folder, '2026-05-31T08:00:00Z')).toMatchObject({ code: 78, codes: { clock: ['clock_back'] } })
    expect((await doctor(folder, '2026-06-01T08:00:00Z')).codes['clock']).toEqual(['clock_right'])
  })

  it('looks at the installation alone where there is no workspace', async () => {
    const { code, codes } = await doctor(scratchFolder())
    expect(code).toBe(0)
    expect(codes).toEqual({ versions: ['versions'], sandbox: ['sandbox_shut'], config: ['no_workspace'] })
  })

  it('tells times by the clock of the workspace, and machines the instant', async () => {
    const folder = await filled()
    await run(['-w', folder, 'audit'], { now: '2026-06-01T08:03:04.567Z' })
    const now = '2026-06-01T08:01:00Z'
    const { out } = await run(['-w', folder, 'doctor'], { now })
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'klockan visar 2026-06-01 10:01, men spårloggen har en rad från 2026-06-01 10:03',
    )
    expect(out).toContain('senast 2026-06-01 10:00; loggen')
    expect(out).toMatch(/Körning +senast 2026-06-01 10:03\n/)
    const { checks } = JSON.parse((await run(['-w', folder, '--format', 'json', 'doctor'], { now })).out) as {
      checks: { check: string; facts: unknown }[]
    }
    expect(checks.find(({ check }) => check === 'run')?.facts).toEqual({ time: '2026-06-01T08:03:04.567Z' })
    // Commands that work at the same time may write a little out of order.
    expect((await doctor(folder, '2026-06-01T08:02:30Z')).codes['clock']).toEqual(['clock_right'])
  })

  it.each([
    ['sv', 'Inga fel', 'inte inläst: '],
    ['en', 'No faults', 'not loaded: '],
  ] as const)('says it for people in %s, with what to do', async (language, sum, missing) => {
    const folder = await workspace()
    const { out } = await run(['-w', folder, '--lang', language, 'doctor'])
    expect(out).toContain(sum)
    expect(out).toContain(missing)
    expect(out).toContain('→ ')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it.each(languages)('has advice in %s for whatever is not well', (language) => {
    const { advice } = doctorWords(language)
    const unwell = Object.entries(healthCodes).flatMap(([code, state]) => (state === 'ok' ? [] : [code]))
    expect(Object.keys(advice).toSorted()).toEqual(unwell.toSorted())
  })
})

describe('what the disk says', () => {
  it('finds what others can open, and follows no link', () => {
    const folder = folderWith({ 'a/open.txt': 'x' })
    chmodSync(folder, 0o700)
    chmodSync(join(folder, 'a'), 0o700)
    chmodSync(join(folder, 'a/open.txt'), 0o604)
    symlinkSync('/etc', join(folder, 'link'))
    expect(lookAtModes(folder)).toEqual({ files: 3, open: [{ path: join(folder, 'a/open.txt'), mode: 0o604 }] })
  })

  /** A machine whose mount of `/data` rests on these devices, the topmost first; each with its device mapper's id. */
  const machine = (kind: string, devices: readonly (string | undefined)[]): { proc: string; sys: string } => {
    const root = scratchFolder()
    mkdirSync(join(root, 'proc/self'), { recursive: true })
    writeFileSync(
      join(root, 'proc/self/mountinfo'),
      `22 1 8:1 / / rw - ext4 /dev/sda1 rw\n23 22 253:0 / ${scratch} rw shared:1 - ${kind} /dev/mapper/data rw\n`,
    )
    const path = (place: number): string => join(root, `sys/block/d${place}`)
    devices.forEach((uuid, place) => {
      mkdirSync(join(path(place), 'dm'), { recursive: true })
      if (uuid !== undefined) writeFileSync(join(path(place), 'dm/uuid'), uuid)
      if (place === 0) return
      mkdirSync(join(path(place - 1), 'slaves'))
      symlinkSync(path(place), join(path(place - 1), 'slaves/below'))
    })
    mkdirSync(join(root, 'sys/dev/block'), { recursive: true })
    if (devices.length > 0) symlinkSync(path(0), join(root, 'sys/dev/block/253:0'))
    return { proc: join(root, 'proc'), sys: join(root, 'sys') }
  }
  let scratch = ''

  it.each([
    ['a volume of dm-crypt', 'ext4', ['CRYPT-LUKS2-0a1b-data'], true],
    ['a logical volume upon one', 'xfs', ['LVM-abc', 'CRYPT-LUKS2-0a1b-pv'], true],
    ['a logical volume upon a plain disk', 'xfs', ['LVM-abc', undefined], false],
    ['a plain partition', 'ext4', [undefined], false],
    ['a file system that encrypts', 'fuse.gocryptfs', [], true],
    ['a file system of which nothing is known', 'overlay', [], undefined],
  ] as const)('tells %s', (_, kind, devices, encrypted) => {
    scratch = scratchFolder()
    expect(diskEncryption(scratch, machine(kind, devices)).encrypted).toBe(encrypted)
  })

  it('cannot tell where there is no Linux', () => {
    expect(diskEncryption('/', { proc: scratchFolder(), sys: '/sys' }).encrypted).toBeUndefined()
  })
})
