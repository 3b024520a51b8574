import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Entry } from '../../../src/model/review.ts'
import { SampleDocument } from '../../../src/model/sample-document.ts'
import { textWidth } from '../../../src/reports/plain-text.ts'
import { inDrawOrder } from '../../../src/review/sample/draw-order.ts'
import { readJournal } from '../../../src/workspace/journal.ts'
import { openWorkspace } from '../../../src/workspace/workspace.ts'
import { run, workspace } from '../../harness/program.ts'
import { clinic, draw, head, march, patients, protectedUser, robot, twoUnits, user, ward } from './world.ts'

/** Many tests look at it, and none writes into its journal: it is made once. */
let folder = ''
beforeEach(async () => {
  if (folder !== '') return
  const made = await twoUnits()
  folder = mkdtempSync(join(tmpdir(), 'loggkoll-sample-'))
  cpSync(made, folder, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const json = async (words: readonly string[], before: readonly string[] = []): Promise<SampleDocument> => {
  const done = await draw(folder, words, ['--format', 'json', ...before])
  expect(done.code, done.err).toBe(0)
  return SampleDocument.parse(JSON.parse(done.out))
}
const trial = (...words: string[]) => json([...words, '--dry-run'])
const journalOf = (at: string) => readJournal(openWorkspace(at).journal)
const usersOf = (document: SampleDocument) => document.draws.flatMap(({ items }) => items.map(({ user_id }) => user_id))
const revealing = ['--reveal', '--reason', 'prov']

describe('loggkoll sample', () => {
  it('draws a random day of each user, with all lookups of that day', async () => {
    const document = await trial('--method', 'users', '--size', '5', '--seed', '42', ...revealing)
    expect(document).toMatchObject({ method: 'users', from: '2026-03-01', to: '2026-04-01', notices: [] })
    const [only] = document.draws
    // Twenty but the head of the ward; no robot, no citizen, no system, nobody who only saw a list.
    expect(only).toMatchObject({ care_unit_id: null, population: 19, size: '5', seed: 42, state: 'dry_run' })
    expect(only!.items).toHaveLength(5)
    for (const item of only!.items) {
      expect(item).toMatchObject({ subject: 'user_day', patient_id: null, minutes: 3 })
      expect(item.lookup_ids).toHaveLength(2)
      expect([ward, clinic]).toContain(item.care_unit_id)
    }
    const population = Array.from({ length: 19 }, (_, place) => user(place + 2))
    expect(usersOf(document)).toEqual(inDrawOrder(42, population).slice(0, 5))
    const lines = `${population.toSorted().join('\n')}\n`
    expect(only!.population_sha256).toBe(createHash('sha256').update(lines).digest('hex'))
  })

  it('prints the list that it draws from, so that another can draw again', async () => {
    const words = ['--method', 'users', '--size', '5', '--population']
    expect((await draw(folder, words)).code).toBe(77)
    const { out, code } = await draw(folder, [...words, ...revealing])
    expect(code).toBe(0)
    const document = await trial('--method', 'users', '--size', '5', '--seed', '42', ...revealing)
    expect(createHash('sha256').update(out).digest('hex')).toBe(document.draws[0]!.population_sha256)
    expect(inDrawOrder(42, out.trim().split('\n')).slice(0, 5)).toEqual(usersOf(document))
    expect((await draw(folder, [...words, ...revealing, '--by-unit'])).code).toBe(64)
  })

  it('draws each unit by itself, a share of each rounded up', async () => {
    const document = await trial('--method', 'users', '--size', '10%', '--by-unit', '--seed', '1')
    expect(document.draws.map((one) => [one.care_unit_id, one.population, one.items.length])).toEqual([
      [ward, 11, 2],
      [clinic, 8, 1],
    ])
    expect(document.draws.map(({ left_out }) => left_out)).toEqual([[{ user_id: head, cause: 'reviewer' }], []])
  })

  it('draws single lookups, patients and days of a unit', async () => {
    const lookups = await trial('--method', 'lookups', '--size', '4', '--seed', '2')
    for (const item of lookups.draws[0]!.items) {
      expect(item).toMatchObject({ subject: 'user_patient', minutes: 3 })
      expect(item.lookup_ids).toHaveLength(1)
      expect(item.patient_id).not.toBeNull()
    }
    const records = await trial('--method', 'patients', '--size', '2', '--seed', '2')
    for (const item of records.draws[0]!.items) {
      expect(item).toMatchObject({ subject: 'patient', user_id: null, care_unit_id: null })
      expect(item.lookup_ids.length).toBeGreaterThan(5)
    }
    const days = await trial('--method', 'unit-days', '--size', '3', '--seed', '2', '--unit', ward)
    for (const item of days.draws[0]!.items) {
      expect(item).toMatchObject({ subject: 'unit_day', user_id: null, patient_id: null, care_unit_id: ward })
      // Eight or so of eleven, two lookups each; the head's are not among them.
      expect(item.lookup_ids.length).toBeLessThanOrEqual(16)
    }
  })

  it('gives each lookup the id that explain gives it', async () => {
    const { draws } = await trial('--method', 'lookups', '--size', '1', '--seed', '3', ...revealing)
    const { user_id, patient_id, lookup_ids } = draws[0]!.items[0]!
    const told = await run(['-w', folder, '--format', 'json', 'explain', '--user', user_id!, '--patient', patient_id!])
    expect(told.code, told.err).toBe(0)
    expect(told.out).toContain(lookup_ids[0])
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('never draws the reviewer’s own rows, by seed %i', async (seed) => {
    const seen = new Set<string>()
    for (const method of ['users', 'lookups', 'rotation']) {
      const size = method === 'rotation' ? [] : ['--size', '60%']
      for (const where of [[], ['--by-unit']]) {
        const document = await json(
          ['--method', method, ...size, ...where, '--seed', String(seed), '--dry-run', ...revealing],
          ['--as', user(5)],
        )
        for (const id of usersOf(document)) seen.add(id!)
        expect(document.draws[0]!.left_out).toEqual(
          expect.arrayContaining([
            { user_id: head, cause: 'reviewer' },
            { user_id: user(5), cause: 'reviewer' },
          ]),
        )
      }
    }
    for (const id of [head, user(5), robot, patients[0]!, 'SYSTEM', user(30)]) expect(seen).not.toContain(id)
    expect(seen.size).toBeGreaterThan(10)
  })

  it('leaves the reviewer’s own rows out of a day of the unit and of a patient’s record', async () => {
    const mine = async (reviewer: string): Promise<Set<string>> => {
      const words = ['--size', '100%', '--seed', '1', '--dry-run', ...revealing]
      const both = [
        await json(['--method', 'unit-days', ...words], ['--as', reviewer]),
        await json(['--method', 'patients', ...words], ['--as', reviewer]),
      ]
      return new Set(both.flatMap(({ draws }) => draws.flatMap((one) => one.items.flatMap((item) => item.lookup_ids))))
    }
    const own = await trial('--method', 'users', '--size', '100%', '--seed', '1', ...revealing)
    const theirs = own.draws[0]!.items.find(({ user_id }) => user_id === user(5))!.lookup_ids
    const withThem = await mine(user(6))
    const without = await mine(user(5))
    for (const id of theirs) {
      expect(withThem).toContain(id)
      expect(without).not.toContain(id)
    }
  })

  it('draws protected staff under a pseudonym', async () => {
    const words = ['--method', 'users', '--size', '100%', '--seed', '9', '--dry-run']
    for (const format of ['table', 'json', 'csv']) {
      const { out } = await draw(folder, words, ['--format', format])
      expect(out).not.toContain(protectedUser)
      expect(out).not.toContain('Provia20')
      expect(out).toMatch(/skyddad-[0-9a-f]{16}/)
      const shown = await draw(folder, [...words, ...revealing], ['--format', format])
      expect(shown.out).toContain(protectedUser)
    }
  })

  it('postpones who is registered as away all the month', async () => {
    const seen = []
    for (let seed = 0; seed < 12; seed++) {
      const document = await trial('--method', 'rotation', '--unit', ward, '--seed', String(seed))
      expect(usersOf(document)).not.toContain(user(12))
      seen.push(...document.draws[0]!.left_out.filter(({ cause }) => cause === 'absent').map(({ user_id }) => user_id))
      expect(document.draws[0]).toMatchObject({ size: '1/12+1', population: 11 })
    }
    expect(new Set(seen)).toEqual(new Set([user(12)]))
  })

  it('says when it takes more than an hour', async () => {
    const much = await trial('--method', 'users', '--size', '100%', '--seed', '1')
    expect(much.minutes).toBe(57)
    expect(much.notices).toEqual([])
    const more = await trial('--method', 'lookups', '--size', '21', '--seed', '1')
    expect(more).toMatchObject({ minutes: 63, notices: ['over_an_hour'] })
    const { out } = await draw(folder, ['--method', 'lookups', '--size', '21', '--dry-run'])
    expect(out).toContain('mer än en timme')
  })

  it('chooses a seed when none is given, and prints it', async () => {
    const one = await trial('--method', 'users', '--size', '3')
    const again = await trial('--method', 'users', '--size', '3', '--seed', String(one.draws[0]!.seed))
    expect(again).toEqual(one)
    const { out } = await draw(folder, ['--method', 'users', '--size', '3', '--dry-run'])
    expect(out).toMatch(/Slumpfrö \d+, urval D-/)
  })

  it('gives the same bytes by the same seed, and leaves a line in the trail', async () => {
    const words = ['--method', 'users', '--size', '30%', '--by-unit', '--seed', '77', '--dry-run']
    const first = await draw(folder, words)
    expect((await draw(folder, words)).out).toBe(first.out)
    const lines = readFileSync(join(folder, 'trail.ndjson'), 'utf8').trim().split('\n')
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ command: 'sample', rows_shown: 8 })
    const csv = await draw(folder, words, ['--format', 'csv'])
    expect(parse(csv.out, { columns: true })).toHaveLength(8)
  })
})

/** Compares with the kept text; UPDATE_GOLDEN=1 writes it anew, to be read in review like code. */
function expectGolden(text: string, name: string): void {
  const file = new URL(`golden/${name}`, import.meta.url)
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
}

describe.each(['sv', 'en'])('the table in %s', (language) => {
  it.each([
    ['users', ['--size', '20%', '--by-unit']],
    ['lookups', ['--size', '3']],
    ['patients', ['--size', '2', '--unit', ward]],
    ['unit-days', ['--size', '2']],
    ['rotation', ['--by-unit']],
  ])('of %s', async (method, words) => {
    const before = ['--lang', language]
    const { out } = await draw(folder, ['--method', method, ...words, '--seed', '44', '--dry-run'], before)
    expectGolden(out, `${method}.${language}.txt`)
    for (const line of out.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(80)
  })
})

describe('what `sample` enters in the journal', () => {
  it('is the plan of the month’s control and the draw; done again it is nothing', async () => {
    const at = await twoUnits()
    const words = ['--method', 'users', '--size', '3', '--unit', ward, clinic, '--seed', '5']
    expect((await draw(at, [...words, '--dry-run'])).code).toBe(0)
    expect(existsSync(openWorkspace(at).journal) ? journalOf(at) : []).toEqual([])
    const first = SampleDocument.parse(JSON.parse((await draw(at, words, ['--format', 'json'])).out))
    expect(first.draws.map(({ state }) => state)).toEqual(['new', 'new'])
    const known = journalOf(at)
    expect(known.map(({ body }) => body.entry)).toEqual(['planned', 'drawn', 'drawn'])
    expect(known[0]!.body).toMatchObject({
      kind: 'recurring',
      from: '2026-03-01',
      to: '2026-04-01',
      control_id: first.control_id,
    })
    const drawn = known[1]!.body as Entry<'drawn'>
    expect(drawn).toMatchObject({
      seed: 5,
      size: '3',
      population: 11,
      care_unit_id: ward,
      control_id: first.control_id,
    })
    expect(drawn.items).toHaveLength(3)
    const again = SampleDocument.parse(JSON.parse((await draw(at, words, ['--format', 'json'])).out))
    expect(again.draws.map(({ state }) => state)).toEqual(['known', 'known'])
    expect(again.draws.map(({ items }) => items)).toEqual(first.draws.map(({ items }) => items))
    expect(journalOf(at)).toHaveLength(3)
    expect((await draw(at, words)).out).toContain('gjort tidigare')
    // Another seed is another draw: both are kept, and it is said.
    const other = SampleDocument.parse(
      JSON.parse((await draw(at, [...words.slice(0, -1), '6'], ['--format', 'json'])).out),
    )
    expect(other.notices).toContain('drawn_again')
    expect(journalOf(at).map(({ body }) => body.entry)).toEqual(['planned', 'drawn', 'drawn', 'drawn', 'drawn'])
  })

  it('keeps a rotation to once a month, whatever the seed, and goes on from it', async () => {
    const at = await twoUnits()
    const rotate = async (seed: number) =>
      SampleDocument.parse(
        JSON.parse(
          (await draw(at, ['--method', 'rotation', '--unit', clinic, '--seed', String(seed)], ['--format', 'json']))
            .out,
        ),
      )
    const first = await rotate(1)
    expect(first.draws[0]!.items).toHaveLength(2)
    const second = await rotate(2)
    expect(second.draws[0]).toMatchObject({ state: 'known', seed: 1 })
    expect(journalOf(at).filter(({ body }) => body.entry === 'drawn')).toHaveLength(1)
  })

  it('can be of another control', async () => {
    const at = await twoUnits()
    const planned = await run([
      '-w',
      at,
      'sample',
      '--method',
      'users',
      '--size',
      '1',
      '--from',
      '2026-03-02',
      '--to',
      '2026-03-09',
    ])
    expect(planned.code).toBe(0)
    const id = journalOf(at)[0]!.body.control_id
    const done = await run([
      '-w',
      at,
      '--format',
      'json',
      'sample',
      '--method',
      'lookups',
      '--size',
      '2',
      '--control',
      id,
    ])
    expect(JSON.parse(done.out)).toMatchObject({ control_id: id, from: '2026-03-02', to: '2026-03-09' })
    expect((await run(['-w', at, 'sample', '--method', 'lookups', '--size', '2', '--control', 'K-0'])).code).toBe(64)
  })
})

describe('bad input of `sample`', () => {
  it.each([
    [['--method', 'users']],
    [['--method', 'users', '--size', '0']],
    [['--method', 'users', '--size', '150%']],
    [['--method', 'rotation', '--size', '3']],
    [['--method', 'draws', '--size', '3']],
    [['--size', '3']],
    [['--method', 'users', '--size', '3', '--unit', 'SE5560000000-U101']],
    [['--method', 'users', '--size', '3', '--seed', '-1']],
    [['--method', 'users', '--size', '3', '--seed', '99999999999999999999']],
    [['--method', 'users', '--size', '3', '--reveal']],
    [['--method', 'rotation', '--from', '2026-03-02', '--to', '2026-04-02']],
  ])('%j is wrong usage', async (words) => {
    const month = words.includes('--from') ? [] : [...march]
    const done = await run(['-w', folder, 'sample', ...month, ...words])
    expect(done.code).toBe(64)
    expect(done.out).toBe('')
  })

  it('says when there is nobody to draw from', async () => {
    const empty = await run(['-w', folder, 'sample', '--method', 'users', '--size', '3', '--month', '2026-05'])
    expect(empty.code).toBe(65)
    expect(empty.err).toContain('nobody to draw')
    const unit = await draw(folder, ['--method', 'users', '--size', '3', '--unit', 'SE5560000000-U300'])
    expect(unit.code).toBe(65)
    const none = await run(['-w', await workspace(), 'sample', '--method', 'users', '--size', '3'])
    expect(none.code).toBe(65)
    expect(none.err).toContain('loggkoll ingest')
  })

  it('names the unit that was meant', async () => {
    const { err } = await draw(folder, ['--method', 'users', '--size', '3', '--unit', 'SE5560000000-U101'])
    expect(err).toContain('did you mean SE5560000000-U')
  })
})
