import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { pageScript as made } from '../../scripts/page-script.ts'
import { packetWords, verdictWords } from '../../src/language/packet/index.ts'
import { languages } from '../../src/model/language.ts'
import { Packet } from '../../src/model/packet.ts'
import { explanations, verdicts } from '../../src/model/review.ts'
import { unseal } from '../../src/page/unseal.ts'
import { packetPage } from '../../src/reports/packet/html.ts'
import { sealPacket } from '../../src/reports/packet/seal.ts'
import { root } from '../harness/paths.ts'
import { chance, english, packet, passphrase } from './fixture.ts'
import { leaves } from '../language/leaves.ts'

const sealed = await sealPacket(packet, passphrase, chance)
const html = packetPage(packet, sealed)

/** The page without its style, its script and what is sealed. */
function bare(page: string): string {
  return page
    .replace(/<style>[^]*?<\/style>/, '<style>…</style>')
    .replace(/<script>[^]*?<\/script>/, '<script>…</script>')
    .replace(/"data":"[^"]*"/, '"data":"…"')
    .replace(/"words":.*(?=<)/, '"words":…')
    .replaceAll(/sha256-[\w+/=]+/g, 'sha256-…')
}

describe('the page before it is opened', () => {
  test.each([
    ['sv', packet],
    ['en', english],
  ])('is as it was in %s', async (language, given) => {
    const text = bare(packetPage(given, await sealPacket(given, passphrase, chance)))
    const file = new URL(`golden/outer.${language}.html`, import.meta.url)
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text)
    expect(text).toBe(readFileSync(file, 'utf8'))
  })

  test('says what it is and no more', () => {
    const shown = html.replace(/<(style|script)[^>]*>[^]*?<\/\1>/g, '')
    for (const text of ['loggkoll', 'Kan innehålla sekretess', 'P-4f19c2a7b0de', 'K-2026-03-EKEN', 'Lösenfras']) {
      expect(shown).toContain(text)
    }
    for (const text of [
      packet.unit,
      packet.reviewer,
      packet.period,
      'VEK 2026/118',
      'SEPROV',
      'Lindqvist',
      '19121212',
      'C-0000',
    ]) {
      expect(html).not.toContain(text)
    }
  })

  test('asks nothing of a network, and runs its own script alone', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]
    const hash = (text: string | undefined): string =>
      `sha256-${createHash('sha256')
        .update(text ?? '')
        .digest('base64')}`
    const script = /<script>([^]*?)<\/script>/.exec(html)?.[1]
    const style = /<style>([^]*?)<\/style>/.exec(html)?.[1]
    expect(policy).toBe(
      `default-src 'none'; script-src '${hash(script)}'; style-src '${hash(style)}'; base-uri 'none'; form-action 'none'`,
    )
    expect(html.replace(script!, '')).not.toMatch(/https?:|url\(|@import|<link|<img|\ssrc=|\son\w+=|\sstyle=/i)
    expect(script).not.toMatch(
      /https?:|fetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\(|innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|localStorage|sessionStorage|indexedDB|document\.cookie/,
    )
    expect(html.match(/<script/g)).toHaveLength(2)
  })

  test('holds the script that is made of the room of the page', async () => {
    expect(readFileSync(`${root}/src/reports/packet/page-script.ts`, 'utf8')).toBe(await made(root, 'packet'))
    expect(html.length).toBeLessThan(110_000)
  })
})

describe('a sealed packet', () => {
  test('is a packet as the model has it', () => {
    expect(Packet.parse(packet)).toEqual(packet)
  })

  test('opens with its passphrase, however å is written, and shows marks that turn text around', async () => {
    expect(await unseal(sealed, passphrase)).toEqual(JSON.parse(JSON.stringify(packet).replace('\u202e', '\ufffd')))
    expect(await unseal(sealed, passphrase.normalize('NFD'))).toMatchObject({ packet_id: packet.packet_id })
  })

  test('does not open with another passphrase, or when anything has been changed', async () => {
    await expect(unseal(sealed, `${passphrase} `)).rejects.toThrow()
    await expect(unseal(sealed, '')).rejects.toThrow()
    for (const changed of [
      { packet_id: 'P-other' },
      { control_id: 'K-other' },
      { rounds: sealed.rounds + 1 },
      { salt: Buffer.alloc(16).toString('base64') },
      { iv: Buffer.alloc(12).toString('base64') },
      { data: `${sealed.data.startsWith('A') ? 'B' : 'A'}${sealed.data.slice(1)}` },
      { data: sealed.data.slice(0, -4) },
    ]) {
      await expect(unseal({ ...sealed, ...changed }, passphrase)).rejects.toThrow()
    }
  })

  test('takes at least 600 000 rounds, and all of its salt and iv', async () => {
    expect(sealed.rounds).toBeGreaterThanOrEqual(600_000)
    expect([sealed.salt, sealed.iv].map((text) => Buffer.from(text, 'base64'))).toEqual([
      Buffer.from(chance.salt),
      Buffer.from(chance.iv),
    ])
    await expect(sealPacket(packet, passphrase, { ...chance, salt: new Uint8Array(8) })).rejects.toThrow('16')
    await expect(sealPacket(packet, passphrase, { ...chance, iv: new Uint8Array(16) })).rejects.toThrow('12')
  })

  test('is the same bytes for the same chance, and other bytes for another', async () => {
    expect(await sealPacket(packet, passphrase, chance)).toEqual(sealed)
    const other = await sealPacket(packet, passphrase, { ...chance, iv: new Uint8Array(12).fill(1) })
    expect(other.data).not.toBe(sealed.data)
  })
})

describe.each(languages)('the words in %s', (language) => {
  test('have every verdict and explanation, in the order of the model', () => {
    expect(Object.keys(verdictWords(language).verdicts)).toEqual([...verdicts])
    expect(Object.keys(verdictWords(language).explanations)).toEqual([...explanations])
  })

  test('are data that a page can hold, none of them empty or accusing', () => {
    const words = packetWords(language)
    expect(JSON.parse(JSON.stringify(words))).toEqual(words)
    for (const text of leaves(words)) {
      expect(text.trim()).not.toBe('')
      expect(text).not.toMatch(/avvikelse|ärende|larm|misstänk|skyldig|violation|offend|alert|suspicious|guilt/i)
    }
  })

  test('have the holes of the other language', () => {
    const holes = (text: string): string => (text.match(/\{\w+\}/g) ?? []).sort().join()
    const other = leaves(packetWords(language === 'sv' ? 'en' : 'sv')).map(holes)
    const own = leaves(packetWords(language)).map(holes)
    expect(own.filter((text) => text !== '')).toEqual(other.filter((text) => text !== ''))
  })
})
