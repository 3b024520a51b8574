import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { appendToJournal } from '../../src/workspace/journal.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { persons, world } from '../audit/world.ts'
import { run, workspace } from '../harness/program.ts'
import { answerOf, handedCase, handedOut, Journal } from '../review/journal.ts'

const [patient] = persons(1)
const access = [
  {
    occurred_at: '2026-03-10T10:00:00',
    user_id: 'nurse-1',
    care_unit_id: 'unit-1',
    patient_id: patient,
    activity: 'read',
  },
]

const settings = 'rules:\n  many-units:\n'
const suppression = `# of the workspace
suppressions:
  - rule: many-units
    user_id: nurse-1
    reason: Staffing pool, checked with the head
    owner: head-1
    expires: 2999-12-31
`
const soon = suppression.replace('2999', String(new Date().getFullYear()))

it.each([
  [
    'a parameter that there is none of',
    'loggkoll.yaml',
    'rules:\n  off-hours:\n    margin_minute: 15\n',
    'line 3: there is no field rules.off-hours.margin_minute',
    'did you mean margin_minutes?',
  ],
  [
    'a parameter of another type',
    'loggkoll.yaml',
    'rules:\n  off-hours:\n    margin_minutes: femton\n',
    'line 3: rules.off-hours.margin_minutes: Invalid input',
    'loggkoll rules show off-hours has its settings',
  ],
  [
    'a severity that there is none of',
    'loggkoll.yaml',
    `${settings}    severity: hög\n`,
    'line 3: rules.many-units.severity: Invalid option',
    'loggkoll rules show many-units',
  ],
  [
    'a rule that there is none of',
    'loggkoll.yaml',
    'rules:\n  many-unit: {}\n',
    'line 2: there is no rule',
    'many-units?',
  ],
  [
    'a suppression of a rule that there is none of',
    'suppressions.yaml',
    soon.replace('many-units', 'many-unit'),
    'line 3: there is no rule many-unit',
    'did you mean many-units?',
  ],
  [
    'a suppression with a misspelt field',
    'suppressions.yaml',
    soon.replace('owner', 'ovner'),
    'line 6: there is no field suppressions.0.ovner',
    'did you mean owner?',
  ],
  [
    'a suppression of a rule that may not be',
    'suppressions.yaml',
    soon.replace('many-units', 'own-record'),
    'line 3: suppressions.0.rule: may never be suppressed',
    'each has a rule',
  ],
  [
    'a suppression for too long',
    'suppressions.yaml',
    suppression,
    'line 7: suppressions.0.expires: lies more than 12 months ahead',
    'each year',
  ],
])('says the line, the field and the way out of %s', async (_, name, text, said, wayOut) => {
  const folder = await world({ access })
  writeFileSync(join(folder, name), text)
  const ran = await run(['-w', folder, 'audit'])
  expect([ran.code, ran.out]).toEqual([78, ''])
  expect(ran.err).toContain(`${join(folder, name)}, ${said}`)
  expect(ran.err.split('\n')[1]).toContain(wayOut)
})

const rule = 'rules/late-printing/rule.yaml'
/** What is wrong with a workspace, by the file that it stands in; without text there is no such file. */
const wrong: readonly (readonly [string, Readonly<Record<string, string | undefined>>])[] = [
  ['an unknown setting', { 'loggkoll.yaml': 'zon: Europe/Stockholm\n' }],
  ['settings that are no YAML', { 'loggkoll.yaml': 'rules: [\n' }],
  ['a zone that there is none of', { 'loggkoll.yaml': 'zone: Europe/Sthlm\n' }],
  ['another zone than that of the store', { 'loggkoll.yaml': 'zone: Europe/London\n' }],
  ['an unknown rule', { 'loggkoll.yaml': 'rules:\n  many-unit: {}\n' }],
  ['an unknown parameter', { 'loggkoll.yaml': 'rules:\n  off-hours: { margin_minute: 15 }\n' }],
  ['a parameter of another type', { 'loggkoll.yaml': 'rules:\n  off-hours: { margin_minutes: femton }\n' }],
  ['an unknown severity', { 'loggkoll.yaml': 'rules:\n  off-hours: { severity: hög }\n' }],
  ['a rule that is on by a word', { 'loggkoll.yaml': 'rules:\n  off-hours: { on: ja }\n' }],
  ['no key', { 'loggkoll.key': undefined }],
  ['a key that is none', { 'loggkoll.key': 'key' }],
  ['no store', { 'loggkoll.duckdb': undefined }],
  ['a store that is none', { 'loggkoll.duckdb': 'this is no store, and never was one'.repeat(1000) }],
  ['an own rule that is no YAML', { [rule]: 'id: [' }],
  ['an own rule without a query', { [rule]: 'id: late-printing\n' }],
  ['an own rule, and a suppression', { [rule]: 'id: [', 'suppressions.yaml': soon.replace('owner', 'ovner') }],
  ['suppressions that are no YAML', { 'suppressions.yaml': 'suppressions: [' }],
  ['a suppression of an unknown rule', { 'suppressions.yaml': soon.replace('many-units', 'many-unit') }],
  ['a suppression of a rule that may not be', { 'suppressions.yaml': soon.replace('many-units', 'own-record') }],
  ['a misspelt field', { 'suppressions.yaml': soon.replace('owner', 'ovner') }],
  ['a suppression for too long', { 'suppressions.yaml': suppression }],
  ['a journal with a line that is none', { 'review.ndjson': '{}\n' }],
]

it.each(wrong)('doctor finds what audit refuses, with the same exit code: %s', async (_, files) => {
  const folder = await world({ access })
  for (const [name, text] of Object.entries(files)) put(join(folder, name), text)
  const refused = await run(['-w', folder, 'audit'])
  expect([65, 78]).toContain(refused.code)
  expect((await doctor(folder)).code).toBe(refused.code)
})

it('doctor says what audit says', async () => {
  const folder = await world({ access })
  put(join(folder, 'loggkoll.yaml'), 'rules:\n  off-hours:\n    margin_minute: 15\n')
  put(join(folder, 'suppressions.yaml'), soon.replace('many-units', 'many-unit'))
  const { faults } = await doctor(folder)
  expect(faults).toEqual([
    {
      check: 'rules',
      cause: `${join(folder, 'loggkoll.yaml')}, line 3: there is no field rules.off-hours.margin_minute`,
      way_out: 'did you mean margin_minutes?',
    },
    {
      check: 'suppressions',
      cause: `${join(folder, 'suppressions.yaml')}, line 3: there is no rule many-unit`,
      way_out: 'did you mean many-units?',
    },
  ])
  const { err } = await run(['-w', folder, 'audit'])
  expect(err).toBe(`loggkoll: ${faults[0]!.cause}\n  ${faults[0]!.way_out}\n`)
  const { out } = await run(['-w', folder, '--lang', 'sv', 'doctor'])
  expect(out).toMatch(/✗ Kontrollfrågor +går inte att använda som det är skrivet:\s/)
})

it('points to the suppression that would hide what was judged unjustified, as the file counts', async () => {
  const folder = await world({ access })
  const { journal, keyring } = openWorkspace(folder)
  const reviewed = new Journal({ all: [], isNear: () => false }, handedOut([handedCase()]))
  reviewed.decide('HEAD', answerOf('unjustified'))
  const writer = { time: '2026-05-20T08:00:00Z', os_user: 'tester', as: null }
  appendToJournal(journal, keyring, writer, () => reviewed.noted.map(({ body }) => body))
  const hiding = soon.replace('many-units', 'no-care-relation').replace('user_id: nurse-1', 'user_id: NURSE')
  const expired = hiding
    .replace(/expires: .*/, 'expires: 2026-01-01')
    .replace('# of the workspace\nsuppressions:\n', '')
  const [title, ...entry] = hiding.split('\n').slice(1)
  put(join(folder, 'suppressions.yaml'), [title, expired.trimEnd(), ...entry].join('\n'))
  const said = `${join(folder, 'suppressions.yaml')}, line 7: suppressions.1 would hide a case that was judged unjustified`
  const refused = await run(['-w', folder, 'audit'])
  expect([refused.code, refused.err.split('\n')[0]]).toEqual([78, `loggkoll: ${said}`])
  expect(await doctor(folder)).toMatchObject({ code: 78, faults: [{ check: 'suppressions', cause: said }] })
})

function put(path: string, text: string | undefined): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  if (text === undefined) rmSync(path)
  else writeFileSync(path, text, { mode: 0o600 })
}

/** What `doctor` says is to be mended. */
async function doctor(folder: string) {
  const { code, out } = await run(['-w', folder, '--format', 'json', 'doctor'])
  const { checks } = JSON.parse(out) as { checks: { check: string; state: string; facts: Record<string, string> }[] }
  const faults = checks.flatMap(({ check, state, facts }) => (state === 'fault' ? [{ check, ...facts }] : []))
  return { code, faults: faults as { check: string; cause: string; way_out: string }[] }
}

it('takes a list of suppressions that is empty, or all commented out', async () => {
  const folder = await world({ access })
  writeFileSync(join(folder, 'suppressions.yaml'), 'suppressions:\n# - rule: many-units\n')
  expect((await run(['-w', folder, 'audit'])).code).toBe(0)
})

it.each([
  ['severity:', 'severitty:', ', line 10: there is no field severitty', 'did you mean severity?'],
  ['is: medium', 'is: medum', ', line 11: severity.0.is: Invalid option', 'rules new'],
  ['  sv:\n    title', '  sw:\n    title', ': there is no field words.sw', 'did you mean sv?'],
  [
    'relation_grade: E }',
    'grad: E }',
    ': there is no fact grad',
    'it has the facts relation_grade; the parameters events',
  ],
])('says where a rule is not as it should be: %s', async (from, to, said, wayOut) => {
  const folder = await workspace()
  await run(['-w', folder, 'rules', 'new', 'late-printing'])
  const path = join(folder, 'rules/late-printing/rule.yaml')
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
  const ran = await run(['-w', folder, 'rules', 'test'])
  expect([ran.code, ran.out]).toEqual([78, ''])
  expect(ran.err.replace(/, line \d+(?=: there is no field words)/, '')).toContain(said)
  expect(ran.err.split('\n')[1]).toContain(wayOut)
})
