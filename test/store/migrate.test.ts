import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Exit } from '../../src/model/exit.ts'
import { schemaVersion } from '../../src/store/schema.ts'
import { Store } from '../../src/store/store.ts'
import { run, workspace } from '../harness/program.ts'
import { allFingerprints, change, select, settle } from './tables.ts'

// A store of each schema there has been, all of the same files; `npm run keep-store` keeps the present one.
const kept = join(import.meta.dirname, 'kept')
const versions = readdirSync(kept).flatMap((name) => /^schema-(\d+)\./.exec(name)?.[1] ?? [])
const older = versions.map(Number).filter((version) => version < schemaVersion)

async function workspaceOf(version: number | undefined): Promise<string> {
  const folder = await workspace()
  const made = Buffer.from('a key for the kept stores, 32 by').toString('hex')
  writeFileSync(join(folder, 'loggkoll.key'), made)
  if (version !== undefined)
    writeFileSync(storeOf(folder), brotliDecompressSync(readFileSync(join(kept, `schema-${version}.duckdb.br`))))
  return folder
}

const storeOf = (folder: string): string => join(folder, 'loggkoll.duckdb')
const tables = 'select table_name, sql from duckdb_tables() order by table_name'
const shapeOf = async (folder: string): Promise<unknown> =>
  (await select(folder, tables)).map(({ table_name, sql }) => [table_name, sql])

async function audited(folder: string): Promise<unknown> {
  const { out } = await run(['-w', folder, '--format', 'json', 'audit', '--from', '2026-04-27', '--to', '2026-05-04'])
  const document = JSON.parse(out) as { run: { trail_head: string } }
  return { ...document, run: { ...document.run, trail_head: '' } }
}

/** A workspace of the present schema with the same files in it; made once. */
let never: Promise<{ readonly shape: unknown; readonly audit: unknown }> | undefined
function neverOld() {
  never ??= (async () => {
    const folder = await workspaceOf(undefined)
    const files = readdirSync(join(kept, 'files')).map((name) => join(kept, 'files', name))
    expect((await run(['-w', folder, '-q', 'ingest', ...files.sort()])).code).toBe(0)
    return { shape: await shapeOf(folder), audit: await audited(folder) }
  })()
  return never
}

afterEach(() => void vi.restoreAllMocks())

it('a store is kept of every schema that there has been', () => {
  expect(older).toEqual(Array.from({ length: schemaVersion - 1 }, (_, index) => index + 1))
})

describe.each(older)('a store of schema %i', (version) => {
  it('becomes one of the present schema, with the same rows, and is audited as one that was never old', async () => {
    const folder = await workspaceOf(version)
    const before = await allFingerprints(folder)
    const { code, err } = await run(['-w', folder, 'trail', 'verify'])
    expect(code).toBe(Exit.data)
    expect(err).toContain(`(${version})`)
    expect((await run(['-w', folder, 'trail', 'list'])).err).toBe('')

    const { shape, audit } = await neverOld()
    expect(await shapeOf(folder)).toEqual(shape)
    const rowsOf = (prints: Record<string, string>): Record<string, string | undefined> =>
      Object.fromEntries(Object.keys(before).map((table) => [table, prints[table]?.split(',')[0]]))
    expect(rowsOf(await allFingerprints(folder))).toEqual(rowsOf(before))
    expect(statSync(storeOf(folder)).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(folder, 'tmp'))).toEqual([])

    expect(await audited(folder)).toEqual(audit)
  })

  it('is as it was when the migration stops anywhere, and the next command migrates it', async () => {
    const folder = await workspaceOf(version)
    const { run: truly } = Store.prototype
    const bytes = readFileSync(storeOf(folder))
    let stops = 0
    for (let stopped = true; stopped;) {
      stopped = false
      let calls = 0
      vi.spyOn(Store.prototype, 'run').mockImplementation(async function (this: Store, ...given) {
        calls += 1
        if (calls <= stops) return await truly.apply(this, given)
        stopped = true
        throw new Error('stopped here')
      })
      await settle(folder).catch(() => undefined)
      if (stopped) expect(readFileSync(storeOf(folder)).equals(bytes), `after ${stops} queries`).toBe(true)
      stops += 1
    }
    expect(stops).toBeGreaterThan(3)
    expect(await select(folder, `select value from store_fact where name = 'schema'`)).toEqual([
      { value: String(schemaVersion) },
    ])
  })
})

it.each([String(schemaVersion + 1), '0', 'two'])('a store of schema %s is refused, and left alone', async (version) => {
  const folder = await workspace()
  await change(folder, `update store_fact set value = '${version}' where name = 'schema'; checkpoint`)
  const bytes = readFileSync(storeOf(folder))
  const { code, err } = await run(['-w', folder, 'audit'])
  expect(code).toBe(Exit.config)
  expect(err).toContain('newer version')
  expect(readFileSync(storeOf(folder)).equals(bytes)).toBe(true)
})
