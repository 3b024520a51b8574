import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { persons, world } from '../audit/world.ts'
import { folderWith, run, scratchFolder } from '../harness/program.ts'

const [patient] = persons(1) as [string]
const logged = () =>
  world({
    access: [
      {
        occurred_at: '2026-03-04T08:10:00',
        user_id: 'nurse-1',
        care_unit_id: 'u',
        patient_id: patient,
        activity: 'read',
      },
    ],
  })
const valueOf = (text: string, name: string): string | undefined =>
  new RegExp(`^${name}\\{.*\\} (.*)$`, 'm').exec(text)?.[1]

describe('--metrics', () => {
  it('writes a file that a collector may read, whole, after audit and ingest', async () => {
    const folder = await logged()
    const metrics = scratchFolder()
    const file = join(metrics, 'loggkoll.prom')
    expect((await run(['-w', folder, 'audit', '--metrics', file])).code).toBe(0)
    const text = readFileSync(file, 'utf8')
    expect(valueOf(text, 'loggkoll_lookups')).toBe('1')
    expect(valueOf(text, 'loggkoll_exit_code')).toBe('0')
    expect(valueOf(text, 'loggkoll_last_run_timestamp_seconds')).toBe(String(Date.parse('2026-06-01T08:00:00Z') / 1000))
    expect(text).not.toContain('loggkoll_run_duration_seconds')
    expect(text).not.toContain('nurse-1')
    expect(statSync(file).mode & 0o777).toBe(0o644)
    expect(readdirSync(metrics)).toEqual(['loggkoll.prom'])

    const log = join(
      folderWith({
        'more.csv':
          'occurred_at,user_id,patient_id,care_unit_id,activity\nnever,a,b,c,read\n2026-03-05T08:00:00,nurse-1,,u,read\n',
      }),
      'more.csv',
    )
    expect((await run(['-w', folder, 'ingest', log, '--metrics', file])).code).toBe(0)
    const after = readFileSync(file, 'utf8')
    expect(after).toMatch(/loggkoll_ingest_rows\{.*outcome="rejected"\} 1/)
    expect(after).toMatch(/loggkoll_store_last_day_timestamp_seconds\{.*kind="access",source="default"\} 1772668800/)
    expect(Number(valueOf(after, 'loggkoll_store_bytes'))).toBeGreaterThan(1000)
  })

  it('tells of a run that failed, and when the last one did not', async () => {
    const folder = await logged()
    const file = join(scratchFolder(), 'loggkoll.prom')
    await run(['-w', folder, 'ingest', 'no-such-file.csv', '--metrics', file])
    expect(valueOf(readFileSync(file, 'utf8'), 'loggkoll_exit_code')).toBe('65')
    expect(valueOf(readFileSync(file, 'utf8'), 'loggkoll_last_success_timestamp_seconds')).toBeUndefined()
    await run(['-w', folder, 'audit', '--metrics', file], { now: '2026-06-02T08:00:00Z' })
    writeFileSync(join(folder, 'loggkoll.yaml'), 'nonsense: 1\n')
    const failed = await run(['-w', folder, 'audit', '--metrics', file], { now: '2026-06-03T08:00:00Z' })
    expect(failed.code).toBe(78)
    const text = readFileSync(file, 'utf8')
    expect(valueOf(text, 'loggkoll_exit_code')).toBe('78')
    const seconds = (time: string): string => String(Date.parse(time) / 1000)
    expect(valueOf(text, 'loggkoll_last_run_timestamp_seconds')).toBe(seconds('2026-06-03T08:00:00Z'))
    expect(valueOf(text, 'loggkoll_last_success_timestamp_seconds')).toBe(seconds('2026-06-02T08:00:00Z'))
    expect(text).not.toContain('loggkoll_lookups')
  })

  it('that cannot be written is said, and leaves nothing', async () => {
    const folder = await logged()
    for (const place of ['none/x.prom', 'loggkoll.yaml/x.prom']) {
      const done = await run(['-w', folder, 'audit', '--metrics', join(folder, place)])
      expect([done.code, done.err]).toEqual([73, expect.stringContaining('--metrics') as string])
      expect(done.err.match(/cannot be written/g)).toHaveLength(1)
    }
    // known before anything is asked
    expect(readFileSync(join(folder, 'trail.ndjson'), 'utf8')).not.toContain('"audit"')
  })
})

describe('--syslog', () => {
  /** A program `logger` that writes down what it is given, or fails. */
  const loggerIn = (folder: string, exit = 0): string => {
    const script = `#!/bin/sh\n[ "$1" = --version ] && echo logger from ${exit === 0 ? 'elsewhere' : 'util-linux'} && exit 0\nprintf '%s\\n' "$@" > ${folder}/said\nexit ${exit}\n`
    writeFileSync(join(folder, 'logger'), script)
    chmodSync(join(folder, 'logger'), 0o755)
    return `${folder}:/usr/bin:/bin`
  }

  it('gives the system’s logger one line', async () => {
    const folder = await logged()
    const bin = scratchFolder()
    const done = await run(['-w', folder, 'audit', '--syslog', '--fail-on', 'info'], { env: { PATH: loggerIn(bin) } })
    expect(done.code).toBe(0)
    const said = readFileSync(join(bin, 'said'), 'utf8').trimEnd().split('\n')
    expect(said.slice(0, 5)).toEqual(['-t', 'loggkoll', '-p', 'user.notice', '--'])
    expect(said[5]).toMatch(/^\[loggkoll@32473 command="audit" .* lookups="1" .*\] audit of /)
    expect(said[5]).not.toContain('nurse')
  })

  it('says before it begins that there is no logger, and afterwards that it failed', async () => {
    const folder = await logged()
    const missing = await run(['-w', folder, 'audit', '--syslog'], { env: { PATH: scratchFolder() } })
    expect([missing.code, missing.out]).toEqual([64, ''])
    expect(missing.err).toContain('there is no program logger')
    const bin = scratchFolder()
    const file = join(bin, 'loggkoll.prom')
    const words = ['-w', folder, 'audit', '--syslog', '--metrics', file]
    const failed = await run(words, { env: { PATH: loggerIn(bin, 1) } })
    expect([failed.code, failed.err]).toEqual([74, expect.stringContaining('/dev/log') as string])
    // the numbers are there all the same, and know how it ended
    expect(valueOf(readFileSync(file, 'utf8'), 'loggkoll_exit_code')).toBe('74')
    expect(valueOf(readFileSync(file, 'utf8'), 'loggkoll_lookups')).toBe('1')
    expect(readFileSync(join(bin, 'said'), 'utf8')).toContain('--socket-errors=on')
    expect(existsSync(join(folder, 'trail.ndjson'))).toBe(true)
  })
})
