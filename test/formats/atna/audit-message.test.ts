import { describe, expect, it } from 'vitest'
import { dicomAuditMessage } from '../../../src/formats/atna/audit-message.ts'
import { headOf } from '../../../src/formats/head.ts'
import { sourceOf } from '../collecting-sink.ts'
import { message, nurse, patient, program, query, read, study } from './messages.ts'

async function row(given: Parameters<typeof message>[0]) {
  const rows = (await read(message(given))).of('access')
  expect(rows).toHaveLength(1)
  return rows[0]!
}

describe('a message', () => {
  it('gives who, what, whose and from where', async () => {
    expect(await row({})).toEqual({
      occurred_at: '2026-03-04T10:00:00+01:00',
      actor_kind: 'staff',
      user_id: 'SE5560000000-S001',
      user_name: 'Annika Bergfeldt',
      user_title: 'Sjuksköterska',
      workstation: 'WS7',
      activity: 'read',
      activity_raw: '110110 R',
      outcome: 'success',
      source_system: 'PACS',
      patient_id: '199001012385',
    })
  })

  it('gives a row for each patient and object', async () => {
    const objects = patient('p1^^^&amp;2&amp;ISO~p2') + patient('p3') + study
    const rows = (await read(message({ objects }))).of('access')
    const expected = ['p1', 'p2', 'p3'].map((id) => [id, 'Study Instance UID', '1.2.3'])
    expect(rows.map((one) => [one['patient_id'], one['resource_type'], one['resource_id']])).toEqual(expected)
  })

  it('is read in the dialect of RFC 3881 alike', async () => {
    const old = message({ kind: 'ITI-18', inside: '<PurposeOfUse csd-code="TREAT"/>' })
    const rfc = old.replaceAll('csd-code=', 'code=').replaceAll('originalText=', 'displayName=')
    expect((await read(rfc)).rows).toEqual((await read(old)).rows)
  })

  it.each<[string, Parameters<typeof message>[0], Readonly<Record<string, string>>]>([
    ['a transaction before the event', { id: '110106', kind: 'ITI-43', action: 'R' }, { activity: 'read' }],
    ['an export', { id: '110106', action: 'R' }, { activity: 'export' }],
    ['a query', { id: '110112', action: 'E' }, { activity: 'search' }],
    ['a deleted study', { id: '110105', action: 'D' }, { activity: 'delete' }],
    ['a login', { id: '110114', kind: '110122', action: 'E' }, { activity: 'login' }],
    [
      'an emergency',
      { id: '110113', kind: '110127', action: 'E' },
      { activity: 'emergency_access', break_glass: 'true' },
    ],
    ['an update by its letter', { action: 'U' }, { activity: 'update' }],
    ['an execution with a query', { action: 'E', objects: query('eA==') }, { activity: 'search', activity_args: 'x' }],
    ['an execution without', { action: 'E' }, { activity: 'other' }],
    ['an unknown letter, as it stands', { action: 'X' }, { activity: '110110 X' }],
    [
      'a purpose',
      { inside: '<PurposeOfUse csd-code="HQUALIMP"/>' },
      { purpose: 'quality', purpose_raw: 'HQUALIMP', break_glass: 'false' },
    ],
    [
      'an emergency by its purpose',
      { inside: '<PurposeOfUse code="EMER"/>' },
      { purpose: 'care', break_glass: 'true' },
    ],
    [
      'a failure',
      { attributes: 'EventDateTime="2026-03-04T10:00:00Z" EventOutcomeIndicator="8"' },
      { outcome: 'serious' },
    ],
    [
      'a name as HL7 writes it',
      { objects: patient('p1', '<ParticipantObjectName>Test^Elsa^Maria</ParticipantObjectName>') },
      { patient_name: 'Elsa Maria Test' },
    ],
    ['a patient of FHIR', { objects: patient('Patient/p1') }, { patient_id: 'p1' }],
    ['a query that is no base64', { objects: query('name=åsa') }, { activity_args: 'name=åsa' }],
  ])('tells %s', async (_, given, expected) => expect(await row(given)).toMatchObject(expected))

  it.each([
    ['nobody', '&lt;none&gt;'],
    ['nothing', ''],
    ['an organization alone', '^^^&amp;1.2&amp;ISO'],
  ])('has no patient where the id stands for %s', async (_, id) => {
    expect(await row({ objects: patient(id) })).not.toHaveProperty('patient_id')
  })

  it('may lack its time and who asked: it is read, and counted', async () => {
    const participants = nurse.replace('UserIsRequestor="true"', '')
    const { rows, deviations } = await read(message({ attributes: '', participants }))
    expect([rows.length, deviations]).toEqual([1, { no_event_time: 1, no_requestor: 1 }])
  })
})

describe('the user', () => {
  const token = program.replace('JOURNAL|PROV', 'anna&lt;SE5560000000-S009@idp.example&gt;')
  it.each([
    ['is the human who asked', program + nurse, 'SE5560000000-S001', 'staff'],
    [
      'is the human, though only the program asked',
      program + nurse.replace('"true"', '"false"'),
      'SE5560000000-S001',
      'staff',
    ],
    ['is the one in the token', token, 'SE5560000000-S009', 'staff'],
    [
      'is a person by the type that some senders add',
      program.replace('UserID="JOURNAL|PROV"', 'UserID="anna" UserTypeCode="1"'),
      'anna',
      'staff',
    ],
    ['is a patient by the role', nurse.replace('NURSE', 'PAT'), 'SE5560000000-S001', 'citizen'],
    ['is a program where there is no one else', program, 'JOURNAL|PROV', 'system'],
    ['is no one where the program has no name', program.replace('JOURNAL|PROV', 'unknown'), undefined, 'system'],
    ['is no one without participants', '', undefined, 'system'],
  ])('%s', async (_, participants, user_id, actor_kind) => {
    const found = await row({ participants })
    expect([found['user_id'], found['actor_kind']]).toEqual([user_id, actor_kind])
  })

  it('has the address of the program that sent, where it has none itself', async () => {
    const bare = nurse.replace(/ NetworkAccessPointID="WS7" NetworkAccessPointTypeCode="1"/, '')
    expect(await row({ participants: program + bare })).toMatchObject({ network_address: '10.0.0.7' })
  })
})

describe('a file', () => {
  it.each<[string, string, 'xml' | 'text', boolean]>([
    ['of one message', message(), 'xml', true],
    ['of messages in a root', `<log>${message()}</log>`, 'xml', true],
    ['of syslog', `<85>1 2026-03-04T10:00:00Z h a 1 IHE+DICOM - \uFEFF${message()}`, 'text', true],
    ['of counted frames', `7 <1>x\n20 <85>1 - ${message()}`, 'text', true],
    ['of other syslog', '<85>1 2026-03-04T10:00:00Z h a 1 - - hello', 'text', false],
    ['of other XML', '<log/>', 'xml', false],
    ['of columns', 'a;<AuditMessage>', 'text', false],
  ])('%s is known or not', async (_, text, form, expected) => {
    expect(dicomAuditMessage.recognises(await headOf(sourceOf(text), form))).toBe(expected)
  })
})
