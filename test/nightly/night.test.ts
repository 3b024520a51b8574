import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Fault } from '../../src/model/fault.ts'
import type { HandedCase } from '../../src/model/review.ts'
import { NightDocument } from '../../src/model/night-document.ts'
import { folderWith, run, workspace } from '../harness/program.ts'
import { change, select } from '../store/tables.ts'

type Row = Readonly<Record<string, string>>

const csv = (rows: readonly Row[]): string => {
  const names = Object.keys(rows[0]!)
  return `${[names.join(','), ...rows.map((row) => names.map((name) => row[name]).join(','))].join('\n')}\n`
}
let serial = 0
const opened = (user_id: string, patient: string, day: string, hour = '10'): Row => ({
  record_id: `e${++serial}`,
  occurred_at: `2026-${day}T${hour}:00:00`,
  user_id,
  care_unit_id: 'unit-1',
  patient_id: `LOCAL-${patient}`,
  activity: 'read',
})
const visit = (patient: string, day: string): Row => ({
  contact_id: `v${patient}-${day}`,
  patient_id: `LOCAL-${patient}`,
  care_unit_id: 'unit-1',
  kind: 'visit',
  start_time: `2026-${day} 10:00:00`,
  status: 'ongoing',
})

/** A workspace that lives night by night. */
async function scene() {
  const folder = await workspace('language: en\n')
  const report = join(folderWith({}), 'night.json')
  const read = async (rows: readonly Row[], ...words: readonly string[]) => {
    const file = join(folderWith({ 'file.csv': csv(rows) }), 'file.csv')
    expect(await run(['-w', folder, '-q', 'ingest', file, ...words])).toMatchObject({ code: 0 })
  }
  const contacts = (rows: readonly Row[], ...words: readonly string[]) =>
    read(rows, '--kind', 'care_contact', '--covers', '2026-01-01..2026-05-31', ...words)
  /** One night: what it reports, and the findings that it shows. */
  const night = async (...words: readonly string[]) => {
    const ran = await run(['-w', folder, '--format', 'json', 'audit', '--new', '--run-report', report, ...words])
    const told = NightDocument.parse(JSON.parse(readFileSync(report, 'utf8')))
    const { findings } = JSON.parse(ran.out) as { findings: { finding_id: string; rule: string; patient_id: string }[] }
    const count = (key: 'new' | 'reopened' | 'closed' | 'explained_later' | 'gone') =>
      told.findings.reduce((sum, row) => sum + row[key], 0)
    const counts = [count('new'), count('reopened'), count('closed'), count('explained_later'), count('gone')]
    return { ...ran, told, shown: findings.map(({ patient_id }) => patient_id), counts, months: monthsOf(told) }
  }
  /** A night that cannot write what it has found. */
  const unheard = async () => {
    const takeOut = () => {
      throw new Fault(74, 'the disk is full')
    }
    expect(await run(['-w', folder, '--format', 'json', 'audit', '--new'], { takeOut })).toMatchObject({ code: 74 })
  }
  const current = async (...words: readonly string[]) => {
    const { out } = await run(['-w', folder, '--format', 'json', 'findings', ...words])
    const { findings } = JSON.parse(out) as { findings: { patient_id: string; state: string }[] }
    return findings.map(({ patient_id, state }) => `${patient_id} ${state}`)
  }
  return { folder, read, contacts, night, unheard, current }
}

const monthsOf = ({ months }: NightDocument): string[] => months.map(({ from }) => from.slice(0, 7))
const somebody = visit('9', '03-01')

describe('a night', () => {
  it('shows what is new in it, and nothing when nothing is', async () => {
    const { read, contacts, night, current, folder } = await scene()
    await read([opened('a', '1', '03-10'), opened('a', '2', '04-10')])
    await contacts([somebody])
    const first = await night('--fail-on', 'medium')
    expect([first.code, first.months, first.counts]).toEqual([3, ['2026-03', '2026-04'], [2, 0, 0, 0, 0]])
    expect(first.shown).toEqual(['LOCAL-1', 'LOCAL-2'])
    const runs = await select(folder, 'select run_id from audit_run')

    const second = await night('--fail-on', 'medium')
    expect([second.code, second.told.outcome, second.shown]).toEqual([0, 'nothing_new', []])
    expect(second.err).toContain('Nothing has come since the last time')
    expect(await select(folder, 'select run_id from audit_run')).toEqual(runs)

    await read([opened('b', '3', '04-11')])
    const third = await night()
    expect([third.months, third.counts, third.shown]).toEqual([['2026-04'], [1, 0, 0, 0, 0], ['LOCAL-3']])
    expect(third.told.ingested).toMatchObject([{ kind: 'access', batches: 1, stored: 1 }])
    expect(await current()).toEqual(['LOCAL-1 new', 'LOCAL-2 new', 'LOCAL-3 new'])
    // the run of April that no longer holds is gone
    expect(await select(folder, 'select run_id from audit_run')).toHaveLength(2)
  })

  it('looks again at the records of who had an account that turns out to have been handed on', async () => {
    const { night, read } = await scene()
    const staff = (rows: readonly Row[]) => read(rows, '--kind', 'staff', '--mode', 'upsert')
    await staff([{ user_id: 'account', person_id: 'LOCAL-1', title: 'Nurse', valid_from: '2020-01-01' }])
    const care = { care_unit_id: 'unit-1', purpose: 'care', valid_from: '2020-01-01' }
    await read([
      { user_id: 'account', ...care },
      { user_id: 'colleague', ...care },
    ])
    await read([opened('colleague', '1', '04-20')])
    expect(await night()).toMatchObject({ shown: ['LOCAL-1'], counts: [1, 0, 0, 0, 0] })
    await staff([{ user_id: 'account', person_id: 'LOCAL-2', title: 'Nurse', valid_from: '2026-04-10' }])
    expect(await night()).toMatchObject({ shown: [], counts: [0, 0, 0, 0, 1] })
  })

  it('looks at months again that late rows and late or cancelled contacts speak of', async () => {
    const { read, contacts, night } = await scene()
    await read([opened('a', '1', '01-10'), opened('a', '2', '03-10'), opened('a', '4', '05-02')])
    await contacts([somebody])
    expect((await night()).counts[0]).toBe(3)
    await contacts([visit('1', '01-09')], '--mode', 'upsert')
    const closed = await night()
    expect([closed.months, closed.counts]).toEqual([['2026-01'], [0, 0, 1, 0, 0]])
    expect(closed.told.explained_by).toEqual([
      { rule: 'no-care-relation', severity: 'medium', reason: 'visit', findings: 1 },
    ])
    await contacts([{ ...visit('1', '01-09'), status: 'avbokad' }], '--mode', 'upsert')
    const back = await night()
    expect([back.months, back.counts, back.shown]).toEqual([['2026-01'], [1, 0, 0, 0, 0], ['LOCAL-1']])
    // a row of the end of a month is looked back on from the next
    await read([opened('b', '5', '02-27')])
    expect((await night()).months).toEqual(['2026-02', '2026-03'])
  })

  it('sees what a snapshot leaves out, and nothing in one that says the same', async () => {
    const { read, contacts, night } = await scene()
    await read([opened('a', '1', '03-10'), opened('a', '2', '04-10')])
    await contacts([visit('1', '03-10'), visit('2', '04-10')])
    expect((await night()).counts).toEqual([0, 0, 0, 0, 0])
    await contacts([
      { ...visit('2', '04-10'), registered_time: '' },
      { ...visit('1', '03-10'), registered_time: '' },
    ])
    expect((await night()).told.outcome).toBe('nothing_new')
    await contacts([visit('2', '04-10')])
    const gone = await night()
    expect([gone.months[0], gone.counts]).toEqual(['2026-03', [1, 0, 0, 0, 0]])
    // what came and went between two nights was never there
    await contacts([visit('2', '04-10'), visit('1', '03-10')])
    await contacts([visit('2', '04-10')])
    expect((await night()).counts).toEqual([0, 0, 0, 0, 0])
  })

  it('lets months wait that lie before --from, and takes them when nobody says so', async () => {
    const { read, contacts, night } = await scene()
    await contacts([somebody])
    await read([opened('a', '1', '01-10'), opened('a', '2', '04-10')])
    const first = await night('--from', '2026-03-01')
    expect([first.months, first.told.waiting]).toEqual([['2026-04'], ['2026-01-01']])
    expect(first.err).toContain('2026-01 are to be asked again too')
    const second = await night()
    expect([second.months, second.told.waiting]).toEqual([['2026-01'], []])
  })

  it('asks all months again when a setting or a rule has changed', async () => {
    const { folder, read, contacts, night } = await scene()
    await contacts([somebody])
    await read([opened('a', '1', '01-10'), opened('a', '2', '04-10')])
    await night()
    writeFileSync(join(folder, 'loggkoll.yaml'), 'language: en\nbudget: 3\n')
    expect((await night()).months).toEqual(['2026-01', '2026-04'])
  })

  it('leaves months alone whose log has begun to pass its time', async () => {
    const { read, contacts, night } = await scene()
    await contacts([somebody])
    await read([{ ...opened('a', '1', '04-10'), occurred_at: '2024-11-15T10:00:00' }, opened('a', '2', '04-10')])
    expect((await night()).months).toEqual(['2026-04'])
  })

  it('goes on where a killed process stopped', async () => {
    const { folder, read, contacts, night, current } = await scene()
    await contacts([somebody])
    await read([opened('a', '1', '03-10')])
    await night()
    await read([opened('a', '2', '03-11')])
    // as if it had been killed after the new run was kept, and before it was known to hold
    await change(
      folder,
      `update nightly set document = json_merge_patch(document, '{"pending":["2026-03-01"],"passing":["R-half"],"seen_batch":3}')::varchar;
       insert into audit_run select 'R-half', 9, from_day, to_day, document from audit_run;
       insert into audit_finding select 'R-half', finding_id, case_id, rule, user_id, patient_id, care_unit_id, day, document from audit_finding`,
    )
    expect(await current()).toEqual(['LOCAL-1 new'])
    const next = await night()
    expect([next.months, next.counts]).toEqual([['2026-03'], [1, 0, 0, 0, 0]])
    expect(await current()).toEqual(['LOCAL-1 new', 'LOCAL-2 new'])
    expect(await select(folder, `select 1 from audit_run where run_id = 'R-half'`)).toEqual([])
  })

  it('that has no place for its result asks nothing', async () => {
    const { folder, read, contacts, night } = await scene()
    await contacts([somebody])
    await read([opened('a', '1', '03-10')])
    for (const words of [
      ['-o', join(folder, 'none', 'x'), 'audit', '--new'],
      ['-o', join(folder, 'rules'), 'audit', '--new'],
      ['audit', '--new', '--run-report', join(folder, 'none', 'x')],
      ['audit', '--new', '--metrics', join(folder, 'none', 'x')],
    ])
      expect(await run(['-w', folder, '--format', 'ocsf', ...words])).toMatchObject({ code: 73, out: '' })
    expect(await select(folder, 'select run_id from audit_run')).toEqual([])
    expect((await night()).counts).toEqual([1, 0, 0, 0, 0])
  })

  it('says again what could not be written, with what has come since', async () => {
    const { folder, read, contacts, night, unheard } = await scene()
    await contacts([somebody])
    await read([opened('a', '1', '03-10'), opened('a', '2', '04-10')])
    await unheard()
    await contacts([visit('2', '04-10')], '--mode', 'upsert')
    // what nobody was told of, and is explained by now, nobody is told of
    const first = await night()
    expect([first.counts, first.shown, first.months]).toEqual([[1, 0, 0, 0, 0], ['LOCAL-1'], ['2026-03', '2026-04']])
    expect((await night()).told.outcome).toBe('nothing_new')

    await contacts([visit('1', '03-10')], '--mode', 'upsert')
    await read([opened('a', '3', '03-12')])
    await unheard()
    await read([opened('a', '4', '03-13')])
    await unheard()
    const later = await night()
    expect([later.counts, later.shown]).toEqual([
      [2, 0, 1, 0, 0],
      ['LOCAL-3', 'LOCAL-4'],
    ])
    expect((await night()).told.outcome).toBe('nothing_new')
    // the runs in between are gone, with the one that was told before
    expect(await select(folder, 'select run_id from audit_run')).toHaveLength(2)
  })

  it.each([
    [['--to', '2026-04-01'], '--to'],
    [['--month', '2026-03'], '--month'],
    [['--rule', 'own-record'], '--rule'],
    [['--budget', '3'], '--budget'],
  ])('takes no %j', async (words, option) => {
    const { code, err } = await run(['-w', await workspace(), 'audit', '--new', ...words])
    expect([code, err]).toEqual([64, expect.stringContaining(`takes no ${option}`)])
  })
})

describe('what somebody has been handed', () => {
  const as = ['--as', 'reviewer-1'] as const

  /** @param first how the run is made that the cases are handed out from; without it, by a night */
  async function handedOut(...first: readonly string[]) {
    const made = await scene()
    await made.contacts([somebody])
    await made.read([opened('a', '1', '03-10'), opened('a', '2', '03-11')])
    if (first.length === 0) await made.night()
    else expect(await run(['-w', made.folder, 'audit', ...first])).toMatchObject({ code: 0 })
    const packet = join(folderWith({}), 'packet.json')
    const words = ['--unit', 'unit-1', '--reviewer', 'reviewer-1']
    const days = first.length === 0 ? ['--month', '2026-03'] : first
    expect(await run(['-w', made.folder, 'review', 'plan', ...days])).toMatchObject({ code: 0 })
    expect(await run(['-w', made.folder, '-o', packet, 'review', 'export', ...words])).toMatchObject({ code: 0 })
    const lines = readFileSync(join(made.folder, 'review.ndjson'), 'utf8').trimEnd().split('\n')
    const entries = lines.flatMap((line) => (JSON.parse(line) as { entries: { cases?: HandedCase[] }[] }).entries)
    const cases = entries.flatMap((entry) => entry.cases ?? [])
    return { ...made, caseOf: new Map(cases.map((one) => [one.patient_id, one.case_id])) }
  }

  it('is explained later, keeps its run, and is found again when what explained it goes', async () => {
    const made = await handedOut()
    const { folder, contacts, night, caseOf } = made
    const runs = await select(folder, 'select run_id from audit_run')
    const decide = ['review', 'decide', caseOf.get('LOCAL-2')!, '--verdict', 'mistake', '--comment', 'fel journal']
    expect(await run(['-w', folder, ...as, ...decide])).toMatchObject({ code: 0 })
    await contacts([visit('1', '03-10'), visit('2', '03-11')], '--mode', 'upsert')
    const later = await night()
    expect(later.counts).toEqual([0, 0, 0, 2, 0])
    expect(await select(folder, 'select run_id from audit_run')).toEqual(expect.arrayContaining(runs))
    const status = await run(['-w', folder, 'review', 'status'])
    expect(status.out + status.err).toContain('explained later')
    expect(await made.current('--state', 'explained_later')).toEqual([
      'LOCAL-1 explained_later',
      'LOCAL-2 explained_later',
    ])
    expect(await made.current()).toEqual([])
    const next = await run(['-w', folder, ...as, 'review', 'next'], { input: 'n\nq\n' })
    expect([next.code, next.err]).toEqual([0, expect.stringContaining('a finding is explained later (visit)')])
    const cancelled = [visit('1', '03-10'), visit('2', '03-11')].map((row) => ({ ...row, status: 'avbokad' }))
    await contacts(cancelled, '--mode', 'upsert')
    const back = await night()
    expect(back.counts).toEqual([0, 2, 0, 0, 0])
    expect(await made.current()).toEqual(['LOCAL-1 open', 'LOCAL-2 decided'])
    expect((await run(['-w', folder, 'review', 'status'])).err).not.toContain('explained later')
  })

  it('is explained later, or gone, also where no night has asked its month before', async () => {
    const { folder, contacts, night, current } = await handedOut('--month', '2026-03')
    await contacts([visit('1', '03-10')], '--mode', 'upsert')
    const first = await night()
    // what is handed out and found still was never gone, and is nothing new either
    expect([first.counts, first.shown]).toEqual([[0, 0, 0, 1, 0], []])
    expect(first.told.explained_by).toMatchObject([{ reason: 'visit', findings: 1 }])
    expect(await current()).toEqual(['LOCAL-2 open'])
    expect(await current('--state', 'explained_later')).toEqual(['LOCAL-1 explained_later'])
    expect((await run(['-w', folder, 'review', 'status'])).err).toContain('explained later')
    await contacts([{ ...visit('1', '03-10'), status: 'avbokad' }], '--mode', 'upsert')
    const back = await night()
    expect([back.counts, back.shown]).toEqual([[0, 1, 0, 0, 0], ['LOCAL-1']])
  })

  it('is told of again, as it is by then, where the night could not write', async () => {
    const { contacts, night, unheard, current } = await handedOut()
    await contacts([visit('1', '03-10'), visit('2', '03-11')], '--mode', 'upsert')
    await unheard()
    expect(await current('--state', 'explained_later')).toHaveLength(2)
    // one of the contacts is cancelled again before anyone has heard of it
    await contacts([{ ...visit('2', '03-11'), status: 'avbokad' }], '--mode', 'upsert')
    expect((await night()).counts).toEqual([0, 0, 0, 1, 0])
    expect(await current('--state', 'explained_later')).toEqual(['LOCAL-1 explained_later'])
    expect(await current()).toEqual(['LOCAL-2 open'])
    await contacts([{ ...visit('1', '03-10'), status: 'avbokad' }], '--mode', 'upsert')
    await unheard()
    expect((await night()).counts).toEqual([0, 1, 0, 0, 0])
  })

  it('is explained later where its run is of other days', async () => {
    const { contacts, night, current } = await handedOut('--from', '2026-03-09', '--to', '2026-03-16')
    await contacts([visit('1', '03-10')], '--mode', 'upsert')
    expect((await night()).counts).toEqual([0, 0, 0, 1, 0])
    expect(await current()).toEqual(['LOCAL-2 open'])
  })

  it('is explained later where its run was asked for after the last night', async () => {
    const { folder, contacts, read, night, current } = await scene()
    await contacts([somebody])
    await read([opened('a', '1', '03-10')])
    await night()
    await read([opened('a', '2', '03-11'), opened('a', '3', '03-12')])
    expect(await run(['-w', folder, 'audit', '--month', '2026-03'])).toMatchObject({ code: 0 })
    const packet = join(folderWith({}), 'packet.json')
    expect(
      await run(['-w', folder, '-o', packet, 'review', 'export', '--unit', 'unit-1', '--reviewer', 'reviewer-1']),
    ).toMatchObject({ code: 0 })
    await contacts([visit('2', '03-11')], '--mode', 'upsert')
    expect((await night()).counts).toEqual([0, 0, 0, 1, 0])
    expect(await current('--state', 'explained_later')).toEqual(['LOCAL-2 explained_later'])
    // nor is it said again each time that its month is asked
    await read([opened('a', '4', '03-13')])
    expect((await night()).counts).toEqual([1, 0, 0, 0, 0])
  })
})
