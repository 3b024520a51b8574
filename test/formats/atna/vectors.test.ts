import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dicomAuditMessage } from '../../../src/formats/atna/audit-message.ts'
import { headOf } from '../../../src/formats/head.ts'
import { root } from '../../harness/paths.ts'
import { sourceOf } from '../collecting-sink.ts'
import { read } from './messages.ts'

const folder = join(root, '../shared/vectors/atna-dicom')
const isThere = existsSync(folder)
if (!isThere) console.warn(`skipped: the published audit messages are not in ${folder}`)

/** Messages with a user, with a patient, and by programs; programs that write `unknown` have no user. */
const expected = {
  ipf: { files: 21, user: 15, patient: 17, system: 19 },
  'epd-by-example': { files: 6, user: 6, patient: 6, system: 1 },
} as const

describe.skipIf(!isThere)('the published audit messages', () => {
  it.each(Object.keys(expected) as (keyof typeof expected)[])('of %s are read: who, and whose', async (name) => {
    const files = readdirSync(join(folder, name)).filter((file) => file.endsWith('.xml'))
    const counted = { files: files.length, user: 0, patient: 0, system: 0 }
    for (const file of files) {
      const text = readFileSync(join(folder, name, file), 'utf8')
      expect(dicomAuditMessage.recognises(await headOf(sourceOf(text), 'xml')), file).toBe(true)
      const { rows, rejects } = await read(text)
      expect(rejects, file).toEqual([])
      const [one] = rows
      expect(one, file).toBeDefined()
      if (one!.values['user_id']) counted.user++
      if (one!.values['patient_id']) counted.patient++
      if (one!.values['actor_kind'] === 'system') counted.system++
    }
    expect(counted).toEqual(expected[name])
  })
})
