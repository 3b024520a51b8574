import { chmodSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStore, openWorkspace } from '../../src/workspace/workspace.ts'
import { run, scratchFolder, workspace } from '../harness/program.ts'
import { ingest, log } from '../ingest/read.ts'

/** Every file and folder of a workspace that others than its owner may touch. */
function openToOthers(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return ['.', ...names].filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0)
}

const mode = (path: string) => statSync(path).mode & 0o777

// The least careful of users: what is not said about a mode is then open to all.
let usual: number
beforeEach(() => void (usual = process.umask(0)))
afterEach(() => void process.umask(usual))

it('a workspace and everything in it is its owner’s alone, at every step', async () => {
  const folder = await workspace()
  expect(mode(folder)).toBe(0o700)
  expect(openToOthers(folder)).toEqual([])
  await ingest(folder, Buffer.from(log({ patient_name: 'Åsa' }), 'latin1'))
  expect(openToOthers(folder)).toEqual([])
  await run(['-w', folder, 'audit'])
  await run(['-w', folder, 'trail', 'verify'])
  expect(openToOthers(folder)).toEqual([])
})

it('so are the copies and logs that lie there while it works', async () => {
  const folder = await workspace()
  await ingest(folder, log({}))
  process.umask(0)
  const store = await openStore(openWorkspace(folder), 0)
  try {
    await store.run('ingest/insert-coverage-given', {
      kind: 'staff',
      batch_id: 1,
      covers_from: '2026-01-01',
      covers_to: '2026-01-31',
    })
    expect(readdirSync(folder)).toContain('loggkoll.duckdb.wal')
    expect(openToOthers(folder)).toEqual([])
  } finally {
    store.close()
  }
})

it('init takes an empty folder, and closes it to others', async () => {
  const folder = scratchFolder()
  chmodSync(folder, 0o755)
  expect(await run(['init', folder])).toMatchObject({ code: 0 })
  expect(openToOthers(folder)).toEqual([])
})

it.each(['json', 'csv', 'html'])('a result that is written to a file (%s) is private too', async (format) => {
  const folder = await workspace()
  await ingest(folder, log({}))
  await run(['-w', folder, 'audit'])
  const output = join(scratchFolder(), `report.${format}`)
  expect(await run(['-w', folder, '-o', output, 'report', 'audit'])).toMatchObject({ code: 0, out: '' })
  expect(mode(output)).toBe(0o600)
  chmodSync(output, 0o666)
  await run(['-w', folder, '-o', output, 'report', 'audit'])
  expect(mode(output)).toBe(0o600)
})

it('nothing of a command is left in the workspace when it is done', async () => {
  const folder = await workspace()
  await ingest(folder, Buffer.from(log({}), 'utf16le'))
  await ingest(folder, 'no log')
  expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()).toEqual([
    'loggkoll.duckdb',
    'loggkoll.key',
    'loggkoll.schema.json',
    'loggkoll.yaml',
    'profiles',
    'rules',
    'tmp',
    'trail.ndjson',
  ])
})
