import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { makeZip } from '../formats/archive/make-zip.ts'
import { event, nurse, patient } from '../formats/fhir/events.ts'
import { run, scratchFolder, workspace } from '../harness/program.ts'
import { root } from '../harness/paths.ts'
import { select } from '../store/tables.ts'
import { eventsOf, ingest, log } from './read.ts'

const entry = (id: string, patients: readonly string[] = ['199001012385']) => `<log><logId>${id}</logId>
  <system><systemId>SE5560000000-SYS1</systemId></system>
  <activity><activityType>Läsa</activityType><startDate>2026-03-04T10:00:00</startDate><purpose>Vård och behandling</purpose></activity>
  <user><userId>SE5560000000-S001</userId><careProvider><careProviderId>SE5560000000-VG</careProviderId></careProvider>
  <careUnit><careUnitId>SE5560000000-U110</careUnitId></careUnit></user>
  <resources>${patients.map((patient) => `<resource><resourceType>Journal</resourceType><patient><patientId><root>1.2.752.129.2.1.3.1</root><extension>${patient}</extension></patientId></patient><careProvider><careProviderId>SE5560000000-VG</careProviderId></careProvider></resource>`).join('')}</resources></log>`
const storeLog = (...entries: readonly string[]) =>
  `<StoreLog xmlns="urn:riv:informationsecurity:auditing:log:StoreLogResponder:2">${entries.join('')}</StoreLog>`

describe('the national log', () => {
  it('gives an event for each patient of an entry, and says which entry it was', async () => {
    const file = storeLog(entry('a', ['199001012385', '197904299281']), entry('b'))
    const events = await eventsOf(
      await workspace(),
      { 'log.xml': file },
      'record_id, patient_id, activity::varchar as activity, purpose::varchar as purpose, time_quality::varchar as quality, source_row',
    )
    const row = { activity: 'read', purpose: 'care', quality: 'local' }
    expect(events).toEqual([
      { record_id: 'a', patient_id: '199001012385', ...row, source_row: 1 },
      { record_id: 'a', patient_id: '197904299281', ...row, source_row: 1 },
      { record_id: 'b', patient_id: '199001012385', ...row, source_row: 2 },
    ])
  })

  it('comes in ZIP files whose windows overlap: each entry once', async () => {
    const zip = (...entries: readonly string[]) =>
      makeZip([{ name: 'svar.xml', content: storeLog(...entries.map((id) => entry(id))) }])
    const { files } = await ingest(await workspace(), { '1.zip': zip('a', 'b'), '2.zip': zip('b', 'c') })
    expect(files.map(({ stored, duplicate }) => [stored, duplicate])).toEqual([
      [2, 0],
      [1, 1],
    ])
    expect(files[0]!.file).toMatch(/1\.zip\/svar\.xml$/)
  })

  it('keeps the span that the log service speaks for, and counts what its schema does not allow', async () => {
    const folder = await workspace()
    const answer = `<GetLogsResponse xmlns="urn:riv:informationsecurity:auditing:log:GetLogsResponder:2"><logsResult><reportResult><resultCode>OK</resultCode>
      <startInterval>2026-01-01T00:00:00</startInterval><endInterval>2026-03-31T12:00:00+02:00</endInterval></reportResult><logs>${entry('a').replace(/<purpose>.*<\/purpose>/, '')}</logs></logsResult></GetLogsResponse>`
    const { files } = await ingest(folder, { 'svar.xml': answer })
    expect(files[0]).toMatchObject({ profile: 'riv-auditing-log', stored: 1, deviations: { no_purpose: 1 } })
    expect(
      await select(folder, 'select log_from::varchar as log_from, log_to::varchar as log_to from ingest_batch'),
    ).toEqual([{ log_from: '2026-01-01 00:00:00', log_to: '2026-03-31 12:00:00' }])
    expect(await select(folder, 'select code, records::int as records from deviation')).toEqual([
      { code: 'no_purpose', records: 1 },
    ])
  })

  it('is asked whose it is, where the answer does not say', async () => {
    const access = `<GetAccessLogsForPatientResponse xmlns="urn:riv:informationsecurity:auditing:log:GetAccessLogsForPatientResponder:2"><accessLogsResult><reportResult><resultCode>OK</resultCode></reportResult><accesssLogs><accessLog><careProviderId>SE5560000000-VG</careProviderId><careUnitId>SE5560000000-U110</careUnitId><accessDate>2026-03-04T10:00:00</accessDate><userId>SE5560000000-S001</userId></accessLog></accesssLogs></accessLogsResult></GetAccessLogsForPatientResponse>`
    const [folder, file] = [await workspace(), { 'svar.xml': access }]
    const asked = await ingest(folder, file)
    expect([asked.code, asked.err]).toEqual([64, expect.stringContaining('--patient')])
    expect(await eventsOf(folder, file, 'patient_id', '--patient', '900101-2385')).toEqual([
      { patient_id: '199001012385' },
    ])
  })

  it('that is not ready is no empty log', async () => {
    const answer = `<GetLogsResponse xmlns="urn:riv:informationsecurity:auditing:log:GetLogsResponder:2"><logsResult><reportResult><resultCode>REPORT_IN_PROCESS</resultCode></reportResult></logsResult></GetLogsResponse>`
    const { code, err } = await ingest(await workspace(), { 'svar.xml': answer })
    expect([code, err]).toEqual([65, expect.stringContaining('svar.xml')])
  })
})

describe('FHIR', () => {
  it('is read from lines, packed or not, with the broken one counted by its line', async () => {
    const lines = [event({ id: 'a' }), event({ id: 'b' })].map((one) => JSON.stringify(one))
    const text = `${lines[0]}\n{"resourceType": \n${lines[1]}\n`
    for (const content of [Buffer.from(text), gzipSync(text)]) {
      const { files } = await ingest(await workspace(), { 'events.ndjson': content })
      expect(files[0]).toMatchObject({ profile: 'fhir-auditevent', rows: 3, stored: 2, rejected: 1 })
      expect(files[0]!.rejects).toEqual([{ source_row: 2, cause: 'broken_json', column_name: null }])
    }
  })

  it('gives citizens and jobs apart from staff', async () => {
    const folder = await workspace()
    const who = (reference: string) => [{ who: { reference }, requestor: true }]
    const file = JSON.stringify([
      event(),
      event({ id: 'e2', agent: who('Patient/p') }),
      event({ id: 'e3', agent: who('Device/d') }),
    ])
    expect(await eventsOf(folder, { 'events.json': file }, 'actor_kind::varchar as kind')).toEqual([
      { kind: 'staff' },
      { kind: 'citizen' },
      { kind: 'system' },
    ])
    expect(await select(folder, 'select user_id from lookup')).toEqual([{ user_id: nurse.who.identifier.value }])
  })
})

describe('JSON with identities as long numbers', () => {
  const ids = ['9007199254740992', '9007199254740993']
  const withId = (record: object) => ids.map((id) => JSON.stringify(record).replace('"here"', id)).join('\n')

  it.each<[string, string]>([
    ['a table', withId({ ...usual(), record_id: 'here' })],
    ['FHIR', withId(event({ id: 'here', entity: [patient] }))],
  ])('keeps rows apart that differ in the last digit: %s', async (_, content) => {
    const events = await eventsOf(await workspace(), { 'log.ndjson': content }, 'record_id')
    expect(events).toEqual(ids.map((record_id) => ({ record_id })))
  })
})

describe('a table of any form', () => {
  const rows = [{ record_id: 'a' }, { record_id: 'b', activity: 'Läsa' }]

  it.each<[string, string | Buffer]>([
    ['log.ndjson', rows.map((row) => JSON.stringify({ ...usual(), ...row })).join('\n')],
    ['log.json', JSON.stringify(rows.map((row) => ({ ...usual(), ...row })))],
    ['log.csv.gz', gzipSync(log(...rows))],
    ['log.zip', makeZip([{ name: 'a/log.csv', content: log(...rows) }])],
    ['log.csv.gz.zip', makeZip([{ name: 'log.csv.gz', content: gzipSync(log(...rows)) }])],
  ])('is read by the same profiles: %s', async (name, content) => {
    const { files, err } = await ingest(await workspace(), { [name]: content })
    expect(files[0], err).toMatchObject({ profile: 'canonical', rows: 2, stored: 2 })
  })

  it('comes from standard input too', async () => {
    const folder = await workspace()
    const ran = await run(['-w', folder, '--format', 'json', 'ingest', '-'], { input: gzipSync(log(...rows)) })
    expect(JSON.parse(ran.out)).toMatchObject({ files: [{ file: 'standard input', stored: 2 }], failed: [] })
  })

  it('in an archive in an archive in an archive is refused', async () => {
    const pack = (name: string, content: Buffer | string) => makeZip([{ name, content }])
    const file = pack('c.zip', pack('b.zip', pack('a.csv', log(...rows))))
    const { code, err } = await ingest(await workspace(), { 'd.zip': file })
    expect([code, err]).toEqual([65, expect.stringContaining('archives lie more than 2 deep')])
  })

  it('keeps its place when it is a workbook', async () => {
    const folder = await workspace()
    const sample = readFileSync(join(root, 'samples/sources/sakerhetstjanster-excel.xlsx'))
    const drop = scratchFolder()
    writeFileSync(join(drop, 'rapport.xlsx'), sample)
    const ran = await run(['-w', folder, '--format', 'json', 'ingest', drop])
    expect(JSON.parse(ran.out)).toMatchObject({
      files: [{ profile: 'sakerhetstjanster-excel', encoding: 'xlsx', rejected: 0 }],
    })
  })
})

function usual() {
  return {
    occurred_at: '2026-03-04T10:00:00',
    user_id: 'SE5560000000-S001',
    care_unit_id: 'SE5560000000-U110',
    patient_id: '199001012385',
    activity: 'read',
  }
}

describe('the answers of a service', () => {
  const person = (id: string, alias: string) =>
    `<GetPersonsForProfileResponse xmlns="urn:riv:strategicresourcemanagement:persons:person:GetPersonsForProfileResponder:5"><requestedPersonRecord><personRecord><personalIdentity><root>1.2.752.129.2.1.3.1</root><extension>${id}</extension></personalIdentity><protectedPersonIndicator>true</protectedPersonIndicator><linkedIdentity><root>1.2.752.74.9.1</root><extension>${alias}</extension></linkedIdentity></personRecord></requestedPersonRecord></GetPersonsForProfileResponse>`
  const count = async (folder: string, kind: string) =>
    (await select(folder, `select count(*)::int as n from ${kind}`))[0]!['n']

  it('give a batch of each kind, and leave those alone whom they do not speak of', async () => {
    const folder = await workspace()
    const first = await ingest(folder, { 'a.xml': person('199001012385', '22950606FH20') })
    expect(first.files.map(({ kind, stored }) => [kind, stored])).toEqual([
      ['patient', 1],
      ['person_alias', 1],
    ])
    await ingest(folder, { 'b.xml': person('197904299281', '25780404KHD5') })
    expect([await count(folder, 'patient'), await count(folder, 'person_alias')]).toEqual([2, 2])
    await ingest(
      folder,
      { 'c.xml': person('197904299281', '25780404KHD5').replace('true', 'false') },
      '--mode',
      'snapshot',
    )
    expect(await select(folder, 'select patient_id, protection from patient')).toEqual([
      { patient_id: '197904299281', protection: 'none' },
    ])
  })

  it('make one person of several numbers: care under one explains a lookup under the other', async () => {
    const folder = await workspace()
    const contact = `<GetCareContactsResponse xmlns="urn:riv:clinicalprocess:logistics:logistics:GetCareContactsResponder:3"><careContact><careContactHeader><documentId>d1</documentId><patientId><id>199001012385</id><type>1.2.752.129.2.1.3.1</type></patientId><accountableHealthcareProfessional><authorTime>20260304090000</authorTime><healthcareProfessionalCareUnitHSAId>SE5560000000-U110</healthcareProfessionalCareUnitHSAId></accountableHealthcareProfessional></careContactHeader><careContactBody><careContactCode><code>1</code></careContactCode><careContactTimePeriod><start>20260304100000</start><end>20260304110000</end></careContactTimePeriod></careContactBody></careContact></GetCareContactsResponse>`
    await ingest(folder, { 'log.csv': log({ record_id: 'a', patient_id: '22950606FH20' }) })
    await ingest(folder, { 'contact.xml': contact }, '--covers', '2026-01-01..2026-12-31')
    const explained = async () => {
      const ran = await run(['-w', folder, '--format', 'json', 'audit', '--month', '2026-03'])
      return (JSON.parse(ran.out) as { run: { explained: number } }).run.explained
    }
    expect(await explained()).toBe(0)
    await ingest(folder, { 'person.xml': person('199001012385', '22950606FH20') })
    expect(await explained()).toBe(1)
  })
})
