import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { persons, world } from '../audit/world.ts'
import { run, workspace } from '../harness/program.ts'

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
