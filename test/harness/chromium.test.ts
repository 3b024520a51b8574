import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromium, Chromium } from './chromium.ts'
import { folderWith } from './program.ts'

const page = `<!doctype html><html lang="sv"><meta charset="utf-8"><title>å</title>
<input id="one" aria-label="a"><textarea id="two" aria-label="b"></textarea>
<button id="save">Spara</button><input type="file" id="file" aria-label="c"><p id="said"></p>
<script>
save.onclick = () => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([one.value + two.value]))
  link.download = 'sparat åäö.txt'
  link.click()
}
file.onchange = async () => (said.textContent = await file.files[0].text())
</script>`

describe.skipIf(chromium === undefined)('the client of chromium', () => {
  let browser: Chromium
  beforeAll(async () => void (browser = await Chromium.open()))
  afterAll(async () => await browser.close())

  test('uses a page by its keys, reads what it saves, and gives it files', async () => {
    const folder = folderWith({ 'page.html': page })
    const tab = await browser.page()
    await tab.goto(pathToFileURL(join(folder, 'page.html')).href)
    await tab.tabTo('#one')
    await tab.type('Åsa J')
    await tab.tabTo('#two')
    await tab.type(' rad 1\nrad 2')
    await tab.tabTo('#save')
    await tab.press('Enter')
    const file = await tab.saved()
    expect(file).toMatch(/sparat åäö\.txt$/)
    expect(readFileSync(file, 'utf8')).toBe('Åsa J rad 1\nrad 2')
    await tab.press('Enter')
    expect(await tab.saved()).toBe(file)
    await tab.choose('#file', file)
    await tab.until('said.textContent')
    expect(await tab.text('#said')).toContain('Åsa J rad 1')
    expect((await tab.pdf()).subarray(0, 5).toString()).toBe('%PDF-')
    await tab.screenshot(join(folder, 'page.png'))
    expect(readFileSync(join(folder, 'page.png')).subarray(1, 4).toString()).toBe('PNG')
    expect(tab.complaints).toEqual([])
  })

  test('hears what a page asks for, throws and complains of', async () => {
    const folder = folderWith({})
    const file = join(folder, 'page.html')
    writeFileSync(
      file,
      `<!doctype html><img src="https://example.invalid/x.png"><script>console.error('no'); boom()</script>`,
    )
    const tab = await browser.page({ width: 390 })
    await tab.goto(pathToFileURL(file).href)
    await tab.until('document.readyState === "complete"')
    expect(await tab.evaluate<number>('innerWidth')).toBe(390)
    expect(tab.requests).toContain('https://example.invalid/x.png')
    expect(tab.complaints.join('\n')).toMatch(/boom is not defined/)
    expect(tab.complaints.join('\n')).toMatch(/"no"/)
    await expect(tab.evaluate('nothing.there')).rejects.toThrow(/nothing is not defined/)
    await expect(tab.until('false', 0.1)).rejects.toThrow(/did not come to hold/)
  })
})
