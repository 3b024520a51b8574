import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AuditDocument } from '../../src/model/audit-document.ts'
import { fill, persons, world } from '../audit/world.ts'
import { preparedOnce, run, scratchFolder, workspace } from '../harness/program.ts'

const rule = (folder: string, name = 'rule.yaml') => join(folder, 'rules/late-printing', name)
const change = (path: string, from: string, to: string) =>
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))

async function withRule(): Promise<string> {
  const folder = await workspace()
  expect((await run(['-w', folder, 'rules', 'new', 'late-printing'])).code).toBe(0)
  return folder
}
const test = (folder: string) => run(['-w', folder, '--lang', 'en', 'rules', 'test'])

describe('a new own rule', () => {
  it('works as it is written, and is listed and shown like the others', async () => {
    const folder = await withRule()
    const tested = await test(folder)
    expect([tested.code, tested.out]).toEqual([0, '✓ late-printing, version 1: 4 of 4 cases answer as expected\n'])
    expect((await run(['-w', folder, 'rules', 'list'])).out).toContain('late-printing')
    expect((await run(['-w', folder, '--lang', 'en', 'rules', 'show', 'late-printing'])).out).toContain(
      'Output without',
    )
    const pages = scratchFolder()
    expect((await run(['-w', folder, 'rules', 'docs', pages])).code).toBe(0)
    expect(readFileSync(join(pages, 'late-printing.md'), 'utf8')).toContain('The record was printed and nothing')
    expect(readFileSync(join(pages, 'own-record.sv.md'), 'utf8')).toContain('# Egen journal')
  })

  it('takes no id that is taken, and none that is no id', async () => {
    const folder = await withRule()
    expect((await run(['-w', folder, 'rules', 'new', 'late-printing'])).code).toBe(73)
    expect((await run(['-w', folder, 'rules', 'new', 'own-record'])).code).toBe(73)
    expect((await run(['-w', folder, 'rules', 'new', '../away'])).code).toBe(64)
  })
})

describe('the cases of an own rule', () => {
  it('are told one by one where the rule says something else', async () => {
    const folder = await withRule()
    change(rule(folder, 'cases/near-miss/access-log.csv'), 'read,clear', 'read,flag')
    const { code, out } = await test(folder)
    expect(code).toBe(65)
    expect(out).toContain('near-miss, row 3: expected flag, said clear')
  })

  it('must flag, clear, and not be able to tell', async () => {
    const folder = await withRule()
    change(
      rule(folder, 'cases/near-miss/access-log.csv'),
      /2025-12-10.*\n/.exec(readFileSync(rule(folder, 'cases/near-miss/access-log.csv'), 'utf8'))![0],
      '',
    )
    const { code, out } = await test(folder)
    expect([code, out]).toEqual([65, expect.stringContaining('no case expects unknown') as string])
  })
})

describe('a case that is not as it should be', () => {
  it.each([
    [
      'settings.yaml',
      'rules:\n  late-printing:\n    event: 3\n',
      'settings.yaml, line 3: there is no field',
      'events?',
    ],
    [
      'settings.yaml',
      'rules:\n  off-hours:\n    margin_minute: 3\n',
      'settings.yaml, line 3: there is no field',
      'margin_minutes?',
    ],
    ['period.txt', '2026-13-01..2026-14-01', 'period.txt: is no period', 'write it as'],
    ['period.txt', '2026-03', 'period.txt: is no period', 'write it as'],
    ['covers.txt', '2026-13-01', 'covers.txt: "2026-13-01" is no span of days', 'write it as'],
    ['care_contcat.csv', 'contact_id\n', 'care_contcat.csv is named after no table', 'did you mean care_contact.csv?'],
    ['access-log.csv', 'occurred_at,expect\n"2026', 'access-log.csv, line 2: is no table', 'quotation mark'],
    ['access-log.csv', /T10:00:00/, 'access-log.csv, row 2: impossible time', 'read as access-log'],
  ])('is named with its place: %s %s', async (name, text, said, wayOut) => {
    const folder = await withRule()
    const path = rule(folder, `cases/near-miss/${name}`)
    if (typeof text === 'string') writeFileSync(path, text)
    else writeFileSync(path, readFileSync(path, 'utf8').replace(text, 'T99:00:00'))
    const ran = await test(folder)
    expect(ran.out).toBe('')
    expect(ran.err).toContain(join(folder, 'rules/late-printing/cases/near-miss', said))
    expect(ran.err.split('\n')[1]).toContain(wayOut)
    expect([65, 78]).toContain(ran.code)
  })
})

describe('the facts and rows of an own rule', () => {
  it.each([
    [
      'a fact that the query does not give',
      'relation_grade: grade',
      'relation_grade: grade\n  patients: integer',
      '',
      '',
    ],
    ['a fact of another type', 'relation_grade: grade', 'relation_grade: integer', '', ''],
    ['a word that is not named', 'relation_grade: grade', 'relation_grade: [A, B]', '', ''],
    ['two answers to a lookup', '', '', 'from graded_lookup', 'from graded_lookup, range(2)'],
  ])('are held against the file: %s', async (_, from, to, query, other) => {
    const folder = await withRule()
    change(rule(folder), from, to)
    change(rule(folder, 'rule.sql'), query, other)
    const tested = await test(folder)
    expect([tested.code, tested.out]).toEqual([65, ''])
    expect(tested.err).toMatch(
      /it has no column patients|is VARCHAR, and the rule says integer|another word than the rule names: A, B|more than once/,
    )
  })
})

describe('an own rule in an audit', () => {
  const [patient] = persons(1)
  const tables = {
    access: [
      {
        occurred_at: '2026-03-10T10:00:00',
        user_id: 'nurse-1',
        care_unit_id: 'unit-1',
        patient_id: patient,
        activity: 'print',
      },
    ],
    care_contact: [
      {
        contact_id: 'K-1',
        patient_id: persons(2)[1],
        care_unit_id: 'unit-1',
        kind: 'visit',
        start_time: '2026-03-10 09:00',
      },
    ],
  }
  const audited = async (folder: string) => {
    const done = await run([
      '-w',
      folder,
      '--format',
      'json',
      '--lang',
      'en',
      'audit',
      '--rule',
      'late-printing',
      'no-care-relation',
    ])
    const document = AuditDocument.parse(JSON.parse(done.out))
    return { ...done, document, outcomes: document.run.rules.map(({ rule: id, outcome }) => [id, outcome]) }
  }
  const begin = async (folder: string) => {
    await fill(folder, tables, { covers: '2026-01-01..2026-06-30' })
    await run(['-w', folder, 'rules', 'new', 'late-printing'])
  }
  const made = preparedOnce(begin)
  const passed = preparedOnce(async (folder) => {
    await begin(folder)
    expect((await test(folder)).code).toBe(0)
  })

  it('is asked once it has passed its cases; until then it is failed, and the others answer', async () => {
    const { folder } = await made()
    const before = await audited(folder)
    expect([before.code, before.outcomes]).toEqual([
      2,
      [
        ['late-printing', 'failed'],
        ['no-care-relation', 'answered'],
      ],
    ])
    expect(before.err).toContain('this version has not passed its cases')
    expect((await test(folder)).code).toBe(0)
    const after = await audited(folder)
    expect([after.code, after.err]).toEqual([0, ''])
    const found = after.document.findings.find((one) => one.rule === 'late-printing')
    expect(found).toMatchObject({ severity: 'medium', opens: true, facts: { relation_grade: 'E' } })
    expect(found?.evidence[0]?.text).toBe('Data were printed or exported, and nothing explains the lookup.')
  })

  it('is failed when its query or its defaults change without the version', async () => {
    const { folder } = await passed()
    change(rule(folder), 'default: 1', 'default: 2')
    expect((await audited(folder)).err).toContain('raise the version')
    expect((await test(folder)).code).toBe(65)
    change(rule(folder), 'version: 1', 'version: 2')
    change(rule(folder), 'default: 2', 'default: 1')
    expect((await test(folder)).code).toBe(0)
    expect((await audited(folder)).code).toBe(0)
  })

  it.each([
    ['the key', "select getvariable('key_inner') as lookup_no", 'getvariable'],
    ['names and addresses', 'select * from patient', 'it reads patient'],
    [
      'names behind their own name',
      'with patient as (select * from patient) select * from patient',
      'its part patient',
    ],
    ['files', "select * from read_csv('/etc/passwd')", 'read_csv'],
    ['settings', 'select * from duckdb_settings()', 'duckdb_settings'],
    ['another schema', 'select * from information_schema.tables', 'information_schema'],
    ['two statements', 'select 1; drop table lookup', 'it is no'],
    ['a change', 'delete from lookup', 'it is no query'],
    ['no SQL', 'selekt', 'it is no query'],
    ['a column that is not there', 'select lookup_no, true as flagged, nothing as cause from graded_lookup', 'nothing'],
    [
      'a parameter that is not there',
      'select lookup_no, event_count > $event as flagged, null as cause, relation_grade from graded_lookup',
      'it uses $event, which is no parameter of the rule',
    ],
    ['what no rule gives', 'select lookup_no from graded_lookup', 'flagged'],
  ])('may not read or do %s: it is said, the others answer, exit 2', async (_, sql, word) => {
    const { folder } = await passed()
    writeFileSync(rule(folder, 'rule.sql'), sql)
    change(rule(folder), 'version: 1', 'version: 2')
    const tested = await test(folder)
    expect([tested.code, tested.err]).toEqual([65, expect.stringContaining(word) as string])
    // Also one that got into the lock by hand is stopped.
    const lock = join(folder, 'rules/rules.lock.json')
    const shown = await run(['-w', folder, '--format', 'json', 'rules', 'list'])
    expect(shown.code).toBe(0)
    const { readOwnRules } = await import('../../src/rules/own.ts')
    const [own] = readOwnRules(join(folder, 'rules'))
    writeFileSync(lock, JSON.stringify({ 'late-printing': { version: 2, sha256: own!.own!.sha256 } }))
    const after = await audited(folder)
    expect([after.code, after.outcomes[0]]).toEqual([2, ['late-printing', 'failed']])
    expect(after.err).toContain(word)
    expect(after.document.findings.map((one) => one.rule)).toEqual(['no-care-relation'])
  })

  it.each([
    ['broken YAML', 'version: 1', 'version: [', 'mend the YAML'],
    ['an unknown field', 'version: 1', 'verzion: 1', 'verzion'],
    ['an unknown fact in a condition', 'relation_grade: E }', 'grad: E }', 'there is no fact grad'],
    ['the id of a rule of the tool', 'id: late-printing', 'id: own-record', 'own-record'],
    ['tables made beforehand', 'version: 1', 'version: 1\nprepares: [ages/births]', 'prepares tables'],
    ['answers counted by the lookups', 'version: 1', 'version: 1\neach_lookup: true', 'says each_lookup'],
  ])('with %s ends the command with 78', async (_, from, to, word) => {
    const { folder } = await made()
    change(rule(folder), from, to)
    const done = await run(['-w', folder, 'audit'])
    expect([done.code, done.err]).toEqual([78, expect.stringContaining(word) as string])
  })
})

describe('what the workspace says of a rule', () => {
  const [own] = persons(1)
  const access = [
    {
      occurred_at: '2026-03-10T10:00:00',
      user_id: 'nurse-1',
      care_unit_id: 'unit-1',
      patient_id: own,
      activity: 'read',
      user_person_id: own,
    },
  ]
  const rulesOf = async (settings: string) => {
    const folder = await world(
      { access, absence: [{ user_id: 'nurse-1', valid_from: '2026-03-01', valid_to: '2026-03-20' }] },
      { settings },
    )
    const done = await run(['-w', folder, '--format', 'json', 'audit'])
    return AuditDocument.parse(JSON.parse(done.out))
  }

  it('turns it on and off, and gives it another severity', async () => {
    const usual = await rulesOf('')
    expect(usual.run.rules.map(({ rule: id }) => id)).not.toContain('absent')
    expect(usual.findings.map((one) => [one.rule, one.severity])).toEqual([['own-record', 'high']])
    const changed = await rulesOf('rules: { absent: { on: true }, own-record: { severity: critical } }')
    expect(changed.findings.map((one) => [one.rule, one.severity])).toEqual([
      ['own-record', 'critical'],
      ['absent', 'medium'],
    ])
    expect((await rulesOf('rules: { own-record: { on: false } }')).findings).toEqual([])
  })
})
