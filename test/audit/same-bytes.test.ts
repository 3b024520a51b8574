import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sample } from '../harness/paths.ts'
import { run, workspace } from '../harness/program.ts'
import { ingest, persons, world } from './world.ts'

const say = async (folder: string, ...words: string[]): Promise<string> => {
  const ran = await run(['-w', folder, '--format', 'json', ...words])
  expect(ran.code, ran.err).toBe(0)
  return ran.out
}

it('a run twice gives the same bytes, and so does the same run of another workspace of the same seed', async () => {
  const kinds = [
    'access-log',
    'care_contact',
    'care_unit',
    'patient',
    'person_alias',
    'relation',
    'shift',
    'staff',
    'assignment',
  ]
  const files = kinds.map((kind) => `${sample}/${kind}.csv`)
  const folder = await workspace()
  await say(folder, 'ingest', ...files)
  const first = await say(folder, 'audit')
  expect(JSON.parse(first).findings.length).toBeGreaterThan(50)
  expect(await say(folder, 'audit')).toBe(first)
  expect(await say(folder, 'audit', '--from', '2026-04-27', '--to', '2026-05-04')).toBe(first)
  appendFileSync(join(folder, 'loggkoll.yaml'), 'threads: 1\n')
  expect(await say(folder, 'audit')).toBe(first)

  const other = await workspace()
  // The tables come before the log, and in another order.
  for (const file of files.toReversed()) await say(other, 'ingest', file)
  expect(withoutBatches(await say(other, 'audit'))).toEqual(withoutBatches(first))
})

/** The findings; in which batch a row came depends on the order of reading, and nothing else does. */
function withoutBatches(text: string): unknown {
  const { findings } = JSON.parse(text) as { findings: unknown }
  return JSON.parse(JSON.stringify(findings).replaceAll(/"source":"(\w+):\d+(:\d+)?"/g, '"source":"$1:#$2"'))
}

it('an alias that arrives after the log changes no id, and what it explains is gone', async () => {
  const [patient, user] = persons(2)
  const reserve = '22900615KP16'
  const event = { occurred_at: '2026-03-03T10:00:00', user_id: 'nurse-1', care_unit_id: 'unit-1', activity: 'read' }
  const folder = await world(
    {
      access: [
        { ...event, patient_id: reserve },
        { ...event, patient_id: '00358244FTK5' },
      ],
      care_contact: [
        {
          contact_id: 'K-1',
          patient_id: patient,
          care_unit_id: 'unit-1',
          kind: 'visit',
          start_time: '2026-03-03 09:00',
        },
      ],
      staff: [{ user_id: 'nurse-1', person_id: user }],
    },
    { covers: '2026-01-01..2026-12-31' },
  )
  const before = JSON.parse(await say(folder, 'audit')).findings as {
    finding_id: string
    rule: string
    patient_id: string
  }[]
  expect(before.map(({ rule, patient_id }) => [rule, patient_id])).toEqual([
    ['no-care-relation', '00358244FTK5'],
    ['no-care-relation', reserve],
  ])
  await ingest(folder, 'person_alias', [
    { person_id: patient, alias_id: reserve },
    { person_id: user, alias_id: '00358244FTK5' },
  ])
  const after = JSON.parse(await say(folder, 'audit')).findings as typeof before
  expect(after.map(({ rule, patient_id }) => [rule, patient_id])).toEqual([
    ['no-care-relation', '00358244FTK5'],
    ['own-record', '00358244FTK5'],
  ])
  expect(after[0]!.finding_id).toBe(before[0]!.finding_id)
})
