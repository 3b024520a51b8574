import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseFile } from '../../src/model/audit-document.ts'
import type { Finding } from '../../src/model/finding.ts'
import { htmlReport } from '../../src/reports/html/html-report.ts'
import { chromium, Chromium } from '../harness/chromium.ts'
import { folderWith } from '../harness/program.ts'
import { report } from './fixture.ts'

const goldens = ['golden/report', 'golden/empty', 'reviews/golden/protocol-with-remark'].flatMap((name) =>
  ['sv', 'en'].map((language) => join(import.meta.dirname, `${name}.${language}.html`)),
)

describe.skipIf(chromium === undefined)('the reports in a browser', () => {
  let browser: Chromium
  beforeAll(async () => void (browser = await Chromium.open()))
  afterAll(async () => await browser.close())

  test.each(goldens)(
    '%s: axe finds nothing to object to, light, dark and narrow, and nothing is asked for',
    async (file) => {
      const page = await browser.page()
      await page.goto(pathToFileURL(file).href)
      await page.evaluate(axe.source)
      const faults = async (): Promise<unknown> =>
        await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
        violations.map(({ id, impact, nodes }) => [id, impact, nodes.slice(0, 3).map((node) => node.html)]))`)
      for (const look of [{}, { dark: true }, { width: 390, height: 800 }]) {
        await page.look(look)
        expect(await faults(), JSON.stringify(look)).toEqual([])
      }
      expect(page.complaints).toEqual([])
      expect(page.requests.filter((address) => !address.startsWith('file:'))).toEqual([])
      expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-')
    },
  )

  test('opens with ten thousand findings', async () => {
    const folder = folderWith({ 'large.html': htmlReport(withFindings(10_000), 'sv') })
    const size = readFileSync(join(folder, 'large.html')).length
    const page = await browser.page()
    const began = performance.now()
    await page.goto(pathToFileURL(join(folder, 'large.html')).href)
    await page.until(
      'document.readyState === "complete" && document.querySelector("footer").getBoundingClientRect().height',
    )
    const seconds = (performance.now() - began) / 1000
    console.info(`a report of 10 000 findings: ${(size / 1e6).toFixed(1)} MB, opened in ${seconds.toFixed(2)} s`)
    expect(await page.text('h1')).toContain('Loggkontroll')
    expect(page.complaints).toEqual([])
  })
})

/** The report of the fixture with so many findings, each a case of its own that is handed out. */
function withFindings(amount: number): typeof report {
  const [finding] = report.document.findings as [Finding, ...Finding[]]
  const file = report.cases.find(({ finding_ids }) => finding_ids.includes(finding.finding_id))!
  const findings = Array.from({ length: amount }, (_, n) => ({
    ...finding,
    finding_id: `F-${n}`,
    case_id: `C-${n}`,
    lookup_ids: [`L-${n}`],
  }))
  const cases = findings.map(({ finding_id, case_id }): CaseFile => ({
    ...file,
    case_id,
    finding_ids: [finding_id],
    handed_out: true,
  }))
  return { ...report, document: { ...report.document, findings }, cases }
}
