import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { DuckDBExtractedStatements } from '@duckdb/node-api'
import { expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'
import { Store } from '../../src/store/store.ts'
import { scratchFolder } from '../harness/program.ts'

// A store takes names of queries only; here a name is the text itself.
vi.mock('../../src/queries/load.ts', () => ({ fillQuery: (text: string) => text, queryText: (text: string) => text }))

const open = '/proc/self/fd'

/** What this process has open of a store: DuckDB closes the file when nothing holds its instance any more. */
function openFiles(path: string): string[] {
  const links = readdirSync(open).map((one) => {
    try {
      return readlinkSync(join(open, one))
    } catch {
      return '' // the directory itself, which is closed by now
    }
  })
  return links.filter((link) => link.startsWith(path))
}

function options() {
  const folder = scratchFolder()
  return {
    path: join(folder, 'store.duckdb'),
    spill: join(folder, 'spill'),
    memory: '200MB',
    threads: 2,
    waitSeconds: 0,
    readable: [],
    zone: 'Europe/Stockholm',
  }
}

async function opened() {
  const given = options()
  const store = await Store.open(given)
  onTestFinished(() => store.close())
  return { path: given.path, store }
}

it.skipIf(!existsSync(open))('a store that cannot be shut in is not left open', async () => {
  const given = { ...options(), zone: '\0' }
  await expect(Store.open(given)).rejects.toThrow('Parser Error')
  expect(existsSync(given.path)).toBe(true)
  expect(openFiles(given.path)).toEqual([])
})

it.skipIf(!existsSync(open))('a result that is not read to its end does not hold a closed store', async () => {
  const { path, store } = await opened()
  const texts = store.stream('select range::varchar from range(1000000)')
  for await (const text of texts) {
    expect(text).toBe('0')
    break
  }
  store.close()
  expect(openFiles(path)).toEqual([])
})

it.skipIf(!existsSync(open))('statements that nobody has put away do not hold a closed store', async () => {
  const { path, store } = await opened()
  // The native half of a statement may outlive the other: DuckDB's own list of them forgets it then.
  const natives: unknown[] = []
  const prepare = DuckDBExtractedStatements.prototype.prepare
  DuckDBExtractedStatements.prototype.prepare = async function (index) {
    const statement = await prepare.call(this, index)
    natives.push(...Object.values(statement))
    return statement
  }
  onTestFinished(() => void (DuckDBExtractedStatements.prototype.prepare = prepare))
  await store.run('create table one (x integer); insert into one values ($x)', { x: 1 })
  await store.rows('from one where x = $x', z.object({ x: z.number() }), { x: 1 })
  await store.texts('select x::varchar from one where x = $x', { x: 1 })
  await store.table('from one')
  await store.append('one', [['2']])
  for await (const text of store.stream('select x::varchar from one')) expect(text).toMatch(/[12]/)
  await expect(store.run('insert into one values ($x)', { x: 'no number' })).rejects.toThrow('failed')
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  await new Promise((done) => setTimeout(done, 20))
  collect()
  store.close()
  expect(natives.length).toBeGreaterThan(5)
  expect(openFiles(path)).toEqual([])
})
