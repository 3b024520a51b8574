import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TriedFile } from '../../src/ingest/infer/try-file.ts'
import { folderWith, run, workspace } from '../harness/program.ts'
import { log, table } from '../ingest/read.ts'

const draft = `profile: mine
description: Made up
status: draft
based_on: nothing
columns:
  occurred_at: Tid
  user_id: Vem
  user_name: Namn
  patient_id: Patient
  activity: Vad
  declared_reason: Orsak
lacks: [care_unit_id]
codes:
  activity: { Öppnat: read }
`
const rows = [
  {
    Tid: '2026-03-01 08:15',
    Vem: 'SE5560000000-1A2B',
    Namn: 'Anna Ek',
    Patient: '19250101-9216',
    Vad: 'Öppnat',
    Orsak: 'Sökte Siv Alm',
    Extra: '1',
  },
  {
    Tid: '2026-03-32 08:15',
    Vem: 'SE5560000000-1A2B',
    Namn: 'Anna Ek',
    Patient: '19250114-8437',
    Vad: 'Hoppat',
    Orsak: '',
    Extra: '1',
  },
  {
    Tid: '2026-10-25 02:15',
    Vem: 'SE5560000000-1A2B',
    Namn: 'Anna Ek',
    Patient: '19250114-8437',
    Vad: 'Hoppat',
    Orsak: '',
    Extra: '1',
  },
]
const columns = Object.keys(rows[0]!)

async function check(content: string, ...options: readonly string[]) {
  const folder = folderWith({ 'log.csv': content, 'mine.yaml': draft })
  const words = ['-w', folder, '--lang', 'en', 'profile', 'check', join(folder, 'log.csv')]
  const chosen = options.includes('--profile') ? [] : ['--profile', join(folder, 'mine.yaml')]
  const ran = await run([...words, ...chosen, ...options])
  return { ...ran, folder }
}

async function checked(content: string, ...options: readonly string[]): Promise<TriedFile> {
  const { out } = await check(content, '--format', 'json', ...options)
  const { parts } = JSON.parse(out) as { parts: TriedFile[] }
  return parts[0]!
}

describe('a check', () => {
  it('shows the first rows as they would be stored, and persons masked', async () => {
    const { first_rows, masked } = await checked(table(columns, rows))
    expect(masked).toBe(true)
    expect(first_rows.map(({ source_row }) => source_row)).toEqual([2, 4])
    expect(first_rows[0]?.fields).toMatchObject({
      occurred_at: '2026-03-01T07:15:00Z',
      local_time: '2026-03-01 08:15:00',
      user_id: 'SE5560000000-****',
      user_name: 'A**** E****',
      patient_id: '19250101-****',
      activity: 'read',
      activity_raw: 'Öppnat',
      declared_reason: 'S**** S**** A****',
    })
  })

  it.each(['table', 'json'])('names no person, as %s', async (format) => {
    const { out, err } = await check(table(columns, rows), '--format', format)
    for (const secret of ['Anna', 'Siv', 'Alm', '1A2B', '9216', '8437']) expect(out + err).not.toContain(secret)
  })

  it('shows persons when asked to with a reason', async () => {
    const { first_rows } = await checked(table(columns, rows), '--reveal', '--reason', 'profile of ward 3')
    expect(first_rows[0]?.fields).toMatchObject({ patient_id: '192501019216', user_name: 'Anna Ek' })
    expect((await check(table(columns, rows), '--reveal')).code).toBe(64)
  })

  it('counts what is filled, unknown, rejected, unread, and how good the times are', async () => {
    const tried = await checked(table(columns, rows))
    expect(tried).toMatchObject({
      profile: 'mine',
      rows: 3,
      stored: 2,
      rejected: 1,
      filled: { occurred_at: 2, user_id: 2, care_unit_id: 0, patient_id: 2, activity: 2 },
      unmapped: ['Extra'],
      time_quality: { local: 1, local_ambiguous: 1 },
    })
    expect(tried.unknown_codes).toEqual([{ field: 'activity', raw: 'Hoppat', events: 2 }])
    expect(tried.rejects).toEqual([{ cause: 'impossible_time', column_name: 'Tid', rows: 1, first_row: 3 }])
  })

  it('says which column the profile reads and the header lacks, also under the title of a report', async () => {
    const renamed = table(columns, rows).replace('Patient', 'Patienten')
    for (const text of [renamed, `Rapport: åtkomst\nUtskriven av någon\n\n${renamed}`]) {
      const { code, err } = await check(text)
      expect([code, err]).toEqual([65, expect.stringContaining('by profile mine, the header lacks Patient\n')])
      expect(err).toContain('is "Patienten" meant to be Patient?')
    }
  })

  it('does not tell whoever has named a profile to write one', async () => {
    const { code, err } = await check('Alfa,Beta\n1,2\n')
    expect([code, err]).toEqual([65, expect.stringContaining('the profile mine does not know the headers')])
    expect(err).toContain('it reads the columns: Tid, Vem, Namn, Patient, Vad, Orsak')
  })

  it('says all this in words', async () => {
    const { code, out } = await check(table(columns, rows))
    expect(code).toBe(0)
    for (const said of [
      'row 2',
      'care_unit_id  0 (0 %)',
      'activity: Hoppat  2',
      '  row 3: impossible time (Tid)',
      '  Extra',
    ]) {
      expect(out).toContain(said)
    }
  })

  it('names the first of several rows that are wrong in the same way', async () => {
    const wrong = [0, 1, 2].map(() => ({ ...rows[1], Tid: 'när' }))
    const { out } = await check(table(columns, [...rows, ...wrong]))
    expect(out).toContain('  4 rows, the first of them row 3: impossible time (Tid)\n')
  })

  it('goes on when no row can be read, and says so with its exit code', async () => {
    const { code, out } = await check(table(columns, [rows[1]!]))
    expect(code).toBe(65)
    expect(out).toContain('no row can be read')
  })

  it('recognises the profile, also of reference data', async () => {
    const staff = table(
      ['user_id', 'person_id', 'given_name'],
      [{ user_id: 'SE5560000000-1A2B', person_id: '19900101-2385', given_name: 'Anna' }],
    )
    const folder = folderWith({ 'log.csv': log({}), 'staff.csv': staff })
    const { out } = await run(['-w', folder, '--lang', 'en', 'profile', 'check', join(folder, 'log.csv')])
    expect(out).toContain('read as access log, profile canonical')
    const other = await run(['-w', folder, '--lang', 'en', 'profile', 'check', join(folder, 'staff.csv')])
    expect(other.out).toContain('read as staff, profile canonical')
    expect(other.out).toMatch(/person_id +19900101-\*\*\*\*/)
    expect(other.out).not.toContain('Anna')
  })

  it('stores nothing, and leaves a line in the trail of a workspace with the reason', async () => {
    const own = await workspace()
    writeFileSync(join(own, 'log.csv'), log({}))
    const words = ['-w', own, 'profile', 'check', join(own, 'log.csv'), '--reveal', '--reason', 'a look']
    expect((await run(words)).code).toBe(0)
    const trail = readFileSync(join(own, 'trail.ndjson'), 'utf8')
    expect(trail).toContain('"command":"profile check"')
    expect(trail).toContain('"reason":"a look"')
    expect(trail).toContain('"rows_shown":1')
    expect(existsSync(join(own, 'tmp', String(process.pid)))).toBe(false)
    const again = await run(['-w', own, '--format', 'json', 'ingest', join(own, 'log.csv')])
    expect(JSON.parse(again.out)).toMatchObject({ files: [{ stored: 1, same_as: null }] })
  })

  it('refuses a draft that is no profile, by the name it was given', async () => {
    const folder = folderWith({ 'log.csv': log({}), 'bad.yaml': 'profile: x\n' })
    const ran = await run([
      '-w',
      folder,
      'profile',
      'check',
      join(folder, 'log.csv'),
      '--profile',
      join(folder, 'bad.yaml'),
    ])
    expect(ran.code).toBe(78)
    expect(ran.err).toContain(join(folder, 'bad.yaml'))
    const none = await run(['-w', folder, 'profile', 'check', join(folder, 'log.csv'), '--profile', 'none.yaml'])
    expect(none.code).toBe(64)
  })
})
