import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { NightDocument } from '../../src/model/night-document.ts'
import { persons, world } from '../audit/world.ts'
import { run, scratchFolder } from '../harness/program.ts'

const [march, april, seen] = persons(3)
const own = 'late-printing'

it('what a rule found that can no longer be asked is not gone, handed out or not', async () => {
  const unit = 'unit-1'
  const print = (patient_id: string | undefined, day: string) => ({
    occurred_at: `2026-${day}T10:00:00`,
    user_id: 'nurse-1',
    care_unit_id: unit,
    patient_id,
    activity: 'print',
  })
  const folder = await world(
    {
      access: [print(march, '03-10'), print(april, '04-10')],
      care_contact: [{ patient_id: seen, care_unit_id: unit, kind: 'visit', start_time: '2026-03-01 10:00' }],
    },
    { covers: '2026-01-01..2026-05-31' },
  )
  const done = async (code: number, ...words: readonly string[]) => {
    const ran = await run(['-w', folder, ...words])
    expect(ran.code, ran.err).toBe(code)
    return ran
  }
  /** What a night says of the rule's findings. */
  const night = async (code: number) => {
    const report = join(scratchFolder(), 'night.json')
    await done(code, 'audit', '--new', '--run-report', report)
    const { findings } = NightDocument.parse(JSON.parse(readFileSync(report, 'utf8')))
    return findings.filter(({ rule }) => rule === own).map(({ new: fresh, gone, closed }) => ({ fresh, gone, closed }))
  }
  await done(0, 'rules', 'new', own)
  await done(0, 'rules', 'test')
  expect(await night(0)).toEqual([{ fresh: 2, gone: 0, closed: 0 }])
  await done(0, 'review', 'plan', '--month', '2026-03')
  const packet = join(scratchFolder(), 'packet.json')
  await done(0, '-o', packet, 'review', 'export', '--unit', unit, '--reviewer', 'reviewer-1')

  const path = join(folder, 'rules', own, 'rule.sql')
  const sql = readFileSync(path, 'utf8')
  writeFileSync(path, sql.replace('has_output', 'has_no_such_column'))
  expect(await night(2)).toEqual([])
  expect((await done(0, 'findings', '--state', 'gone')).out).not.toContain(own)
  expect((await done(0, '--lang', 'en', 'review', 'status')).err).not.toMatch(/gone|explained later/)

  writeFileSync(path, sql)
  // The run that had the other one has been forgotten meanwhile.
  expect(await night(0)).toEqual([{ fresh: 1, gone: 0, closed: 0 }])
  expect((await done(0, '--format', 'csv', 'findings', '--rule', own)).out).toMatch(/open[^]*new|new[^]*open/)
})
