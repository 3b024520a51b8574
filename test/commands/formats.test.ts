import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tableFromIPC } from 'apache-arrow'
import { describe, expect, it } from 'vitest'
import { persons, world } from '../audit/world.ts'
import { run, scratchFolder } from '../harness/program.ts'

const [patient, hidden] = persons(2) as [string, string]
const unit = 'SE5560000000-U110'
const event = (record_id: string, user_id: string, patient_id: string) => ({
  record_id,
  occurred_at: '2026-03-04T08:10:00',
  user_id,
  care_unit_id: unit,
  patient_id,
  activity: 'read',
})

/** Two lookups that nothing explains, one of a protected person. */
const audited = async (): Promise<string> => {
  const folder = await world(
    {
      access: [event('1', 'SE5560000000-S001', patient), event('2', 'SE5560000000-S002', hidden)],
      patient: [{ patient_id: hidden, protection: 'protected_registration' }],
      care_unit: [{ care_unit_id: unit, kind: 'ward' }],
      care_contact: [
        { patient_id: persons(3)[2], care_unit_id: unit, kind: 'visit', start_time: '2026-03-04T08:00:00' },
      ],
    },
    { covers: '2026-01-01..2026-05-30' },
  )
  return folder
}
const ids = ['SE5560000000-S001', 'SE5560000000-S002', patient, hidden]

describe('what goes to other systems', () => {
  it('names nobody, and says of nobody that they are protected, unless that is asked for with a reason', async () => {
    const folder = await audited()
    for (const format of ['ocsf', 'junit']) {
      const { code, out, err } = await run(['-w', folder, '--format', format, 'audit'])
      expect([code, err]).toEqual([0, ''])
      expect(out).toContain('F-')
      for (const id of ids) expect(out).not.toContain(id)
      expect(out).not.toContain('skyddad-')
    }
    const shown = await run(['-w', folder, '--format', 'ocsf', 'audit', '--reveal', '--reason', 'utredning'])
    for (const id of ids) expect(shown.out).toContain(id)
    expect(readFileSync(join(folder, 'trail.ndjson'), 'utf8')).toContain('"reason":"utredning"')
  })

  it('knows a person again: one pseudonym for one person, in every run', async () => {
    const folder = await audited()
    const users = async (): Promise<unknown[]> => {
      const { out } = await run(['-w', folder, '--format', 'ocsf', 'audit'])
      return out
        .trimEnd()
        .split('\n')
        .map((text) => (JSON.parse(text) as { evidences: unknown[] }).evidences[0])
    }
    const first = await users()
    expect(await users()).toEqual(first)
    expect(new Set(first.map((one) => JSON.stringify(one))).size).toBe(2)
  })
})

it('lists are written as Arrow, masked like any other, and not without a place to go to', async () => {
  const folder = await audited()
  expect((await run(['-w', folder, 'audit'])).code).toBe(0)
  for (const [list, rows] of [
    ['findings', 3],
    ['cases', 2],
  ] as const) {
    const file = join(scratchFolder(), 'list.arrow')
    expect((await run(['-w', folder, '--format', 'arrow', '-o', file, list])).code).toBe(0)
    const table = tableFromIPC(readFileSync(file))
    expect(table.numRows).toBe(rows)
    const patients = [...table.getChild('patient_id')!] as string[]
    expect(patients).toContain(patient)
    expect(patients).not.toContain(hidden)
  }
  expect(await run(['-w', folder, '--format', 'arrow', 'findings'])).toMatchObject({ code: 64, out: '' })
})

describe('a form that a command lacks', () => {
  it.each([
    ['csv', 'rules', 'list'],
    ['json', 'rules', 'show', 'own-record'],
    ['json', 'rules', 'test'],
    ['ndjson', 'profile', 'list'],
    ['json', 'profile', 'show', 'cosmic-draft'],
    ['json', 'init', 'somewhere'],
    ['json', 'review', 'plan', '--month', '2026-03'],
    ['json', 'train', 'new', 'somewhere', '--scenario', 'slow-reader', '--key', 'somewhere.json'],
    ['json', 'backup', '-o', 'somewhere'],
    ['json', 'query', '--list'],
    ['json', 'sample', '--population', '--method', 'users', '--size', '1', '--reveal', '--reason', 'x'],
    ['json', 'hold', 'K-1', '--reason', 'x'],
    ['junit', 'findings'],
    ['csv', 'doctor'],
  ])('%s of %s %s is refused, and nothing is done', async (format, ...words) => {
    const folder = scratchFolder()
    const { code, out, err } = await run(['-w', folder, '--format', format, ...words])
    expect([code, out]).toEqual([64, ''])
    expect(err).toContain(`there is no format ${format} here`)
    expect(readdirSync(folder)).toEqual([])
  })

  it('is refused by a command that answers in words, with how to have the answer', async () => {
    const { err } = await run(['-w', scratchFolder(), '--format', 'json', 'hold', 'K-1', '--reason', 'x'])
    expect(err).toContain('this command answers in words: leave --format out')
  })

  it('is not JSON for the list of rules', async () => {
    const { out } = await run(['--format', 'json', 'rules', 'list'])
    const [first] = JSON.parse(out) as unknown[]
    expect(first).toMatchObject({
      id: 'no-care-relation',
      on: true,
      own: false,
      question: expect.any(String) as string,
    })
  })
})
