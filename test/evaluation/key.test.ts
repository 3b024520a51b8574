import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ingest, persons } from '../audit/world.ts'
import { folderWith } from '../harness/program.ts'
import { evaluate, evaluated, keyFile, nurse, patientOf, relativeOf, smallWorld } from './small.ts'

const short = (id: string): string => `${id.slice(0, 8)}-${id.slice(8)}`
const both = ['--rule', 'own-family', 'no-care-relation']

/** 5 to find, of which 2 are not there; 3 not to find, of which 1 is found and 1 says less exactly what is to be found. */
const rows: readonly (readonly string[])[] = [
  ['own-family', 'flag', nurse(0), relativeOf(0), '2026-03-02'],
  ['own-family', 'flag', nurse(1), relativeOf(1), ''],
  ['own-family', 'flag', nurse(0), relativeOf(0), '2026-03-25'],
  ['own-family', 'flag', nurse(3), relativeOf(2), ''],
  ['own-family', 'clear', nurse(2), relativeOf(2), '2026-03-03'],
  ['own-family', 'clear', nurse(1), relativeOf(1), '2026-03-03'],
  ['own-family', 'clear', nurse(5), patientOf(5, 5), ''],
  ['no-care-relation', 'flag', nurse(9), patientOf(0, 0), '2026-03-07'],
]

describe('an answer key', () => {
  it('is held against the findings of each rule', async () => {
    const { rules, key } = await evaluated(await smallWorld(), [...both, '--key', keyFile(rows)])
    expect(rules.map(({ key: fit }) => fit)).toEqual([
      // 12 findings: nurse-0 once, nurse-1 three times and nurse-2 once are in the key
      { flag: 4, found: 2, clear: 3, wrong: 1, other: 7, precision: 2 / 3, recall: 0.5 },
      // 14 findings: the relatives have no contacts either
      { flag: 1, found: 1, clear: 0, wrong: 0, other: 13, precision: 1, recall: 1 },
    ])
    expect(key).toMatchObject({
      rows: 8,
      outside: 0,
      not_asked: 0,
      unanswered: 0,
      total: { flag: 5, found: 3, clear: 3, wrong: 1, other: 20, precision: 0.75, recall: 0.6 },
      missed_rows: [4, 5],
      wrong_rows: [6],
      planted: 5,
    })
  })

  it('tells what cannot be tried from what is missed', async () => {
    const more = [
      ['own-family', 'flag', nurse(0), relativeOf(0), '2026-04-01'],
      ['off-hours', 'flag', nurse(0), relativeOf(0), ''],
      ['blocked-record', 'flag', nurse(0), relativeOf(0), ''],
      ['', 'flag', nurse(0), relativeOf(0), ''],
    ]
    const words = ['--rule', 'own-family', 'blocked-record', '--key', keyFile(more)]
    const { key } = await evaluated(await smallWorld(), words)
    expect(key).toMatchObject({ rows: 4, outside: 1, not_asked: 1, unanswered: 1, missed_rows: [], planted: 2 })
    // What is planted is found by whatever rule, also where no rule was thought of.
    expect(key!.budgets.at(-1)).toMatchObject({ budget: null, found: 2, recall: 1 })
  })

  it('knows a patient under any id, and reads what a spreadsheet writes', async () => {
    const folder = await smallWorld()
    const alias = persons(151)[150]!
    await ingest(folder, 'person_alias', [{ person_id: relativeOf(0), alias_id: alias }])
    const text = `\uFEFFnote;day;rule;expect;user_id;patient_id\r\n"a; b";2026-03-02;own-family;flag;${nurse(0)};${short(alias)}\r\n;;;;;\r\n`
    const path = join(folderWith({ 'key.csv': text }), 'key.csv')
    const { key } = await evaluated(folder, [...both, '--key', path])
    expect(key).toMatchObject({ rows: 1, missed_rows: [], total: { found: 1 } })
  })

  it('counts the rows that do not fit, lists them with --verbose, and shows no one', async () => {
    const folder = await smallWorld()
    const words = [...both, '--key', keyFile(rows)]
    const said = await evaluate(folder, words)
    expect(said.out).toContain('3 rows of the key do not fit.')
    expect(said.out).not.toContain('4, 5')
    const verbose = await evaluate(folder, words, ['-v'])
    expect(verbose.out).toMatch(/not found: 4, 5\./)
    expect(verbose.out).toMatch(/should not be: 6\./)
    const json = await evaluate(folder, words, ['--format', 'json'])
    const shown = [said.out, verbose.out, json.out].join('\n')
    const everyone = [
      ...persons(150).flatMap((id) => [id, id.slice(2), short(id), short(id).slice(2)]),
      'nurse-',
      'unit-',
    ]
    expect(everyone.filter((id) => shown.includes(id))).toEqual([])
  })

  it.each([
    ['rule', 4, ['own-famly', 'flag', nurse(0), relativeOf(0), ''], 'did you mean own-family?'],
    ['expect', 4, ['own-family', 'flagg', nurse(0), relativeOf(0), ''], 'flag nor clear'],
    ['user_id', 4, ['own-family', 'flag', '', '', '2026-03-02'], 'neither a user nor a patient'],
    ['day', 4, ['own-family', 'flag', nurse(0), relativeOf(0), '2026-02-30'], 'no day'],
  ])('that is wrong in the column %s says the row and the column, and not what stands there', async (...given) => {
    const [column, row, wrong, said] = given
    const path = keyFile([rows[0]!, rows[1]!, wrong])
    const { code, out, err } = await evaluate(await smallWorld(), ['--key', path])
    expect([code, out]).toEqual([65, ''])
    expect(err).toContain(`key.csv, row ${row}, column ${column}: `)
    expect(err).toContain(said)
    expect(err).not.toMatch(/\d{12}|nurse|famly|flagg|02-30/)
  })

  it.each([
    ['rule,expect,user_id,day\nown-family,flag,a,\n', 'row 1: there is no column patient_id'],
    ['rule,expect,user_id,patient_id,day\n', 'no rows'],
    ['rule,expect,user_id,patient_id,day\na,"b"c,,,\n', 'line 2: a quotation mark'],
    [Buffer.from('rule,expect,user_id,patient_id,day\nown-family,flag,\xe5,,\n', 'latin1'), 'no UTF-8'],
  ])('that is no key is refused', async (text, said) => {
    const path = join(folderWith({ 'key.csv': text }), 'key.csv')
    const { code, out, err } = await evaluate(await smallWorld(), ['--key', path])
    expect([code, out, err]).toEqual([65, '', expect.stringContaining(said)])
  })

  it('that is not there is refused', async () => {
    expect(await evaluate(await smallWorld(), ['--key', 'none.csv'])).toMatchObject({ code: 65, out: '' })
  })
})
