import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readJournal } from '../../src/workspace/journal.ts'
import { persons, world } from '../audit/world.ts'
import { run, scratchFolder } from '../harness/program.ts'

const [patient, other] = persons(2) as [string, string]
const unit = 'unit-1'

it('a personal number in the reason of review reveal or hold is a pseudonym in the journal, as in the trail', async () => {
  const folder = await world({
    access: [
      {
        occurred_at: '2026-03-03T10:00:00',
        user_id: 'nurse-1',
        care_unit_id: unit,
        patient_id: patient,
        activity: 'read',
      },
    ],
    staff: [{ user_id: 'nurse-1', person_id: patient }],
    reviewer: [{ care_unit_id: unit, user_id: 'HEAD', role: 'reviewer' }],
  })
  const days = ['--month', '2026-03']
  const lines = [
    ['audit', ...days],
    ['review', 'plan', ...days],
    ['-o', join(scratchFolder(), 'packet.json'), 'review', 'export', '--unit', unit],
  ]
  for (const line of lines) {
    const ran = await run(['-w', folder, ...line])
    expect(ran.code, ran.err).toBe(0)
  }
  const journal = () => readJournal(join(folder, 'review.ndjson')).map(({ body }) => body)
  const [one] = journal().flatMap((body) => (body.entry === 'handed_out' ? body.cases : []))
  const reason = `anhörig till ${other.slice(0, 8)}-${other.slice(8)} frågar`
  for (const line of [
    ['--as', 'HEAD', 'review', 'reveal', one!.case_id, '--reason', reason],
    ['hold', one!.case_id, '--reason', reason],
  ]) {
    const ran = await run(['-w', folder, ...line])
    expect(ran.code, ran.err).toBe(0)
  }
  const reasons = journal().flatMap((body) => (body.entry === 'revealed' || body.entry === 'held' ? [body.reason] : []))
  expect(new Set(reasons)).toEqual(new Set([expect.stringMatching(/^anhörig till skyddad-[0-9a-f]{16} frågar$/)]))
  expect(readFileSync(join(folder, 'trail.ndjson'), 'utf8')).toContain(JSON.stringify(reasons[0]))
  expect((await run(['-w', folder, 'hold'])).out).toContain(reasons[0])
})
