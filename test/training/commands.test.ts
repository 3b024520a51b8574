import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Encrypter } from 'age-encryption'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { runProgram } from '../../src/commands/program.ts'
import type { Answers } from '../../src/model/answers.ts'
import { AuditDocument } from '../../src/model/audit-document.ts'
import { rules } from '../../src/rules/index.ts'
import { GradeDocument } from '../../src/model/grade-document.ts'
import { Packet } from '../../src/model/packet.ts'
import type { Verdict } from '../../src/model/review.ts'
import type { KeyItem, TrainingKey } from '../../src/model/training-key.ts'
import { sample } from '../harness/paths.ts'
import { run, scratchFolder } from '../harness/program.ts'
import { expectGolden } from './golden.ts'

const unit = 'SE5560000000-U110'
const week = ['--from', '2026-04-27', '--to', '2026-05-04'] as const
const made = mkdtempSync(join(tmpdir(), 'loggkoll-grade-'))
const at = (name: string): string => join(made, name)
const loggkoll = (...words: string[]) => run(['-w', at('workspace'), ...words])
let packet: Packet
let key: TrainingKey

/** The made-up week as an exercise: three of its cases are said to be unjustified, one to look so, and a fourth is left out. */
beforeAll(async () => {
  await run(['init', at('workspace'), '--seed', 'grade'])
  const files = readdirSync(sample).filter((name) => name.endsWith('.csv'))
  await loggkoll('-q', 'ingest', ...files.map((name) => join(sample, name)))
  const audit = AuditDocument.parse(JSON.parse((await loggkoll('--format', 'json', 'audit', ...week)).out))
  await loggkoll('review', 'plan', ...week)
  await loggkoll('-q', '-o', at('packet.json'), 'review', 'export', '--unit', unit)
  packet = Packet.parse(JSON.parse(readFileSync(at('packet.json'), 'utf8')))
  const handed = new Set(packet.cases.map(({ case_id }) => case_id))
  const single = audit.findings.filter(
    (one) =>
      one.lookup_ids.length === 1 &&
      one.user_id?.startsWith('SE') &&
      one.patient_id !== null &&
      /^\d{12}$/.test(one.patient_id) &&
      one.care_unit_id !== null,
  )
  const plantable = [...new Map(single.map((one) => [one.case_id, one])).values()]
  const [inside, outside] = [
    plantable.filter(({ case_id }) => handed.has(case_id)).slice(0, 4),
    plantable.filter(({ case_id }) => !handed.has(case_id)).slice(0, 1),
  ]
  expect(inside).toHaveLength(4)
  expect(outside).toHaveLength(1)
  const planted = [...inside, ...outside].map((one, place): KeyItem => ({
    id: `part-${place + 1}`,
    truth: place === 3 ? 'justified' : 'unjustified',
    user_id: one.user_id!,
    patient_id: one.patient_id,
    // As an export may write them.
    lookups: [
      {
        user_id: one.user_id!.toLowerCase(),
        patient_id: `${one.patient_id!.slice(0, 8)}-${one.patient_id!.slice(8)}`,
        care_unit_id: one.care_unit_id!,
        day: one.day,
      },
    ],
    rules: place === 2 ? [] : [one.rule],
    best: place === 3 ? 'explained' : 'ask',
    right: [],
    story: { sv: `Berättelse ${place + 1}.`, en: `Story ${place + 1}.` },
  }))
  const unseen = {
    ...planted[0]!,
    id: 'quiet-1',
    rules: [],
    lookups: [{ ...planted[0]!.lookups[0]!, day: '2026-04-01' }],
  }
  key = {
    schema: 'loggkoll/training-key/1',
    scenario: 'ward-week',
    seed: 1,
    size: 'ward',
    from: week[1],
    to: week[3],
    items: [...planted, unseen],
  }
  writeFileSync(at('key.json'), JSON.stringify(key))
  writeFileSync(
    at('anna.json'),
    answers((place) => (place % 2 === 0 ? 'ask' : 'explained')),
  )
  writeFileSync(
    at('bo.json'),
    answers(() => 'ask'),
  )
})
afterAll(() => rmSync(made, { recursive: true, force: true }))

function answers(verdict: (place: number) => Verdict): string {
  return JSON.stringify({
    schema: 'loggkoll/answers/1',
    packet_id: packet.packet_id,
    control_id: packet.control_id,
    not_party: true,
    saved_at: '2026-06-01T08:00:00Z',
    minutes: 17.4,
    answers: packet.cases.map(({ case_id, place }) => ({
      case_id,
      verdict: verdict(place),
      explanation: verdict(place) === 'explained' ? 'care' : null,
      comment: '',
      due: null,
      employee_answer: null,
      not_asked_reason: null,
    })),
  } satisfies Answers)
}

const graded = async (...words: string[]): Promise<GradeDocument> => {
  const ran = await loggkoll('--format', 'json', 'train', 'grade', '--key', at('key.json'), ...words)
  expect(ran.code, ran.err).toBe(0)
  return GradeDocument.parse(JSON.parse(ran.out))
}

describe('train grade', () => {
  it('marks a file of answers, by the name of whom the packet was handed to', async () => {
    const { trainees, planted, not_handed } = await graded(at('bo.json'))
    expect(trainees).toHaveLength(1)
    const [trainee] = trainees
    expect(trainee).toMatchObject({ passed: true, minutes: 17, packets: [packet.packet_id] })
    expect(trainee?.name).toMatch(/^[A-ZÅÄÖ]\p{L}+ [A-ZÅÄÖ]\p{L}+/u)
    expect(trainee?.sensitivity).toEqual({ part: 3, whole: 3 })
    expect(planted.unjustified).toEqual({ part: 3, whole: 5 })
    expect(not_handed.map(({ item, cause }) => [item, cause])).toEqual([
      ['part-5', 'outside'],
      ['quiet-1', 'not_asked'],
    ])
    expect(trainee?.cases.filter(({ items }) => items.length > 0)).toHaveLength(4)
    expect(trainee?.cases.find(({ items }) => items.includes('part-4'))).toMatchObject({
      truth: 'justified',
      step: 'wrong',
    })
  })

  it('compares two who were given the same packet', async () => {
    const { trainees, agreement } = await graded(
      '--trainee',
      `Anna=${at('anna.json')}`,
      '--trainee',
      `Bo=${at('bo.json')}`,
    )
    expect(trainees.map(({ name }) => name)).toEqual(['Anna', 'Bo'])
    const all = packet.cases.length
    expect(agreement).toMatchObject([{ trainees: ['Anna', 'Bo'], cases: all, agreed: Math.floor(all / 2), kappa: 0 }])
    expect((await graded(at('anna.json'), at('bo.json'))).trainees.map(({ name }) => name)).toEqual(['anna', 'bo'])
  })

  it('never makes one trainee of two, nor calls a trainee by the name of whom the packet was handed to', async () => {
    for (const name of ['anna', 'bo']) {
      mkdirSync(at(`svar-${name}`))
      cpSync(at(`${name}.json`), at(`svar-${name}/svar.json`))
    }
    const one = ['train', 'grade', '--key', at('key.json')]
    const merged = await loggkoll(...one, at('svar-anna/svar.json'), at('svar-bo/svar.json'))
    expect([merged.code, merged.out]).toEqual([64, ''])
    expect(merged.err).toMatch(
      /svar-anna\/svar\.json and .*svar-bo\/svar\.json both answer P-.* as svar\n.*--trainee NAME=FILE/,
    )
    const twice = ['--trainee', `Anna=${at('anna.json')}`, '--trainee', `Anna=${at('bo.json')}`]
    expect((await loggkoll(...one, ...twice)).code).toBe(64)
    const mixed = await graded(at('anna.json'), '--trainee', `Bo=${at('bo.json')}`)
    expect(mixed.trainees.map(({ name }) => name)).toEqual(['anna', 'Bo'])
  })

  it('says which answers belong to no case of the packet', async () => {
    const id = packet.cases[0]!.case_id
    writeFileSync(at('astray.json'), readFileSync(at('bo.json'), 'utf8').replace(id, 'C-0000000000000000'))
    const ran = await loggkoll('--lang', 'sv', 'train', 'grade', at('astray.json'), '--key', at('key.json'))
    expect(ran.code).toBe(0)
    expect(ran.err).toContain('astray.json: C-0000000000000000: fallet hör inte till det här underlaget')
  })

  it('reads the journal where no file is named', async () => {
    const copy = join(scratchFolder(), 'workspace')
    cpSync(at('workspace'), copy, { recursive: true })
    const before = GradeDocument.parse(
      JSON.parse((await run(['-w', copy, '--format', 'json', 'train', 'grade', '--key', at('key.json')])).out),
    )
    expect(before.trainees).toMatchObject([{ passed: false, minutes: null, steps: { open: packet.cases.length } }])
    expect((await run(['-w', copy, 'review', 'import', at('bo.json')])).code).toBe(0)
    const after = await run(['-w', copy, '--format', 'json', 'train', 'grade', '--key', at('key.json')])
    const [fromFile] = (await graded(at('bo.json'))).trainees
    expect(GradeDocument.parse(JSON.parse(after.out)).trainees).toEqual([{ ...fromFile, minutes: null }])
  })

  it('opens a sealed key with its passphrase', async () => {
    const encrypter = new Encrypter()
    encrypter.setPassphrase('kaffe-tåg-lönn-9')
    encrypter.setScryptWorkFactor(10)
    writeFileSync(at('key.json.age'), await encrypter.encrypt(JSON.stringify(key)))
    const words = ['-w', at('workspace'), 'train', 'grade', at('bo.json'), '--key', at('key.json.age')]
    const opened = await run(words, { secrets: ['kaffe-tåg-lönn-9'] })
    expect(opened.code, opened.err).toBe(0)
    expect(opened.out).toContain('är godkänd.')
    expect((await run(words, { secrets: ['kaffe-tåg-lönn-8'] })).code).toBe(77)
  })

  it.each(['html', 'pdf', 'md'])('writes the result as %s', async (ending) => {
    const file = at(`result.${ending}`)
    expect((await loggkoll('-o', file, 'train', 'grade', at('anna.json'), '--key', at('key.json'))).code).toBe(0)
    const bytes = readFileSync(file)
    if (ending === 'pdf') expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    else expect(bytes.toString()).toContain('Berättelse')
  })

  it.each([
    ['a file that is no key', ['--key', at('packet.json')], 65],
    ['a key that is missing', ['--key', at('no.json')], 65],
    ['a trainee without a file', ['--key', at('key.json'), '--trainee', 'Anna'], 64],
    ['answers that are none', [at('key.json'), '--key', at('key.json')], 65],
    ['no key', [], 64],
  ])('says what is wrong with %s', async (_, words, code) => {
    const ran = await loggkoll('train', 'grade', ...words)
    expect(ran.code).toBe(code)
    expect(ran.out).toBe('')
    expect(ran.err).not.toBe('')
  })

  it('takes no key of another exercise: by it nothing was handed out, and everyone would pass', async () => {
    const elsewhere = (one: KeyItem): KeyItem => ({
      ...one,
      lookups: one.lookups.map((lookup) => ({ ...lookup, user_id: 'SE5560000000-A000028' })),
    })
    const other = { ...key, scenario: 'parent', seed: 8, items: key.items.map(elsewhere) }
    writeFileSync(at('other.json'), JSON.stringify(other))
    const ran = await loggkoll('train', 'grade', at('bo.json'), '--key', at('other.json'))
    expect([ran.code, ran.out]).toEqual([65, ''])
    expect(ran.err).toContain('the log holds 0 of its 5 lookups')
    expect(ran.err).toContain('it belongs to parent with the seed 8')
    // One that names nothing, as of a month with nothing wrong, says nothing of which log it is for.
    writeFileSync(at('quiet.json'), JSON.stringify({ ...key, items: [] }))
    const quiet = await loggkoll('train', 'grade', at('bo.json'), '--key', at('quiet.json'))
    expect(quiet.code).toBe(0)
    expect(quiet.err).toContain(
      `Facit är till övningen ${key.scenario} med fröet ${key.seed}, och nämner inget uppslag`,
    )
    expect(ran.err).not.toContain('nämner inget uppslag')
  })

  it('takes no answers of another workspace, and none where nothing was handed out', async () => {
    writeFileSync(
      at('foreign.json'),
      readFileSync(at('bo.json'), 'utf8').replace(packet.packet_id, 'P-0000000000000000'),
    )
    const foreign = await loggkoll('train', 'grade', at('foreign.json'), '--key', at('key.json'))
    expect([foreign.code, foreign.err]).toEqual([65, expect.stringContaining('was not handed out from this workspace')])
    const empty = join(scratchFolder(), 'empty')
    await run(['init', empty])
    expect((await run(['-w', empty, 'train', 'grade', '--key', at('key.json')])).code).toBe(65)
  })
})

describe('train lesson', () => {
  const lesson = (language: string, ...words: string[]) =>
    run(['-w', at('workspace'), '--lang', language, 'train', 'lesson', ...words])

  test.each(['sv', 'en'])('why, how and a rule with examples of the run, in %s', async (language) => {
    for (const topic of ['why', 'how', 'own-family']) {
      const { code, out } = await lesson(language, topic)
      expect(code).toBe(0)
      expect(out.split('\n').filter((line) => line.length > 76)).toEqual([])
      expectGolden(out, `lesson-${topic}.${language}.txt`)
    }
  })

  it('names nobody, whatever the rule', async () => {
    type Row = Readonly<Record<string, string>>
    const table = (name: string): Row[] => parse(readFileSync(join(sample, `${name}.csv`)), { columns: true })
    const names = [...table('staff'), ...table('patient')].flatMap((one) => [
      `${one['given_name']} ${one['family_name']}`,
      one['person_id'] ?? one['patient_id'] ?? '',
      one['user_id'] ?? '',
    ])
    const known = [...new Set(names)].filter((name) => name.trim().length > 5)
    let examples = 0
    for (const { id } of rules) {
      const { out } = await lesson('sv', id)
      expect(known.filter((name) => out.includes(name))).toEqual([])
      expect(out).not.toMatch(/\d{8}-?\d{4}|SE\d{10}|undefined/)
      if (out.includes('Ingen nämns vid namn.')) examples += 1
    }
    expect(examples).toBeGreaterThan(8)
  })

  it('leaves a trail of the hits it shows, and says so where there is no run', async () => {
    await lesson('sv', 'own-family')
    const last = readFileSync(at('workspace/trail.ndjson'), 'utf8').trimEnd().split('\n').at(-1)!
    expect(JSON.parse(last)).toMatchObject({ command: 'train lesson', rows_shown: expect.any(Number) })
    const outside = await run(['-w', join(scratchFolder(), 'none'), '--lang', 'sv', 'train', 'lesson', 'own-family'])
    expect([outside.code, outside.out]).toEqual([0, expect.stringContaining('ingen kontroll att visa exempel ur')])
  })

  it('lists the lessons, and knows what somebody may have meant', async () => {
    const { out } = await lesson('en')
    for (const { id } of rules) expect(out).toContain(id)
    const wrong = await lesson('en', 'own-famly')
    expect([wrong.code, wrong.err]).toEqual([64, expect.stringContaining('did you mean own-family?')])
  })

  it('shows the steps of the region last, once somebody has written them', async () => {
    const copy = join(scratchFolder(), 'workspace')
    cpSync(at('workspace'), copy, { recursive: true })
    const how = (...words: string[]) => run(['-w', copy, '--lang', 'sv', 'train', 'lesson', 'how', ...words])
    expect((await how()).out).toContain('--write-local')
    expect((await how('--write-local')).code).toBe(0)
    const page = join(copy, 'training/local.md')
    expect(readFileSync(page, 'utf8')).toContain('Så tar vi ut loggar hos oss')
    expect((await how('--write-local')).code).toBe(73)
    writeFileSync(page, '# Hos oss\n\n1. Logga in i Cosmic \u001b[31m som loggansvarig\n')
    const { out } = await how()
    expect(out).toContain('1. Logga in i Cosmic ␛[31m som loggansvarig')
    expect(out).not.toContain('\u001b')
    expect(out).not.toContain('--write-local')
    writeFileSync(page, 'x'.repeat(20_001))
    expect((await how()).code).toBe(65)
    expect((await run(['-w', copy, 'train', 'lesson', 'why', '--write-local'])).code).toBe(64)
  })

  it('is Markdown to hand out, when asked for', async () => {
    const file = join(scratchFolder(), 'varfor.md')
    expect((await run(['--lang', 'sv', '-o', file, 'train', 'lesson', 'why'])).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toMatch(
      /^# Varför vi gör loggkontroll\n\n## Varför vi kontrollerar\n\nPatienter/,
    )
    expect(existsSync(file)).toBe(true)
  })

  it('is no text in a file that is named as something else', async () => {
    const folder = scratchFolder()
    const written = (name: string) => run(['--lang', 'sv', '-o', join(folder, name), 'train', 'lesson', 'why'])
    const refused = await written('varfor.pdf')
    expect([refused.code, refused.err]).toEqual([64, expect.stringContaining('formats: table, md')])
    expect(existsSync(join(folder, 'varfor.pdf'))).toBe(false)
    for (const name of ['varfor.txt', 'varfor']) expect((await written(name)).code).toBe(0)
  })

  test.each([
    ['Enter for each page', ['', '', '', ''], 5],
    ['a stop after the second page', ['', 's'], 2],
    ['no more input', [''], 5],
  ])('is read page by page on a terminal: %s', async (_, keys, pages) => {
    let out = ''
    let asked = 0
    const code = await runProgram(['--lang', 'sv', '--no-color', 'train', 'lesson', 'why'], {
      out: (text) => void (out += text),
      err: () => void (asked += 1),
      now: () => new Date(0),
      env: {},
      input: Readable.from(keys.map((key) => `${key}\n`)),
      columns: 80,
      osUser: 'tester',
    })
    expect(code).toBe(0)
    expect(out.match(/Sida \d av 5/g)).toHaveLength(pages)
    expect(asked).toBe(Math.min(4, keys.length + (pages === 5 && keys.length < 4 ? 1 : 0)))
  })
})
