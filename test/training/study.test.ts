import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { languages } from '../../src/model/language.ts'
import { PacketCase } from '../../src/model/packet.ts'
import type { StudySource } from '../../src/model/study.ts'
import { studyPage } from '../../src/reports/study/html.ts'
import { makeStudy } from '../../src/reports/study/make-study.ts'
import { ruleById } from '../../src/rules/index.ts'
import { studyCases } from '../../src/training/cases/index.ts'
import { chooseCases } from '../../src/training/choose-cases.ts'
import { pageScript } from '../../scripts/page-script.ts'
import { root } from '../harness/paths.ts'

const testNumbers = new Set(readFileSync(join(root, 'scripts/samples/test-numbers.txt'), 'utf8').split(/\s+/))

describe('the bank of cases', () => {
  it('holds some thirty cases of every truth, each of its own', () => {
    expect(studyCases.length).toBeGreaterThanOrEqual(30)
    expect(new Set(studyCases.map(({ id }) => id)).size).toBe(studyCases.length)
    const of = (truth: StudySource['truth']) => studyCases.filter((one) => one.truth === truth).length
    expect(of('unjustified')).toBeGreaterThanOrEqual(6)
    expect(of('grey')).toBeGreaterThanOrEqual(4)
    expect(of('justified')).toBeGreaterThanOrEqual(15)
  })

  it.each(studyCases.map((one) => [one.id, one] as const))('%s can be told, and has one best step', (_, one) => {
    expect(one.right).not.toContain(one.best)
    // A log alone convicts no one: only who has been heard may be judged unjustified at once.
    const isHeard = one.against.some(({ sv }) => sv.includes('har tillfrågats och svarat'))
    expect(one.best === 'unjustified').toBe(isHeard)
    if (one.truth === 'justified') expect(one.right).not.toContain('unjustified')
    if (one.truth === 'grey') expect(one.right.length).toBeGreaterThan(0)
    if ('number' in one.whose) expect(testNumbers).toContain(one.whose.number)
    for (const language of languages) {
      const [study] = makeStudy([one], language)
      const card = PacketCase.parse(study!.shown)
      expect(card.questions.map(({ sentences }) => sentences.join(' ')).join(' ')).not.toMatch(/[–{}]\s|\{|undefined/)
      expect(card.questions).toHaveLength(one.asked.length)
      expect(card.events).toBeGreaterThanOrEqual(card.lookups)
      // The name of the case gives the answer away.
      expect(card.case_id).not.toContain(one.id)
      for (const text of [study!.why, study!.look, study!.teaches]) expect(text).toMatch(/[.?”]$/)
    }
  })

  it('gives each fact a rule knows, and no other', () => {
    for (const { asked } of studyCases) {
      for (const { rule, facts } of asked) {
        const known = Object.keys(ruleById(rule)?.file.facts ?? {})
        expect(Object.keys(facts).filter((fact) => !known.includes(fact))).toEqual([])
      }
    }
  })

  it('has every text in both languages, none of them alike', () => {
    const texts = JSON.stringify(studyCases).match(/\{"sv":"(?:[^"\\]|\\.)*","en":"(?:[^"\\]|\\.)*"\}/g) ?? []
    expect(texts.length).toBeGreaterThan(150)
    for (const text of texts) {
      const { sv, en } = JSON.parse(text) as { sv: string; en: string }
      expect(sv.trim()).not.toBe('')
      expect(en.trim()).not.toBe('')
      expect(en).not.toBe(sv)
      expect(en).not.toMatch(
        /[åäö](?!berg)/i.test(en.replace(/Löf|Tallhöjden|Strömmen|Öberg|Norrfors/g, '')) ? /./ : /\0/,
      )
    }
  })
})

describe('the choice of cases', () => {
  it('is of twelve, with none, one or two unjustified, and the same for the same seed', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const chosen = chooseCases(studyCases, seed)
        expect(new Set(chosen).size).toBe(12)
        expect(chosen.filter(({ truth }) => truth === 'unjustified').length).toBeLessThanOrEqual(2)
        expect(chosen.filter(({ truth }) => truth === 'grey').length).toBeLessThanOrEqual(3)
        expect(chooseCases(studyCases.toReversed(), seed)).toEqual(chosen)
      }),
    )
  })

  it('comes to every case, and to each number of unjustified about as often', () => {
    const all = Array.from({ length: 300 }, (_, seed) => chooseCases(studyCases, seed))
    expect(new Set(all.flat())).toEqual(new Set(studyCases))
    const counts = [0, 1, 2].map(
      (amount) => all.filter((one) => one.filter(({ truth }) => truth === 'unjustified').length === amount).length,
    )
    for (const count of counts) expect(count).toBeGreaterThan(70)
    // Where the unjustified stand cannot be known beforehand.
    const places = all.flatMap((one) => one.flatMap(({ truth }, place) => (truth === 'unjustified' ? [place] : [])))
    expect(new Set(places).size).toBe(12)
  })
})

describe('the page as a file', () => {
  const html = (language: 'sv' | 'en') => studyPage(makeStudy(chooseCases(studyCases, 1), language), language)

  test.each(languages)('asks for nothing, keeps nothing and writes no markup, in %s', (language) => {
    const page = html(language)
    expect(page).toContain(`<html lang="${language}" translate="no">`)
    expect(page.match(/<script/g)).toHaveLength(2)
    expect(page).not.toMatch(/\bsrc=|<link|<img|<iframe|https?:\/\/(?!www\.w3\.org)/)
    expect(page).not.toMatch(
      /fetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\(|innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|localStorage|sessionStorage|indexedDB|document\.cookie/,
    )
    expect(page).toContain("default-src 'none'")
    expect(page.length).toBeLessThan(130_000)
    expect(html(language)).toBe(page)
  })

  test('holds the script that is made of the room of the page', async () => {
    expect(readFileSync(`${root}/src/reports/study/page-script.ts`, 'utf8')).toBe(await pageScript(root, 'study'))
  })
})
