import { expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'
import { Store } from '../../src/store/store.ts'
import { scratchFolder } from '../harness/program.ts'

// A store takes names of queries only; here a name is the text itself.
vi.mock('../../src/queries/load.ts', () => ({ fillQuery: (text: string) => text, queryText: (text: string) => text }))

const Count = z.object({ n: z.coerce.number() })

async function opened(threads: number) {
  const store = await Store.open({
    path: `${scratchFolder()}/a "store" of someone's.duckdb`,
    spill: scratchFolder(),
    memory: '200MB',
    threads,
    waitSeconds: 0,
    readable: [],
    zone: 'Europe/Stockholm',
    key: { inner: Buffer.from('inner'), outer: Buffer.from('outer') },
  })
  onTestFinished(() => store.close())
  return store
}

it('what one connection makes for a while the other sees, but for what is local', async () => {
  const store = await opened(2)
  const [one, other] = await store.connections()
  expect(one).toBe(store)
  await one!.run('create or replace temp table made as select 1 as n')
  await one!.run('create or replace temp view seen as select n + 1 as n from made')
  await one!.run('create or replace temp macro twice(n) as 2 * n')
  expect(await other!.row('select twice(n) as n from seen', Count)).toEqual({ n: 4 })
  await other!.append('made', [['5']])
  expect(await one!.row('select sum(n) as n from made', Count)).toEqual({ n: 6 })

  await one!.run('create or replace local temp table own as select 1 as n')
  await other!.run('create or replace local temp table own as select 2 as n')
  expect(await one!.row('select n from own', Count)).toEqual({ n: 1 })
  expect(await other!.row('select n from own', Count)).toEqual({ n: 2 })
})

it('both know the key and the zone, and what is kept is kept in the file', async () => {
  const store = await opened(2)
  for (const one of await store.connections()) {
    const Known = z.object({ zone: z.string(), inner: z.string(), outer: z.string() })
    const known = await one.row(
      `select getvariable('zone') as zone, decode(getvariable('key_inner')) as inner, decode(getvariable('key_outer')) as outer`,
      Known,
    )
    expect(known).toEqual({ zone: 'Europe/Stockholm', inner: 'inner', outer: 'outer' })
  }
  const [, other] = await store.connections()
  await other!.run('create table kept (n integer)')
  await other!.run('create or replace temp table made (n integer)')
  const Place = z.object({ database_name: z.string() })
  const places = await store.rows(
    `select database_name from duckdb_tables() where table_name in ('kept', 'made') order by table_name`,
    Place,
  )
  expect(places.map(({ database_name }) => database_name)).toEqual(['a "store" of someone\'s', 'scratch'])
})

it('what one is asked can be broken off, and the other goes on', async () => {
  const store = await opened(2)
  const [one, other] = await store.connections()
  const long = 'select count(*) as n from range(100_000_000_000) a(i) where i % 7 = 3'
  const broken = expect(one!.row(long, Count)).rejects.toThrow('interrupted')
  const goesOn = other!.row('select count(*) as n from range(20_000_000) a(i) where i % 7 = 3', Count)
  await new Promise((done) => setTimeout(done, 20))
  one!.interrupt()
  await broken
  expect(await goesOn).toEqual({ n: 2857143 })
})

it('there is one more, however often it is asked for; with one thread there is none', async () => {
  const store = await opened(2)
  expect((await store.connections())[1]).toBe((await store.connections())[1])
  const alone = await opened(1)
  expect(await alone.connections()).toEqual([alone])
})
