import { expect, it } from 'vitest'
import { sample } from '../harness/paths.ts'
import { run, workspace } from '../harness/program.ts'
import { persons, world } from './world.ts'

interface Found {
  readonly finding_id: string
  readonly rule: string
  readonly severity: string
  readonly relation_grade: string | null
  readonly lookup_ids: readonly string[]
}

const say = async (folder: string, ...words: string[]): Promise<unknown> => {
  const ran = await run(['-w', folder, '--format', 'json', ...words])
  expect(ran.code, ran.err).toBe(0)
  return JSON.parse(ran.out)
}

/** What `explain` says of the lookup behind a finding. */
async function explain(folder: string, { finding_id, lookup_ids }: Found) {
  const { lookups } = (await say(folder, 'explain', finding_id)) as {
    lookups: { findings: Found[]; relation_grade: string | null }[]
  }
  // What rests on several lookups is explained by all of them.
  expect(lookups).toHaveLength(lookup_ids.length)
  return lookups
}

it('finds again what the audit found, of every rule and severity', async () => {
  const folder = await workspace()
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
  await say(folder, 'ingest', ...kinds.map((kind) => `${sample}/${kind}.csv`))
  const { findings } = (await say(folder, 'audit')) as { findings: Found[] }
  const kindsOfFinding = Map.groupBy(findings, (one) => `${one.rule} ${one.severity}`)
  expect(kindsOfFinding.size).toBeGreaterThanOrEqual(9)
  for (const [kind, [one]] of kindsOfFinding) {
    const explained = await explain(folder, one!)
    const { finding_id, rule, severity, relation_grade } = one!
    for (const { findings: said } of explained) expect(said, kind).toContainEqual({ finding_id, rule, severity })
    if (explained.length === 1 && relation_grade !== null)
      expect(explained[0]!.relation_grade, kind).toBe(relation_grade)
  }
})

it('knows who the user is from any day of the log', async () => {
  const [own, other] = persons(2)
  const event = { user_id: 'nurse-1', care_unit_id: 'unit-1', activity: 'read' }
  const folder = await world({
    access: [
      { ...event, occurred_at: '2026-03-03T10:00:00', patient_id: own },
      { ...event, occurred_at: '2026-03-05T10:00:00', patient_id: other, user_person_id: own },
    ],
  })
  const { findings } = (await say(folder, 'audit')) as { findings: Found[] }
  expect(findings.map(({ rule }) => rule)).toEqual(['own-record'])
  expect((await explain(folder, findings[0]!))[0]!.findings.map(({ rule }) => rule)).toEqual(['own-record'])
})
