import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AuditDocument } from '../../src/model/audit-document.ts'
import { CoverageDocument } from '../../src/model/coverage-document.ts'
import { PatientExtract } from '../../src/model/patient-extract.ts'
import { UnitDocument } from '../../src/model/unit-document.ts'
import { folderWith, preparedOnce, run, scratchFolder } from '../harness/program.ts'
import { type Fields, ingest, log, table } from '../ingest/read.ts'

// What a workspace says of days that were purged. One case of them is held.
const own = '199001012385'
const other = '199705182385'

const at = (occurred_at: string, user_id: string, patient_id: string): Fields => ({
  occurred_at,
  user_id,
  patient_id,
  care_unit_id: 'U1',
})

const whole = log(
  at('2026-02-03T10:00', 'B', own),
  at('2026-02-05T10:00', 'A', other),
  at('2026-03-05T10:00', 'A', other),
  at('2026-05-05T10:00', 'A', other),
)

const world = preparedOnce(async (folder) => {
  const files = {
    'log.csv': whole,
    'staff.csv': table(['user_id', 'person_id'], [{ user_id: 'A' }, { user_id: 'B', person_id: own }]),
  }
  expect(await ingest(folder, files)).toMatchObject({ code: 0 })
  const night = await run(['-w', folder, '--format', 'json', 'audit', '--new'])
  const { findings } = JSON.parse(night.out) as { findings: { case_id: string; finding_id: string; rule: string }[] }
  const held = findings.find(({ rule }) => rule === 'own-record')!
  expect(await run(['-w', folder, 'hold', held.case_id, '--reason', 'x'])).toMatchObject({ code: 0 })
  expect(await run(['-w', folder, 'purge', '--before', '2026-04-01'])).toMatchObject({ code: 0 })
  return held
})

const extractOf = async (folder: string, patient: string, ...more: readonly string[]) => {
  const words = ['-w', folder, '--format', 'json', 'report', 'patient', '--patient', patient, ...more]
  return PatientExtract.parse(JSON.parse((await run(words)).out))
}

describe('the extract for a patient after a purge', () => {
  it('does not say that the log covers days of which only a held case is left', async () => {
    const { folder } = await world()
    const told = await extractOf(folder, other, '--from', '2026-02-01')
    expect(told.covers.map(({ first_day }) => first_day)).toEqual(['2026-04-01'])
    expect(told).toMatchObject({ beyond_logs: true, purged_before: '2026-04-01' })
    expect(told.readings).toHaveLength(1)
    const pages = await run(['-w', folder, '--format', 'md', 'report', 'patient', '--patient', own])
    expect(pages.out).toContain('Loggen från tiden före den 1 april 2026 är gallrad.')
    expect(pages.err).toContain('är gallrad')
  })

  it('still shows what was held, and says nothing of a purge where none of its days was purged', async () => {
    const { folder } = await world()
    expect((await extractOf(folder, own)).readings).toHaveLength(1)
    const young = await extractOf(folder, other, '--from', '2026-04-01', '--to', '2026-05-06')
    expect(young).toMatchObject({ beyond_logs: false, purged_before: null })
  })

  it('goes by the latest day of all purges', async () => {
    const { folder } = await world()
    await ingest(folder, log(at('2026-01-10T10:00', 'A', other)))
    expect((await run(['-w', folder, 'purge', '--before', '2026-02-01'])).out).toContain('händelse')
    expect((await extractOf(folder, other, '--from', '2026-01-01')).purged_before).toBe('2026-04-01')
  })
})

describe('a control of purged days', () => {
  const ofPurge = 'Loggen från tiden före 2026-04-01 är gallrad.'

  it('does not become one of a month without lookups', async () => {
    const { folder } = await world()
    const { out, err } = await run(['-w', folder, '--format', 'json', 'report', 'coverage', '--year', '2026'])
    const { units } = CoverageDocument.parse(JSON.parse(out))
    const u1 = units.find(({ care_unit_id }) => care_unit_id === 'U1')
    // of February the held case is left, so a control of it is late
    expect(u1!.months.slice(0, 5).map(({ state }) => state)).toEqual([
      'purged',
      'late',
      'purged',
      'nothing',
      'not_started',
    ])
    expect(err).toContain(ofPurge)
    const table = await run(['-w', folder, 'report', 'coverage', '--year', '2026'])
    expect(table.out).toContain('mars loggen är gallrad, apr inga uppslag')
    const pages = await run(['-w', folder, '--format', 'md', 'report', 'coverage', '--year', '2026'])
    expect(pages.out).toContain('| inga uppslag | loggen är gallrad |')
  })

  it('says on the pages of a unit, too, that they are of what has been kept', async () => {
    const { folder } = await world()
    const ofUnit = async (month: string, ...words: readonly string[]) =>
      await run(['-w', folder, ...words, 'report', 'unit', '--unit', 'U1', '--month', month])
    const purged = await ofUnit('2026-02', '--format', 'md')
    expect(purged.out).toContain('Loggen från tiden före 1 april 2026 är gallrad.')
    expect(purged.err).toContain(ofPurge)
    const english = await ofUnit('2026-02', '--format', 'html', '--lang', 'en')
    expect(english.out).toContain('The log from before 1 April 2026 has been purged.')
    const young = await ofUnit('2026-05', '--format', 'json')
    expect(UnitDocument.parse(JSON.parse(young.out)).purged_before).toBeNull()
    expect(young.err).not.toContain(ofPurge)
  })

  it('never takes the place of what was found before the purge, and every report of it says so', async () => {
    const { folder } = await preparedOnce(async (folder) =>
      expect(await ingest(folder, whole)).toMatchObject({ code: 0 }),
    )()
    const asked = ['-w', folder, '--format', 'json', 'audit', '--from', '2026-02-01', '--to', '2026-06-01']
    const before = AuditDocument.parse(JSON.parse((await run(asked)).out))
    expect(before.run.lookups).toBe(4)
    expect(await run(['-w', folder, 'purge', '--before', '2026-04-01'])).toMatchObject({ code: 0 })
    const after = await run(asked)
    expect(after.err).toContain(ofPurge)
    const of = (id: string) => ['-w', folder, 'report', 'audit', '--run', id]
    const { run_id, lookups } = AuditDocument.parse(JSON.parse(after.out)).run
    expect(lookups).toBe(1)
    const kept = JSON.parse((await run([...of(before.run.run_id), '--format', 'json'])).out) as {
      run: { lookups: number }
    }
    expect(kept.run.lookups).toBe(4)
    const page = join(scratchFolder(), 'after.html')
    for (const [id, isSaid] of [
      [run_id, true],
      [before.run.run_id, false],
    ] as const) {
      expect(await run([...of(id), '-o', page])).toMatchObject({ code: 0 })
      expect(readFileSync(page, 'utf8').includes(ofPurge)).toBe(isSaid)
    }
  })

  it.each([
    ['audit', ['audit', '--month', '2026-02']],
    ['audit --format csv', ['--format', 'csv', 'audit', '--month', '2026-02']],
    ['sample', ['sample', '--method', 'users', '--size', '1', '--month', '2026-02', '--dry-run']],
  ])('is said by %s to be of what has been kept', async (_, words) => {
    const { folder } = await world()
    const said = async (month: string) => {
      const { out, err } = await run(['-w', folder, ...words.map((word) => word.replace('-02', month))])
      return `${out}${err}`.replaceAll(/\s+/g, ' ').split(ofPurge).length - 1
    }
    expect(await said('-02')).toBe(1)
    expect(await said('-05')).toBe(0)
  })
})

describe('a log that is read after its days were purged', () => {
  it('is known, so nothing of it comes back, and that is said', async () => {
    const { folder } = await world()
    const words = ['-w', folder, 'ingest', join(folderWith({ 'log.csv': whole }), 'log.csv')]
    expect((await run(words)).err).toContain(
      '2 av dess rader har gallrats sedan dess (loggen från tiden före 2026-04-01)',
    )
    const { err } = await run(['--lang', 'en', ...words])
    expect(err).toContain(
      '2 of its rows have been purged since (the log from before 2026-04-01), and are not read again',
    )
    const { files } = JSON.parse((await run(['--format', 'json', ...words])).out) as { files: object[] }
    expect(files).toMatchObject([{ stored: 0, duplicate: 4, purged: { before: '2026-04-01', rows: 2 } }])
  })

  it('in another file is read, and it is said that purged days are back', async () => {
    const { folder } = await world()
    const rows = [
      at('2026-02-03T10:00', 'B', own),
      at('2026-02-06T10:00', 'A', other),
      at('2026-05-06T10:00', 'A', other),
    ]
    const back =
      '1 row is from before 2026-04-01, and that log has been purged. Once read it stays until it is purged again'
    expect((await ingest(folder, log(...rows), '--dry-run')).err).toContain(back)
    expect((await ingest(folder, log(...rows))).err).toContain(back)
    expect((await ingest(folder, log(at('2026-05-07T10:00', 'A', other)))).err).not.toContain('purged')
  })

  it('says nothing of a purge while all of it is there', async () => {
    const { folder } = await world()
    const young = join(folderWith({ 'young.csv': log(at('2026-05-08T10:00', 'A', other)) }), 'young.csv')
    for (const known of ['1 ny ', 'redan inläst']) {
      const { err } = await run(['-w', folder, 'ingest', young])
      expect(err).toContain(known)
      expect(err).not.toContain('gallra')
    }
  })
})

describe('a night after a purge', () => {
  it('does not ask the purged months again, also where the purge went further than the retention', async () => {
    const { folder, finding_id } = await world()
    // a changed setting has every month asked again
    writeFileSync(join(folder, 'loggkoll.yaml'), 'relation:\n  follow_days: 20\n')
    const report = join(folderWith({}), 'night.json')
    const night = await run(['-w', folder, 'audit', '--new', '--run-report', report])
    expect(night).toMatchObject({ code: 0 })
    const listed = await run(['-w', folder, '--format', 'json', 'findings'])
    const { findings } = JSON.parse(listed.out) as { findings: { finding_id: string }[] }
    expect(findings.map((one) => one.finding_id)).toContain(finding_id)
    const { months } = JSON.parse(readFileSync(report, 'utf8')) as { months: { from: string }[] }
    expect(months.map(({ from }) => from)).toEqual(['2026-05-01'])
  })
})
