import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { languages } from '../../src/model/language.ts'
import { csvReport } from '../../src/reports/csv.ts'
import { auditFormats } from '../../src/reports/index.ts'
import { emptyReport, report } from './fixture.ts'
import { textOf, wholeReport } from './whole-report.ts'

const told = { now: 0, failOn: 'info' } as const

describe.each(languages)('csv in %s', async (language) => {
  const rows = parse(await textOf(csvReport(report, language)), { columns: true }) as Record<string, string>[]

  test('one row for each finding, with its words', () => {
    expect(rows.map((row) => row['finding_id'])).toEqual(report.document.findings.map((finding) => finding.finding_id))
    for (const row of rows) expect(row['evidence_for']).not.toBe('')
    expect(rows[0]).toMatchObject({ opens: 'true', suppressed: 'false', lookup_ids: 'L-11111111', event_count: '6' })
    expect(JSON.parse(rows[0]?.['facts'] ?? '')).toEqual({ same_id: false })
    expect(rows.at(-1)).toMatchObject({ suppressed: 'true' })
  })

  test('no cell is a formula or moves a cursor', () => {
    const cells = rows.flatMap((row) => Object.values(row))
    expect(cells).toContain(`'=HYPERLINK("a";"b")`)
    for (const cell of cells) {
      expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      // oxlint-disable-next-line no-control-regex
      expect(cell).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/)
    }
  })
})

test('an empty run still has its columns', async () => {
  const text = await textOf(csvReport(emptyReport, 'sv'))
  expect(text).toMatch(/^finding_id,case_id,rule,/)
  expect(text.trimEnd().split('\n')).toHaveLength(1)
})

test('json holds the document and nothing that a terminal acts on', async () => {
  const [first] = report.document.findings
  const odd = { ...report.document, findings: [{ ...first!, user_id: 'a\u009b2J\u202eb\u0007' }] }
  const texts = [
    await textOf(auditFormats.json(wholeReport({ ...report, document: odd }), 'sv', told)),
    await textOf(auditFormats.ndjson(wholeReport({ ...report, document: odd }), 'sv', told)),
  ]
  // oxlint-disable-next-line no-control-regex
  for (const text of texts) expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
  expect(JSON.parse(texts[0] ?? '')).toEqual(odd)
})
