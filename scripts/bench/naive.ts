import { rmSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { NaiveRun } from './bench-result.ts'

type Engine = 'duckdb' | 'sqlite'

/**
 * Asks the rules as one would write them over raw events, and holds the answers against the findings of the latest run.
 * @param store the file of a store that was audited
 * @param file where the engine keeps its tables
 * @throws {Error} when a rule finds something else than the program
 */
export async function runNaive(engine: Engine, store: string, file: string): Promise<NaiveRun> {
  rmSync(file, { force: true })
  const instance = await DuckDBInstance.create(engine === 'duckdb' ? file : ':memory:', {
    threads: '2',
    memory_limit: '8GB',
    temp_directory: `${file}.spill`,
  })
  const connection = await instance.connect()
  await connection.run(`attach '${store}' as store (read_only)`)
  await connection.run(`
    create temp table known_as as
    select id, least(id, min(other)) as person
    from (select person_id as id, alias_id as other from store.person_alias union all select alias_id, person_id from store.person_alias)
    group by id`)
  const began = performance.now()
  const ask = engine === 'duckdb' ? await inDuckDb(connection) : await inSqlite(connection, file)
  const load = (performance.now() - began) / 1000
  const seconds: Record<string, number> = {}
  const findings: Record<string, number> = {}
  for (const [rule, sql] of Object.entries(parts('rules'))) {
    const start = performance.now()
    const rows = await ask(sql)
    seconds[rule] = (performance.now() - start) / 1000
    const found = new Set(rows.map(keyOf))
    const expected = await foundByProgram(connection, rule)
    const more = [...found].filter((key) => !expected.has(key))
    const less = [...expected].filter((key) => !found.has(key))
    if (more.length + less.length > 0) {
      throw new Error(
        `${rule} in ${engine}: ${more.length} lookups that the program does not find, ${less.length} that it alone finds`,
      )
    }
    findings[rule] = found.size
  }
  connection.closeSync()
  instance.closeSync()
  rmSync(file, { force: true })
  return { engine, load, seconds, findings }
}

/** A lookup as a text; engines give numbers as numbers or as texts. */
function keyOf(row: readonly unknown[]): string {
  return row.map((value) => (value === null ? '' : String(value as string | number))).join('|')
}

type Ask = (sql: string) => Promise<readonly (readonly unknown[])[]>

async function inDuckDb(connection: DuckDBConnection): Promise<Ask> {
  for (const [table, sql] of Object.entries(parts('tables'))) await connection.run(`create table ${table} as ${sql}`)
  return async (sql) => (await connection.runAndReadAll(sql)).getRowsJson()
}

/** With the indexes that anyone would make. */
async function inSqlite(connection: DuckDBConnection, file: string): Promise<Ask> {
  const database = new DatabaseSync(file)
  database.exec('pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -1000000')
  for (const [table, sql] of Object.entries(parts('tables'))) {
    const result = await connection.stream(sql)
    const columns = result.columnNames()
    database.exec(`create table ${table} (${columns.join(', ')})`)
    const insert = database.prepare(`insert into ${table} values (${columns.map(() => '?').join(', ')})`)
    database.exec('begin')
    for await (const rows of result.yieldRowsJs()) {
      for (const row of rows)
        insert.run(...row.map((value) => (typeof value === 'boolean' ? Number(value) : (value as SQLInputValue))))
    }
    database.exec('commit')
  }
  database.exec(`
    create index event_user on event (user_id, patient_id, care_unit_id, day);
    create index event_patient on event (person);
    create index contact_patient on contact (person);
    create index patient_person on patient (person);
    create index staff_user on staff (user_id);
    create index unit_id on unit (care_unit_id);
    create index assignment_user on assignment (user_id);
    create index relation_person on relation (person);
    create index relation_related on relation (related);
    create index coverage_unit on coverage (care_unit_id);
    analyze;
  `)
  return async (sql) => {
    const statement = database.prepare(sql)
    statement.setReturnArrays(true)
    return await Promise.resolve(statement.all() as unknown as unknown[][])
  }
}

/** What the program found by a rule, as the naive query says it: user, patient, unit, day. */
async function foundByProgram(connection: DuckDBConnection, rule: string): Promise<Set<string>> {
  const rows = await connection.runAndReadAll(
    `select user_id, patient_id, if(rule = 'many-units', null, care_unit_id), day - date '1970-01-01'
     from store.audit_finding
     where rule = '${rule}' and run_id = (select run_id from store.audit_run order by sequence desc limit 1)
       ${rule === 'own-family' ? `and (document ->> '$.facts.tie') in ('register', 'register_ended')` : ''}`,
  )
  return new Set(rows.getRowsJson().map(keyOf))
}

/**
 * Writes a log in the canonical form of what happens to few: a hundred thousand lookups of one patient, and a user who opens ten
 * thousand patients in a day.
 */
export async function writeSkewed(store: string, file: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  await connection.run(`attach '${store}' as store (read_only)`)
  await connection.run(`
    copy (
      with
        first as (select min(local_time)::date as day from store.access_event),
        user_unit as (select user_id, min(care_unit_id) as care_unit_id from store.access_event where care_unit_id is not null group by user_id),
        known as (select min(patient_id) as patient_id from store.patient),
        opened as (
          select user_id, care_unit_id, (select patient_id from known) as patient_id, t.n as n
          from user_unit cross join range(7 * 24) t(n)
          order by hash(user_id, t.n) limit 150000
        ),
        busy as (
          select u.user_id, u.care_unit_id, p.patient_id, 24 + p.n % 8 as n
          from (from user_unit order by user_id limit 1) u
          cross join (select patient_id, row_number() over (order by patient_id) as n from store.patient limit 10000) p
        )
      select
        user_id || '-' || patient_id || '-' || n as record_id, strftime(first.day + to_hours(n), '%Y-%m-%dT%H:%M:%S') as occurred_at,
        user_id, care_unit_id, patient_id, 'read' as activity, 'care' as purpose
      from (from opened union all from busy) cross join first
      order by all
    ) to '${file}' (header)`)
  connection.closeSync()
  instance.closeSync()
}

/** The queries of a file by name: each stands under a comment that is its name. */
function parts(file: string): Record<string, string> {
  const text = readFileSync(join(import.meta.dirname, 'naive', `${file}.sql`), 'utf8')
  const named = text.split(/^-- (?=[a-z-]+$)/m).slice(1)
  return Object.fromEntries(
    named.map((part) => {
      const [name = '', ...sql] = part.split('\n')
      return [name, sql.join('\n')]
    }),
  )
}
