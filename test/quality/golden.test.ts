import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languages } from '../../src/model/language.ts'
import type { QualityReport } from '../../src/model/quality-document.ts'
import { qualityFormats } from '../../src/reports/quality/index.ts'
import { asked, days, patients, row, rowsOfDay, unit } from './log.ts'

/** A month in which much is amiss: a silent day, missing patients, lost numbers, unknown codes, a list, a wrong clock. */
const month = () => [
  ...days('2026-03-02', 28)
    .filter((day) => day !== '2026-03-18')
    .flatMap((day) => rowsOfDay(day, 120))
    .map((one, place) => ({
      ...one,
      record_id: String(place < 900 ? place + 1 : place + 4),
      ...(place % 50 === 0 ? { patient_id: '' } : {}),
      ...(place % 400 === 7 ? { activity: 'KOPIA' } : {}),
    })),
  ...Array.from({ length: 25 }, (_, place) =>
    row({ occurred_at: '2026-03-09T08:00:00', record_id: `x${place}`, patient_id: patients[place]! }),
  ),
  row({ occurred_at: '2062-03-09T08:00:00', record_id: 'y' }),
]
const reports = {
  month: asked(month, { tables: { care_unit: [{ care_unit_id: unit, name: 'Provby vårdcentral' }] } }),
  empty: asked(() => []),
}

/** Compares with the kept text; UPDATE_GOLDEN=1 writes it anew, to be read in review like code. */
function expectGolden(text: string, name: string): void {
  const file = new URL(`golden/${name}`, import.meta.url)
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
}

async function reportOf(name: keyof typeof reports): Promise<QualityReport> {
  const document = await reports[name]()
  // The file lay in a folder of this test alone.
  const inputs = document.inputs.map((input) => ({ ...input, file: 'logg-2026-03.csv' }))
  return { document: { ...document, inputs }, units: new Map([[unit, 'Provby vårdcentral']]) }
}

describe.each(['month', 'empty'] as const)('of the log %s', (name) => {
  test.each(languages)('the table in %s', async (language) => {
    const text = qualityFormats.table(await reportOf(name), language, { columns: 80, color: false })
    expectGolden(text, `${name}.${language}.txt`)
  })
  test.each(languages)('the page in %s', async (language) => {
    expectGolden(qualityFormats.html(await reportOf(name), language), `${name}.${language}.html`)
  })
  test('the rows', async () => expectGolden(qualityFormats.csv(await reportOf(name)), `${name}.csv`))
})
