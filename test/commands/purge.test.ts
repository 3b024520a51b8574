import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ReviewEntry } from '../../src/model/review.ts'
import { Store } from '../../src/store/store.ts'
import { appendToJournal, readJournal, verifyJournal } from '../../src/workspace/journal.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { copyOf, preparedOnce, run } from '../harness/program.ts'
import { type Fields, ingest, log, table } from '../ingest/read.ts'
import { allTables, select } from '../store/tables.ts'

// On the first of June 2026, what is from before the first of December 2024 has passed its time (18 months).
const self = '199001012385'
const other = '199705182385'
const third = '201001042389'

const at = (occurred_at: string, more: Fields = {}): Fields => ({
  occurred_at,
  user_id: 'A',
  patient_id: other,
  care_unit_id: 'U1',
  ...more,
})
const own = { user_id: 'B', patient_id: self }

const files = {
  'log.csv': log(
    at('2024-11-30T23:59'),
    at('2024-11-30T10:00', own),
    at('2024-11-29T10:00', { ...own, activity: 'print', workstation: 'HEMLIG-ARBETSSTATION' }),
    // a case that is all of its time
    at('2024-11-28T10:00', { user_id: 'D', patient_id: third }),
    at('2024-12-01T00:00'),
    at('2026-05-01T10:00', own),
    at('2026-05-01T11:00', { patient_id: '' }),
  ),
  'staff.csv': table(
    ['user_id', 'person_id', 'given_name', 'valid_to'],
    [
      { user_id: 'A', given_name: 'kvar, fast kontot slutade', valid_to: '2024-01-31' },
      { user_id: 'B', person_id: self, given_name: 'B' },
      { user_id: 'D', person_id: third, given_name: 'D' },
      { user_id: 'C', given_name: 'GÅTT-FÖR-LÄNGESEN', valid_to: '2024-11-30' },
    ],
  ),
  'care_contact.csv': table(
    ['contact_id', 'patient_id', 'care_unit_id', 'kind', 'start_time', 'end_time'],
    [
      { contact_id: 'gone', patient_id: other, care_unit_id: 'U1', kind: 'visit', start_time: '2024-09-01 10:00' },
      { contact_id: 'explains', patient_id: other, care_unit_id: 'U1', kind: 'visit', start_time: '2024-09-02 10:00' },
      { contact_id: 'goes-on', patient_id: other, care_unit_id: 'U1', kind: 'listing', start_time: '2001-01-01 00:00' },
      {
        contact_id: 'ended',
        patient_id: other,
        care_unit_id: 'U1',
        kind: 'admission',
        start_time: '2001-01-01 00:00',
        end_time: '2001-01-05 00:00',
      },
      {
        contact_id: 'of-the-case',
        patient_id: self,
        care_unit_id: 'U1',
        kind: 'visit',
        start_time: '2020-01-01 00:00',
      },
    ],
  ),
  'relation.csv': table(
    ['person_id', 'related_person_id', 'kind', 'valid_to'],
    [
      { person_id: self, related_person_id: other, kind: 'spouse', valid_to: '2019-11-30' },
      { person_id: self, related_person_id: other, kind: 'partner', valid_to: '2019-12-01' },
    ],
  ),
  'reviewer.csv': table(
    ['care_unit_id', 'user_id', 'role', 'valid_to'],
    [
      { care_unit_id: 'U1', user_id: 'R1', role: 'reviewer', valid_to: '2024-11-30' },
      { care_unit_id: 'U1', user_id: 'R2', role: 'reviewer', valid_to: '2024-12-01' },
      { care_unit_id: 'U1', user_id: 'R3', role: 'deputy', valid_to: '' },
    ],
  ),
}

interface Seen {
  readonly finding_id: string
  readonly case_id: string
  readonly lookup_ids: readonly string[]
  readonly day: string
  readonly user_id: string
}

/** A workspace with old and new events, a run of the old days and one over all, and the case of the own record. */
const world = preparedOnce(async (folder) => {
  expect(await ingest(folder, files)).toMatchObject({ code: 0 })
  const findings: Seen[] = []
  for (const period of [
    ['--from', '2024-11-01', '--to', '2024-12-01'],
    ['--from', '2024-11-01', '--to', '2026-06-01'],
  ]) {
    const { out, code } = await run(['-w', folder, '--format', 'json', 'audit', '--rule', 'own-record', ...period])
    expect(code).toBe(0)
    findings.push(...(JSON.parse(out) as { findings: Seen[] }).findings)
  }
  return {
    old: findings.find(({ user_id }) => user_id === 'B')!,
    young: findings.find(({ day }) => day === '2026-05-01')!,
  }
})

interface Told {
  readonly counts: Record<string, number>
  readonly exempt: { readonly controls: Record<string, string>; readonly cases: Record<string, string> }
  readonly untimed: number
}

async function purge(folder: string, ...options: readonly string[]): Promise<Told> {
  const { code, out, err } = await run(['-w', folder, '--format', 'json', 'purge', ...options])
  expect(err).toBe('')
  expect(code).toBe(0)
  return JSON.parse(out) as Told
}

/** Every table but the audit's numbers: what is in the store. */
const times = (folder: string) => select(folder, 'select local_time::varchar as t from access_event order by 1')

const gone = {
  access_event: 4,
  lookup: 4,
  audit_run: 1,
  audit_finding: 6,
  audit_case: 3,
  care_contact: 3,
  staff: 1,
  relation: 1,
  reviewer: 1,
}

describe('purge', () => {
  it('leaves the store as it is when nothing of it has passed its time, and the trail says so', async () => {
    const { folder } = await world()
    await purge(folder)
    const store = join(folder, 'loggkoll.duckdb')
    const { ino } = statSync(store, { bigint: true })
    const bytes = readFileSync(store)
    const again = await purge(folder)
    expect(again.counts).toEqual({})
    expect(statSync(store, { bigint: true }).ino).toBe(ino)
    expect(readFileSync(store).equals(bytes)).toBe(true)
    const last = readFileSync(join(folder, 'trail.ndjson'), 'utf8').trim().split('\n').at(-1)
    expect(last).toMatch(/"command":"purge".*"reason":"before 2024-12-01: nothing"/)
  })

  it('deletes what is older, to the day, and says what', async () => {
    const { folder, young } = await world()
    const before = await allTables(folder)
    const told = await purge(folder)
    expect(told.counts).toEqual(gone)
    const after = await allTables(folder)
    // The store knows of which days it was purged.
    const lost: Record<string, number> = { ...gone, store_fact: -1 }
    for (const [name, rows] of Object.entries(before)) {
      expect(rows.length - after[name]!.length, name).toBe(lost[name] ?? 0)
    }
    expect((await times(folder)).map(({ t }) => t)).toEqual([
      '2024-12-01 00:00:00',
      '2026-05-01 10:00:00',
      '2026-05-01 11:00:00',
    ])
    const ids = await select(folder, 'select contact_id from care_contact order by 1')
    expect(ids.map(({ contact_id }) => contact_id)).toEqual(['explains', 'goes-on'])
    expect(await select(folder, 'select user_id from staff order by 1')).toHaveLength(3)
    expect(await select(folder, 'select kind from relation')).toEqual([{ kind: 'partner' }])
    expect(await select(folder, `select covers_from::varchar as f from coverage where kind = 'care_contact'`)).toEqual([
      { f: '2024-09-02' },
    ])
    // the run that reaches over the day keeps the cases that it still has findings of
    const kept = await select(folder, 'select document from audit_case')
    const cases = kept.map(({ document }) => JSON.parse(String(document)) as { case_id: string; finding_ids: string[] })
    expect(cases.map(({ finding_ids }) => finding_ids)).toEqual([[young.finding_id]])
    const report = await run(['-w', folder, 'report', 'audit'])
    expect(report).toMatchObject({ code: 0 })
    const left = await select(folder, 'select distinct case_id from audit_finding order by 1')
    expect(cases.map(({ case_id }) => case_id).toSorted()).toEqual(left.map(({ case_id }) => case_id))
    expect(await purge(folder)).toMatchObject({ counts: {} })
    expect((await run(['-w', folder, 'purge'])).out).toContain('Inget har passerat sin tid.')
  })

  it('leaves no text of it in the file, nor a file beside it', async () => {
    const { folder } = await world()
    const bytes = () => readFileSync(join(folder, 'loggkoll.duckdb'))
    expect(bytes().includes('HEMLIG-ARBETSSTATION')).toBe(true)
    await purge(folder)
    expect(bytes().includes('HEMLIG-ARBETSSTATION')).toBe(false)
    expect(bytes().includes('GÅTT-FÖR-LÄNGESEN')).toBe(false)
    expect(statSync(join(folder, 'loggkoll.duckdb')).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(folder, 'tmp'))).toEqual([])
    expect(readdirSync(folder).filter((name) => name.includes('duckdb'))).toEqual(['loggkoll.duckdb'])
    // and the store is read and written as before
    expect(await ingest(folder, log(at('2026-05-02T10:00')))).toMatchObject({ code: 0 })
    expect((await run(['-w', folder, 'audit', '--month', '2026-05'])).code).toBe(0)
  })

  it('as a dry run says the same, and deletes nothing', async () => {
    const { folder } = await world()
    const before = await allTables(folder)
    const dry = await purge(folder, '--dry-run')
    expect(await allTables(folder)).toEqual(before)
    expect(await purge(folder)).toEqual({ ...dry, dry_run: false })
    const { out } = await run(['-w', (await world()).folder, 'purge', '--dry-run'])
    expect(out).toContain('Skulle gallras:')
    expect(out).toContain('4  händelser i loggen')
  })

  it('takes another day, but never a younger one from an archive', async () => {
    const { folder } = await world()
    expect((await purge(folder, '--dry-run', '--before', '2024-11-30')).counts).toMatchObject({ access_event: 2 })
    expect((await purge(folder, '--dry-run', '--before', '2026-06-01')).counts).toMatchObject({ access_event: 7 })
    expect(await run(['-w', folder, 'purge', '--before', '2026-06-02'])).toMatchObject({ code: 64 })
    writeFileSync(join(folder, 'loggkoll.yaml'), 'store_role: archive\n')
    expect((await purge(folder)).counts).toEqual({ care_contact: 2 })
    const refused = await run(['-w', folder, 'purge', '--before', '2021-06-02'])
    expect(refused).toMatchObject({ code: 77 })
    expect(refused.err).toContain('archive')
    expect((await run(['-w', folder, 'purge', '--before', '2021-06-01'])).code).toBe(0)
  })

  it('goes by the file for events without a time, and counts those of which nothing is known', async () => {
    const { folder } = await world()
    await ingest(folder, log(at('', { record_id: 'x' }), at('2024-10-01T10:00', { record_id: 'y' })))
    await ingest(folder, log(at('', { record_id: 'z' })))
    expect(await purge(folder)).toMatchObject({ counts: { access_event: 6 }, untimed: 1 })
  })

  it('keeps the trail whole, with every head, and tells it what went', async () => {
    const { folder } = await world()
    const dry = await purge(folder, '--dry-run')
    await purge(folder)
    expect((await run(['-w', folder, 'trail', 'verify'])).code).toBe(0)
    const lines = readFileSync(join(folder, 'trail.ndjson'), 'utf8').trimEnd().split('\n')
    const [before, last] = lines.slice(-2).map((line) => JSON.parse(line) as { command: string; reason: string | null })
    expect(before).toMatchObject({ command: 'purge', reason: null })
    expect(last!.reason).toContain(`access_event ${dry.counts['access_event']}`)
    // five years on, the trail is purged too
    const late = await run(['-w', folder, 'purge'], { now: '2031-07-01T08:00:00Z' })
    expect(late.out).toContain('rader i spårloggen')
    const verified = await run(['-w', folder, 'trail', 'verify'])
    expect(verified).toMatchObject({ code: 0 })
    expect(verified.out).toContain('gallrade)')
    expect((await run(['-w', folder, 'trail', 'list'])).out).not.toContain('ingest')
  })

  it('refuses where the trail has been tampered with, so that no purge hides it', async () => {
    const { folder } = await world()
    const trail = join(folder, 'trail.ndjson')
    writeFileSync(trail, readFileSync(trail, 'utf8').replace('"os_user":"tester"', '"os_user":"någon"'))
    const before = await allTables(folder)
    const { code, err } = await run(['-w', folder, 'purge'])
    expect(code).toBe(65)
    expect(err).toContain('is not whole')
    expect(await allTables(folder)).toEqual(before)
  })
})

describe('a held case', () => {
  it('keeps its lookups, events, findings and what explains them, until it is released', async () => {
    const { folder, old } = await world()
    const held = await run(['-w', folder, 'hold', old.case_id, '--reason', 'polisanmäld'])
    expect(held).toMatchObject({ code: 0 })
    expect((await run(['-w', folder, 'hold'])).out).toContain(`${old.case_id}  tills vidare  polisanmäld`)
    const told = await purge(folder)
    expect(told.exempt).toEqual({ controls: {}, cases: { [old.case_id]: 'held' } })
    expect(told.counts).toMatchObject({ access_event: 2, lookup: 2 })
    expect(told.counts['relation']).toBeUndefined()
    expect(await select(folder, `select day::varchar as d from lookup where user_id = 'B' order by 1`)).toHaveLength(3)
    const contacts = await select(folder, 'select contact_id from care_contact order by 1')
    expect(contacts.map(({ contact_id }) => contact_id)).toContain('of-the-case')
    expect((await run(['-w', folder, 'explain', old.finding_id])).code).toBe(0)
    expect((await run(['-w', folder, 'hold', old.case_id, '--release'])).code).toBe(0)
    expect((await run(['-w', folder, 'hold'])).err).toContain('Inget granskningsfall')
    expect(await purge(folder)).toMatchObject({ counts: { access_event: 2, lookup: 2 }, exempt: { cases: {} } })
  })

  it('is held to its last day', async () => {
    const { folder, old } = await world()
    const words = ['-w', folder, 'hold', old.case_id, '--reason', 'x', '--until', '2026-06-01']
    expect((await run(words)).code).toBe(0)
    expect((await purge(folder, '--dry-run')).counts).toMatchObject({ access_event: 2 })
    const next = await run(['-w', folder, '--format', 'json', 'purge', '--dry-run'], { now: '2026-06-02T08:00:00Z' })
    expect(JSON.parse(next.out)).toMatchObject({ counts: { access_event: 5 }, exempt: { cases: {} } })
  })

  it.each([
    [['C-finns-inte', '--reason', 'x'], 65, 'there is no case'],
    [['CASE'], 64, '--reason'],
    [['CASE', '--reason', ' '], 64, '--reason'],
    [['CASE', '--reason', 'x', '--until', '2026-05-31'], 64, 'has passed'],
    [['CASE', '--release'], 65, 'is not held'],
    [['CASE', '--release', '--until', '2027-01-01'], 64, 'cannot both'],
  ])('is refused for %j', async (words, code, said) => {
    const { folder, old } = await world()
    const ran = await run(['-w', folder, 'hold', ...words.map((word) => (word === 'CASE' ? old.case_id : word))])
    expect(ran.code).toBe(code)
    expect(ran.err).toContain(said)
  })
})

describe('a control that was handed out', () => {
  const control_id = 'K-1'

  function entries({ case_id, finding_id, lookup_ids }: Seen, run_id: string): Record<string, ReviewEntry> {
    const judged = (reviewer: string, second: boolean): ReviewEntry => ({
      entry: 'decided',
      control_id,
      case_id,
      answer_id: reviewer,
      packet_id: 'P-1',
      reviewer,
      second,
      verdict: 'unjustified',
      explanation: null,
      comment: 'HEMLIG-BEDÖMNING',
      due: null,
      employee_answer: 'x',
      not_asked_reason: null,
    })
    return {
      planned: {
        entry: 'planned',
        control_id,
        kind: 'recurring',
        from: '2024-11-01',
        to: '2024-12-01',
        cause: null,
        reason: null,
        target: { user_id: null, patient_id: null, care_unit_id: null },
        case_number: null,
      },
      handed_out: {
        entry: 'handed_out',
        control_id,
        packet_id: 'P-1',
        care_unit_id: 'U1',
        reviewer: 'R1',
        role: 'reviewer',
        run_id,
        rules: {},
        minutes: 1,
        cases: [
          {
            case_id,
            source: 'rules',
            subject: 'user_patient',
            user_id: 'B',
            patient_id: self,
            care_unit_id: 'U1',
            lookups: lookup_ids.map((lookup_id) => ({ lookup_id, user_id: 'B', patient_id: self, grade: null })),
            findings: [{ finding_id, rule: 'own-record', severity: 'high' }],
          },
        ],
        outside: 0,
      },
      first: judged('R1', false),
      second: judged('R2', true),
      signed: {
        entry: 'signed',
        control_id,
        care_unit_id: 'U1',
        reviewer: 'R1',
        outcome: 'remark',
        cases: 1,
        note: '',
      },
      followed: {
        entry: 'followed',
        control_id,
        case_id,
        step: 'closed',
        day: '2025-01-10',
        aware_at: null,
        comment: '',
      },
    }
  }

  async function controlled(...names: readonly string[]) {
    const { folder, old } = await world()
    const [first] = await select(folder, 'select run_id from audit_run order by sequence limit 1')
    const all = entries(old, String(first!['run_id']))
    const { journal, keyring } = openWorkspace(folder)
    for (const name of names) {
      const writer = { time: '2025-01-02T08:00:00.000Z', os_user: 'tester', as: null }
      appendToJournal(journal, keyring, writer, () => [all[name]!])
    }
    return { folder, old, journal }
  }

  it.each([
    ['is open', ['planned', 'handed_out'], 'open'],
    ['is judged and not signed', ['planned', 'handed_out', 'first', 'second'], 'open'],
    ['has an open follow-up', ['planned', 'handed_out', 'first', 'second', 'signed'], 'follow_up'],
  ])('%s, and so is kept, however old', async (_, names, cause) => {
    const { folder, old, journal } = await controlled(...names)
    const now = '2036-06-01T08:00:00Z'
    const { out } = await run(['-w', folder, '--format', 'json', 'purge'], { now })
    const told = JSON.parse(out) as Told
    expect(told.exempt.controls).toEqual({ [control_id]: cause })
    expect(Object.keys(told.exempt.cases)).toEqual([old.case_id])
    expect(told.counts['journal']).toBeUndefined()
    expect(readJournal(journal)).toHaveLength(names.length)
    expect(await select(folder, `select 1 from lookup where user_id = 'B' and day = '${old.day}'`)).toHaveLength(1)
    expect(await select(folder, `select 1 from audit_finding where finding_id = '${old.finding_id}'`)).not.toEqual([])
    expect(await select(folder, 'select run_id from audit_run')).not.toEqual([])
  })

  const closed = ['planned', 'handed_out', 'first', 'second', 'signed', 'followed']

  it('is closed: its lookups go with the log, its judgements and protocol when their own time has passed', async () => {
    const { folder, old, journal } = await controlled(...closed)
    const soon = await purge(folder)
    expect(soon.exempt).toEqual({ controls: {}, cases: {} })
    expect(soon.counts).toMatchObject({ access_event: 4 })
    expect(soon.counts['journal']).toBeUndefined()
    expect(readJournal(journal)).toHaveLength(6)
    writeFileSync(
      join(folder, 'loggkoll.yaml'),
      'retention: { decisions_months: 36, protocols_months: 48, trail_months: 600 }\n',
    )
    const at = async (now: string) => {
      const { out, code } = await run(['-w', folder, '--format', 'json', 'purge'], { now })
      expect(code).toBe(0)
      expect((await run(['-w', folder, 'trail', 'verify'])).code).toBe(0)
      return (JSON.parse(out) as Told).counts['journal']
    }
    expect(await at('2028-01-02T08:00:00Z')).toBeUndefined()
    expect(await at('2028-01-03T08:00:00Z')).toBe(3)
    expect(readJournal(journal).map(({ body }) => body.entry)).toEqual(['planned', 'handed_out', 'signed'])
    expect(readFileSync(journal, 'utf8')).not.toContain('HEMLIG-BEDÖMNING')
    expect(await at('2029-01-03T08:00:00Z')).toBe(3)
    expect(readJournal(journal)).toEqual([])
    expect((await run(['-w', folder, 'trail', 'verify'])).out).toContain('(6 gallrade)')
    // and the journal goes on
    const { keyring } = openWorkspace(folder)
    const writer = { time: '2029-02-01T00:00:00Z', os_user: 'x', as: null }
    const held = { control_id, case_id: old.case_id, reason: 'x', until: null, released: false }
    appendToJournal(journal, keyring, writer, (known) => {
      expect(known).toEqual([])
      return [{ entry: 'held', ...held }]
    })
    expect(readJournal(journal)).toHaveLength(1)
    expect(verifyJournal(journal, keyring, [])).toMatchObject({ sound: true, purged: 6 })
  })
})

afterEach(() => void vi.restoreAllMocks())

describe('a purge that is stopped', () => {
  it('anywhere leaves the store as it was; done again it ends as if it had not been', async () => {
    const { folder } = await world()
    const before = await allTables(folder)
    const whole = copyOf(folder)
    await purge(whole)
    const after = await allTables(whole)
    const original = Object.getOwnPropertyDescriptor(Store.prototype, 'run')!.value as Store['run']
    for (let statements = 0; ; statements += 4) {
      const copy = copyOf(folder)
      let seen = 0
      vi.spyOn(Store.prototype, 'run').mockImplementation(async function (this: Store, query, ...rest) {
        if (query.startsWith('purge/') && seen++ === statements) throw new Error('stopped')
        return await original.call(this, query, ...rest)
      })
      const { code } = await run(['-w', copy, 'purge'])
      vi.restoreAllMocks()
      if (code === 0) {
        expect(statements).toBeGreaterThan(20)
        break
      }
      expect(code).toBe(70)
      expect(await allTables(copy), `after ${statements}`).toEqual(before)
      await purge(copy)
      expect(await allTables(copy), `again after ${statements}`).toEqual(after)
    }
  })
})
