import { describe, expect, test } from 'vitest'
import { languages } from '../../src/model/language.ts'
import { htmlReport } from '../../src/reports/html/html-report.ts'
import { dark, light, type Palette } from '../../src/reports/html/palette.ts'
import { emptyReport, report } from './fixture.ts'
import { rules } from '../../src/rules/index.ts'
import { attribute, headings, tags, visibleText } from './read-html.ts'

const nbsp = '\u00a0'
const swedish = htmlReport(report, 'sv')
const text = visibleText(swedish)

describe.each(languages)('an HTML report in %s', (language) => {
  describe.each([
    ['of a run', report],
    ['of an empty log', emptyReport],
  ])('%s', (_, given) => {
    const html = htmlReport(given, language)
    const all = tags(html)

    test('is one sound document', () => {
      expect(html.startsWith(`<!doctype html>\n<html lang="${language}">`)).toBe(true)
      const open: string[] = []
      for (const { name, closing, alone } of all) {
        if (closing) expect(open.pop()).toBe(name)
        else if (!alone) open.push(name)
      }
      expect(open).toEqual([])
    })

    test('refers to nothing outside itself and runs nothing', () => {
      expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:;`)
      expect(html).not.toMatch(/https?:|url\(|@import/i)
      const names = new Set(all.map(({ name }) => name))
      for (const name of ['script', 'link', 'img', 'iframe', 'object', 'form', 'base'])
        expect(names).not.toContain(name)
      for (const tag of all) {
        expect(tag.attributes).not.toMatch(/\s(?:on\w+|src|style|srcset|action)=/i)
        const href = attribute(tag, 'href')
        if (href !== undefined) expect(href).toMatch(/^#/)
      }
    })

    test('names every id once, and points at none that is not there', () => {
      const ids = all.flatMap((tag) => attribute(tag, 'id') ?? [])
      expect(new Set(ids).size).toBe(ids.length)
      const pointed = all.flatMap((tag) => [
        ...(attribute(tag, 'href')?.slice(1).split(' ') ?? []),
        ...(attribute(tag, 'aria-labelledby')?.split(' ') ?? []),
        ...(attribute(tag, 'headers')?.split(' ') ?? []),
      ])
      expect(pointed.filter((id) => !ids.includes(id))).toEqual([])
    })

    test('has landmarks, one h1, and headings in order', () => {
      for (const landmark of ['header', 'nav', 'main', 'footer']) {
        expect(all.filter(({ name, closing }) => name === landmark && !closing)).toHaveLength(1)
      }
      const levels = headings(html)
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      levels.forEach((level, place) => expect(level - (levels[place - 1] ?? 0)).toBeLessThanOrEqual(1))
      expect(html.indexOf('class="skip"')).toBeLessThan(html.indexOf('<header'))
    })

    test('every table has a caption, and every head a scope', () => {
      for (const table of html.split(/<table/).slice(1)) expect(table).toMatch(/^[^>]*>\s*<caption[^>]*>[^<]/)
      for (const tag of all.filter(({ name, closing }) => name === 'th' && !closing)) {
        expect(['col', 'row']).toContain(attribute(tag, 'scope'))
      }
    })

    test('every picture is told in words', () => {
      for (const picture of html.split(/<svg/).slice(1)) {
        expect(picture).toMatch(
          /^ role="img" aria-labelledby="[\w-]+ [\w-]+"[^>]*>\s*<title[^>]*>[^<]+<\/title>\s*<desc[^>]*>[^<]/,
        )
        expect(picture.slice(picture.indexOf('</svg>'))).toMatch(/<details><summary>[^<]+<\/summary>[^]*?<table/)
      }
    })
  })
})

test('data never become markup', () => {
  expect(swedish).not.toMatch(/<(?:img|script|i|b)[\s>]/)
  expect(swedish).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(swedish).toContain('Avdelning 3 &amp; &quot;Norr&quot; &lt;i&gt;kirurgi&lt;/i&gt;')
  expect(htmlReport(report, 'sv', { title: '</title><script>x' })).not.toContain('<script>')
  // oxlint-disable-next-line no-control-regex
  expect(swedish).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
})

test('says first what it is', () => {
  expect(text).toContain('En träff är ett urvalskriterium, inte en misstanke.')
  expect(text.indexOf('urvalskriterium')).toBeLessThan(text.indexOf('Kontrollen i siffror'))
  expect(text.indexOf('Psykiatrimottagningen Almen: 96 av 410')).toBeLessThan(text.indexOf('Kontrollen i siffror'))
  expect(text).toContain('Kan innehålla sekretess')
  expect(text).toContain('Loggkontroll får inte användas för att kontrollera närvaro eller arbetsprestation.')
})

test('tells its sections in the order of the contents', () => {
  const anchors = tags(swedish).flatMap((tag) => (tag.name === 'a' ? (attribute(tag, 'href') ?? []) : []))
  const inContents = anchors.filter((href) => !/case|content$/.test(href) || href === '#cases')
  const places = inContents.map((href) => swedish.indexOf(`id="${href.slice(1)}"`))
  expect(inContents).toHaveLength(10)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('shows shares with what they are shares of', () => {
  expect(text).toContain(`95,7${nbsp}%`)
  expect(text).toContain(`11${nbsp}820 av 12${nbsp}345`)
  expect(text).toContain(`1${nbsp}954 av 2${nbsp}210`)
})

test('an unanswered question never looks like a no', () => {
  expect(text).toContain('Inte ställd: uppgifter saknas om särskilt bevakade personer och patienter.')
  expect(text).toContain('Kunde inte köras. Frågan är obesvarad.')
  expect(text).toContain(`Inga vårdkontakter är inlästa för enheten den dagen: 812`)
  expect(text).toContain('odd_cause: 1')
  const empty = visibleText(htmlReport(emptyReport, 'sv'))
  expect(empty).toContain('Inget uppslag att pröva. Frågan är obesvarad.')
  expect(empty).toContain('En tom logg är inte detsamma som att allt är utan anmärkning.')
  expect(empty).toContain('Kontrollfrågan om skyddade personuppgifter är obesvarad.')
})

test('shows every case handed out once, in order, and no other', () => {
  const places = [...swedish.matchAll(/<article class="case" id="case-(\d+)"/g)].map((found) => Number(found[1]))
  expect(places.toSorted()).toEqual([1, 2, 3, 4, 5, 6])
  expect(swedish.match(/id="moved-\d"/g)).toHaveLength(2 * 1)
  expect(swedish).not.toContain('C-0007')
  expect(text).toContain('1 granskningsfall är inte utvalt. Högst 10 per enhet väljs ut i varje kontroll.')
})

test('persons with protected identity stand on their own page and nowhere else, without a name', () => {
  const from = swedish.indexOf('<section class="own-page"')
  const to = swedish.indexOf('</section>\n\n', swedish.indexOf('id="case-4"'))
  const elsewhere = swedish.slice(0, from) + swedish.slice(to)
  const ownPage = swedish.slice(from, to)
  for (const pseudonym of ['skyddad-7f3a09c1d2e4', 'skyddad-0b1c2d3e4f50']) {
    expect(ownPage).toContain(pseudonym)
    expect(elsewhere).not.toContain(pseudonym)
  }
  expect(elsewhere).not.toContain('Karl &amp; Kalle')
  expect(swedish).not.toContain('Hemlig')
  for (const id of ['F-h002', 'F-c001', 'F-e008', 'F-d003']) expect(ownPage).toContain(id)
})

test('counts what is suppressed, and does not show it', () => {
  expect(text).toContain('1 iakttagelse är undantagen enligt beslut och visas inte här')
  expect(swedish).not.toContain('F-h003')
})

test('what several questions say of one lookup is told once', () => {
  const told = swedish.slice(swedish.indexOf('id="case-3"'), swedish.indexOf('id="case-4"'))
  expect(told.match(/Användaren dokumenterade inget i journalen den dagen/g)).toHaveLength(1)
  expect(told).toContain('Övrigt underlag om uppslaget står ovan.')
})

test('names the cause where a reason cannot be told', () => {
  expect(text).toContain('Inga vårdkontakter är inlästa för enheten den dagen252')
})

test('says how it can be made again', () => {
  const { run } = report.document
  for (const part of [run.run_id, run.trail_head, run.zone, ...run.inputs.map((input) => input.sha256)]) {
    expect(swedish).toContain(part)
  }
  expect(text).toContain('1–31 mars 2026, första och sista dagen inräknade (från 2026-03-01, före 2026-04-01)')
  expect(text).toContain('ended_years = 5')
})

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s palette', (_, palette: Palette) => {
  test.each(['ink', 'quiet', 'accent', 'notice', 'grave'] as const)('%s can be read on every ground', (name) => {
    for (const ground of [palette.page, palette.surface, palette.soft, palette.warm]) {
      expect(contrast(palette[name], ground)).toBeGreaterThanOrEqual(4.5)
    }
  })
  test('the bars and the ends of the heat scale stand out', () => {
    expect(contrast(palette.accent, palette.heat[1])).toBeGreaterThanOrEqual(3)
    expect(contrast(palette.heat[5], palette.heat[0])).toBeGreaterThanOrEqual(3)
  })
})

/** The contrast of WCAG 2. */
function contrast(a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].toSorted((one, other) => one - other)
  return (bright + 0.05) / (dim + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((place) => Number.parseInt(colour.slice(place, place + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

test('a place in the law ends with one full stop', () => {
  const [asked] = report.document.run.rules
  const run = { ...report.document.run, rules: rules.map(({ id }) => ({ ...asked!, rule: id })) }
  const page = visibleText(htmlReport({ ...report, document: { ...report.document, run } }, 'sv'))
  expect(page).toContain('2 kap. ')
  expect(page).not.toMatch(/kap\.\./)
})
