import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Keyring } from '../../src/workspace/key.ts'
import { audit, persons, world } from './world.ts'

/** RFC 4231, test cases 1 to 4 and 7 for SHA-256 whose keys fit a block. */
const vectors = [
  ['0b'.repeat(20), '4869205468657265', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  [
    '4a656665',
    '7768617420646f2079612077616e7420666f72206e6f7468696e673f',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  ['aa'.repeat(20), 'dd'.repeat(50), '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe'],
  [
    '0102030405060708090a0b0c0d0e0f10111213141516171819',
    'cd'.repeat(50),
    '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
  ],
] as const

describe('the HMAC of ids', () => {
  it.each(vectors.slice(0, 2))('is that of RFC 4231 (key %s)', (key, message, expected) => {
    expect(Keyring.fromHex(key).hmac(Buffer.from(message, 'hex').toString('utf8'))).toBe(expected)
  })

  it.each(vectors)('is that of RFC 4231 from the two halves that SQL is given (key %s)', (key, message, expected) => {
    const { inner, outer } = Keyring.fromHex(key).halves()
    const sha256 = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest()
    expect(sha256(outer, sha256(inner, Buffer.from(message, 'hex'))).toString('hex')).toBe(expected)
  })
})

describe('the ids that SQL makes', () => {
  it('are those of the keyring: other letters, missing values and separators included', async () => {
    const [patient] = persons(1)
    const users = ['nurse-1', 'sjuksköterska-ÅÄÖ', '5:nurse', 'nurse-1-', '護士', "o'nurse"]
    const folder = await world({
      access: users.flatMap((user_id) =>
        ['unit-1', '', 'enhet-ö'].map((care_unit_id) => ({
          occurred_at: '2026-03-03T10:00:00',
          user_id,
          care_unit_id,
          patient_id: patient,
          activity: 'read',
        })),
      ),
      patient: [{ patient_id: patient, protection: 'confidentiality_flag' }],
    })
    const { findings } = (await audit(folder, { rules: ['protected-identity'] })).document
    const keyring = Keyring.make('test')
    expect(findings).toHaveLength(18)
    for (const { finding_id, case_id, lookup_ids, user_id, patient_id, care_unit_id, day } of findings) {
      expect(lookup_ids).toEqual([keyring.id('L', [user_id, patient_id, care_unit_id, day])])
      expect(finding_id).toBe(keyring.id('F', ['protected-identity', user_id, patient_id, care_unit_id, day]))
      expect(case_id).toBe(keyring.id('C', ['user_patient', user_id, patient_id, '2026-01-01']))
    }
  })

  it('are as many as the things they stand for', async () => {
    const [patient] = persons(1)
    const event = { occurred_at: '2026-03-03T10:00:00', patient_id: patient, activity: 'read' }
    const folder = await world({
      access: [
        { ...event, user_id: 'a', care_unit_id: 'bc' },
        { ...event, user_id: 'ab', care_unit_id: 'c' },
        { ...event, user_id: 'a', care_unit_id: '' },
        { ...event, user_id: 'a', care_unit_id: '-' },
      ],
      patient: [{ patient_id: patient, protection: 'confidentiality_flag' }],
    })
    const { findings } = (await audit(folder, { rules: ['protected-identity'] })).document
    expect(new Set(findings.map(({ finding_id }) => finding_id)).size).toBe(4)
    expect(new Set(findings.flatMap(({ lookup_ids }) => lookup_ids)).size).toBe(4)
    expect(new Set(findings.map(({ case_id }) => case_id)).size).toBe(2)
  })
})
