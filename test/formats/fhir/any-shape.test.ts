import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Fault } from '../../../src/model/fault.ts'
import { client, concept, event, note, nurse, patient, read } from './events.ts'

const rich = event({
  contained: [{ resourceType: 'Practitioner', id: 'p', name: [{ text: 'Annika' }] }],
  purposeOfEvent: [concept('TREAT')],
  agent: [client, nurse, { who: { reference: '#p' }, policy: ['x'] }],
  entity: [patient, note, { role: { code: '24' }, query: 'R0VU' }],
  extension: [{ url: 'http://x/patient', valueReference: { reference: 'Patient/x' } }],
})

/** The same tree with some value somewhere replaced by another. */
function mangled(value: unknown, at: { count: number }, other: unknown): unknown {
  if (at.count-- === 0) return other
  if (Array.isArray(value)) return value.map((one) => mangled(one, at, other))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mangled(one, at, other)]))
}

const lines = [event({ id: 'a' }), rich, event({ id: 'c' })].map((one) => JSON.stringify(one)).join('\n')

async function outcome(text: string): Promise<'fault' | { rows: number; rejects: number }> {
  try {
    const { rows, rejects } = await read(text)
    return { rows: new Set(rows.map(({ place }) => place)).size, rejects: rejects.length }
  } catch (error) {
    if (error instanceof Fault) return 'fault'
    throw error
  }
}

describe('whatever stands in the file', () => {
  it('an event with anything in any place is a row', async () => {
    const others = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(null, [], {}, [null], [[]], 'x', 7, { coding: 'x' }, { coding: [null, 1] }),
    )
    await fc.assert(
      fc.asyncProperty(fc.nat(90), others, async (count, other) => {
        const changed = mangled(rich, { count: count + 1 }, other) as { resourceType?: unknown }
        const found = await outcome(JSON.stringify([{ ...changed, resourceType: 'AuditEvent' }]))
        expect(found === 'fault' || found.rows === 1).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('lines that are cut, doubled or swapped are all accounted for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(lines.length), fc.nat(lines.length), async (from, to) => {
        const text = `${lines}\n${lines.slice(Math.min(from, to), Math.max(from, to))}\n${lines}`
        const filled = text.split('\n').filter((line) => line.trim() !== '').length
        const found = await outcome(text)
        expect(found).not.toBe('fault')
        const { rows, rejects } = found as { rows: number; rejects: number }
        // A piece of a line may by chance be another JSON value, which holds no event.
        expect(rows + rejects).toBeGreaterThanOrEqual(filled - 2)
        expect(rows + rejects).toBeLessThanOrEqual(filled)
      }),
      { numRuns: 200 },
    )
  })

  it('a Bundle or an XML text with a hole in it is read or refused', async () => {
    const bundle = JSON.stringify({ resourceType: 'Bundle', entry: [{ resource: rich }, { resource: event() }] })
    const xml =
      '<AuditEvent xmlns="http://hl7.org/fhir"><id value="1"/><agent><who><display value="A"/></who></agent></AuditEvent>'
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(bundle, xml),
        fc.nat(2000),
        fc.nat(200),
        fc.string(),
        async (text, from, length, put) => {
          const at = from % text.length
          await outcome(text.slice(0, at) + put + text.slice(at + length))
        },
      ),
      { numRuns: 1000 },
    )
  })
})
