import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { qualityChecks, QualityDocument } from '../../src/model/quality-document.ts'
import { root } from '../harness/paths.ts'
import { run, scratchFolder, workspace } from '../harness/program.ts'
import { patients, read, rowsOfDay } from './log.ts'

async function withLog(change: (rows: Record<string, string>[]) => Record<string, string>[] = (rows) => rows) {
  const folder = await workspace()
  await read(folder, 'access', change([...rowsOfDay('2026-03-02', 60)] as Record<string, string>[]))
  return folder
}
const json = async (folder: string, ...words: readonly string[]) => {
  const done = await run(['-w', folder, '--format', 'json', 'quality', ...words])
  expect(done.err).toBe('')
  return { ...done, document: QualityDocument.parse(JSON.parse(done.out)) }
}

describe('loggkoll quality', () => {
  it('answers every question, with the same bytes each time', async () => {
    const folder = await withLog()
    const first = await json(folder)
    expect(first.code).toBe(0)
    expect(first.document.checks.map(({ check }) => check)).toEqual([...qualityChecks])
    expect(first.document).toMatchObject({ from: '2026-03-02', to: '2026-03-03', events: 60 })
    expect((await json(folder)).out).toBe(first.out)
  })

  it('never says that an empty store is fit', async () => {
    const { document, code } = await json(await workspace())
    expect(code).toBe(0)
    expect(document).toMatchObject({ from: null, to: null, events: 0, answer: 'cannot_tell', severity: null })
    expect(new Set(document.checks.map(({ answer }) => answer))).toEqual(new Set(['cannot_tell']))
  })

  it('never says that a period without events is fit, and does not let it through the gate', async () => {
    const folder = await withLog()
    const { document, code } = await json(folder, '--month', '2026-05', '--fail-on', 'critical')
    expect(document).toMatchObject({ from: '2026-05-01', to: '2026-06-01', answer: 'cannot_tell' })
    expect(code).toBe(3)
  })

  it('fails on a remark at or above, and not below', async () => {
    // Without contacts the main question cannot be put: high.
    const folder = await withLog()
    expect((await json(folder, '--fail-on', 'critical')).code).toBe(0)
    expect((await json(folder, '--fail-on', 'high')).code).toBe(3)
    expect((await json(folder, '--fail-on', 'low')).code).toBe(3)
    const bad = await withLog((rows) => rows.map((row) => ({ ...row, care_unit_id: '' })))
    expect((await json(bad, '--fail-on', 'critical')).code).toBe(3)
    expect((await run(['-w', folder, 'quality', '--fail-on', 'info'])).code).toBe(64)
  })

  it('refuses days that contradict each other', async () => {
    const folder = await withLog()
    expect((await run(['-w', folder, 'quality', '--month', '2026-03', '--to', '2026-03-04'])).code).toBe(64)
    expect((await run(['-w', folder, 'quality', '--from', '2026-03-04', '--to', '2026-03-04'])).code).toBe(64)
    expect((await run(['-w', folder, 'quality', '--month', 'mars'])).code).toBe(64)
    expect((await run(['-w', folder, '--format', 'xml', 'quality'])).code).toBe(64)
  })

  it('takes one end from the log when the other is given', async () => {
    const folder = await withLog()
    expect((await json(folder, '--from', '2026-03-01')).document).toMatchObject({
      from: '2026-03-01',
      to: '2026-03-03',
    })
    expect((await json(folder, '--to', '2026-03-05')).document).toMatchObject({ from: '2026-03-02', to: '2026-03-05' })
    expect((await json(await workspace(), '--from', '2026-03-01')).document.answer).toBe('cannot_tell')
  })

  it('can be asked of a log in which no row has a time', async () => {
    const folder = await withLog((rows) => rows.map((row) => ({ ...row, occurred_at: '' })))
    const { document } = await json(folder)
    expect(document).toMatchObject({
      from: null,
      to: null,
      events: 60,
      untimed: 60,
      answer: 'remark',
      severity: 'critical',
    })
  })

  it('leaves a line in the trail before it shows anything', async () => {
    const folder = await withLog()
    await json(folder)
    const lines = readFileSync(join(folder, 'trail.ndjson'), 'utf8').trim().split('\n')
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ command: 'quality', rows_shown: 0 })
  })

  it('names no person in any format', async () => {
    const folder = await withLog((rows) => [
      ...rows,
      {
        ...rows[0]!,
        user_name: 'Provia Provsson',
        patient_name: 'Testina Testsson',
        activity: 'Provia',
        record_id: 'y',
      },
    ])
    for (const format of ['table', 'json', 'csv', 'html']) {
      const { out } = await run(['-w', folder, '--format', format, 'quality'])
      for (const secret of ['SE5560000000-1A2B', ...patients, 'Provia', 'Testina']) expect(out).not.toContain(secret)
    }
  })

  it('writes what the ending of the file says, for its owner alone', async () => {
    const folder = await withLog()
    const target = join(scratchFolder(), 'logg.html')
    expect((await run(['-w', folder, '-o', target, 'quality'])).code).toBe(0)
    expect(readFileSync(target, 'utf8')).toMatch(/^<!doctype html>/)
    expect(statSync(target).mode & 0o777).toBe(0o600)
  })

  it('has its schema in the repository', () => {
    expect(existsSync(join(root, 'docs/schema/quality-1.schema.json'))).toBe(true)
  })
})
