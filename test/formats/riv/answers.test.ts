import { describe, expect, it } from 'vitest'
import { headOf } from '../../../src/formats/head.ts'
import { rivAccessLog } from '../../../src/formats/riv/access-log.ts'
import { type CollectingSink, collect, sourceOf } from '../collecting-sink.ts'
import { entry, message, type Node, pascal, reportResult, soap } from './messages.ts'

async function readText(text: string, sink = collect()): Promise<CollectingSink> {
  await rivAccessLog.read(sourceOf(text), sink, {})
  return sink
}

const namespace = 'urn:riv:informationsecurity:auditing:log:GetLogsResponder:2'
const older = 'urn:riv:ehr:log:querying:GetLogsForUserResponder:1'
const answer = (...content: Node[]) => message(['GetLogsResponse', [['logsResult', content]]], namespace)

describe('an answer that is not a finished report is an error, never an empty log', () => {
  it.each([
    ['REPORT_ON_QUEUE', /queue/, /again later/],
    ['REPORT_IN_PROCESS', /making/, /again later/],
    ['REPORT_NOT_FOUND', /knows no report/, /anew/],
    ['MAX_QUERY_RESULT_EXCEEDED', /more entries/, /shorter period/],
    ['ACCESSDENIED', /denied/, /right/],
    ['VALIDATION_ERROR', /question/, /mend/],
    ['ERROR', /failed/, /resultText/],
    ['SOME_NEW_ERROR', /no finished log.*SOME_NEW_ERROR/, /resultText/],
  ])('%s says what it is and what to do, in every version', async (code, what, wayOut) => {
    const fault = {
      exit: 65,
      message: expect.stringMatching(what) as unknown,
      wayOut: expect.stringMatching(wayOut) as unknown,
    }
    await expect(readText(answer(reportResult(code)))).rejects.toMatchObject(fault)
    await expect(readText(soap(answer(reportResult(code), ['logs', []])))).rejects.toMatchObject(fault)
    const result = pascal([
      'result',
      [
        ['resultCode', code],
        ['resultText', 'x'],
      ],
    ])
    const first = message(['GetLogsForUserResponse', [['GetLogsForUser', [result]]]], older, 'ns0')
    await expect(readText(first)).rejects.toMatchObject(fault)
  })

  it('even when it holds entries, and says so after them', async () => {
    const text = answer(['logs', [entry]], reportResult('ERROR'))
    await expect(readText(text)).rejects.toThrow('ERROR')
  })

  it('says no more of an unknown code than that it is one', async () => {
    const secret = 'Anna Testsson 192501019216'
    const fault = await readText(answer(reportResult(secret))).catch((error: unknown) => error)
    expect(fault).toMatchObject({ exit: 65 })
    expect(JSON.stringify([String(fault), fault])).not.toMatch(/Anna|1925/)
  })
})

describe('an answer that tells of nothing', () => {
  it.each(['OK', 'INFO'])('is an empty log with %s, for the time that the service speaks for', async (code) => {
    for (const content of [[], [['logs', []] as const]]) {
      const sink = await readText(answer(reportResult(code), ...content))
      expect(sink.rows).toEqual([])
      expect(sink.deviations).toEqual({})
      expect(sink.spans).toEqual([{ from: '2024-09-01T00:00:01.000', to: '2026-03-05T03:00:00.000' }])
    }
  })

  it('is said to lack its time, when it does', async () => {
    const sink = await readText(answer(reportResult('OK', false)))
    expect(sink.spans).toEqual([])
    expect(sink.deviations).toEqual({ no_entries_and_no_interval: 1 })
  })

  it('is an empty log when it holds an empty list and no result', async () => {
    const sink = await readText(answer(['logs', []]))
    expect(sink.rows).toEqual([])
    expect(sink.deviations).toEqual({ no_entries_and_no_interval: 1, no_result_code: 1 })
  })

  it('is an error when it holds neither list nor result', async () => {
    await expect(readText(answer())).rejects.toMatchObject({
      exit: 65,
      message: expect.stringContaining('no log entry') as unknown,
    })
    await expect(readText(message(['StoreLog', []], namespace))).rejects.toThrow('no log entry')
    await expect(readText('<x/>')).rejects.toThrow('no log entry')
  })
})

describe('the interval of an answer', () => {
  const interval = (from: string, to: string): Node => [
    'reportResult',
    [
      ['result', [['resultCode', 'OK']]],
      ['startInterval', from],
      ['endInterval', to],
    ],
  ]

  it('is kept when there are entries too', async () => {
    const sink = await readText(answer(reportResult('OK'), ['logs', [entry]]))
    expect(sink.rows).toHaveLength(1)
    expect(sink.spans).toHaveLength(1)
  })

  it.each([
    ['2026-01-01T00:00:00', 'someday'],
    ['2026-02-30T00:00:00', '2026-01-01T00:00:00'],
    ['', '2026-01-01T00:00:00'],
  ])('from %j to %j is none, and said', async (from, to) => {
    const sink = await readText(answer(interval(from, to), ['logs', [entry]]))
    expect(sink.spans).toEqual([])
    expect(sink.deviations).toEqual({ unreadable_interval: 1 })
  })

  it('is not asked of what systems send', async () => {
    const sink = await readText(message(['StoreLog', [entry]], namespace))
    expect(sink.deviations).toEqual({})
  })

  it('is not the only thing an answer must say: a result is', async () => {
    expect((await readText(answer(['logs', [entry]]))).deviations).toEqual({ no_result_code: 1 })
  })
})

describe('a message of the contracts that is no log', () => {
  const fault =
    '<s:Fault xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><faultcode>s:Server</faultcode><faultstring>VP009</faultstring></s:Fault>'
  it.each([
    ['a fault in SOAP 1.1', soap(fault), /SOAP Fault/],
    ['a fault in SOAP 1.2', soap('<s:Fault><s:Code/></s:Fault>', '1.2'), /SOAP Fault/],
    ['a fault alone', fault, /SOAP Fault/],
    ['a receipt', soap(message(['StoreLogResponse', [['result', [['resultCode', 'OK']]]]], namespace)), /receipt/],
    ['a receipt of version 1', message(['StoreLogResponse', [['StoreLog', [['ResultCode', 'OK']]]]], older), /receipt/],
    [
      'a list of providers',
      message(
        ['GetInfoLogsResponse', [['infoLogsResult', [reportResult('OK'), ['careProviders', [['careProvider', []]]]]]]],
        namespace,
      ),
      /care providers/,
    ],
    ['a list of providers of version 1', message(['GetInfoLogsForPatientResponse', []], older), /care providers/],
    ['an order', message(['GetLogsByOrderResponse', [['orderId', '1']]], namespace), /order of log files/],
    ['a list of files', message(['GetFilesForOrderIdResponse', []], namespace), /list of log files/],
    ['a question', message(['GetLogs', [['careProviderId', 'SE5560000000-VG01']]], namespace), /question/],
    ['a question of version 1', message(['GetLogsForUserRequest', []], older), /question/],
    ['a question for one patient', message(['GetAccessLogsForPatient', []], namespace), /question/],
  ])('%s is known, and refused by its name', async (_, text, what) => {
    expect(rivAccessLog.recognises(await headOf(sourceOf(text), 'xml'))).toBe(true)
    await expect(readText(text)).rejects.toMatchObject({
      exit: 65,
      message: expect.stringMatching(what) as unknown,
      wayOut: expect.any(String) as unknown,
    })
  })
})
