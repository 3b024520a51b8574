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
  }, 30_000)

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

  test('tells a learning platform the result and nothing more', async () => {
    const page = await opened(makeStudy(few, 'sv'), 'sv')
    await page.evaluate(`void (window.told = [], window.API = {
      LMSInitialize: (...given) => (told.push(['LMSInitialize', ...given]), 'true'),
      LMSSetValue: (...given) => (told.push(given), 'true'),
      LMSCommit: (...given) => (told.push(['LMSCommit', ...given]), 'true'),
      LMSFinish: (...given) => (told.push(['LMSFinish', ...given]), 'true'),
    })`)
    await page.click('#start')
    for (const { best } of few) {
      await step(page, best)
      await page.click('.onward button')
    }
    expect(await page.text('main')).toContain('Resultatet är rapporterat till lärplattformen.')
    expect(await page.evaluate('told')).toEqual([
      ['LMSInitialize', ''],
      ['cmi.core.lesson_status', 'incomplete'],
      ['cmi.core.score.min', '0'],
      ['cmi.core.score.max', '100'],
      ['cmi.core.score.raw', '100'],
      ['cmi.core.lesson_status', 'passed'],
      ['cmi.core.session_time', expect.stringMatching(/^0000:00:\d\d$/)],
      ['LMSCommit', ''],
    ])
    await page.evaluate(`dispatchEvent(new Event('pagehide'))`)
    expect(await page.evaluate('told.at(-1)')).toEqual(['LMSFinish', ''])
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
