import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProtocolDocument } from '../../src/model/protocol-document.ts'
import { TrendDocument } from '../../src/model/trend-document.ts'
import { UnitDocument } from '../../src/model/unit-document.ts'
import { reviewWords } from '../../src/language/review/index.ts'
import { protocolPages } from '../../src/reports/protocol/printed.ts'
import { readTrail } from '../../src/workspace/trail.ts'
import { root } from '../harness/paths.ts'
import { run, scratchFolder } from '../harness/program.ts'

const unit = 'SE5560000000-U120'
const head = 'SE5560000000-S021'
const central = 'SE5560000000-S042'
const sample = join(root, 'samples/ward-week')

/** A control of the sample week in which one unit is signed with remark, and another is only handed out. */
let made: string
/** Cases of the signed unit, in the order in which they were handed out. */
let cases: string[]

beforeAll(async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'loggkoll-test-')), 'w')
  const go = async (...words: readonly string[]): Promise<string> => {
    const { code, out, err } = await run(['-w', folder, ...words])
    if (code !== 0) throw new Error(err)
    return out
  }
  const files = readdirSync(sample).filter((name) => name.endsWith('.csv'))
  await run(['init', folder, '--seed', 'test'])
  await go('-q', 'ingest', ...files.map((name) => join(sample, name)))
  await go('--format', 'json', 'audit', '--from', '2026-04-27', '--to', '2026-05-04')
  await go('review', 'plan', '--from', '2026-04-27', '--to', '2026-05-04', '--case-number', 'HSN-2026-1')
  await go('--format', 'json', '-o', join(folder, 'packet.json'), 'review', 'export', '--unit', unit)
  await go('--format', 'json', '-o', join(folder, 'other.json'), 'review', 'export', '--unit', 'SE5560000000-U110')
  const packet = JSON.parse(readFileSync(join(folder, 'packet.json'), 'utf8')) as { cases: { case_id: string }[] }
  cases = packet.cases.map(({ case_id }) => case_id)
  for (const [place, id] of cases.entries()) {
    const verdict =
      place === 0
        ? ['unjustified', '--answer', '=cmd|1 <b>nyfiken</b>']
        : ['explained', '--explanation', 'care', '--comment', 'Behandlande läkare']
    await go('--as', head, 'review', 'decide', id, '--verdict', ...verdict)
  }
  await go('--as', central, 'review', 'decide', cases[0]!, '--verdict', 'unjustified', '--not-asked', 'Har hörts')
  await go('--as', head, 'review', 'sign', '--unit', unit)
  made = folder
})

afterAll(() => rmSync(dirname(made), { recursive: true, force: true }))

/** The workspace, without the last line of its journal. */
function cutJournal(): { folder: string; count: number } {
  const folder = join(scratchFolder(), 'w')
  cpSync(made, folder, { recursive: true })
  const journal = join(folder, 'review.ndjson')
  const lines = readFileSync(journal, 'utf8').trimEnd().split('\n')
  expect(lines.at(-1)).toContain('"entry":"signed"')
  writeFileSync(journal, lines.slice(0, -1).join('\n').concat('\n'))
  return { folder, count: lines.length }
}

const protocolOf = async (...words: readonly string[]): Promise<ProtocolDocument> => {
  const { code, out, err } = await run(['-w', made, '--format', 'json', 'report', 'protocol', ...words])
  expect(err).toBe('')
  expect(code).toBe(0)
  return ProtocolDocument.parse(JSON.parse(out))
}

describe('report protocol', () => {
  test('of a signed unit has its outcome, both reviewers, and every case as it was handed out', async () => {
    const { draft, parts, runs, case_number, planned } = await protocolOf('--unit', unit)
    expect([draft, case_number, parts.length]).toEqual([false, 'HSN-2026-1', 1])
    const [part] = parts
    expect(part).toMatchObject({ outcome: 'remark', care_provider: 'Region Almvik', population: 246, stage: 'signed' })
    expect(part!.signed!.reviewer.name).toBe('Camilla Rosenqvist')
    expect(part!.second_reviewers.map(({ user_id }) => user_id)).toEqual([central])
    expect(part!.cases.map(({ case_id }) => case_id)).toEqual(cases)
    const [first] = part!.cases
    expect(first!.decisions.map(({ second, reviewer }) => [second, reviewer.user_id])).toEqual([
      [false, head],
      [true, central],
    ])
    expect(first!.questions.every(({ version, sentences }) => version !== null && sentences.length > 0)).toBe(true)
    expect(part!.follow_ups.map(({ case_id, confirmed }) => [case_id, confirmed])).toEqual([[cases[0], true]])
    expect(runs[0]!.inputs.find(({ kind }) => kind === 'access')).toMatchObject({ source_system: 'cosmic' })
    expect(runs[0]!.rules.length).toBeGreaterThan(20)
    expect(planned.time).toBe('2026-06-01T08:00:00.000Z')
  })

  test('of the whole control is a draft as long as one unit is not signed', async () => {
    const { draft, parts } = await protocolOf()
    expect(draft).toBe(true)
    expect(parts.map(({ stage }) => stage)).toEqual(['signed', 'handed_out'])
    expect(parts[1]).toMatchObject({ outcome: null, signed: null })
  })

  test('masks the protected in every format, and shows them for a reason that the trail keeps', async () => {
    const { parts, masked } = await protocolOf('--unit', unit)
    expect(masked).toBeGreaterThan(0)
    const hidden = parts[0]!.cases.find((one) => one.whose.startsWith('skyddad-'))!
    const shown = await protocolOf('--unit', unit, '--reveal', '--reason', 'polisanmälan')
    expect([shown.revealed_for, shown.masked]).toEqual(['polisanmälan', 0])
    const name = shown.parts[0]!.cases.find(({ case_id }) => case_id === hidden.case_id)!.whose
    expect(name).not.toMatch(/^skyddad-/)
    const personal = /\d{8}-\d{4}/.exec(name)![0]
    for (const format of ['html', 'md', 'csv', 'json']) {
      const { out } = await run(['-w', made, '--format', format, 'report', 'protocol'])
      expect(out).not.toContain(personal)
      expect(out).not.toContain(name.split(' (')[0])
    }
    const { code } = await run(['-w', made, 'report', 'protocol', '--reveal'])
    expect(code).toBe(64)
    expect(readFileSync(join(made, 'trail.ndjson'), 'utf8')).toContain('polisanmälan')
  })

  test('prints the head of the trail that holds its own line', async () => {
    const { trail_head, parts } = await protocolOf('--unit', unit)
    const last = JSON.parse(readFileSync(join(made, 'trail.ndjson'), 'utf8').trimEnd().split('\n').at(-1)!) as {
      command: string
      rows_shown: number
    }
    expect(last).toMatchObject({ command: 'report protocol', rows_shown: parts[0]!.cases.length })
    expect(JSON.stringify(last)).toContain(trail_head)
  })

  test('outlives the store: what was purged is told from the journal', async () => {
    const folder = join(scratchFolder(), 'w')
    await run(['init', folder, '--seed', 'test'])
    cpSync(join(made, 'review.ndjson'), join(folder, 'review.ndjson'))
    const { code, out, err } = await run(['-w', folder, '--format', 'json', 'report', 'protocol', '--unit', unit])
    expect([code, err]).toEqual([0, ''])
    const { parts, runs } = ProtocolDocument.parse(JSON.parse(out))
    expect(runs).toMatchObject([{ kept: false, lookups: null }])
    expect(runs[0]!.rules.length).toBeGreaterThan(20)
    const [first] = parts[0]!.cases
    expect(first).toMatchObject({ verdict: 'unjustified', first: '', lookups: 1 })
    expect(first!.questions[0]!.title).toMatch(/\?$/)
    const { out: page } = await run(['-w', folder, '--format', 'md', 'report', 'protocol', '--unit', unit])
    expect(page).toContain('är gallrad')
    expect(page).toContain('Uppgifterna om tid och innehåll är gallrade. ')
  })

  const ofJournal = [
    ['review', 'status'],
    ['review', 'plan', '--month', '2026-03'],
    ['report', 'protocol'],
    ['report', 'coverage'],
  ]

  test.each(ofJournal)(
    'is not told by %s %s without a warning when a line of the journal is gone',
    async (...words) => {
      const folder = join(scratchFolder(), 'w')
      cpSync(made, folder, { recursive: true })
      const journal = join(folder, 'review.ndjson')
      expect((await run(['-w', folder, ...words])).err).not.toContain('not whole')
      const lines = readFileSync(journal, 'utf8').split('\n')
      writeFileSync(journal, lines.toSpliced(1, 1).join('\n'))
      const { err } = await run(['-w', folder, '-q', ...words])
      expect(err.match(/the journal of the reviews is not whole/g)).toHaveLength(1)
      expect(err).toContain('trail verify')
    },
  )

  test.each(ofJournal)(
    'is not told by %s %s without a warning when the signature at its end is cut off',
    async (...words) => {
      const { folder } = cutJournal()
      for (const _ of ['once', 'and as long as it is']) {
        const { err } = await run(['-w', folder, '-q', ...words])
        expect(err.match(/the journal of the reviews is not whole/g)).toHaveLength(1)
      }
    },
  )

  test('has its end in the trail: one that is cut off is missed by trail verify and doctor, and in a backup', async () => {
    const { folder, count } = cutJournal()
    const verify = async (...words: readonly string[]) => await run(['-w', folder, ...words, 'trail', 'verify'])
    const { code, out } = await verify()
    expect([code, out]).toEqual([65, expect.stringMatching(/^Spårloggen är hel/)])
    expect(out).toContain(`Granskningsjournalen är inte hel: rad ${count}, som spårloggen har antecknat, saknas.\n`)
    const english = await verify('--lang', 'en')
    expect(english.out).toContain(`reviews is not whole: line ${count}, which the trail has noted, is missing.\n`)
    expect(JSON.parse((await verify('--format', 'json')).out)).toMatchObject({
      sound: true,
      journal: { sound: false, lines: count - 1, fault: null, missing_lines: [count, count] },
    })
    expect((await run(['-w', folder, 'doctor'])).out).toContain('Granskningsjournalen är inte hel')
    const copy = join(scratchFolder(), 'kopia.tar')
    expect(await run(['-w', folder, '-o', copy, 'backup'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('the journal of the reviews is not whole'),
    })
    expect(await run(['restore', copy, join(scratchFolder(), 'w')])).toMatchObject({ code: 65 })
    expect((await run(['-w', folder, '--lang', 'en', 'trail', 'list'])).out).toMatch(
      new RegExp(`review sign --unit \\S+  journal of the reviews: ${count} lines\n`),
    )
  })

  test('prints a head that misses the signature when journal and trail are cut back together, which nothing else does', async () => {
    const { folder } = cutJournal()
    const trail = join(folder, 'trail.ndjson')
    const printed = await run(['-w', folder, '--format', 'json', 'report', 'protocol', '--unit', unit])
    const { trail_head } = ProtocolDocument.parse(JSON.parse(printed.out))
    const lines = readFileSync(trail, 'utf8').split('\n')
    const signed = lines.findIndex((line) => line.includes('"command":"review sign"'))
    writeFileSync(trail, lines.slice(0, signed).join('\n').concat('\n'))
    expect(await run(['-w', folder, 'trail', 'verify'])).toMatchObject({ code: 0 })
    expect(await run(['-w', folder, 'trail', 'verify', '--head', trail_head])).toMatchObject({ code: 65 })
  })

  test('counts no rows of the log beside the lookups where some of them have been purged', async () => {
    const document = await protocolOf('--unit', unit)
    const figures = (of: ProtocolDocument) => protocolPages(of).blocks.find(({ is }) => is === 'figures')
    expect(JSON.stringify(figures(document))).toContain('i loggen')
    const [part] = document.parts
    const cases = part!.cases.map((one, place) => (place === 0 ? { ...one, first: '', last: '', events: 0 } : one))
    const purged = { ...document, parts: [{ ...part!, cases }] }
    expect(JSON.stringify(figures(purged))).not.toContain('i loggen')
  })

  test('of every part is what it would be alone, a file each, in one line of the trail', async () => {
    const place = join(scratchFolder(), 'protocols')
    const trail = join(made, 'trail.ndjson')
    const before = readTrail(trail).length
    const ran = await run(['-w', made, '--format', 'json', '-o', place, 'report', 'protocol', '--all'])
    expect(ran).toMatchObject({ code: 0, out: '', err: `${reviewWords('sv').protocolled(2, place)}\n` })
    const documents = readdirSync(place).map((name) => {
      const document = ProtocolDocument.parse(JSON.parse(readFileSync(join(place, name), 'utf8')))
      expect(name).toBe(`${document.parts[0]!.care_unit_id}-${document.control_id}.json`)
      return document
    })
    const all = documents.flatMap((one) => one.parts.flatMap((part) => part.cases)).length
    expect(readTrail(trail).slice(before)).toMatchObject([{ command: 'report protocol', rows_shown: all }])
    expect(documents.map(({ draft }) => draft)).toEqual([true, false])
    for (const document of documents) {
      const alone = await protocolOf('--unit', document.parts[0]!.care_unit_id!)
      expect({ ...document, trail_head: '' }).toEqual({ ...alone, trail_head: '' })
    }
  })

  test('says what there is when it is asked for something else', async () => {
    const of = async (...words: readonly string[]) => run(['-w', made, 'report', 'protocol', ...words])
    expect((await of('--unit', 'SE5560000000-U300')).code).toBe(64)
    expect((await of('--unit', unit, '--central')).code).toBe(64)
    expect((await of('--control', 'K-none')).code).toBe(64)
    expect((await of('--all')).err).toContain('-o FOLDER')
    expect((await of('--all', '--unit', unit)).err).toContain('--unit and --all')
    const folder = join(scratchFolder(), 'w')
    cpSync(made, folder, { recursive: true })
    expect((await run(['-w', folder, 'review', 'plan', '--month', '2026-04'])).code).toBe(0)
    const nothing = await run(['-w', folder, '-o', join(folder, 'x'), 'report', 'protocol', '--all'])
    expect(nothing).toMatchObject({ code: 64, err: expect.stringContaining('has been handed out') })
  })
})

describe('report unit', () => {
  test('says what to do, and names no one', async () => {
    const { code, out } = await run(['-w', made, '--format', 'json', 'report', 'unit', '--unit', unit])
    expect(code).toBe(0)
    const document = UnitDocument.parse(JSON.parse(out))
    expect(document).toMatchObject({ unit: 'Medicinmottagningen', lookups: 246, explained: 230 })
    expect(document.review).toMatchObject({ handed_out: cases.length, open: 0, signed: 1 })
    expect(document.review.verdicts).toMatchObject({ unjustified: 1, explained: cases.length - 1 })
    expect(document.tasks).toMatchObject([{ task: 'follow_up', cases: 1, due: '2026-06-04' }])
    for (const format of ['html', 'md', 'csv', 'json']) {
      const told = await run(['-w', made, '--format', format, 'report', 'unit', '--unit', unit])
      // Chance gives the head of the trail its letters, and now and then one that ends as a personal number does.
      const { hmac } = readTrail(join(made, 'trail.ndjson')).at(-1)!
      expect(told.out.includes(hmac), format).toBe(format !== 'csv')
      expect(told.out.replaceAll(hmac, '')).not.toMatch(/S021|Rosenqvist|\d{8}-?\d{4}\b(?!-)/)
    }
  })

  test('of one that is not judged says what to judge', async () => {
    const { out } = await run(['-w', made, '--format', 'json', 'report', 'unit', '--unit', 'SE5560000000-U110'])
    const { tasks, review } = UnitDocument.parse(JSON.parse(out))
    expect(tasks).toMatchObject([{ task: 'judge', cases: review.handed_out }])
    expect(tasks[0]!.minutes).toBe(review.minutes)
  })

  test('of one that nobody has been handed out says to ask for it', async () => {
    const { out } = await run(['-w', made, '--format', 'json', 'report', 'unit', '--unit', 'SE5560000000-U200'])
    expect(UnitDocument.parse(JSON.parse(out)).tasks).toMatchObject([{ task: 'hand_out' }])
  })

  test('finds the unit that was meant, and the run that is missing', async () => {
    const wrong = await run(['-w', made, 'report', 'unit', '--unit', 'SE5560000000-U12'])
    expect([wrong.code, wrong.err]).toEqual([64, expect.stringContaining('did you mean')])
    const days = await run(['-w', made, 'report', 'unit', '--unit', unit, '--month', '2026-03'])
    expect([days.code, days.err]).toEqual([65, expect.stringContaining('there is no run of 2026-03-01')])
  })
})

describe('report trend', () => {
  test('holds counts of five or more, and names no one', async () => {
    const { code, out } = await run(['-w', made, '--format', 'json', 'report', 'trend'])
    expect(code).toBe(0)
    const { months, totals } = TrendDocument.parse(JSON.parse(out))
    expect(months.map(({ month }) => month)).toEqual(['2026-04'])
    expect(totals.outcomes.unjustified).toEqual({ count: null, shown: 'under_five' })
    expect(out).not.toMatch(/SE5560000000-[SU]/)
  })

  test('of days without a control is empty, and says so', async () => {
    const { code, out } = await run(['-w', made, '--format', 'md', 'report', 'trend', '--from', '2027-01-01'])
    expect(code).toBe(0)
    expect(out).toContain('Inga kontroller är gjorda än.')
  })
})

test('report coverage names the file that it wrote, as the other reports do', async () => {
  const file = join(scratchFolder(), 'tackning.md')
  const { code, err } = await run(['-w', made, '-o', file, 'report', 'coverage', '--year', '2026'])
  expect([code, err]).toEqual([0, `${file}\n`])
})
