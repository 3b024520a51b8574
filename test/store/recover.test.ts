import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addDays } from '../../src/model/period.ts'
import { Store } from '../../src/store/store.ts'
import { scratchFolder, workspace } from '../harness/program.ts'
import { type Fields, ingest, log, table } from '../ingest/read.ts'
import { allTables, settle } from './tables.ts'

const at = (day: number, more: Fields = {}): Fields => ({
  record_id: `${day} ${Object.values(more).join()}`,
  occurred_at: `${addDays('2026-01-01', day)}T10:00`,
  ...more,
})
const other = { patient_id: '199705182385' }

const staff = (...names: readonly string[]) =>
  table(
    ['user_id', 'given_name'],
    names.map((name) => ({ user_id: name[0]!, given_name: name })),
  )

const contacts = (...starts: readonly string[]) => {
  const rows = starts.map((start_time) => ({
    contact_id: start_time,
    patient_id: '199001012385',
    kind: 'visit',
    start_time,
    care_unit_id: 'U1',
  }))
  return table(Object.keys(rows[0]!), rows)
}

/** What is in the store, and what the command reads that is stopped. */
type Content = Parameters<typeof ingest>[1]
const stories: Readonly<Record<string, { before: readonly Content[]; read: Content; mode?: 'upsert' }>> = {
  'a first log': { before: [], read: log(at(0), at(1), at(1, { activity: 'print' })) },
  'rows that come late to known lookups': {
    before: [log(at(0), at(1), at(2))],
    read: log(at(1, { activity: 'print', declared_reason: 'a' }), at(1, other), at(3)),
  },
  'rows of which some are rejected or have unknown words': {
    before: [log(at(0))],
    read: `${log(at(1, { activity: 'kladda' }), { occurred_at: '2026-02-30' }, at(0, { activity: 'print' }))}x\n`,
  },
  'an earlier lookup than the first one known': {
    before: [log(at(0, other), at(120), at(121))],
    read: log(at(100)),
  },
  'older days that make first lookups known': {
    before: [log(at(100), at(101), at(100, other))],
    read: log(at(0, { user_id: 'x' })),
  },
  'a log without a day': { before: [log(at(0))], read: log({ occurred_at: '' }) },
  'a first table': { before: [], read: staff('a', 'b') },
  'a newer snapshot': { before: [staff('a', 'b')], read: staff('b2', 'c') },
  'a newer snapshot in two files': {
    before: [{ '1.csv': staff('a', 'b'), '2.csv': staff('c') }],
    read: { '1.csv': staff('b2', 'd'), '2.csv': staff('c', 'd2') },
  },
  'an upsert': { before: [staff('a', 'b')], read: staff('b2', 'c'), mode: 'upsert' },
  'contacts with their coverage': { before: [contacts('2026-01-05')], read: contacts('2026-01-05', '2026-02-05') },
}

/** From which statements on a batch holds. */
const holding = new Set(['ingest/settle-open', 'ingest/set-batch-state'])

/**
 * Keeps the files of the store as they are before each statement that writes: what is there when the process is killed then.
 * @param from the first query that counts
 * @returns the queries that followed, in the order of the folders
 */
function keepBeforeEach(workspace: string, kept: string, from: string): string[] {
  const seen: string[] = []
  const original = Object.getOwnPropertyDescriptor(Store.prototype, 'run')!.value as Store['run']
  vi.spyOn(Store.prototype, 'run').mockImplementation(async function (this: Store, query, ...rest) {
    if (query === from || seen.length > 0) {
      cpSync(workspace, join(kept, String(seen.length)), { recursive: true })
      seen.push(query)
    }
    return await original.call(this, query, ...rest)
  })
  return seen
}

/** Lets the store run its first so many statements of the recovery, and then throws. */
function stopAfter(statements: number): void {
  let seen = 0
  const original = Object.getOwnPropertyDescriptor(Store.prototype, 'run')!.value as Store['run']
  vi.spyOn(Store.prototype, 'run').mockImplementation(async function (this: Store, query, ...rest) {
    const writes = seen > 0 || query.startsWith('recover/')
    if (writes && seen === statements) throw new Error('stopped')
    if (writes) seen += 1
    return await original.call(this, query, ...rest)
  })
}

/** Opens the store as the next command does, stopped ever later, until it is mended. */
async function mendWithStops(folder: string): Promise<void> {
  for (let statements = 0; ; statements++) {
    stopAfter(statements)
    const stopped = await settle(folder).then(
      () => false,
      () => true,
    )
    vi.restoreAllMocks()
    if (!stopped) return
  }
}

afterEach(() => void vi.restoreAllMocks())

describe.each(Object.entries(stories))('reading %s', (_, { before, read, mode = 'snapshot' }) => {
  it('may be stopped anywhere: the store is as before or after, and reading again makes it as after', async () => {
    const origin = await workspace()
    for (const content of before) expect(await ingest(origin, content)).toMatchObject({ code: 0 })
    const tablesBefore = await allTables(origin)
    const kept = scratchFolder()
    const seen = keepBeforeEach(origin, kept, 'ingest/open-batch')
    expect((await ingest(origin, read, '--mode', mode)).code).toBe(0)
    vi.restoreAllMocks()
    const tablesAfter = await allTables(origin)
    expect(tablesAfter).not.toEqual(tablesBefore)
    expect(seen.length).toBeGreaterThan(2)

    for (const [statements, next] of seen.entries()) {
      const folder = join(kept, String(statements))
      const isLast = statements === seen.length - 1
      if (isLast) await mendWithStops(folder)
      const isDone = seen.slice(0, statements).some((query) => holding.has(query))
      expect(await allTables(folder), `stopped before ${next}`).toEqual(isDone ? tablesAfter : tablesBefore)
      if (!isLast) continue
      expect((await ingest(folder, read, '--mode', mode)).code).toBe(0)
      // Several files are read anew, into batches of their own.
      if (typeof read === 'string') expect(await allTables(folder), 'read again').toEqual(tablesAfter)
    }
  })
})
