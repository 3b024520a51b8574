// npm run workload: two made-up months, audited with and without what a controller may lack, counted in docs/workload.md.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { writeCsv } from './samples/write.ts'
import { makeCentre } from './workload/centre.ts'
import { logOf } from './workload/log.ts'
import { type Counted, workloadPage } from './workload/page.ts'
import { auditVariant, type Outcome } from './workload/run.ts'
import { variants } from './workload/variants.ts'
import { makeWard } from './workload/ward.ts'

/** A folder to keep what was made in, with its keys; else it is made in a temporary one and removed. */
const kept = process.argv[2]
const folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'loggkoll-workload-')) : resolve(kept)

const months = [
  {
    make: makeCentre,
    title: 'A primary-care centre',
    about: '25 staff and 8,000 listed patients; a child health unit belongs to it. Open on workdays.',
  },
  {
    make: makeWard,
    title: 'A ward',
    about:
      '28 beds round the clock, in three shifts, and some 60 staff. Its patients come from the emergency department,\nanother ward, the clinic and primary care; three of its physicians work at the clinic too, two of its nurses at the\nother ward.',
  },
]

const counted: Counted[] = []
for (const { make, title, about } of months) {
  const month = make()
  const log = logOf(month)
  const key = join(folder, month.name, 'key')
  mkdirSync(key, { recursive: true })
  writeCsv(
    key,
    'planted',
    ['plant', 'user_id', 'patient_id', 'care_unit_id', 'day'],
    month.planted.map((row) => ({ ...row })),
  )
  const outcomes: Outcome[] = []
  for (const variant of variants) {
    const outcome = await auditVariant(month, log, variant, join(folder, month.name, variant.name.replace(' ', '-')))
    const { lookups, explained } = outcome.document.run
    console.error(
      `${month.name}, ${variant.name}: ${lookups} lookups, ${((100 * explained) / lookups).toFixed(1)} % explained`,
    )
    outcomes.push(outcome)
  }
  counted.push({ title, about, outcomes })
}
writeFileSync(join(import.meta.dirname, '..', 'docs', 'workload.md'), workloadPage(counted))
if (kept === undefined) rmSync(folder, { recursive: true, force: true })
