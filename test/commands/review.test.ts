import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Answers } from '../../src/model/answers.ts'
import { AuditDocument } from '../../src/model/audit-document.ts'
import { Packet } from '../../src/model/packet.ts'
import type { HandedCase } from '../../src/model/review.ts'
import { reviewWords } from '../../src/language/review/index.ts'
import { readJournal } from '../../src/workspace/journal.ts'
import { readTrail } from '../../src/workspace/trail.ts'
import { sample } from '../harness/paths.ts'
import { run, scratchFolder } from '../harness/program.ts'
import { ingest } from '../audit/world.ts'
import { select } from '../store/tables.ts'

const unit = 'SE5560000000-U110'
const head = 'SE5560000000-S007'
const deputy = 'SE5560000000-S004'
const second = 'SE5560000000-S015'
const central = 'SE5560000000-S042'
const week = ['--from', '2026-04-27', '--to', '2026-05-04'] as const
const words = { sv: reviewWords('sv'), en: reviewWords('en') }

type Row = Readonly<Record<string, string>>
const table = (name: string): Row[] => parse(readFileSync(join(sample, `${name}.csv`)), { columns: true })
const patients = table('patient')
const staff = table('staff')
const isProtected = ({ protection }: Row): boolean => protection !== 'none'
const hyphened = (id: string): string => `${id.slice(0, 8)}-${id.slice(8)}`

/** The made-up week, read and asked about, once for all tests. */
const made = mkdtempSync(join(tmpdir(), 'loggkoll-review-'))
beforeAll(async () => {
  const workspace = join(made, 'workspace')
  const files = [
    'access-log',
    ...'absence assignment block block_override care_contact care_unit consent patient'.split(' '),
  ]
  const more = 'person_alias relation reviewer shift staff watchlist'.split(' ')
  expect((await run(['init', workspace, '--seed', 'review'])).code).toBe(0)
  const paths = [...files, ...more].map((name) => join(sample, `${name}.csv`))
  expect((await run(['-w', workspace, '-q', 'ingest', ...paths])).code).toBe(0)
  expect((await run(['-w', workspace, '-q', '-o', join(made, 'a.txt'), 'audit', ...week])).code).toBe(0)
})
afterAll(() => rmSync(made, { recursive: true, force: true }))

/** A copy of it, or of one in which something was done already, in which commands are run as somebody. */
function ward(base = 'workspace') {
  const folder = join(scratchFolder(), 'workspace')
  cpSync(join(made, base), folder, { recursive: true })
  const all: string[] = [...(saidIn.get(base) ?? [])]
  const as = async (who: string | null, line: readonly string[], given: Parameters<typeof run>[1] = {}) => {
    const ran = await run(['-w', folder, ...(who === null ? [] : ['--as', who]), ...line], given)
    all.push(ran.out, ran.err)
    return ran
  }
  const journal = () => readJournal(join(folder, 'review.ndjson'))
  return {
    folder,
    as,
    /** Everything that was written on a terminal. */
    said: () => all.join('\n'),
    journal,
    bodies: () => journal().map(({ body }) => body),
    /** The packet that is handed out now. */
    handOut: async (...line: string[]) => {
      const path = join(folder, 'packet.json')
      const ran = await as(null, ['-o', path, 'review', 'export', ...line])
      return { ...ran, packet: ran.code === 0 ? Packet.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined }
    },
    status: async () => JSON.parse((await as(null, ['--format', 'json', 'review', 'status'])).out),
    handed: (): HandedCase[] => journal().flatMap(({ body }) => (body.entry === 'handed_out' ? body.cases : [])),
  }
}

/** What was said while a base was made. */
const saidIn = new Map<string, readonly string[]>()

/** A copy of a workspace in which this has been done, which is done once. */
async function after(base: string, done: (world: ReturnType<typeof ward>) => Promise<unknown>) {
  if (!saidIn.has(base)) {
    const world = ward()
    await done(world)
    cpSync(world.folder, join(made, base), { recursive: true })
    saidIn.set(base, [world.said()])
  }
  return ward(base)
}

describe('review plan', () => {
  it('plans one recurring control of a period, however often it is asked for', async () => {
    const { as, bodies } = ward()
    const first = await as(null, ['review', 'plan', ...week, '--case-number', 'HSN-2026-114'])
    const again = await as(null, ['review', 'plan', ...week])
    expect([first.code, again.code, again.out]).toEqual([0, 0, first.out])
    expect(bodies()).toEqual([expect.objectContaining({ kind: 'recurring', cause: null, case_number: 'HSN-2026-114' })])
  })

  it.each([
    ['user', ['--user', 'se5560000000-s001'], { user_id: 'SE5560000000-S001' }],
    ['unit', ['--unit', unit], { care_unit_id: unit }],
    ['watchlist', ['--watchlist'], {}],
    ['suspicion', ['--user', 'SE5560000000-S001', '--suspicion'], { user_id: 'SE5560000000-S001' }],
    ['patient_request', ['--patient', '19831120-9285'], { patient_id: '198311209285' }],
    ['patient_request', ['--unit', unit, '--request'], { care_unit_id: unit }],
  ])('plans a targeted one for a reason: %s %j', async (cause, aim, target) => {
    const { as, bodies } = ward()
    expect(await as(null, ['review', 'plan', ...week, ...aim])).toMatchObject({ code: 64, out: '' })
    expect(await as(null, ['review', 'plan', ...week, ...aim, '--reason', ' '])).toMatchObject({ code: 64 })
    expect(bodies()).toEqual([])
    expect(await as(null, ['review', 'plan', ...week, ...aim, '--reason', 'därför'])).toMatchObject({ code: 0 })
    expect(bodies()).toMatchObject([{ kind: 'targeted', cause, reason: 'därför', target }])
    expect(await as(null, ['trail', 'verify'])).toMatchObject({ code: 0 })
  })

  it('for another reason is another control', async () => {
    const { as, bodies } = ward()
    for (const reason of ['först', 'sedan', 'sedan'])
      await as(null, ['review', 'plan', ...week, '--unit', unit, '--reason', reason])
    expect(bodies()).toHaveLength(2)
  })

  it.each([[['--reason', 'x']], [['--suspicion']], [['--request', '--reason', 'x']], [['--month', '2026-13']]])(
    'does not plan with %j alone',
    async (line) => {
      const { as, bodies } = ward()
      expect(await as(null, ['review', 'plan', ...line])).toMatchObject({ code: 64, out: '' })
      expect(bodies()).toEqual([])
    },
  )

  it.each([
    ['user', ['--user', 'SE5560000000-S028'], "user_id = 'SE5560000000-S028'"],
    ['patient', ['--patient', '194706112234'], "patient_id = '194706112234'"],
    ['watchlist', ['--watchlist'], "patient_id = '194706112234'"],
  ])('hands out all of what a targeted control is aimed at, and nothing else: %s', async (_, aim, condition) => {
    const { as, handOut, handed, folder } = ward()
    expect((await as(null, ['review', 'plan', ...week, ...aim, '--reason', 'därför'])).code).toBe(0)
    const place = join(folder, 'packets')
    expect((await as(null, ['-o', place, '--format', 'json', 'review', 'export', '--all'])).code).toBe(0)
    // Nothing comes twice.
    for (const place of [['--central'], ['--unit', unit], ['--central']]) await handOut(...place)
    const lookups = handed().flatMap((one) => one.lookups)
    expect(new Set(lookups.map(({ lookup_id }) => lookup_id)).size).toBe(lookups.length)
    const whose = (row: { user_id?: unknown; patient_id?: unknown }) =>
      `${String(row.user_id)} ${String(row.patient_id)}`
    const inWeek = "day between '2026-04-27' and '2026-05-03'"
    const all = await select(folder, `select user_id, patient_id from lookup where ${condition} and ${inWeek}`)
    expect(lookups.map(whose).toSorted()).toEqual(all.map(whose).toSorted())
  })
})

describe('review export', () => {
  it('hands out the best cases of a unit within the budget, then what is left of it, then the same again', async () => {
    const { handOut, bodies } = ward()
    const first = await handOut('--unit', unit, '--budget', '4')
    expect(first.packet?.cases).toHaveLength(4)
    const again = await handOut('--unit', unit, '--budget', '4')
    expect(again.packet).toMatchObject({ packet_id: first.packet!.packet_id, cases: first.packet!.cases })
    expect(again.err).toContain(words.sv.handedOutAgain(first.packet!.packet_id, '').split(' ')[0])
    const more = await handOut('--unit', unit, '--budget', '6')
    expect(more.packet?.cases).toHaveLength(2)
    const ids = [first, more].flatMap(({ packet }) => packet!.cases.map(({ case_id }) => case_id))
    expect(new Set(ids).size).toBe(6)
    expect(first.packet!.outside - more.packet!.outside).toBe(2)
    expect(bodies().map(({ entry }) => entry)).toEqual(['planned', 'handed_out', 'handed_out'])
    expect((await handOut('--unit', unit, '--budget', '6')).packet?.packet_id).toBe(more.packet?.packet_id)
  })

  it('gives each case to one reviewer: the unit’s, or the central one', async () => {
    const { handOut, handed } = ward()
    const own = await handOut('--unit', unit, '--budget', '999')
    const whole = await handOut('--central', '--budget', '999')
    expect(own.packet!.reviewer).toContain(head)
    expect(whole.packet!.reviewer).toContain(central)
    expect(whole.packet!.elsewhere).toBe(0)
    const ids = handed().map(({ case_id }) => case_id)
    expect(new Set(ids).size).toBe(ids.length)
    const byRule = (rule: string) => handed().filter(({ findings }) => findings.some((one) => one.rule === rule))
    const ofUnit = new Set(own.packet!.cases.map(({ case_id }) => case_id))
    for (const one of [...byRule('serial-lookup'), ...byRule('crowd')]) expect(ofUnit.has(one.case_id)).toBe(false)
    for (const one of handed()) {
      if (one.lookups.some(({ user_id }) => user_id === head)) expect(ofUnit.has(one.case_id)).toBe(false)
    }
  })

  it('is refused for whoever does not review the unit, and says who does', async () => {
    const { handOut, bodies } = ward()
    const refused = await handOut('--unit', unit, '--reviewer', 'SE5560000000-S001')
    expect(refused.code).toBe(77)
    expect(refused.err).toContain(head)
    expect((await handOut('--central', '--reviewer', head)).code).toBe(77)
    expect(bodies()).toEqual([])
    expect((await handOut('--unit', unit, '--reviewer', head.toLowerCase())).code).toBe(0)
  })

  it('asks for a place, a unit and a known form', async () => {
    const { as, folder } = ward()
    expect((await as(null, ['review', 'export', '--unit', unit])).code).toBe(64)
    expect((await as(null, ['-o', join(folder, 'x.json'), 'review', 'export'])).code).toBe(64)
    expect((await as(null, ['-o', join(folder, 'x.doc'), 'review', 'export', '--unit', unit])).code).toBe(64)
    expect(
      (await as(null, ['-o', join(folder, 'x.json'), 'review', 'export', '--unit', unit, '--control', 'K-0'])).code,
    ).toBe(64)
  })

  it('writes a page that shows nobody before it is opened, and a workbook', async () => {
    const { as, folder, handed } = ward()
    const page = join(folder, 'x.html')
    const ran = await as(null, ['-o', page, 'review', 'export', '--unit', unit])
    expect(ran).toMatchObject({ code: 0, out: '' })
    expect(ran.err).toMatch(/[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}/)
    const html = readFileSync(page, 'utf8')
    for (const { user_id, patient_id } of handed()) {
      for (const id of [user_id, patient_id]) if (id !== null) expect(html.includes(id), id).toBe(false)
    }
    for (const one of [...patients, ...staff]) expect(html).not.toContain(`${one['given_name']} ${one['family_name']}`)
    expect((await as(null, ['-o', join(folder, 'x.xlsx'), 'review', 'export', '--unit', unit])).code).toBe(0)
    expect(readFileSync(join(folder, 'x.xlsx')).subarray(0, 2).toString()).toBe('PK')
  })

  it('takes the passphrase of its page from the environment, unless it is short or empty', async () => {
    const { as, folder, bodies } = ward()
    const page = join(folder, 'x.html')
    const line = ['-o', page, 'review', 'export', '--unit', unit]
    for (const LOGGKOLL_PASSPHRASE of ['a', 'elva tecken']) {
      const short = await as(null, line, { env: { LOGGKOLL_PASSPHRASE } })
      expect(short).toMatchObject({ code: 64, err: expect.stringContaining('at least 12 characters') })
    }
    expect([existsSync(page), bodies()]).toEqual([false, []])
    const made = /[2-9a-z]{4}(-[2-9a-z]{4}){3}/
    const empty = await as(null, line, { env: { LOGGKOLL_PASSPHRASE: '' } })
    expect(empty).toMatchObject({ code: 0, err: expect.stringMatching(made) })
    const given = await as(null, line, { env: { LOGGKOLL_PASSPHRASE: 'tolv tecken.' } })
    expect(given).toMatchObject({ code: 0, err: expect.not.stringMatching(made) })
  })

  it('says which unit has no reviewer, or that nobody has', async () => {
    const { handOut, folder } = ward()
    const bare = 'SE5560000000-U500'
    const only = { user_id: head, care_unit_id: unit, role: 'reviewer' }
    await ingest(folder, 'reviewer', [only])
    const one = await handOut('--unit', bare, '--reviewer', head)
    expect(one.err).toContain(words.sv.noReviewerOf(bare))
    expect(one.err).not.toContain(words.sv.noReviewers)
    expect((await handOut('--unit', unit, '--budget', '1')).err).not.toMatch(/inlästa? \(reviewer\)/)
    await ingest(folder, 'reviewer', [{ ...only, valid_to: '2026-05-31' }])
    expect((await handOut('--unit', bare, '--reviewer', head)).err).toContain(words.sv.noReviewers)
  })

  it('says where no one may judge, and names whom to load', async () => {
    const { handOut, as, folder } = ward()
    const rows = table('reviewer').filter(({ role }) => role === 'reviewer')
    await ingest(folder, 'reviewer', rows)
    const own = await handOut('--unit', unit, '--budget', '999')
    expect(own.err).toContain(words.sv.nobody(own.packet!.elsewhere))
    expect(own.packet!.elsewhere).toBeGreaterThan(0)
    expect((await as(null, ['-o', 'x.json', 'review', 'export', '--central'])).code).toBe(64)
  })
})

describe('review export --instead', () => {
  it('gives what lies open with one reviewer to another, with what was judged; both may then judge it', async () => {
    const { handOut, as, status } = ward()
    const { packet } = await handOut('--unit', unit)
    const [judged, open] = [packet!.cases[0]!, packet!.cases[1]!]
    const explained = ['--verdict', 'explained', '--explanation', 'care']
    expect((await as(head, ['review', 'decide', judged.case_id, ...explained])).code).toBe(0)
    expect((await as(deputy, ['review', 'decide', open.case_id, ...explained])).code).toBe(77)
    const taken = await handOut('--unit', unit, '--reviewer', deputy, '--instead')
    expect(taken.code, taken.err).toBe(0)
    const ids = taken.packet!.cases.map(({ case_id }) => case_id)
    expect(ids).toContain(open.case_id)
    expect(ids).not.toContain(judged.case_id)
    expect((await as(deputy, ['review', 'decide', open.case_id, ...explained])).code).toBe(0)
    const [part] = (await status()).controls[0].parts
    expect(part.cases).toHaveLength(packet!.cases.length)
    expect(part.cases.filter(({ status: stands }: { status: string }) => stands === 'closed')).toHaveLength(2)
  })

  it('says when nothing lies open with anyone else', async () => {
    const { handOut } = ward()
    expect((await handOut('--unit', unit, '--reviewer', deputy, '--instead')).code).toBe(65)
  })
})

describe('a packet', () => {
  it('holds no more than its reviewer needs', async () => {
    const { handOut, handed, as } = ward()
    await as(null, ['sample', '--method', 'users', '--size', '20%', '--seed', '7', ...week])
    const packets: Packet[] = []
    for (const care_unit_id of new Set(table('reviewer').map((row) => row['care_unit_id']!))) {
      const { packet } = await handOut(
        ...(care_unit_id === '' ? ['--central'] : ['--unit', care_unit_id]),
        '--budget',
        '999',
      )
      if (packet) packets.push(packet)
    }
    const cases = packets.flatMap((packet) => packet.cases)
    expect(cases.length).toBeGreaterThan(40)
    expect(cases.some(({ source }) => source === 'draw')).toBe(true)
    const byId = new Map(handed().map((one) => [one.case_id, one]))
    const texts = new Map(cases.map((one) => [one.case_id, JSON.stringify(one)]))
    const watched = table('watchlist').map(({ reason }) => reason!)
    const addresses = [...patients, ...staff]
      .flatMap(({ address, postal_code }) => [address!, postal_code!])
      .filter(Boolean)
    for (const [id, text] of texts) {
      for (const word of [...watched, ...addresses])
        expect(text.includes(`"${word}`) || (word.length > 5 && text.includes(word)), `${id}: ${word}`).toBe(false)
      const { lookups, user_id, patient_id } = byId.get(id)!
      const users = new Set([user_id, ...lookups.map((one) => one.user_id)])
      const shown = new Set([patient_id, ...lookups.map((one) => one.patient_id)])
      // Names may be borne by several: only those of nobody in the case are somebody else's.
      const named = (rows: readonly Row[], isIn: (row: Row) => boolean) =>
        new Set(rows.filter(isIn).map((row) => `${row['given_name']} ${row['family_name']}`))
      const inCase = new Set([
        ...named(patients, (row) => shown.has(row['patient_id']!)),
        ...named(staff, (row) => users.has(row['user_id']!)),
      ])
      const others = [...named([...patients, ...staff], () => true)].filter((name) => !inCase.has(name))
      for (const name of others) expect(text.includes(name), `${id}: ${name}`).toBe(false)
    }
    const whole = [...texts.values()].join('\n')
    for (const one of [...patients.filter(isProtected), ...staff.filter(isProtected)]) {
      for (const word of [
        `${one['given_name']} ${one['family_name']}`,
        one['user_id'],
        one['patient_id'],
        one['person_id'],
      ]) {
        if (!word) continue
        expect(whole.includes(word), word).toBe(false)
        if (/^\d{12}$/.test(word)) expect(whole.includes(hyphened(word)), word).toBe(false)
      }
    }
    expect(whole).toContain('skyddad-')
    for (const one of cases) {
      if (one.source === 'rules') expect(one.questions.length, one.case_id).toBeGreaterThan(0)
      else expect(one).toMatchObject({ priority: null, questions: [], against: [], relation: [] })
    }
  })
})

describe('review next', () => {
  it.each(['sv', 'en'] as const)('asks of one case after the other: %s', async (lang) => {
    const { as, bodies, said } = await handedWard(3)
    const { next } = words[lang]
    const key = (verdict: string) => Object.entries(next.verdictKeys).find(([, one]) => one === verdict)![0]
    const lines = [
      '?',
      next.no,
      'x',
      key('explained'),
      '?',
      Object.keys(next.explanationKeys)[0]!,
      '',
      key('undecidable'),
      '',
    ]
    lines.push(key('undecidable'), 'two stories', key('unjustified'), '', '', key('unjustified'), 'curious', '')
    const ran = await as(head, ['--lang', lang, 'review', 'next'], { input: `${lines.join('\n')}\n` })
    expect(ran.code, ran.err).toBe(0)
    expect(ran.err.split(next.unknownKey)).toHaveLength(4)
    expect(ran.err).toContain(words[lang].objections.no_comment)
    expect(ran.err).toContain(words[lang].objections.employee_not_heard)
    const decided = bodies().filter((body) => body.entry === 'decided')
    expect(decided.map(({ verdict }) => verdict)).toEqual(['explained', 'undecidable', 'unjustified'])
    expect(decided[1]).toMatchObject({ comment: 'two stories' })
    expect(bodies().some((body) => body.entry === 'declared')).toBe(true)
    expect(said()).not.toMatch(/undefined|\{n\}/)
  })

  it('keeps what was said before the input ended, and nothing that was half said', async () => {
    const { as, bodies } = await handedWard(3)
    const script = ['n', 'f', 'v', 'ok', 'o', 'nyfiken']
    for (let end = 0; end <= script.length; end++) {
      const before = bodies().filter(({ entry }) => entry === 'decided').length
      const ran = await as(head, ['review', 'next'], {
        input: script
          .slice(0, end)
          .map((line) => `${line}\n`)
          .join(''),
      })
      expect(ran.code, ran.err).toBe(0)
      const after = bodies().filter(({ entry }) => entry === 'decided').length
      expect(after - before, `after ${end} lines`).toBe(end >= 4 ? 1 : 0)
    }
  })

  it('skips, stops, and shows what is left the next time', async () => {
    const { as, bodies } = await handedWard(3)
    await as(head, ['review', 'next'], { input: 'n\nh\nv\n\ns\n' })
    expect(bodies().filter(({ entry }) => entry === 'decided')).toHaveLength(1)
    const ran = await as(head, ['review', 'next'], { input: 'n\nv\n\nv\n\n' })
    expect(ran.err).toContain(words.sv.next.left(0))
    expect((await as(head, ['review', 'next'], {})).err).toContain(words.sv.next.none)
  })

  it('ends with 77 for a party, asks who it is, and has nothing for others', async () => {
    const { as, bodies } = await handedWard(3)
    expect((await as(head, ['review', 'next'], { input: 'j\n' })).code).toBe(77)
    expect((await as(null, ['review', 'next'], { input: 'n\n' })).code).toBe(64)
    expect((await as(deputy, ['review', 'next'], {})).err).toContain(words.sv.next.none)
    expect(bodies().filter(({ entry }) => entry !== 'planned' && entry !== 'handed_out')).toEqual([])
  })

  it('goes on after an answer that says nothing new', async () => {
    const { as } = await handedWard(3)
    await as(head, ['review', 'next'], { input: 'n\nr\n\ns\n' })
    const ran = await as(head, ['review', 'next'], { input: 'n\nr\n\nv\n\nv\n\n' })
    expect(ran.code).toBe(0)
    expect(ran.err).toContain(words.sv.objections.known_already)
    expect(ran.err).toContain(words.sv.next.left(0))
  })
})

/** A ward whose first cases are handed out to the head of the unit. */
async function handedWard(cases = 2) {
  const world = await after(`handed-${cases}`, ({ handOut }) => handOut('--unit', unit, '--budget', String(cases)))
  const packet = Packet.parse(JSON.parse(readFileSync(join(world.folder, 'packet.json'), 'utf8')))
  const ids = packet.cases.map(({ case_id }) => case_id)
  const decide = (who: string, id: string, ...line: string[]) =>
    world.as(who, ['review', 'decide', id, '--verdict', ...line])
  const heard = ['unjustified', '--answer', 'nyfiken'] as const
  return { ...world, ids, decide, heard, control: packet.control_id }
}

describe('review decide and sign', () => {
  it('keeps judgements in order, and ends the control without remark', async () => {
    const { as, ids, decide, status, control } = await handedWard()
    const sign = (...line: string[]) => as(head, ['review', 'sign', '--unit', unit, ...line])
    expect((await sign()).code).toBe(77)
    expect((await decide(head, ids[0]!, 'ask', '--due', '2026-06-05')).code).toBe(0)
    expect((await decide(head, ids[1]!, 'explained', '--explanation', 'care')).code).toBe(0)
    expect((await sign()).code).toBe(77)
    expect((await decide(head, ids[0]!, 'explained', '--explanation', 'other', '--comment', 'övning')).code).toBe(0)
    expect((await as(deputy, ['review', 'sign', '--unit', unit])).code).toBe(77)
    expect((await as(head, ['review', 'sign'])).code).toBe(64)
    expect((await as(head, ['review', 'sign', '--unit', unit, '--central'])).code).toBe(64)
    expect((await as(head, ['review', 'sign', '--unit', 'SE5560000000-U120'])).code).toBe(64)
    const done = await sign('--control', control, '--note', 'lugn vecka')
    expect(done).toMatchObject({ code: 0, out: '' })
    expect(done.err).toContain(words.sv.outcomes.no_remark)
    expect((await sign()).code).toBe(77)
    expect((await decide(head, ids[0]!, 'mistake')).code).toBe(77)
    expect((await status()).controls[0].parts[0]).toMatchObject({
      stage: 'signed',
      outcome: 'no_remark',
      signed_at: '2026-06-01T08:00:00.000Z',
    })
  })

  it('needs a second reviewer for unjustified, and ends with remark', async () => {
    const { as, ids, decide, heard, handOut, bodies, folder } = await handedWard()
    expect((await decide(head, ids[0]!, 'mistake')).code).toBe(0)
    const judged = await decide(head, ids[1]!, ...heard)
    expect(judged.err).toContain(words.sv.needsSecond('2026-06-02'))
    expect((await as(head, ['review', 'sign', '--unit', unit])).code).toBe(77)
    const packet = await handOut('--second')
    expect(packet.packet?.cases.map(({ case_id }) => case_id)).toEqual([ids[1]])
    expect(packet.packet?.reviewer).toContain(second)
    const before = bodies().length
    const again = await handOut('--second')
    expect(again.packet?.packet_id).toBe(packet.packet?.packet_id)
    expect(again.err).toContain(words.sv.handedOutAgain(packet.packet!.packet_id, join(folder, 'packet.json')))
    expect(bodies()).toHaveLength(before)
    expect((await as(head, ['review', 'next'], {})).err).toContain(words.sv.next.none)
    const ran = await as(second, ['review', 'next'], { input: 'n\no\nnyfiken\n\n' })
    expect(ran.code, ran.err).toBe(0)
    expect(ran.err).not.toContain(words.sv.needsSecond('2026-06-02'))
    const done = await as(head, ['review', 'sign', '--unit', unit])
    expect(done.err).toContain(words.sv.outcomes.remark)
    expect((await handOut('--second')).code).toBe(65)
  })

  it('leaves a case with its unit when the central reviewer is the second one', async () => {
    const { ids, decide, heard, handOut, status } = await handedWard()
    await decide(head, ids[1]!, ...heard)
    expect((await handOut('--second', '--reviewer', central)).packet?.cases).toHaveLength(1)
    expect((await status()).controls[0].parts).toMatchObject([{ care_unit_id: unit, cases: [{}, {}] }])
    expect((await decide(central, ids[1]!, ...heard)).code).toBe(0)
    expect((await status()).controls[0].parts[0].cases.at(-1)).toMatchObject({
      status: 'closed',
      verdict: 'unjustified',
    })
  })

  it('the central reviewer is the second one where there is no other, and gets the same packet again', async () => {
    const { ids, decide, heard, handOut, status, folder, bodies } = await handedWard()
    await ingest(
      folder,
      'reviewer',
      table('reviewer').filter(({ role }) => role !== 'second'),
    )
    await decide(head, ids[1]!, ...heard)
    const packet = await handOut('--second')
    expect(packet.packet?.reviewer).toContain(central)
    await handOut('--unit', unit, '--budget', '3')
    const before = bodies().length
    expect((await handOut('--second')).packet?.packet_id).toBe(packet.packet?.packet_id)
    expect(bodies()).toHaveLength(before)
    expect((await status()).controls[0].parts).toMatchObject([{ care_unit_id: unit, cases: [{}, {}, {}] }])
  })

  it('gives the central reviewer’s own judgement to another', async () => {
    const { heard, handOut, handed, decide } = await handedWard(1)
    const { packet } = await handOut('--central')
    for (const { case_id } of packet!.cases) expect((await decide(central, case_id, ...heard)).code).toBe(0)
    expect((await handOut('--second', '--reviewer', central)).code).toBe(65)
    const { packet: seconds } = await handOut('--second')
    expect(seconds?.reviewer).toContain(second)
    const concerned = handed().filter(({ lookups }) => lookups.some(({ user_id }) => user_id === second))
    const ids = new Set(concerned.map(({ case_id }) => case_id))
    expect(seconds!.cases.filter(({ case_id }) => ids.has(case_id))).toEqual([])
  })

  it('a disagreement goes back to the first one, and from there to the second one again', async () => {
    const { ids, decide, heard, handOut, as } = await handedWard(1)
    await decide(head, ids[0]!, ...heard)
    await handOut('--second')
    await decide(second, ids[0]!, 'mistake')
    expect((await as(second, ['review', 'next'], {})).err).toContain(words.sv.next.none)
    const ran = await as(head, ['review', 'next'], { input: 'n\no\nnyfiken\nelva gånger\n' })
    expect(ran.code, ran.err).toBe(0)
    expect((await handOut('--second')).packet?.cases).toHaveLength(1)
    await decide(second, ids[0]!, ...heard)
    expect((await as(head, ['review', 'sign', '--unit', unit])).code).toBe(0)
  })

  it.each([
    ['nobody is said to review', null, ['mistake'], 64],
    ['it was not handed to', deputy, ['mistake'], 77],
    ['nothing explains', head, ['explained'], 64],
    ['the day is over', head, ['ask', '--due', '2026-05-31'], 64],
    ['the day is none', head, ['ask', '--due', '31/5'], 64],
    ['nobody was heard', head, ['unjustified'], 64],
    ['there is no such verdict', head, ['guilty'], 64],
  ] as const)('keeps nothing when %s', async (_, who, line, code) => {
    const { as, ids, bodies } = await handedWard(1)
    const before = bodies().length
    expect(await as(who, ['review', 'decide', ids[0]!, '--verdict', ...line])).toMatchObject({ code, out: '' })
    expect(bodies()).toHaveLength(before)
  })
})

describe('review reveal', () => {
  const secret = new Set(patients.filter(isProtected).map(({ patient_id }) => patient_id))
  const heads = table('reviewer').filter(({ role }) => role === 'reviewer')
  const reviewerOf = (unit_id: string) => heads.find(({ care_unit_id }) => care_unit_id === unit_id)!['user_id']!

  /** A case of a protected patient, handed out to whoever reviews the unit. */
  async function masked() {
    const world = await after('masked', async ({ folder, handOut, handed }) => {
      for (const { care_unit_id } of table('care_unit')) {
        const { packet } = await handOut('--unit', care_unit_id!, '--budget', '999')
        const whole = new Map(handed().map((one) => [one.case_id, one]))
        const one = packet?.cases.find(
          ({ case_id, events }) => events > 2 && secret.has(whole.get(case_id)!.patient_id!),
        )
        if (!one) continue
        writeFileSync(join(folder, 'masked.json'), JSON.stringify({ one, who: reviewerOf(care_unit_id!) }))
        return
      }
      throw new Error('the sample has no such case')
    })
    const { one, who } = JSON.parse(readFileSync(join(world.folder, 'masked.json'), 'utf8')) as {
      one: Packet['cases'][number]
      who: string
    }
    expect(one.masked).toBe(true)
    const { patient_id, user_id } = world.handed().find(({ case_id }) => case_id === one.case_id)!
    return { ...world, one, patient_id: patient_id!, user_id: user_id!, who }
  }
  const reason = 'samtal med medarbetaren om 19831120-9285'

  it('shows who it is, for a reason that is logged', async () => {
    const { as, one, patient_id, said, journal, folder, who } = await masked()
    expect(said()).not.toContain(hyphened(patient_id))
    const before = journal().length
    for (const line of [[], ['--reason', ' ']]) {
      expect(await as(who, ['review', 'reveal', one.case_id, ...line])).toMatchObject({ code: 64, out: '' })
    }
    expect(await as(null, ['review', 'reveal', one.case_id, '--reason', reason])).toMatchObject({ code: 64, out: '' })
    expect(await as(who, ['review', 'reveal', 'C-0', '--reason', reason])).toMatchObject({ code: 64, out: '' })
    expect(journal()).toHaveLength(before)
    const { code, out } = await as(who, ['review', 'reveal', one.case_id, '--reason', reason])
    expect(code).toBe(0)
    expect(out).toContain(hyphened(patient_id))
    // A personal number in it is kept as a pseudonym.
    const kept = expect.stringMatching(/^samtal med medarbetaren om skyddad-[0-9a-f]{16}$/)
    expect(journal().at(-1)).toMatchObject({
      as: who,
      body: { entry: 'revealed', case_id: one.case_id, reason: kept },
    })
    expect(readTrail(join(folder, 'trail.ndjson')).slice(-2)).toMatchObject([
      { as: who, command: 'review reveal', rows_shown: 1, reason: kept },
      { as: who, command: 'review reveal', journal: { lines: journal().at(-1)!.sequence } },
    ])
    // What is shown once is masked again after it.
    const after = await as(who, ['review', 'next'], { input: `n\n${'h\n'.repeat(99)}` })
    expect(after.out).toContain(one.case_id)
    expect(after.out).not.toContain(hyphened(patient_id))
  })

  it('shows every row of the log behind the case, in each form', async () => {
    const { as, one, patient_id, folder, who } = await masked()
    const rows = await as(who, ['--format', 'json', 'review', 'reveal', one.case_id, '--reason', reason, '--detail'])
    const { events } = JSON.parse(rows.out) as { events: { patient_id: string; workstation: string }[] }
    expect(events).toHaveLength(one.events)
    expect(new Set(events.map((event) => event.patient_id))).toEqual(new Set([patient_id]))
    expect(events.some(({ workstation }) => workstation.startsWith('PC'))).toBe(true)
    const csv = await as(who, ['--format', 'csv', 'review', 'reveal', one.case_id, '--reason', reason, '--detail'])
    expect(parse(csv.out, { columns: true })).toHaveLength(one.events)
    expect((await as(who, ['review', 'reveal', one.case_id, '--reason', reason, '--detail'])).out).toContain(
      'workstation',
    )
    expect((await as(who, ['--format', 'pdf', 'review', 'reveal', one.case_id, '--reason', reason])).code).toBe(64)
    const trail = readFileSync(join(folder, 'trail.ndjson'), 'utf8')
    expect(trail).toContain(`"rows_shown":${one.events}`)
  })

  it('is not for whoever is in the case', async () => {
    const { as, one, user_id } = await masked()
    expect(await as(user_id, ['review', 'reveal', one.case_id, '--reason', reason])).toMatchObject({
      code: 77,
      out: '',
    })
  })
})

describe('review follow', () => {
  const follow = ['review', 'follow'] as const
  it('begins with the first unjustified, in order, with the hours to the authority', async () => {
    const { as, ids, decide, heard, status } = await handedWard()
    const [id] = ids as [string]
    expect((await as(null, [...follow, id])).code).toBe(64)
    await decide(head, id, ...heard)
    const step = (...line: string[]) => as(null, [...follow, id, ...line])
    const shown = await step()
    expect(shown.code).toBe(0)
    expect(shown.err).toContain(words.sv.status.authority('2026-06-04 10:00'))
    expect(shown.err).toContain(words.sv.status.secondDue('2026-06-02'))
    expect((await step('--step', 'employee_heard')).code).toBe(77)
    expect((await step('--step', 'log_secured')).code).toBe(0)
    expect((await step('--step', 'employee_heard')).err).toContain('search_widened')
    expect((await step('--step', 'search_widened', '--day', '2026-05-30', '--comment', 'elva till')).out).toContain(
      'elva till',
    )
    expect((await step('--step', 'employee_heard')).code).toBe(0)
    expect((await step('--step', 'employee_heard', '--day', '30/5')).code).toBe(64)
    expect(await step('--step', 'imy_notified', '--day', '2026-06-02')).toMatchObject({
      code: 64,
      err: expect.stringContaining('2026-06-02 has not come yet'),
    })
    expect((await as(null, ['--format', 'pdf', ...follow, id])).code).toBe(64)
    const document = JSON.parse((await as(null, ['--format', 'json', ...follow, id])).out)
    expect(document.steps.slice(0, 3)).toMatchObject([
      { day: '2026-06-01' },
      { day: '2026-05-30' },
      { day: '2026-06-01' },
    ])
    expect(Object.keys(document)).not.toContain('user_id')
    expect((await status()).follow_ups).toMatchObject([{ case_id: id, isClosed: false, confirmed: false }])
    expect(await step('--step', 'closed')).toMatchObject({ code: 77, err: expect.stringContaining('second reviewer') })
    expect((await status()).follow_ups).toMatchObject([{ isClosed: false }])
    await decide(second, id, ...heard)
    expect((await step('--step', 'closed')).code).toBe(0)
    expect((await status()).follow_ups).toMatchObject([{ isClosed: true }])
  })

  it.each([
    ['in summer', '2026-06-04T14:30:00+02:00', '2026-06-07 14:30', '2026-06-07T12:30:00.000Z'],
    ['in winter', '2026-01-04T14:30:00+01:00', '2026-01-07 14:30', '2026-01-07T13:30:00.000Z'],
    ['over the night that is longer', '2026-10-24T14:30:00+02:00', '2026-10-27 13:30', '2026-10-27T12:30:00.000Z'],
    ['over the night that is shorter', '2026-03-28T14:30:00+01:00', '2026-03-31 15:30', '2026-03-31T13:30:00.000Z'],
  ])('has 72 hours from when the controller became aware, %s', async (_, aware, local, instant) => {
    const { as, ids, decide, heard } = await handedWard(1)
    await decide(head, ids[0]!, ...heard)
    const ran = await as(null, [...follow, ids[0]!, '--step', 'log_secured', '--aware-at', aware])
    expect(ran.err).toContain(words.sv.status.authority(local))
    expect(JSON.parse((await as(null, ['--format', 'json', ...follow, ids[0]!])).out)).toMatchObject({
      authority_due: instant,
    })
  })

  it.each(['2026-06-04', 'i går', '2026-06-04T14:30', '2026-06-04T25:30:00Z'])(
    'asks for an instant: %s',
    async (aware) => {
      const { as, ids, decide, heard } = await handedWard(1)
      await decide(head, ids[0]!, ...heard)
      expect((await as(null, [...follow, ids[0]!, '--step', 'log_secured', '--aware-at', aware])).code).toBe(64)
    },
  )

  it('goes on when something new opens the case again', async () => {
    const { as, ids, decide, heard, folder, handOut, handed, status } = await handedWard(1)
    await decide(head, ids[0]!, ...heard)
    const due = (await status()).follow_ups[0].authority_due
    const { user_id, patient_id } = handed()[0]!
    await ingest(folder, 'access', [
      {
        occurred_at: '2026-05-03T03:00:00',
        user_id: user_id!,
        patient_id: patient_id!,
        care_unit_id: unit,
        activity: 'read',
      },
    ])
    expect((await as(null, ['-q', 'audit', ...week])).code).toBe(0)
    const later = { now: '2026-06-20T08:00:00Z' }
    const again = await as(
      null,
      ['-o', join(folder, 'x.json'), 'review', 'export', '--unit', unit, '--budget', '2'],
      later,
    )
    expect(again.code, again.err).toBe(0)
    expect((await status()).controls[0].parts[0].cases[0]).toMatchObject({ status: 'open', verdict: null })
    expect((await status()).follow_ups).toMatchObject([{ case_id: ids[0], authority_due: due, confirmed: false }])
    await handOut('--unit', unit)
  })
})

describe('review status', () => {
  it('tells of every control, in each form', async () => {
    const { as, ids, decide } = await handedWard()
    await as(null, ['review', 'plan', ...week, '--unit', unit, '--reason', 'därför'])
    await decide(head, ids[0]!, 'ask', '--due', '2026-06-05')
    const plain = await as(null, ['review', 'status'])
    expect(plain.out).toContain(words.sv.stages.handed_out)
    expect(plain.out).toContain(words.sv.stages.planned)
    expect(plain.err).toContain(words.sv.status.due(ids[0]!, '2026-06-05'))
    const rows = parse((await as(null, ['--format', 'csv', 'review', 'status'])).out, { columns: false })
    expect(rows).toHaveLength(3)
    const document = JSON.parse((await as(null, ['--format', 'json', 'review', 'status'])).out)
    expect(document).toMatchObject({
      schema: 'loggkoll/review-status/1',
      controls: [{ kind: 'recurring' }, { kind: 'targeted', stage: 'planned', parts: [] }],
    })
    expect(document.asks).toEqual([{ case_id: ids[0], due: '2026-06-05' }])
    expect((await as(null, ['--format', 'pdf', 'review', 'status'])).code).toBe(64)
  })

  it('says that there is none', async () => {
    expect((await ward().as(null, ['review', 'status'])).out).toBe(`${words.sv.status.none}\n`)
  })
})

describe('what has been judged', () => {
  it('unjustified cannot be hidden by a suppression, not even when it is open again', async () => {
    const { as, ids, decide, heard, folder, handed } = await handedWard(2)
    const [one] = handed()
    const suppress = (more: object) =>
      writeFileSync(
        join(folder, 'suppressions.yaml'),
        JSON.stringify({
          suppressions: [
            {
              rule: one!.findings[0]!.rule,
              reason: 'Kvalitetsronden i vår',
              owner: head,
              expires: '2026-12-31',
              ...more,
            },
          ],
        }),
      )
    await decide(head, ids[0]!, 'mistake')
    suppress({ user_id: one!.user_id })
    expect((await as(null, ['-q', 'audit', ...week])).code).toBe(0)
    await decide(head, ids[0]!, ...heard)
    for (const more of [{ user_id: one!.user_id }, { patient_id: one!.patient_id }, { care_unit_id: unit }]) {
      suppress(more)
      const ran = await as(null, ['-q', 'audit', ...week])
      expect(ran.code, JSON.stringify(more)).toBe(78)
      expect(ran.err).toContain('suppressions.0')
    }
    suppress({ user_id: one!.user_id, rule: 'neighbour' })
    expect((await as(null, ['-q', 'audit', ...week])).code).toBe(0)
    suppress({ user_id: 'SE5560000000-S999' })
    expect((await as(null, ['-q', 'audit', ...week])).code).toBe(0)
    suppress({ user_id: one!.user_id, patient_id: '198311209285'.replace('1983', '1984') })
    expect((await as(null, ['-q', 'audit', ...week])).code).toBe(0)
  })

  it('a reviewer’s own reading for an open case is log review, and neither before nor after', async () => {
    const { as, ids, folder, handed } = await handedWard(1)
    const { patient_id } = handed()[0]!
    const read = (user_id: string, day: string) => ({
      occurred_at: `${day}T12:00:00`,
      user_id,
      patient_id: patient_id!,
      care_unit_id: unit,
      activity: 'read',
    })
    // Nothing gives cover for another record.
    const stray = { ...read(head, '2026-06-03'), patient_id: 'okänd-1' }
    const days = ['2026-05-31', '2026-06-01', '2026-06-03', '2026-06-04']
    await ingest(folder, 'access', [...days.map((day) => read(head, day)), read(deputy, '2026-06-02'), stray])
    const judged = ['review', 'decide', ids[0]!, '--verdict', 'mistake']
    expect((await as(head, judged, { now: '2026-06-03T08:00:00Z' })).code).toBe(0)
    const explainedOn = async (from: string, to: string): Promise<string> => {
      const period = ['--from', from, '--to', to]
      const { out } = await as(null, ['--format', 'json', 'audit', ...period], { now: '2026-06-20T08:00:00Z' })
      const { lookups, explained } = AuditDocument.parse(JSON.parse(out)).run
      return `${explained} of ${lookups}`
    }
    expect(await explainedOn('2026-05-31', '2026-06-01')).toBe('0 of 1')
    expect(await explainedOn('2026-06-01', '2026-06-02')).toBe('1 of 1')
    expect(await explainedOn('2026-06-02', '2026-06-03')).toBe('0 of 1')
    expect(await explainedOn('2026-06-03', '2026-06-04')).toBe('1 of 2')
    expect(await explainedOn('2026-06-04', '2026-06-05')).toBe('0 of 1')
    const told = await as(null, ['--format', 'json', 'explain', '--user', head, '--patient', patient_id!])
    expect(told.out).toContain('log_review')
  })
})

it('nobody who is protected is in any output, and no name is in the journal', async () => {
  const { as, handOut, said, folder, handed, status } = ward()
  const secret = [...patients.filter(isProtected), ...staff.filter(isProtected)]
  await handOut('--unit', unit, '--budget', '999')
  await handOut('--central', '--budget', '999')
  const mine = handed().filter(({ care_unit_id }) => care_unit_id === unit)
  for (const { case_id } of mine.slice(0, 5)) {
    await as(head, ['review', 'decide', case_id, '--verdict', 'unjustified', '--answer', 'nyfiken'])
    await as(null, ['review', 'follow', case_id])
    await as(null, ['--format', 'json', 'review', 'follow', case_id])
  }
  await as(head, ['review', 'next'], { input: `n\n${'h\n'.repeat(mine.length)}` })
  await status()
  for (const format of ['table', 'csv']) await as(null, ['--format', format, 'review', 'status'])
  await as(null, ['--format', 'json', 'trail', 'list'])
  const outputs = said()
  expect(outputs.includes('skyddad-')).toBe(true)
  for (const one of secret) {
    for (const word of [
      one['user_id'],
      one['patient_id'],
      one['person_id'],
      `${one['given_name']} ${one['family_name']}`,
    ]) {
      if (!word) continue
      expect(outputs.includes(word), word).toBe(false)
      if (/^\d{12}$/.test(word)) expect(outputs.includes(hyphened(word)), word).toBe(false)
    }
  }
  const journal = readFileSync(join(folder, 'review.ndjson'), 'utf8')
  for (const one of [...patients, ...staff]) {
    for (const name of [one['family_name'], one['given_name']].filter((part) => part))
      expect(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(journal), name).toBe(false)
  }
})

it.each(['19831120-9285', '198311209285', '831120-9285', '19831120 9285', '831120 9285', '831120–9285'])(
  'no personal number is in the trail: %s',
  async (number) => {
    const { as, folder } = ward()
    await as(null, ['review', 'plan', ...week, '--patient', number, '--reason', `begäran från ${number}, brev`])
    await as(head, ['review', 'decide', 'C-0', '--verdict', 'ask', '--comment', `gäller ${number}.`])
    const trail = readFileSync(join(folder, 'trail.ndjson'), 'utf8')
    expect(trail).toContain('review plan')
    expect(/831120.?9285/.exec(trail)?.[0]).toBeUndefined()
  },
)

it.each(['plan', 'export', 'import', 'next', 'decide', 'reveal', 'sign', 'status', 'follow'])(
  'review %s says its usage',
  async (name) => {
    const { code, out } = await run(['review', name, '--help'])
    expect(code).toBe(0)
    expect(out).toContain(`review ${name}`)
    expect(out).toContain('Examples:')
  },
)

it('an audit of the document form shows where each finding stands', async () => {
  const { as, handOut } = ward()
  await handOut('--unit', unit, '--budget', '2')
  const { out } = await as(null, ['--format', 'json', 'audit', ...week])
  const states = AuditDocument.parse(JSON.parse(out)).findings.map(({ state }) => state)
  expect(states.filter((state) => state === 'open').length).toBeGreaterThanOrEqual(2)
})

describe('review import', () => {
  /** What the page of a packet saves, with these verdicts by case. */
  async function saved(more: Partial<Answers> = {}, given: readonly (Answer['verdict'] | undefined)[] = ['mistake']) {
    const world = await handedWard(3)
    const [packet] = world.bodies().flatMap((body) => (body.entry === 'handed_out' ? [body] : []))
    const blank = { explanation: null, comment: '', due: null, employee_answer: null, not_asked_reason: null }
    const answers: Answers = {
      schema: 'loggkoll/answers/1',
      packet_id: packet!.packet_id,
      control_id: world.control,
      not_party: true,
      saved_at: '2026-06-01T07:00:00Z',
      minutes: 4,
      answers: given.flatMap((verdict, place) =>
        verdict === undefined ? [] : [{ ...blank, case_id: world.ids[place]!, verdict }],
      ),
      ...more,
    }
    const path = join(world.folder, 'svar.json')
    writeFileSync(path, JSON.stringify(answers))
    const decided = () => world.bodies().filter(({ entry }) => entry === 'decided').length
    return { ...world, path, decided, read: () => world.as(null, ['review', 'import', path]) }
  }

  it('takes answers once, and says what is not filled in', async () => {
    const { read, decided, journal } = await saved({}, ['mistake', null])
    const first = await read()
    expect(first).toMatchObject({ code: 0 })
    expect(first.out).toContain(words.sv.imported(1, 0, 2))
    expect(journal().at(-1)?.body).toMatchObject({ entry: 'decided', reviewer: head, verdict: 'mistake' })
    expect((await read()).out).toContain(words.sv.imported(0, 1, 2))
    expect(decided()).toBe(1)
  })

  it('takes each answer for itself: what lacks something is said, and ends with 2', async () => {
    const { read, decided } = await saved({}, ['unjustified', 'mistake', 'explained'])
    const { code, out } = await read()
    expect(code).toBe(2)
    expect(out).toContain(words.sv.objections.employee_not_heard)
    expect(out).toContain(words.sv.objections.no_explanation)
    expect(decided()).toBe(1)
  })

  it.each([
    ['of a party', { not_party: false }, 77],
    ['of another packet', { packet_id: 'P-0' }, 65],
  ] as const)('takes nothing %s', async (_, more, code) => {
    const { read, decided } = await saved(more)
    expect(await read()).toMatchObject({ code, out: '' })
    expect(decided()).toBe(0)
  })

  it.each([
    ['saved before', '2026-06-02T12:50:00Z', '2026-06-02T12:55:00Z'],
    ['of no time, which was taken once', '', ''],
  ])('leaves a case as it was judged since by an answer %s, and says which', async (_, earlier, later) => {
    const { path, as, ids, status, bodies } = await saved()
    const now = '2026-06-02T14:00:00Z'
    const file = JSON.parse(readFileSync(path, 'utf8')) as Answers
    const importing = (saved_at: string, given: Partial<Answer>) => {
      writeFileSync(path, JSON.stringify({ ...file, saved_at, answers: [{ ...file.answers[0], ...given }] }))
      return as(null, ['review', 'import', path], { now })
    }
    const old = { verdict: 'explained', explanation: 'care' } as const
    if (earlier === '') await importing(earlier, old)
    await importing(later, { verdict: 'unjustified', employee_answer: 'nyfiken' })
    const before = bodies().length
    const { code, out } = await importing(earlier, old)
    expect(code).toBe(0)
    expect(out).toContain(`${words.sv.imported(0, 0, 2)} ${words.sv.judgedLater(1)}`)
    expect(out).toContain(`${ids[0]}: ${words.sv.objections.judged_later}`)
    expect(out).not.toContain(words.sv.notTaken)
    expect(bodies()).toHaveLength(before)
    expect((await status()).follow_ups).toMatchObject([{ case_id: ids[0] }])
    expect((await importing('2026-06-02T14:30:00Z', old)).out).toContain(words.sv.imported(1, 0, 2))
  })

  it('takes nothing more after the signature, and ends with 77 for whoever is near by now', async () => {
    const { read, decided, as, folder, handed, path } = await saved({}, ['mistake', 'mistake', 'mistake'])
    await read()
    expect((await as(head, ['review', 'sign', '--unit', unit])).code).toBe(0)
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"mistake"', '"not_person"'))
    expect((await read()).out).toContain(words.sv.objections.signed)
    const { person_id } = staff.find(({ user_id }) => user_id === head)!
    const patient_id = handed()[0]!.patient_id!
    await ingest(folder, 'relation', [{ person_id, related_person_id: patient_id, kind: 'sibling' }])
    expect((await read()).code).toBe(77)
    expect(decided()).toBe(3)
  })
})
