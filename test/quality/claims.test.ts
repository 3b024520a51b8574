import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, run, workspace } from '../harness/program.ts'
import { assessFolder, checkOf, days, figureOf, patients, remarkOf } from './log.ts'

/** An entry of the national log at a time. */
const entry = (id: string, time: string): string => `<log><logId>${id}-x</logId>
  <system><systemId>SE5560000000-SYS1</systemId></system>
  <activity><activityType>Läsa</activityType><startDate>${time}</startDate></activity>
  <user><userId>SE5560000000-S001</userId><careProvider><careProviderId>SE5560000000-VG</careProviderId></careProvider>
  <careUnit><careUnitId>SE5560000000-U110</careUnitId></careUnit></user>
  <resources><resource><resourceType>Journal</resourceType><patient><patientId><root>1.2.752.129.2.1.3.1</root><extension>${patients[0]}</extension></patientId></patient><careProvider><careProviderId>SE5560000000-VG</careProviderId></careProvider></resource></resources></log>`

/** What a log service answers that says which time it speaks for. */
const answer = (from: string, to: string, entries: readonly string[]): string =>
  `<GetLogsResponse xmlns="urn:riv:informationsecurity:auditing:log:GetLogsResponder:2"><logsResult><reportResult><resultCode>OK</resultCode>
  <startInterval>${from}</startInterval><endInterval>${to}</endInterval></reportResult><logs>${entries.join('')}</logs></logsResult></GetLogsResponse>`

const entriesOf = (which: readonly string[], amount: number): string[] =>
  which.flatMap((day) =>
    Array.from({ length: amount }, (_, place) =>
      entry(`${day}-${place}`, `${day}T10:${String(place).padStart(2, '0')}:07`),
    ),
  )

async function ingested(...files: readonly string[]): Promise<string> {
  const folder = await workspace()
  for (const [place, text] of files.entries()) {
    const path = join(folderWith({ [`svar-${place}.xml`]: text }), `svar-${place}.xml`)
    const done = await run(['-w', folder, '-q', 'ingest', path])
    if (done.code !== 0) throw new Error(done.err)
  }
  return folder
}

const weeks = days('2026-01-12', 28)

describe('what a file says it speaks for', () => {
  it('and holds no rows of is missing', async () => {
    const folder = await ingested(answer('2026-01-12T00:00:00', '2026-02-16T00:00:00', entriesOf(weeks, 25)))
    const document = await assessFolder(folder)
    expect(document.inputs).toMatchObject([{ log_from: '2026-01-12 00:00:00', log_to: '2026-02-16 00:00:00' }])
    expect(remarkOf(document, 'gaps', 'source_days')).toMatchObject({
      part: 7,
      places: [{ from: '2026-02-09', to: '2026-02-15' }],
    })
    expect(remarkOf(document, 'reading', 'deviation')?.severity).toBe('info')
  })

  it('and holds is whole, and so is what no one spoke for', async () => {
    const folder = await ingested(answer('2026-01-12T00:00:00', '2026-02-09T00:00:00', entriesOf(weeks, 25)))
    const document = await assessFolder(folder)
    expect(checkOf(document, 'gaps')).toMatchObject({ answer: 'fit', remarks: [] })
    expect(figureOf(document, 'gaps', 'days_with_rows')).toMatchObject({ part: 28, whole: 28 })
  })

  it('is overstepped by rows before or after it', async () => {
    const folder = await ingested(answer('2026-01-12T00:00:00', '2026-02-08T10:20:00', entriesOf(weeks, 25)))
    expect(remarkOf(await assessFolder(folder), 'times', 'outside_claim')).toMatchObject({
      severity: 'low',
      part: 5,
      whole: 700,
      places: [{ batch: '1', part: 5 }],
    })
  })

  it('and holds nothing of at all is an empty delivery', async () => {
    const folder = await ingested(
      answer('2026-01-12T00:00:00', '2026-02-09T00:00:00', entriesOf(weeks, 25)),
      answer('2026-02-09T00:00:00', '2026-02-16T00:00:00', []),
    )
    const document = await assessFolder(folder, { period: { from: '2026-02-01', to: '2026-02-16' } })
    expect(remarkOf(document, 'gaps', 'empty_delivery')).toMatchObject({
      severity: 'medium',
      part: 1,
      places: [{ batch: '2' }],
    })
    expect(remarkOf(document, 'gaps', 'source_days')?.part).toBe(7)
  })
})
