import { expect, it } from 'vitest'
import { sample } from '../harness/paths.ts'
import { run, workspace } from '../harness/program.ts'

interface Told {
  readonly cases: readonly { readonly selected: boolean; readonly finding_ids: readonly string[] }[]
}

it('a terminal shows the first ten cases, each with a finding of its own, and says how many more there are', async () => {
  const folder = await workspace()
  const kinds = ['access-log', 'care_contact', 'care_unit', 'patient', 'relation', 'shift', 'staff', 'assignment']
  await run(['-w', folder, 'ingest', ...kinds.map((kind) => `${sample}/${kind}.csv`)])
  const table = await run(['-w', folder, 'audit', '--budget', '50'])
  expect(table.code, table.err).toBe(0)
  const shown = table.out.split(/^(?= ?\d+ {2}Prioritet)/m).slice(1)
  expect(shown).toHaveLength(10)

  const told = JSON.parse((await run(['-w', folder, '--format', 'json', 'cases'])).out) as Told
  const cases = told.cases.filter(({ selected }) => selected)
  for (const [place, text] of shown.entries()) {
    const [finding_id] = /F-[0-9a-f]{16}/.exec(text) ?? []
    expect(cases[place]!.finding_ids).toContain(finding_id)
  }
  expect(cases.length).toBeGreaterThan(10)
  // Nobody has been handed anything yet.
  const csv = (await run(['-w', folder, '--format', 'csv', 'cases'])).out.split(/\r?\n/)
  expect(csv[0]).toMatch(/,minutes,selected$/)
  expect(csv.filter((line) => line.endsWith(',true'))).toHaveLength(cases.length)
  expect(table.out).toContain(`Ytterligare ${cases.length - 10} granskningsfall`)
})

it('with --min-severity a terminal shows and counts the cases that have a finding left', async () => {
  const folder = await workspace('language: en\n')
  const kinds = ['access-log', 'care_contact', 'care_unit', 'patient', 'relation', 'shift', 'staff', 'assignment']
  await run(['-w', folder, 'ingest', ...kinds.map((kind) => `${sample}/${kind}.csv`)])
  const words = ['-w', folder, 'audit', '--budget', '5', '--min-severity', 'high']
  const table = await run(words)
  const told = JSON.parse((await run(['-w', folder, '--format', 'json', 'cases'])).out) as Told
  const { findings } = JSON.parse((await run([...words, '--format', 'json'])).out) as {
    findings: { finding_id: string; case_id: string | null; suppressed: boolean }[]
  }
  const left = new Set(findings.map(({ finding_id }) => finding_id))
  const cases = told.cases.filter(({ finding_ids }) => finding_ids.some((id) => left.has(id)))
  const handed = cases.filter(({ selected }) => selected)
  expect(told.cases.length).toBeGreaterThan(cases.length)

  const shown = table.out.split(/^(?= ?\d+ {2}Priority)/m).slice(1)
  expect(shown).toHaveLength(Math.min(handed.length, 10))
  for (const [place, text] of shown.entries()) {
    const [finding_id] = /F-[0-9a-f]{16}/.exec(text) ?? []
    expect(handed[place]!.finding_ids).toContain(finding_id)
    expect(left).toContain(finding_id)
  }
  expect(table.out).toMatch(new RegExp(`in ${cases.length} cases?\\b`))
  if (cases.length > handed.length) expect(table.out).toContain(`${cases.length - handed.length} `)

  const critical = await run(['-w', folder, 'audit', '--min-severity', 'critical'])
  expect(critical.out).toContain('No case has a finding that is to be shown.')
})
