import { describe, expect, it } from 'vitest'
import { fhirAuditEvent } from '../../../src/formats/fhir/audit-event.ts'
import { headOf } from '../../../src/formats/head.ts'
import { sourceOf } from '../collecting-sink.ts'
import { client, concept, event, hsa, type Json, note, nurse, patient, person, read, rowsOf } from './events.ts'

/** The one row of an event; several are a fault of the test. */
async function row(given: Json = {}): Promise<Readonly<Record<string, string>>> {
  const rows = await rowsOf(event(given))
  expect(rows).toHaveLength(1)
  return rows[0]!
}

describe('an event of R4', () => {
  it('gives who, what, whose and from where', async () => {
    expect(await row()).toEqual({
      record_id: 'e1',
      occurred_at: '2026-03-04T10:00:00+01:00',
      actor_kind: 'staff',
      user_id: 'SE5560000000-S001',
      user_name: 'Annika Bergfeldt',
      network_address: '10.0.0.7',
      activity: 'read',
      activity_raw: 'rest read R',
      outcome: 'success',
      source_system: 'Journal',
      patient_id: '199001012385',
      resource_type: 'DocumentReference',
      resource_id: 'd1',
    })
  })

  it('gives a row for each patient and resource, all of one record', async () => {
    const other = { ...patient, what: person('197904299281') }
    const letter = { ...note, what: { reference: 'http://x/fhir/Composition/c1/_history/2' } }
    const rows = await rowsOf(event({ entity: [patient, note, other, letter] }))
    expect(rows.map((one) => [one['record_id'], one['patient_id'], one['resource_type'], one['resource_id']])).toEqual([
      ['e1', '199001012385', 'DocumentReference', 'd1'],
      ['e1', '199001012385', 'Composition', 'c1'],
      ['e1', '197904299281', 'DocumentReference', 'd1'],
      ['e1', '197904299281', 'Composition', 'c1'],
    ])
  })

  it.each<[string, Json, Json]>([
    [
      'the period before the time of recording',
      { period: { start: '2026-03-04T09:59:58Z' } },
      { occurred_at: '2026-03-04T09:59:58Z' },
    ],
    ['a create', { subtype: undefined, action: 'C' }, { activity: 'create' }],
    ['an update by its letter', { subtype: undefined, action: 'U' }, { activity: 'update' }],
    [
      'a patch by its interaction',
      { subtype: [{ system: 'http://hl7.org/fhir/restful-interaction', code: 'patch' }], action: 'E' },
      { activity: 'update' },
    ],
    [
      'an emergency',
      { subtype: [{ system: 'DCM', code: '110127' }] },
      { activity: 'emergency_access', break_glass: 'true' },
    ],
    [
      'a login',
      {
        type: { system: 'http://dicom.nema.org/resources/ontology/DCM', code: '110114' },
        subtype: [{ system: 'http://dicom.nema.org/resources/ontology/DCM', code: '110122' }],
        action: 'E',
      },
      { activity: 'login' },
    ],
    [
      "a country's own code that says what it is",
      { type: { system: 'DCM', code: '110106' }, subtype: [{ system: 'urn:x', code: 'ATC_DOC_SEARCH' }], action: 'E' },
      { activity: 'search' },
    ],
    ['an execution without a query', { subtype: undefined, type: undefined, action: 'E' }, { activity: 'other' }],
    [
      'an unknown letter, as it stands',
      { subtype: undefined, type: { code: 'rest' }, action: 'X' },
      { activity: 'rest X', activity_raw: 'rest X' },
    ],
    [
      'a purpose of the agent before that of the event',
      { agent: [{ ...nurse, purposeOfUse: [concept('HQUALIMP')] }], purposeOfEvent: [concept('TREAT')] },
      { purpose: 'quality', purpose_raw: 'HQUALIMP', break_glass: 'false' },
    ],
    ['a purpose of the event', { purposeOfEvent: [concept('TREAT')] }, { purpose: 'care', break_glass: 'false' }],
    ['a purpose that breaks the glass', { purposeOfEvent: [concept('BTG')] }, { purpose: 'care', break_glass: 'true' }],
    ['a purpose that no one knows, as it stands', { purposeOfEvent: [concept('LUNCH')] }, { purpose: 'LUNCH' }],
    ['a serious outcome', { outcome: '8' }, { outcome: 'serious' }],
    [
      'a workstation by name',
      { agent: [{ ...nurse, network: { address: 'WS7', type: '1' } }] },
      { workstation: 'WS7' },
    ],
    ['a session by its policy', { agent: [{ ...nurse, policy: ['jti-1'] }] }, { session_id: 'jti-1' }],
    [
      'a session by the request id',
      {
        entity: [
          patient,
          { what: { identifier: { value: 'rq-1' } }, type: { system: 'x/BasicAuditEntityType', code: 'XrequestId' } },
        ],
      },
      { session_id: 'rq-1' },
    ],
    ['a site where no observer is named', { source: { site: 'Lund' } }, { source_system: 'Lund' }],
    [
      'the title of the role',
      { agent: [{ ...nurse, role: [{ text: 'Sjuksköterska' }] }] },
      { user_title: 'Sjuksköterska' },
    ],
  ])('tells %s', async (_, given, expected) => expect(await row(given)).toMatchObject(expected))

  it.each<[string, string]>([
    [Buffer.from('GET /Patient?name=åsa').toString('base64'), 'GET /Patient?name=åsa'],
    [Buffer.from('name=åsa', 'latin1').toString('base64'), 'name=åsa'],
    ['GET /Patient?name=åsa', 'GET /Patient?name=åsa'],
    [Buffer.from('x'.repeat(20_000)).toString('base64'), 'x'.repeat(8192)],
  ])('reads a query however it is written', async (query, expected) => {
    const entity = [patient, { role: { code: '24' }, query }]
    expect(await row({ entity, subtype: undefined, action: 'E' })).toMatchObject({
      activity: 'search',
      activity_args: expected,
    })
  })
})

describe('the human behind an event', () => {
  const device = { who: { reference: 'Device/d' }, type: concept('110150', 'DCM'), requestor: true }
  const physician = {
    type: concept('HCP', 'urn:x'),
    who: { ...hsa('SE5560000000-S002'), display: 'Läkare' },
    requestor: false,
  }
  const assistant = { type: concept('ASS', 'urn:x'), who: hsa('SE5560000000-S003'), requestor: true }
  it.each<[string, readonly Json[], string | undefined, string]>([
    ['is found behind the systems', [client, device, nurse], 'SE5560000000-S001', 'staff'],
    ['is the one who asked, not the one who is responsible', [physician, assistant], 'SE5560000000-S003', 'staff'],
    ['is found though nobody asked', [{ ...nurse, requestor: false }, client], 'SE5560000000-S001', 'staff'],
    ['is a practitioner by reference', [{ who: { reference: 'Practitioner/anna' } }], 'anna', 'staff'],
    ['is a patient', [{ who: { reference: 'Patient/p9' }, requestor: true }], 'p9', 'citizen'],
    ['is a guardian', [{ who: { reference: 'RelatedPerson/r9' }, requestor: true }], 'r9', 'citizen'],
    ['is nobody behind a job', [device, client], undefined, 'system'],
    [
      'is nobody where an organization asks',
      [{ who: { reference: 'Organization/o' }, requestor: true }],
      undefined,
      'system',
    ],
    [
      'is known by a number in the wrong place',
      [{ who: { identifier: { id: 'N1' } }, requestor: true }],
      'N1',
      'staff',
    ],
    ['is known by the other id', [{ altId: 'anna', requestor: true }], 'anna', 'staff'],
    ['is nobody without agents', [], undefined, 'system'],
  ])('%s', async (_, agent, user_id, actor_kind) => {
    const found = await row({ agent })
    expect([found['user_id'], found['actor_kind']]).toEqual([user_id, actor_kind])
  })

  it('is looked up in the event, with unit and provider', async () => {
    const contained = [
      {
        resourceType: 'PractitionerRole',
        id: 'r',
        practitioner: { reference: '#p' },
        organization: { reference: '#u' },
      },
      {
        resourceType: 'Practitioner',
        id: 'p',
        name: [{ given: ['Annika'], family: 'Bergfeldt' }],
        identifier: [
          { system: 'urn:oid:1.2.752.129.2.1.3.1', value: '199001012385' },
          { system: 'urn:oid:1.2.752.129.2.1.4.1', value: 'SE5560000000-S001' },
        ],
      },
      {
        resourceType: 'Organization',
        id: 'u',
        identifier: [{ value: 'SE5560000000-U110' }],
        partOf: hsa('SE5560000000-R1'),
      },
    ]
    expect(await row({ contained, agent: [{ who: { reference: '#r' }, requestor: true }] })).toMatchObject({
      user_id: 'SE5560000000-S001',
      user_person_id: '199001012385',
      user_name: 'Annika Bergfeldt',
      care_unit_id: 'SE5560000000-U110',
      care_provider_id: 'SE5560000000-R1',
    })
  })

  it.each(['before', 'after'])('is looked up in the Bundle, when it stands %s the event', async (place) => {
    const practitioner = {
      fullUrl: 'urn:uuid:1',
      resource: { resourceType: 'Practitioner', id: 'p', identifier: [hsa('SE5560000000-S001').identifier] },
    }
    const entry = { resource: event({ agent: [{ who: { reference: 'urn:uuid:1' }, requestor: true }] }) }
    const absolute = {
      resource: event({ id: 'e2', agent: [{ who: { reference: 'http://x/Practitioner/p/_history/3' } }] }),
    }
    const all = place === 'before' ? [practitioner, entry, absolute] : [entry, absolute, practitioner]
    const rows = await rowsOf({ resourceType: 'Bundle', entry: all })
    expect(rows.map((one) => one['user_id'])).toEqual(['SE5560000000-S001', 'SE5560000000-S001'])
  })
})

describe('the patient of an event', () => {
  it.each<[string, Json, Json]>([
    ['is known by identifier', patient, { patient_id: '199001012385' }],
    ['is known by reference', { what: { reference: 'Patient/p1' } }, { patient_id: 'p1' }],
    [
      'is known by the type of the reference',
      { what: { type: 'Patient', identifier: { value: 'x1' } } },
      { patient_id: 'x1' },
    ],
    ['is known by kind alone', { what: person('199001012385'), type: { code: '1' } }, { patient_id: '199001012385' }],
    [
      'is known by the name, where a country writes the number',
      { name: 'X110', role: { code: '1' } },
      { patient_id: 'X110' },
    ],
    ['has a name', { ...patient, name: 'Elsa Test' }, { patient_id: '199001012385', patient_name: 'Elsa Test' }],
  ])('%s', async (_, entity, expected) => expect(await row({ entity: [entity] })).toMatchObject(expected))

  it('may stand in an extension', async () => {
    const extension = [{ url: 'http://x/audit-patient', valueReference: person('199001012385') }]
    expect(await row({ entity: [note], extension })).toMatchObject({ patient_id: '199001012385' })
  })

  it('may be missing', async () => expect(await row({ entity: undefined })).not.toHaveProperty('patient_id'))

  it('is not the user that the event names among its objects', async () => {
    const security = { what: { reference: 'Practitioner/x' }, type: { code: '1' }, role: { code: '11' } }
    const found = await row({ entity: [security] })
    expect([found['patient_id'], found['resource_id']]).toEqual([undefined, undefined])
  })
})

describe('an event of R5', () => {
  it('is read by its own names', async () => {
    const r5 = {
      resourceType: 'AuditEvent',
      id: 'e5',
      category: [concept('rest')],
      code: concept('search-type', 'http://hl7.org/fhir/restful-interaction'),
      action: 'E',
      occurredDateTime: '2026-03-04T09:00:00Z',
      recorded: '2026-03-04T09:00:05Z',
      outcome: { code: { code: 'warning' } },
      authorization: [concept('TREAT')],
      patient: person('199001012385'),
      agent: [{ ...nurse, networkString: '10.0.0.9', role: [{ text: 'Läkare' }] }],
      source: { site: { display: 'Lund' }, observer: { reference: 'Device/journal' } },
      entity: [{ what: { reference: 'List/l1' } }],
    }
    expect(await rowsOf(r5)).toEqual([
      expect.objectContaining({
        occurred_at: '2026-03-04T09:00:00Z',
        activity: 'search',
        outcome: 'minor',
        purpose: 'care',
        patient_id: '199001012385',
        resource_type: 'List',
        network_address: '10.0.0.9',
        user_title: 'Läkare',
        source_system: 'journal',
      }),
    ])
  })
})

describe('older versions', () => {
  it.each<[string, Json]>([
    ['STU3', { agent: [{ userId: { value: 'x' }, requestor: true }] }],
    ['STU3', { entity: [{ identifier: { value: 'x' } }] }],
    ['DSTU2', { event: {}, participant: [] }],
  ])('%s is refused by its name', async (version, given) => {
    await expect(read([event(), event(given)])).rejects.toMatchObject({
      exit: 65,
      message: `log.json, record 2: this is an AuditEvent of FHIR ${version}, which is not read`,
    })
  })
})

describe('the forms of a file', () => {
  const [first, second] = [event({ id: 'a' }), event({ id: 'b' })]
  const bundle = (...resources: readonly Json[]) => ({
    resourceType: 'Bundle',
    type: 'searchset',
    entry: resources.map((resource) => ({ fullUrl: `urn:uuid:${String(resource['id'])}`, resource })),
  })
  it.each<[string, unknown, string[]]>([
    ['one resource', first, ['a']],
    ['one resource over many lines', JSON.stringify(first, null, 2), ['a']],
    ['a list', [first, second], ['a', 'b']],
    ['a Bundle', bundle(first, second), ['a', 'b']],
    ['a Bundle over many lines', JSON.stringify(bundle(first, second), null, 2), ['a', 'b']],
    ['a Bundle in a Bundle', bundle(bundle(first), second), ['a', 'b']],
    ['a list of Bundles', [bundle(first), bundle(second)], ['a', 'b']],
    ['one on each line', `${JSON.stringify(first)}\n${JSON.stringify(second)}\n`, ['a', 'b']],
    ['Bundles on lines', `${JSON.stringify(bundle(first))}\n${JSON.stringify(bundle(second))}`, ['a', 'b']],
    [
      'other resources beside',
      bundle({ resourceType: 'Patient', id: 'p' }, first, { resourceType: 'OperationOutcome' }),
      ['a'],
    ],
  ])('%s', async (_, file, ids) => {
    const text = typeof file === 'string' ? file : JSON.stringify(file)
    expect(fhirAuditEvent.recognises(await headOf(sourceOf(text), 'json'))).toBe(true)
    for (const size of [text.length, 7, 1]) {
      expect((await read(text, size)).of('access').map((one) => one['record_id'])).toEqual(ids)
    }
  })

  it('takes the address of the entry, then the hash of the event, where there is no id', async () => {
    const [withUrl] = await rowsOf({
      resourceType: 'Bundle',
      entry: [{ fullUrl: 'urn:uuid:7', resource: event({ id: undefined }) }],
    })
    expect(withUrl!['record_id']).toBe('urn:uuid:7')
    const hashed = await rowsOf([
      event({ id: undefined }),
      event({ id: undefined }),
      event({ id: undefined, action: 'C' }),
    ])
    const ids = hashed.map((one) => one['record_id'])
    expect(ids[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(ids).size).toBe(2)
  })

  it('a broken line is rejected with its number, and reading goes on', async () => {
    const sink = await read(`${JSON.stringify(first)}\n{"resourceType":"AuditEvent",\n${JSON.stringify(second)}`)
    expect(sink.of('access')).toHaveLength(2)
    expect(sink.rejects).toEqual([{ kind: 'access', place: 2, cause: 'broken_json' }])
  })

  it('an event marked as a test is kept, and counted', async () => {
    const sink = await read(event({ meta: { security: [{ code: 'HTEST' }] } }))
    expect([sink.rows.length, sink.deviations]).toEqual([1, { test_event: 1 }])
  })

  it.each<[string, unknown, RegExp]>([
    ['an error of a server', { resourceType: 'OperationOutcome', issue: [] }, /OperationOutcome/],
    ['a Bundle with nothing but an error', bundle({ resourceType: 'OperationOutcome' }), /OperationOutcome/],
    ['another resource', { resourceType: 'Patient', id: 'p' }, /holds no AuditEvent/],
  ])('%s is no empty log', async (_, file, said) => {
    await expect(read(file)).rejects.toMatchObject({ exit: 65, message: expect.stringMatching(said) as unknown })
  })

  it('a Bundle without entries is an answer that nothing was logged', async () => {
    const sink = await read({ resourceType: 'Bundle', type: 'searchset', total: 0 })
    expect([sink.rows, sink.deviations]).toEqual([[], { no_events: 1 }])
  })
})

describe('FHIR XML', () => {
  const xml = (inner: string) =>
    `<?xml version="1.0"?><Bundle xmlns="http://hl7.org/fhir"><type value="searchset"/>${inner}</Bundle>`
  const auditEvent = `<entry><fullUrl value="urn:uuid:1"/><resource><AuditEvent><id value="x1"/><type><system value="http://terminology.hl7.org/CodeSystem/audit-event-type"/><code value="rest"/></type><subtype><system value="http://hl7.org/fhir/restful-interaction"/><code value="vread"/></subtype><action value="R"/><recorded value="2026-03-04T10:00:00Z"/><agent><who><reference value="Practitioner/p"/></who><requestor value="true"/></agent><agent><type><coding><code value="110153"/></coding></type><requestor value="false"/></agent><entity><what><identifier><value value="199001012385"/></identifier></what><role><code value="1"/></role></entity></AuditEvent></resource></entry>`
  const practitioner = `<entry><resource><Practitioner><id value="p"/><identifier><value value="SE5560000000-S001"/></identifier><name><family value="Bergfeldt"/><given value="Annika"/><given value="Maria"/></name></Practitioner></resource></entry>`

  it('is read as JSON is, and looked up in as well', async () => {
    const [found] = await rowsOf(xml(auditEvent + practitioner))
    expect(found).toMatchObject({
      record_id: 'x1',
      activity: 'read',
      user_id: 'SE5560000000-S001',
      user_name: 'Annika Maria Bergfeldt',
      patient_id: '199001012385',
    })
  })

  it('is known by its namespace', async () => {
    const head = (text: string) => headOf(sourceOf(text), 'xml')
    expect(fhirAuditEvent.recognises(await head(xml(auditEvent)))).toBe(true)
    expect(fhirAuditEvent.recognises(await head('<AuditMessage/>'))).toBe(false)
  })

  it('may be an answer that nothing was logged', async () => {
    expect((await read(xml(''))).deviations).toEqual({ no_events: 1 })
  })
})
