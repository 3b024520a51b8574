import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AuditDocument } from '../../src/model/audit-document.ts'
import { languages } from '../../src/model/language.ts'
import { csvReport } from '../../src/reports/csv.ts'
import { htmlReport } from '../../src/reports/html/html-report.ts'
import { auditFormats } from '../../src/reports/index.ts'
import { tableReport } from '../../src/reports/table.ts'
import { emptyReport, report } from './fixture.ts'
import { textOf } from './whole-report.ts'

/** Compares with the kept text; UPDATE_GOLDEN=1 writes it anew, to be read in review like code. */
function expectGolden(text: string, name: string): void {
  const file = new URL(`golden/${name}`, import.meta.url)
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
}

describe.each(languages)('in %s', (language) => {
  test('html', () => expectGolden(htmlReport(report, language), `report.${language}.html`))
  test('html of an empty log', () => expectGolden(htmlReport(emptyReport, language), `empty.${language}.html`))
  test('terminal', () =>
    expectGolden(tableReport(report, language, { columns: 80, color: false }), `table.${language}.txt`))
  test('terminal of an empty log', () => {
    expectGolden(tableReport(emptyReport, language, { columns: 80, color: false }), `empty.${language}.txt`)
  })
  test('junit', async () =>
    expectGolden(await textOf(auditFormats.junit(report, language, told)), `junit.${language}.xml`))
  test('ocsf', async () =>
    expectGolden(await textOf(auditFormats.ocsf(report, language, told)), `ocsf.${language}.ndjson`))
  test('csv', async () => expectGolden(await textOf(csvReport(report, language)), `findings.${language}.csv`))
})

const told = { now: Date.parse('2026-06-01T08:00:00Z'), failOn: 'high' } as const

test('the fixture is a document as the audit writes it', () => {
  expect(AuditDocument.parse(report.document)).toEqual(report.document)
})

test('json is the document exactly', async () => {
  const text = await textOf(auditFormats.json(report, 'sv', told))
  expect(text).toBe(`${JSON.stringify(report.document, null, 2)}\n`)
  expect(JSON.parse(text)).toEqual(report.document)
})

test('ndjson is the run on the first line, with its denominators, and a finding on each other', async () => {
  const lines = (await textOf(auditFormats.ndjson(report, 'sv', told))).split('\n')
  expect(lines.pop()).toBe('')
  const { findings, ...head } = report.document
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([head, ...findings])
  const empty = await textOf(auditFormats.ndjson(emptyReport, 'sv', told))
  expect(JSON.parse(empty)).toHaveProperty('run.lookups', 0)
})

test('two reports of the same run are the same bytes', () => {
  expect(htmlReport(report, 'sv')).toBe(htmlReport({ ...report, document: structuredClone(report.document) }, 'sv'))
})
