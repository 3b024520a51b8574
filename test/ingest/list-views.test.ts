import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../harness/paths.ts'
import { workspace } from '../harness/program.ts'
import { select } from '../store/tables.ts'
import { type Fields, ingest, log } from './read.ts'

const numbers = readFileSync(join(root, 'scripts/samples/test-numbers.txt'), 'utf8').split('\n').filter(Boolean)

/** So many patients opened, each row as the change says. */
function views(patients: number, change: (index: number) => Fields = () => ({})): Fields[] {
  return Array.from({ length: patients }, (_, index) => ({
    record_id: `${index}`,
    occurred_at: '2026-03-04T10:00:07',
    patient_id: numbers[index]!,
    ...change(index),
  }))
}

async function incidental(...rows: readonly Fields[]): Promise<number> {
  const folder = await workspace()
  // One row with a second that is not zero, by someone else: the log tells seconds.
  const other = { record_id: 'other', user_id: 'SE5560000000-S002', occurred_at: '2026-03-04T09:59:58' }
  const { files, err } = await ingest(folder, log(...rows, other))
  expect(files[0], err).toMatchObject({ rows: rows.length + 1, stored: rows.length + 1 })
  const [found] = await select(folder, 'select count(*)::int as n from access_event where incidental')
  return Number(found!['n'])
}

describe('twenty patients opened by one user in one second', () => {
  it('are a list on a screen', async () => expect(await incidental(...views(20))).toBe(20))

  it('are it with fractions of the second too', async () => {
    const rows = views(20, (index) => ({ occurred_at: `2026-03-04T10:00:07.${String(index * 40).padStart(3, '0')}` }))
    expect(await incidental(...rows)).toBe(20)
  })

  it('are it for what was opened or found, not for what was printed with it', async () => {
    const rows = views(22, (index) => ({ activity: index === 21 ? 'print' : index % 2 ? 'read' : 'search' }))
    expect(await incidental(...rows)).toBe(21)
  })
})

describe('a log that leaves out seconds that are zero', () => {
  const whole = '2026-03-04T10:00+01:00'

  it('has its lists on whole minutes too', async () => {
    expect(await incidental(...views(20, () => ({ occurred_at: whole })))).toBe(20)
    const rows = views(20, (index) => ({ occurred_at: index % 2 ? whole : `2026-03-04T10:00:00.${index + 10}+01:00` }))
    expect(await incidental(...rows)).toBe(20)
  })

  it('and has no other, tells none: its offset is no second', async () => {
    const folder = await workspace()
    const { files, err } = await ingest(folder, log(...views(20, () => ({ occurred_at: whole }))))
    expect(files[0], err).toMatchObject({ stored: 20, rejected: 0 })
    expect(await select(folder, 'select count(*)::int as n from access_event where incidental')).toEqual([{ n: 0 }])
  })
})

describe('a list that comes in parts', () => {
  const rows = views(24)
  const parts = [rows.slice(0, 10), rows.slice(10, 19), rows.slice(19)]
  const opened = { record_id: 'opened', occurred_at: '2026-03-04T10:05:00', patient_id: numbers[3]! }
  const stored = async (...files: readonly (readonly Fields[])[]) => {
    const folder = await workspace()
    for (const file of files) {
      const { err, files: reports } = await ingest(folder, log(...file))
      expect(reports, err).toMatchObject([{ stored: file.length }])
    }
    return {
      events: await select(folder, 'select record_id, incidental from access_event order by all'),
      lookups: await select(folder, 'select * from lookup order by all'),
    }
  }

  it('is the list that it would be in one file, whatever comes first', async () => {
    const whole = await stored([...rows, opened])
    expect(whole.events.filter((event) => event['incidental'])).toHaveLength(24)
    const [a, b, c] = parts as [Fields[], Fields[], Fields[]]
    expect(await stored([...a, opened], b, c)).toEqual(whole)
    expect(await stored(c, [opened], b, a)).toEqual(whole)
    // The last row alone joins a list that was one before.
    expect(await stored(rows.slice(0, 23), [...rows.slice(23), opened])).toEqual(whole)
  })

  it('is none with one patient too few, or when the seconds differ', async () => {
    const few = await stored(views(19).slice(0, 10), views(19).slice(10))
    expect(few.events.filter((event) => event['incidental'])).toEqual([])
    const later = rows.slice(12).map((row) => ({ ...row, occurred_at: '2026-03-04T10:00:08' }))
    expect((await stored(rows.slice(0, 12), later)).events.filter((event) => event['incidental'])).toEqual([])
  })
})

describe('no list view', () => {
  it.each<[string, Fields[]]>([
    ['nineteen patients', views(19)],
    ['twenty in two seconds', views(20, (index) => ({ occurred_at: `2026-03-04T10:00:0${index % 2}` }))],
    ['twenty by two users', views(20, (index) => ({ user_id: `SE5560000000-S00${index % 2}` }))],
    ['one patient twenty times', views(20, () => ({ patient_id: numbers[0]! }))],
    ['twenty printed', views(20, () => ({ activity: 'print' }))],
    ['twenty without a user', views(20, () => ({ user_id: '' }))],
  ])('is %s', async (_, rows) => expect(await incidental(...rows)).toBe(0))

  it('is seen in a log that does not tell seconds', async () => {
    const folder = await workspace()
    await ingest(folder, log(...views(20, () => ({ occurred_at: '2026-03-04T10:00:00' }))))
    expect(await select(folder, 'select count(*)::int as n from access_event where incidental')).toEqual([{ n: 0 }])
  })
})

describe('a lookup', () => {
  it('is incidental when all of it is, and only then', async () => {
    const folder = await workspace()
    const opened = { record_id: 'opened', occurred_at: '2026-03-04T10:05:00', patient_id: numbers[3]! }
    await ingest(folder, log(...views(20), opened))
    const found = await select(folder, 'select patient_id from lookup where not incidental')
    expect(found).toEqual([{ patient_id: numbers[3] }])
  })
})
