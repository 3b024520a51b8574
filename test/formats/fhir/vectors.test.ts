import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fhirAuditEvent } from '../../../src/formats/fhir/audit-event.ts'
import { headOf } from '../../../src/formats/head.ts'
import { root } from '../../harness/paths.ts'
import { sourceOf } from '../collecting-sink.ts'
import { read } from './events.ts'

const folder = join(root, '../shared/vectors/fhir-auditevent')
const isThere = existsSync(folder)
if (!isThere) console.warn(`skipped: the published events are not in ${folder}`)

/** Folder → events in its files, those with a user, with a patient, by citizens, and by no one. */
const expected = {
  'hl7-r4': { files: 9, events: 9, user: 9, patient: 4, citizen: 0, system: 0 },
  'ihe-balp': { files: 46, events: 46, user: 34, patient: 36, citizen: 5, system: 11 },
  'ch-atc': { files: 8, events: 10, user: 10, patient: 10, citizen: 7, system: 0 },
} as const

describe.skipIf(!isThere)('the published events', () => {
  it.each(Object.keys(expected) as (keyof typeof expected)[])('of %s are read: who, and whose', async (name) => {
    const files = readdirSync(join(folder, name)).filter((file) => /\.(json|xml)$/.test(file))
    const counted = { files: files.length, events: 0, user: 0, patient: 0, citizen: 0, system: 0 }
    for (const file of files) {
      const text = readFileSync(join(folder, name, file), 'utf8')
      const head = await headOf(sourceOf(text), file.endsWith('.xml') ? 'xml' : 'json')
      expect(fhirAuditEvent.recognises(head), file).toBe(true)
      const sink = await read(text)
      expect(sink.rejects, file).toEqual([])
      const events = [...Map.groupBy(sink.rows, ({ place }) => place).values()]
      counted.events += events.length
      for (const [one] of events) {
        if (one!.values['user_id']) counted.user++
        if (one!.values['patient_id']) counted.patient++
        if (one!.values['actor_kind'] === 'citizen') counted.citizen++
        if (one!.values['actor_kind'] === 'system') counted.system++
      }
    }
    expect(counted).toEqual(expected[name])
  })
})
