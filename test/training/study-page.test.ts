import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../src/model/language.ts'
import { languages } from '../../src/model/language.ts'
import type { StudyCase } from '../../src/model/study.ts'
import { studyPage } from '../../src/reports/study/html.ts'
import { makeStudy } from '../../src/reports/study/make-study.ts'
import { studyCases } from '../../src/training/cases/index.ts'
import { chooseCases } from '../../src/training/choose-cases.ts'
import { chromium, Chromium } from '../harness/chromium.ts'
import type { ChromiumPage } from '../harness/chromium-page.ts'
import { scratchFolder } from '../harness/program.ts'

/** One of each truth, and one that was drawn. */
const few = ['own-record', 'grown-daughter', 'list-view', 'drawn-day'].map((id) =>
  studyCases.find((one) => one.id === id)!,
)

/** A platform's side of SCORM 1.2: what is said out of turn, or in other words than the standard's, is a fault. */
const runTime = `
  var state = 'new', commits = 0, faults = [], told = {}
  const allowed = {
    'cmi.core.lesson_status': /^(passed|completed|failed|incomplete|browsed)$/,
    'cmi.core.score.raw': /^(100|\\d?\\d)$/, 'cmi.core.score.min': /^0$/, 'cmi.core.score.max': /^100$/,
    'cmi.core.session_time': /^\\d{2,4}:\\d\\d:\\d\\d(\\.\\d{1,2})?$/,
  }
  const said = (isRight, what) => { if (!isRight) faults.push(what); return String(isRight) }
  var API = {
    LMSInitialize(empty) { const right = state === 'new' && empty === ''; if (right) state = 'open'; return said(right, 'LMSInitialize') },
    LMSGetValue(name) { said(state === 'open', 'LMSGetValue'); return told[name] ?? '' },
    LMSSetValue(name, value) {
      const right = state === 'open' && typeof value === 'string' && allowed[name] !== undefined && allowed[name].test(value)
      if (right) told[name] = value
      return said(right, name + '=' + value)
    },
    LMSCommit(empty) { commits += 1; return said(state === 'open' && empty === '', 'LMSCommit') },
    LMSFinish(empty) { const right = state === 'open' && empty === ''; if (right) state = 'closed'; return said(right, 'LMSFinish') },
  }
`

describe.skipIf(chromium === undefined)('the self-study in a browser', () => {
  let browser: Chromium
  beforeAll(async () => void (browser = await Chromium.open()))
  afterAll(async () => await browser.close())

  async function opened(cases: readonly StudyCase[], language: Language): Promise<ChromiumPage> {
    const file = join(scratchFolder(), 'ovning.html')
    writeFileSync(file, studyPage(cases, language))
    const page = await browser.page()
    await page.goto(pathToFileURL(file).href)
    await page.until('document.body.dataset.ready')
    return page
  }
  const step = async (page: ChromiumPage, verdict: string): Promise<void> => {
    await page.evaluate(`document.querySelector('input[value="${verdict}"]').click()`)
    await page.click('.onward button')
  }

  test('is gone through by keyboard alone, with an answer after each case', async () => {
    const cases = makeStudy(chooseCases(studyCases, 3), 'sv')
    const page = await opened(cases, 'sv')
    await page.tabTo('#start')
    await page.press('Enter')
    for (const [place, one] of cases.entries()) {
      expect(await page.evaluate('document.activeElement.id')).toBe(`case-${place + 1}`)
      expect(await page.text('.told')).toBe(`${place} av 12 besvarade`)
      expect(await page.text('main')).not.toContain(one.why)
      await page.tabTo('input[name="step"]')
      await page.press(' ')
      const order = ['explained', 'ask', 'mistake', 'not_person', 'unjustified', 'undecidable']
      for (let presses = 0; presses < order.indexOf(one.best); presses += 1) await page.press('ArrowDown')
      await page.tabTo('.onward button')
      await page.press('Enter')
      expect(await page.text(':focus')).toBe('Ja, det är det bästa steget')
      for (const text of [one.why, one.look, one.teaches]) expect(await page.text('main')).toContain(text)
      await page.tabTo('.onward button')
      await page.press('Enter')
    }
    expect(await page.text(':focus')).toBe('Ditt resultat')
    const result = await page.text('main')
    expect(result).toMatch(/Godkänt.*Rätta steg\s*12 av 12\s*varav 12 det bästa/s)
    expect(result).toMatch(/Obefogade som du tog vidare\s*2 av 2/)
    for (const { why, shown } of cases) {
      expect(result).toContain(why)
      expect(result).toContain(shown.who)
    }
    expect(page.complaints).toEqual([])
    expect(page.requests.filter((address) => !address.startsWith('file:'))).toEqual([])
    expect(await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]')).toEqual([0, 0, ''])
  })

  test('says which step would have been right, and passes no one who accuses', async () => {
    const page = await opened(makeStudy(few, 'en'), 'en')
    await page.click('#start')
    await page.click('.onward button')
    expect(await page.text('.warning')).toBe('First choose a step.')
    expect(await page.text('.told')).toBe('0 of 4 answered')
    await step(page, 'unjustified')
    expect(await page.text('.judge')).toContain('That is right, but another step is better')
    expect(await page.text('.judge')).toContain('Best: The employee is asked.')
    await page.click('.onward button')
    await step(page, 'explained')
    expect(await page.text('.judge')).toMatch(/another step would have been right.*The lookup was unjustified\./s)
    await page.click('.onward button')
    for (let left = 0; left < 2; left += 1) {
      await step(page, 'unjustified')
      await page.click('.onward button')
    }
    const result = await page.text('main')
    expect(result).toMatch(/Not passed yet/)
    expect(result).toMatch(/Right steps\s*1 of 4/)
    expect(result).toMatch(/Unjustified that you took further\s*0 of 1/)
    expect(result).toMatch(/Justified that you judged unjustified\s*2 of 2/)
    await page.click('main > p > button')
    expect(await page.text('.told')).toBe('0 of 4 answered')
  })

  /** The page inside that of a platform, which holds to the words of SCORM 1.2 and says what it was told. */
  async function platform(status: string): Promise<ChromiumPage> {
    const page = await browser.page()
    const file = join(scratchFolder(), 'plattform.html')
    const inner = JSON.stringify(studyPage(makeStudy(few, 'sv'), 'sv')).replaceAll('<', '\\u003c')
    writeFileSync(
      file,
      `<!doctype html><title>Plattform</title><iframe width="900" height="900"></iframe><script>${runTime}
      told['cmi.core.lesson_status'] = '${status}'
      document.querySelector('iframe').srcdoc = ${inner}</script>`,
    )
    await page.goto(pathToFileURL(file).href)
    await page.until("document.querySelector('iframe')?.contentDocument?.body?.dataset.ready")
    await page.evaluate(
      "void (window.inside = (what) => document.querySelector('iframe').contentDocument.querySelector(what))",
    )
    return page
  }
  const go = async (page: ChromiumPage, verdicts: readonly string[]): Promise<void> => {
    for (const verdict of verdicts) {
      await page.evaluate(`inside('input[value="${verdict}"]').click()`)
      await page.evaluate(`inside('.onward button').click()`)
      await page.evaluate(`inside('.onward button').click()`)
    }
  }
  const best = few.map((one) => one.best)

  test('tells a learning platform the result and nothing more, and how long it took', async () => {
    const page = await platform('not attempted')
    await page.evaluate(`inside('#start').click()`)
    expect(await page.evaluate('told')).toEqual({ 'cmi.core.lesson_status': 'incomplete' })
    await page.evaluate('new Promise((done) => setTimeout(done, 1100))')
    await go(page, best)
    expect(await page.evaluate(`inside('main').innerText`)).toContain('Resultatet är rapporterat till lärplattformen.')
    expect(await page.evaluate('told')).toEqual({
      'cmi.core.lesson_status': 'passed',
      'cmi.core.score.min': '0',
      'cmi.core.score.max': '100',
      'cmi.core.score.raw': '100',
      'cmi.core.session_time': expect.stringMatching(/^0000:00:0[1-9]$/),
    })
    expect(await page.evaluate('[state, commits, faults]')).toEqual(['open', 1, []])
    // Once more, and worse: what was passed is not lost.
    await page.evaluate(`inside('main > p > button').click()`)
    await go(page, ['unjustified', 'unjustified', 'unjustified', 'unjustified'])
    expect(await page.evaluate(`inside('main').innerText`)).not.toContain('rapporterat')
    await page.evaluate(`document.querySelector('iframe').remove()`)
    expect(await page.evaluate(`[state, faults, told['cmi.core.lesson_status'], told['cmi.core.score.raw']]`)).toEqual([
      'closed',
      [],
      'passed',
      '100',
    ])
  })

  test('tells a learning platform how long somebody stayed who left before the end, and a later try', async () => {
    const page = await platform('not attempted')
    await page.evaluate(`inside('#start').click()`)
    await go(page, best.slice(0, 1))
    await page.evaluate(`document.querySelector('iframe').remove()`)
    expect(await page.evaluate('[state, commits, faults, told]')).toEqual([
      'closed',
      1,
      [],
      { 'cmi.core.lesson_status': 'incomplete', 'cmi.core.session_time': expect.stringMatching(/^0000:00:\d\d$/) },
    ])
    const again = await platform('incomplete')
    await again.evaluate(`inside('#start').click()`)
    await go(again, ['unjustified', 'unjustified', 'unjustified', 'unjustified'])
    expect(await again.evaluate(`[told['cmi.core.lesson_status'], told['cmi.core.score.raw'], faults]`)).toEqual([
      'failed',
      '50',
      [],
    ])
    // The next try of the same visit is told too.
    await again.evaluate(`inside('main > p > button').click()`)
    await go(again, best)
    expect(await again.evaluate(`[told['cmi.core.lesson_status'], told['cmi.core.score.raw'], faults]`)).toEqual([
      'passed',
      '100',
      [],
    ])
  })

  test('says nothing to a platform that was not begun, and takes nothing from who has passed', async () => {
    const page = await platform('passed')
    await page.evaluate(`document.querySelector('iframe').contentWindow.dispatchEvent(new Event('pagehide'))`)
    expect(await page.evaluate('[state, faults]')).toEqual(['new', []])
    await page.evaluate(`inside('#start').click()`)
    await page.evaluate(`document.querySelector('iframe').remove()`)
    expect(await page.evaluate(`[state, faults, told['cmi.core.lesson_status']]`)).toEqual(['closed', [], 'passed'])
  })

  test.each(languages)(
    'is free of what axe finds, on every view, in %s',
    async (language) => {
      const page = await opened(makeStudy(few, language), language)
      const faults = async (): Promise<unknown> => {
        await page.evaluate(`${axe.source}\nundefined`)
        return await page.evaluate(
          `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`,
        )
      }
      expect(await faults()).toEqual([])
      await page.click('#start')
      expect(await faults()).toEqual([])
      await step(page, 'ask')
      expect(await faults()).toEqual([])
      await page.click('.onward button')
      for (let left = 0; left < 3; left += 1) {
        await step(page, 'ask')
        await page.click('.onward button')
      }
      expect(await faults()).toEqual([])
      await page.look({ width: 360, height: 740, dark: true })
      expect(await faults()).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth <= 360')).toBe(true)
    },
    30_000,
  )
})
