import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from '../../../src/formats/limits.ts'
import { Fault } from '../../../src/model/fault.ts'
import { frame, line, message, patient, read } from './messages.ts'

const of = (id: string) => message({ objects: patient(id) })
const declared = (xml: string) => `<?xml version="1.0" encoding="UTF-8"?>${xml}`
const patients = (sink: Awaited<ReturnType<typeof read>>) => sink.of('access').map((one) => one['patient_id'])
const places = (sink: Awaited<ReturnType<typeof read>>) => sink.rows.map(({ place }) => place)

describe('many messages in one file', () => {
  it.each([
    ['bare, one after the other', of('p1') + of('p2')],
    ['each with a declaration and a mark', `\uFEFF${declared(of('p1'))}\n\uFEFF${declared(of('p2'))}\n`],
    ['in one root', `<audit>${of('p1')}<other/>${of('p2')}</audit>`],
    ['on lines of syslog', `${line(of('p1'))}\n${line(declared(of('p2')))}\n`],
    ['on lines, pretty-printed', `${line(of('p1').replaceAll('><', '>\n<'))}\n${line(of('p2'))}`],
    [
      'on lines of the older syslog',
      `<85>Mar  4 10:00:00 pacs audit: ${of('p1')}\n<85>Mar 14 10:00:00 pacs audit: ${of('p2')}`,
    ],
    ['in counted frames', frame(line(of('p1'))) + frame(line(declared(of('p2'))))],
    [
      'in counted frames with line ends between and within',
      `${frame(line(`${of('p1')}\n`))}\n${frame(line(of('p2')))}\n`,
    ],
    [
      'in counted frames with letters of several bytes',
      frame(line(of('p1').replace('Annika', 'Åsa😀'))) + frame(line(of('p2'))),
    ],
  ])('%s', async (_, text) => {
    for (const size of [text.length, 97, 3]) expect(patients(await read(text, size))).toEqual(['p1', 'p2'])
  })

  it('carry the number of their line, or of their place', async () => {
    expect(places(await read(`${line(of('p1'))}\n\n${line(of('p2'))}`))).toEqual([1, 3])
    expect(places(await read(frame(line(of('p1'))) + frame(line(of('p2')))))).toEqual([1, 2])
  })

  it('name the sender of the header where they name none themselves', async () => {
    const nameless = of('p1').replace('AuditSourceID="PACS" AuditEnterpriseSiteID="LUND"', '')
    const hosts = [line(nameless), `<85>Mar  4 10:00:00 older audit: ${nameless}`, line(nameless, '<85>1 - - a 1 - - ')]
    const found = (await read(hosts.join('\n'))).of('access').map((one) => one['source_system'])
    expect(found).toEqual(['pacs.example', 'older', undefined])
  })

  it('of other kinds are counted, broken ones rejected by their line, and reading goes on', async () => {
    const text = [line(of('p1')), line('hello'), line(of('p2').slice(0, -20)), line(of('p3'))].join('\n')
    const sink = await read(text)
    expect(patients(sink)).toEqual(['p1', 'p3'])
    expect(sink.deviations).toEqual({ other_syslog_message: 1 })
    expect(sink.rejects).toEqual([{ kind: 'access', place: 3, cause: 'broken_message' }])
  })
})

describe('what is refused', () => {
  it.each([
    ['bare and cut', `${of('p1')}\n${of('p2').slice(0, -5)}`, /^audit\.log, line 2, column \d+: /],
    [
      'a frame that is shorter than it says',
      `${frame(line(of('p1')))}99999 <85>1 x`,
      /message 2: its length is not what it says/,
    ],
    ['a frame that is longer than it says', `20 ${line(of('p1'))}`, /message 2: its length/],
    ['a frame that ends within a letter', `7 <85>1 å`, /message 1: its length/],
    ['a frame that says it is giant', `99999999 ${line(of('p1'))}`, /message 1: a message is longer than 16 MB/],
    ['an entity of its own', `<!DOCTYPE a [<!ENTITY x "y">]>${of('p1')}`, /the XML is broken here/],
  ])('%s', async (_, text, said) => {
    await expect(read(text)).rejects.toMatchObject({ exit: 65, message: expect.stringMatching(said) as unknown })
  })

  it('a line without end, before it fills the memory', async () => {
    const text = line(of('p1')) + 'x'.repeat(limits.record + 10)
    await expect(read(text, 1_000_000)).rejects.toThrow(/line 1: a message is longer/)
  })
})

describe('whatever stands in the file', () => {
  const lines = ['p1', 'p2', 'p3'].map((id) => line(of(id))).join('\n')
  const frames = ['p1', 'p2', 'p3'].map((id) => frame(line(of(id)))).join('')

  it('it is read or refused in words', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(lines, frames, of('p1')),
        fc.nat(4000),
        fc.nat(300),
        fc.string(),
        async (text, from, length, put) => {
          const at = from % text.length
          try {
            await read(text.slice(0, at) + put + text.slice(at + length))
          } catch (error) {
            expect(error).toBeInstanceOf(Fault)
          }
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('each line of syslog is a row, a reject, or counted', async () => {
    const kinds = [
      line(of('p1')),
      line('hello'),
      line(of('p2').slice(0, -9)),
      line('<AuditMessage>'),
      line(of('p3') + of('p4')),
    ]
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 30 }), async (some) => {
        const sink = await read(some.join('\n'))
        const told = new Set([...sink.rows, ...sink.rejects].map(({ place }) => place)).size
        expect(told + (sink.deviations['other_syslog_message'] ?? 0)).toBe(some.length)
      }),
      { numRuns: 100 },
    )
  })
})
