import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableFromIPC } from 'apache-arrow'
import { afterAll, describe, expect, it } from 'vitest'
import { savedQueries } from '../../src/model/saved-queries.ts'
import { persons, world } from '../audit/world.ts'
import { run, scratchFolder } from '../harness/program.ts'

const [patient, hidden, other] = persons(3) as [string, string, string]
const unit = 'unit-1'
const event = (user_id: string, patient_id: string, hour: string) => ({
  occurred_at: `2026-03-04T${hour}:10:00`,
  user_id,
  user_title: 'Sjuksköterska',
  user_name: 'Namn Namnsson',
  care_unit_id: unit,
  patient_id,
  activity: hour === '09' ? 'print' : 'read',
  activity_args: `sök ${patient}`,
  workstation: `pc-${hour}`,
})
/** Made once, and copied for each test: what is read in does not change. */
let made: string | undefined
afterAll(() => made && rmSync(made, { recursive: true, force: true }))

async function filled(): Promise<string> {
  if (made === undefined) {
    const first = await makeWorld()
    made = mkdtempSync(join(tmpdir(), 'loggkoll-test-'))
    cpSync(first, made, { recursive: true })
  }
  const folder = join(scratchFolder(), 'workspace')
  cpSync(made, folder, { recursive: true })
  return folder
}

const makeWorld = () =>
  world(
    {
      access: [event('nurse-1', patient, '08'), event('nurse-1', hidden, '09'), event('nurse-2', hidden, '10')],
      patient: [{ patient_id: hidden, protection: 'protected_registration' }],
      staff: [{ user_id: 'nurse-2', title: 'Sjuksköterska', protection: 'protected_registration' }],
      care_contact: [{ patient_id: other, care_unit_id: unit, kind: 'visit', start_time: '2026-03-04T08:00:00' }],
    },
    { covers: '2026-01-01..2026-05-30' },
  )
const sql = async (folder: string, text: string, ...more: string[]) => {
  const ran = await run(['-w', folder, '--lang', 'en', '--format', 'json', 'query', '--sql', text, ...more])
  return { ...ran, rows: ran.code === 0 ? (JSON.parse(ran.out) as { rows: Record<string, unknown>[] }).rows : [] }
}

/** What it is, the question, and a word of the answer. */
const barred = [
  ['a table with names', 'select * from patient', 'it reads patient'],
  ['the events as they are', 'select * from access_event', 'it reads access_event'],
  ['them by their schema', 'select * from main.access_event', 'it reads main.access_event'],
  ['them behind their own name', 'with access_event as (select * from access_event) from access_event', 'access_event'],
  ['that in capitals', 'with Patient as (select * from Patient) from Patient', 'patient'],
  ['that deep inside', 'select (with staff as (select * from staff) select max(person_id) from staff)', 'staff'],
  ['a summary', 'select * from (summarize patient)', 'summarises'],
  ['who is masked', 'select * from masked_person', 'it reads masked_person'],
  ['the key', "select getvariable('key_inner')", 'getvariable'],
  ['ids of its own making', "select hmac('19')", 'hmac'],
  ['files', "select * from '/etc/passwd'", '/etc/passwd'],
  ['files by a function', "select * from read_text('/etc/passwd')", 'read_text'],
  ['settings', 'select * from duckdb_settings()', 'duckdb_settings'],
  ['two statements', 'select 1; select 2', 'not one SELECT'],
  ['a change', 'delete from lookup', 'it is no query'],
  ['a copy', "copy lookup to '/tmp/x'", 'it is no query'],
  ['no SQL', 'selekt', 'it is no query'],
  ['no such column', 'select patient_name from masked_event', 'patient_name'],
  ['an unknown value', 'select $who', 'who'],
] as const

describe('query', () => {
  it('shows protected persons by pseudonym, in every view, unless that is asked for with a reason', async () => {
    const folder = await filled()
    expect((await run(['-w', folder, 'audit'])).code).toBe(0)
    for (const view of ['event', 'lookup', 'graded_lookup', 'finding']) {
      const { out, err } = await sql(folder, `select * from masked_${view}`)
      expect(out, err).toContain('nurse-1')
      expect(out).toContain('skyddad-')
      expect(out).not.toContain('nurse-2')
      expect(out).not.toContain(hidden)
      // A number in a free text is anybody's.
      expect(out).not.toMatch(/Namnsson|sök/)
    }
    const revealed = await sql(folder, 'select * from masked_event', '--reveal', '--reason', 'utredning')
    expect(revealed.out).toContain(hidden)
    const trail = readFileSync(join(folder, 'trail.ndjson'), 'utf8').trim().split('\n')
    expect(JSON.parse(trail.at(-1)!)).toMatchObject({ command: 'query', reason: 'utredning', rows_shown: 3 })
  })

  it('knows a masked person by the pseudonym of the reports', async () => {
    const folder = await filled()
    await run(['-w', folder, 'audit'])
    const listed = await run(['-w', folder, '--format', 'json', 'findings'])
    const known = (JSON.parse(listed.out) as { findings: { patient_id: string }[] }).findings.map(
      (one) => one.patient_id,
    )
    const { rows } = await sql(folder, "select distinct patient_id from masked_event where patient_id like 'skyddad%'")
    expect(known).toContain(rows[0]?.['patient_id'])
  })

  it('leaves a question in the trail, and no personal number of it', async () => {
    const folder = await filled()
    const { rows } = await sql(folder, `select count(*) as n from masked_event where patient_id = '${patient}'`)
    expect(rows).toEqual([{ n: '1' }])
    const trail = readFileSync(join(folder, 'trail.ndjson'), 'utf8')
    expect(trail).toContain('masked_event')
    expect(trail).not.toContain(patient)
  })

  it('answers every saved question', async () => {
    const folder = await filled()
    for (const name of savedQueries) {
      const { code, out, err } = await run(['-w', folder, '--format', 'json', 'query', name])
      expect([code, err], name).toEqual([0, expect.not.stringContaining('loggkoll:') as string])
      const { query, columns } = JSON.parse(out) as { query: string; columns: unknown[] }
      expect(query).toBe(name)
      expect(columns.length, name).toBeGreaterThan(3)
    }
  })

  it('keeps to the period, to the order and to the number of rows', async () => {
    const folder = await filled()
    const ask =
      'select workstation from masked_event where day >= $from::date and day < $to::date order by workstation desc'
    const cut = await sql(folder, ask, '--month', '2026-03', '--limit', '2')
    expect(cut.rows).toEqual([{ workstation: 'pc-10' }, { workstation: 'pc-09' }])
    expect(cut.err).toContain('first 2 rows')
    const whole = await sql(folder, ask, '--limit', '3')
    expect([whole.rows.length, whole.err]).toEqual([3, ''])
    expect((await sql(folder, ask, '--month', '2026-04')).rows).toEqual([])
  })

  it('may read nothing but the views, and do nothing but read', async () => {
    const folder = await filled()
    for (const [what, text, word] of barred) {
      const { code, out, err } = await sql(folder, text)
      expect([code, out], what).toEqual([64, ''])
      expect(err, what).toContain(word)
    }
  })

  it('says of a failing question no value of the log', async () => {
    const folder = await filled()
    const { code, err } = await sql(folder, 'select user_id::integer from masked_event')
    expect(code).toBe(64)
    expect(err).toContain('Conversion Error')
    expect(err).not.toContain('nurse')
  })

  it('stops after its time, and the store is sound', async () => {
    const folder = await filled()
    const long = 'select count(*) from range(1000000) a, range(1000000) b where a.range * b.range % 7 = 3'
    expect(await sql(folder, long, '--time-limit', '1')).toMatchObject({ code: 65, out: '' })
    expect((await sql(folder, 'select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  it('takes a name or a question, and knows the nearest name', async () => {
    const folder = await filled()
    for (const words of [[], ['sources', '--sql', 'select 1']]) {
      expect(await run(['-w', folder, 'query', ...words])).toMatchObject({ code: 64, out: '' })
    }
    expect((await run(['-w', folder, 'query', 'source'])).err).toContain('did you mean sources?')
    const { out } = await run(['-w', folder, 'query', '--list'])
    for (const name of savedQueries) expect(out).toContain(name)
    expect(out).toMatch(/masked_event: local_time, day, .*user_id/)
  })

  it('is written as Arrow with the types of its columns', async () => {
    const folder = await filled()
    const file = join(scratchFolder(), 'answer.arrow')
    const text =
      "select day, local_time, occurred_at, break_glass, count(*) as n, 1.5 as part, ['a'] as list, sum(1) as s from masked_event group by all"
    const done = await run(['-w', folder, '--format', 'arrow', '-o', file, 'query', '--sql', text])
    expect(done.err).toBe('')
    const table = tableFromIPC(readFileSync(file))
    expect(table.schema.fields.map(({ type }) => String(type))).toEqual([
      'Date32<DAY>',
      'Timestamp<MICROSECOND>',
      'Timestamp<MICROSECOND, UTC>',
      'Bool',
      'Int64',
      'Float64',
      'List<Utf8>',
      'Float64',
    ])
    expect(table.numRows).toBe(3)
    const instant = (table.get(0)!.toJSON() as Record<string, unknown>)['occurred_at']
    expect(new Date(Number(instant)).toISOString()).toMatch(/^2026-03-04T0[789]:10:00/)
  })

  it('may be asked of a store without a log', async () => {
    const folder = await world({})
    expect(await run(['-w', folder, '--format', 'ndjson', 'query', 'rejected-rows'])).toMatchObject({
      code: 0,
      out: '',
    })
  })
})
