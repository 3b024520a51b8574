import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { AuditDocument } from '../../src/model/audit-document.ts'
import { TrainingKey } from '../../src/model/training-key.ts'
import { Store } from '../../src/store/store.ts'
import { control, plantCase } from '../../src/training/practice.ts'
import { makeRegion, regionTables, type RegionWanted, writeLog, writeTables } from '../../src/training/region.ts'
import type { Scenario } from '../../src/training/scenario.ts'
import { scenarios } from '../../src/training/scenarios/index.ts'
import { run, scratchFolder } from '../harness/program.ts'

/** Small worlds, among which the practice cases are shared out: each is planted and written out in one of them. */
const worlds = [
  { seed: 1, size: 'ward' },
  { seed: 3, size: 'clinic' },
  { seed: 7, size: 'ward' },
] as const
const first = 10

/** The seed of the world that a practice case is tried in: what is not played at a ward, and one that is, needs a clinic. */
function worldOf(scenario: Scenario): number {
  const place = scenarios.indexOf(scenario)
  return (scenario.slot ?? 0) > 0 || place === 1 ? 3 : place % 2 === 0 ? 1 : 7
}

interface Written {
  readonly key: TrainingKey
  /** Asks the files. */
  readonly rows: (sql: string) => Promise<readonly Record<string, unknown>[]>
  readonly folder: string
}

/** Plants each practice case that a world can hold in it, and hands over its key and its files. */
async function inWorld(
  { seed, size }: (typeof worlds)[number],
  each: (scenario: string, written: Written) => Promise<void>,
): Promise<void> {
  const folder = scratchFolder()
  mkdirSync(join(folder, 'files'))
  const pathOf = (name: string): string => join(folder, 'files', name)
  const region: RegionWanted = {
    blocks: 1,
    homes: 300,
    logged: size,
    depth: 1,
    daysInFile: 100,
    seed,
    from: '2026-02-19',
    days: first + control.days,
  }
  const store = await Store.open({
    path: join(folder, 'r.duckdb'),
    spill: join(folder, 'spill'),
    memory: '2GB',
    threads: 2,
    waitSeconds: 0,
    readable: ['logg', ...regionTables].map((name) => pathOf(`${name}.csv`)),
    zone: 'Europe/Stockholm',
  })
  const files = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await files.connect()
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson()
  try {
    await makeRegion(store, region)
    for (const scenario of scenarios.filter((one) => worldOf(one) === seed)) {
      await store.run('training/export-people')
      const key = TrainingKey.parse(await plantCase(store, scenario, { ...region, size, first }, control))
      await writeLog(store, region, 'csv', pathOf)
      await writeTables(store, region, pathOf)
      const read = (name: string, more = ''): string =>
        `read_csv('${pathOf(name)}', all_varchar = true, header = true${more})`
      await connection.run(`
        create or replace temp table event as select "Användar-id" as user_id, replace("Patient-id", '-', '') as patient_id,
          "Vårdenhet-id" as care_unit_id, "Tidpunkt"[:10] as day, "Tidpunkt" as time, "Arbetsstation" as station from ${read('logg.csv', ", delim = ';'")};
        create or replace temp table contact as select * from ${read('care_contact.csv')};
        create or replace temp table patient as select * from ${read('patient.csv')};
        create or replace temp table relation as select * from ${read('relation.csv')};
        create or replace temp table absence as select * from ${read('absence.csv')};
        create or replace temp table consent as select * from ${read('consent.csv')};
        create or replace temp table watched as select * from ${read('watchlist.csv')};
        create or replace temp table staff as select * from ${read('staff.csv')}`)
      await connection.run(
        'create or replace temp table planted (item varchar, user_id varchar, patient_id varchar, care_unit_id varchar, day varchar)',
      )
      for (const { id, lookups } of key.items) {
        for (const { user_id, patient_id, care_unit_id, day } of lookups)
          await connection.run('insert into planted values ($1, $2, $3, $4, $5)', [
            id,
            user_id,
            patient_id,
            care_unit_id,
            day,
          ])
      }
      await each(scenario.id, { key, rows, folder })
    }
  } finally {
    store.close()
    connection.closeSync()
    files.closeSync()
  }
}

/** Of each planted lookup: is it in the log, does a contact at the unit explain it that day, and only one of the user's own making? */
const told = `
  select p.item, p.user_id, p.patient_id, p.care_unit_id, p.day,
    exists (select 1 from event e where e.user_id = p.user_id and e.patient_id = p.patient_id and e.care_unit_id = p.care_unit_id and e.day = p.day) as logged,
    count(c.contact_id) filter (where c.registered_by is distinct from p.user_id or c.registered_time[:10] < p.day) > 0 as explained,
    count(c.contact_id) filter (where c.registered_by = p.user_id) > 0 as self_registered
  from planted p left join contact c on c.patient_id = p.patient_id and c.kind <> 'listing'
    and (c.care_unit_id = p.care_unit_id or c.other_care_unit_id = p.care_unit_id)
    and p.day::date between c.start_time[:10]::date - 7 and if(c.status = 'ongoing', date '2030-01-01', coalesce(c.end_time, c.start_time)[:10]::date + 30)
  group by all order by all`

interface Told {
  readonly item: string
  readonly user_id: string
  readonly patient_id: string
  readonly day: string
  readonly logged: boolean
  readonly explained: boolean
  readonly self_registered: boolean
}

describe('the practice cases', () => {
  it.each(worlds)(
    'agree with the files that are written, seed $seed, $size',
    async (world) => {
      await inWorld(world, async (scenario, { key, rows, folder }) => {
        const lookups = (await rows(told)) as unknown as Told[]
        expect(
          lookups.filter(({ logged }) => !logged),
          scenario,
        ).toEqual([])
        // Nobody who is away reads.
        expect(
          await rows(`select e.user_id, e.time, a.kind from event e join absence a on a.user_id = e.user_id
          and e.day between a.valid_from and a.valid_to and e.time > a.valid_from || ' 08:00:00'`),
          scenario,
        ).toEqual([])
        expect(new Set(key.items.map(({ id }) => id)).size).toBe(key.items.length)
        const isWrong = !['quiet-month', 'media-week', 'missing-data'].includes(scenario)
        const unjustified = key.items.filter(({ truth }) => truth === 'unjustified')
        expect(
          unjustified.some(({ rules }) => rules.length > 0),
          scenario,
        ).toBe(isWrong)
        expect(unjustified.filter(({ rules }) => rules.length === 0).length, scenario).toBe(
          isWrong ? (scenario === 'covering-note' ? 4 : 3) : 0,
        )
        for (const { id, truth, best, right, rules } of key.items) {
          const name = `${scenario} ${id}`
          const own = lookups.filter(({ item }) => item === id)
          const inControl = own.filter(({ day }) => day >= control.from && day < control.to)
          expect(inControl.length, name).toBeGreaterThan(0)
          if (scenario !== 'behind-sample') expect(inControl, name).toHaveLength(own.length)
          expect(right, name).toContain(best)
          if (truth === 'unjustified') {
            // A log alone convicts no one: where something is unjustified, to ask is right.
            expect(right, name).toContain('ask')
            expect(['ask', 'unjustified'], name).toContain(best)
          } else
            expect(right.length + (best === 'unjustified' ? 1 : 0), name).toBe(
              right.filter((one) => truth === 'grey' || one !== 'unjustified').length,
            )
          if (truth === 'unjustified' && rules.includes('no-care-relation'))
            expect(
              own.filter(({ explained }) => explained),
              name,
            ).toEqual([])
          if (truth === 'justified' && scenario === 'missing-data') {
            // It is the stays that are missing: other care may still show some.
            expect(own.filter(({ explained }) => explained).length / own.length, name).toBeLessThan(0.5)
          } else if (truth === 'justified') {
            expect(
              own.filter(({ explained, self_registered }) => !explained && !self_registered),
              name,
            ).toEqual([])
          }
        }
        await checks[scenario]?.(rows)
        const rule = { 'slow-reader': 'serial-lookup', 'stray-robot': 'robot-account' }[scenario]
        if (rule !== undefined) await audited(folder, key, rule)
      })
    },
    300_000,
  )

  it('are listed in both languages, without the words that accuse', async () => {
    for (const language of ['sv', 'en']) {
      const { code, out } = await run(['--lang', language, 'train', 'scenarios'])
      expect(code).toBe(0)
      for (const { id } of scenarios) expect(out).toContain(id)
      expect(out).not.toMatch(/avvikelse|ärende|larm|misstänk|violation|offender|suspicious/i)
    }
  })
})

/** Reads the files in as a trainee would: the workspace holds what was planted, and the rule asks of nobody else. */
async function audited(folder: string, { items }: TrainingKey, rule: string): Promise<void> {
  const workspace = join(folder, `workspace-${rule}`)
  await run(['init', workspace, '--seed', rule])
  const loggkoll = async (...words: string[]): Promise<string> => {
    const ran = await run(['-w', workspace, '-q', ...words])
    expect(ran.code, ran.err).toBe(0)
    return ran.out
  }
  const files = readdirSync(join(folder, 'files')).filter((name) => name !== 'logg.csv')
  const filled = files
    .map((name) => join(folder, 'files', name))
    .filter((path) => readFileSync(path, 'utf8').trim().includes('\n'))
  await loggkoll('ingest', ...filled)
  await loggkoll('ingest', join(folder, 'files', 'logg.csv'), '--profile', 'cosmic-draft')
  const { findings, run: kept } = AuditDocument.parse(
    JSON.parse(await loggkoll('--format', 'json', 'audit', '--month', control.month)),
  )
  expect(kept.explained / kept.lookups).toBeGreaterThan(0.9)
  expect(new Set(findings.filter((one) => one.rule === rule).map(({ user_id }) => user_id))).toEqual(
    new Set([items[0]!.user_id]),
  )
  const store = await DuckDBInstance.create(join(workspace, 'loggkoll.duckdb'), { access_mode: 'READ_ONLY' })
  const connection = await store.connect()
  try {
    const held = await connection.runAndReadAll(
      'select user_id, patient_id, care_unit_id, day::varchar as day from lookup',
    )
    const kept = new Set(held.getRowObjectsJson().map((row) => JSON.stringify(row)))
    expect(items.flatMap(({ lookups }) => lookups).filter((one) => !kept.has(JSON.stringify(one)))).toEqual([])
  } finally {
    connection.closeSync()
    store.closeSync()
  }
}

type Check = (rows: Written['rows']) => Promise<void>

/** What a story says beside that nothing explains it. */
const checks: Readonly<Record<string, Check>> = {
  'ex-partner': async (rows) => {
    const ended = await rows(`select distinct p.item from planted p join staff s on s.user_id = p.user_id
      join relation r on r.person_id = s.person_id and r.related_person_id = p.patient_id and r.kind = 'spouse' and r.valid_to < '2026'`)
    expect(ended.map(({ item }) => item).sort()).toEqual(['former-1', 'former-2'])
  },
  parent: async (rows) => {
    const own = await rows(`select distinct p.item from planted p join staff s on s.user_id = p.user_id
      join relation r on r.person_id = s.person_id and r.related_person_id = p.patient_id and r.kind = 'child'`)
    expect(own.map(({ item }) => item).sort()).toEqual(['child-1', 'child-2', 'child-3'])
  },
  'sick-colleague': async (rows) => {
    const away = await rows(`select p.item from planted p join staff s on s.person_id = p.patient_id
      join absence a on a.user_id = s.user_id and p.day between a.valid_from and a.valid_to and a.kind = 'Sjuk' where p.item like 'workmate%'`)
    expect(away).toHaveLength(4)
  },
  'media-week': async (rows) => {
    const [whole] = await rows(`select count(distinct p.user_id) as readers, count(distinct p.patient_id) as persons,
      bool_and(p.day between w.valid_from and w.valid_to) as watched from planted p left join watched w on w.patient_id = p.patient_id`)
    expect(whole).toMatchObject({ readers: '18', persons: '1', watched: true })
  },
  'protected-person': async (rows) => {
    const shown = await rows(
      `select distinct p.item from planted p join patient t on t.patient_id = p.patient_id where t.protection <> 'none'`,
    )
    expect(shown).toHaveLength(6)
  },
  'lent-login': async (rows) => {
    const places =
      await rows(`select item, count(distinct station) as stations from planted p join event e on e.user_id = p.user_id and e.day = p.day
      where item not like 'independent%' group by item`)
    expect(places.filter(({ stations }) => Number(stations) < 2)).toEqual([])
    expect(places).toHaveLength(4)
  },
  'covering-note': async (rows) => {
    const notes =
      await rows(`select item, min(c.start_time[:10]) = min(p.day) as dated_back, max(c.registered_time) > max(p.day) as after
      from planted p join contact c on c.patient_id = p.patient_id and c.registered_by = p.user_id and c.kind = 'note' where p.item like 'note%' group by item order by item`)
    expect(notes).toEqual(
      ['note-1', 'note-2'].map((item) => expect.objectContaining({ item, dated_back: true, after: true })),
    )
  },
  'shared-record': async (rows) => {
    const allowed = await rows(
      `select p.item from planted p join consent c on c.patient_id = p.patient_id and p.day >= c.valid_from where p.item like 'consent%'`,
    )
    expect(allowed.length).toBeLessThan(3)
  },
  'stray-robot': async (rows) => {
    const [robot] = await rows(`select bool_and(e.station = 'PC2-3') as at_a_desk, bool_and(s.kind = 'robot') as robot
      from planted p join event e on e.user_id = p.user_id and e.patient_id = p.patient_id and e.day = p.day join staff s on s.user_id = p.user_id where p.item = 'robot-1'`)
    expect(robot).toEqual({ at_a_desk: true, robot: true })
  },
  'night-curiosity': async (rows) => {
    const [night] = await rows(`select min(e.time[12:]) as first, max(e.time[12:]) as last from planted p
      join event e on e.user_id = p.user_id and e.patient_id = p.patient_id and e.day = p.day where p.item = 'night-1'`)
    expect(night!['first']! >= '01:00' && night!['last']! < '04:20').toBe(true)
  },
}
