import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Answers } from '../../src/model/answers.ts'
import type { Packet } from '../../src/model/packet.ts'
import { packetPage } from '../../src/reports/packet/html.ts'
import { sealPacket } from '../../src/reports/packet/seal.ts'
import { chromium, Chromium } from '../harness/chromium.ts'
import type { ChromiumPage } from '../harness/chromium-page.ts'
import { folderWith } from '../harness/program.ts'
import { chance, english, largePacket, packet, passphrase } from './fixture.ts'

describe.skipIf(chromium === undefined)('the reviewer’s page in a browser', () => {
  let browser: Chromium
  beforeAll(async () => void (browser = await Chromium.open()))
  afterAll(async () => await browser.close())

  async function pageOf(given: Packet): Promise<ChromiumPage> {
    const folder = folderWith({ 'packet.html': packetPage(given, await sealPacket(given, passphrase, chance)) })
    const page = await browser.page()
    await page.goto(pathToFileURL(join(folder, 'packet.html')).href)
    return page
  }

  async function opened(given: Packet): Promise<ChromiumPage> {
    const page = await pageOf(given)
    await page.type(passphrase)
    await page.press('Enter')
    await page.until('document.body.dataset.ready')
    return page
  }

  test('opens with its passphrase and no other', async () => {
    const page = await pageOf(packet)
    expect(await page.text()).not.toMatch(/Eken\b.*Vårdcentral|Lindqvist|Tolvansson|mars 2026/)
    await page.type('Hösten-tåget-grå-9-lönn')
    await page.press('Enter')
    await page.until('document.querySelector("#said").className === "wrong"')
    expect(await page.text('#said')).toContain('Lösenfrasen stämmer inte')
    expect(await page.evaluate('document.querySelector("#passphrase").getAttribute("aria-invalid")')).toBe('true')
    // The same passphrase as another keyboard writes it: a and a ring, o and two dots.
    await page.type(passphrase.normalize('NFD'))
    await page.press('Enter')
    await page.until('document.body.dataset.ready')
    expect(await page.text('h1')).toBe('Loggkontroll: Vårdcentralen Eken')
    expect(await page.evaluate('document.activeElement === document.querySelector("h1")')).toBe(true)
    expect(await page.evaluate('document.querySelector(".mark").getBoundingClientRect().top')).toBeGreaterThan(0)
    expect(await page.text('.about')).toMatch(/Granskningsfall\s*4\s*Minuter\s*14/)
    expect(await page.text('.about')).toContain('Maria Ek, verksamhetschef')
    expect(await page.text('.notices')).toContain('Uppgifter om bokningar saknas för 12–14 mars.')
    expect(await page.text('.about')).toContain(
      '3 fall till fick inte plats i den här kontrollen. 1 fall granskas av någon annan',
    )
    expect(page.complaints).toEqual([])
  })

  test('is judged by keyboard alone, saved, and loaded again after a break', async () => {
    const page = await opened(packet)
    const [name, choice] = ['input[name="judge-1"]', (verdict: string) => `input[value="${verdict}"]`]
    expect(await page.evaluate('document.querySelectorAll("fieldset.fields:disabled").length')).toBe(4)
    await page.tabTo('#not-party')
    await page.press(' ')
    expect(await page.evaluate('document.querySelectorAll("fieldset.fields:disabled").length')).toBe(0)

    await page.tabTo(name)
    await page.press(' ')
    await page.tabTo('#judge-1-explanation')
    await page.press('ArrowDown')
    await page.tabTo('#judge-1-comment')
    await page.type('jk j k: jour på distans\nrad två')
    expect(await page.evaluate('document.activeElement.value')).toBe('jk j k: jour på distans\nrad två')
    await page.tabTo('.onward button')
    expect(await page.text('.onward button')).toBe('Nästa obedömda fall')
    await page.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('case-2')
    for (const [key, place] of [
      ['j', 3],
      ['j', 4],
      ['j', 4],
      ['k', 3],
      ['k', 2],
    ] as const) {
      await page.press(key)
      expect(await page.evaluate('document.activeElement.id')).toBe(`case-${place}`)
    }

    await page.tabTo('input[name="judge-2"]')
    await page.press(' ')
    for (let steps = 0; steps < 4; steps += 1) await page.press('ArrowDown')
    expect(await page.evaluate('document.activeElement.value')).toBe('unjustified')
    await page.until('document.querySelector("#save").innerText.includes("Ange medarbetarens svar")')
    await page.tabTo('#judge-2-not_asked_reason')
    await page.type('Har slutat')
    await page.tabTo('input[name="judge-3"]')
    await page.press('ArrowDown')
    expect(await page.evaluate(`document.querySelector('[name="judge-3"]${choice('ask').slice(5)}').checked`)).toBe(
      true,
    )
    expect(await page.text('.told')).toBe('3 av 4 bedömda')
    await page.until('document.querySelector("#save").innerText.includes("Det här återstår")')
    expect(await page.text('#save')).toMatch(/Fall 4 av 4 – Per Bo Åkesson: Inte bedömt/)

    await page.tabTo('#save button.strong')
    await page.press('Enter')
    const file = await page.saved()
    expect(file).toMatch(/svar-P-4f19c2a7b0de\.json$/)
    expect(await page.text('#save')).toContain('Svaren är sparade i filen svar-P-4f19c2a7b0de.json')
    const text = readFileSync(file, 'utf8')
    const answers = Answers.parse(JSON.parse(text))
    expect(text).not.toMatch(/Karin|Lindqvist|Tolvan|Eken"|19121212/)
    const due = answers.answers[2]?.due ?? ''
    expect(due >= '2026-06-08').toBe(true)
    expect(answers).toMatchObject({ packet_id: 'P-4f19c2a7b0de', control_id: 'K-2026-03-EKEN', not_party: true })
    const empty = { explanation: null, comment: '', due: null, employee_answer: null, not_asked_reason: null }
    expect(answers.answers).toEqual([
      {
        ...empty,
        case_id: 'C-000000000001',
        verdict: 'explained',
        explanation: 'care',
        comment: 'jk j k: jour på distans\nrad två',
      },
      { ...empty, case_id: 'C-000000000002', verdict: 'unjustified', not_asked_reason: 'Har slutat' },
      { ...empty, case_id: 'C-000000000003', verdict: 'ask', due },
      { ...empty, case_id: 'S-0a1b2c3d4e5f', verdict: null },
    ])

    const later = await opened(packet)
    await later.choose('#load', file)
    await later.until('document.querySelector(".load .well")')
    expect(await later.text('.load')).toContain('Svaren på 4 fall är inlästa.')
    expect(await later.text('.told')).toBe('3 av 4 bedömda')
    expect(await later.evaluate('document.querySelector("#not-party").checked')).toBe(true)
    expect(await later.evaluate('document.querySelector("#judge-1-comment").value')).toBe(
      'jk j k: jour på distans\nrad två',
    )
    await later.click('#save button.strong')
    const again = Answers.parse(JSON.parse(readFileSync(await later.saved(), 'utf8')))
    expect(again.answers).toEqual(answers.answers)
    for (const each of [page, later]) {
      expect(each.complaints).toEqual([])
      expect(each.requests.filter((address) => !/^(?:file|blob|data):/.test(address))).toEqual([])
      expect(each.requests.filter((address) => address.startsWith('file:'))).toHaveLength(1)
    }
  })

  test('warns before it is left unsaved, and not after', async () => {
    const page = await opened(packet)
    const address = await page.evaluate<string>('location.href')
    await page.click('#not-party')
    await page.click('input[name="judge-1"][value="mistake"]')
    await page.goto(address)
    expect(page.dialogs).toEqual(['beforeunload: '])
    await page.type(passphrase)
    await page.press('Enter')
    await page.until('document.body.dataset.ready')
    await page.click('#not-party')
    await page.click('#save button.strong')
    await page.saved()
    await page.goto(address)
    expect(page.dialogs).toHaveLength(1)
  })

  test('keeps nothing in the browser', async () => {
    const page = await opened(packet)
    await page.click('#not-party')
    await page.click('#judge-1-comment')
    await page.type('x')
    expect(
      await page.evaluate(
        'Promise.all([localStorage.length, sessionStorage.length, document.cookie.length, history.state])',
      ),
    ).toEqual([0, 0, 0, null])
    expect(await page.evaluate('document.querySelector("#passphrase")')).toBe(null)
  })

  test('asks to take out names and numbers, and saves them only when told that they are none', async () => {
    const page = await opened(packet)
    await page.click('#not-party')
    await page.click('input[name="judge-1"][value="mistake"]')
    await page.click('#judge-1-comment')
    await page.type('Karins mor, 121212-1212')
    expect(await page.text('#judge-1-comment-warning')).toContain('personnummer')
    for (let letters = 0; letters < 13; letters += 1) {
      await page.send('Input.dispatchKeyEvent', {
        type: 'keyDown',
        key: 'Backspace',
        code: 'Backspace',
        windowsVirtualKeyCode: 8,
      })
    }
    expect(await page.text('#judge-1-comment-warning')).toContain('ett namn från fallet: Karin.')
    await page.click('#save button.strong')
    await page.until('!document.querySelector(".warned").hidden')
    expect(await page.evaluate('document.activeElement.className')).toBe('warned')
    await expect(page.saved(0.5)).rejects.toThrow(/nothing was saved/)
    await page.click('.warned button')
    expect(readFileSync(await page.saved(), 'utf8')).toContain('Karins mor')
  })

  test('refuses answers of another packet, broken files and files of other kinds, and keeps what is filled in', async () => {
    const page = await opened(packet)
    await page.click('#not-party')
    await page.click('input[name="judge-1"][value="mistake"]')
    const answers = {
      schema: 'loggkoll/answers/1',
      packet_id: 'P-other \u202e<b>',
      control_id: 'K',
      not_party: true,
      answers: [],
    }
    const folder = folderWith({
      'other.json': JSON.stringify(answers),
      'broken.json': '{"schema": "loggkoll/answers/1", "packet',
      'null.json': 'null',
      'picture.json': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 254]),
      'odd.json': JSON.stringify({
        ...answers,
        packet_id: packet.packet_id,
        answers: [
          null,
          7,
          { case_id: 'C-none' },
          { case_id: 'C-000000000002', verdict: 'guilty', comment: '<b>hej</b>', due: 'x' },
        ],
      }),
    })
    await page.choose('#load', join(folder, 'other.json'))
    await page.until('document.querySelector(".load .wrong")')
    expect(await page.text('.load')).toMatch(/hör till ett annat underlag \(P-other +<b>\)/)
    for (const name of ['broken.json', 'null.json', 'picture.json']) {
      await page.evaluate('document.querySelector(".load .said-of-file").textContent = ""')
      await page.choose('#load', join(folder, name))
      await page.until('document.querySelector(".load .said-of-file").textContent')
      expect(await page.text('.load')).toContain('kan inte läsas som sparade svar')
    }
    expect(await page.text('.told')).toBe('1 av 4 bedömda')
    await page.choose('#load', join(folder, 'odd.json'))
    await page.until('document.querySelector(".load .well")')
    expect(page.dialogs).toEqual(['confirm: Det finns svar som inte är sparade. Ersätta dem med svaren i filen?'])
    expect(await page.text('.load')).toContain('Svaret på 1 fall är inläst. 3 svar hör till fall som inte finns här')
    expect(await page.evaluate('document.querySelector("#judge-2-comment").value')).toBe('<b>hej</b>')
    expect(await page.text('.told')).toBe('0 av 4 bedömda')
    expect(page.complaints).toEqual([])
  })

  test('hostile text stays text', async () => {
    const page = await opened(packet)
    const card = await page.evaluate<string>('document.querySelector("#case-2").closest(".case").innerText')
    for (const text of [
      '=HYPERLINK("http://x","y")',
      '<img src=x onerror="document.title=1">',
      '</script><script>boom()</script>',
      '@SUM(1)',
      '<b>Nisse</b>',
    ]) {
      expect(card).toContain(text)
    }
    expect(card).not.toMatch(/\p{Cf}/u)
    expect(
      await page.evaluate(
        'document.querySelectorAll("main img, main script, main b, main iframe, main [onerror]").length',
      ),
    ).toBe(0)
    expect(await page.evaluate('document.title')).toBe('Underlag för loggkontroll P-4f19c2a7b0de')
    expect(page.complaints).toEqual([])
  })

  test('what was drawn shows no rule, and folds what is explained', async () => {
    const page = await opened(packet)
    const card = await page.evaluate<string>('document.querySelector("#case-4").closest(".case").innerText')
    expect(card).toContain('Slumpvis valt')
    expect(card).not.toMatch(/Prioritet|kan förklara|Fråga medarbetaren\n/)
    expect(card).toContain('14 uppslag som vård eller uppdrag förklarar')
    const rows = 'document.querySelector("#case-4").closest(".case")'
    expect(await page.evaluate(`${rows}.querySelectorAll("tbody tr").length`)).toBe(16)
    expect(await page.evaluate(`${rows}.querySelectorAll("details:not([open]) tbody tr").length`)).toBe(14)
  })

  test('a script that is not the page’s own does not run in it', async () => {
    const page = await opened(packet)
    await page.evaluate(`(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "run"'
      document.body.append(script)
      document.body.insertAdjacentHTML('beforeend', '<img src="https://example.invalid/x.png" onerror="document.title = 2">')
      return fetch('https://example.invalid/').catch(() => undefined)
    })()`)
    expect(await page.evaluate('document.title')).toBe('Underlag för loggkontroll P-4f19c2a7b0de')
    expect(page.complaints.filter((text) => text.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(3)
  })

  test.each([
    ['Swedish', packet],
    ['English', english],
  ])('axe finds nothing to object to in %s, locked, open, judged, dark and narrow', async (_, given) => {
    const page = await pageOf(given)
    await page.evaluate(axe.source)
    const faults = async (): Promise<unknown> =>
      await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
        violations.map(({ id, impact, nodes }) => [id, impact, nodes.slice(0, 3).map((node) => node.html)]))`)
    expect(await faults()).toEqual([])
    await page.type('no')
    await page.press('Enter')
    await page.until('document.querySelector("#said").className === "wrong"')
    expect(await faults()).toEqual([])
    await page.type(passphrase)
    await page.press('Enter')
    await page.until('document.body.dataset.ready')
    expect(await faults()).toEqual([])
    await page.click('#not-party')
    await page.click('input[name="judge-1"][value="explained"]')
    await page.click('input[name="judge-2"][value="unjustified"]')
    await page.click('input[name="judge-3"][value="ask"]')
    await page.click('#judge-2-comment')
    await page.type('Nisse')
    await page.click('#save button.strong')
    await page.evaluate('document.querySelectorAll("details").forEach((one) => (one.open = true))')
    expect(await faults()).toEqual([])
    await page.look({ dark: true })
    expect(await faults()).toEqual([])
    await page.look({ width: 390, height: 844 })
    expect(await faults()).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  })

  test('what has the focus is never under the bar', async () => {
    const page = await opened(packet)
    await page.look({ width: 390, height: 700 })
    await page.click('#not-party')
    const hidden = await page.evaluate<
      string[]
    >(`[...document.querySelectorAll('.case :is(summary, [tabindex="0"], input, textarea, button)')]
      .filter((one) => one.checkVisibility() && !one.closest('details:not([open]) > :not(summary)'))
      .flatMap((one) => {
        scrollTo(0, scrollY + one.getBoundingClientRect().top - 20)
        one.focus()
        const under = one.getBoundingClientRect().top < document.querySelector('.bar').getBoundingClientRect().bottom
        return under || document.activeElement !== one ? [one.outerHTML.slice(0, 80)] : []
      })`)
    expect(hidden).toEqual([])
  })

  test('prints on A4, what is folded too', async () => {
    const page = await opened(packet)
    const pdf = await page.pdf()
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    const folded = 'document.querySelector("#case-4").closest(".case").querySelector("details:not([open]) tbody tr")'
    expect(await page.evaluate(`${folded}.checkVisibility()`)).toBe(false)
    await page.look({ width: 794, print: true })
    expect(await page.evaluate(`${folded}.checkVisibility()`)).toBe(true)
    expect(await page.evaluate('getComputedStyle(document.querySelector(".bar")).display')).toBe('none')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(794)
  })

  test.each([
    [400, 25],
    [2_000, 5],
  ])('opens %i cases of %i rows', async (cases, rows) => {
    const given = largePacket(cases, rows)
    const html = packetPage(given, await sealPacket(given, passphrase, chance))
    const folder = folderWith({})
    writeFileSync(join(folder, 'packet.html'), html)
    const page = await browser.page()
    const start = performance.now()
    await page.goto(pathToFileURL(join(folder, 'packet.html')).href)
    const loaded = performance.now()
    await page.evaluate(`document.querySelector('#passphrase').value = ${JSON.stringify(passphrase)}`)
    await page.press('Enter')
    await page.until('document.querySelector("#case-1")')
    const read = performance.now()
    await page.until('document.body.dataset.ready', 50)
    const ready = performance.now()
    const rounded = [loaded - start, read - loaded, ready - loaded].map((time) => `${Math.round(time)} ms`)
    console.log(
      `${cases} cases of ${rows} rows: file ${Math.round(html.length / 1000)} kB, loaded ${rounded[0]}, read from ${rounded[1]}, whole ${rounded[2]}`,
    )
    expect(await page.evaluate('document.querySelectorAll(".case").length')).toBe(cases)
    await page.click('#not-party')
    await page.click(`input[name="judge-${cases}"][value="mistake"]`)
    expect(await page.text('.told')).toMatch(/^1 av /)
    expect(page.complaints).toEqual([])
  })
})
