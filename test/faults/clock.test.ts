import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readJournal } from '../../src/workspace/journal.ts'
import { run, workspace } from '../harness/program.ts'
import { ingest, log } from '../ingest/read.ts'
import { allTables } from '../store/tables.ts'

const now = '2026-06-01T08:00:00Z'
const back = '2024-03-05T08:00:00Z'

it('a clock that is set back is told of by the trail and the journal, which stay whole', async () => {
  const folder = await workspace()
  const rows = log({ occurred_at: '2024-03-01T10:00' }, { occurred_at: '2023-12-01T10:00' }, {})
  expect((await ingest(folder, rows)).code).toBe(0)
  const plan = (from: string, to: string) => ['-w', folder, '-q', 'review', 'plan', '--from', from, '--to', to]
  expect(await run(plan('2026-04-01', '2026-05-01'), { now })).toMatchObject({ code: 0 })
  expect(await run(plan('2024-02-01', '2024-03-01'), { now: back })).toMatchObject({ code: 0 })
  // Commands that work at the same time may write a little out of order.
  expect(await run(['-w', folder, 'trail', 'list'], { now: '2024-03-05T07:59:30Z' })).toMatchObject({ code: 0 })

  const { code, out } = await run(['-w', folder, '--lang', 'en', 'trail', 'verify'], { now })
  expect(code).toBe(0)
  expect(out.match(/had been set back, from 2026-06-01 10:00 to 2024-03-05 09:00/g)).toHaveLength(2)
  const entries = readJournal(join(folder, 'review.ndjson')).map(({ sequence, time }) => [sequence, time.slice(0, 4)])
  expect(entries.map(([, year]) => year)).toEqual(['2026', '2024'])
})

it('a clock that is set back purges nothing that the right one would keep', async () => {
  const folder = await workspace()
  expect((await ingest(folder, log({ occurred_at: '2024-03-01T10:00' }, {}))).code).toBe(0)
  const before = await allTables(folder)
  expect((await run(['-w', folder, '-q', 'purge'], { now: back })).code).toBe(0)
  expect(await allTables(folder)).toEqual(before)
  const early = await run(['-w', folder, '-q', 'purge', '--before', '2025-01-01'], { now: back })
  expect(early).toMatchObject({ code: 64, err: expect.stringContaining('yet to come') as string })
  expect((await run(['-w', folder, '-q', 'purge'], { now })).code).toBe(0)
  expect((await allTables(folder))['access_event']).toHaveLength(1)
})

it('under a clock that is set back, a suppression that reaches too far ahead is refused', async () => {
  const folder = await workspace()
  const suppression = `suppressions:\n  - {rule: off-hours, care_unit_id: E1, reason: nattarbete enligt schema, owner: S1, expires: 2027-05-01}\n`
  writeFileSync(join(folder, 'suppressions.yaml'), suppression)
  expect((await ingest(folder, log({}))).code).toBe(0)
  const audit = ['-w', folder, '-q', 'audit', '--month', '2026-03']
  expect((await run(audit, { now })).code).toBe(0)
  expect(await run(audit, { now: back })).toMatchObject({ code: 78 })
  expect(readFileSync(join(folder, 'suppressions.yaml'), 'utf8')).toBe(suppression)
})
