import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { answerVocabulary, workbookWords } from '../src/language/workbook/index.ts'
import { Answers } from '../src/model/answers.ts'
import { Packet } from '../src/model/packet.ts'
import type { Verdict } from '../src/model/review.ts'
import { builtProgram } from './harness/built-program.ts'
import { chromium, Chromium } from './harness/chromium.ts'
import { libreOffice, type Typed, typedInLibreOffice } from './harness/libreoffice.ts'
import { sample } from './harness/paths.ts'
import { cellsOf } from './packet/read-cells.ts'

const passphrase = 'höst-tåg-lönn-9'
const [ward, clinic] = ['SE5560000000-U110', 'SE5560000000-U120']
const [head, nurse, second, central] = [
  'SE5560000000-S007',
  'SE5560000000-S021',
  'SE5560000000-S015',
  'SE5560000000-S042',
]

describe('a whole control of the made-up week, by the built program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'loggkoll-control-'))
  const at = (name: string): string => join(folder, name)
  const program = builtProgram()
  const loggkoll = (...words: string[]) =>
    spawnSync(process.execPath, [program, '-w', at('workspace'), ...words], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { PATH: '/usr/bin', LOGGKOLL_PASSPHRASE: passphrase },
    })
  const done = (...words: string[]) => {
    const ran = loggkoll(...words)
    expect(ran.status, `${words.join(' ')}\n${ran.stderr}`).toBe(0)
    return ran
  }
  const week = ['--from', '2026-04-27', '--to', '2026-05-04']
  const packetOf = (unit: string): Packet =>
    Packet.parse(JSON.parse(readFileSync(at(`${unit}.json`), 'utf8')) as unknown)

  beforeAll(() => {
    spawnSync(process.execPath, [program, 'init', at('workspace'), '--seed', 'ward-week'])
    const files = readdirSync(sample).filter((name) => name.endsWith('.csv'))
    done('-q', 'ingest', ...files.sort().map((name) => join(sample, name)))
    return () => rmSync(folder, { recursive: true, force: true })
  })

  it('is planned, drawn and handed out to three reviewers', () => {
    done('-q', 'audit', ...week)
    expect(done('review', 'plan', ...week, '--case-number', 'HSN-2026-114').stdout).toMatch(/^K-[0-9a-f]{16}\n$/)
    const drawn = done('sample', '--method', 'users', '--size', '2', '--by-unit', '--seed', '7', ...week)
    expect(drawn.stdout).toContain('Slumpfrö 7')
    const out = done('review', 'export', '--unit', ward, '-o', at('ward.html'))
    expect(out.stderr).toMatch(/granskningsfall är skrivet till .*Det tar uppskattningsvis \d+ minuter/)
    done('review', 'export', '--unit', clinic, '-o', at('clinic.xlsx'))
    done('review', 'export', '--central', '-o', at('central.html'))
    // The same packets for the test to look into: nothing new is handed out.
    for (const [unit, words] of [
      ['ward', ['--unit', ward]],
      ['clinic', ['--unit', clinic]],
      ['central', ['--central']],
    ] as const) {
      expect(done('review', 'export', ...words, '-o', at(`${unit}.json`)).stderr).toContain('Inget nytt')
      const { cases } = packetOf(unit)
      expect(new Set(cases.map(({ source }) => source))).toEqual(new Set(['rules', 'draw']))
      expect(cases.filter(({ source }) => source === 'draw').every(({ questions }) => questions.length === 0)).toBe(
        true,
      )
    }
    expect(packetOf('ward').cases.filter(({ source }) => source === 'rules').length).toBeLessThanOrEqual(10)
    // No one judges their own: what the ward's head has done lies with the central reviewer.
    expect(readFileSync(at('ward.html'), 'utf8')).not.toContain(packetOf('ward').cases[0]!.who)
  })

  it('is judged on the page, in a real browser', async ({ skip }) => {
    if (chromium === undefined) {
      judgeWithoutBrowser('ward', { 1: 'unjustified', 2: 'ask' })
      judgeWithoutBrowser('central', {})
      skip()
    }
    const browser = await Chromium.open()
    try {
      for (const [name, verdicts] of [
        ['ward', { 1: 'unjustified', 2: 'ask' }],
        ['central', {}],
      ] as const) {
        const page = await browser.page()
        await page.goto(pathToFileURL(at(`${name}.html`)).href)
        await page.type(passphrase)
        await page.press('Enter')
        await page.until('document.body.dataset.ready')
        await page.click('input[type=checkbox]')
        for (const { place } of packetOf(name).cases) {
          const verdict: Verdict = (verdicts as Record<number, Verdict>)[place] ?? 'mistake'
          await page.evaluate(judge(place, verdict))
        }
        await page.evaluate(`document.querySelector('#save button').click()`)
        writeFileSync(at(`${name}-svar.json`), readFileSync(await page.saved()))
        expect(page.complaints).toEqual([])
        // Nothing but the file itself, and a picture that the browser draws in a field for a date.
        const isOwn = (address: string): boolean => /^(?:file|blob|data):/.test(address)
        expect(page.requests.filter((address) => !isOwn(address))).toEqual([])
      }
    } finally {
      await browser.close()
    }
  })

  it('is judged in the workbook, by a spreadsheet program', async ({ skip }) => {
    if (libreOffice === undefined) {
      judgeWithoutBrowser('clinic', {})
      skip()
    }
    const workbook = readFileSync(at('clinic.xlsx'))
    const words = { ...workbookWords('sv'), ...answerVocabulary('sv') }
    const cells = await cellsOf(workbook, words.sheets.cases)
    const verdictColumn = [...cells].find(([, text]) => text === words.columns.verdict)![0].replace(/\d+$/, '')
    const rows = packetOf('clinic').cases.map(({ case_id }) => [...cells].find(([, text]) => text === case_id)![0])
    const party = [...(await cellsOf(workbook, words.sheets.read))].find(([, text]) => text === words.party.line)![0]
    const typed: Typed[] = [
      { sheet: words.sheets.read, cell: party.replace(/^[A-Z]+/, 'B'), text: words.party.yes },
      ...rows.map((place) => ({
        sheet: words.sheets.cases,
        cell: place.replace(/^[A-Z]+/, verdictColumn),
        text: words.verdicts.mistake,
      })),
    ]
    writeFileSync(at('clinic-svar.xlsx'), await typedInLibreOffice(workbook, typed))
  })

  it('is taken back, once, and cannot be signed before it is ready', () => {
    const back = readdirSync(folder).filter((name) => name.includes('-svar.'))
    expect(back).toHaveLength(3)
    const taken = done('review', 'import', ...back.map(at))
    expect(taken.stdout).toContain('En andra granskare bedömer fallet senast')
    expect(done('review', 'import', ...back.map(at)).stdout).not.toMatch(/: [1-9]\d* bedömning/)
    const early = loggkoll('--as', head, 'review', 'sign', '--unit', ward)
    expect(early.status).toBe(77)
    const { cases } = packetOf('ward')
    done('--as', head, 'review', 'decide', cases[1]!.case_id, '--verdict', 'explained', '--explanation', 'care')
    done('review', 'export', '--second', '--reviewer', second, '-o', at('second.html'))
    done(
      '--as',
      second,
      'review',
      'decide',
      cases[0]!.case_id,
      '--verdict',
      'unjustified',
      '--not-asked',
      'som den första',
    )
    for (const step of ['log_secured', 'search_widened', 'employee_heard'])
      done('review', 'follow', cases[0]!.case_id, '--step', step)
  })

  it('is signed with and without remark, told in a protocol, and counted', () => {
    expect(done('--as', head, 'review', 'sign', '--unit', ward).stderr).toContain('med anmärkning')
    expect(done('--as', nurse, 'review', 'sign', '--unit', clinic).stderr).toContain('utan anmärkning')
    done('--as', central, 'review', 'sign', '--central')
    done('report', 'protocol', '--unit', ward, '-o', at('protocol.pdf'))
    expect(readFileSync(at('protocol.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    const told = done('--format', 'md', 'report', 'protocol', '--unit', ward).stdout
    expect(told).toContain('HSN-2026-114')
    expect(told).toMatch(/med anmärkning/i)
    const coverage = done('--format', 'json', 'report', 'coverage', '--year', '2026').stdout
    expect(coverage).toContain('"signed"')
    expect(done('trail', 'verify').stdout).toContain('Granskningsjournalen är hel')
  })

  /** The answers of a packet where the program for it is not installed, as the page would have saved them. */
  function judgeWithoutBrowser(name: string, verdicts: Readonly<Record<number, Verdict>>): void {
    const { packet_id, control_id, cases } = packetOf(name)
    const answers: Answers = {
      schema: 'loggkoll/answers/1',
      packet_id,
      control_id,
      not_party: true,
      saved_at: '2026-06-01T08:00:00Z',
      minutes: 1,
      answers: cases.map(({ case_id, place }) => ({
        case_id,
        verdict: verdicts[place] ?? 'mistake',
        explanation: null,
        comment: '',
        due: null,
        employee_answer: null,
        not_asked_reason: verdicts[place] === 'unjustified' ? 'misstanke om brott' : null,
      })),
    }
    writeFileSync(at(`${name}-svar.json`), JSON.stringify(Answers.parse(answers)))
  }
})

/** Chooses a verdict on the page as a click does, and fills in what it asks for. */
function judge(place: number, verdict: Verdict): string {
  return `(() => {
    const form = document.querySelectorAll('article.case')[${place - 1}]
    form.querySelector('input[value="${verdict}"]').click()
    for (const text of form.querySelectorAll('textarea')) {
      if (text.closest('[hidden]') || !text.id.endsWith('not_asked_reason')) continue
      text.value = '${verdict === 'unjustified' ? 'misstanke om brott' : ''}'
      text.dispatchEvent(new Event('input', { bubbles: true }))
    }
  })()`
}
