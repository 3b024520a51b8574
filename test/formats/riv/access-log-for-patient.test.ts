import { describe, expect, it } from 'vitest'
import { headOf } from '../../../src/formats/head.ts'
import type { ReadingOptions } from '../../../src/formats/record.ts'
import { rivAccessLog } from '../../../src/formats/riv/access-log.ts'
import { type CollectingSink, collect, sourceOf } from '../collecting-sink.ts'
import { accessEntry, message, type Node, pascal, patients, reportResult, soap } from './messages.ts'

async function readText(text: string, options: ReadingOptions = {}): Promise<CollectingSink> {
  const sink = collect()
  await rivAccessLog.read(sourceOf(text), sink, options)
  return sink
}

const two = 'urn:riv:informationsecurity:auditing:log:GetLogsResponder:2'
const one = 'urn:riv:ehr:log:querying:GetLogsForCareProviderResponder:1'

describe('an answer to GetAccessLogsForPatient', () => {
  const answer = (...entries: Node[]): Node => [
    'GetAccessLogsForPatientResponse',
    [['accessLogsResult', [reportResult('OK'), ['accesssLogs', entries]]]],
  ]
  const row = {
    occurred_at: '2026-03-04T10:11:12.123',
    user_id: 'SE5560000000-S001',
    user_name: 'Anna Testsson',
    user_title: 'Läkare',
    care_unit_id: 'SE5560000000-U110',
    care_provider_id: 'SE5560000000-VG01',
    patient_id: patients[2],
    activity: 'read',
    purpose: 'Vård och behandling',
    resource_type: 'Journaltext',
  }

  it.each([
    ['2', message(answer(accessEntry, accessEntry), two)],
    ['1', message(pascal(answer(accessEntry, accessEntry)), one, 'ns0')],
    ['2 in SOAP', soap(message(answer(accessEntry, accessEntry), two))],
  ])('of version %s gives who read the record of the patient asked for', async (_, text) => {
    expect(rivAccessLog.recognises(await headOf(sourceOf(text), 'xml'))).toBe(true)
    const sink = await readText(text, { patient: patients[2] })
    expect(sink.rows).toEqual([1, 2].map((place) => ({ kind: 'access', place, values: row })))
    expect(sink.deviations).toEqual({})
  })

  it('asks for the patient, which it does not say', async () => {
    await expect(readText(message(answer(accessEntry), two))).rejects.toMatchObject({
      exit: 64,
      wayOut: expect.stringContaining('--patient') as unknown,
    })
  })

  it('needs no patient when there is nothing to tell', async () => {
    expect((await readText(message(answer(), two))).rows).toEqual([])
  })

  it('says what an entry lacks, and rejects one that says nothing', async () => {
    const poor: Node = ['accessLog', [['userId', 'SE5560000000-S001']]]
    const sink = await readText(message(answer(poor, ['accessLog', [['x', 'y']]]), two), { patient: patients[0] })
    expect(sink.of('access')).toEqual([{ user_id: 'SE5560000000-S001', patient_id: patients[0], activity: 'read' }])
    expect(sink.rejects).toEqual([{ kind: 'access', place: 2, cause: 'unreadable' }])
    expect(sink.deviations).toEqual({
      no_access_date: 1,
      no_care_provider: 1,
      no_care_unit: 1,
      no_purpose: 1,
      no_resource_type: 1,
    })
  })
})
