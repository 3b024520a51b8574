import { describe, expect, it } from 'vitest'
import { headOf } from '../../../src/formats/head.ts'
import { rivAccessLog } from '../../../src/formats/riv/access-log.ts'
import { type CollectingSink, collect, sourceOf } from '../collecting-sink.ts'
import {
  edit,
  entry,
  entryValues,
  ii,
  message,
  type Node,
  pascal,
  patients,
  reportResult,
  resource,
  soap,
  valuesBut,
  without,
  withText,
  xml,
} from './messages.ts'

async function readText(text: string): Promise<CollectingSink> {
  const sink = collect()
  await rivAccessLog.read(sourceOf(text), sink, {})
  return sink
}

const storeLog = (...entries: Node[]) =>
  message(['StoreLog', entries], 'urn:riv:informationsecurity:auditing:log:StoreLogResponder:2')
const getLogs = (...entries: Node[]): Node => [
  'GetLogsResponse',
  [['logsResult', [reportResult('OK'), ['logs', entries]]]],
]
const two = 'urn:riv:informationsecurity:auditing:log:GetLogsResponder:2'
const one = 'urn:riv:ehr:log:querying:GetLogsForCareProviderResponder:1'
const v1 = (root: string): Node => [
  `${root}Response`,
  [
    [
      root,
      [
        pascal([
          'result',
          [
            ['resultCode', 'OK'],
            ['resultText', ''],
          ],
        ]),
        ['Logs', [pascal(entry)]],
      ],
    ],
  ],
]

const wrappers: readonly (readonly [name: string, text: string])[] = [
  ['what a system sends (StoreLog 2)', storeLog(entry)],
  ['the same under a prefix', message(['StoreLog', [entry]], two, 'ns0')],
  ['the same in SOAP 1.1', soap(storeLog(entry))],
  ['the same in SOAP 1.2', soap(message(['StoreLog', [entry]], two, 'x'), '1.2')],
  ['an answer to GetLogs 2', message(getLogs(entry), two)],
  ['an answer to GetLogs of a version to come', message(getLogs(entry), two.replace(/2$/, '7'))],
  ['an answer to GetLogs in SOAP', soap(message(getLogs(entry), two, 'ns'))],
  [
    'an answer to GetLogsForUser 2',
    message(['GetLogsForUserResponse', [['logsResult', [reportResult('OK'), ['logs', [entry]]]]]], two),
  ],
  [
    'what a system sends in version 1',
    message(['StoreLogRequest', [pascal(entry)]], 'urn:riv:ehr:log:store:StoreLogResponder:1'),
  ],
  ['an answer to GetLogsForCareProvider 1', message(v1('GetLogsForCareProvider'), one)],
  ['an answer to GetLogsForUser 1 in SOAP', soap(message(v1('GetLogsForUser'), one, 'ns0'))],
  ['an answer to GetLogsForPatient 1', message(v1('GetLogsForPatient'), one)],
  [
    'an answer whose wrapper is named after its type, as the schema of version 1 has it',
    message(
      [
        'GetLogsForPatientResponse',
        [['LogsResultType', [pascal(['result', [['resultCode', 'OK']]]), ['Logs', [pascal(entry)]]]]],
      ],
      one,
    ),
  ],
  ['what an answer of version 1 holds, alone', message((v1('GetLogsForUser')[1] as Node[])[0]!, one)],
  ['a file of an order that holds a list', message(['logs', [entry]], 'urn:riv:informationsecurity:auditing:log:2')],
  ['a file of an order that holds an answer', message(getLogs(entry), 'urn:riv:informationsecurity:auditing:log:2')],
  ['a list without namespace', xml(['logs', [entry]])],
  ['a list in a root of a system’s own', xml(['export', [['entries', [entry]]]])],
  ['an entry alone', xml(entry)],
  ['an entry alone in version 1', xml(pascal(entry), 'q:', ' xmlns:q="urn:riv:ehr:log:1"')],
]

describe('every wrapper of the log contracts', () => {
  it.each(wrappers)('%s is known and gives its entry', async (_, text) => {
    expect(rivAccessLog.recognises(await headOf(sourceOf(text), 'xml'))).toBe(true)
    const sink = await readText(text)
    expect(sink.rows).toEqual([{ kind: 'access', place: 1, values: entryValues }])
    expect(sink.rejects).toEqual([])
    expect(sink.deviations).toEqual({})
  })

  it.each([
    [
      'an answer of the blocking service',
      '<GetBlocksResponse xmlns="urn:riv:informationsecurity:authorization:blocking:GetBlocksResponder:4"/>',
    ],
    ['a FHIR event', '<AuditEvent xmlns="http://hl7.org/fhir"><id value="1"/></AuditEvent>'],
    ['an audit message of DICOM', '<AuditMessage><EventIdentification/></AuditMessage>'],
    ['someone else’s log', '<Log><entry>1</entry></Log>'],
    ['someone else’s GetLogs', '<GetLogsResponse xmlns="http://shop.example/"><log/></GetLogsResponse>'],
    [
      'files of the person service',
      '<GetFilesForOrderIdResponse xmlns="urn:riv:strategicresourcemanagement:persons:person:GetFilesForOrderIdResponder:4"/>',
    ],
  ])('%s is not ours', async (_, text) => {
    expect(rivAccessLog.recognises(await headOf(sourceOf(text), 'xml'))).toBe(false)
  })
})

describe('an entry', () => {
  it('gives a row for each resource, all with its id and place', async () => {
    const many = edit(entry, (node) => (node[0] === 'resources' ? ['resources', patients.map(resource)] : node))
    const sink = await readText(storeLog(entry, many))
    expect(sink.rows.map(({ place, values }) => [place, values['record_id'], values['patient_id']])).toEqual([
      [1, entryValues.record_id, patients[0]],
      ...patients.map((patient) => [2, entryValues.record_id, patient]),
    ])
  })

  it('loses none of several patients in a resource, and says that there were several', async () => {
    const both = edit(entry, (node) =>
      node[0] === 'resource'
        ? ['resource', [...(resource()[1] as Node[]), ['patient', [ii('patientId', patients[1])]]]]
        : node,
    )
    const sink = await readText(storeLog(both))
    expect(sink.of('access').map(({ patient_id }) => patient_id)).toEqual([patients[0], patients[1]])
    expect(sink.deviations).toEqual({ several_patients_in_a_resource: 1 })
  })

  it('without resources is one row without a patient', async () => {
    const sink = await readText(storeLog(without(entry, 'resources')))
    expect(sink.of('access')).toEqual([
      valuesBut('patient_id', 'patient_name', 'resource_type', 'owner_care_unit_id', 'owner_care_provider_id'),
    ])
    expect(sink.deviations).toEqual({ no_resources: 1 })
  })

  it('may tell of a resource that belongs to no patient', async () => {
    const sink = await readText(storeLog(without(entry, 'patient')))
    expect(sink.of('access')).toEqual([valuesBut('patient_id', 'patient_name')])
    expect(sink.deviations).toEqual({})
  })

  it.each([
    ['logId', 'record_id', 'no_log_id'],
    ['activityType', 'activity', 'no_activity_type'],
    ['startDate', 'occurred_at', 'no_start_date'],
    ['purpose', 'purpose', 'no_purpose'],
    ['userId', 'user_id', 'no_user_id'],
    ['resourceType', 'resource_type', 'no_resource_type'],
    ['extension', 'patient_id', 'no_patient_id'],
  ])('without %s is read without %s, and said', async (element, field, code) => {
    const sink = await readText(storeLog(without(entry, element)))
    expect(sink.of('access')).toHaveLength(1)
    expect(sink.of('access')[0]).not.toHaveProperty(field)
    expect(sink.deviations).toEqual({ [code]: 1 })
  })

  it('without the units of user and owner is read, and said', async () => {
    const sink = await readText(storeLog(without(without(entry, 'careProvider'), 'careUnit')))
    expect(sink.of('access')).toHaveLength(1)
    expect(sink.deviations).toEqual({ no_care_provider: 1, no_care_unit: 1, no_owner: 1 })
  })

  it('that says nothing we know is rejected, and the others are read', async () => {
    const sink = await readText(storeLog(entry, ['log', [['other', 'x']]], ['log', []], entry))
    expect(sink.rows.map(({ place }) => place)).toEqual([1, 4])
    expect(sink.rejects).toEqual([2, 3].map((place) => ({ kind: 'access', place, cause: 'unreadable' })))
  })

  it('takes empty elements for absent ones', async () => {
    const sink = await readText(storeLog(withText(withText(entry, 'title', ' \n '), 'assignment', '')))
    expect(sink.of('access')).toEqual([valuesBut('user_title', 'assignment')])
  })

  it.each([
    ['Nödöppning', 'true'],
    ['NÖDÖPPNING', 'true'],
    ['Nödöppning'.normalize('NFD'), 'true'],
    ['EMERGENCY_ACCESS', 'true'],
    ['Läsa', 'false'],
    ['Blåsa', 'false'],
  ])('of activity %s has break_glass %s, and the activity as logged', async (activity, breakGlass) => {
    const [row] = (await readText(storeLog(withText(entry, 'activityType', activity)))).of('access')
    expect(row).toMatchObject({ activity, break_glass: breakGlass })
    expect(row).not.toHaveProperty('activity_raw')
  })

  it.each([
    ['CARE_TREATMENT', { purpose: 'care', purpose_raw: 'CARE_TREATMENT', break_glass: 'false' }],
    ['treat', { purpose: 'care', purpose_raw: 'treat', break_glass: 'false' }],
    ['ETREAT', { purpose: 'care', purpose_raw: 'ETREAT', break_glass: 'true' }],
    ['HLEGAL', { purpose: 'statutory', purpose_raw: 'HLEGAL' }],
    ['Admin', { purpose: 'administration', purpose_raw: 'Admin' }],
    ['PATRQT', { purpose: 'patient_request', purpose_raw: 'PATRQT' }],
  ])('of purpose %s says %o', async (purpose, wanted) => {
    expect((await readText(storeLog(withText(entry, 'purpose', purpose)))).of('access')).toMatchObject([wanted])
  })

  it.each(['Kvalitetssäkring', 'INGET'])('of purpose %s leaves the word to the vocabulary', async (purpose) => {
    const [row] = (await readText(storeLog(withText(entry, 'purpose', purpose)))).of('access')
    expect(row).toMatchObject({ purpose })
    expect(row).not.toHaveProperty('purpose_raw')
  })

  it.each([
    ['Översikt', undefined],
    ['2', undefined],
    ['Nivå 2 och mer', undefined],
    ['intyg-20260304-1', 'intyg-20260304-1'],
  ])('of level %s opened the resource %s', async (level, id) => {
    const [row] = (await readText(storeLog(withText(entry, 'activityLevel', level)))).of('access')
    expect(row?.['activity_level']).toBe(level)
    expect(row?.['resource_id']).toBe(id)
  })

  it('names its system by name when there is no id', async () => {
    const [row] = (await readText(storeLog(without(entry, 'systemId')))).of('access')
    expect(row?.['source_system']).toBe('Journalen')
  })

  it('may write a number as HL7 does, in attributes', async () => {
    const text = storeLog(entry).replace(
      /<patientId>.*?<\/patientId>/s,
      `<patientId root="1.2.752.129.2.1.3.1" extension="${patients[1]}"/>`,
    )
    expect((await readText(text)).of('access')).toMatchObject([{ patient_id: patients[1] }])
  })

  it('keeps its offset when it has one', async () => {
    const [row] = (await readText(storeLog(withText(entry, 'startDate', '2026-03-04T09:11:12Z')))).of('access')
    expect(row?.['occurred_at']).toBe('2026-03-04T09:11:12Z')
  })
})
