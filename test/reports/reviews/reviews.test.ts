import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { readTypeface } from '../../../src/commands/typeface.ts'
import { type Language, languages } from '../../../src/model/language.ts'
import { ProtocolDocument } from '../../../src/model/protocol-document.ts'
import type { TrendDocument } from '../../../src/model/trend-document.ts'
import { UnitDocument } from '../../../src/model/unit-document.ts'
import type { PrintedDocument } from '../../../src/reports/printed/document.ts'
import { asHtml } from '../../../src/reports/printed/html.ts'
import { asMarkdown } from '../../../src/reports/printed/markdown.ts'
import { asPdf } from '../../../src/reports/printed/pdf.ts'
import { asWorkbook } from '../../../src/reports/printed/workbook.ts'
import { protocolCsv, protocolJson } from '../../../src/reports/protocol/data.ts'
import { protocolPages } from '../../../src/reports/protocol/printed.ts'
import { trendCsv, trendJson } from '../../../src/reports/trend/data.ts'
import { trendPages } from '../../../src/reports/trend/printed.ts'
import { unitCsv, unitJson } from '../../../src/reports/unit/data.ts'
import { unitPages } from '../../../src/reports/unit/printed.ts'
import { readTrend } from '../../../src/review/trend.ts'
import { rules } from '../../../src/rules/index.ts'
import { halfYear, madeControls } from './journal.ts'
import { hostile, unsigned, withoutRemark, withRemark } from './protocol-fixture.ts'
import { fullestUnit, unitDocument } from './unit-fixture.ts'

/** Compares with the kept text; UPDATE_GOLDEN=1 writes it anew, to be read in review like code. */
function expectGolden(text: string, name: string): void {
  const file = new URL(`golden/${name}`, import.meta.url)
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
}

const trend: TrendDocument = {
  schema: 'loggkoll/trend/1',
  tool: '0.1.0',
  prepared: '2026-06-01T08:00:00Z',
  from: null,
  to: null,
  archive_months: 60,
  trail_head: '51'.repeat(32),
  ...readTrend(
    madeControls(halfYear),
    [
      { run: { from: '2026-01-01', to: '2026-02-01', lookups: 9000, explained: 8500 } as never, summary: {} as never },
      { run: { from: '2026-02-01', to: '2026-03-01', lookups: 8000, explained: 7997 } as never, summary: {} as never },
    ],
    {},
  ),
}

const protocols = { unsigned, 'without-remark': withoutRemark, 'with-remark': withRemark }
const pagesOf: Readonly<Record<string, (language: Language) => PrintedDocument>> = {
  ...Object.fromEntries(
    Object.entries(protocols).map(([name, document]) => [
      `protocol-${name}`,
      (language: Language) => protocolPages({ ...document, language }),
    ]),
  ),
  unit: (language) => unitPages({ document: unitDocument, book: rules }, language),
  trend: (language) => trendPages({ document: trend, book: rules }, language),
}

describe.each(languages)('in %s', (language) => {
  test.each(Object.keys(pagesOf))('%s', (name) => {
    const pages = pagesOf[name]!(language)
    expectGolden(asMarkdown(pages), `${name}.${language}.md`)
    expectGolden(asHtml(pages), `${name}.${language}.html`)
  })
})

test('each is a document as its schema has it', () => {
  for (const document of Object.values(protocols)) expect(ProtocolDocument.parse(document)).toEqual(document)
  expect(UnitDocument.parse(unitDocument)).toEqual(unitDocument)
  expect(JSON.parse(protocolJson(withRemark))).toEqual(withRemark)
  expect(JSON.parse(unitJson(unitDocument))).toEqual(unitDocument)
  expect(JSON.parse(trendJson(trend))).toEqual(JSON.parse(JSON.stringify(trend)))
})

describe('a protocol', () => {
  const told = (document: ProtocolDocument): string => asMarkdown(protocolPages(document))

  test('is a draft on every page until it is signed, and has no outcome then', () => {
    expect(protocolPages(unsigned).title).toBe('Utkast till kontrollprotokoll')
    expect(told(unsigned)).toContain('Utfall: **Inte klart**')
    expect(told(unsigned)).toContain('**Medarbetaren tillfrågas**. Svar väntas senast 20 maj 2026.')
  })

  test('says how many cases wait for a second reviewer, and not that none has needed one', () => {
    const [part] = unsigned.parts
    const waiting = {
      ...unsigned,
      parts: [{ ...part!, cases: part!.cases.map((one) => ({ ...one, status: 'second' as const })) }],
    }
    expect(told(waiting)).toContain('**Andra granskare**: Ingen än: 2 granskningsfall väntar')
    expect(told({ ...waiting, language: 'en' })).toContain('**Second reviewer**: None yet: 2 cases wait')
  })

  test('says its outcome once it is signed', () => {
    expect(protocolPages(withoutRemark).title).toBe('Kontrollprotokoll')
    expect(told(withoutRemark)).toContain('Utfall: **Utan anmärkning**')
    expect(told(withRemark)).toContain('Utfall: **Med anmärkning**')
  })

  test('has all that a control is documented by', () => {
    const text = told(withRemark).replaceAll('\\', '')
    for (const field of [
      'K-6cbd53228a66e5fc', // control
      'Region Almvik', // care provider
      'SE5560000000-U120', // unit
      'Återkommande kontroll med stickprov', // kind
      '27 april – 3 maj 2026', // period
      'cosmic', // source system
      'cd'.repeat(32), // hash of a file
      '4711', // seed
      'ab'.repeat(32), // hash of the population
      'Helena Stjernfält', // drawn
      'Ingen vårdrelation', // rule
      'Inga vårdkontakter är inlästa för enheten den dagen (22)', // what could not be told
      'Daniel Eriksson', // user
      'Stefan Lindström', // patient
      'Ingen del i vården', // comment
      'Margareta Zetterlöf', // second reviewer
      'Har redan hörts', // why the employee was not asked
      'intygade 12 maj 2026 kl. 10:00', // conflict of interest
      'HSN-2026-1', // case number
      'Tas upp på arbetsplatsträffen', // note
      'Undantaget från gallring: Polisanmälan', // hold
      '15 maj 2026 kl. 10:05 (72 timmar', // deadline
      'Kopia sparad', // follow-up
      '8 fall från kontrollfrågorna fick inte plats', // not handed out
      '51'.repeat(32), // trail
      'Kan innehålla sekretess',
      'Bevaras i 5 år',
      'inte en misstanke',
      'får inte användas för att kontrollera närvaro',
      'Namnförtydligande: Camilla Rosenqvist',
    ]) {
      expect(text).toContain(field)
    }
  })
})

describe('what somebody wrote to be taken for something else', () => {
  const pages = protocolPages(withoutRemark)

  test('is text on a page', () => {
    const html = asHtml(pages)
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    // oxlint-disable-next-line no-control-regex
    expect(html).not.toMatch(/[\u001b\u202e]/)
  })

  test('is text in Markdown', () => {
    const markdown = asMarkdown(pages)
    expect(markdown).toContain('\\<script\\>alert(1)\\</script\\>')
    expect(markdown).toContain('\\*\\*x\\*\\*')
    expect(markdown).toContain('\\[a\\]')
    // oxlint-disable-next-line no-control-regex
    expect(markdown).not.toMatch(/[\u001b\u202e]/)
  })

  test('is no formula in a list', () => {
    const rows = parse<Record<string, string>>(protocolCsv(withoutRemark), { columns: true })
    expect(rows[1]!['comment']).toMatch(/^'=HYPERLINK/)
    // oxlint-disable-next-line no-control-regex
    expect(protocolCsv(withoutRemark)).not.toMatch(/[\u001b\u202e]/)
  })

  test('is whole in JSON, without a sign that a terminal acts on', () => {
    const json = protocolJson(withoutRemark)
    // oxlint-disable-next-line no-control-regex
    expect(json).not.toMatch(/[\u001b\u202e]/)
    const { parts } = ProtocolDocument.parse(JSON.parse(json))
    expect(parts[0]!.cases[1]!.decisions[0]!.comment).toBe(hostile)
  })

  test('does not stop a PDF or a workbook', async () => {
    expect(
      Buffer.from(await asPdf(pages, readTypeface()))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect(
      Buffer.from(await asWorkbook(pages))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  })
})

test('a protocol of 200 cases is set as PDF; how long it took is printed', async () => {
  const [one] = withRemark.parts
  const [case_] = one!.cases
  const many = Array.from({ length: 200 }, (_, place) => ({
    ...case_!,
    case_id: `C-${String(place).padStart(16, '0')}`,
  }))
  const began = performance.now()
  const bytes = await asPdf(protocolPages({ ...withRemark, parts: [{ ...one!, cases: many }] }), readTypeface())
  console.info(`PDF of 200 cases: ${Math.round(performance.now() - began)} ms, ${bytes.length} bytes`)
  expect(pagesIn(bytes)).toBeGreaterThan(20)
})

function pagesIn(bytes: Uint8Array): number {
  return Number(/\/Type \/Pages[\s\S]*?\/Count (\d+)/.exec(Buffer.from(bytes).toString('latin1'))?.[1])
}

describe('the report of a unit', () => {
  const amountOfPages = async (document: UnitDocument, language: Language): Promise<number> => {
    const bytes = await asPdf(unitPages({ document, book: rules }, language), readTypeface())
    return pagesIn(bytes)
  }

  test.each(languages)('has two pages, however much there is to say (%s)', async (language) => {
    expect(await amountOfPages(unitDocument, language)).toBe(2)
    expect(await amountOfPages(fullestUnit, language)).toBe(2)
  })

  test('says of which source a remark is, where the log has several', () => {
    const [remark] = unitDocument.quality.remarks
    const remarks = [{ ...remark!, code: 'no_staff', source_system: '1177-journalen' }]
    const document = { ...unitDocument, quality: { ...unitDocument.quality, remarks } }
    expect(asMarkdown(unitPages({ document, book: rules }, 'sv')).replaceAll('\\', '')).toContain(
      '1177-journalen: Inga händelser är personalens',
    )
  })

  test('has every count as a row', () => {
    const rows = parse<Record<string, string>>(unitCsv(unitDocument, 'sv'), { columns: true })
    expect(rows.find(({ figure }) => figure === 'explained')?.['value']).toBe('1170')
    expect(rows.find(({ figure, subject }) => figure === 'verdict' && subject === 'mistake')?.['value']).toBe('1')
  })
})

describe('the report of trends', () => {
  test('shows no count under five in any form', () => {
    const html = asHtml(trendPages({ document: trend, book: rules }, 'sv'))
    const cells = [...html.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text)
    expect(cells.filter((text) => /^[0-4]$/.test(text ?? ''))).toEqual([])
    expect(cells).toContain('&lt;5')
    const counts = parse<Record<string, string>>(trendCsv(trend, 'sv'), { columns: true }).map(({ count }) => count)
    expect(counts.filter((count) => /^[0-4]$/.test(count ?? ''))).toEqual([])
  })

  test('names no one', () => {
    for (const text of [trendJson(trend), trendCsv(trend, 'sv')])
      expect(text).not.toMatch(/"?(user|patient)_id|U1|P1|S1/)
  })
})
