import * as fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { headOf } from '../../../src/formats/head.ts'
import { standardFormats } from '../../../src/formats/index.ts'
import { Fault } from '../../../src/model/fault.ts'
import { root } from '../../harness/paths.ts'
import { collect, sourceOf } from '../collecting-sink.ts'

/** Reads a file by the format that knows it. */
async function read(text: string, pieceSize?: number) {
  const head = await headOf(sourceOf(text), 'xml')
  const format = standardFormats.find((one) => one.recognises(head))
  const sink = collect()
  await format?.read(sourceOf(text, pieceSize, 'svar.xml'), sink, {})
  return { format: format?.id, sink }
}

const tags = (values: Readonly<Record<string, string>>) =>
  Object.entries(values)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')
const answer = (name: string, domain: string, inside: string) =>
  `<?xml version="1.0"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Header/><soap:Body><x:${name} xmlns:x="urn:riv:${domain}:${name}:1">${inside}</x:${name}></soap:Body></soap:Envelope>`
const ii = (name: string, id: string) =>
  `<${name}><root>1.2.752.129.2.1.3.1</root><extension>${id}</extension></${name}>`

const commission = (values: Readonly<Record<string, string>>) =>
  `<commission>${tags({
    commissionName: 'Vård medicin',
    commissionHsaId: 'SE5560000000-C1',
    commissionPurpose: 'Vård och behandling',
    healthCareUnitHsaId: 'SE5560000000-U110',
    healthCareUnitName: 'Medicin',
    healthCareProviderHsaId: 'SE5560000000-VG',
    healthCareProviderName: 'Regionen',
    ...values,
  })}</commission>`
const staff = {
  personHsaId: 'SE5560000000-S001',
  givenName: 'Annika',
  middleAndSurName: 'Maria Bergfeldt',
  title: 'Sjuksköterska',
}
const credentials = (inside: string) =>
  answer(
    'GetCredentialsForPersonResponse',
    'infrastructure:directory:authorizationmanagement',
    `<credentialInformation>${tags(staff)}${inside}</credentialInformation><resultCode>OK</resultCode>`,
  )

describe('the directory', () => {
  it('gives staff, protected ones as such', async () => {
    const one = (more: object) => `<personInformation>${tags({ ...staff, ...more })}</personInformation>`
    const { format, sink } = await read(
      answer(
        'GetEmployeeIncludingProtectedPersonResponse',
        'infrastructure:directory:employee',
        one({ protectedPerson: 'true', personStartDate: '2026-01-01T00:00:00', personEndDate: '2026-04-01T00:00:00' }) +
          one({ protectedPerson: 'false' }) +
          one({}),
      ),
    )
    expect(format).toBe('hsa-employee')
    const shared = {
      user_id: 'SE5560000000-S001',
      given_name: 'Annika',
      family_name: 'Maria Bergfeldt',
      title: 'Sjuksköterska',
      kind: 'person',
    }
    expect(sink.of('staff')).toEqual([
      { ...shared, protection: 'confidentiality_flag', valid_from: '2026-01-01', valid_to: '2026-03-31' },
      { ...shared, protection: 'none' },
      shared,
    ])
  })

  it('gives each assignment with its unit, for the time in which unit and provider are both there', async () => {
    const { format, sink } = await read(
      credentials(
        commission({
          healthCareUnitStartDate: '2026-02-01T08:00:00',
          healthCareProviderStartDate: '2020-01-01T00:00:00',
          healthCareUnitEndDate: '2027-01-01T12:00:00',
          healthCareProviderEndDate: '2026-06-30T12:00:00',
        }) + commission({ commissionPurpose: 'Admin', healthCareUnitHsaId: 'SE5560000000-U120' }),
      ),
    )
    expect(format).toBe('hsa-authorization')
    expect(sink.of('assignment')).toEqual([
      {
        user_id: 'SE5560000000-S001',
        care_unit_id: 'SE5560000000-U110',
        care_provider_id: 'SE5560000000-VG',
        name: 'Vård medicin',
        purpose: 'Vård och behandling',
        valid_from: '2026-02-01',
        valid_to: '2026-06-30',
      },
      {
        user_id: 'SE5560000000-S001',
        care_unit_id: 'SE5560000000-U120',
        care_provider_id: 'SE5560000000-VG',
        name: 'Vård medicin',
        purpose: 'administration',
      },
    ])
    expect(
      sink.of('care_unit').map((unit) => [unit['care_unit_id'], unit['name'], unit['care_provider_name']]),
    ).toEqual([
      ['SE5560000000-U110', 'Medicin', 'Regionen'],
      ['SE5560000000-U120', 'Medicin', 'Regionen'],
    ])
    expect(sink.of('staff')).toHaveLength(1)
  })

  it('may give a person without assignments, and says which unit is archived', async () => {
    expect((await read(credentials(''))).sink.of('assignment')).toEqual([])
    expect((await read(credentials(commission({ archivedHealthCareUnit: 'true' })))).sink.deviations).toEqual({
      archived_unit: 1,
    })
  })
})

describe('the person service', () => {
  const person = (inside: string) =>
    answer(
      'GetPersonsForProfileResponse',
      'strategicresourcemanagement:persons:person',
      `<requestedPersonRecord><personRecord>${ii('personalIdentity', '199001012385')}${inside}</personRecord></requestedPersonRecord>`,
    )
  const name =
    '<name><givenName><name>Elsa</name></givenName><middleName><name>Lo</name></middleName><surname><name>Test</name></surname></name>'

  it('gives who a person is', async () => {
    const address = `<addressInformation><residentialAddress>${tags({ postalAddress2: 'Storgatan 1', postalCode: '35230', city: 'Växjö' })}</residentialAddress></addressInformation>`
    const { format, sink } = await read(
      person(
        `${tags({ protectedPersonIndicator: 'false', protectedPopulationRecord: 'false', testIndicator: 'false' })}${name}${address}<birth><date>19900101</date></birth><deregistration><reasonCode>AV</reasonCode><date>20260301</date></deregistration>`,
      ),
    )
    expect(format).toBe('pu-person')
    expect(sink.of('patient')).toEqual([
      {
        patient_id: '199001012385',
        given_name: 'Elsa',
        family_name: 'Lo Test',
        address: 'Storgatan 1',
        postal_code: '35230',
        city: 'Växjö',
        protection: 'none',
        birth_date: '1990-01-01',
        deceased_date: '2026-03-01',
        is_test: 'false',
      },
    ])
  })

  it.each([
    ['true', 'false', 'confidentiality_flag'],
    ['false', 'true', 'protected_registration'],
    ['true', 'true', 'protected_registration'],
    ['false', 'false', 'none'],
  ])(
    'takes the stronger protection: flag %s, registration %s',
    async (protectedPersonIndicator, protectedPopulationRecord, protection) => {
      const { sink } = await read(person(tags({ protectedPersonIndicator, protectedPopulationRecord })))
      expect(sink.of('patient')[0]).toMatchObject({ protection })
    },
  )

  it('does not know a protection that it does not say, nor a day of birth that is half known', async () => {
    const { sink } = await read(person('<birth><date>1990-00-00</date></birth>'))
    expect(sink.of('patient')).toEqual([{ patient_id: '199001012385' }])
  })

  it('gives every number of a person, under the one that is theirs now', async () => {
    const { sink } = await read(
      person(ii('linkedIdentity', '22950606FH20') + ii('referredPersonalIdentities', '197904299281')),
    )
    expect(sink.of('person_alias')).toEqual([
      { person_id: '199001012385', alias_id: '22950606FH20', kind: 'linked' },
      { person_id: '199001012385', alias_id: '197904299281', kind: 'referred' },
    ])
    const newborn = await read(person(ii('primaryIdentity', '197904299281')))
    expect(newborn.sink.of('person_alias')).toEqual([
      { person_id: '197904299281', alias_id: '199001012385', kind: 'linked' },
    ])
  })

  it('gives what each relative is to the person, those with a number', async () => {
    const relation = (type: string, more = '', id = '197904299281') =>
      `<relationship><relationshipId>${ii('personalIdentity', id)}</relationshipId><relationshipType>${type}</relationshipType>${more}</relationship>`
    const nobody =
      '<relationship><relationshipId><dateOfBirth>19900101</dateOfBirth></relationshipId><relationshipType>M</relationshipType></relationship>'
    const { sink } = await read(
      person(
        `${relation('MO')}${relation('B', '<fromDate>20100101</fromDate><toDate>20200101</toDate>')}${relation('VF')}${relation('XX')}${nobody}`,
      ),
    )
    expect(sink.of('relation').map((one) => [one['kind'], one['valid_from'], one['valid_to']])).toEqual([
      ['parent', undefined, undefined],
      ['child', '2010-01-01', '2020-01-01'],
      ['child', undefined, undefined],
      ['other', undefined, undefined],
    ])
  })

  it('had a forerunner, with one flag', async () => {
    const resident = (flag: string) =>
      answer(
        'LookupResidentForFullProfileResponse',
        'population:residentmaster',
        `<resident><Sekretessmarkering>${flag}</Sekretessmarkering><Personpost><PersonId>199001012385</PersonId><Namn><Fornamn>Elsa</Fornamn><Efternamn>Test</Efternamn></Namn><Relationer><Relation><RelationId><PersonNr>197904299281</PersonNr></RelationId><Relationstyp>FA</Relationstyp></Relation></Relationer></Personpost></resident>`,
      )
    const { sink } = await read(resident('J'))
    expect(sink.of('patient')).toEqual([
      { patient_id: '199001012385', given_name: 'Elsa', family_name: 'Test', protection: 'confidentiality_flag' },
    ])
    expect(sink.of('relation')).toEqual([
      { person_id: '199001012385', related_person_id: '197904299281', kind: 'parent' },
    ])
    expect((await read(resident('N'))).sink.of('patient')[0]).toMatchObject({ protection: 'none' })
  })
})

describe('contacts', () => {
  const contact = (header: string, body: string) =>
    `<careContact><careContactHeader><documentId>d1</documentId><patientId><id>199001012385</id><type>1.2.752.129.2.1.3.1</type></patientId><accountableHealthcareProfessional><authorTime>20260301080000</authorTime><healthcareProfessionalHSAId>SE5560000000-S001</healthcareProfessionalHSAId><healthcareProfessionalCareUnitHSAId>SE5560000000-U110</healthcareProfessionalCareUnitHSAId></accountableHealthcareProfessional>${header}</careContactHeader><careContactBody>${body}</careContactBody></careContact>`
  const contacts = (inside: string) => answer('GetCareContactsResponse', 'clinicalprocess:logistics:logistics', inside)
  const period = '<careContactTimePeriod><start>20260304101500</start><end>20260304110000</end></careContactTimePeriod>'
  const shared = {
    contact_id: 'd1',
    patient_id: '199001012385',
    responsible_user_id: 'SE5560000000-S001',
    registered_time: '2026-03-01T08:00:00',
  }

  it('are given with kind, time, unit and who is responsible', async () => {
    const unit = '<careContactOrgUnit><orgUnitHSAId>SE5560000000-U120</orgUnitHSAId></careContactOrgUnit>'
    const { format, sink } = await read(
      contacts(
        contact('', `<careContactCode><code>1</code></careContactCode>${unit}${period}`) +
          contact(
            '<nullified>true</nullified>',
            `<careContactCode><code>3</code></careContactCode><careContactTimePeriod><start>20260304101500</start></careContactTimePeriod>`,
          ),
      ),
    )
    expect(format).toBe('care-contacts')
    expect(sink.of('care_contact')).toEqual([
      {
        ...shared,
        kind: 'visit',
        care_unit_id: 'SE5560000000-U120',
        start_time: '2026-03-04T10:15:00',
        end_time: '2026-03-04T11:00:00',
      },
      {
        ...shared,
        kind: 'admission',
        care_unit_id: 'SE5560000000-U110',
        start_time: '2026-03-04T10:15:00',
        status: 'cancelled',
      },
    ])
  })

  it('without a patient are rejected by their place', async () => {
    const { sink } = await read(
      contacts(contact('', period) + contact('', period).replace(/<patientId>.*<\/patientId>/, '')),
    )
    expect([sink.rows.length, sink.rejects]).toEqual([
      1,
      [{ kind: 'care_contact', place: 2, cause: 'missing_value', column: 'patient_id' }],
    ])
  })

  it('may be bookings', async () => {
    const slot = tags({
      startTimeInclusive: '20260304101500',
      endTimeExclusive: '20260304110000',
      healthcare_facility: 'SE5560000000-U110',
      performer: 'SE5560000000-S001',
      bookingId: 'b1',
      subject_of_care: '199001012385',
    })
    const { format, sink } = await read(
      answer('GetSubjectOfCareScheduleResponse', 'crm:scheduling', `<timeslotDetail>${slot}</timeslotDetail>`),
    )
    expect(format).toBe('bookings')
    expect(sink.of('care_contact')).toEqual([
      {
        contact_id: 'b1',
        patient_id: '199001012385',
        care_unit_id: 'SE5560000000-U110',
        kind: 'booking',
        start_time: '2026-03-04T10:15:00',
        end_time: '2026-03-04T11:00:00',
        responsible_user_id: 'SE5560000000-S001',
      },
    ])
  })

  it('may be relations that a user has registered, and then say by whom and make no one responsible', async () => {
    const relation = tags({
      PatientRelationId: 'r1',
      PatientId: '199001012385',
      CareProviderId: 'SE5560000000-VG',
      CareUnitId: 'SE5560000000-U110',
      EmployeeId: 'SE5560000000-S001',
      StartDate: '2026-03-04T10:00:00',
      EndDate: '2026-06-04T00:00:00',
    })
    const { format, sink } = await read(
      answer(
        'GetExtendedPatientRelationsForPatientResponse',
        'ehr:patientrelationship',
        `<ExtendedPatientRelations><PatientRelation>${relation}</PatientRelation><RegistrationInfo><RequestDate>2026-03-04T09:59:00</RequestDate><RequestedBy><EmployeeId>SE5560000000-S002</EmployeeId></RequestedBy></RegistrationInfo><CancellationInfo><RequestDate>2026-04-01T08:00:00</RequestDate></CancellationInfo></ExtendedPatientRelations>`,
      ),
    )
    expect(format).toBe('patient-relations')
    expect(sink.of('care_contact')).toEqual([
      {
        contact_id: 'r1',
        patient_id: '199001012385',
        care_unit_id: 'SE5560000000-U110',
        kind: 'other',
        start_time: '2026-03-04T10:00:00',
        end_time: '2026-04-01T08:00:00',
        status: 'patient_relation',
        registered_time: '2026-03-04T09:59:00',
        registered_by: 'SE5560000000-S002',
      },
    ])
  })
})

describe('blocks and consents', () => {
  it('are given with the times they are lifted', async () => {
    const action = (name: string, day: string) => `<${name}><requestDate>${day}T10:00:00</requestDate></${name}>`
    const block = `<blocks>${tags({ blockId: 'b1', blockType: 'Inner', informationCareUnitId: 'SE5560000000-U110', informationCareProviderId: 'SE5560000000-VG' })}${ii('patientId', '199001012385')}${action('registrationInfo', '2026-01-10')}<temporaryRevokes>${tags({ endDate: '2026-03-05T00:00:00', revokedForCareUnitId: 'SE5560000000-U120', revokedForEmployeeId: 'SE5560000000-S001', revocationReason: 'Emergency' })}${action('registrationInfo', '2026-03-04')}</temporaryRevokes></blocks>`
    const { format, sink } = await read(
      answer(
        'GetExtendedBlocksForPatientResponse',
        'informationsecurity:authorization:blocking',
        block +
          block
            .replace('Inner', 'Outer')
            .replace('<temporaryRevokes>', `${action('permanentRevokedInfo', '2026-02-01')}<temporaryRevokes>`),
      ),
    )
    expect(format).toBe('blocks')
    const shared = {
      block_id: 'b1',
      patient_id: '199001012385',
      care_provider_id: 'SE5560000000-VG',
      care_unit_id: 'SE5560000000-U110',
      valid_from: '2026-01-10',
    }
    expect(sink.of('block')).toEqual([
      { ...shared, kind: 'inner' },
      { ...shared, kind: 'outer', valid_to: '2026-02-01' },
    ])
    expect(sink.of('block_override')[0]).toEqual({
      patient_id: '199001012385',
      care_unit_id: 'SE5560000000-U120',
      user_id: 'SE5560000000-S001',
      reason: 'emergency',
      valid_from: '2026-03-04',
      valid_to: '2026-03-04',
    })
  })

  it('end when they are cancelled', async () => {
    const consent = `${tags({ assertionId: 'a', assertionType: 'Consent', careProviderId: 'SE5560000000-VG', careUnitId: 'SE5560000000-U110', startDate: '2026-03-01T08:00:00', endDate: '2026-06-01T00:00:00' })}${ii('patientId', '199001012385')}`
    const cancelled = `<pdlAssertions><pDLAssertion>${consent}</pDLAssertion><cancellationInfo><requestDate>2026-03-10T08:00:00</requestDate></cancellationInfo></pdlAssertions>`
    const { format, sink } = await read(
      answer(
        'GetExtendedConsentsForPatientResponse',
        'informationsecurity:authorization:consent',
        `<getConsentsResult><pdlAssertions>${consent}</pdlAssertions>${cancelled}</getConsentsResult>`,
      ),
    )
    expect(format).toBe('consents')
    expect(sink.of('consent').map((one) => [one['kind'], one['valid_from'], one['valid_to']])).toEqual([
      ['consent', '2026-03-01', '2026-05-31'],
      ['consent', '2026-03-01', '2026-03-10'],
    ])
  })
})

describe('an answer', () => {
  it('that the service refused is no empty one', async () => {
    const refused = credentials('')
      .replace(/<credentialInformation>.*<\/credentialInformation>/, '')
      .replace('>OK<', '>ACCESSDENIED<')
    await expect(read(refused)).rejects.toMatchObject({
      exit: 65,
      message: expect.stringContaining('ACCESSDENIED') as unknown,
    })
  })

  it('without records is empty when the service says that all is well, and said to be when it says nothing', async () => {
    const empty = credentials('').replace(/<credentialInformation>.*<\/credentialInformation>/, '')
    expect((await read(empty)).sink).toMatchObject({ rows: [], deviations: {} })
    expect((await read(empty.replace(/<resultCode>OK<\/resultCode>/, ''))).sink).toMatchObject({
      deviations: { no_records: 1 },
    })
  })

  it('is the same with other elements in it and wherever its pieces are cut, and damaged is refused in words', async () => {
    const text = credentials(commission({}) + commission({ healthCareUnitHsaId: 'SE5560000000-U120' }))
    const { sink } = await read(text)
    const more = text.replaceAll('<commissionName>', '<y:new><y:inner>x</y:inner></y:new><commissionName>')
    expect((await read(more)).sink.rows).toEqual(sink.rows)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), fc.nat(text.length), fc.nat(80), async (size, from, length) => {
        expect((await read(text, size)).sink.rows).toEqual(sink.rows)
        const ended = await read(text.slice(0, from) + text.slice(from + length)).catch((error: unknown) => error)
        if (ended instanceof Error) expect(ended).toBeInstanceOf(Fault)
      }),
      { numRuns: 200 },
    )
  })
})

const folder = join(root, '../shared/vectors/rivta')
const isThere = existsSync(folder)
if (!isThere) console.warn(`skipped: the published answers are not in ${folder}`)

describe.skipIf(!isThere)('the published messages', () => {
  const files = isThere
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml'))
    : []
  it.each(files)('%s is read or refused in words', async (name) => {
    const ended = await read(readFileSync(join(folder, name), 'utf8')).catch((error: unknown) => error)
    if (ended instanceof Error) expect(ended).toBeInstanceOf(Fault)
  })

  it.each([
    ['crm-scheduling/GetSubjectOfCareScheduleResponder_1.1_Response.xml', 'bookings', 1],
    ['crm-scheduling/GetBookingDetailsResponder_1.1_Response.xml', 'bookings', 1],
    ['crm-scheduling/MakeBookingResponder_1.1.xml', 'bookings', 1],
    ['population-residentmaster-1.1/LookupResidentForFullProfileResponder_Response_1.0.xml', 'residentmaster', 1],
  ])('%s is one of %s', async (name, id, rows) => {
    const { format, sink } = await read(readFileSync(join(folder, name), 'utf8'))
    expect([format, sink.rows.length, sink.rejects]).toEqual([id, rows, []])
  })
})
