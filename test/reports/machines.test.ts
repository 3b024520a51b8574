import { tableFromIPC } from 'apache-arrow'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/model/finding.ts'
import { arrowStream } from '../../src/reports/arrow.ts'
import { auditFormats } from '../../src/reports/index.ts'
import { emptyReport, report } from './fixture.ts'
import { textOf, wholeReport } from './whole-report.ts'

const told = { now: Date.parse('2026-06-01T08:00:00Z'), failOn: 'high' } as const

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  text: string
  readonly within: string | undefined
}

/** The elements of a document, which must be well formed. */
function elementsOf(xml: string): Element[] {
  const elements: Element[] = []
  const open: Element[] = []
  const parser = new SaxesParser()
  let testCase: string | undefined
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'testcase') testCase = attributes['name']
    const element = { name, attributes, text: '', within: testCase }
    elements.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    if (open.length > 0) open.at(-1)!.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return elements
}

const reportOf = (findings: readonly Finding[]) =>
  wholeReport({ ...report, document: { ...report.document, findings: [...findings] } })

describe('junit', async () => {
  const elements = elementsOf(await textOf(auditFormats.junit(report, 'en', told)))
  const named = (name: string): Element[] => elements.filter((element) => element.name === name)

  it('is a suite with a case for each rule, and counts them rightly', () => {
    const rules = report.document.run.rules.map(({ rule }) => rule)
    expect(named('testcase').map(({ attributes }) => attributes['name'])).toEqual(rules)
    expect(named('testsuite')[0]?.attributes).toMatchObject({
      tests: String(rules.length),
      failures: String(named('failure').length),
      errors: '1',
      skipped: '1',
    })
    expect(named('error').map(({ within }) => within)).toEqual(['ward-broken'])
    expect(named('skipped').map(({ within }) => within)).toEqual(['ward-watchlist'])
  })

  it.each([
    ['critical', ({ severity }: Finding) => severity === 'critical'],
    ['high', ({ severity }: Finding) => ['high', 'critical'].includes(severity)],
    ['info', () => true],
  ] as const)('fails a rule that has findings from %s on', async (failOn, counts) => {
    const failing = new Set(
      report.document.findings.filter((one) => counts(one) && !one.suppressed).map(({ rule }) => rule),
    )
    const failed = elementsOf(await textOf(auditFormats.junit(report, 'en', { ...told, failOn })))
      .filter(({ name }) => name === 'failure')
      .map(({ within }) => within)
    const asked = report.document.run.rules.map(({ rule }) => rule)
    expect(failed).toEqual(asked.filter((rule) => failing.has(rule)))
  })

  it('names nobody, and not more findings than a dashboard shows', async () => {
    const [first] = report.document.findings
    const many = Array.from({ length: 50 }, (_, place) => ({ ...first!, finding_id: `F-${place}` }))
    const xml = await textOf(auditFormats.junit(reportOf(many), 'en', told))
    expect(xml).toContain('F-19 ')
    expect(xml).not.toContain('F-20 ')
    expect(xml).toContain('… 30')
    expect(xml).not.toMatch(/\b\d{12}\b|SEPROV0001-\d/)
  })

  it('of an empty log skips every rule: nothing found is not all clear', async () => {
    const empty = elementsOf(await textOf(auditFormats.junit(emptyReport, 'sv', told)))
    const cases = empty.filter(({ name }) => name === 'testcase')
    const [skipped, failed] = ['skipped', 'error'].map((kind) => empty.filter(({ name }) => name === kind).length)
    expect([skipped, failed]).toEqual([cases.length - 1, 1])
  })
})

describe('ocsf', async () => {
  const events = (await textOf(auditFormats.ocsf(report, 'en', told)))
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text) as Record<string, unknown>)

  it('is an event for each finding, with all that Detection Finding requires', () => {
    expect(events).toHaveLength(report.document.findings.length)
    for (const [place, event] of events.entries()) {
      const finding = report.document.findings[place]!
      expect(event).toMatchObject({
        category_uid: 2,
        class_uid: 2004,
        type_uid: 200_400 + Number(event['activity_id']),
        time: told.now,
        metadata: { version: '1.9.0', product: { name: 'loggkoll' } },
        finding_info: { uid: finding.finding_id },
        unmapped: { case_id: finding.case_id, care_unit_id: finding.care_unit_id },
      })
      expect(event['severity_id']).toBe(1 + ['info', 'low', 'medium', 'high', 'critical'].indexOf(finding.severity))
      expect(Number(event['start_time'])).toBeLessThanOrEqual(Number(event['end_time']))
    }
  })

  it('tells wall-clock times as instants', () => {
    // 21:14:05 on 4 March in Stockholm
    expect(events[0]).toHaveProperty('start_time', Date.parse('2026-03-04T20:14:05Z'))
  })

  it.each([
    ['new', false, [1, 1]],
    ['open', false, [2, 2]],
    ['decided', false, [3, 4]],
    ['explained_later', false, [3, 4]],
    ['gone', false, [3, 6]],
    ['new', true, [3, 3]],
  ] as const)(
    'a finding that is %s (suppressed: %s) has the activity and the status',
    async (state, suppressed, ids) => {
      const one = { ...report.document.findings[0]!, state, suppressed }
      const event = await textOf(auditFormats.ocsf(reportOf([one]), 'sv', told))
      const { activity_id, status_id } = JSON.parse(event) as Record<string, unknown>
      expect([activity_id, status_id]).toEqual(ids)
    },
  )

  it('tells no sentence, and no fact that is a text', async () => {
    const one = { ...report.document.findings[0]!, facts: { who: '189001019802', count: 3 } }
    const text = await textOf(auditFormats.ocsf(reportOf([{ ...one, patient_id: 'patient-1' }]), 'sv', told))
    expect(text).not.toContain('189001019802')
    expect(JSON.parse(text)).toHaveProperty('unmapped.facts', { count: 3 })
  })
})

describe('arrow', () => {
  it('holds every finding in typed columns', async () => {
    const table = tableFromIPC(await auditFormats.arrow(report))
    expect(table.numRows).toBe(report.document.findings.length)
    const types = Object.fromEntries(table.schema.fields.map(({ name, type }) => [name, String(type)]))
    expect(types).toMatchObject({
      finding_id: 'Utf8',
      day: 'Date32<DAY>',
      first_time: 'Timestamp<MICROSECOND>',
      opens: 'Bool',
      event_count: 'Int64',
      lookup_ids: 'List<Utf8>',
    })
    const [first] = report.document.findings
    const row = table.get(0)!.toJSON() as Record<string, unknown>
    expect(row).toMatchObject({ finding_id: first!.finding_id, patient_id: first!.patient_id, event_count: 6n })
    expect(row['day']).toBe(Date.parse(first!.day))
    expect(row['first_time']).toBe(Date.parse(`${first!.first_time}Z`))
    expect([...(row['lookup_ids'] as Iterable<string>)]).toEqual(first!.lookup_ids)
  })

  it('of an empty list still has its columns', async () => {
    const table = tableFromIPC(await auditFormats.arrow(emptyReport))
    expect([table.numRows, table.schema.fields.length]).toEqual([0, 19])
  })

  it('keeps microseconds and what is missing, across batches', async () => {
    const rows = Array.from({ length: 65_537 }, (_, place) => (place === 65_536 ? '2026-03-29T03:30:00.000001' : null))
    const table = tableFromIPC(await arrowStream([{ name: 'at', kind: 'time', of: (row: string | null) => row }], rows))
    expect([table.batches.length, table.numRows, table.getChildAt(0)!.nullCount]).toEqual([2, 65_537, 65_536])
    const values = table.batches[1]!.data.children[0]!.values as BigInt64Array
    expect(values[0]).toBe(BigInt(Date.parse('2026-03-29T03:30:00Z')) * 1000n + 1n)
  })
})
