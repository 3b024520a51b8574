import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'
import { Fault } from '../../src/model/fault.ts'
import { QueryError } from '../../src/store/store-faults.ts'
import { Store } from '../../src/store/store.ts'
import { folderWith } from '../harness/program.ts'

// A store takes names of queries only; here a name may also be the text itself.
vi.mock('../../src/queries/load.ts', async (original) => {
  const { fillQuery } = await original<typeof import('../../src/queries/load.ts')>()
  const isText = (name: string) => name.includes(' ')
  return {
    fillQuery: (name: string, parts: Readonly<Record<string, string>>) =>
      isText(name) ? name : fillQuery(name, parts),
    queryText: (name: string) => name,
  }
})

const secret = 'HEMLIGT-199001012385'

/** A store in a folder with a key and a trail beside it, opened as commands open theirs. */
async function opened(readable: readonly string[] = []) {
  const folder = folderWith({
    key: secret,
    'log.csv': `a\n${secret}\n`,
    'trail.ndjson': 'one\n',
    'other.csv': 'b\n1\n',
  })
  const store = await Store.open({
    path: join(folder, 'store.duckdb'),
    spill: join(folder, 'tmp/spill'),
    memory: '200MB',
    threads: 2,
    waitSeconds: 0,
    readable: readable.map((name) => join(folder, name)),
    zone: 'Europe/Stockholm',
  })
  onTestFinished(() => store.close())
  return { folder, store }
}

const refused = async (work: Promise<unknown>) =>
  await work.then(
    () => 'it was done',
    (error: unknown) => error,
  )

describe('a query in the store', () => {
  it.each([
    `select * from read_csv('{folder}/log.csv')`,
    `select * from read_text('{folder}/key')`,
    `select * from read_blob('{folder}/key')`,
    `select * from '{folder}/log.csv'`,
    `select * from read_text('/etc/passwd')`,
    `select * from read_json('/proc/self/environ')`,
    `select * from glob('{folder}/*')`,
    `select * from sniff_csv('{folder}/log.csv')`,
    `attach '{folder}/other.duckdb' as other`,
    `attach '{folder}/store.duckdb' as again (read_only)`,
    `copy (select 1) to '{folder}/out.csv'`,
    `copy (select 1) to '{folder}/trail.ndjson'`,
    `export database '{folder}/out'`,
    `import database '{folder}'`,
    `create table t as from read_csv('{folder}/log.csv')`,
  ])('touches no file: %s', async (sql) => {
    const { folder, store } = await opened()
    expect(await refused(store.run(sql.replaceAll('{folder}', folder)))).toBeInstanceOf(QueryError)
    expect(readFileSync(join(folder, 'trail.ndjson'), 'utf8')).toBe('one\n')
    for (const name of ['out.csv', 'out', 'other.duckdb']) expect(existsSync(join(folder, name))).toBe(false)
  })

  it.each([
    `install httpfs`,
    `load httpfs`,
    `install httpfs from community`,
    `load '/tmp/evil.duckdb_extension'`,
    `select * from read_csv('https://127.0.0.1:9/a.csv')`,
    `select * from 's3://bucket/a.parquet'`,
    `attach 'https://127.0.0.1:9/a.duckdb' as far`,
    `attach 'postgres:host=127.0.0.1' as pg (type postgres)`,
  ])('reaches no network and takes in no code: %s', async (sql) => {
    const { store } = await opened()
    expect(await refused(store.run(sql))).toBeInstanceOf(QueryError)
  })

  it.each([
    `set enable_external_access = true`,
    `reset enable_external_access`,
    `set lock_configuration = false`,
    `set allowed_paths = ['/etc/passwd']`,
    `set allowed_directories = ['/']`,
    `set memory_limit = '100GB'`,
    `set threads = 64`,
    `set temp_directory = '/tmp'`,
    `set autoinstall_known_extensions = true`,
    `pragma profile_output = '/tmp/loggkoll-profile'`,
    `set profiling_output = '/tmp/loggkoll-profile'`,
    `set home_directory = '/tmp'`,
    `set timezone = 'America/New_York'`,
  ])('changes no setting: %s', async (sql) => {
    const { store } = await opened()
    expect(await refused(store.run(sql))).toBeInstanceOf(QueryError)
  })

  it('reads the files that ingest names, and no other', async () => {
    const { folder, store } = await opened(['log.csv'])
    const Row = z.object({ a: z.string() })
    expect(await store.rows(`select * from read_csv('${folder}/log.csv')`, Row)).toEqual([{ a: secret }])
    for (const other of ['key', 'other.csv', '../log.csv', '*.csv']) {
      expect(await refused(store.run(`select * from read_text('${folder}/${other}')`))).toBeInstanceOf(QueryError)
    }
  })
})

describe('the error of a query', () => {
  it.each([
    `select cast('${secret}' as integer)`,
    `select '${secret}'::date`,
    `select strptime('${secret}', '%Y')`,
    `select error('${secret}')`,
    `select "${secret}" from range(1)`,
    `select * from "${secret}"`,
    `create table t (a int check (a > 0)); insert into t select -1 from (values ('${secret}')) v`,
    `create table t (a varchar unique); insert into t values ('${secret}'), ('${secret}')`,
    `select '${secret}`,
    `select ${secret.replace('-', ' ')} ${secret.replace('-', ' ')}`,
    `select regexp_matches('a', '(${secret}')`,
  ])('names the query and the class of error, never a value: %s', async (sql) => {
    const { store } = await opened()
    // The name of a query is safe to show; here it is the text, so it is left out.
    const error = (await refused(store.run(sql))) as QueryError
    expect(error).toBeInstanceOf(QueryError)
    const shown = `${error.message} ${error.stack}`.replaceAll(sql, '')
    expect(shown).toMatch(/failed \([A-Za-z ]+\)/)
    expect(shown).not.toMatch(/HEMLIGT|199001012385/)
    expect(error.debugMessage).toBeTypeOf('string')
  })

  it('holds none of the values that were given to it, nor of the rows that were appended', async () => {
    const { store } = await opened()
    await store.run('create table numbers (number integer)')
    for (const work of [
      () => store.run('insert into numbers values ($value)', { value: secret }),
      () => store.rows('select $value::integer as number', z.object({ number: z.number() }), { value: secret }),
      () => store.texts('select $value::date', { value: secret }),
      () => store.append('numbers', [[secret]]),
    ]) {
      const error = (await refused(work())) as Error
      expect(error).toBeInstanceOf(QueryError)
      expect(`${error.message} ${error.stack}`).not.toContain(secret)
    }
  })

  it('is a fault in the tool where a row has another shape, and quotes no row', async () => {
    const { store } = await opened()
    const error = (await refused(store.rows(`select '${secret}' as number`, z.object({ number: z.number() })))) as Error
    expect(error.message).not.toContain(secret)
  })
})

describe('a store that cannot do more', () => {
  it('says that its memory does not suffice', async () => {
    const { store } = await opened()
    const error = (await refused(
      store.run(`set variable x = (select list(i::varchar) from range(30000000) t(i))`),
    )) as Fault
    expect(error).toBeInstanceOf(Fault)
    expect(error).toMatchObject({ exit: 74, wayOut: expect.stringContaining('memory') as string })
  })

  it('can be stopped, and goes on after that', async () => {
    const { store } = await opened()
    const long = refused(
      store.run('select count(*) from range(100000) a, range(1000000) b where a.range + b.range = -1'),
    )
    setTimeout(() => store.interrupt(), 50)
    expect(await long).toMatchObject({ exit: 130 })
    expect(await store.texts(`select 'still here'`)).toEqual([['still here']])
  })
})
