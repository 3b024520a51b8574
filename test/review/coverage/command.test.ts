import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { CoverageDocument } from '../../../src/model/coverage-document.ts'
import type { Entry } from '../../../src/model/review.ts'
import { textWidth } from '../../../src/reports/plain-text.ts'
import { appendToJournal, readJournal } from '../../../src/workspace/journal.ts'
import { openWorkspace } from '../../../src/workspace/workspace.ts'
import { run, scratchFolder, workspace } from '../../harness/program.ts'
import { clinic, draw, head, patients, protectedUser, robot, twoUnits, user, ward } from '../sample/world.ts'

/** The two units after a draw of March, of which the ward's has been judged and signed; made once, looked at by all. */
let folder = ''
beforeEach(async () => {
  if (folder !== '') return
  const made = await twoUnits()
  const drawn = await draw(made, ['--method', 'users', '--size', '3', '--unit', ward, clinic, '--seed', '5'])
  expect(drawn.code, drawn.err).toBe(0)
  judge(made, ward)
  folder = mkdtempSync(join(tmpdir(), 'loggkoll-coverage-'))
  cpSync(made, folder, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Hands out what was drawn at a unit, judges all of it, and signs. */
function judge(at: string, unit: string): void {
  const { journal, keyring } = openWorkspace(at)
  const found = readJournal(journal).find(({ body }) => body.entry === 'drawn' && body.care_unit_id === unit)!
  const { control_id, items } = found.body as Entry<'drawn'>
  const by = { time: '2026-04-20T08:00:00Z', os_user: 'tester', as: head }
  const packet_id = `P-${unit}`
  appendToJournal(journal, keyring, by, () => [
    {
      entry: 'handed_out',
      control_id,
      packet_id,
      care_unit_id: unit,
      reviewer: head,
      role: 'reviewer',
      run_id: 'R-1',
      rules: {},
      minutes: 9,
      cases: items.map(({ case_id, subject, user_id, patient_id, care_unit_id }) => ({
        case_id,
        source: 'draw' as const,
        subject,
        user_id,
        patient_id,
        care_unit_id,
        lookups: [],
        findings: [],
      })),
      outside: 0,
    },
  ])
  appendToJournal(journal, keyring, by, () =>
    items.map(({ case_id }) => ({
      entry: 'decided' as const,
      control_id,
      case_id,
      answer_id: `A-${case_id}`,
      packet_id,
      reviewer: head,
      second: false,
      verdict: 'explained' as const,
      explanation: 'care' as const,
      comment: '',
      due: null,
      employee_answer: null,
      not_asked_reason: null,
    })),
  )
  appendToJournal(journal, keyring, by, () => [
    { entry: 'signed', control_id, care_unit_id: unit, reviewer: head, outcome: 'no_remark', cases: 3, note: '' },
  ])
}

const report = (at: string, words: readonly string[] = [], before: readonly string[] = []) =>
  run(['-w', at, ...before, 'report', 'coverage', ...words])
const json = async (at: string, words: readonly string[] = []): Promise<CoverageDocument> => {
  const done = await report(at, words, ['--format', 'json'])
  expect(done.code, done.err).toBe(0)
  return CoverageDocument.parse(JSON.parse(done.out))
}

describe('loggkoll report coverage', () => {
  it('tells of this year, unit by unit', async () => {
    const document = await json(folder)
    expect(document).toMatchObject({ from: '2026-01-01', to: '2027-01-01', today: '2026-06-01' })
    expect(document.total).toEqual({ staff: 20, active: 20, selected: 6, judged: 3, signed: 3 })
    expect(document.units).toMatchObject([
      { care_unit_id: ward, staff: 12, active: 12, selected: 3, judged: 3, signed: 3, has_reviewer: true },
      { care_unit_id: clinic, staff: 8, active: 8, selected: 3, judged: 0, signed: 0, has_reviewer: false },
    ])
    expect(document.months[2]).toMatchObject({ month: '2026-03', done: 1, late: 1, nothing: 0 })
    expect(document.not_reviewed).toHaveLength(17)
    expect(document.not_reviewed.map(({ user_id }) => user_id)).not.toContain(robot)
    expect(document.units_without_reviewer).toEqual([clinic])
    expect(document.not_by_own_unit).toEqual([{ user_id: head, care_unit_id: ward, by: 'nobody' }])
  })

  it('takes another year, or days', async () => {
    expect((await json(folder, ['--year', '2025'])).total.staff).toBe(0)
    const days = await json(folder, ['--from', '2026-03-01', '--to', '2026-03-11'])
    expect(days).toMatchObject({ from: '2026-03-01', to: '2026-03-11' })
    expect(days.months).toHaveLength(1)
  })

  it.each(['table', 'html', 'md'])('names no member of staff in %s', async (format) => {
    const { out, code, err } = await report(folder, [], ['--format', format])
    expect(code, err).toBe(0)
    expect(out).not.toMatch(/Provia|Provsson/)
    for (const one of [head, user(5), protectedUser, patients[0]!]) expect(out).not.toContain(one)
    const line = JSON.parse(readFileSync(join(folder, 'trail.ndjson'), 'utf8').trim().split('\n').at(-1)!)
    expect(line).toMatchObject({ command: 'report coverage', rows_shown: 0 })
  })

  it('lists by name who remains, the protected under a pseudonym', async () => {
    const rows = parse((await report(folder, [], ['--format', 'csv'])).out, { columns: true }) as Record<
      string,
      string
    >[]
    const remaining = rows.filter(({ row }) => row === 'not_reviewed')
    expect(remaining).toHaveLength(17)
    expect(remaining).toContainEqual(
      expect.objectContaining({ user_id: head, name: 'Provia1 Provsson', unit: 'Provby avdelning 1' }),
    )
    const hidden = remaining.find(({ user_id }) => user_id?.startsWith('skyddad-'))
    expect(hidden).toMatchObject({ name: '', care_unit_id: clinic })
    expect(rows.map(({ user_id }) => user_id)).not.toContain(protectedUser)
    const shown = await report(folder, ['--reveal', '--reason', 'prov'], ['--format', 'csv'])
    expect(shown.out).toContain(protectedUser)
    // In the order of ids, which says nothing of anyone.
    const ids = remaining.filter(({ care_unit_id }) => care_unit_id === ward).map(({ user_id }) => user_id)
    expect(ids).toEqual(ids.toSorted())
  })

  it('writes what the ending of the file says, for its owner alone', async () => {
    for (const [name, begins] of [
      ['t.html', '<!doctype html>'],
      ['t.pdf', '%PDF-1.7'],
      ['t.xlsx', 'PK'],
      ['t.md', '# Loggkontrollens täckning'],
    ] as const) {
      const target = join(scratchFolder(), name)
      const done = await report(folder, [], ['-o', target])
      expect(done.code, done.err).toBe(0)
      expect(readFileSync(target, 'latin1').startsWith(Buffer.from(begins).toString('latin1'))).toBe(true)
      expect(statSync(target).mode & 0o777).toBe(0o600)
    }
  })

  it.each(['sv', 'en'])('prints the same table in %s', async (language) => {
    const { out } = await report(folder, [], ['--lang', language])
    const file = new URL(`golden/table.${language}.txt`, import.meta.url)
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, out)
    expect(out).toBe(readFileSync(file, 'utf8'))
    for (const line of out.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(80)
  })

  it.each(['sv', 'en'])('prints the same page in %s', async (language) => {
    const { out } = await report(folder, [], ['--lang', language, '--format', 'md'])
    const file = new URL(`golden/page.${language}.md`, import.meta.url)
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, out)
    expect(out).toBe(readFileSync(file, 'utf8'))
  })

  it('can be told of a workspace in which nothing has been done', async () => {
    const { out, code } = await report(await workspace())
    expect(code).toBe(0)
    expect(out).toContain('ingen personal med uppslag')
  })

  it.each([
    [['--year', '26']],
    [['--year', '2026', '--from', '2026-01-01']],
    [['--from', '2026-03-02', '--to', '2026-03-01']],
    [['--from', 'mars']],
    [['--reveal']],
  ])('%j is wrong usage', async (words) => {
    expect((await report(folder, words)).code).toBe(64)
  })

  it('says when there is no such format', async () => {
    expect((await report(folder, [], ['--format', 'junit'])).code).toBe(64)
  })
})
